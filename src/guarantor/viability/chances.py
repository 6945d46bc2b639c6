"""Chances by enumeration: every way the uncertain events can go, each with its weight.

This is right by inspection and slow: the twin that every faster method is tested against.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from guarantor.errors import TooLarge
from guarantor.model import Chance, End
from guarantor.viability.fixpoint import Reading, Scenarios, solve
from guarantor.viability.formulas import Event, Formula, Truth, leaves
from guarantor.viability.structure import Structure

MOST_EVENTS = 20
"""Most events with a chance strictly between 0 and 1 that are enumerated."""
MOST_BITS = 22
"""Most events enumerated in all, those under a ``not`` counted whatever their chance."""
_CHUNK_BITS = 14


def chances(
    low: Structure,
    high: Structure,
    targets: Callable[[Structure], Mapping[str, Formula]],
    reading: Reading,
) -> dict[str, Chance]:
    """Return the chance of each target as an interval, exact for independent events.

    The low end takes every chance and quantity at its low end, the high end the opposite. A
    proposition under a ``not`` is taken at both ends, case by case.

    Args:
        low: The structure with quantities counted low.
        high: The same with quantities counted high.
        targets: What to give the chance of, as a structure counts it.
        reading: How circular conditions are read.

    Raises:
        TooLarge: More than 20 events have a chance strictly between 0 and 1.
    """
    lows = chance_at(low, End.LOW, targets(low), reading)
    highs = chance_at(high, End.HIGH, targets(high), reading)
    return {name: Chance(low=min(lows[name], highs[name]), high=highs[name]) for name in lows}


def chance_at(
    structure: Structure, end: End, targets: Mapping[str, Formula], reading: Reading
) -> dict[str, float]:
    """Return one end of the chance of each target.

    Raises:
        TooLarge: More than 20 events have a chance strictly between 0 and 1.
    """
    needed = structure.cone(
        leaf.name
        for formula in targets.values()
        for leaf in leaves(formula)
        if isinstance(leaf, Truth)
    )
    cases = _Cases.of(structure, end, _events_read(structure, targets, needed))
    sums = {name: np.zeros(len(cases.corners)) for name in targets}
    for scenarios, weights in cases.chunks():
        solution = solve(structure, scenarios, reading, needed)
        for name, formula in targets.items():
            sums[name] += weights @ solution.holds(formula)
    pick = min if end is End.LOW else max
    return {name: min(max(float(pick(found)), 0.0), 1.0) for name, found in sums.items()}


def _events_read(
    structure: Structure, targets: Mapping[str, Formula], needed: Iterable[str]
) -> tuple[str, ...]:
    """Return every event that some target rests on, in a fixed order."""
    formulas = [*targets.values(), *(structure.equations[name] for name in needed)]
    return tuple(
        sorted({leaf.name for formula in formulas for leaf in leaves(formula) if _is_event(leaf)})
    )


def _is_event(leaf: Event | Truth) -> bool:
    return isinstance(leaf, Event)


@dataclass(frozen=True, kw_only=True)
class _Cases:
    """The events to enumerate, and the chances to weigh them with.

    Attributes:
        fixed: Events that happen, or do not, in every case.
        free: Events that are enumerated.
        corners: For each choice of ends of what stands under a ``not``, the chance of each free
            event.
    """

    fixed: Mapping[str, bool]
    free: Sequence[str]
    corners: Sequence[Sequence[float]]

    @classmethod
    def of(cls, structure: Structure, end: End, events: Iterable[str]) -> "_Cases":
        under_not = frozenset(structure.settled_first)
        fixed: dict[str, bool] = {}
        free: list[str] = []
        ends: list[tuple[float, ...]] = []
        for name in events:
            chance = structure.chances[name]
            both = name in under_not and chance.low < chance.high
            options = (chance.low, chance.high) if both else (chance.at(end),)
            if options in {(0.0,), (1.0,)}:
                fixed[name] = options == (1.0,)
            else:
                free.append(name)
                ends.append(options)
        strictly = sum(any(0 < option < 1 for option in options) for options in ends)
        if strictly > MOST_EVENTS or len(free) > MOST_BITS:
            msg = (
                f"{strictly} events have a chance strictly between 0 and 1 and {len(free)} have to "
                f"be enumerated; this method is exact up to {MOST_EVENTS} ({MOST_BITS} in all): "
                "suppose some of them, or leave out chances that nobody gave"
            )
            raise TooLarge(msg)
        return cls(fixed=fixed, free=free, corners=list(product(*ends)))

    def chunks(self) -> Iterator[tuple[Scenarios, NDArray[np.float64]]]:
        """Yield the cases a chunk at a time, with the weight of each case at each corner."""
        total = 1 << len(self.free)
        step = min(total, 1 << _CHUNK_BITS)
        for start in range(0, total, step):
            cases = np.arange(start, start + step)
            events = {name: np.full(step, value) for name, value in self.fixed.items()}
            weights = np.ones((len(self.corners), step))
            for bit, name in enumerate(self.free):
                events[name] = (cases >> bit & 1).astype(bool)
                for corner, chosen in enumerate(self.corners):
                    weights[corner] *= np.where(events[name], chosen[bit], 1 - chosen[bit])
            yield Scenarios(width=step, events=events), weights
