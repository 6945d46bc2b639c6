"""Events: their names, and whether they can go either way."""

from guarantor.model import CERTAIN, Chance


def undisclosed_term(owner: str) -> str:
    """Return the name of the event that an owner's undisclosed term holds."""
    return f"{owner}#undisclosed"


def fulfilment(offer: str) -> str:
    """Return the name of the event that what is offered arrives."""
    return f"{offer}#fulfilment"


def is_fulfilment(event: str) -> bool:
    """Tell whether an event is the fulfilment of an offer."""
    return event.endswith("#fulfilment")


def in_case(proposition: str, case: int) -> str:
    """Return the name of a proposition's own event in one of the cases of its chance."""
    return f"{proposition}#case{case}"


def owner(event: str) -> str:
    """Return what an event belongs to."""
    return event.partition("#")[0]


COMMON = "common_terms"
"""The owner of an undisclosed common term."""


def is_uncertain(chance: Chance) -> bool:
    """Tell whether an event can go either way: its chance is not exactly 0 or 1."""
    return chance.high > 0 and chance != CERTAIN
