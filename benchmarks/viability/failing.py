"""Failing: what a greatest fixed point leaves out is itself a least one.

What stands moving together is what does not fail, and things fail from nothing upwards: and becomes
or, at least k of n becomes at least n - k + 1 failing, and a sum falls short once too much fails.
"""

from collections.abc import Container
from decimal import Decimal

from guarantor.viability.formulas import (
    AtLeastOf,
    Both,
    Constant,
    Either,
    Event,
    Formula,
    No,
    SumReaches,
    Truth,
)


def failing(formula: Formula, settled: Container[str]) -> Formula:
    """Return the formula that a formula fails, where a truth stands for its own failing.

    Args:
        formula: What fails.
        settled: The truths that stand for themselves: what a ``not`` rests on.
    """
    match formula:
        case Constant(value):
            return Constant(not value)
        case Truth(name) if name not in settled:
            return formula
        case Truth() | Event():
            return No(formula)
        case No(part):
            return part
    parts = tuple(failing(part, settled) for part in formula.parts)
    match formula:
        case Both():
            return Either(parts)
        case Either():
            return Both(parts)
        case AtLeastOf(count):
            return AtLeastOf(len(parts) - count + 1, parts)
        case SumReaches():
            return _falls_short(formula, parts)


def _falls_short(formula: SumReaches, parts: tuple[Formula, ...]) -> Formula:
    """Return that what fails of a sum leaves less than its need."""
    if formula.need is None:
        return Constant(value=True)
    need, amounts, _ = formula.scaled
    counted = [
        (part, Decimal(amount))
        for part, amount in zip(parts, amounts, strict=True)
        if amount is not None
    ]
    enough = (part for part, amount in zip(parts, amounts, strict=True) if amount is None)
    too_much = sum(amount for _, amount in counted) - need + 1
    lost = SumReaches(
        need=Decimal(too_much),
        parts=tuple(part for part, _ in counted),
        amounts=tuple(amount for _, amount in counted),
    )
    return Both((lost, *enough))
