"""Views: an operation as known on a day, to an audience, without some statements."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from guarantor.errors import UnknownId
from guarantor.ledger.asks_in_view import asks_in_view
from guarantor.ledger.known import Known
from guarantor.ledger.origins import documents_in_view, origins
from guarantor.ledger.visibility import (
    known_audiences,
    scrub,
    visible_statements,
    visible_steps,
)
from guarantor.model import (
    PUBLIC,
    STEP_KEYS,
    Arrangement,
    Basis,
    CommonTerm,
    Condition,
    Contribution,
    Event,
    Firmness,
    Lasting,
    Offer,
    Operation,
    Party,
    Proposition,
    Record,
    Step,
    Term,
    View,
    parse_condition,
)

BASES_TO_LEAVE_OUT = (Basis.ASSUMED, Basis.READ, Basis.REPORTED)
"""Bases whose terms a view can do without, so that a reading can be switched off."""


def view(
    operation: Operation,
    *,
    audience: str = PUBLIC,
    as_known_on: date | None = None,
    without: Iterable[str] = (),
) -> View:
    """Return what is known of an operation on a day, to an audience.

    Args:
        operation: Everything on record.
        audience: A named audience of the operation, or ``public``.
        as_known_on: The day asked from; the operation's own where left out.
        without: Statements to do without: terms, steps and records that rest on nothing else are
            gone. The words ``assumed``, ``read`` and ``reported`` do without the terms of that
            basis.

    Raises:
        UnknownId: The audience or a statement is not on record for that audience.
    """
    left_out = tuple(dict.fromkeys(without))
    visible = visible_statements(operation, audience)
    _check_left_out(left_out, visible)
    known = Known(
        day=as_known_on or operation.as_known_on,
        published={name: operation.statements[name].published_on for name in visible},
        left_out=frozenset(left_out),
        audiences=frozenset(known_audiences(operation, audience)),
    )
    offers = {
        contribution.id: offer
        for contribution in operation.contributions.values()
        if (offer := _offer(contribution, visible_steps(contribution, operation, audience), known))
    }
    return _assembled(operation, offers, known, audience=audience, without=left_out)


def _check_left_out(left_out: tuple[str, ...], visible: frozenset[str]) -> None:
    for name in left_out:
        if name not in visible and name not in BASES_TO_LEAVE_OUT:
            raise UnknownId(kind="statement", name=name, known=visible)


def _terms(terms: Iterable[Term], known: Known) -> tuple[Term, ...]:
    return tuple(
        replace(term, evidence=known.cited(term.evidence))
        for term in terms
        if term.basis not in known.left_out and known.stands(term.evidence)
    )


def _offer(contribution: Contribution, steps: tuple[Step, ...], known: Known) -> Offer | None:
    """Fold the steps known that day, key by key; the later in the file wins."""
    given: dict[str, Any] = {}
    sources: dict[str, tuple[str, ...]] = {}
    terms: dict[str, Term] = {}
    days: list[date] = []
    for step in steps:
        since = known.since(step)
        if since is None or since > known.day:
            continue
        days.append(since)
        for key in STEP_KEYS:
            if (value := getattr(step, key)) is not None:
                given[key] = value
                sources[key] = known.still(step.evidence)
        for text in step.withdrawn_terms:
            terms.pop(_canonical(text), None)
        for term in _terms(step.terms, known):
            earlier = terms.get(term.text)
            terms[term.text] = _repeated(earlier, term) if earlier else term
    if not days:
        return None
    base = contribution.base
    settings: dict[str, Any] = {
        "unit": base.unit,
        "available": base.available,
        "notice_days": base.notice_days,
        "transit_days": base.transit_days,
        "caveats": base.caveats,
        "part_of": base.part_of,
        "note": base.note if known.audiences.intersection(base.releasable_to) else "",
        "firmness": Firmness.UNDISCLOSED,
    }
    return Offer(
        id=contribution.id,
        party=contribution.party,
        capability=contribution.capability,
        terms=tuple(terms.values()),
        since=max(days),
        first_since=min(days),
        sources=sources,
        **(settings | given),
    )


def _canonical(text: str) -> str:
    return text if text == "undisclosed" else str(parse_condition(text))


def _repeated(earlier: Term, later: Term) -> Term:
    """Return a term voiced twice: on the stronger basis, resting on both."""
    order = list(Basis)
    stronger = min(earlier, later, key=lambda term: order.index(term.basis))
    evidence = tuple(dict.fromkeys((*earlier.evidence, *later.evidence)))
    return replace(stronger, evidence=evidence)


def _assembled(
    operation: Operation,
    offers: dict[str, Offer],
    known: Known,
    *,
    audience: str,
    without: tuple[str, ...],
) -> View:
    """Put the view together, its conditions naming only what is in it."""
    in_view = operation.parties.keys() | operation.propositions.keys() | offers.keys()
    documents = documents_in_view(operation, audience)

    def scrubbed(condition: Condition) -> Condition:
        return scrub(condition, in_view | operation.groups.keys())

    return View(
        id=operation.id,
        name=operation.name,
        question=operation.question,
        theatre=operation.theatre,
        status=operation.status,
        activation=operation.activation,
        valid_on=operation.valid_on,
        as_known_on=known.day,
        requirement=operation.requirement,
        firm=operation.firm,
        notice_days_default=operation.notice_days_default,
        note=operation.note,
        audience=audience,
        audiences=known_audiences(operation, audience),
        without=without,
        groups={
            name: tuple(member for member in members if member in in_view)
            for name, members in operation.groups.items()
        },
        parameters=operation.parameters,
        common_terms=_common_terms(operation.common_terms, known, scrubbed),
        parties={code: _party(party, known, scrubbed) for code, party in operation.parties.items()},
        propositions={
            name: _proposition(proposition, known, scrubbed)
            for name, proposition in operation.propositions.items()
        },
        offers={
            name: replace(
                offer,
                terms=_scrubbed_terms(offer.terms, scrubbed),
                part_of=offer.part_of if offer.part_of in offers else None,
            )
            for name, offer in offers.items()
        },
        requirements=operation.requirements,
        statements={
            name: statement
            for name, statement in operation.statements.items()
            if known.cited((name,))
        },
        events=_events(operation.events, known),
        asks=asks_in_view(operation, known, in_view, scrubbed, audience=audience),
        arrangements=_arrangements(operation.arrangements, known),
        documents=documents,
        origins=origins(documents.values(), operation.documents),
    )


def _scrubbed_terms(
    terms: tuple[Term, ...], scrubbed: Callable[[Condition], Condition]
) -> tuple[Term, ...]:
    return tuple(
        term if term.condition is None else replace(term, condition=scrubbed(term.condition))
        for term in terms
    )


def _common_terms(
    common_terms: tuple[CommonTerm, ...],
    known: Known,
    scrubbed: Callable[[Condition], Condition],
) -> tuple[CommonTerm, ...]:
    return tuple(
        replace(common, term=term)
        for common in common_terms
        for term in _scrubbed_terms(_terms((common.term,), known), scrubbed)
    )


def _party(party: Party, known: Known, scrubbed: Callable[[Condition], Condition]) -> Party:
    terms = _scrubbed_terms(_terms(party.terms, known), scrubbed)
    return replace(
        party,
        terms=terms,
        lasting=_lasting(party.lasting, known),
        evidence=known.cited(party.evidence),
    )


def _lasting(lasting: Lasting | None, known: Known) -> Lasting | None:
    """Return how long something lasts, citing what is known; like a chance it is today's model."""
    return lasting and replace(lasting, evidence=known.cited(lasting.evidence))


