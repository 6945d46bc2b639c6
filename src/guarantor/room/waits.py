"""What the offers wait for, and which refusals and promises stand against it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from guarantor.brief.document import Clash, Wait
from guarantor.model import Basis, Offer, RecordState, Term, View, parse_condition
from guarantor.room.naming import needs, sentence
from guarantor.room.rows import all_terms, iso

_AGAINST = {
    True: {RecordState.REFUSED: "refusal_against_term", RecordState.FAILS: "refusal_against_term"},
    False: {RecordState.STANDS: "promise_against_term", RecordState.HOLDS: "promise_against_term"},
}
"""By whether a proposition has to hold: the states of its record that stand against that."""


@dataclass
class _Needed:
    """Who needs a literal, on which basis and which evidence."""

    name: str
    holds: bool
    by_basis: dict[str, list[str]] = field(default_factory=dict)
    evidence: dict[str, None] = field(default_factory=dict)

    def add(self, owner: str, basis: Basis, evidence: Iterable[str]) -> None:
        owners = self.by_basis.setdefault(basis.value, [])
        if owner not in owners:
            owners.append(owner)
        self.evidence.update(dict.fromkeys(evidence))

    def owners(self) -> list[str]:
        return list(dict.fromkeys(name for names in self.by_basis.values() for name in names))


def _by_offers(view: View) -> dict[str, _Needed]:
    """Return what the terms of the offers on record need."""
    found: dict[str, _Needed] = {}
    for offer in view.offers.values():
        if offer.firmness.is_offer:
            for term, _ in all_terms(view, offer):
                _add(found, term, offer)
    return found


def _add(found: dict[str, _Needed], term: Term, offer: Offer) -> None:
    for literal, name in needs(term.condition):
        needed = found.setdefault(literal, _Needed(name=name, holds=not literal.startswith("not ")))
        needed.add(offer.id, term.basis, term.evidence)


def _by_propositions(view: View) -> dict[str, _Needed]:
    """Return what the definitions and preconditions of propositions need."""
    found: dict[str, _Needed] = {}
    for proposition in view.propositions.values():
        if proposition.when is None:
            continue
        for literal, name in needs(proposition.when):
            needed = found.setdefault(
                literal, _Needed(name=name, holds=not literal.startswith("not "))
            )
            basis = proposition.basis or Basis.STATED
            needed.add(proposition.id, basis, proposition.evidence)
    return found


def waits(view: View) -> list[Wait]:
    """Return what the offers wait for, what most of them wait for first."""
    rows = [_wait(view, literal, needed) for literal, needed in _by_offers(view).items()]
    return sorted(rows, key=lambda row: (-sum(map(len, row["by_basis"].values())), row["id"]))


def _wait(view: View, literal: str, needed: _Needed) -> Wait:
    latest = view.latest(needed.name) if needed.name in view.propositions else None
    owners = needed.owners()
    return {
        "id": literal,
        "text": _text(view, literal, needed),
        "by_basis": needed.by_basis,
        "parties": list(dict.fromkeys(view.offers[name].party for name in owners)),
        "settled": view.settled(needed.name, view.valid_on) if latest else None,
        "state": latest.state.value if latest else None,
        "state_since": iso(latest.since) if latest else None,
        "state_evidence": list(latest.evidence) if latest else [],
        "evidence": list(needed.evidence),
    }


def _text(view: View, literal: str, needed: _Needed) -> str:
    if needed.name == "undisclosed":
        return "a condition that was not disclosed"
    return sentence(view, parse_condition(literal))


def clashes(view: View) -> list[Clash]:
    """Return the refusals and promises on record that stand against what is needed."""
    by_offers, by_propositions = _by_offers(view), _by_propositions(view)
    rows = []
    for literal in dict.fromkeys((*by_offers, *by_propositions)):
        needed = [found[literal] for found in (by_offers, by_propositions) if literal in found]
        if row := _clash(view, literal, needed, by_offers, by_propositions):
            rows.append(row)
    return sorted(rows, key=lambda row: (row["code"], -len(row["offers"]), row["need"]))


def _clash(
    view: View,
    literal: str,
    needed: list[_Needed],
    by_offers: Mapping[str, _Needed],
    by_propositions: Mapping[str, _Needed],
) -> Clash | None:
    name, holds = needed[0].name, needed[0].holds
    latest = view.latest(name) if name in view.propositions else None
    code = _AGAINST[holds].get(latest.state) if latest else None
    if latest is None or code is None:
        return None
    speakers = (view.statements[said].speaker_parties for said in latest.evidence)
    by_basis: dict[str, list[str]] = {}
    for one in needed:
        for basis, owners in one.by_basis.items():
            by_basis.setdefault(basis, []).extend(owners)
    owners = [owner for one in needed for owner in one.owners()]
    propositions = [owner for owner in owners if owner in view.propositions]
    return {
        "code": code,
        "need": literal,
        "by": list(dict.fromkeys(party for parties in speakers for party in parties)),
        "offers": _offers_behind(owners, view, by_offers, by_propositions),
        "propositions": propositions,
        "by_basis": by_basis,
        "since": latest.since.isoformat(),
        "evidence": list(latest.evidence),
    }


def _offers_behind(
    owners: Iterable[str],
    view: View,
    by_offers: Mapping[str, _Needed],
    by_propositions: Mapping[str, _Needed],
) -> list[str]:
    """Return the offers among the owners, and those that need a proposition among them."""
    offers: dict[str, None] = {}
    seen: set[str] = set()
    waiting = list(owners)
    while waiting:
        owner = waiting.pop(0)
        if owner in view.offers:
            offers[owner] = None
        elif owner not in seen:
            seen.add(owner)
            for found in (by_offers, by_propositions):
                if owner in found:
                    waiting.extend(found[owner].owners())
    return list(offers)
