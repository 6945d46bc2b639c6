"""Parcels: what counts on some lines, each offer as they count it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

from guarantor.model import End, Line, Offer
from guarantor.viability.events import fulfilment
from guarantor.viability.structure import Structure


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """One offer as lines count it.

    Attributes:
        function: The function of the core events under which it is offered.
        chance: The chance that it arrives once offered.
        amounts: How much it adds to each line, in the small unit of that line's need.
    """

    function: int
    chance: float
    amounts: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class Parcels:
    """What counts on some lines, and what each of them needs, as whole numbers."""

    parcels: tuple[Parcel, ...]
    needs: tuple[int, ...]


def by_capability(lines: Iterable[Line]) -> list[tuple[Line, ...]]:
    """Return lines in groups that are held against the same deliveries."""
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.capability, []).append(line)
    return [tuple(group) for group in groups.values()]


def offers_on(structure: Structure, lines: Sequence[Line]) -> list[Offer]:
    """Return the offers that count on any of some lines."""
    return [
        offer
        for offer in structure.view.offers.values()
        if any(structure.counts_on(offer, line) for line in lines)
    ]


def parcels_of(
    structure: Structure, lines: Sequence[Line], function: Callable[[str], int], end: End
) -> Parcels:
    """Return what counts on some lines of one capability.

    Args:
        structure: What counts, and how much.
        lines: The lines.
        function: The function under which an offer stands, by its id.
        end: The end at which chances of arriving are taken.
    """
    offers = offers_on(structure, lines)
    scaled = [_scaled(structure, line, offers) for line in lines]
    parcels = tuple(
        Parcel(
            function=function(offer.id),
            chance=structure.chances[fulfilment(offer.id)].at(end),
            amounts=tuple(amounts[place] for _, amounts in scaled),
        )
        for place, offer in enumerate(offers)
    )
    return Parcels(parcels=parcels, needs=tuple(need for need, _ in scaled))


def _scaled(structure: Structure, line: Line, offers: Sequence[Offer]) -> tuple[int, list[int]]:
    """Return what a line needs and what each offer gives it, as whole numbers of one small unit.

    Nothing is rounded: amounts are as exact as they were given. An amount beyond the need counts as
    the need. Where nobody said what is needed, it is 1 and nothing gives any.
    """
    need = structure.counting.need(line.need)
    if need is None:
        return 1, [0] * len(offers)
    amounts = [
        structure.counting.amount(offer.quantity) if structure.counts_on(offer, line) else 0
        for offer in offers
    ]
    given = [Fraction(amount) for amount in (need, *amounts) if amount is not None]
    per_unit = lcm(*(amount.denominator for amount in given))
    top = int(Fraction(need) * per_unit)
    return top, [
        top if amount is None else min(int(Fraction(amount) * per_unit), top) for amount in amounts
    ]
