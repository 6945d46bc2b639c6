"""Who waits for a party: whose terms name it or its offers, directly, in a group or in a sum."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from guarantor.model import (
    AtLeast,
    Atom,
    Basis,
    Condition,
    Offer,
    Term,
    Total,
    View,
    walk,
)
from guarantor.room.labels import labels
from guarantor.room.naming import sentence
from guarantor.room.party_documents import WaitedFor

How = Literal["named", "group", "total"]


@dataclass(frozen=True, kw_only=True)
class _Owner:
    """Whose term it is."""

    kind: Literal["offer", "party", "proposition"]
    id: str
    label: str
    party: str | None


def waited_for(view: View, code: str) -> list[WaitedFor]:
    """Return who waits for a party, in the order of the folder: offers, parties, propositions.

    Its own offers are left out, as a party waits for nobody when it waits for itself.
    """
    own = {offer.id: offer for offer in view.offers.values() if offer.party == code}
    return [
        row for owner, term in _terms(view, code) if (row := _row(view, owner, term, code, own))
    ]


def _terms(view: View, code: str) -> Iterator[tuple[_Owner, Term]]:
    called = labels(view)
    for offer in view.offers.values():
        if offer.party != code:
            owner = _Owner(kind="offer", id=offer.id, label=called[offer.id], party=offer.party)
            shared = (common.term for common in view.common_terms if common.binds(offer))
            yield from ((owner, term) for term in (*offer.terms, *shared))
    for party in view.parties.values():
        if party.code != code:
            owner = _Owner(kind="party", id=party.code, label=party.name, party=None)
            yield from ((owner, term) for term in party.terms)
    for one in view.propositions.values():
        if one.when is not None:
            owner = _Owner(kind="proposition", id=one.id, label=one.text, party=None)
            basis = one.basis or Basis.STATED
            yield owner, Term(condition=one.when, basis=basis, evidence=one.evidence)


def _row(
    view: View, owner: _Owner, term: Term, code: str, own: dict[str, Offer]
) -> WaitedFor | None:
    if term.condition is None:
        return None
    found = list(_mentions(view, term.condition, code, own))
    if not found:
        return None
    how, through, _, negated = found[0]
    return {
        "kind": owner.kind,
        "id": owner.id,
        "label": owner.label,
        "party": owner.party,
        "sentence": sentence(view, term.condition),
        "basis": term.basis.value,
        "evidence": list(term.evidence),
        "how": how,
        "through": through,
        "names": list(dict.fromkeys(name for _, _, names, _ in found for name in names)),
        "negated": negated,
    }


def _mentions(
    view: View, condition: Condition, code: str, own: dict[str, Offer]
) -> Iterator[tuple[How, str | None, list[str], bool]]:
    """Yield where a condition names the party or its offers, directly before anything else."""
    mine = {code, *own}
    nodes = list(walk(condition))
    for node, negated in nodes:
        if isinstance(node, Atom) and node.id in mine:
            yield "named", None, [node.id], negated
    for node, negated in nodes:
        match node:
            case AtLeast(members=str() as group):
                members, through = view.groups.get(group, ()), group
            case AtLeast(members=tuple() as members):
                through = ""
            case _:
                continue
        if names := [name for name in members if name in mine]:
            yield "group", through or None, names, negated
    for node, negated in nodes:
        if isinstance(node, Total):
            names = [name for name, offer in own.items() if _adds(offer, node)]
            if names:
                yield "total", node.capability, names, negated


def _adds(offer: Offer, total: Total) -> bool:
    return offer.capability == total.capability and offer.firmness.is_offer
