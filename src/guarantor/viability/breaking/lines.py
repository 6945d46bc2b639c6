"""Lines: what is held against each need, and what the undisclosed would have to sum to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from guarantor.model import OWN_WORD, Line, Offer, View
from guarantor.viability.breaking.scenarios import Outlook
from guarantor.viability.fixpoint import Solution
from guarantor.viability.formulas import Column


@dataclass(frozen=True, kw_only=True)
class Sums:
    """A low and a high sum, in the line's unit."""

    low: Decimal = Decimal(0)
    high: Decimal = Decimal(0)


@dataclass(frozen=True, kw_only=True)
class Held:
    """What is held against a line: the offers that can stand, count on it and can be there.

    Attributes:
        stated: What the parties themselves gave.
        reported: What others gave of them; never added to the former without saying so.
        undisclosed: The offers whose quantity nobody disclosed.
        undisclosed_must_reach: What those would have to sum to, all else at its most favourable: 0
            where they are not needed, ``None`` where none of them can stand or nobody said what is
            needed.
        most_fielded: The most that can be delivered together; ``None`` where nothing bounds it.
    """

    stated: Sums
    reported: Sums
    undisclosed: tuple[str, ...]
    undisclosed_must_reach: Decimal | None
    most_fielded: Decimal | None


def is_stated(offer: Offer, view: View) -> bool:
    """Tell whether the party itself gave the quantity of its offer.

    It is reported where every statement behind it is anonymous, a tally or another's word.
    """
    statements = (view.statements.get(name) for name in offer.sources.get("quantity", ()))
    return any(
        statement is not None
        and statement.attribution in OWN_WORD
        and offer.party in statement.speaker_parties
        for statement in statements
    )


def held(outlook: Outlook, solution: Solution, line: Line) -> Held:
    """Return what is held against a line, moving together, the undisclosed enough.

    Args:
        outlook: The structure at its most favourable, quantities counted high.
        solution: Its solution with nothing failing.
        line: The line.
    """
    structure = outlook.structure
    view = structure.view
    delivered = {
        offer.id: solution.holds(structure.delivered(offer))
        for offer in view.offers.values()
        if structure.counts_on(offer, line)
    }
    able = [view.offers[name] for name, column in delivered.items() if bool(column.any())]
    disclosed = [offer for offer in able if offer.quantity.is_disclosed]
    hidden = [offer for offer in able if not offer.quantity.is_disclosed]
    return Held(
        stated=_sums([offer for offer in disclosed if is_stated(offer, view)]),
        reported=_sums([offer for offer in disclosed if not is_stated(offer, view)]),
        undisclosed=tuple(offer.id for offer in hidden),
        undisclosed_must_reach=_must_reach(line, disclosed, hidden, delivered),
        most_fielded=_most_fielded(able, delivered, len(outlook.cases)),
    )


def _sums(offers: Sequence[Offer]) -> Sums:
    return Sums(
        low=sum((offer.quantity.low for offer in offers), Decimal(0)),
        high=sum((_high(offer) or Decimal(0) for offer in offers), Decimal(0)),
    )


def _high(offer: Offer) -> Decimal | None:
    return offer.quantity.high


def _must_reach(
    line: Line, disclosed: list[Offer], hidden: list[Offer], delivered: Mapping[str, Column]
) -> Decimal | None:
    """Return the least over the cases in which some undisclosed offer stands, or none is needed."""
    if line.need.low is None:
        return None
    cases = len(next(iter(delivered.values()), np.zeros(0)))
    lacking = []
    for case in range(cases):
        given = sum(
            (_high(o) or Decimal(0) for o in disclosed if delivered[o.id][case]), Decimal(0)
        )
        missing = max(line.need.low - given, Decimal(0))
        if missing == 0 or any(delivered[offer.id][case] for offer in hidden):
            lacking.append(missing)
    if line.need.low == 0:
        return Decimal(0)
    return min(lacking, default=None)


def _most_fielded(able: list[Offer], delivered: Mapping[str, Column], cases: int) -> Decimal | None:
    """Return the most over the cases."""
    most = Decimal(0)
    for case in range(cases):
        standing = [offer for offer in able if delivered[offer.id][case]]
        highs = [_high(offer) for offer in standing]
        if any(high is None for high in highs):
            return None
        most = max(most, sum((high for high in highs if high is not None), Decimal(0)))
    return most
