"""Units so small that every amount of a capability is a whole number of them."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from math import lcm

from guarantor.model import Total, View, walk


def per_unit(view: View) -> dict[str, int]:
    """Return by how much the amounts and needs of each capability are multiplied to be whole.

    Sums of whole numbers are exact in every language.
    """
    found: dict[str, int] = {}
    for capability, amount in _amounts(view):
        found[capability] = lcm(found.get(capability, 1), Fraction(amount).denominator)
    return found


def _amounts(view: View) -> Iterator[tuple[str, Decimal]]:
    """Yield every amount, need and total with its capability."""
    lines = [line for requirement in view.requirements.values() for line in requirement.lines]
    ends: list[tuple[str | None, Decimal | None]]
    ends = [(offer.capability, offer.quantity.low) for offer in view.offers.values()]
    ends += [(offer.capability, offer.quantity.high) for offer in view.offers.values()]
    ends += [(line.capability, end) for line in lines for end in (line.need.low, line.need.high)]
    for capability, end in ends:
        if capability is not None and end is not None:
            yield capability, end
    for total in _totals(view):
        given = total.amount
        yield total.capability, view.parameters[given].value if isinstance(given, str) else given


def _totals(view: View) -> Iterator[Total]:
    terms = [term for offer in view.offers.values() for term in offer.terms]
    terms += [term for party in view.parties.values() for term in party.terms]
    terms += [shared.term for shared in view.common_terms]
    conditions = [term.condition for term in terms if term.condition is not None]
    conditions += [one.when for one in view.propositions.values() if one.when is not None]
    for condition in conditions:
        yield from (node for node, _ in walk(condition) if isinstance(node, Total))
