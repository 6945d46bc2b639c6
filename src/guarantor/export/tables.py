"""A table: what every export is made from, and what keeps its texts from being run."""

from dataclasses import dataclass

Cell = str | int | float | bool | None
"""What a cell holds; ``None`` is an empty one."""

_OPENS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows under named columns.

    Attributes:
        name: What it holds, such as ``ledger``.
        columns: The names of the columns.
        rows: One cell a column; numbers unrounded, in the unit that a column of the row names.
    """

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            msg = f"every row of the table {self.name} has {len(self.columns)} cells"
            raise ValueError(msg)


def harmless(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula; a number stays a number.

    Example:
        >>> harmless("=1+1"), harmless("land troops"), harmless(-3)
        ("'=1+1", 'land troops', -3)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_OPENS_A_FORMULA) else cell
