"""Rows: parties, offers, propositions and evidence as the assessment document tells them."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import TypeVar

from guarantor.brief.document import (
    ArrangementRow,
    EventRow,
    I,
    OfferRow,
    PartyRow,
    PropositionRow,
    R,
    RecordRow,
    StatementRow,
    TermRow,
)
from guarantor.model import (
    Arrangement,
    Chance,
    Event,
    Need,
    Offer,
    Party,
    Proposition,
    Record,
    Statement,
    Term,
    Topic,
    View,
)
from guarantor.room.naming import needs, sentence, term_sentence
from guarantor.viability import Engine, Reading, Sums, is_stated, there

T = TypeVar("T")


def number(value: Decimal | None) -> float | None:
    """Return an exact number as JSON has it, unrounded; whole numbers without a point."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def iso(value: date | None) -> str | None:
    """Return a day as ``YYYY-MM-DD``."""
    return None if value is None else value.isoformat()


def interval(value: Chance | Need | Sums) -> I:
    """Return both ends."""
    low, high = value.low, value.high
    if isinstance(low, Decimal) or isinstance(high, Decimal) or low is None:
        return {"low": number(_decimal(low)), "high": number(_decimal(high))}
    return {"low": low, "high": high}


def _decimal(value: Decimal | float | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def term_rows(view: View, terms: Iterable[Term]) -> list[TermRow]:
    """Return terms as text, as sentences, and on whose word they stand."""
    shared = [common.term for common in view.common_terms]
    return [
        {
            "text": term.text,
            "sentence": term_sentence(view, term),
            "basis": term.basis.value,
            "evidence": list(term.evidence),
            "note": term.note,
            "common": any(term is one for one in shared),
            "needs": [name for _, name in needs(term.condition)],
        }
        for term in terms
    ]


def offer_row(engine: Engine, offer: Offer) -> OfferRow:
    """Return a contribution as it stands in the view."""
    view = engine.view
    quantity = offer.quantity
    basis = "stated" if is_stated(offer, view) else "reported"
    return {
        "id": offer.id,
        "party": offer.party,
        "capability": offer.capability,
        "unit": offer.unit,
        "firmness": offer.firmness.value,
        "is_offer": offer.firmness.is_offer,
        "quantity": str(quantity),
        "quantity_low": number(quantity.low) or 0,
        "quantity_high": number(quantity.high),
        "quantity_basis": basis if quantity.is_disclosed else "undisclosed",
        "part_of": offer.part_of,
        "since": offer.since.isoformat(),
        "terms": term_rows(view, view.terms_of(offer)),
        "caveats": list(offer.caveats),
        "there": _there(engine, offer),
        "evidence": list(offer.evidence),
        "note": offer.note,
        "can_stand": by_reading(lambda reading: offer.id in engine.standing[reading]),
    }


def _there(engine: Engine, offer: Offer) -> bool | None:
    valid_on = engine.question.valid_on
    if valid_on is None or engine.view.activation is None:
        return None
    return there(offer, engine.view, valid_on)


def party_row(view: View, party: Party) -> PartyRow:
    """Return a party with what it offered, and what was said by or about it."""
    heard = [
        statement
        for statement in view.statements.values()
        if party.code in statement.speaker_parties or party.code in statement.about
    ]
    return {
        "code": party.code,
        "name": party.name,
        "roles": [role.value for role in party.roles],
        "terms": term_rows(view, party.terms),
        "last_heard": iso(max((said.published_on for said in heard), default=None)),
        "offers": [offer.id for offer in view.offers.values() if offer.party == party.code],
        "statements": [said.id for said in sorted(heard, key=lambda said: said.published_on)],
        "note": party.note,
    }


def proposition_row(engine: Engine, proposition: Proposition) -> PropositionRow:
    """Return a proposition with its record up to the day."""
    view = engine.view
    when = proposition.when
    row: PropositionRow = {
        "id": proposition.id,
        "text": proposition.text,
        "when": None if when is None else str(when),
        "when_sentence": None if when is None else sentence(view, when),
        "basis": proposition.basis.value if proposition.basis else None,
        "chance": interval(proposition.chance),
        "chance_given": proposition.is_chance_given,
        "settled": view.settled(proposition.id, engine.question.valid_on),
        "record": [_record_row(record) for record in proposition.record],
        "settled_by": proposition.settled_by,
        "note": proposition.note,
    }
    if proposition.chance.weight is not None:
        row["chance_weight"] = proposition.chance.weight
    return row


def _record_row(record: Record) -> RecordRow:
    return {
        "since": record.since.isoformat(),
        "state": record.state.value,
        "evidence": list(record.evidence),
        "note": record.note,
    }


def statement_row(statement: Statement) -> StatementRow:
    """Return a statement as its page published it."""
    return {
        "id": statement.id,
        "said_on": iso(statement.said_on),
        "published_on": statement.published_on.isoformat(),
        "date_basis": statement.date_basis.value,
        "speaker": statement.speaker,
        "speaker_parties": list(statement.speaker_parties),
        "standing": statement.standing.value,
        "about": list(statement.about),
        "kind": statement.kind,
        "stance": statement.stance.value,
        "firmness": statement.firmness.value if statement.firmness else None,
        "quantity": statement.quantity,
        "unit": statement.unit,
        "condition": statement.condition,
        "paraphrase": statement.paraphrase,
        "source": statement.source,
        "attribution": statement.attribution.value,
        "reliability": statement.reliability,
        "credibility": statement.credibility,
    }


def event_row(event: Event) -> EventRow:
    """Return an event."""
    return {
        "id": event.id,
        "day": event.day.isoformat(),
        "until": iso(event.until),
        "kind": event.kind.value,
        "text": event.text,
        "participants": list(event.participants),
        "status": event.status.value,
        "evidence": list(event.evidence),
    }


def arrangement_rows(arrangements: Iterable[Arrangement]) -> list[ArrangementRow]:
    """Return a row for every topic; one that nobody recorded is unknown."""
    recorded = {arrangement.topic: arrangement for arrangement in arrangements}
    return [_arrangement_row(topic, recorded.get(topic)) for topic in Topic]


def _arrangement_row(topic: Topic, arrangement: Arrangement | None) -> ArrangementRow:
    return {
        "topic": topic.value,
        "state": arrangement.state.value if arrangement else "unknown",
        "text": arrangement.text if arrangement else "",
        "evidence": list(arrangement.evidence) if arrangement else [],
        "note": arrangement.note if arrangement else "",
    }


def by_reading(value: Callable[[Reading], T]) -> R[T]:
    """Return a value for each reading."""
    return {
        "nobody_moves_first": value(Reading.NOBODY_MOVES_FIRST),
        "moving_together": value(Reading.MOVING_TOGETHER),
    }
