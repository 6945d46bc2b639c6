"""What happened, what is planned, and how far is it arranged?"""

from datetime import date, timedelta
from typing import Literal

from typing_extensions import TypedDict

from guarantor.brief.document import ArrangementRow, EventRow
from guarantor.model import Event, Operation, View
from guarantor.room.heading import Asked, asked
from guarantor.room.naming import party_name
from guarantor.room.options import Options
from guarantor.room.rows import arrangement_rows, event_row, iso

When = Literal["past", "under_way", "ahead"]


class TimelineEvent(EventRow):
    """An event, and where it stands to the day asked from."""

    when: When
    participant_names: list[str]


class RecordMark(TypedDict):
    """What became known of a proposition on a day."""

    id: str
    text: str
    day: str
    until: str | None  # the first day on which it no longer is so
    state: str
    note: str
    evidence: list[str]


class DayOfStatements(TypedDict):
    """The statements published on one day."""

    day: str
    statements: list[str]


class Timeline(Asked):
    """Events, arrangements and records, schema ``guarantor/timeline/1``."""

    schema: Literal["guarantor/timeline/1"]
    events: list[TimelineEvent]  # by day
    arrangements: list[ArrangementRow]  # every topic; one that nobody recorded is unknown
    marks: list[RecordMark]  # by day
    days: list[DayOfStatements]  # up to the day asked from


def timeline(operation: Operation, options: Options) -> Timeline:
    """Return what happened and what is planned (schema ``guarantor/timeline/1``).

    Raises:
        UnknownId: An option names what is not in view.
    """
    view = options.view(operation)
    by_day: dict[date, list[str]] = {}
    for said in view.statements.values():
        by_day.setdefault(said.published_on, []).append(said.id)
    events = sorted(view.events.values(), key=lambda event: (event.day, event.id))
    return {
        "schema": "guarantor/timeline/1",
        **asked(view, options.question(view), options),
        "events": [_event(view, event) for event in events],
        "arrangements": arrangement_rows(view.arrangements),
        "marks": _marks(view),
        "days": [
            {"day": day.isoformat(), "statements": names} for day, names in sorted(by_day.items())
        ],
    }


def _event(view: View, event: Event) -> TimelineEvent:
    return {
        **event_row(event),
        "when": _when(event, view.as_known_on),
        "participant_names": [party_name(view, code) for code in event.participants],
    }


def _when(event: Event, asked: date) -> When:
    """Return where an event stands; its ``until`` is the day after its last."""
    if event.day > asked:
        return "ahead"
    end = event.until or event.day + timedelta(days=1)
    return "under_way" if asked < end else "past"


def _marks(view: View) -> list[RecordMark]:
    marks: list[RecordMark] = [
        {
            "id": one.id,
            "text": one.text,
            "day": record.since.isoformat(),
            "until": iso(record.until),
            "state": record.state.value,
            "note": record.note,
            "evidence": list(record.evidence),
        }
        for one in view.propositions.values()
        for record in one.record
    ]
    return sorted(marks, key=lambda mark: mark["day"])
