"""Logic: can the need be met at all, what must hold, what breaks it. No chance is needed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from guarantor.errors import OverBudget
from guarantor.model import CERTAIN
from guarantor.viability.breaking.cutsets import LARGEST_LISTED, MOST_LISTED, cut_sets
from guarantor.viability.breaking.minimal import WITHIN, Family, Literals, MinimalSets
from guarantor.viability.breaking.scenarios import Literal, Outlook
from guarantor.viability.formulas import Formula
from guarantor.viability.method import Method


@dataclass(frozen=True, kw_only=True)
class Logic:
    """What a target hangs on, read at its most favourable.

    Attributes:
        possible: Whether it can be at all.
        must_hold: What alone makes it impossible by failing, in alphabetical order.
        cut_sets: The smallest sets of literals whose failing makes it impossible: up to four
            literals and a thousand sets, shortest first, then alphabetically.
        count: How many cut sets there are in all, of any size.
        complete: Whether those listed are all there are.
        is_counted: Whether ``count`` is exact; else their family outgrew its budget and it is how
            many were found.
        path_sets: The smallest sets of literals whose holding makes it certain: up to a thousand,
            of any size, for few need less than five things; in the same order.
        path_count: How many path sets there are in all; ``None`` where their family outgrew its
            budget, and then none is listed.
        path_complete: Whether those listed are all there are.
    """

    possible: bool
    must_hold: tuple[str, ...] = ()
    cut_sets: tuple[tuple[str, ...], ...] = ()
    count: int = 0
    complete: bool = True
    is_counted: bool = True
    path_sets: tuple[tuple[str, ...], ...] = ()
    path_count: int | None = 0
    path_complete: bool = True


@dataclass(frozen=True, kw_only=True)
class _Sets:
    """Sets as they are listed, and how many there are: ``None`` where nobody counted them."""

    listed: tuple[Literals, ...]
    count: int | None
    is_counted: bool = True

    @property
    def complete(self) -> bool:
        return self.is_counted and self.count == len(self.listed)


def logic(outlook: Outlook, target: Formula, method: Method = WITHIN) -> Logic:
    """Return whether a target is possible, what must hold for it, its cut sets and path sets.

    Args:
        outlook: The structure at its most favourable.
        target: What is to be met.
        method: What may be spent on the families: most nodes of one, and time. Where the cut sets
            outgrow it, they are searched for instead, as far as that goes.

    Raises:
        OutOfTime: The time is up.
        TooLarge: Too many uncertain propositions stand under a ``not``.
    """
    if not outlook.possible(target):
        return Logic(possible=False)
    minimal = _minimal(outlook, target, method)
    cuts = _listed(minimal, lambda one: one.cut_sets, LARGEST_LISTED)
    cuts = cuts or _searched(outlook, target, method)
    paths = _listed(minimal, lambda one: one.path_sets, None)
    paths = paths or _Sets(listed=(), count=None)
    alone = {literal for literals in cuts.listed if len(literals) == 1 for literal in literals}
    return Logic(
        possible=True,
        must_hold=tuple(sorted(map(str, alone | _definitions(outlook, target)))),
        cut_sets=_told(cuts.listed),
        count=cuts.count or 0,
        complete=cuts.complete,
        is_counted=cuts.is_counted,
        path_sets=_told(paths.listed),
        path_count=paths.count,
        path_complete=paths.complete,
    )


def _minimal(outlook: Outlook, target: Formula, method: Method) -> MinimalSets | None:
    try:
        return MinimalSets(outlook.structure, outlook.reading, target, method=method)
    except OverBudget:
        return None


def _listed(
    minimal: MinimalSets | None, family: Callable[[MinimalSets], Family], largest: int | None
) -> _Sets | None:
    """Return the first sets of a family and their number; nothing where it outgrew its budget."""
    if minimal is None:
        return None
    try:
        found = family(minimal)
    except OverBudget:
        return None
    return _Sets(listed=tuple(found.shortest(MOST_LISTED, largest)), count=found.count)


def _searched(outlook: Outlook, target: Formula, method: Method) -> _Sets:
    """Return the cut sets that the search finds."""
    cuts = cut_sets(outlook, target, method=method)
    return _Sets(listed=cuts.sets[:MOST_LISTED], count=len(cuts.sets), is_counted=cuts.complete)


def _told(sets: Iterable[Literals]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(sorted(map(str, literals))) for literals in sets)


def _definitions(outlook: Outlook, target: Formula) -> set[Literal]:
    """Return the certain propositions with a ``when`` without whose truth a target is impossible.

    They have no uncertain event of their own, so no cut set names them; each is supposed to fail,
    all else as favourable as can be.
    """
    structure = outlook.structure
    certain = [
        name
        for name, proposition in structure.view.propositions.items()
        if proposition.when is not None and structure.chances.get(name) == CERTAIN
    ]
    literals = [Literal(name) for name in certain]
    literals += [Literal(name, holds=False) for name in certain if name in structure.settled_first]
    if not literals:
        return set()
    forced = [{literal.name: not literal.holds} for literal in literals]
    holds = outlook.solve([()] * len(forced), forced=forced).holds(target)
    return {literals[index] for index in np.flatnonzero(~outlook.some_case(holds))}
