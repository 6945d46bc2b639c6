"""What the offers wait for, and which refusals and promises stand against it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from guarantor.brief.document import Clash, Wait
from guarantor.ledger import blocked_terms, once_failed, once_held
from guarantor.model import Basis, RecordState, Term, View, parse_condition
from guarantor.room.naming import needs, sentence
from guarantor.room.rows import iso

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
            for term in view.terms_of(offer):
                _add(found, term, offer.id)
    return found


def _by_propositions(view: View) -> dict[str, _Needed]:
    """Return what the definitions and preconditions of propositions need."""
    found: dict[str, _Needed] = {}
    for one in view.propositions.values():
        if one.when is not None:
            basis = one.basis or Basis.STATED
            _add(found, Term(condition=one.when, basis=basis, evidence=one.evidence), one.id)
    return found


def _add(found: dict[str, _Needed], term: Term, owner: str) -> None:
    for literal, name in needs(term.condition):
        needed = found.setdefault(literal, _Needed(name=name, holds=not literal.startswith("not ")))
        needed.add(owner, term.basis, term.evidence)


def waits(view: View, valid_on: date | None) -> list[Wait]:
    """Return what the offers wait for, what most of them wait for first."""
    rows = [_wait(view, literal, needed, valid_on) for literal, needed in _by_offers(view).items()]
    return sorted(rows, key=lambda row: (-sum(map(len, row["by_basis"].values())), row["id"]))


def _wait(view: View, literal: str, needed: _Needed, valid_on: date | None) -> Wait:
    latest = view.latest(needed.name) if needed.name in view.propositions else None
    owners = needed.owners()
    return {
        "id": literal,
        "text": _text(view, literal, needed),
        "by_basis": needed.by_basis,
        "parties": list(dict.fromkeys(view.offers[name].party for name in owners)),
        "settled": view.settled(needed.name, valid_on) if latest else None,
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
        if row := _clash(view, literal, needed):
            rows.append(row)
    return sorted(rows, key=lambda row: (row["code"], -len(row["offers"]), row["need"]))


def _clash(view: View, literal: str, needed: list[_Needed]) -> Clash | None:
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
    owners = list(dict.fromkeys(owner for one in needed for owner in one.owners()))
    blocked = _blocked(view, name, holds=holds)
    return {
        "code": code,
        "need": literal,
        "by": list(dict.fromkeys(party for parties in speakers for party in parties)),
        "offers": [one for one in blocked if one in view.offers],
        "propositions": [owner for owner in owners if owner in view.propositions],
        "by_basis": by_basis,
        "with_alternative": [owner for owner in owners if owner not in blocked],
        "since": latest.since.isoformat(),
        "evidence": list(latest.evidence),
    }


def _blocked(view: View, name: str, *, holds: bool) -> list[str]:
    """Return the offers and propositions that cannot be while a refusal or a promise lasts.

    All else is as favourable as can be: what has an alternative is not among them.
    """
    lasting = once_failed(view, name) if holds else once_held(view, name)
    offers = [
        offer.id
        for offer in view.offers.values()
        if offer.firmness.is_offer and blocked_terms(lasting, view.terms_of(offer))
    ]
    return [*offers, *(one for one in view.propositions if one in lasting.failing)]
