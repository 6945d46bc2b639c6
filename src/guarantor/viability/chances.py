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
from guarantor.viability.events import is_fulfilment, owner
from guarantor.viability.fixpoint import Reading, Scenarios, Solution, solve
from guarantor.viability.formulas import Event, Formula, Truth, evaluate, leaves
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
    truths_read = {leaf.name for leaf in _leaves(targets) if isinstance(leaf, Truth)}
    needed = structure.cone(truths_read)
    formulas = {**targets, **{name: structure.equations[name] for name in needed}}
    events = sorted({leaf.name for leaf in _leaves(formulas) if isinstance(leaf, Event)})
    cases = _Cases.of(structure, end, events)
    corners = {name: np.zeros(len(cases.corners)) for name in targets}
    for scenarios, weights in cases.scenarios():
        solution = solve(structure, scenarios, reading, needed)
        for name, formula in targets.items():
            corners[name] += cases.weighed(formula, solution, weights)
    pick = min if end is End.LOW else max
    return {name: min(max(float(pick(found)), 0.0), 1.0) for name, found in corners.items()}


def _leaves(formulas: Mapping[str, Formula]) -> Iterator[Event | Truth]:
    return (leaf for formula in formulas.values() for leaf in leaves(formula))


@dataclass(frozen=True, kw_only=True)
class _Cases:
    """The events to enumerate, and the chances to weigh them with.

    Attributes:
        fixed: Events that happen, or do not, in every case.
        free: Events that truths rest on, enumerated.
        private: Fulfilments, enumerated too. No truth rests on them: only what is delivered does,
            so the fixed point is worked out once for all of them.
        corners: For each choice of ends of what stands under a ``not``, the chance of each free
            event.
        chances: The chance of each fulfilment.
    """

    fixed: Mapping[str, bool]
    free: Sequence[str]
    private: Sequence[str]
    corners: Sequence[Sequence[float]]
    chances: Mapping[str, float]

    @classmethod
    def of(cls, structure: Structure, end: End, events: Iterable[str]) -> "_Cases":
        under_not = frozenset(structure.settled_first)
        fixed: dict[str, bool] = {}
        ends: dict[str, tuple[float, ...]] = {}
        for name in events:
            chance = structure.chances[name]
            both = owner(name) in under_not and chance.low < chance.high
            options = (chance.low, chance.high) if both else (chance.at(end),)
            if options in {(0.0,), (1.0,)}:
                fixed[name] = options == (1.0,)
            else:
                ends[name] = options
        _check_size(ends)
        private = [name for name in ends if is_fulfilment(name)]
        free = [name for name in ends if not is_fulfilment(name)]
        return cls(
            fixed=fixed,
            free=free,
            private=private,
            corners=list(product(*(ends[name] for name in free))),
            chances={name: ends[name][0] for name in private},
        )

    def scenarios(self) -> Iterator[tuple[Scenarios, NDArray[np.float64]]]:
        """Yield the cases of the free events a chunk at a time, with their weight at each corner.

        Fulfilments are left as in ``fixed``: :meth:`weighed` goes through them.
        """
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

    def weighed(
        self, formula: Formula, solution: Solution, weights: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Return how much of the weight at each corner falls where a formula holds."""
        width = solution.scenarios.width
        names = {leaf.name for leaf in leaves(formula)}
        read = [name for name in self.private if name in names]
        summed = np.zeros(len(self.corners))
        for happens in product((False, True), repeat=len(read)):
            events = dict(solution.scenarios.events)
            weight = 1.0
            for name, value in zip(read, happens, strict=True):
                events[name] = np.full(width, value)
                weight *= self.chances[name] if value else 1 - self.chances[name]
            summed += weight * (weights @ evaluate(formula, events, solution.truths, width))
        return summed


def _check_size(ends: Mapping[str, Sequence[float]]) -> None:
    strictly = sum(any(0 < option < 1 for option in options) for options in ends.values())
    if strictly > MOST_EVENTS or len(ends) > MOST_BITS:
        msg = (
            f"{strictly} events have a chance strictly between 0 and 1, and {len(ends)} have to be "
            f"enumerated; this method is exact up to {MOST_EVENTS} ({MOST_BITS} in all): suppose "
            "some of them, or ask about a requirement that rests on fewer"
        )
        raise TooLarge(msg)
