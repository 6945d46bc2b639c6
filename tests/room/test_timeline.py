"""What happened and what is planned ahead."""

from datetime import date

import pytest

from guarantor import room
from guarantor.model import Operation

EXAMPLE = room.open_source("example").operation


def test_events_are_past_under_way_or_ahead() -> None:
    """On 15 March: leaders met in February, the ceasefire lasts to 9 April, chiefs will meet."""
    document = room.timeline(EXAMPLE, room.Options())

    assert [(one["id"], one["when"]) for one in document["events"]] == [
        ("E-1", "past"),
        ("E-2", "under_way"),
        ("E-3", "ahead"),
    ]
    assert document["events"][0]["participant_names"] == ["Alfland", "Bravia", "Guarantia"]


@pytest.mark.parametrize(
    ("asked", "when"),
    [
        (date(2025, 3, 11), "under_way"),
        (date(2025, 4, 9), "under_way"),
        (date(2025, 4, 10), "past"),
    ],
)
def test_an_event_ends_before_its_until(asked: date, when: str) -> None:
    """``until`` is the day after its last."""
    document = room.timeline(EXAMPLE, room.Options(as_known_on=asked))

    assert {one["id"]: one["when"] for one in document["events"]}["E-2"] == when


def test_an_event_of_one_day_is_under_way_on_that_day() -> None:
    """The chiefs meet on 20 March."""
    document = room.timeline(EXAMPLE, room.Options(as_known_on=date(2025, 3, 20)))

    assert document["events"][-1]["when"] == "under_way"


def test_records_and_statements_stand_by_their_days() -> None:
    """By hand, off the folder; every arrangement has its row, recorded or not."""
    document = room.timeline(EXAMPLE, room.Options())

    assert [(one["id"], one["day"], one["state"]) for one in document["marks"]] == [
        ("host_consent", "2025-01-21", "holds"),
        ("backstop", "2025-02-12", "contested"),
        ("backstop", "2025-03-10", "open"),
        ("south_accepts", "2025-03-11", "holds"),
        ("host_consent", "2025-03-11", "open"),
    ]
    assert document["days"][0] == {"day": "2025-01-21", "statements": ["DEL-1", "DEL-2", "SOU-0"]}
    assert {one["topic"]: one["state"] for one in document["arrangements"]}["exit"] == "unknown"


def test_nothing_is_shown_before_it_was_known() -> None:
    """A day in January has the marks and statements of January."""
    document = room.timeline(EXAMPLE, room.Options(as_known_on=date(2025, 1, 31)))

    assert document["events"] == []
    assert [one["day"] for one in document["marks"]] == ["2025-01-21"]
    assert [one["day"] for one in document["days"]] == ["2025-01-21"]


def bundled() -> Operation:
    """Return the bundled operation."""
    return room.open_source("ukraine-2025").operation


def test_the_bundled_operation_has_events_ahead() -> None:
    """What was planned on 15 March for later; events stand by day."""
    events = room.timeline(bundled(), room.Options())["events"]

    assert len(events) == 28
    assert [one["day"] for one in events] == sorted(one["day"] for one in events)
    assert any(one["when"] == "ahead" for one in events)
