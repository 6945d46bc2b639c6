"""Bounds of sets: what P(met) cannot exceed, whichever few changes are chosen."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import prod

from guarantor.model import Change, End
from guarantor.viability.asks.outcomes import Outcomes
from guarantor.viability.asks.situations import Situation
from guarantor.viability.breaking.scenarios import Literal, Outlook
from guarantor.viability.fixpoint import Reading

_MOST_HARMFUL = 4
"""Most changes that can lower a chance whose sets are gone through; with more, the bound is 1."""
_TOGETHER = Reading.MOVING_TOGETHER


def met_at_most(outcomes: Outcomes, changes: Sequence[Change], most: int) -> float:
    """Return what P(met) cannot exceed at the low end, moving together, with so many changes.

    With all changes at once P(met) is at least as large as with some of them: none lowers it, but
    those that can do harm, of which every choice is gone through. And where *m* events have to
    happen in any case, *k* changes make *k* of them certain at most. The others still have to
    happen, each with its own chance, whatever else is changed: so P(met) is at most the product of
    their chances, the *k* smallest left out, times that with all changes at once.

    Args:
        outcomes: Where outcomes are worked out.
        changes: The candidates.
        most: How many of them may be chosen.

    Returns:
        A chance; 1 where it was not worked out.
    """
    harmful = [one for one in changes if outcomes.can_lower(one)]
    if len(harmful) > _MOST_HARMFUL:
        return 1.0
    safe = [one for one in changes if one not in set(harmful)]
    return max(_with_all(outcomes, [*safe, *some], most) for some in _every(harmful))


def _every(changes: Sequence[Change]) -> Iterator[tuple[Change, ...]]:
    for size in range(len(changes) + 1):
        yield from combinations(changes, size)


def _with_all(outcomes: Outcomes, changes: Sequence[Change], most: int) -> float:
    base = outcomes.situation
    events = {event for one in changes if (event := base.switch(one)) is not None}
    rest = [one for one in changes if base.switch(one) is None]
    situation = Situation(base.view, base.question, rest, outcomes.method)
    found = situation.chances([frozenset(events)])
    if found is None:
        return 1.0
    needed = sorted(_needed(situation, sorted(events)))
    return found[0][_TOGETHER].low * prod(needed[most:])


def _needed(situation: Situation, events: Sequence[str]) -> list[float]:
    """Return the chances, at the low end, of those events that have to happen in any case."""
    structure = situation.structure(End.LOW)
    outlook = Outlook(structure=structure, reading=_TOGETHER)
    if not events:
        return []
    failing = [[Literal(name)] for name in events]
    holds = outlook.some_case(outlook.solve(failing).holds(structure.met()))
    return [
        structure.chances[name].low for name, still in zip(events, holds, strict=True) if not still
    ]
