"""The assessment document of the example, its values worked by hand or from its folder."""

import json
from functools import cache
from typing import Any, get_type_hints

import pytest

from guarantor import room
from guarantor.brief import Assessment
from guarantor.errors import UnknownId
from guarantor.model import Firmness, day


@cache
def example(**options: Any) -> Assessment:  # noqa: ANN401  options of every kind
    """Return the document of the example."""
    return room.assess(room.open_source("example").operation, room.Options(**options))


def test_the_document_has_every_key_and_no_other() -> None:
    """As the design and its type say, but for what has to be asked for; and it is JSON."""
    assert set(example()) == set(get_type_hints(Assessment)) - Assessment.__optional_keys__
    json.dumps(example())


def test_it_says_what_was_asked() -> None:
    """What is left out is the operation's own."""
    document = example()
    asked = {key: document[key] for key in ("requirement", "as_known_on", "valid_on", "firm")}

    assert asked == {
        "requirement": "monitoring",
        "as_known_on": "2025-03-15",
        "valid_on": "2025-12-01",
        "firm": "floated",
    }
    assert (document["audience"], document["priors"]) == ("public", None)


def test_the_public_hears_twelve_statements_from_eleven_pages() -> None:
    """Thirteen are on record, one for the coalition only; DEL-1 and DEL-2 stand on one page."""
    assert example()["coverage"] == {
        "statements": 12,
        "origins": 11,
        "last_heard": "2025-03-11",
    }
    assert room.assess(room.open_source("example").operation, room.Options(audience="coalition"))[
        "coverage"
    ] == {"statements": 13, "origins": 12, "last_heard": "2025-03-15"}


def test_what_is_settled_is_already_so() -> None:
    """The south accepted; its invitation is open again since."""
    assert example()["already_so"] == [
        {"id": "south_accepts", "is": "holds", "since": "2025-03-11"}
    ]


def test_a_row_hangs_on_only_where_an_offer_is_lost() -> None:
    """What only weakens stands apart."""
    document = example()

    assert all(row["lost"] for row in document["hangs_on"])
    assert [row["id"] for row in document["hangs_on"]][:3] == [
        "ceasefire",
        "host_consent",
        "north_accepts",
    ]
    assert "backstop" in {row["id"] for row in document["weakens"]}
    assert document["hangs_on"][0]["lost_by_firmness"] == {
        "pledged": ["alf-troops"],
        "signalled": ["bra-troops"],
        "floated": ["cha-troops"],
        "committed": ["del-monitors"],
    }


def test_a_line_says_what_is_held_against_it() -> None:
    """8,000 to 9,000 needed; 8,000 to 9,000 stated; Charland's number undisclosed."""
    land = example()["lines"][0]

    assert land["need"] == {"low": 8000, "high": 9000}
    assert land["stated"] == {"low": 8000, "high": 9000}
    assert land["reported"] == {"low": 0, "high": 0}
    assert land["undisclosed"] == ["cha-troops"]
    assert land["undisclosed_must_reach"] == 0
    assert land["most_fielded"] == 11000
    assert land["met"]["moving_together"] == {"low": 0.0, "high": pytest.approx(0.1073088)}


def test_every_published_requirement_is_held_against_the_same_offers() -> None:
    """Side by side; the one asked about is marked."""
    rows = {row["name"]: row for row in example()["requirements"]}

    assert [name for name, row in rows.items() if row["asked"]] == ["monitoring"]
    assert rows["reassurance"]["possible"]["disclosed"] == {
        "nobody_moves_first": True,
        "moving_together": True,
    }


def test_what_rests_on_no_evidence_is_an_assumption() -> None:
    """The parameter, the notice, the common term, chances, decisions and needs without evidence."""
    document = example()
    ids = {row["id"] for row in document["assumptions"] if "id" in row}
    terms = {row["term"] for row in document["assumptions"] if "term" in row}

    assert {"others", "ALF", "BRA", "CHA", "DEL", "backstop", "monitoring/monitors"} <= ids
    assert "north_accepts" not in ids
    assert {"ceasefire and host_consent", "ceasefire when north_accepts and south_accepts"} <= terms


