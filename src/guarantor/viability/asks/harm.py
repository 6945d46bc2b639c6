"""Harm: which changes can lower a chance. All others can only raise it, or leave it as it is."""

from collections.abc import Iterator
from decimal import Decimal

from guarantor.model import AtLeast, Atom, Change, ChangeKind, Condition, View, walk


def under_not(view: View) -> frozenset[str]:
    """Return the propositions that stand under a ``not`` anywhere, and what they rest on.

    Offers below the floor have a say too: they may be raised above it. Whatever a case of a chance
    hangs on counts like a ``not``, because the chance may be smaller where it is true.
    """
    found: set[str] = set()
    waiting = [name for one in _conditions(view) for name in _negated(view, one)]
    for proposition in view.propositions.values():
        for row in proposition.chance_given:
            waiting += [] if row.condition is None else _named(view, row.condition)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            proposition_under = view.propositions.get(name)
            if proposition_under is not None and proposition_under.when is not None:
                waiting += _named(view, proposition_under.when)
    return frozenset(found)


def can_lower(view: View, change: Change) -> bool:
    """Tell whether a change can lower P(met) at the low end, whatever else is changed.

    To secure what stands under a ``not`` can: somebody wants it not to be so. So can to raise an
    offer that counts others as its parts, which then count no longer by themselves, and to disclose
    less than was stated as the least. Everything else adds offers or amounts, or makes surer.
    """
    match change.kind:
        case ChangeKind.SECURE:
            return change.subject in under_not(view)
        case ChangeKind.FIRM:
            return any(offer.part_of == change.subject for offer in view.offers.values())
        case ChangeKind.DISCLOSE:
            return Decimal(change.detail) < view.offers[change.subject].quantity.low
        case _:
            return False


def _conditions(view: View) -> Iterator[Condition]:
    terms = [common.term for common in view.common_terms]
    terms += [term for party in view.parties.values() for term in party.terms]
    terms += [term for offer in view.offers.values() for term in offer.terms]
    yield from (term.condition for term in terms if term.condition is not None)
    for proposition in view.propositions.values():
        if proposition.when is not None:
            yield proposition.when


def _negated(view: View, condition: Condition) -> Iterator[str]:
    for node, is_negated in walk(condition):
        if is_negated:
            yield from _names_of(view, node)


def _named(view: View, condition: Condition) -> list[str]:
    return [name for node, _ in walk(condition) for name in _names_of(view, node)]


def _names_of(view: View, node: Condition) -> tuple[str, ...]:
    match node:
        case Atom(name):
            return (name,)
        case AtLeast(members=str() as group):
            return view.groups[group]
        case AtLeast(members=tuple() as members):
            return members
        case _:
            return ()
