"""Puts a brief together from an assessment document alone."""

import unicodedata
from typing import TypeVar, cast

from guarantor.brief import sections
from guarantor.brief.content import Brief
from guarantor.brief.document import Assessment
from guarantor.brief.index import Index

T = TypeVar("T")

ANSWERS = (
    sections.offers,
    sections.adding_up,
    sections.losses,
    sections.waits,
    sections.movement,
)
ANNEXES = (
    sections.requirements,
    sections.deciding,
    sections.spread,
    sections.over_time,
    sections.parties,
    sections.arrangements,
    sections.contested,
    sections.doubts,
    sections.indispensable,
    sections.deliveries,
    sections.sources,
)
REORDERS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that show a text in another order than it is written."""


def compose(document: Assessment) -> Brief:
    """Return the brief: the opening, the five answers, and the sections that say something."""
    index = Index(printable(document))
    annexes = (section(index) for section in ANNEXES)
    return Brief(
        opening=sections.opening(index),
        answers=tuple(answer(index) for answer in ANSWERS),
        annexes=tuple(section for section in annexes if section.blocks),
    )


def printable(value: T) -> T:
    """Return a document whose texts hold no control characters and keep their written order.

    Example:
        >>> printable({"name": f"Al{chr(27)}fland", "days": [1, f"two{chr(10)}lines"]})
        {'name': 'Alfland', 'days': [1, 'two lines']}
    """
    if isinstance(value, str):
        return cast("T", _printable(value))
    if isinstance(value, list):
        return cast("T", [printable(one) for one in value])
    if isinstance(value, dict):
        return cast("T", {printable(key): printable(one) for key, one in value.items()})
    return value


def _printable(text: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    kept = (" " if one.isspace() else one for one in text if one.isspace() or _is_shown(one))
    return " ".join("".join(kept).split())


def _is_shown(one: str) -> bool:
    return unicodedata.category(one) not in {"Cc", "Cs"} and one not in REORDERS
