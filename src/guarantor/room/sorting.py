"""Sorting a list by one of its columns."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from guarantor.errors import Unusable

T = TypeVar("T")

Columns = Mapping[str, Callable[[T], Any]]
"""What rows are sorted by, for each column; ``None`` comes last either way."""


def sorted_by(
    rows: Iterable[T], sort: str, columns: Columns[T], tie: Callable[[T], str]
) -> list[T]:
    """Return rows in order of a column.

    Args:
        rows: What to sort.
        sort: The name of a column, with ``-`` in front for the last first; empty for the order
            given.
        columns: What may be sorted by.
        tie: What tells rows apart that are equal in the column.

    Raises:
        Unusable: There is no such column.

    Example:
        >>> rows = [{"id": "b", "n": 1}, {"id": "a", "n": 1}, {"id": "c", "n": None}]
        >>> found = sorted_by(rows, "-n", {"n": lambda row: row["n"]}, lambda row: row["id"])
        >>> [row["id"] for row in found]
        ['a', 'b', 'c']
    """
    if not sort:
        return list(rows)
    name = sort.removeprefix("-")
    if name not in columns:
        msg = f"{name}: no column to sort by; there are {', '.join(sorted(columns))}"
        raise Unusable(msg)
    key = columns[name]
    told = sorted(rows, key=tie)
    known = [row for row in told if key(row) is not None]
    unknown = [row for row in told if key(row) is None]
    return [*sorted(known, key=key, reverse=sort.startswith("-")), *unknown]
