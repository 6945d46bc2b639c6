"""The tables of words that ship with the package."""

import csv
from importlib.resources import files


def rows(folder: str, name: str) -> list[dict[str, str]]:
    """Return the rows of a table by its columns.

    Args:
        folder: The package whose folder ``tables`` holds it.
        name: The table's name without its ending.
    """
    text = files(folder).joinpath("tables", f"{name}.csv").read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def words(text: str) -> tuple[str, ...]:
    """Return the words of a list that is written as text."""
    return tuple(text.split())


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list that is written as text, without order."""
    return frozenset(text.split())
