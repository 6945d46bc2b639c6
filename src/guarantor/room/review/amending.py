"""Amending a document: the day it bears, and whose report it is."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from guarantor.errors import CannotDecide, UnknownId
from guarantor.ledger.origins import first_of
from guarantor.ledger.visibility import visible_documents
from guarantor.model import PUBLIC, Action, Kind, Piece
from guarantor.room.opening import Source, open_source
from guarantor.room.review.documents import Decision
from guarantor.room.review.keeping import Act, keep, reasoned, told


def date_document(
    name: str,
    document: str,
    day: date,
    *,
    by: str,
    reason: str = "",
    audience: str = PUBLIC,
    at: datetime | None = None,
) -> Decision:
    """Give a document the day that it bears; statements on record from it keep theirs.

    Raises:
        UnknownId: The audience knows of no such document.
    """
    source = open_source(name)
    _check_seen(source, document, audience)
    dated = {"published_on": day.isoformat(), "date_basis": "inferred"}
    acts = [_amends(source, document, Action.AMEND, **dated)]
    return _kept(source, document, acts, f"dated {document} {day}", by=by, reason=reason, at=at)


def merge_origins(
    name: str,
    documents: Sequence[str],
    *,
    by: str,
    reason: str = "",
    audience: str = PUBLIC,
    at: datetime | None = None,
) -> Decision:
    """Give documents one origin: that of the one published first.

    Whatever repeats one of them goes with it.

    Raises:
        CannotDecide: There are fewer than two.
        UnknownId: The audience knows of no such document.
    """
    source = open_source(name)
    rows = list(dict.fromkeys(documents))
    for one in rows:
        _check_seen(source, one, audience)
    if len(rows) < 2:  # noqa: PLR2004  to merge takes two
        msg = "two documents or more are given one origin; name them"
        raise CannotDecide(msg)
    known = source.operation.documents
    first = min(rows, key=lambda one: (known[one].published_on or date.max, one))
    origin = first_of(known[first], known)
    roots = {first_of(known[one], known) for one in rows} - {origin}
    if not roots:
        msg = "these documents have one origin already"
        raise CannotDecide(msg)
    seen = visible_documents(source.operation, audience)
    why = f"The same report as {origin}: {reason or 'a person says so'}"
    acts = [
        _amends(source, name, Action.MERGE, origin=origin, reason=why)
        for name, one in known.items()
        if name in seen and first_of(one, known) in roots
    ]
    said = f"merged the origins of {' and '.join(rows)}"
    return _kept(source, rows[0], acts, said, by=by, reason=reason, at=at)


def split_origin(
    name: str,
    document: str,
    *,
    by: str,
    reason: str = "",
    audience: str = PUBLIC,
    at: datetime | None = None,
) -> Decision:
    """Give a document an origin of its own.

    Where others have it for their origin, they keep one among them: the first that is left.

    Raises:
        CannotDecide: It has one already.
        UnknownId: The audience knows of no such document.
    """
    source = open_source(name)
    _check_seen(source, document, audience)
    known = source.operation.documents
    root = first_of(known[document], known)
    others = [one.id for one in known.values() if one.origin == document != one.id]
    if root == document and not others:
        msg = f"{document} has an origin of its own already"
        raise CannotDecide(msg)
    left = others[0] if root == document else root
    own = f"A report of its own: {reason or 'a person says so'}"
    stays = f"The same report as {left}, as it was before {document} was split off"
    acts = [_amends(source, document, Action.SPLIT, origin="", reason=own)]
    acts += [
        _amends(source, one, Action.AMEND, origin="", reason="")
        if one == left
        else _amends(source, one, Action.AMEND, origin=left, reason=stays)
        for one in others
    ]
    return _kept(source, document, acts, f"split {document} off", by=by, reason=reason, at=at)


def _check_seen(source: Source, document: str, audience: str) -> None:
    seen = visible_documents(source.operation, audience)
    if document not in seen:
        raise UnknownId(kind="document", name=document, known=seen)


def _amends(source: Source, document: str, action: Action, **changed: str) -> Act:
    content = {**_content(source, document), **changed}
    return Act(action, Piece(kind=Kind.DOCUMENT, id=document, content=content))


def _content(source: Source, document: str) -> dict[str, Any]:
    return next(
        dict(piece.content)
        for piece in source.pieces
        if piece.kind is Kind.DOCUMENT and piece.id == document
    )


def _kept(
    source: Source,
    document: str,
    acts: Sequence[Act],
    said: str,
    *,
    by: str,
    reason: str,
    at: datetime | None,
) -> Decision:
    kept = keep(source, acts, by=by, reason=reasoned(said, reason), at=at)
    return told(kept, said, document=document)
