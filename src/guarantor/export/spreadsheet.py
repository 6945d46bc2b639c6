"""Tables as a spreadsheet (Office Open XML): a banner, a frozen head, a filter, and no formula."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from guarantor.export.tables import Cell, Table

_HEAD = 2
"""The row of the heads; the banner stands above it."""
_NARROWEST, _WIDEST = 10, 60
_MEASURED = 200
"""How many rows set the width of a column."""
_MOST_LETTERS = 32_767
"""Most characters of a cell in the format."""
_LONGEST_TITLE = 31
_NOT_IN_TITLES = re.compile(r"[\[\]:*?/\\]")
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_MODIFIED = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_NO_MOMENT = b"2000-01-01T00:00:00Z"
"""Stands where the format wants a moment, so that the same table gives the same bytes."""


def xlsx_bytes(table: Table, banner: str) -> bytes:
    """Return a table as the bytes of a spreadsheet; the same table gives the same bytes.

    Args:
        table: What to write. Texts stay texts, whatever they begin with.
        banner: Its first row: what it is of, for whom, as known when.
    """
    from openpyxl import Workbook  # noqa: PLC0415  a spreadsheet is written only when asked for
    from openpyxl.styles import Font  # noqa: PLC0415  likewise
    from openpyxl.utils import get_column_letter  # noqa: PLC0415  likewise

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = _NOT_IN_TITLES.sub(" ", table.name)[:_LONGEST_TITLE] or "table"
    rows: list[tuple[Cell, ...]] = [(banner,), table.columns, *table.rows]
    for down, row in enumerate(rows, start=1):
        for across, value in enumerate(row, start=1):
            cell = sheet.cell(row=down, column=across)
            cell.value = _clean(value)
            if isinstance(value, str):
                cell.data_type = "s"  # a text is never a formula
            if down <= _HEAD:
                cell.font = Font(bold=True)
    last = get_column_letter(max(1, len(table.columns)))
    sheet.freeze_panes = f"A{_HEAD + 1}"
    sheet.auto_filter.ref = f"A{_HEAD}:{last}{max(_HEAD, len(rows))}"
    for place in range(len(table.columns)):
        sheet.column_dimensions[get_column_letter(place + 1)].width = _width(table, place)
    out = BytesIO()
    book.save(out)
    return _timeless(out.getvalue())


def _clean(value: Cell) -> Cell:
    """Return what the format can hold: no control characters, no text beyond its limit."""
    return _NOT_IN_XML.sub("", value)[:_MOST_LETTERS] if isinstance(value, str) else value


def _width(table: Table, place: int) -> int:
    texts = [table.columns[place], *(str(row[place] or "") for row in table.rows[:_MEASURED])]
    return min(_WIDEST, max(_NARROWEST, *(len(text) + 2 for text in texts)))


def _timeless(written: bytes) -> bytes:
    """Return the same file without the moment at which it was written."""
    out = BytesIO()
    with ZipFile(BytesIO(written)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = _MODIFIED.sub(rb"\g<1>" + _NO_MOMENT, old.read(name))
            new.writestr(ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, ZIP_DEFLATED)
    return out.getvalue()
