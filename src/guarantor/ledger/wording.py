"""How findings and changes name things, and list them."""

from collections.abc import Iterable, Sequence

from guarantor.model import Offer, Statement, View, say_day

MOST_NAMED = 4
"""How many names a sentence lists before it counts the rest."""


def offer_words(view: View, offer: Offer) -> str:
    """Return an offer by its id, its party and what it is."""
    capability = offer.capability or "an undisclosed capability"
    return f"{offer.id} ({party_words(view, offer.party)}, {capability.replace('_', ' ')})"


def party_words(view: View, code: str) -> str:
    """Return the name of a party, or its code where nobody gave one."""
    return view.parties[code].name if code in view.parties else code


def proposition_words(view: View, name: str) -> str:
    """Return a proposition by its text and its id."""
    return f"“{view.propositions[name].text}” ({name})"


def cited(view: View, evidence: Iterable[str]) -> tuple[Statement, ...]:
    """Return the statements in view that are cited, each once, in order."""
    return tuple(
        view.statements[name] for name in dict.fromkeys(evidence) if name in view.statements
    )


def statement_words(statement: Statement) -> str:
    """Return a statement by its id and the day it was published."""
    return f"{statement.id} of {say_day(statement.published_on)}"


def listed(names: Sequence[str]) -> str:
    """Return names as a list in a sentence; beyond a few the rest are counted.

    Example:
        >>> listed(["a", "b", "c"])
        'a, b and c'
        >>> listed(["a", "b", "c", "d", "e", "f"])
        'a, b, c, d and 2 others'
    """
    shown = list(names)
    if len(shown) > MOST_NAMED + 1:
        shown = [*shown[:MOST_NAMED], f"{len(shown) - MOST_NAMED} others"]
    *most, last = shown
    return f"{', '.join(most)} and {last}" if most else last
