"""Unbounded: whether chances say anything of a requirement at all, told without a diagram.

Where nobody gave chances, P(met) is 0 at the low end and, where it can be met, 1 at the high end.
That takes a few scenarios to see: what can only fail is left to fail, or what can only happen is
left to happen.
"""

from collections.abc import Sequence
from itertools import product

import numpy as np

from guarantor.model import CERTAIN, UNKNOWN, Chance
from guarantor.viability.counting import Counting
from guarantor.viability.events import owner
from guarantor.viability.fixpoint import Reading, Scenarios, solve
from guarantor.viability.formulas import Column, Truth, leaves
from guarantor.viability.structure import Structure

_MOST_CASES = 6
"""Most uncertain events under a ``not`` that are gone through; with more, nothing is told."""
_NOTHING = Chance(low=0.0, high=0.0)

Switches = frozenset[str]
"""Events that are made certain."""


def without_bounds(
    low: Structure, high: Structure, reading: Reading, switched: Sequence[Switches]
) -> list[Chance | None]:
    """Return P(met) where it is [0, 0] or [0, 1] for certain; ``None`` where it may say more.

    Args:
        low: The structure with quantities counted low.
        high: The same with quantities counted high.
        reading: How circular conditions are read.
        switched: Sets of events that are made certain, each a case of its own.
    """
    if not switched or any(len(_under_not(one)) > _MOST_CASES for one in (low, high)):
        return [None] * len(switched)
    nothing = _fails_at_best(low, reading, switched)
    impossible = _fails_at_best(high, reading, switched)
    certain = _holds_at_worst(high, reading, switched)
    return [
        (_NOTHING if impossible[case] else UNKNOWN if certain[case] else None)
        if nothing[case]
        else None
        for case in range(len(switched))
    ]


def _fails_at_best(structure: Structure, reading: Reading, switched: Sequence[Switches]) -> Column:
    """Return where the requirement is met at this end in none of the ways that can be.

    What can happen at this end does, and what stands under a ``not`` goes either way.
    """
    is_low = structure.counting is Counting.LOW
    happens = {
        name: (chance.low if is_low else chance.high) > 0
        for name, chance in structure.chances.items()
    }
    fails: Column = ~np.any(_met(structure, reading, switched, happens), axis=1)
    return fails


def _holds_at_worst(structure: Structure, reading: Reading, switched: Sequence[Switches]) -> Column:
    """Return where the requirement is met although only what is certain at the high end happens.

    Of what stands under a ``not`` and is unknown the better way counts: both ends are taken. If
    anything else under a ``not`` is uncertain, nothing is told.
    """
    happens = {name: chance.high >= 1 for name, chance in structure.chances.items()}
    under_not = _under_not(structure)
    if any(structure.chances[name] != UNKNOWN for name in under_not):
        return np.zeros(len(switched), dtype=bool)
    holds: Column = np.any(_met(structure, reading, switched, happens), axis=1)
    return holds


def _met(
    structure: Structure,
    reading: Reading,
    switched: Sequence[Switches],
    happens: dict[str, bool],
) -> Column:
    """Return whether the requirement is met: a row a case, a column a way under a ``not``."""
    under_not = _under_not(structure)
    ways = list(product((False, True), repeat=len(under_not)))
    width = len(switched) * len(ways)
    events = {name: np.full(width, value) for name, value in happens.items()}
    for place, name in enumerate(under_not):
        events[name] = np.tile([way[place] for way in ways], len(switched))
    for case, certain in enumerate(switched):
        for name in certain & events.keys():
            events[name][case * len(ways) : (case + 1) * len(ways)] = True
    met = structure.met()
    asked = structure.cone(leaf.name for leaf in leaves(met) if isinstance(leaf, Truth))
    names = asked | frozenset(structure.settled_first)
    solution = solve(structure, Scenarios(width=width, events=events), reading, names)
    found: Column = solution.holds(met).reshape(len(switched), len(ways))
    return found


def _under_not(structure: Structure) -> Sequence[str]:
    """Return the events that propositions under a ``not`` rest on and that can go either way."""
    settled_first = frozenset(structure.settled_first)
    return [
        event
        for event, chance in structure.chances.items()
        if owner(event) in settled_first and chance not in {CERTAIN, _NOTHING}
    ]
