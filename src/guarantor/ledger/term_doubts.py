"""Doubts about terms: missing, not on record, refused, contradicted, not repeated."""

from collections.abc import Iterator
from datetime import date

from guarantor.errors import Finding
from guarantor.ledger.needs import blocked_terms, once_failed, once_held
from guarantor.ledger.wording import (
    cited,
    listed,
    offer_words,
    party_words,
    proposition_words,
    statement_words,
)
from guarantor.model import (
    Basis,
    Firmness,
    Offer,
    Record,
    RecordState,
    Stance,
    Statement,
    Term,
    View,
    say_day,
)

ON_RECORD = frozenset({Basis.STATED, Basis.REPORTED})
"""The bases of terms that somebody voiced; the others are ours."""


def no_term_on_record(view: View) -> Iterator[Finding]:
    """Yield the offers on which nobody was heard to put a term; silence is not "unconditional".

    What is delivered waits for nothing any more.
    """
    for offer in _undelivered(view):
        if not _voiced_terms(view, offer):
            yield Finding(
                code="no_term_on_record",
                message=f"Nobody was heard to put a term on {offer_words(view, offer)}; "
                "that is not to say that it has none.",
                entry=offer.id,
                evidence=offer.evidence,
            )


def condition_not_on_record(view: View) -> Iterator[Finding]:
    """Yield the offers whose statements name a condition while no voiced term is on record."""
    for offer in _undelivered(view):
        current = (*offer.sources.get("firmness", ()), *offer.sources.get("quantity", ()))
        naming = [said for said in cited(view, current) if _names_condition(said)]
        if naming and not _voiced_terms(view, offer):
            said = naming[-1]
            yield Finding(
                code="condition_not_on_record",
                message=f"Statement {statement_words(said)} names a condition "
                f"(“{said.condition}”), and {offer_words(view, offer)} has no term on record "
                "that anybody stated or reported.",
                entry=offer.id,
                evidence=tuple(said.id for said in naming),
            )


def refused_need(view: View) -> Iterator[Finding]:
    """Yield the propositions that were refused or failed and that terms of offers need."""
    for name in view.propositions:
        latest = view.latest(name)
        if latest is None or latest.state not in {RecordState.REFUSED, RecordState.FAILS}:
            continue
        after = once_failed(view, name)
        waiting = {
            offer.id: terms
            for offer in _offers(view)
            if (terms := blocked_terms(after, view.terms_of(offer)))
        }
        if waiting:
            yield _refused(view, name, latest, waiting)


def contradicted_term(view: View) -> Iterator[Finding]:
    """Yield the offers with a term that cannot hold while what others promised stands."""
    for name in view.propositions:
        latest = view.latest(name)
        if latest is None or latest.state not in {RecordState.STANDS, RecordState.HOLDS}:
            continue
        after = once_held(view, name)
        for offer in _offers(view):
            for term in blocked_terms(after, view.terms_of(offer)):
                yield _contradicted(view, offer, term, name, latest)


def not_repeated(view: View) -> Iterator[Finding]:
    """Yield the offers with stated terms that later steps did not repeat, and since when."""
    for offer in _offers(view):
        told = cited(view, (name for names in offer.sources.values() for name in names))
        silent = {
            term.text: (last, later)
            for term in offer.terms
            if term.basis is Basis.STATED
            and (voiced := [said.published_on for said in cited(view, term.evidence)])
            and (later := [said for said in told if said.published_on > (last := max(voiced))])
        }
        if silent:
            yield _not_repeated(view, offer, silent)


def _undelivered(view: View) -> Iterator[Offer]:
    """Return the offers that may still wait for something."""
    return (offer for offer in _offers(view) if offer.firmness is not Firmness.DELIVERED)


def _names_condition(said: Statement) -> bool:
    """Tell whether a statement names a condition of giving, not of ending a pause."""
    return bool(said.condition) and said.stance not in {Stance.WITHDRAWN, Stance.SUSPENDED}


def _offers(view: View) -> Iterator[Offer]:
    return (offer for offer in view.offers.values() if offer.firmness.is_offer)


def _voiced_terms(view: View, offer: Offer) -> list[Term]:
    return [term for term in view.terms_of(offer) if term.basis in ON_RECORD]


def _not_repeated(
    view: View, offer: Offer, silent: dict[str, tuple[date, list[Statement]]]
) -> Finding:
    terms = [f"“{text}” (last on {say_day(last)})" for text, (last, _) in silent.items()]
    later = {said.id: said for _, since in silent.values() for said in since}
    return Finding(
        code="not_repeated",
        message=f"Of {offer_words(view, offer)}, stated terms were not repeated later: "
        f"{listed(terms)}; later statements are "
        f"{listed([statement_words(said) for said in later.values()])}.",
        entry=offer.id,
        evidence=tuple(later),
    )


def _refused(view: View, name: str, record: Record, waiting: dict[str, list[Term]]) -> Finding:
    voiced = [
        offer for offer, terms in waiting.items() if any(term.basis in ON_RECORD for term in terms)
    ]
    ours = [offer for offer in waiting if offer not in voiced]
    needing = [f"terms on record of {listed(voiced)}"] if voiced else []
    needing += [f"terms that we read or assumed of {listed(ours)}"] if ours else []
    refused = "was refused" if record.state is RecordState.REFUSED else "has failed"
    needed = dict.fromkeys(
        said for terms in waiting.values() for term in terms for said in term.evidence
    )
    return Finding(
        code="refused_need",
        message=f"{proposition_words(view, name)} {refused} as of {say_day(record.since)}, "
        f"and is needed by {' and by '.join(needing)}.",
        entry=name,
        evidence=tuple(dict.fromkeys((*record.evidence, *needed))),
    )


def _contradicted(view: View, offer: Offer, term: Term, name: str, record: Record) -> Finding:
    codes = dict.fromkeys(
        code for said in cited(view, record.evidence) for code in said.speaker_parties
    )
    by = listed([party_words(view, code) for code in codes]) if codes else "somebody unnamed"
    return Finding(
        code="contradicted_term",
        message=f"The term “{term.text}” of {offer_words(view, offer)} cannot hold while "
        f"{proposition_words(view, name)} {record.state}, as it does since "
        f"{say_day(record.since)} on the word of {by}.",
        entry=offer.id,
        evidence=tuple(dict.fromkeys((*term.evidence, *record.evidence))),
    )
