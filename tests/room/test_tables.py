"""The table of each document, and the names of the files they are offered as."""

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from guarantor import room
from guarantor.export import Cell, Table
from guarantor.room.tables.making import table

OPERATION = room.open_source("example").operation
ASSESSMENT = room.assess(OPERATION, room.Options())
OPTIONS = room.Options()


def rows(made: Table) -> list[dict[str, Cell]]:
    """Return the rows of a table by their columns."""
    return [dict(zip(made.columns, row, strict=True)) for row in made.rows]


def test_the_ledger_never_writes_nothing_for_undisclosed() -> None:
    """Charland's bounds stand; of what nothing bounds both ends are empty, in words undisclosed."""
    found = {
        row["id"]: row for row in rows(room.ledger_table(room.ledger_view(OPERATION, OPTIONS)))
    }

    columns = ("quantity", "quantity_low", "quantity_high", "unit", "quantity_basis")
    assert [found["cha-troops"][one] for one in columns] == [
        "undisclosed (at least 500, at most 2,000)",
        500,
        2000,
        "persons",
        "undisclosed",
    ]
    assert [found["del-troops"][one] for one in columns] == [
        "undisclosed",
        None,
        None,
        "persons",
        "undisclosed",
    ]
    assert found["bra-troops"]["quantity_low"] == 3000
    assert found["alf-troops"]["terms"] == (
        "backstop or un_mandate (stated); ceasefire and host_consent (assumed)"
    )


def test_the_answer_is_told_in_long_format() -> None:
    """A row for each target, measure and reading; numbers unrounded, with their method."""
    found = rows(room.answer_table(ASSESSMENT))

    met = [row for row in found if row["kind"] == "requirement" and row["measure"] == "met"]
    assert [(row["target"], row["reading"], row["method"]) for row in met] == [
        ("monitoring", "nobody_moves_first", "exact"),
        ("monitoring", "moving_together", "exact"),
    ]
    assert met[1]["high"] == ASSESSMENT["chance"]["moving_together"]["high"]
    offers = [row for row in found if row["measure"] == "offers"]
    assert [(row["low"], row["high"], row["unit"]) for row in offers] == [(4, 4, "offers")] * 2
    assert sum(row["kind"] == "line" for row in found) == 2 * 3
    assert sum(row["kind"] == "party" for row in found) == 2 * 2 * 7


def test_what_was_sampled_says_so() -> None:
    """With its error, its runs and its seed."""
    sampled = room.method(method="sampled", seed=7, tolerance=0.05)
    assessment = room.assess(OPERATION, room.Options(method=sampled))

    (first, *_) = rows(room.answer_table(assessment))

    assert (first["method"], first["seed"]) == ("sampled", 7)
    assert first["standard_error_high"] is not None
    assert first["runs"]


def test_the_brief_has_the_lines_of_every_requirement() -> None:
    """Stated and reported apart, the undisclosed by name."""
    found = rows(room.brief_table(ASSESSMENT))

    assert [(row["requirement"], row["line"]) for row in found] == [
        ("monitoring", "land"),
        ("monitoring", "monitors"),
        ("monitoring", "airlift"),
        ("reassurance", "land"),
        ("line", "on-the-line"),
    ]
    land = found[0]
    assert (land["need_low"], land["need_high"]) == (8000, 9000)
    assert (land["stated_low"], land["stated_high"], land["reported_high"]) == (8000, 9000, 0)
    assert land["undisclosed"] == "cha-troops"
    assert land["met_high_moving_together"] == pytest.approx(0.1073088)
    assert found[3]["met_high_moving_together"] is None


def test_breaks_and_asks_have_a_row_each() -> None:
    """Every cut set listed, in the four ways it is read; every change with whether it is best."""
    broken = room.broken(ASSESSMENT)
    found = rows(room.broken_table(broken))

    many = sum(
        len(logic["cut_sets"])
        for counting in (broken["logic"]["disclosed"], broken["logic"]["undisclosed_enough"])
        for logic in (counting["nobody_moves_first"], counting["moving_together"])
    )
    assert sum(row["kind"] == "cut_set" for row in found) == many
    hanging = [row for row in found if row["kind"] == "hangs_on" and row["members"] == "BRA"]
    assert [row["lost"] for row in hanging] == ["bra-troops; cha-troops"]
    asks = room.asks(OPERATION, OPTIONS)
    asked = rows(room.asks_table(asks))
    assert [row["change"] for row in asked] == [row["change"] for row in asks["rows"]]
    assert {row["change"] for row in asked if row["in_best_set"]} == set(asks["best"]["changes"])


def test_history_evidence_and_timeline_have_a_row_for_each_entry() -> None:
    """As many as their documents."""
    history = room.history(OPERATION, OPTIONS, "alf-troops")
    assert [row["day"] for row in rows(room.history_table(history))] == ["2025-02-20", "2025-03-02"]
    evidence = room.evidence_view(OPERATION, OPTIONS)
    assert len(room.evidence_table(evidence).rows) == 12
    line = room.timeline(OPERATION, OPTIONS)
    assert len(room.timeline_table(line).rows) == 3 + 5 + 8
    card = rows(room.party_table(room.party_card(OPERATION, OPTIONS, "BRA")))
    assert [row["section"] for row in card] == [
        *("offer", "said", "waits_for", "waits_for", "waited_for", "waited_for"),
        *("lost", "lost", "event", "event"),
    ]
    statement = room.statement_view(room.open_source("example"), OPTIONS, "ALF-1")
    assert len(room.statement_table(statement).rows) == 5


def test_the_ledger_as_a_spreadsheet_is_the_ledger_as_csv() -> None:
    """Read back: the banner, the head and the rows."""
    document = room.ledger_view(OPERATION, OPTIONS)
    made = room.ledger_table(document)

    sheet = load_workbook(BytesIO(room.xlsx_bytes(made, room.banner(document)))).worksheets[0]
    cells = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    read = list(csv.reader(StringIO(room.csv_text(made))))

    assert sheet["A1"].value == (
        "Operation example. Audience: public. As known on 2025-03-15. Not for classified "
        "information."
    )
    assert [cell.value for cell in sheet[2]] == read[0]
    assert [row[0] for row in cells] == [row[0] for row in read[1:]]
    assert len(cells) == 5


def test_files_are_named_for_operation_view_audience_and_day() -> None:
    """Whatever document it is; and nothing in a name leads elsewhere."""
    options = room.Options(audience="coalition", as_known_on=date(2025, 3, 2))
    ledger = room.ledger_view(OPERATION, options)

    assert room.file_name(ledger, "ledger", "csv") == "example-ledger-coalition-2025-03-02.csv"
    assert room.file_name(ASSESSMENT, "what-if", "csv") == "example-what-if-public-2025-03-15.csv"
    marked: room.Marked = {"operation": "../x", "audience": "a b", "as_known_on": "2025-03-15"}
    assert room.file_name(marked, "party/GBR", "csv") == ".._x-party_GBR-a_b-2025-03-15.csv"


def test_a_row_that_names_no_column_is_a_mistake() -> None:
    """So that a column that was renamed is not lost in silence."""
    with pytest.raises(ValueError, match="the table sums has no column more"):
        table("sums", ("what",), [{"what": 1, "more": 2}])
