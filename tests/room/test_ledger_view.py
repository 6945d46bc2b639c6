"""The ledger: rows, facets, the grid and what changed."""

from datetime import date
from pathlib import Path

import pytest

from guarantor import room
from guarantor.errors import Unusable
from guarantor.model import Operation
from guarantor.room import Facets
from tests.ledger.folders import opened, said

EXAMPLE = room.open_source("example").operation
UKRAINE = room.open_source("ukraine-2025").operation


def test_the_public_sees_five_offers_of_the_example() -> None:
    """In the order of the folder, each with how often something of it became known."""
    document = room.ledger_view(EXAMPLE, room.Options())

    assert [(row["id"], row["label"], row["days"]) for row in document["rows"]] == [
        ("alf-troops", "land troops of Alfland", 2),
        ("bra-troops", "land troops of Bravia", 1),
        ("cha-troops", "land troops of Charland", 1),
        ("del-monitors", "monitors of Deltia", 1),
        ("del-troops", "land troops of Deltia", 1),
    ]
    assert {row["changed"] for row in document["rows"]} == {None}
    assert document["compare"] is None
    assert document["changes"] == []


def test_what_changed_since_a_day_is_told_in_sentences() -> None:
    """Since 1 March Alfland raised its offer; Bravia and Charland are new; Deltia is as it was."""
    document = room.ledger_view(EXAMPLE, room.Options(), compare=date(2025, 3, 1))

    rows = {row["id"]: row for row in document["rows"]}
    assert [name for name, row in rows.items() if row["is_new"]] == ["bra-troops", "cha-troops"]
    changed = rows["alf-troops"]["changed"]
    assert changed is not None
    assert changed.startswith("alf-troops (Alfland, land troops) was raised from signalled to ")
    assert rows["del-monitors"]["changed"] is None
    assert {change["kind"] for change in document["changes"]} == {
        "statement",
        "offer",
        "record",
        "party_term",
        "event",
    }


def test_a_day_after_the_day_asked_from_is_nothing_to_compare_with() -> None:
    """One sentence says so."""
    with pytest.raises(Unusable, match="2025-03-16 is after 2025-03-15"):
        room.ledger_view(EXAMPLE, room.Options(), compare=date(2025, 3, 16))


def test_facets_narrow_and_count_under_each_other() -> None:
    """By hand: of land troops two are stated; Deltia's monitors count where the kind is free."""
    facets = Facets(capability=("land_troops",), basis=("stated",))

    document = room.ledger_view(EXAMPLE, room.Options(), facets)

    assert [row["id"] for row in document["rows"]] == ["alf-troops", "bra-troops"]
    assert document["total"] == 5
    counts = {
        name: {one["value"]: one["count"] for one in values}
        for name, values in document["facets"].items()
    }
    assert counts["basis"] == {"stated": 2, "undisclosed": 2}
    assert counts["capability"] == {"land_troops": 2, "monitors": 1}
    assert counts["party"] == {"ALF": 1, "BRA": 1, "CHA": 0, "DEL": 0}


def test_firmness_is_listed_firmest_first() -> None:
    """What was declined stands below the ladder; a word that is none is listed with nothing."""
    document = room.ledger_view(EXAMPLE, room.Options(), Facets(firmness=("firm",)))

    assert [one["value"] for one in document["facets"]["firmness"]] == [
        "committed",
        "pledged",
        "signalled",
        "floated",
        "declined",
        "firm",
    ]
    assert document["rows"] == []


@pytest.mark.parametrize(
    ("text", "found"),
    [("monitors", ["del-monitors"]), ("UN mandate", ["alf-troops", "del-monitors"]), ("zz", [])],
)
def test_words_are_looked_for_in_terms_too(text: str, found: list[str]) -> None:
    """Alfland waits for a UN mandate, Deltia for its absence."""
    rows = room.ledger_view(EXAMPLE, room.Options(), Facets(text=text))["rows"]

    assert [row["id"] for row in rows] == found


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("party", ["alf-troops", "bra-troops", "cha-troops", "del-monitors", "del-troops"]),
        ("-since", ["cha-troops", "bra-troops", "alf-troops", "del-monitors", "del-troops"]),
        ("-firmness", ["del-monitors", "alf-troops", "bra-troops", "cha-troops", "del-troops"]),
        ("quantity", ["del-monitors", "cha-troops", "bra-troops", "alf-troops", "del-troops"]),
    ],
)
def test_rows_are_sorted_by_a_column(sort: str, order: list[str]) -> None:
    """Equals by id; where nothing bounds a quantity it comes last."""
    rows = room.ledger_view(EXAMPLE, room.Options(), sort=sort)["rows"]

    assert [row["id"] for row in rows] == order


