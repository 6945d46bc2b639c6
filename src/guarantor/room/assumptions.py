"""What the answer takes for granted: everything that rests on no evidence or on our reading."""

from collections.abc import Iterable, Iterator

from guarantor.brief.document import Assumption
from guarantor.model import Basis, Chance, Parameter, Term, View
from guarantor.room.rows import number
from guarantor.viability import Engine

_OURS = frozenset({Basis.READ, Basis.ASSUMED})


def assumptions(engine: Engine) -> list[Assumption]:
    """Return the assumptions: parameters, terms we read or assumed, numbers without evidence."""
    view = engine.view
    return [
        *map(_parameter, view.parameters.values()),
        *(map(_parameter, [view.notice_days_default] if view.notice_days_default else [])),
        *_terms(view),
        *_definitions(view),
        *_chances(view),
        *_needs(view, engine.question.requirement),
    ]


def _parameter(parameter: Parameter) -> Assumption:
    return {
        "id": parameter.name,
        "basis": parameter.basis.value,
        "value": number(parameter.value),
        "low": number(parameter.low),
        "high": number(parameter.high),
        "note": parameter.note,
    }


def _terms(view: View) -> Iterator[Assumption]:
    for shared in view.common_terms:
        owner = f"every offer of {', '.join(shared.capabilities)}"
        yield from _ours([shared.term], owner)
    for party in view.parties.values():
        yield from _ours(party.terms, party.code)
    for offer in view.offers.values():
        if offer.firmness.is_offer:
            yield from _ours(offer.terms, offer.id)


def _ours(terms: Iterable[Term], owner: str) -> Iterator[Assumption]:
    for term in terms:
        if term.basis in _OURS:
            yield _said(term.text, term.basis, owner, term.note)


def _definitions(view: View) -> Iterator[Assumption]:
    for proposition in view.propositions.values():
        if proposition.when is not None and proposition.basis in _OURS:
            text = f"{proposition.id} when {proposition.when}"
            yield _said(text, proposition.basis or Basis.READ, proposition.id, proposition.note)


def _said(text: str, basis: Basis, owner: str, note: str) -> Assumption:
    return {
        "term": text,
        "basis": basis.value,
        "value": owner,
        "low": None,
        "high": None,
        "note": note,
    }


def _chances(view: View) -> Iterator[Assumption]:
    for proposition in view.propositions.values():
        if proposition.is_chance_given and not proposition.evidence:
            yield _chance(proposition.id, proposition.chance, "the chance of its own event")
    for party in view.parties.values():
        if party.is_decision_given and not party.evidence:
            yield _chance(party.code, party.decision, "the chance that it decides to take part")


def _chance(name: str, chance: Chance, note: str) -> Assumption:
    point = chance.low if chance.low == chance.high else None
    return {
        "id": name,
        "basis": Basis.ASSUMED.value,
        "value": point,
        "low": chance.low,
        "high": chance.high,
        "note": note,
    }


def _needs(view: View, requirement: str) -> Iterator[Assumption]:
    for line in view.requirements[requirement].lines:
        if not line.evidence and line.need.low is not None:
            point = line.need.low if line.need.low == line.need.high else None
            yield {
                "id": f"{requirement}/{line.id}",
                "basis": Basis.ASSUMED.value,
                "value": number(point),
                "low": number(line.need.low),
                "high": number(line.need.high),
                "note": f"the need, in {line.unit}",
            }
