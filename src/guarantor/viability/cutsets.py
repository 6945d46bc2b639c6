"""Cut sets: the smallest sets of failures that make something impossible."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from guarantor.viability.formulas import Formula, Truth, leaves
from guarantor.viability.scenarios import Literal, Outlook
from guarantor.viability.support import Support

LARGEST_LISTED = 4
"""Size up to which cut sets are listed."""
MOST_LISTED = 1_000
"""Most cut sets listed."""
_MOST_OPEN = 20_000
"""Most sets followed at one size before the search says that it is not complete."""

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

    Returns:
        No sets where the target is impossible to begin with.
    """
    names = outlook.structure.cone(leaf.name for leaf in leaves(target) if isinstance(leaf, Truth))
    found: list[CutSet] = []
    open_sets: list[CutSet] = [frozenset()]
    size = 0
    while open_sets:
        is_cut, supports = _examine(outlook, target, open_sets, names)
        cuts = [literals for literals, cut in zip(open_sets, is_cut, strict=True) if cut]
        if size > largest and cuts:
            return _listed(found, complete=False)
        if size == 0 and cuts:
            return CutSets(sets=(), complete=True)
        found.extend(cuts)
        if size == largest and not look_beyond and supports:
            return _listed(found, complete=False)
        open_sets = _next(supports, found)
        size += 1
        if len(open_sets) > _MOST_OPEN:
            return _listed(found, complete=False)
    return _listed(found, complete=True)


def _listed(found: Iterable[CutSet], *, complete: bool) -> CutSets:
    ordered = sorted(found, key=lambda literals: (len(literals), sorted(map(str, literals))))
    return CutSets(sets=tuple(ordered), complete=complete)


def _examine(
    outlook: Outlook, target: Formula, sets: Sequence[CutSet], names: Iterable[str]
) -> tuple[list[bool], dict[CutSet, CutSet]]:
    """Tell which sets are cuts, and for each of the others what still suffices."""
    consistent = outlook.consistent(sets)
    solution = outlook.solve(sets, names=names)
    holds = solution.holds(target) & consistent
    still, can_fail = outlook.some_case(holds), outlook.some_case(consistent)
    by_set = holds.reshape(len(sets), -1)
    supports: dict[CutSet, CutSet] = {}
    for index in np.flatnonzero(still):
        column = index * by_set.shape[1] + np.argmax(by_set[index])
        supports[sets[index]] = Support(outlook, solution, int(column)).of(target)
    return list(can_fail & ~still), supports


def _next(supports: dict[CutSet, CutSet], found: Sequence[CutSet]) -> list[CutSet]:
    """Return the sets to examine next: one literal larger, no cut set within them."""
    by_member: dict[Literal, list[CutSet]] = {}
    for cut in found:
        for literal in cut:
            by_member.setdefault(literal, []).append(cut)
    larger: dict[CutSet, None] = {}
    for literals, support in supports.items():
        for literal in support:
            candidate = literals | {literal}
            if not any(cut <= candidate for cut in by_member.get(literal, ())):
                larger[candidate] = None
    return list(larger)
