"""Candidates: the changes that an operation itself suggests to ask for."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal

from guarantor.model import (
    CERTAIN,
    Change,
    ChangeKind,
    Line,
    Offer,
    Party,
    Priority,
    Quantity,
    View,
)
from guarantor.viability.assessment import Engine
from guarantor.viability.building import build
from guarantor.viability.counting import Counting
from guarantor.viability.question import Question

_SMALLEST = Decimal("0.000000001")
"""The smallest part of an amount that a change can write."""
_LARGEST = Decimal(10) ** 16
"""Amounts that a change can write are below this."""


def candidates(view: View, question: Question) -> tuple[Change, ...]:
    """Return the changes that an operation suggests to ask for, then those already asked for.

    - ``secure`` each proposition that is neither settled nor supposed and whose own event is not
      certain; ``join`` each party of which the same is true;
    - ``drop`` each term of each party and offer. A common term is shared: it is not one offer's to
      drop, and is left out;
    - ``firm`` each offer below the floor, to the floor. What was declined, withdrawn, denied or
      suspended stands beside the ladder: that is asked for only where the register says so;
    - ``fulfil`` each offer that is not certain to arrive;
    - ``disclose`` each undisclosed quantity that counts on an essential line, at what the
      undisclosed must reach there, within what was stated of it; where nothing must be reached, at
      its stated most;
    - ``add`` what an essential line lacks at its most favourable, on what was disclosed, to each
      offer that counts on it.

    What is supposed is no candidate, and neither is an offer that cannot be one. Each change stands
    once, in the order above, then as parties, propositions and offers stand in the view.
    """
    found = (
        *_secure(view, question),
        *_join(view, question),
        *_drop(view, question),
        *_of_offers(view, question),
        *_of_amounts(view, question),
        *(ask.change for ask in view.asks.values() if ask.change is not None),
    )
    return tuple(dict.fromkeys(found))


def _secure(view: View, question: Question) -> Iterator[Change]:
    for name, proposition in view.propositions.items():
        is_set = name in question.suppose or view.settled(name, question.valid_on) is not None
        if not is_set and proposition.chance != CERTAIN:
            yield Change(ChangeKind.SECURE, name)


def _join(view: View, question: Question) -> Iterator[Change]:
    for code, party in view.parties.items():
        if code not in question.suppose and party.decision != CERTAIN:
            yield Change(ChangeKind.JOIN, code)


def _drop(view: View, question: Question) -> Iterator[Change]:
    owners: dict[str, Party | Offer] = {**view.parties, **dict(_offers(view, question))}
    for name, owner in owners.items():
        if name not in question.suppose:
            for term in owner.terms:
                yield Change(ChangeKind.DROP, name, term.text)


def _of_offers(view: View, question: Question) -> Iterator[Change]:
    for name, offer in _offers(view, question):
        if not offer.firmness.is_at_least(question.firm):
            yield Change(ChangeKind.FIRM, name, question.firm.value)
    for name, offer in _offers(view, question):
        if offer.fulfilment != CERTAIN:
            yield Change(ChangeKind.FULFIL, name)


def _offers(view: View, question: Question) -> Iterator[tuple[str, Offer]]:
    for name, offer in view.offers.items():
        if offer.firmness.is_offer and name not in question.suppose:
            yield name, offer


def _of_amounts(view: View, question: Question) -> Iterator[Change]:
    engine = Engine(view, question)
    essential = [line for line in engine.requirement.lines if line.priority is Priority.ESSENTIAL]
    offers = dict(_offers(view, question))
    for name, amount in _to_disclose(engine, essential).items():
        if name in offers:
            yield from _change(ChangeKind.DISCLOSE, name, amount)
    for name, amount in _to_add(engine, essential).items():
        if name in offers:
            yield from _change(ChangeKind.ADD, name, amount)


def _to_disclose(engine: Engine, lines: list[Line]) -> dict[str, Decimal]:
    """Return what each undisclosed quantity would be asked to be, the most where lines differ."""
    found: dict[str, Decimal] = {}
    for line in lines:
        reach = engine.held(line).undisclosed_must_reach
        for name, quantity in _counting(engine, line).items():
            if not quantity.is_disclosed and (amount := _asked(quantity, reach)) is not None:
                found[name] = max(amount, found.get(name, amount))
    return found


def _asked(quantity: Quantity, reach: Decimal | None) -> Decimal | None:
    """Return an amount within what was stated of a quantity; ``None`` where nothing says which."""
    if not reach:
        return quantity.high
    most = reach if quantity.high is None else min(reach, quantity.high)
    return max(most, quantity.low)


def _to_add(engine: Engine, lines: list[Line]) -> dict[str, Decimal]:
    """Return what each offer would have to bring more, the most where lines differ."""
    found: dict[str, Decimal] = {}
    disclosed = Engine(_as_disclosed(engine.view), engine.question)
    for line in lines:
        most = disclosed.held(line).most_fielded
        lacking = (line.need.low or Decimal(0)) - (most or Decimal(0))
        if lacking > 0:
            for name in _counting(engine, line):
                found[name] = max(lacking, found.get(name, lacking))
    return found


def _as_disclosed(view: View) -> View:
    """Return a view in which what nobody disclosed is what was stated as its least."""
    offers = {
        name: offer
        if offer.quantity.is_disclosed
        else replace(offer, quantity=Quantity.exactly(offer.quantity.low))
        for name, offer in view.offers.items()
    }
    return replace(view, offers=offers)


def _counting(engine: Engine, line: Line) -> Mapping[str, Quantity]:
    structure = build(engine.view, engine.question, Counting.HIGH)
    offers = engine.view.offers.values()
    return {one.id: one.quantity for one in offers if structure.counts_on(one, line)}


def _change(kind: ChangeKind, name: str, amount: Decimal) -> Iterator[Change]:
    rounded = amount.quantize(_SMALLEST, rounding=ROUND_CEILING) if amount < _LARGEST else None
    if rounded is not None and (rounded or kind is ChangeKind.DISCLOSE):
        text = f"{rounded:f}"
        yield Change(kind, name, text.rstrip("0").rstrip(".") if "." in text else text)
