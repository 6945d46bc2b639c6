"""Shapes of single values that are words: texts, ids, references, closed lists, days."""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from guarantor.errors import BadDay
from guarantor.model import ID_PATTERN, LANGUAGE_WORDS, PUBLIC, Basis, day
from guarantor.operation.nodes import Node, Scalar, Sort
from guarantor.operation.reading import Mention, Reading, Target, Unread, a, listed, shown
from guarantor.operation.shapes import Schema, Shape, T, scalar_of

E = TypeVar("E", bound=StrEnum)
_ID = re.compile(ID_PATTERN)
LONGEST_ID = 80
UNKNOWN_WORD = "unknown"
RESERVED = LANGUAGE_WORDS | {*Basis, PUBLIC, UNKNOWN_WORD, "true", "false"}
"""Words that are no ids: the language of conditions and the options need them."""
_LIKENESS = 0.72
"""How near a word of a closed list has to be: declined is not delivered."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2999


@dataclass(frozen=True, slots=True)
class Text:
    """Free text."""

    wanted: str = "a text"

    def read(self, node: Node, reading: Reading) -> str:
        """Read a text; a number or truth value has to be quoted to be one."""
        scalar = scalar_of(node, reading, self.wanted)
        if scalar.sort is not Sort.TEXT:
            what = "number" if scalar.sort is Sort.NUMBER else "truth value"
            sentence = (
                f"{shown(scalar.text)} is a {what} and {self.wanted} stands here; put it in quotes"
            )
            raise reading.fault(scalar.place, sentence)
        return scalar.text

    def schema(self) -> Schema:
        """Return a string's schema."""
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class Id:
    """An id of the operation.

    Attributes:
        called: What a sentence calls it.
        words: Words of the language that may stand here nevertheless.
    """

    called: str = "id"
    words: frozenset[str] = frozenset()

    def read(self, node: Node, reading: Reading) -> str:
        """Read an id: letters, digits and _, single - between; no word of the language."""
        scalar = scalar_of(node, reading, f"an id for the {self.called}")
        text = scalar.text
        if text in self.words:
            return text
        if text in RESERVED:
            sentence = f"{text} is a word of the language and no {self.called}; choose another"
            raise reading.fault(scalar.place, sentence)
        if len(text) > LONGEST_ID or not _ID.fullmatch(text):
            sentence = (
                f"{shown(text)} is no {self.called}; write a letter, then letters, digits and _, "
                f"single - between them, at most {LONGEST_ID} in all"
            )
            raise reading.fault(scalar.place, sentence)
        return text

    def schema(self) -> Schema:
        """Return the pattern of ids."""
        pattern: Schema = {"type": "string", "pattern": f"^{ID_PATTERN}$", "maxLength": LONGEST_ID}
        refused = sorted(RESERVED - self.words)
        return {**pattern, "not": {"enum": refused}}


@dataclass(frozen=True, slots=True)
class Reference:
    """The id of something that has to exist."""

    target: Target
    words: frozenset[str] = frozenset()

    def read(self, node: Node, reading: Reading) -> str:
        """Read an id and note that it is mentioned."""
        name = Id(self.target, self.words).read(node, reading)
        if isinstance(node, Scalar) and name not in self.words:
            reading.mentions.append(Mention(self.target, name, node.place))
        return name

    def schema(self) -> Schema:
        """Return the pattern of ids."""
        return Id(self.target, self.words).schema()


@dataclass(frozen=True, slots=True)
class Word(Generic[E]):
    """A word of a closed list."""

    called: str
    words: tuple[E, ...]

    def read(self, node: Node, reading: Reading) -> E:
        """Read a word of the list."""
        scalar = scalar_of(node, reading, a(self.called))
        word = next((word for word in self.words if word == scalar.text), None)
        if word is None:
            near = reading.nearest(scalar.text, self.words, likeness=_LIKENESS)
            remedy = near or f"write {listed(self.words)}"
            sentence = f"{shown(scalar.text)} is no {self.called}; {remedy}"
            raise reading.fault(scalar.place, sentence)
        return word

    def schema(self) -> Schema:
        """Return the closed list."""
        return {"enum": [str(word) for word in self.words]}


@dataclass(frozen=True, slots=True)
class OneOrList(Generic[T]):
    """One value, or a list of them."""

    many: Shape[tuple[T, ...]]
    one: Shape[T]

    def read(self, node: Node, reading: Reading) -> tuple[T, ...]:
        """Read one value as a list of one."""
        if isinstance(node, Scalar):
            return (self.one.read(node, reading),)
        return self.many.read(node, reading)

    def schema(self) -> Schema:
        """Return either schema."""
        return {"anyOf": [self.one.schema(), self.many.schema()]}


@dataclass(frozen=True, slots=True)
class Joined(Generic[T]):
    """Several values in one column, joined by ``;``."""

    item: Shape[T]

    def read(self, node: Node, reading: Reading) -> tuple[T, ...]:
        """Read every value of the column."""
        scalar = scalar_of(node, reading, "values joined by ;")
        values: list[T] = []
        offset = 0
        parts = scalar.text.split(";")
        for part in parts:
            stripped = part.strip()
            start = offset + len(part) - len(part.lstrip())
            with suppress(Unread):
                values.append(self.item.read(Scalar(scalar.at(start), stripped, lead=0), reading))
            offset += len(part) + 1
        if len(values) < len(parts):
            raise Unread
        return tuple(values)

    def schema(self) -> Schema:
        """Return a string's schema: a column of CSV is text."""
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or a month, which is read as its last day."""

    def read(self, node: Node, reading: Reading) -> date:
        """Read a day of the calendar."""
        scalar = scalar_of(node, reading, "a day")
        try:
            value = day(scalar.text)
        except BadDay as error:
            sentence = (
                f"{shown(scalar.text)} is no day of the calendar; write YYYY-MM-DD, "
                "or YYYY-MM for the last day of a month"
            )
            raise reading.fault(scalar.place, sentence) from error
        if not _FIRST_YEAR <= value.year <= _LAST_YEAR:
            sentence = (
                f"{shown(scalar.text)} lies outside the years {_FIRST_YEAR} to {_LAST_YEAR}; "
                "leave the key out where no day is meant"
            )
            raise reading.fault(scalar.place, sentence)
        return value

    def schema(self) -> Schema:
        """Return the pattern of days and months."""
        return {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$"}


@dataclass(frozen=True, slots=True)
class OrUnknown(Generic[T]):
    """A value, or the word ``unknown``, which reads as ``None``."""

    known: Shape[T]

    def read(self, node: Node, reading: Reading) -> T | None:
        """Read the value or the word."""
        if isinstance(node, Scalar) and node.text == UNKNOWN_WORD:
            return None
        return self.known.read(node, reading)

    def schema(self) -> Schema:
        """Return either schema."""
        return {"anyOf": [{"const": UNKNOWN_WORD}, self.known.schema()]}


def is_full_day(node: Node | None) -> bool:
    """Tell whether a node names a day and not a month."""
    return isinstance(node, Scalar) and node.text.count("-") == 2  # noqa: PLR2004 - YYYY-MM-DD
