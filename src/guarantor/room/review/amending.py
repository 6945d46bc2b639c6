"""Amending a document: the day it bears, and whose report it is."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from guarantor.errors import CannotDecide, UnknownId
from guarantor.ledger import view
from guarantor.model import PUBLIC, Action, Kind, Piece
from guarantor.room.opening import Source, open_source
from guarantor.room.review.documents import Decision
from guarantor.room.review.keeping import Act, keep


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
    row = _row(source, document, audience)
    dated = {**row, "published_on": day.isoformat(), "date_basis": "inferred"}
    acts = [Act(Action.AMEND, Piece(kind=Kind.DOCUMENT, id=document, content=dated))]
    return _kept(name, acts, f"dated {document} {day}", by=by, reason=reason, at=at)


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

    Raises:
        CannotDecide: There are fewer than two.
        UnknownId: The audience knows of no such document.
    """
    source = open_source(name)
    rows = {one: _row(source, one, audience) for one in dict.fromkeys(documents)}
    if len(rows) < 2:  # noqa: PLR2004  to merge takes two
        msg = "two documents or more are given one origin; name them"
        raise CannotDecide(msg)
    known = source.operation.documents
    first = min(rows, key=lambda one: (known[one].published_on or date.max, one))
    origin = known[first].origin
    why = reason or "a person says so"
    acts = [
        Act(
            Action.MERGE,
            Piece(
                kind=Kind.DOCUMENT,
                id=one,
                content={**row, "origin": origin, "reason": f"The same report as {first}: {why}"},
            ),
        )
        for one, row in rows.items()
        if known[one].origin != origin
    ]
    if not acts:
        msg = "these documents have one origin already"
        raise CannotDecide(msg)
    said = f"merged the origins of {' and '.join(rows)}"
    return _kept(name, acts, said, by=by, reason=reason, at=at)


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
    row = _row(source, document, audience)
    known = source.operation.documents
    others = [one for one in known.values() if one.origin == document and one.id != document]
    if known[document].origin == document and not others:
        msg = f"{document} has an origin of its own already"
        raise CannotDecide(msg)
    why = reason or "a person says so"
    own = {**row, "origin": "", "reason": f"A report of its own: {why}"}
    acts = [Act(Action.SPLIT, Piece(kind=Kind.DOCUMENT, id=document, content=own))]
    acts += [
        Act(
            Action.AMEND,
            Piece(
                kind=Kind.DOCUMENT,
                id=one.id,
                content={
                    **_content(source, one.id),
                    "origin": "" if one is others[0] else others[0].id,
                },
            ),
        )
        for one in others
    ]
    return _kept(name, acts, f"split {document} off", by=by, reason=reason, at=at)


def _row(source: Source, document: str, audience: str) -> dict[str, Any]:
    seen = view(source.operation, audience=audience).documents.values()
    if document not in {one.id for one in seen}:
        raise UnknownId(kind="document", name=document, known=[one.id for one in seen])
    return _content(source, document)


def _content(source: Source, document: str) -> dict[str, Any]:
    return next(
        dict(piece.content)
        for piece in source.pieces
        if piece.kind is Kind.DOCUMENT and piece.id == document
    )


def _kept(
    name: str, acts: Sequence[Act], said: str, *, by: str, reason: str, at: datetime | None
) -> Decision:
    kept = keep(name, acts, by=by, reason=f"{said}: {reason}" if reason else said, at=at)
    return {
        "schema": "guarantor/decision/1",
        "entries": [entry.number for entry in kept.entries],
        "said": f"{said[0].upper()}{said[1:]}.",
        "document": acts[0].piece.id,
        "item": None,
        "statement": None,
    }
