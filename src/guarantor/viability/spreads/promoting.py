"""Promoting: fulfilments made events of the core, so that a diagram has them as variables."""

from dataclasses import replace

from guarantor.model import CERTAIN, Offer
from guarantor.viability.events import fulfilment
from guarantor.viability.formulas import Both, Event, Truth
from guarantor.viability.structure import Structure

_DELIVERED, _ARRIVES = "#delivered", "#arrives"


def arrival(offer: str) -> str:
    """Return the name of the event of the core that what is offered arrives."""
    return f"{offer}{_ARRIVES}"


def is_arrival(event: str) -> bool:
    """Tell whether an event of the core is that an offer arrives."""
    return event.endswith(_ARRIVES)


def promoted(structure: Structure, offers: frozenset[str]) -> Structure:
    """Return a structure in which the fulfilments of some offers are events of the core.

    On the lines stands, instead of such an offer, a truth of its own that it is delivered, and this
    one arrives for sure. Whoever waits for the offer still waits for it to be offered.
    """
    view = structure.view
    question = structure.question
    suppose = {_delivered(name): question.suppose[name] for name in offers & {*question.suppose}}
    chances = dict(structure.chances)
    equations = dict(structure.equations)
    for name in offers:
        chances[arrival(name)] = chances.pop(fulfilment(name))
        chances[fulfilment(_delivered(name))] = CERTAIN
        equations[_delivered(name)] = Both((Truth(name), Event(arrival(name))))
    renamed = (_renamed(offer, offers) for offer in view.offers.values())
    return replace(
        structure,
        view=replace(view, offers={offer.id: offer for offer in renamed}),
        question=replace(question, suppose={**question.suppose, **suppose}),
        equations=equations,
        chances=chances,
    )


def _renamed(offer: Offer, offers: frozenset[str]) -> Offer:
    """Return an offer under the name that lines know it by; so for what counts it already."""
    name = _delivered(offer.id) if offer.id in offers else offer.id
    whole = offer.part_of
    if whole in offers:
        whole = _delivered(whole)
    return replace(offer, id=name, part_of=whole)


def _delivered(offer: str) -> str:
    return f"{offer}{_DELIVERED}"