def test_every_column_sorts() -> None:
    """In both directions, of the bundled operation too."""
    columns = room.ledger_view(UKRAINE, room.Options())["columns"]

    for column in columns:
        for sort in (column, f"-{column}"):
            assert len(room.ledger_view(UKRAINE, room.Options(), sort=sort)["rows"]) == 47


def test_an_unknown_column_names_those_there_are() -> None:
    """So that a mistyped address is mended at once."""
    with pytest.raises(Unusable, match="size: no column to sort by; there are basis, capability"):
        room.ledger_view(EXAMPLE, room.Options(), sort="size")


def test_a_cell_of_the_grid_sums_what_is_alike() -> None:
    """Bravia's three to four thousand; Charland's undisclosed number is counted, not summed."""
    grid = room.ledger_view(EXAMPLE, room.Options())["grid"]

    cells = {(cell["party"], cell["capability"]): cell for cell in grid["cells"]}
    assert [axis["id"] for axis in grid["parties"]] == ["ALF", "BRA", "CHA", "DEL"]
    assert [axis["label"] for axis in grid["capabilities"]] == ["land troops", "monitors"]
    assert cells["BRA", "land_troops"]["amounts"] == [
        {"unit": "persons", "basis": "stated", "low": 3000, "high": 4000, "words": "3,000–4,000"}
    ]
    assert cells["CHA", "land_troops"]["amounts"] == []
    assert cells["CHA", "land_troops"]["undisclosed"] == 1
    assert cells["DEL", "land_troops"]["firmest"] == "declined"
    assert cells["DEL", "land_troops"]["undisclosed"] == 0


CONTRIBUTIONS = """\
- {id: one, party: ALF, capability: land_troops, unit: persons, quantity: 300, firmness: floated,
   evidence: [S-1]}
- {id: two, party: ALF, capability: land_troops, unit: persons, quantity: {low: 100, high: 200},
   firmness: pledged, evidence: [S-1]}
- {id: three, party: ALF, capability: land_troops, unit: persons, quantity: 50, firmness: pledged,
   part_of: one, evidence: [S-1]}
- {id: four, party: ALF, capability: land_troops, unit: persons, quantity: 1000,
   firmness: signalled, evidence: [S-2]}
- {id: five, party: ALF, capability: undisclosed, unit: persons, firmness: undisclosed,
   evidence: [S-2]}
"""


def test_stated_and_reported_stand_apart_and_parts_are_not_counted_twice(tmp_path: Path) -> None:
    """By hand: 300 + 100–200 stated, the 50 are part of the 300; a newspaper's 1,000 reported."""
    operation = opened(
        tmp_path,
        said("S-1", "2025-03-01"),
        said("S-2", "2025-03-02", attribution="anonymous"),
        contributions=CONTRIBUTIONS,
    )

    document = room.ledger_view(operation, room.Options())

    troops, undisclosed = document["grid"]["cells"]
    assert [(one["basis"], one["low"], one["high"]) for one in troops["amounts"]] == [
        ("stated", 400, 500),
        ("reported", 1000, 1000),
    ]
    assert (troops["firmest"], troops["offers"]) == ("pledged", ["one", "two", "three", "four"])
    assert (undisclosed["capability"], undisclosed["undisclosed"]) == (None, 1)
    assert [row["label"] for row in document["rows"][:1]] == ["land troops of Alfland (one)"]


def test_the_strip_has_every_day_that_the_audience_may_ask_from() -> None:
    """Also those after the day asked from; statements and changes are counted apart."""
    document = room.ledger_view(EXAMPLE, room.Options(as_known_on=date(2025, 2, 1)))

    assert len(document["rows"]) == 2
    assert document["days"][0] == {"day": "2025-01-21", "statements": 3, "changes": 3}
    assert document["days"][-1] == {"day": "2025-03-11", "statements": 1, "changes": 3}
    assert sum(one["statements"] for one in document["days"]) == 12


@pytest.mark.parametrize("operation", [EXAMPLE, UKRAINE], ids=lambda one: one.id)
def test_each_facet_sums_to_what_the_others_leave(operation: Operation) -> None:
    """Every row has one value of each facet, so a facet's counts sum to the rows without it."""
    alone = Facets(firmness=("pledged", "signalled"))

    document = room.ledger_view(operation, room.Options(), alone)

    sums = {
        name: sum(one["count"] for one in values) for name, values in document["facets"].items()
    }
    assert sums["firmness"] == document["total"]
    assert {sums[name] for name in ("party", "capability", "basis")} == {len(document["rows"])}
