"""Values of an axis: numbers and ranges, truths, days and the words of options, read from text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from guarantor.errors import BadAxis, BadDay, UnknownId
from guarantor.model import LADDER, Firmness, View, day
from guarantor.room.counted import counts_by
from guarantor.room.rows import number

Value = Decimal | bool | Firmness | date | str

_NUMBER = r"[0-9]{1,12}(?:\.[0-9]{1,6})?"
_RANGE = re.compile(rf"({_NUMBER})(?:\.\.({_NUMBER})(?::({_NUMBER}))?)?")


class Values(Protocol):
    """Values that tell how many they are."""

    def __len__(self) -> int: ...
    def __iter__(self) -> Iterator[Value]: ...


@dataclass(frozen=True, slots=True)
class Span:
    """Numbers from a low to a high end, counted before they are made: they may be very many."""

    low: Decimal
    high: Decimal
    step: Decimal

    def __len__(self) -> int:
        return int((self.high - self.low) // self.step) + 1

    def __iter__(self) -> Iterator[Decimal]:
        return (self.low + place * self.step for place in range(len(self)))


def numbers(view: View, name: str, texts: Sequence[str]) -> list[Span]:
    """Read the numbers and ranges that a parameter is set to.

    Raises:
        BadAxis: One is no number and no range, or a parameter that counts would not be whole.
    """
    spans = [_span(name, text) for text in texts]
    if any(end % 1 for span in spans for end in (span.low, span.step)) and counts_by(view, name):
        raise BadAxis(name, ",".join(texts), "at_least counts by it; give whole numbers")
    return spans


def _span(name: str, text: str) -> Span:
    match = _RANGE.fullmatch(text)
    if match is None:
        how = "is no number and no range; write 3, 0.25, 1..3 or 0..1:0.25"
        raise BadAxis(name, text, how)
    low = Decimal(match[1])
    span = Span(low, Decimal(match[2] or low), Decimal(match[3] or 1))
    if span.high < span.low:
        raise BadAxis(name, text, "begins above its end; write LOW..HIGH")
    if not span.step:
        raise BadAxis(name, text, "has no step; write LOW..HIGH:STEP with a step above 0")
    return span


def truths(name: str, texts: Iterable[str]) -> list[bool]:
    """Read what an id is supposed to be.

    Raises:
        BadAxis: One is neither ``true`` nor ``false``.
    """
    for text in texts:
        if text.lower() not in {"true", "false"}:
            raise BadAxis(name, text, f"{name} is true or false; write {name}=true,false")
    return [text.lower() == "true" for text in texts]


def option_values(view: View, name: str, texts: Iterable[str]) -> list[Firmness | date | str]:
    """Read what an option is set to.

    Raises:
        BadAxis: One is no rung of the ladder of firmness, or no day.
        UnknownId: One is no requirement in view.
    """
    return [_option_value(view, name, text) for text in texts]


def _option_value(view: View, name: str, text: str) -> Firmness | date | str:
    if name == "requirement":
        if text not in view.requirements:
            raise UnknownId(kind="requirement", name=text, known=view.requirements)
        return text
    if name == "firm":
        if text not in LADDER:
            raise BadAxis(name, text, f"firmness is one of {', '.join(LADDER)}")
        return Firmness(text)
    try:
        return day(text)
    except BadDay as error:
        raise BadAxis(name, text, str(error)) from error


def plain(value: Value) -> float | bool | str:
    """Return a value as JSON has it."""
    match value:
        case Decimal():
            return number(value) or 0
        case date():
            return value.isoformat()
        case Firmness():
            return value.value
        case _:
            return value
