"""What hangs on a proposition or party: the offers lost when it fails, and those weakened."""

from collections.abc import Iterable
from dataclasses import dataclass

from guarantor.model import CERTAIN
from guarantor.viability.breaking.cutsets import CutSet, cut_sets
from guarantor.viability.breaking.scenarios import Outlook
from guarantor.viability.building import build
from guarantor.viability.formulas import Constant, Formula, Truth
from guarantor.viability.method import DEFAULT, Method
from guarantor.viability.structure import Structure

_LARGEST_ALTERNATIVE = 3
"""Most failures that are looked at together when alternatives are sought."""
_MOST_ALTERNATIVES = 50


@dataclass(frozen=True, kw_only=True)
class Weakened:
    """An offer that can still stand but needs an alternative now.

    Attributes:
        offer: Its id.
        now_needs: Sets of literals, any one of which would do as the alternative.
    """

    offer: str
    now_needs: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class HangsOn:
    """What happens to the offers when a proposition or party fails.

    Attributes:
        id: What fails.
        kind: ``proposition`` or ``party``.
        lost: Offers that could stand before and cannot now.
        weakened: Offers that now need an alternative.
    """

    id: str
    kind: str
    lost: tuple[str, ...]
    weakened: tuple[Weakened, ...]


def hangs_on(outlook: Outlook, method: Method = DEFAULT) -> tuple[HangsOn, ...]:
    """Return what hangs on each proposition and party, most lost first, equals by name.

    Offer by offer, all else as favourable as can be. What is settled or supposed has no row, and
    what loses no offer and weakens none has none either.

    Raises:
        OutOfTime: The method's time is up.
    """
    structure = outlook.structure
    names = _unsettled(structure)
    if not names:
        return ()
    base = outlook.solve()
    failed = outlook.solve([()] * len(names), forced=[{name: False} for name in names])
    before = [name for name in structure.view.offers if bool(base.truths[name].any())]
    after = {offer: outlook.some_case(failed.truths[offer]) for offer in before}
    weakened = _weakened(outlook, before, names, method)
    rows = []
    for index, name in enumerate(names):
        lost = tuple(offer for offer in before if not after[offer][index])
        weak = tuple(row for row in weakened.get(name, ()) if row.offer not in lost)
        if lost or weak:
            kind = "party" if name in structure.view.parties else "proposition"
            rows.append(HangsOn(id=name, kind=kind, lost=lost, weakened=weak))
    return tuple(sorted(rows, key=lambda row: (-len(row.lost), -len(row.weakened), row.id)))


def lost_without(outlook: Outlook, name: str) -> tuple[str, ...]:
    """Return the offers lost when one proposition or party fails; none where it is settled.

    It is the ``lost`` of the row that :func:`hangs_on` gives of it, in a fraction of the time.
    """
    if name not in _unsettled(outlook.structure):
        return ()
    before, after = outlook.solve(), outlook.solve(forced=[{name: False}])
    return tuple(
        offer
        for offer in outlook.structure.view.offers
        if bool(before.truths[offer].any()) and not bool(after.truths[offer].any())
    )


def _unsettled(structure: Structure) -> list[str]:
    """Return the propositions and parties that are neither settled nor supposed."""
    view = structure.view
    return [
        name
        for name in (*view.propositions, *view.parties)
        if not isinstance(structure.equations[name], Constant)
    ]


def _weakened(
    outlook: Outlook, offers: Iterable[str], names: list[str], method: Method
) -> dict[str, list[Weakened]]:
    """Return, for each name, the offers that would need an alternative without it.

    Offers that stand for the same reason stand and fall together: they are looked at once.
    """
    rows: dict[str, list[Weakened]] = {}
    known: dict[Formula, dict[str, tuple[tuple[str, ...], ...]]] = {}
    for offer in offers:
        reason = outlook.structure.equations[offer]
        if reason not in known:
            known[reason] = _needs_of(outlook, offer, names, method)
        for name, needed in known[reason].items():
            rows.setdefault(name, []).append(Weakened(offer=offer, now_needs=needed))
    return rows


def _needs_of(
    outlook: Outlook, offer: str, names: Iterable[str], method: Method
) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the alternatives that an offer needs without each of those names that weakens it."""
    family = cut_sets(
        outlook, Truth(offer), largest=_LARGEST_ALTERNATIVE, look_beyond=False, method=method
    ).sets
    needs = {name: _now_needed(outlook, offer, name, family) for name in names}
    return {name: needed for name, needed in needs.items() if needed}


def _now_needed(
    outlook: Outlook, offer: str, name: str, family: tuple[CutSet, ...]
) -> tuple[tuple[str, ...], ...]:
    """Return the alternatives an offer needs once a name fails; none where nothing changes."""
    further = [
        frozenset(map(str, cut)) - {name}
        for cut in family
        if len(cut) > 1 and name in map(str, cut)
    ]
    if not further and _is_definition(outlook.structure, name, offer):
        further = _further_without(outlook, offer, name, family)
    return _one_of_each(further)


def _is_definition(structure: Structure, name: str, offer: str) -> bool:
    """Tell whether a name has no uncertain event, so that no cut set of the offer names it."""
    return structure.chances.get(name) == CERTAIN and name in structure.cone((offer,))


def _further_without(
    outlook: Outlook, offer: str, name: str, family: tuple[CutSet, ...]
) -> list[frozenset[str]]:
    """Return what newly loses an offer once a name is supposed to fail."""
    structure = outlook.structure
    supposed = structure.question.supposing(name, holds=False)
    failing = Outlook(
        structure=build(structure.view, supposed, structure.counting), reading=outlook.reading
    )
    found = cut_sets(failing, Truth(offer), largest=_LARGEST_ALTERNATIVE - 1, look_beyond=False)
    return [frozenset(map(str, cut)) for cut in found.sets if cut not in family]


def _one_of_each(sets: list[frozenset[str]]) -> tuple[tuple[str, ...], ...]:
    """Return the smallest sets that share a member with every given set."""
    chosen: set[frozenset[str]] = {frozenset()} if sets else set()
    for options in sorted(sets, key=sorted):
        grown = {one if one & options else one | {option} for one in chosen for option in options}
        chosen = {one for one in grown if not any(other < one for other in grown)}
        chosen = set(sorted(chosen, key=lambda one: (len(one), sorted(one)))[:_MOST_ALTERNATIVES])
    return tuple(sorted((tuple(sorted(one)) for one in chosen), key=lambda one: (len(one), one)))
