"""Tables as CSV (RFC 4180), read alike by spreadsheets and programs."""

import re

from guarantor.export.tables import Cell, Table, harmless

_ENDS = re.compile('[",\r\n]')
"""What a field without quotes cannot hold; the standard library leaves a bare ``\\r`` unquoted."""


def csv_text(table: Table) -> str:
    r"""Return a table as CSV, its lines ended by a line feed.

    Numbers are unrounded and an empty cell is empty. A text that a spreadsheet would run as a
    formula gets an apostrophe in front.

    Example:
        >>> rows = (("a, b", 0.1), ("=c", None))
        >>> csv_text(Table(name="sums", columns=("what", "much"), rows=rows))
        'what,much\n"a, b",0.1\n\'=c,\n'
    """
    return "".join(f"{','.join(map(_field, row))}\n" for row in (table.columns, *table.rows))


def _field(cell: Cell) -> str:
    """Return a cell as a field, in quotes where it holds what ends one."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    text = str(harmless(cell))
    return f'"{text.replace(chr(34), chr(34) * 2)}"' if _ENDS.search(text) else text
