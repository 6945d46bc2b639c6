"""What the answer takes for granted: everything that rests on no evidence or on our reading."""

from collections.abc import Iterable, Iterator

from guarantor.brief.document import Assumption
from guarantor.model import UNKNOWN, Basis, Chance, Lasting, Parameter, Proposition, Term, View
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
        *_hazards(view),
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
            yield from _own_chances(proposition)
    for party in view.parties.values():
        if party.is_decision_given and not party.evidence:
            yield _chance(party.code, party.decision, "the chance that it decides to take part")


def _own_chances(proposition: Proposition) -> Iterator[Assumption]:
    """Yield the chance of a proposition's own event, or one for each case that the folder gives."""
    note = "the chance of its own event"
    if not proposition.chance_given:
        yield _chance(proposition.id, proposition.chance, note)
    for row in proposition.chance_given:
        if row.condition is not None:
            yield _chance(proposition.id, row.chance, f"{note} in the case {row.condition}")
        elif row.chance != UNKNOWN:
            yield _chance(proposition.id, row.chance, f"{note} in every other case")


def _hazards(view: View) -> Iterator[Assumption]:
    for one in view.propositions.values():
        yield from _hazard(one.id, one.lasting, "the monthly chance that it ends once it holds")
    for party in view.parties.values():
        note = "the monthly chance that its taking part ends"
        yield from _hazard(party.code, party.lasting, note)


def _hazard(name: str, lasting: Lasting | None, note: str) -> Iterator[Assumption]:
    if lasting is not None and not lasting.evidence:
        more = f": {lasting.note}" if lasting.note else ""
        yield _chance(name, lasting.monthly_hazard, f"{note}{more}")


def _chance(name: str, chance: Chance, note: str) -> Assumption:
    point = chance.low if chance.low == chance.high else None
    return {
        "id": name,
        "basis": Basis.ASSUMED.value,
        "value": point,
        "low": chance.low,
        "high": chance.high,
        "note": note if chance.weight is None else f"{note} ({chance})",
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
