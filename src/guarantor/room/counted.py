"""Whether conditions count by a parameter."""

from collections.abc import Iterator

from guarantor.model import AtLeast, Condition, View, walk


def counts_by(view: View, name: str) -> bool:
    """Tell whether a condition counts with a parameter: at_least takes whole numbers only."""
    return any(
        isinstance(node, AtLeast) and node.count == name
        for condition in _conditions(view)
        for node, _ in walk(condition)
    )


def _conditions(view: View) -> Iterator[Condition]:
    terms = [term for offer in view.offers.values() for term in offer.terms]
    terms += [term for party in view.parties.values() for term in party.terms]
    terms += [shared.term for shared in view.common_terms]
    yield from (term.condition for term in terms if term.condition is not None)
    for proposition in view.propositions.values():
        cases = [row.condition for row in proposition.chance_given]
        yield from (case for case in (proposition.when, *cases) if case is not None)