def _proposition(
    proposition: Proposition, known: Known, scrubbed: Callable[[Condition], Condition]
) -> Proposition:
    records = (
        replace(record, evidence=known.cited(record.evidence))
        for record in proposition.record
        if record.since <= known.day and _record_stands(record, known)
    )
    return replace(
        proposition,
        when=None if proposition.when is None else scrubbed(proposition.when),
        chance_given=tuple(
            row if row.condition is None else replace(row, condition=scrubbed(row.condition))
            for row in proposition.chance_given
        ),
        record=tuple(sorted(records, key=lambda record: record.since)),
        lasting=_lasting(proposition.lasting, known),
        evidence=known.cited(proposition.evidence),
    )


def _record_stands(record: Record, known: Known) -> bool:
    return not record.evidence or bool(known.still(record.evidence))


def _events(events: Mapping[str, Event], known: Known) -> dict[str, Event]:
    """Return the events known that day; one without evidence is known from its own day."""
    return {
        name: replace(event, evidence=known.cited(event.evidence))
        for name, event in events.items()
        if (known.cited(event.evidence) if event.evidence else event.day <= known.day)
    }


def _arrangements(arrangements: tuple[Arrangement, ...], known: Known) -> tuple[Arrangement, ...]:
    return tuple(
        replace(arrangement, evidence=known.cited(arrangement.evidence))
        for arrangement in arrangements
        if known.stands(arrangement.evidence)
    )
