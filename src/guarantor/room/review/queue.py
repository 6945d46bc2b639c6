"""The queue: every document that may be reviewed, and each with its items."""

from collections import Counter
from datetime import date

from guarantor.errors import BrokenLedger, CannotDecide
from guarantor.intake import KINDS
from guarantor.ledger import known_audiences, view
from guarantor.ledger.visibility import visible_statements
from guarantor.model import (
    PUBLIC,
    Attribution,
    Firmness,
    KnownDocument,
    RecordState,
    Span,
    Stance,
    Standing,
    View,
)
from guarantor.room.kept_text import inside
from guarantor.room.opening import Source
from guarantor.room.review.disagreeing import as_statement, disagreements, related
from guarantor.room.review.documents import (
    CheckedForm,
    Choices,
    Counted,
    DocumentRow,
    Fields,
    Item,
    ReviewDocument,
    ReviewQueue,
)
from guarantor.room.review.heading import review_heading
from guarantor.room.review.items import OF_A_PERSON, Entered, reviews
from guarantor.room.review.keeping import why_not
from guarantor.room.review.opened import open_document
from guarantor.room.review.sentences import sentences_of
from guarantor.room.review.undoing import log
from guarantor.room.rows import iso, statement_row

_GRADES = "ABCDEF"
_CREDIBILITY = "123456"
_MOST_READ = 40
"""Of how many documents, the last received, the list says what is open: proposing takes time."""


def review_queue(source: Source, audience: str = PUBLIC, *, may_write: bool = False) -> ReviewQueue:
    """Return every document of an audience with how far its review is (``guarantor/review/1``).

    Args:
        source: The opened operation.
        audience: For whom; documents that it may not know of are left out.
        may_write: Whether whoever asks may take decisions at all.

    Raises:
        UnknownId: The operation names no such audience.
    """
    seen = view(source.operation, audience=audience)
    refusal = why_not(source)
    return {
        "schema": "guarantor/review/1",
        **review_heading(seen),
        "may_write": may_write and refusal is None,
        "why_not": refusal or (None if may_write else _READ_ONLY),
        "reviewers": source.operation.reviewers,
        "documents": [
            _counted(seen, source, one, is_read=number >= len(seen.documents) - _MOST_READ)
            for number, one in enumerate(seen.documents.values())
        ],
        "choices": _choices(seen, known_audiences(source.operation, audience)),
        "log": log(source, audience) if may_write else [],
    }


_READ_ONLY = (
    "The room is served to be read; guarantor serve OPERATION --edit opens it for decisions."
)


def review_document(source: Source, name: str, audience: str = PUBLIC) -> ReviewDocument:
    """Return a document with its sentences and items (``guarantor/review-document/1``).

    Raises:
        UnknownId: The audience knows of no such document.
    """
    seen = view(source.operation, audience=audience)
    opened = open_document(source, audience, name)
    visible = visible_statements(source.operation, audience)
    return {
        "schema": "guarantor/review-document/1",
        **review_heading(seen),
        "document": _row(seen, opened.known, is_kept=opened.document is not None),
        "text": None if opened.document is None else opened.document.text.readable,
        "no_text": opened.no_text,
        "sentences": [] if opened.document is None else sentences_of(opened.document),
        "items": [_item(seen, opened.known, one, visible) for one in opened.items],
    }


def _row(seen: View, known: KnownDocument, *, is_kept: bool) -> DocumentRow:
    origin = seen.origins[known.source]
    return {
        "id": known.id,
        "source": known.source,
        "title": known.title,
        "site": known.site,
        "published_on": iso(known.published_on),
        "date_basis": known.date_basis.value if known.date_basis else None,
        "origin": origin,
        "reason": seen.documents[known.source].reason,
        "same_origin": [
            one.id
            for one in seen.documents.values()
            if seen.origins[one.source] == origin and one.id != known.id
        ],
        "releasable_to": [
            name for name in known.releasable_to if name in {PUBLIC, *seen.audiences}
        ],
        "read_from": known.read_from,
        "sha256": known.sha256,
        "text": is_kept,
        "statements": sum(one.address == known.source for one in seen.statements.values()),
    }


def _counted(seen: View, source: Source, known: KnownDocument, *, is_read: bool) -> Counted:
    """Return how far a document is; what is proposed of it is worked out only where it is read."""
    if is_read:
        opened = open_document(source, seen.audience, known.id)
        is_kept = opened.document is not None
        states = Counter(one.state for one in opened.items)
    else:
        is_kept = inside(source.kept, known.source) is not None
        states = Counter(one["state"] for one in reviews(source.pieces, known.id))
    return {
        **_row(seen, known, is_kept=is_kept),
        "open": states["open"] if is_read else None,
        "awaiting": states["awaiting"],
        "accepted": states["accepted"],
        "rejected": states["rejected"],
    }


def check_form(
    source: Source, name: str, span: Span, fields: Fields, audience: str = PUBLIC
) -> CheckedForm:
    """Return what on record does not agree with a form (``guarantor/checked-form/1``).

    Nothing is entered.

    Raises:
        CannotDecide: A word of the form is none of its closed list, or its day no day.
        UnknownId: The audience knows of no such document.
    """
    seen = view(source.operation, audience=audience)
    known = open_document(source, audience, name).known
    item = Entered(id="", document=name, span=span, quote="", fields=fields, rule=OF_A_PERSON)
    try:
        said = as_statement(item, known.source, known.published_on or date.max)
    except BrokenLedger as error:
        msg = f"the form cannot be read: {error.__cause__}"
        raise CannotDecide(msg) from error
    return {
        "schema": "guarantor/checked-form/1",
        **review_heading(seen),
        "unknown_parties": _unknown(seen, fields),
        "disagreements": disagreements(seen, said),
        "related": [statement_row(one) for one in related(seen, said)],
    }


def _unknown(seen: View, fields: Fields) -> list[str]:
    parties = {*fields["speaker_party"], *fields["about"]}
    return sorted(code for code in parties if code not in seen.parties)


def _item(seen: View, known: KnownDocument, item: Entered, visible: frozenset[str]) -> Item:
    said = as_statement(item, known.source, known.published_on or date.max)
    fields = item.fields
    is_open = item.statement is None
    return {
        "id": item.id,
        "start": item.span.start,
        "end": item.span.end,
        "quote": item.quote,
        "fields": fields,
        "days": [{"text": one.text, "day": iso(one.day)} for one in item.days],
        "is_quoted": item.is_quoted,
        "rule": item.rule,
        "note": item.note,
        "state": item.state,
        "verdicts": list(item.verdicts),
        "statement": item.statement if item.statement in visible else None,
        "unknown_parties": _unknown(seen, fields),
        "disagreements": disagreements(seen, said) if is_open else [],
        "related": [statement_row(one) for one in related(seen, said) if one.id != item.statement],
    }


def _choices(seen: View, audiences: tuple[str, ...]) -> Choices:
    by_name = sorted(seen.parties.values(), key=lambda one: one.name)
    used = {one.kind for one in seen.statements.values() if one.kind}
    return {
        "stances": [one.value for one in Stance],
        "standings": [one.value for one in Standing],
        "firmness": [one.value for one in Firmness],
        "attributions": [one.value for one in Attribution],
        "kinds": [*KINDS, *sorted(used - set(KINDS))],
        "reliability": list(_GRADES),
        "credibility": list(_CREDIBILITY),
        "states": [one.value for one in RecordState],
        "parties": [{"code": one.code, "name": one.name} for one in by_name],
        "contributions": list(seen.offers),
        "propositions": list(seen.propositions),
        "audiences": list(audiences),
    }
