"""What rests on a statement: everything in view that cites it, and what the statement gives it."""

from collections.abc import Iterable, Iterator

from guarantor.model import Line, Offer, Record, RecordState, Term, View, say_day
from guarantor.room.evidence_documents import Rest, RestKind
from guarantor.room.labels import capability_words, labels
from guarantor.room.naming import party_name, term_sentence, words

_KEYS = {
    "firmness": "its firmness",
    "quantity": "its quantity",
    "unit": "its unit",
    "fulfilment": "the chance that it arrives",
    "available": "its days",
    "notice_days": "its notice",
    "transit_days": "its time on the way",
    "caveats": "its caveats",
    "part_of": "what it is part of",
    "note": "its note",
}
"""What the keys of an offer are called."""


def rests_on(view: View, name: str) -> list[Rest]:
    """Return everything in view that cites a statement, offers first."""
    called = labels(view)
    return [
        rest
        for part in (_offers, _parties, _propositions, _requirements, _others)
        for rest in part(view, name, called)
    ]


def _rest(kind: RestKind, what: str, label: str, gives: str, evidence: Iterable[str]) -> Rest:
    return {
        "kind": kind,
        "id": what,
        "label": label,
        "gives": gives,
        "alone": len(set(evidence)) == 1,
    }


def _offers(view: View, name: str, called: dict[str, str]) -> Iterator[Rest]:
    for offer in view.offers.values():
        label = called[offer.id]
        if keys := [key for key, cited in offer.sources.items() if name in cited]:
            cited = {one for key in keys for one in offer.sources[key]}
            yield _rest("offer", offer.id, label, _given(offer, keys), cited)
        for term in offer.terms:
            if name in term.evidence:
                yield _term(view, "term", offer.id, label, term)
    for common in view.common_terms:
        if name in common.term.evidence:
            kinds = ", ".join(map(capability_words, common.capabilities))
            yield _term(view, "common_term", "", f"every offer of {kinds}", common.term)


def _given(offer: Offer, keys: list[str]) -> str:
    values = {
        "firmness": f"that it is {words(offer.firmness)}",
        "quantity": f"its quantity, {offer.quantity} {words(offer.unit)}".rstrip(),
    }
    return "; ".join(values.get(key, _KEYS.get(key, words(key))) for key in keys)


def _term(view: View, kind: RestKind, what: str, label: str, term: Term) -> Rest:
    gives = f"a term ({term.basis}): {term_sentence(view, term)}"
    return _rest(kind, what, label, gives, term.evidence)


def _parties(view: View, name: str, called: dict[str, str]) -> Iterator[Rest]:
    for party in view.parties.values():
        if name in party.evidence:
            yield _rest("party", party.code, party.name, "that it is on record", party.evidence)
        if party.lasting and name in party.lasting.evidence:
            gives = "how long its taking part lasts"
            yield _rest("party", party.code, party.name, gives, party.lasting.evidence)
        for term in party.terms:
            if name in term.evidence:
                yield _term(view, "party_term", party.code, called[party.code], term)


def _propositions(view: View, name: str, called: dict[str, str]) -> Iterator[Rest]:
    for one in view.propositions.values():
        label = called[one.id]
        if name in one.evidence:
            yield _rest("proposition", one.id, label, "why it is on record", one.evidence)
        if one.lasting and name in one.lasting.evidence:
            yield _rest("proposition", one.id, label, "how long it lasts", one.lasting.evidence)
        for record in one.record:
            if name in record.evidence:
                yield _rest("record", one.id, label, _recorded(record), record.evidence)


def _recorded(record: Record) -> str:
    is_verb = record.state in {RecordState.HOLDS, RecordState.FAILS, RecordState.STANDS}
    state = record.state.value if is_verb else f"is {record.state}"
    return f"that it {state} as of {say_day(record.since)}"


def _requirements(view: View, name: str, called: dict[str, str]) -> Iterator[Rest]:
    del called  # lines are called by what they need
    for requirement in view.requirements.values():
        if name in requirement.evidence:
            cited = _known(view, requirement.evidence)
            label = requirement.text or words(requirement.name)
            yield _rest("requirement", requirement.name, label, "what is needed", cited)
        for line in requirement.lines:
            if name in line.evidence:
                label = f"{capability_words(line.capability)} ({requirement.name})"
                gives = _needed(line)
                what = f"{requirement.name}/{line.id}"
                yield _rest("requirement_line", what, label, gives, _known(view, line.evidence))


def _needed(line: Line) -> str:
    is_known = line.need.low is not None
    return f"the need, {line.need} {words(line.unit)}" if is_known else "a need of unknown size"


def _others(view: View, name: str, called: dict[str, str]) -> Iterator[Rest]:
    for parameter in view.parameters.values():
        if name in parameter.evidence:
            cited = _known(view, parameter.evidence)
            yield _rest("parameter", parameter.name, words(parameter.name), "its value", cited)
    for event in view.events.values():
        if name in event.evidence:
            gives = f"that it is {words(event.status)}, {say_day(event.day)}"
            yield _rest("event", event.id, event.text, gives, event.evidence)
    for one in view.arrangements:
        if name in one.evidence:
            gives = f"that it is {words(one.state)}"
            yield _rest("arrangement", one.topic.value, words(one.topic), gives, one.evidence)
    for ask in view.asks.values():
        if name in ask.evidence:
            whom = ", ".join(party_name(view, code) for code in ask.asked)
            label = ask.text or called.get(ask.change.subject if ask.change else "", ask.id)
            gives = f"that it was asked of {whom}" if whom else "that it was asked"
            yield _rest("ask", ask.id, label, gives, ask.evidence)


def _known(view: View, evidence: Iterable[str]) -> list[str]:
    return [name for name in evidence if name in view.statements]
