"""Receiving documents: read, kept with their bytes, given an origin, and put on record."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from guarantor.errors import CannotDecide, UnknownId
from guarantor.intake import (
    Fingerprint,
    fingerprint,
    passages,
    read,
    relevance,
    too_large,
)
from guarantor.ledger import known_audiences
from guarantor.ledger.origins import first_of
from guarantor.ledger.visibility import visible_documents
from guarantor.model import PUBLIC, Action, Document, Kind, NotRead, Piece
from guarantor.room.llm_wanted import Asking, WantedModel, asking, audience_of
from guarantor.room.opening import Source, open_source
from guarantor.room.origins import DOCUMENTS
from guarantor.room.review.items import by_model
from guarantor.room.review.keeping import Act, keep, person, reasoned, why_not
from guarantor.room.review.naming import first_free
from guarantor.room.review.receipts import LeftOut, Receipt, Received
from guarantor.room.review.texts import keep_text
from guarantor.room.review.whose import origins_of_new
from guarantor.room.rows import iso

_SHORT = 12
"""How many digits of a hash name a document."""
_OWN = re.compile(rf"doc-([0-9a-f]{{{_SHORT}}})(?:-[0-9]+)?$")
"""How a document is named that was received: by the hash of its own bytes."""
Given = bytes | NotRead
"""The bytes of a file, or why they are not to be had."""


@dataclass(frozen=True, kw_only=True)
class Receiving:
    """How documents are received.

    Attributes:
        dated: The day of documents that bear none.
        releasable_to: The audiences that may see what only they say.
        everything: Whether also those are received that bear on nothing of the operation.
        by: Who receives them.
        reason: Why, in words.
        audience: For whom they are received: what it may not know of is not named in the receipt,
            and it gives to those only whom it knows; where left out, everything is told.
        at: When, in UTC; now where left out.
        llm: The language model whose proposals are put beside those of the rules.
    """

    by: str
    dated: date | None = None
    releasable_to: tuple[str, ...] = (PUBLIC,)
    everything: bool = False
    reason: str = ""
    audience: str | None = None
    at: datetime | None = None
    llm: WantedModel | None = None


@dataclass(frozen=True, kw_only=True)
class _New:
    id: str
    document: Document
    original: bytes
    fingerprint: Fingerprint
    relevance: float


@dataclass(frozen=True, kw_only=True)
class _Sorted:
    new: list[_New] = field(default_factory=list)
    known: list[LeftOut] = field(default_factory=list)
    irrelevant: list[LeftOut] = field(default_factory=list)
    unreadable: list[LeftOut] = field(default_factory=list)


def receive(name: str, files: Iterable[tuple[str, Given]], how: Receiving) -> Receipt:
    """Put the documents of some files on record, in one decision (``guarantor/receipt/1``).

    Each keeps its bytes under their hash. A document that is on record already is not received
    again; one that bears on nothing of the operation only where that is asked for.

    Args:
        name: The operation: a folder or a ledger file.
        files: Names and bytes.
        how: Who receives them, and how.

    Raises:
        CannotDecide: Nothing may be written there, or nobody receives them.
        CannotWrite: The texts cannot be kept.
        UnknownId: There is no such audience.
    """
    source = open_source(name)
    if (refusal := why_not(source)) is not None:
        raise CannotDecide(refusal)
    person(how.by)
    _check_audiences(source, how)
    found = _sorted(source, files, how)
    rows = list(_with_origins(source, found.new, how))
    for one, row in zip(found.new, rows, strict=True):
        keep_text(source.kept, str(row["source"]), one.document, one.original)
    entries: list[int] = []
    acts = [
        Act(Action.RECORD, Piece(kind=Kind.DOCUMENT, id=row["id"], content=row)) for row in rows
    ]
    with asking(how.llm) as model:
        acts += _items_of_model(model, source, found.new, how)
    if acts:
        said = f"received {', '.join(row['id'] for row in rows)}"
        why = reasoned(said, how.reason)
        entries = [
            one.number for one in keep(source, acts, by=how.by, reason=why, at=how.at).entries
        ]
    withheld = frozenset(source.operation.documents) - _shown(source, how)
    return {
        "schema": "guarantor/receipt/1",
        "received": [_told(one, row, withheld) for one, row in zip(found.new, rows, strict=True)],
        "known": found.known,
        "irrelevant": found.irrelevant,
        "unreadable": found.unreadable,
        "entries": entries,
        "llm": None if model is None else model.report,
        "notes": [] if model is None else model.told,
    }


def _items_of_model(
    model: Asking | None, source: Source, new: Sequence[_New], how: Receiving
) -> list[Act]:
    """Return what a language model proposes as open items: it may answer otherwise next time."""
    if model is None:
        return []
    acts: list[Act] = []
    for one in new:
        found = model.proposals(
            one.document,
            dated=one.document.dated,
            audience=audience_of(how.releasable_to),
            operation=source.operation,
        )
        acts += [Act(Action.RECORD, item.piece()) for item in by_model(one.id, found)]
    return acts


def files_in(paths: Sequence[Path]) -> Iterator[tuple[str, Given]]:
    """Yield the names and bytes of files, of a folder all within it in order of their names.

    A file that is too large, or cannot be opened, yields why it is not read.
    """
    for path in paths:
        if path.is_dir():
            yield from files_in(sorted(one for one in path.rglob("*") if one.is_file()))
        else:
            yield path.name, _given(path)


def _given(path: Path) -> Given:
    try:
        return too_large(path.name, path.stat().st_size) or path.read_bytes()
    except OSError as error:
        reason = f"{path.name}: it cannot be opened ({error.strerror}); see who may read it"
        return NotRead(name=path.name, sha256="", reason=reason)


def _check_audiences(source: Source, how: Receiving) -> None:
    everybody = (PUBLIC, *source.operation.audiences)
    known = everybody if how.audience is None else known_audiences(source.operation, how.audience)
    for one in how.releasable_to:
        if one not in known:
            raise UnknownId(kind="audience", name=one, known=known)


def _sorted(source: Source, files: Iterable[tuple[str, Given]], how: Receiving) -> _Sorted:
    found = _Sorted()
    taken = _taken(source, how)
    ids = set(source.operation.documents)
    for name, data in files:
        if isinstance(data, NotRead):
            found.unreadable.append({"name": name, "reason": data.reason})
            continue
        digest = hashlib.sha256(data).hexdigest()
        if _is_known(found, name, digest, taken):
            continue
        before = len(found.new)
        for read_of in _documents(name, data):
            if isinstance(read_of, NotRead):
                found.unreadable.append({"name": read_of.name, "reason": read_of.reason})
            elif read_of.sha256 == digest or not _is_known(
                found, read_of.name, read_of.sha256, taken
            ):
                _add(found, source, read_of, data, ids, how)
        new = found.new[before:]
        taken[digest[:_SHORT]] = f"received as {new[0].id}" if new else f"the same as {name}"
        taken |= {one.document.sha256[:_SHORT]: f"received as {one.id}" for one in new}
    return found


def _taken(source: Source, how: Receiving) -> dict[str, str]:
    """Return what is on record already, by the hash of its bytes: its own, and those it came in."""
    shown = _shown(source, how)
    taken: dict[str, str] = {}
    for one in source.operation.documents.values():
        said = f"on record as {one.id}" if one.id in shown else "on record"
        own = _OWN.match(one.id)
        for digest in (one.sha256, own[1] if own else ""):
            if digest:
                taken.setdefault(digest[:_SHORT], said)
    return taken


def _is_known(found: _Sorted, name: str, digest: str, taken: dict[str, str]) -> bool:
    """Tell whether some bytes came before, and put that down."""
    said = taken.get(digest[:_SHORT])
    if said is not None:
        found.known.append({"name": name, "reason": f"it is {said}: the bytes are the same"})
    return said is not None


def _shown(source: Source, how: Receiving) -> frozenset[str]:
    """Return the documents on record that may be named in the receipt."""
    if how.audience is None:
        return frozenset(source.operation.documents)
    return visible_documents(source.operation, how.audience)


def _documents(name: str, data: bytes) -> Iterator[Document | NotRead]:
    refused = too_large(name, len(data))
    if refused is not None:
        yield refused
    else:
        yield from read(data, name)


def _add(  # noqa: PLR0917  what was read, and where it goes
    found: _Sorted,
    source: Source,
    document: Document,
    data: bytes,
    ids: set[str],
    how: Receiving,
) -> None:
    parts = passages(document)
    bears = relevance(
        parts,
        parties={one.code: one.name for one in source.operation.parties.values()},
        propositions={one.id: one.text for one in source.operation.propositions.values()},
    )
    if not bears.score and not how.everything:
        found.irrelevant.append({"name": document.name, "reason": bears.reason})
        return
    name = _free_id(document, ids)
    ids.add(name)
    dated = document if document.dated or not how.dated else replace(document, dated=how.dated)
    found.new.append(
        _New(
            id=name,
            document=dated,
            original=data,
            fingerprint=fingerprint(replace(dated, name=name), parts),
            relevance=bears.score,
        )
    )


def _free_id(document: Document, ids: set[str]) -> str:
    return first_free(f"doc-{document.sha256[:_SHORT]}", ids)


def _with_origins(source: Source, new: Sequence[_New], how: Receiving) -> Iterator[dict[str, Any]]:
    """Yield the row of each new document, with the origin that it shares with any on record."""
    documents = source.operation.documents
    origin_of = origins_of_new(source, [one.fingerprint for one in new])
    for one in new:
        origin = origin_of[one.id]
        first = next((name for name in origin.documents if name in documents), origin.documents[0])
        is_own = first == one.id
        root = first_of(documents[first], documents) if first in documents else first
        bears_day = one.document.dated is not None
        yield {
            "id": one.id,
            "source": f"{DOCUMENTS}{one.id}.txt",
            "title": one.document.title,
            "site": one.document.site,
            "published_on": iso(one.document.dated) or "",
            "date_basis": _date_basis(one, bears_day=bears_day),
            "origin": "" if is_own else root,
            "reason": "" if is_own else origin.reason_of(one.id),
            "releasable_to": ";".join(how.releasable_to),
            "sha256": hashlib.sha256(one.original).hexdigest(),
            "read_from": one.document.name,
        }


def _date_basis(one: _New, *, bears_day: bool) -> str:
    if not bears_day:
        return ""
    return "page" if one.document.dated_by else "inferred"


def _told(one: _New, row: dict[str, Any], withheld: frozenset[str]) -> Received:
    names_withheld = row["origin"] in withheld or any(name in row["reason"] for name in withheld)
    return {
        "id": one.id,
        "title": one.document.title,
        "read_from": one.document.name,
        "published_on": row["published_on"] or None,
        "origin": one.id if names_withheld else (row["origin"] or one.id),
        "reason": "" if names_withheld else row["reason"],
        "relevance": one.relevance,
        "findings": [finding.message for finding in one.document.findings],
    }
