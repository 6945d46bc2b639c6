"""What a text of the folder says, with its places, before anybody asks what it means.

YAML, CSV and the plain content of a ledger all become these nodes, so that one road leads from any
of them to the nouns.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import Any

from guarantor.operation.numbers import exact_value


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands.

    Attributes:
        file: Name of the file within the folder; the name of the ledger for its entries.
        line: Line, from 1; the running number of an entry in a ledger.
        column: Column, from 1, in characters.
    """

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        """Return ``file:line:column``."""
        return f"{self.file}:{self.line}:{self.column}"


class Sort(Enum):
    """What a scalar is by YAML's own reckoning."""

    TEXT = auto()
    NUMBER = auto()
    TRUTH = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value.

    Attributes:
        place: Where it begins.
        text: What it says, without quotes and escapes.
        sort: What it is.
        lead: How many columns after its place the text begins, where the text stands in one line
            as it is; ``None`` where quotes, folds or escapes hide which column is which.
    """

    place: Place
    text: str
    sort: Sort = Sort.TEXT
    lead: int | None = None

    def at(self, offset: int) -> Place:
        """Return the place of a character of the text, or of the whole where that is unknown."""
        if self.lead is None:
            return self.place
        return Place(self.place.file, self.place.line, self.place.column + self.lead + offset)


@dataclass(frozen=True, slots=True)
class Keyed:
    """A mapping, in order; every key once."""

    place: Place
    items: tuple[tuple[Scalar, "Node"], ...]

    def get(self, name: str) -> "Node | None":
        """Return what a key holds, or ``None`` where the key is left out."""
        return next((node for key, node in self.items if key.text == name), None)


@dataclass(frozen=True, slots=True)
class Listed:
    """A list."""

    place: Place
    items: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Hole:
    """Something that could not be read, and whose fault is already noted."""

    place: Place


Node = Scalar | Keyed | Listed | Hole

UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Characters that no text of a folder holds: controls, lone surrogates, stray byte order marks.

The separators of lines and paragraphs (U+2028, U+2029) are among them: editors do not agree on
whether they end a line, and a place would be a line off.
"""


def find(node: Node, *path: str | int) -> Node:
    """Return the node at the end of a path of keys and indexes, as far as it goes."""
    for part in path:
        match node, part:
            case Keyed(), str() if (inner := node.get(part)) is not None:
                node = inner
            case Listed(_, items), int() if part < len(items):
                node = items[part]
            case _:
                break
    return node


def plain(node: Node) -> Any:  # noqa: ANN401 - plain data has no narrower type
    """Return a node as plain data: mappings, lists, text, numbers, truth values."""
    match node:
        case Keyed(_, items):
            return {key.text: plain(inner) for key, inner in items}
        case Listed(_, items):
            return [plain(inner) for inner in items]
        case Scalar(_, text, Sort.NUMBER):
            return _plain_number(text)
        case Scalar(_, text, Sort.TRUTH):
            return text.lower() == "true"
        case Scalar(_, text, Sort.TEXT):
            return text
        case _:
            return None


def _plain_number(text: str) -> int | float | str:
    """Return a number as JSON keeps it exactly: as text where a float would not."""
    value = exact_value(text)
    if value is None:
        return text
    if not {".", "e", "E"} & set(text) or text.startswith(("0x", "0o")):
        return int(value)
    return float(value) if Decimal(repr(float(value))) == value else text


DEEPEST = 24
"""How deep mappings and lists may stand in one another."""


def from_plain(value: object, place: Place, depth: int = 0) -> Node:
    """Return plain data as a node, every part of it at one place.

    What is no plain data, or deeper than any folder, becomes a :class:`Hole`.
    """
    match value:
        case dict() if depth < DEEPEST and all(isinstance(key, str) for key in value):
            return Keyed(
                place,
                tuple(
                    (Scalar(place, key), from_plain(inner, place, depth + 1))
                    for key, inner in value.items()
                ),
            )
        case list() | tuple() if depth < DEEPEST:
            return Listed(place, tuple(from_plain(inner, place, depth + 1) for inner in value))
        case None:
            return Scalar(place, "", Sort.NOTHING)
        case bool():
            return Scalar(place, str(value).lower(), Sort.TRUTH)
        case int() | float():
            return Scalar(place, _number_text(value), Sort.NUMBER)
        case str() if not UNPRINTABLE.search(value):
            return Scalar(place, value)
        case _:
            return Hole(place)


def _number_text(value: float) -> str:
    try:
        return repr(value)
    except ValueError:  # an int of more digits than Python prints
        return "inf"


def holes(node: Node) -> Iterator[Hole]:
    """Yield every hole within a node."""
    match node:
        case Hole():
            yield node
        case Keyed(_, items):
            for _, inner in items:
                yield from holes(inner)
        case Listed(_, items):
            for inner in items:
                yield from holes(inner)
        case _:
            pass