def test_a_parameter_is_swept_over_its_range() -> None:
    """Others from 1 to 2: with two others Bravia waits for both Alfland and Charland."""
    rows = [row for row in example()["sweep"] if row["parameter"] == "others"]

    assert [row["value"] for row in rows] == [1, 2]
    assert rows[1]["offers"]["nobody_moves_first"] == ["alf-troops", "del-monitors"]


def test_the_series_has_a_row_for_every_day_of_news() -> None:
    """Ten days on which something was published that the public may know."""
    rows = example()["series"]

    assert [row["day"] for row in rows] == [
        "2025-01-21",
        "2025-02-12",
        "2025-02-20",
        "2025-03-01",
        "2025-03-02",
        "2025-03-06",
        "2025-03-07",
        "2025-03-10",
        "2025-03-11",
    ]
    assert rows[2]["changed"] == ["alf-troops"]
    assert rows[2]["offers_by_firmness"] == {"signalled": 1, "committed": 1}
    assert rows[2]["events"] == ["E-1"]


def test_some_statements_the_answer_could_not_do_without() -> None:
    """Without the parliament's vote there are no monitors, so nothing adds up."""
    rows = {row["statement"]: row["changes"] for row in example()["indispensable"]}

    assert "no longer on the table: del-monitors" in rows["DEL-1"]
    assert any("no longer adds up" in change for change in rows["DEL-1"])
    assert "GUA-1" not in rows


def test_what_offers_wait_for_is_told_by_basis() -> None:
    """The assumed ceasefire and invitation by all four; the backstop as stated by Alfland."""
    rows = {row["id"]: row for row in example()["waits"]}

    assert rows["ceasefire"]["by_basis"] == {
        "assumed": ["alf-troops", "bra-troops", "cha-troops", "del-monitors"]
    }
    assert rows["backstop"]["by_basis"] == {"stated": ["alf-troops"]}
    assert rows["not un_mandate"]["text"] == "it is not so that the force has a UN mandate"
    assert rows["at_least(others, troop_offers)"]["text"] == "at least 1 of the troop offers stand"


def test_the_record_is_told_with_its_days() -> None:
    """The backstop was contested in February and is open since March."""
    rows = {row["id"]: row for row in example()["propositions"]}

    assert [(row["since"], row["state"]) for row in rows["backstop"]["record"]] == [
        ("2025-02-12", "contested"),
        ("2025-03-10", "open"),
    ]
    assert rows["ceasefire"]["when"] == "north_accepts and south_accepts"
    assert rows["south_accepts"]["settled"] is True


def test_an_arrangement_nobody_recorded_is_unknown() -> None:
    """Eight topics, of which the example records four."""
    rows = {row["topic"]: row["state"] for row in example()["arrangements"]}

    assert len(rows) == 8
    assert (rows["command"], rows["exit"]) == ("open", "unknown")


def test_options_change_the_question() -> None:
    """A supposition, a floor, a requirement, a day and what is done without are all in it."""
    document = room.assess(
        room.open_source("example").operation,
        room.Options(
            requirement="reassurance",
            firm=Firmness.PLEDGED,
            suppose={"backstop": False},
            without=("GUA-2",),
            as_known_on=day("2025-03-12"),
            valid_on=day("2025-12-24"),
        ),
    )

    assert document["suppose"] == {"backstop": False}
    assert document["without"] == ["GUA-2"]
    assert (document["firm"], document["valid_on"]) == ("pledged", "2025-12-24")
    assert document["chance"]["moving_together"]["method"] == "exact"


def test_an_unknown_audience_is_an_error() -> None:
    """With the audiences there are."""
    with pytest.raises(UnknownId, match="did you mean coalition"):
        room.assess(room.open_source("example").operation, room.Options(audience="coalitio"))
