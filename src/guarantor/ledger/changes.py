"""What became known between two views of an operation?"""

from collections.abc import Iterator

from guarantor.ledger.ask_changes import ask_changes
from guarantor.ledger.change import Change, ChangeKind
from guarantor.ledger.offer_changes import missing_terms, offer_changes, term_words
from guarantor.ledger.wording import cited, party_words, proposition_words
from guarantor.model import Record, RecordState, Statement, Term, View, say_day


def changes(before: View, after: View) -> tuple[Change, ...]:
    """Return what became known from one view to another of the same operation.

    Returns:
        New statements in order of publication; then what changed of offers, of the records of
        propositions, of parties' terms, of events and of asks, each in the order of the folder.
    """
    return tuple(
        change
        for part in (_statements, offer_changes, _records, _party_terms, _events, ask_changes)
        for change in part(before, after)
    )


def _statements(before: View, after: View) -> Iterator[Change]:
    new = [said for name, said in after.statements.items() if name not in before.statements]
    for said in sorted(new, key=lambda one: one.published_on):
        yield Change(
            kind=ChangeKind.STATEMENT,
            id=said.id,
            key="known",
            after=said.paraphrase,
            evidence=(said.id,),
            sentence=f"Published on {say_day(said.published_on)}: {_said(after, said)}",
        )
    for said in before.statements.values():
        if said.id not in after.statements:
            yield Change(
                kind=ChangeKind.STATEMENT,
                id=said.id,
                key="known",
                before=said.paraphrase,
                sentence=f"No longer in view: {_said(before, said)}",
            )


def _said(view: View, said: Statement) -> str:
    about = ", ".join(party_words(view, code) for code in said.about)
    subject = f" on {about}, {said.kind}" if about else f" on {said.kind}"
    return f"{said.speaker}{subject.replace('_', ' ')}: {said.paraphrase} ({said.id})"


def _records(before: View, after: View) -> Iterator[Change]:
    for name, proposition in after.propositions.items():
        earlier = before.propositions[name].record if name in before.propositions else ()
        known = {_key(record) for record in earlier}
        was = earlier[-1].state.value if earlier else ""
        for record in proposition.record:
            if _key(record) not in known:
                yield Change(
                    kind=ChangeKind.RECORD,
                    id=name,
                    key="record",
                    before=was,
                    after=record.state.value,
                    evidence=record.evidence,
                    sentence=f"{proposition_words(after, name)} {_stands(record)} as of "
                    f"{say_day(record.since)}{f' (before: {was})' if was else ''}.",
                )
                was = record.state.value


def _key(record: Record) -> tuple[object, ...]:
    return record.since, record.until, record.state


def _stands(record: Record) -> str:
    is_verb = record.state in {RecordState.HOLDS, RecordState.FAILS, RecordState.STANDS}
    return record.state.value if is_verb else f"is {record.state}"


def _party_terms(before: View, after: View) -> Iterator[Change]:
    for code, party in after.parties.items():
        earlier = before.parties[code].terms if code in before.parties else ()
        for term in missing_terms(party.terms, earlier):
            yield _party_term(code, term, f"A term of {party.name} for taking part became known")
        for term in missing_terms(earlier, party.terms):
            words = f"A term of {party.name} for taking part is no longer in view"
            yield _party_term(code, term, words, is_gone=True)


def _party_term(code: str, term: Term, words: str, *, is_gone: bool = False) -> Change:
    return Change(
        kind=ChangeKind.PARTY_TERM,
        id=code,
        key="terms",
        before=term.text if is_gone else "",
        after="" if is_gone else term.text,
        evidence=() if is_gone else term.evidence,
        sentence=f"{words}: {term_words(term)}.",
    )


def _events(before: View, after: View) -> Iterator[Change]:
    for name, event in after.events.items():
        if name not in before.events:
            yield Change(
                kind=ChangeKind.EVENT,
                id=name,
                key="known",
                after=event.text,
                evidence=tuple(said.id for said in cited(after, event.evidence)),
                sentence=f"{event.kind.value.capitalize()} of {say_day(event.day)}, "
                f"{event.status}: {event.text} ({name})",
            )
