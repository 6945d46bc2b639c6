"""Cut sets: the smallest sets of failures that make something impossible."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from guarantor.viability.breaking.scenarios import Literal, Outlook
from guarantor.viability.breaking.support import Firsts, Support
from guarantor.viability.formulas import Formula, Truth, leaves
from guarantor.viability.method import DEFAULT, Method

LARGEST_LISTED = 4
"""Size up to which cut sets are listed."""
MOST_LISTED = 1_000
"""Most cut sets listed."""
_MOST_OPEN = 20_000
"""Most sets followed at one size before the search says that it is not complete."""
_MOST_FOLLOWED = 500
"""Most sets followed beyond the size listed before the search says the same."""

CutSet = frozenset[Literal]


@dataclass(frozen=True, kw_only=True)
class CutSets:
    """Minimal cut sets, shortest first, then alphabetically.

    Attributes:
        sets: Those found up to the size asked for.
        complete: Whether there are no others.
    """

    sets: tuple[CutSet, ...]
    complete: bool


def cut_sets(
    outlook: Outlook,
    target: Formula,
    *,
    largest: int = LARGEST_LISTED,
    look_beyond: bool = True,
    method: Method = DEFAULT,
) -> CutSets:
    """Return the smallest sets of literals whose failing makes a target impossible.

    Every cut set has a member in every set of literals that suffices for the target (Reiter 1987).
    So from a set that is no cut yet, the search goes on with each literal of one such support that
    still stands: it meets every minimal cut set, smaller ones first.

    Args:
        outlook: The structure at its most favourable.
        target: What the failing makes impossible.
        largest: Size up to which sets are returned.
        look_beyond: Whether to search on for as long as it takes to say if there are larger ones;
            else ``complete`` is false whenever some set was left unfinished.
        method: Says when the time is up.

    Returns:
        No sets where the target is impossible to begin with.

    Raises:
        OutOfTime: The time is up.
    """
    search = _Search(outlook, target, method)
    supports = search.examine([frozenset()])
    if search.found:
        return CutSets(sets=(), complete=True)
    for _ in range(largest):
        open_sets = search.larger(supports)
        if len(open_sets) > _MOST_OPEN:
            return _listed(search.found, complete=False)
        supports = search.examine(open_sets)
    complete = not supports or (look_beyond and not search.finds_another(supports))
    return _listed(search.found, complete=complete)


def _listed(found: Iterable[CutSet], *, complete: bool) -> CutSets:
    ordered = sorted(found, key=lambda literals: (len(literals), sorted(map(str, literals))))
    return CutSets(sets=tuple(ordered), complete=complete)


class _Search:
    """The search for the cut sets of one target: those found so far, and what is still open."""

    def __init__(self, outlook: Outlook, target: Formula, method: Method) -> None:
        self.method = method
        self.outlook = outlook
        self.target = target
        self.names = outlook.structure.cone(
            leaf.name for leaf in leaves(target) if isinstance(leaf, Truth)
        )
        self.found: list[CutSet] = []
        self._by_member: dict[Literal, list[CutSet]] = {}

    def examine(self, sets: Sequence[CutSet]) -> dict[CutSet, CutSet]:
        """Keep those sets that are cuts; return for each of the others what still suffices."""
        if not sets:
            return {}
        consistent = self.outlook.consistent(sets)
        solution = self.outlook.solve(sets, names=self.names)
        holds = solution.holds(self.target) & consistent
        still, can_fail = self.outlook.some_case(holds), self.outlook.some_case(consistent)
        by_set = holds.reshape(len(sets), -1)
        supports: dict[CutSet, CutSet] = {}
        firsts = Firsts(solution)
        for index, literals in enumerate(sets):
            if still[index]:
                self.method.check_time()
                column = index * by_set.shape[1] + int(np.argmax(by_set[index]))
                supports[literals] = Support(self.outlook, solution, column, firsts).of(self.target)
            elif can_fail[index]:
                self._keep(literals)
        return supports

    def _keep(self, cut: CutSet) -> None:
        self.found.append(cut)
        for literal in cut:
            self._by_member.setdefault(literal, []).append(cut)

    def larger(self, supports: Mapping[CutSet, CutSet]) -> list[CutSet]:
        """Return the sets to examine next: one literal larger, no cut set within them."""
        larger: dict[CutSet, None] = {}
        for literals, support in supports.items():
            for literal in sorted(support):
                candidate = literals | {literal}
                if not any(cut <= candidate for cut in self._by_member.get(literal, ())):
                    larger[candidate] = None
        return list(larger)

    def finds_another(self, supports: Mapping[CutSet, CutSet]) -> bool:
        """Tell whether there is a cut set beyond those found, following one open set at a time.

        A search that takes too long answers that there is: it does not claim completeness.
        """
        known = len(self.found)
        waiting = self.larger(supports)
        for _ in range(_MOST_FOLLOWED):
            if not waiting:
                return False
            waiting.extend(self.larger(self.examine([waiting.pop()])))
            if len(self.found) > known:
                del self.found[known:]
                return True
        return True
