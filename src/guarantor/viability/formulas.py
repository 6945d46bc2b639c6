"""Formulas: conditions resolved against a view, evaluated over many scenarios at once.

A *column* is an array of truth values, one for each scenario. A formula reads the columns of the
events that happen and of the propositions, parties and contributions that are true.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, reduce
from math import lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.bool_]
Columns = Mapping[str, Column]


@dataclass(frozen=True)
class Constant:
    """True or false in every scenario."""

    value: bool


@dataclass(frozen=True)
class Event:
    """An event of its own happens: a proposition's, a decision, a fulfilment, an unknown term."""

    name: str


@dataclass(frozen=True)
class Truth:
    """A proposition is true, a party joins, or a contribution is offered."""

    name: str


@dataclass(frozen=True)
class Both:
    """Every part holds; without parts it does."""

    parts: tuple["Formula", ...]


@dataclass(frozen=True)
class Either:
    """Some part holds; without parts none does."""

    parts: tuple["Formula", ...]


@dataclass(frozen=True)
class No:
    """The part does not hold."""

    part: "Formula"


@dataclass(frozen=True)
class AtLeastOf:
    """At least ``count`` of the parts hold."""

    count: int
    parts: tuple["Formula", ...]


@dataclass(frozen=True)
class SumReaches:
    """The amounts of the parts that hold sum to at least ``need``.

    Attributes:
        need: What has to be reached; ``None`` where nobody said, which nothing reaches.
        amounts: The amount of each part; ``None`` is enough for any need.
    """

    need: Decimal | None
    parts: tuple["Formula", ...]
    amounts: tuple[Decimal | None, ...]

    @cached_property
    def scaled(self) -> tuple[int, tuple[int | None, ...], type]:
        """The need and the amounts as whole numbers of one small unit, and a type that holds them.

        Decimal numbers are summed exactly: nothing is rounded.
        """
        need = Fraction(self.need or 0)
        amounts = [None if amount is None else Fraction(amount) for amount in self.amounts]
        per_unit = lcm(need.denominator, *(amount.denominator for amount in amounts if amount))
        whole = [None if amount is None else int(amount * per_unit) for amount in amounts]
        largest = int(need * per_unit) + sum(amount or 0 for amount in whole)
        return int(need * per_unit), tuple(whole), np.int64 if largest < 2**62 else object


Formula = Constant | Event | Truth | Both | Either | No | AtLeastOf | SumReaches


def evaluate(formula: Formula, events: Columns, truths: Columns, width: int) -> Column:
    """Return in which of ``width`` scenarios a formula holds."""
    match formula:
        case Constant(value):
            return np.full(width, value)
        case Event(name):
            return events[name]
        case Truth(name):
            return truths[name]
        case No(part):
            return ~evaluate(part, events, truths, width)
        case Both(parts):
            columns = (evaluate(part, events, truths, width) for part in parts)
            return reduce(np.logical_and, columns, np.full(width, fill_value=True))
        case Either(parts):
            columns = (evaluate(part, events, truths, width) for part in parts)
            return reduce(np.logical_or, columns, np.full(width, fill_value=False))
        case AtLeastOf(count, parts):
            hits = np.zeros(width, dtype=np.int32)
            for part in parts:
                hits += evaluate(part, events, truths, width)
            return hits >= count
        case SumReaches():
            return _reaches(formula, events, truths, width)


def _reaches(formula: SumReaches, events: Columns, truths: Columns, width: int) -> Column:
    if formula.need is None:
        return np.full(width, fill_value=False)
    need, amounts, kind = formula.scaled
    total: NDArray[Any] = np.zeros(width, dtype=kind)
    enough = np.full(width, fill_value=False)
    for part, amount in zip(formula.parts, amounts, strict=True):
        holds = evaluate(part, events, truths, width)
        if amount is None:
            enough |= holds
        else:
            total += holds.astype(kind) * amount
    reached: Column = enough | (total >= need).astype(bool)
    return reached


def parts_of(formula: Formula) -> tuple[Formula, ...]:
    """Return the direct parts of a formula."""
    match formula:
        case Both(parts) | Either(parts) | AtLeastOf(parts=parts) | SumReaches(parts=parts):
            return parts
        case No(part):
            return (part,)
        case _:
            return ()


def leaves(formula: Formula) -> Iterator[Event | Truth]:
    """Yield every event and truth that a formula reads."""
    if isinstance(formula, Event | Truth):
        yield formula
    for part in parts_of(formula):
        yield from leaves(part)


def has_sum(formula: Formula) -> bool:
    """Tell whether a formula reads quantities."""
    return isinstance(formula, SumReaches) or any(map(has_sum, parts_of(formula)))


def negated_truths(formula: Formula, *, under_not: bool = False) -> Iterator[str]:
    """Yield the names of the truths that stand under a ``not``."""
    if isinstance(formula, Truth) and under_not:
        yield formula.name
    for part in parts_of(formula):
        yield from negated_truths(part, under_not=under_not or isinstance(formula, No))
