"""Changing: a view in which something that may be asked for has come about.

A change is an intervention on what is on record, not a supposition: whatever else the record says
of its subject goes on counting, and what a question supposes still outranks it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from guarantor.errors import UnknownId
from guarantor.model import (
    CERTAIN,
    Change,
    ChangeKind,
    Firmness,
    Offer,
    Quantity,
    RecordState,
    Term,
    View,
)


def changed(view: View, change: Change) -> View:
    """Return a view in which one change has come about.

    - ``secure X``: X's own event is certain, whichever case it was given for, and a record that X
      fails is taken back. Its ``when`` still has to hold; without one, X is true.
    - ``join CODE``: the party's decision is certain. Its terms still have to hold.
    - ``drop OWNER: TERM``: the term is gone from the offer or party that has it.
    - ``firm OFFER: FIRMNESS``: its firmness rises to that rung, also from beside the ladder; what
      is firmer stays as it is.
    - ``fulfil OFFER``: what is offered arrives for certain.
    - ``disclose OFFER: AMOUNT``: an undisclosed quantity is that amount; a disclosed one stays.
    - ``add OFFER: AMOUNT``: both ends of the quantity, and of the bounds of an undisclosed one,
      grow by that amount.

    Raises:
        UnknownId: The subject, or the term that is to be dropped, is not in view.
    """
    return _CHANGING[change.kind](view, change)


def changed_by_all(view: View, changes: Iterable[Change]) -> View:
    """Return a view in which several changes have come about, in whatever order they are given.

    What is disclosed is disclosed first, at the largest amount asked for, and grows after that.

    Raises:
        UnknownId: A subject, or a term that is to be dropped, is not in view.
    """
    for change in sorted(set(changes), key=_in_turn):
        view = changed(view, change)
    return view


def is_same_term(term: Term, change: Change) -> bool:
    """Tell whether a term is the one that a change drops."""
    return term.text == change.detail


def _in_turn(change: Change) -> tuple[int, str, Decimal, str]:
    is_amount = change.kind in {ChangeKind.DISCLOSE, ChangeKind.ADD}
    amount = Decimal(change.detail) if is_amount else Decimal(0)
    return list(ChangeKind).index(change.kind), change.subject, -amount, change.detail


def _secured(view: View, change: Change) -> View:
    _check(view.propositions, change, "proposition")
    proposition = view.propositions[change.subject]
    latest = view.latest(change.subject)
    fails = latest is not None and latest.state is RecordState.FAILS
    secured = replace(
        proposition,
        chance=CERTAIN,
        is_chance_given=True,
        chance_given=(),
        record=() if fails else proposition.record,
    )
    return replace(view, propositions={**view.propositions, change.subject: secured})


def _joined(view: View, change: Change) -> View:
    _check(view.parties, change, "party")
    party = replace(view.parties[change.subject], decision=CERTAIN, is_decision_given=True)
    return replace(view, parties={**view.parties, change.subject: party})


def _dropped(view: View, change: Change) -> View:
    _check(view.parties.keys() | view.offers.keys(), change, "party or contribution")
    if change.subject in view.parties:
        party = view.parties[change.subject]
        kept = replace(party, terms=_without(party.terms, change))
        return replace(view, parties={**view.parties, change.subject: kept})
    offer = view.offers[change.subject]
    return _with(view, replace(offer, terms=_without(offer.terms, change)))


def _without(terms: tuple[Term, ...], change: Change) -> tuple[Term, ...]:
    kept = tuple(term for term in terms if not is_same_term(term, change))
    if len(kept) == len(terms):
        where = f" of {change.subject}"
        known = [term.text for term in terms]
        raise UnknownId(kind="term", name=change.detail, known=known, where=where)
    return kept


def _firmed(view: View, change: Change) -> View:
    offer = _offer(view, change)
    rung = Firmness(change.detail)
    return view if offer.firmness.is_at_least(rung) else _with(view, replace(offer, firmness=rung))


def _fulfilled(view: View, change: Change) -> View:
    return _with(view, replace(_offer(view, change), fulfilment=CERTAIN))


def _disclosed(view: View, change: Change) -> View:
    offer = _offer(view, change)
    if offer.quantity.is_disclosed:
        return view
    return _with(view, replace(offer, quantity=Quantity.exactly(Decimal(change.detail))))


def _added(view: View, change: Change) -> View:
    offer = _offer(view, change)
    more = Decimal(change.detail)
    low, high = offer.quantity.low, offer.quantity.high
    grown = replace(offer.quantity, low=low + more, high=None if high is None else high + more)
    return _with(view, replace(offer, quantity=grown))


def _offer(view: View, change: Change) -> Offer:
    _check(view.offers, change, "contribution")
    return view.offers[change.subject]


def _with(view: View, offer: Offer) -> View:
    return replace(view, offers={**view.offers, offer.id: offer})


def _check(known: Iterable[str], change: Change, kind: str) -> None:
    names = frozenset(known)
    if change.subject not in names:
        where = f" to {change.kind} in view"
        raise UnknownId(kind=kind, name=change.subject, known=names, where=where)


_CHANGING: Mapping[ChangeKind, Callable[[View, Change], View]] = {
    ChangeKind.SECURE: _secured,
    ChangeKind.JOIN: _joined,
    ChangeKind.DROP: _dropped,
    ChangeKind.FIRM: _firmed,
    ChangeKind.FULFIL: _fulfilled,
    ChangeKind.DISCLOSE: _disclosed,
    ChangeKind.ADD: _added,
}
