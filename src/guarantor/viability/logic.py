"""Logic: can the need be met at all, what must hold, what breaks it. No chance is needed."""

from dataclasses import dataclass

import numpy as np

from guarantor.model import CERTAIN
from guarantor.viability.cutsets import MOST_LISTED, cut_sets
from guarantor.viability.formulas import Formula
from guarantor.viability.scenarios import Literal, Outlook


@dataclass(frozen=True, kw_only=True)
class Logic:
    """What a target hangs on, read at its most favourable.

    Attributes:
        possible: Whether it can be at all.
        must_hold: What alone makes it impossible by failing, in alphabetical order.
        cut_sets: The smallest sets of literals whose failing makes it impossible.
        count: How many cut sets were found.
        complete: Whether those listed are all there are.
    """

    possible: bool
    must_hold: tuple[str, ...] = ()
    cut_sets: tuple[tuple[str, ...], ...] = ()
    count: int = 0
    complete: bool = True


def logic(outlook: Outlook, target: Formula) -> Logic:
    """Return whether a target is possible, what must hold for it and its cut sets."""
    if not outlook.possible(target):
        return Logic(possible=False)
    cuts = cut_sets(outlook, target)
    alone = {literal for literals in cuts.sets if len(literals) == 1 for literal in literals}
    listed = cuts.sets[:MOST_LISTED]
    return Logic(
        possible=True,
        must_hold=tuple(sorted(map(str, alone | _definitions(outlook, target)))),
        cut_sets=tuple(tuple(sorted(map(str, literals))) for literals in listed),
        count=len(cuts.sets),
        complete=cuts.complete and len(listed) == len(cuts.sets),
    )


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
