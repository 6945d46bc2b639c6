"""Quantiles: how much is delivered to a line at P10, P50 and P90, exactly where that fits.

A quantile is what is reached with a chance: P10 with at least 90 %, P50 with at least 50 %, P90
with at least 10 %.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, lcm

import numpy as np

from guarantor.errors import OverBudget
from guarantor.model import End, Line, Offer
from guarantor.viability.answering import Answering
from guarantor.viability.counting import Counting
from guarantor.viability.diagrams.core import Keep
from guarantor.viability.fixpoint import Reading
from guarantor.viability.formulas import Column, Formula
from guarantor.viability.method import Kind, Method
from guarantor.viability.sampled.circuits import FALSE, TRUE
from guarantor.viability.sampled.sampler import Sampler
from guarantor.viability.spreads.quantities import LARGEST, delivered, in_unit
from guarantor.viability.structure import Structure

RUNS = 1 << 16
"""How many runs quantiles rest on where they are sampled: the share of runs that reach one is then
within 0.6 percentage points of the chance (three standard errors)."""

LEVELS = {"p10": 0.9, "p50": 0.5, "p90": 0.1}
"""For each quantile the chance that so much is reached."""


@dataclass(frozen=True, kw_only=True)
class Quantiles:
    """How much of what a line counts is delivered.

    Attributes:
        ends: ``p10``, ``p50`` and ``p90``, each at the low and at the high end, in the line's unit;
            ``None`` where nothing bounds it.
        runs: How many runs they rest on; 0 where they are exact.
    """

    ends: Mapping[str, tuple[Decimal | None, Decimal | None]]
    runs: int = 0


def quantiles(answering: Answering, line: Line, reading: Reading, method: Method) -> Quantiles:
    """Return how much is delivered to a line, in one reading.

    The low end takes every chance and quantity at its low end, an undisclosed quantity at its
    stated least, else as nothing; the high end the opposite, and nothing bounds an undisclosed
    quantity without a stated most.

    Args:
        answering: The question.
        line: One of its lines; its need does not matter.
        reading: How circular conditions are read.
        method: Whether it has to be exact, and what may be spent.

    Raises:
        OverBudget: It has to be exact and outgrows the budget.
        OutOfTime: The method's time is up.
        TooLarge: Too much stands under a ``not`` with a chance that is an interval.
    """
    if method.kind is not Kind.SAMPLED:
        try:
            return _exact(answering, line, reading, method)
        except OverBudget:
            if method.kind is Kind.EXACT:
                raise
    return _sampled(answering, line, reading, method)


def _exact(answering: Answering, line: Line, reading: Reading, method: Method) -> Quantiles:
    exact = answering.exact(keep=Keep.OPEN)
    found = {end: delivered(exact, line, end, reading, method) for end in End}
    reached = {
        name: {end: one.reached(end, level) for end, one in found.items()}
        for name, level in LEVELS.items()
    }
    return Quantiles(ends={name: _in_order(ends) for name, ends in reached.items()})


def _in_order(
    ends: Mapping[End, Decimal | None],
) -> tuple[Decimal | None, Decimal | None]:
    """Return both ends, the low one never above the high one."""
    low, high = ends[End.LOW], ends[End.HIGH]
    if high is not None and (low is None or low > high):
        low = high
    return low, high


def _sampled(answering: Answering, line: Line, reading: Reading, method: Method) -> Quantiles:
    """Return estimated quantiles, from runs in which everything is drawn."""

    def counted(structure: Structure) -> dict[str, Formula]:
        return {name: structure.delivered(offer) for name, offer in _counted(structure, line)}

    method.check_time()
    structures = {
        End.LOW: answering.structure(Counting.LOW),
        End.HIGH: answering.structure(Counting.HIGH),
    }
    sampler = Sampler(
        structures[End.LOW],
        structures[End.HIGH],
        counted,
        (reading,),
        rng=np.random.default_rng(method.seed),
    )
    runs = min(RUNS, method.most_runs)
    columns = sampler.columns(runs)
    columns |= {FALSE: np.zeros(runs, dtype=bool), TRUE: np.ones(runs, dtype=bool)}
    reached: dict[str, dict[End, Decimal | None]] = {name: {} for name in LEVELS}
    for end, structure in structures.items():
        cases = [
            {name: columns[gate] for name, gate in gates.items()}
            for gates in sampler.gates(reading, end)
        ]
        amounts = {
            name: structure.counting.amount(offer.quantity)
            for name, offer in _counted(structure, line)
        }
        for name, amount in _reached(cases, amounts, end, runs).items():
            reached[name][end] = amount
    return Quantiles(ends={name: _in_order(ends) for name, ends in reached.items()}, runs=runs)


def _counted(structure: Structure, line: Line) -> list[tuple[str, Offer]]:
    offers = structure.view.offers.values()
    return [(offer.id, offer) for offer in offers if structure.counts_on(offer, line)]


def _reached(
    cases: Sequence[Mapping[str, Column]],
    amounts: Mapping[str, Decimal | None],
    end: End,
    runs: int,
) -> dict[str, Decimal | None]:
    """Return the quantiles of what is delivered in some runs.

    Args:
        cases: For each choice of ends of what stands under a ``not``, in which runs each offer is
            delivered.
        amounts: How much each offer is; ``None`` where nothing bounds it.
        end: Which of the cases counts: the one that gives least, or most.
        runs: How many runs there are.
    """
    given = {name: Fraction(amount) for name, amount in amounts.items() if amount is not None}
    per_unit = lcm(*(amount.denominator for amount in given.values()))
    whole = {name: int(amount * per_unit) for name, amount in given.items()}
    beyond = sum(whole.values()) + 1
    kind = np.int64 if beyond * (len(amounts) + 1) < LARGEST else object
    sums = []
    for case in cases:
        total = np.zeros(runs, dtype=kind)
        for name, column in case.items():
            total += column.astype(kind) * whole.get(name, beyond)
        sums.append(np.sort(total))
    found: dict[str, Decimal | None] = {}
    for name, level in LEVELS.items():
        place = runs - ceil(level * runs)
        ends = [int(one[place]) for one in sums]
        amount = min(ends) if end is End.LOW else max(ends)
        found[name] = None if amount >= beyond else in_unit(amount, Fraction(1, per_unit))
    return found
