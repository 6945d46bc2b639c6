"""How the things of a view are called in sentences."""

from guarantor.model import (
    AtLeast,
    Atom,
    Condition,
    Party,
    Term,
    Total,
    View,
    say,
    say_number,
    walk,
)


def clause(view: View, name: str) -> str:
    """Return an id as a clause, or a group or capability as a noun.

    A proposition is its text, a party "Bravia joins", a contribution "the land troops of Bravia are
    offered".
    """
    if name in view.propositions:
        return lowered(view.propositions[name].text)
    if name in view.parties:
        return f"{view.parties[name].name} joins"
    if name in view.parameters:
        return say_number(view.parameters[name].value)
    if name in view.offers:
        offer = view.offers[name]
        kind = words(offer.capability) if offer.capability else "undisclosed contribution"
        return f"the {kind} of {party_name(view, offer.party)} are offered"
    return words(name)


def party_name(view: View, code: str) -> str:
    """Return a party's name, or its code where nobody named it."""
    party: Party | None = view.parties.get(code)
    return party.name if party else code


def words(name: str) -> str:
    """Return an id-like word as words."""
    return name.replace("_", " ").replace("-", " ")


def lowered(text: str) -> str:
    """Return a sentence as a clause: a leading article in lower case, no full stop."""
    first, _, rest = text.rstrip(".").partition(" ")
    articles = {"A", "An", "The", "It", "There", "Both", "Each", "All", "Some", "At", "No"}
    return f"{first.lower()} {rest}" if first in articles else text.rstrip(".")


def sentence(view: View, condition: Condition) -> str:
    """Return a condition as an English clause."""
    return say(condition, lambda name: clause(view, name))


def term_sentence(view: View, term: Term) -> str:
    """Return a term as an English clause."""
    if term.condition is None:
        return "a condition that was not disclosed"
    return sentence(view, term.condition)


def needs(condition: Condition | None) -> tuple[tuple[str, str], ...]:
    """Return what a condition needs, each as the literal and the id or group it names.

    An atom is itself, ``not x`` under a ``not``; a threshold is named by its group or by its text.
    """
    if condition is None:
        return (("undisclosed", "undisclosed"),)
    found: dict[str, str] = {}
    for node, under_not in walk(condition):
        match node:
            case Atom(name):
                found[f"not {name}" if under_not else name] = name
            case AtLeast(_, str() as group):
                found[str(node)] = group
            case AtLeast() | Total():
                found[str(node)] = str(node)
            case _:
                pass
    return tuple(found.items())
