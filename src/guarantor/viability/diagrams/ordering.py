"""The order of the variables: what links many lines first, what concerns one line last.

Once every variable that two parts of the lines share is decided, the parts are independent and are
compiled apart. So the lines are divided in two, each half again, and so on, and the variables that
a division cuts come before those of either half. All divisions are weighed; the best has fewest
nodes as far as can be told without compiling.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from guarantor.viability.formulas import AtLeastOf, Event, Formula, SumReaches, Truth, parts_of
from guarantor.viability.structure import Structure

_MOST_GROUPS = 10
"""Most groups of lines of which all divisions are weighed: 3**10 of them."""
_GROWTH = 0.75
"""By how many powers of two a variable multiplies the nodes below it; some ways are dead ends."""


@dataclass(frozen=True, kw_only=True)
class Stake:
    """What rests on a variable.

    Attributes:
        groups: The groups of lines it can change, a bit for each.
        share: How much of their needs.
    """

    groups: int
    share: float


def ordered(
    structure: Structure, variables: Iterable[str], shares: Sequence[Mapping[str, float]]
) -> list[str]:
    """Return the variables in the order in which they are best decided.

    Args:
        structure: What each truth rests on.
        variables: The events to order.
        shares: For each group of lines, how much of its need each offer could give.
    """
    stakes = stakes_of(structure, shares)
    nothing = Stake(groups=0, share=0.0)
    known = {name: stakes.get(name, nothing) for name in variables}
    touched = 0
    for stake in known.values():
        touched |= stake.groups
    free = [name for name, stake in known.items() if stake.groups == 0]
    groups = [1 << place for place in range(len(shares)) if touched >> place & 1]
    if len(groups) > _MOST_GROUPS:
        return [*_by_stake(known, set(known) - set(free)), *free]
    plan = _Divisions([stake.groups for stake in known.values()])
    return [*plan.order(touched, known), *free]


def _by_stake(stakes: Mapping[str, Stake], names: Iterable[str]) -> list[str]:
    def key(name: str) -> tuple[int, float, str]:
        return -stakes[name].groups.bit_count(), -stakes[name].share, name

    return sorted(names, key=key)


class _Divisions:
    """The best way to divide the lines, for every set of them."""

    def __init__(self, edges: Sequence[int]) -> None:
        self._edges = edges
        self._best: dict[int, tuple[float, int]] = {}

    def order(self, groups: int, stakes: Mapping[str, Stake]) -> list[str]:
        """Return the variables that concern some groups only, in order."""
        inside = [name for name, one in stakes.items() if one.groups and not one.groups & ~groups]
        if groups & (groups - 1) == 0:  # one group, or none
            return _by_stake(stakes, inside)
        half = self.best(groups)[1]
        other = groups & ~half
        cut = [n for n in inside if stakes[n].groups & half and stakes[n].groups & other]
        return [*_by_stake(stakes, cut), *self.order(half, stakes), *self.order(other, stakes)]

    def best(self, groups: int) -> tuple[float, int]:
        """Return the nodes for some groups, and one half of their best division."""
        found = self._best.get(groups)
        if found is None:
            found = self._best[groups] = self._weigh(groups)
        return found

    def _weigh(self, groups: int) -> tuple[float, int]:
        touching = [edge for edge in self._edges if edge & groups]
        inside = [edge for edge in touching if not edge & ~groups]
        entering = len(touching) - len(inside)
        lowest = groups & -groups
        if groups == lowest:
            return 2.0 ** (_GROWTH * entering) * (1 + len(inside)), 0
        best = (float("inf"), 0)
        half = (groups - 1) & groups
        while half:
            if half & lowest:
                other = groups & ~half
                cut = sum(1 for edge in inside if edge & half and edge & other)
                nodes = 2.0 ** (_GROWTH * (entering + cut))
                nodes += self.best(half)[0] + self.best(other)[0]
                best = min(best, (nodes, half))
            half = (half - 1) & groups
        return best


def stakes_of(structure: Structure, shares: Sequence[Mapping[str, float]]) -> dict[str, Stake]:
    """Return what rests on each event that truths read.

    Among the many members of a threshold or a sum one decides little: what rests on a truth only
    through those is left aside.
    """
    by_event: dict[str, set[str]] = {}
    by_truth: dict[str, set[str]] = {}
    for name, formula in structure.equations.items():
        for leaf in _strong_leaves(formula):
            readers = by_event if isinstance(leaf, Event) else by_truth
            readers.setdefault(leaf.name, set()).add(name)
    return {event: _stake(_reached(names, by_truth), shares) for event, names in by_event.items()}


def _reached(names: Iterable[str], readers: Mapping[str, Iterable[str]]) -> set[str]:
    """Return some truths and all that rest on them."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(readers.get(name, ()))
    return found


def _stake(truths: set[str], shares: Sequence[Mapping[str, float]]) -> Stake:
    given = [sum(share for name, share in one.items() if name in truths) for one in shares]
    groups = sum(1 << place for place, share in enumerate(given) if share)
    return Stake(groups=groups, share=sum(min(share, 1.0) for share in given))


def _strong_leaves(formula: Formula) -> Iterator[Event | Truth]:
    """Yield what a formula reads, other than as one of many in a threshold or a sum."""
    if isinstance(formula, Event | Truth):
        yield formula
    if isinstance(formula, SumReaches):
        return
    if isinstance(formula, AtLeastOf) and formula.count < len(formula.parts):
        return
    for part in parts_of(formula):
        yield from _strong_leaves(part)
