"""Tables as a spreadsheet, read back."""

from io import BytesIO

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from guarantor.export import Cell, Table, xlsx_bytes

BANNER = "Operation north. Audience: public. As known on 2025-03-15."


def table(*rows: tuple[Cell, ...], name: str = "ledger") -> Table:
    """Return a table of three columns."""
    return Table(name=name, columns=("id", "text", "much"), rows=rows)


def read(made: Table) -> Worksheet:
    """Return the one sheet of a spreadsheet."""
    book = load_workbook(BytesIO(xlsx_bytes(made, BANNER)))
    (sheet,) = book.worksheets
    return sheet


def test_the_banner_opens_it_and_the_head_stays_in_sight() -> None:
    """Row 1 says of what, for whom and when; rows 1 and 2 are frozen; the filter is on row 2."""
    sheet = read(table(("a", "said", 1), ("b", "said", 2)))

    assert sheet["A1"].value == BANNER
    assert [cell.value for cell in sheet[2]] == ["id", "text", "much"]
    assert sheet.freeze_panes == "A3"
    assert sheet.auto_filter.ref == "A2:C4"


def test_numbers_stay_numbers_and_nothing_stays_empty() -> None:
    """Unrounded, as they are."""
    sheet = read(table(("a", None, 1 / 3), ("b", "x", 9000), ("c", True, -5)))

    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
    assert rows == [["a", None, 1 / 3], ["b", "x", 9000], ["c", True, -5]]


def test_no_text_is_a_formula() -> None:
    """Whatever it begins with; nor is the banner."""
    made = table(("=1+1", "@SUM(A1)", "-3"))
    sheet = load_workbook(BytesIO(xlsx_bytes(made, "=1+1"))).worksheets[0]

    assert {cell.data_type for cell in sheet[3]} == {"s"}
    assert [cell.value for cell in sheet[3]] == ["=1+1", "@SUM(A1)", "-3"]
    assert (sheet["A1"].data_type, sheet["A1"].value) == ("s", "=1+1")


def test_what_the_format_cannot_hold_is_left_out() -> None:
    """Control characters; letters beyond 32,767; signs that no title may have."""
    sheet = read(table((f"a{chr(7)}b", "x" * 40_000, None), name="party/GBR: [all]"))

    assert sheet["A3"].value == "ab"
    assert len(str(sheet["B3"].value)) == 32_767
    assert sheet.title == "party GBR   all "


def test_the_same_table_gives_the_same_bytes() -> None:
    """No clock is in it."""
    made = table(("a", "said", 1))

    assert xlsx_bytes(made, BANNER) == xlsx_bytes(made, BANNER)
    assert b"2000-01-01T00:00:00Z" not in xlsx_bytes(made, BANNER)[:30]


def test_an_empty_table_has_its_head() -> None:
    """And a filter over no row."""
    sheet = read(table())

    assert sheet.max_row == 2
    assert sheet.auto_filter.ref == "A2:C2"
