"""Fixed points: the least and the greatest coalition whose conditions hold of each other."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from guarantor.viability.formulas import Column, Columns, Formula, evaluate
from guarantor.viability.structure import Structure


class Reading(StrEnum):
    """How circular conditions are read."""

    NOBODY_MOVES_FIRST = "nobody_moves_first"
    """The least fixed point: what gets going by itself."""
    MOVING_TOGETHER = "moving_together"
    """The greatest fixed point: what can stand once everybody moves, as at a summit."""


@dataclass(frozen=True, kw_only=True)
class Scenarios:
    """Many scenarios at once, each saying which events happen.

    Attributes:
        width: How many there are.
        events: For each event, in which of them it happens.
        forced: For some truths, a value that holds whatever the rest says, and where it is forced.
    """

    width: int
    events: Columns
    forced: Mapping[str, tuple[Column, Column]] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Solution:
    """Which truths hold in which scenario.

    Attributes:
        truths: For each truth, in which scenarios it holds.
        rounds: For each truth, when it came to hold in the least reading: what made it true came to
            hold earlier. All zero in the greatest.
    """

    scenarios: Scenarios
    truths: Columns
    rounds: Mapping[str, NDArray[np.int32]]

    def holds(self, formula: Formula) -> Column:
        """Return in which scenarios a formula holds."""
        return evaluate(formula, self.scenarios.events, self.truths, self.scenarios.width)


def solve(
    structure: Structure,
    scenarios: Scenarios,
    reading: Reading,
    names: Iterable[str] | None = None,
) -> Solution:
    """Return the fixed point of a structure in every scenario.

    What stands under a ``not`` is settled first; the rest is monotone and is iterated until nothing
    changes, from nothing upwards or from everything downwards.

    Args:
        structure: What each truth rests on.
        scenarios: Which events happen.
        reading: Which fixed point.
        names: The truths asked for, closed under what they rest on; all where left out.
    """
    asked = frozenset(structure.equations if names is None else names)
    width = scenarios.width
    start = np.full(width, reading is Reading.MOVING_TOGETHER)
    truths = dict.fromkeys(asked, start)
    rounds = {name: np.zeros(width, dtype=np.int32) for name in asked}

    def value(name: str) -> Column:
        column = evaluate(structure.equations[name], scenarios.events, truths, width)
        if (forced := scenarios.forced.get(name)) is not None:
            where, forced_value = forced
            column = np.where(where, forced_value, column)
        return column

    settled = [name for name in structure.settled_first if name in asked]
    for name in settled:
        truths[name] = value(name)
    iterated = [name for name in structure.equations if name in asked - set(settled)]
    waiting = set(iterated)
    stamp = 0
    while waiting:
        for name in iterated:
            if name not in waiting:
                continue
            waiting.remove(name)
            stamp += 1
            column = value(name)
            if not np.array_equal(column, truths[name]):
                if reading is Reading.NOBODY_MOVES_FIRST:
                    rounds[name] = np.where(column & ~truths[name], stamp, rounds[name])
                truths[name] = column
                waiting |= structure.read_by[name] & asked
    return Solution(scenarios=scenarios, truths=truths, rounds=rounds)
