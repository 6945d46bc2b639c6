"""Receiving documents: read, kept with their bytes, given an origin, and put on record."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from typing_extensions import TypedDict

from guarantor.errors import CannotDecide, UnknownId
from guarantor.intake import (
    Fingerprint,
    fingerprint,
    origins,
    passages,
    read,
    relevance,
    too_large,
)
from guarantor.model import PUBLIC, Action, Document, Kind, NotRead, Piece
from guarantor.room.opening import Source, open_source
from guarantor.room.origins import DOCUMENTS
from guarantor.room.review.keeping import Act, keep, why_not
from guarantor.room.review.texts import keep_text, kept_document
from guarantor.room.rows import iso

_SHORT = 12
"""How many digits of a hash name a document."""


class Received(TypedDict):
    """A document that was put on record."""

    id: str
    title: str
    read_from: str
    published_on: str | None
    origin: str  # id of a document, or its own
    reason: str
    relevance: float
    findings: list[str]


class LeftOut(TypedDict):
    """A document, or a file, that was not put on record, and why."""

    name: str
    reason: str


class Receipt(TypedDict):
    """What became of some files, schema ``guarantor/receipt/1``."""

    schema: Literal["guarantor/receipt/1"]
    received: list[Received]
    known: list[LeftOut]  # on record already
    irrelevant: list[LeftOut]  # they bear on nothing of this operation
    unreadable: list[LeftOut]
    entries: list[int]


@dataclass(frozen=True, kw_only=True)
class Receiving:
    """How documents are received.

    Attributes:
        dated: The day of documents that bear none.
        releasable_to: The audiences that may see what only they say.
        everything: Whether also those are received that bear on nothing of the operation.
        by: Who receives them.
        reason: Why, in words.
        at: When, in UTC; now where left out.
    """

    by: str
    dated: date | None = None
    releasable_to: tuple[str, ...] = (PUBLIC,)
    everything: bool = False
    reason: str = ""
    at: datetime | None = None


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


def receive(name: str, files: Iterable[tuple[str, bytes]], how: Receiving) -> Receipt:
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
        UnknownId: The operation names no such audience.
    """
    source = open_source(name)
    if (refusal := why_not(source)) is not None:
        raise CannotDecide(refusal)
    _check_audiences(source, how.releasable_to)
    found = _sorted(source, files, how)
    rows = list(_with_origins(source, found.new, how))
    for one, row in zip(found.new, rows, strict=True):
        keep_text(source.kept, str(row["source"]), one.document, one.original)
    entries: list[int] = []
    if rows:
        acts = [
            Act(Action.RECORD, Piece(kind=Kind.DOCUMENT, id=row["id"], content=row)) for row in rows
        ]
        said = f"received {', '.join(row['id'] for row in rows)}"
        why = f"{said}: {how.reason}" if how.reason else said
        entries = [one.number for one in keep(name, acts, by=how.by, reason=why, at=how.at).entries]
    return {
        "schema": "guarantor/receipt/1",
        "received": [_told(one, row) for one, row in zip(found.new, rows, strict=True)],
        "known": found.known,
        "irrelevant": found.irrelevant,
        "unreadable": found.unreadable,
        "entries": entries,
    }


def files_in(paths: Sequence[Path]) -> Iterator[tuple[str, bytes]]:
    """Yield the names and bytes of files, of a folder all within it in order of their names.

    A file that is too large, or cannot be opened, yields no bytes: reading it says so.
    """
    for path in paths:
        if path.is_dir():
            yield from files_in(sorted(one for one in path.rglob("*") if one.is_file()))
        else:
            yield str(path.name), path.read_bytes()


def _check_audiences(source: Source, names: Iterable[str]) -> None:
    known = [PUBLIC, *source.operation.audiences]
    for one in names:
        if one not in known:
            raise UnknownId(kind="audience", name=one, known=known)


def _sorted(source: Source, files: Iterable[tuple[str, bytes]], how: Receiving) -> _Sorted:
    found = _Sorted()
    taken = {one.sha256: one.id for one in source.operation.documents.values() if one.sha256}
    ids = set(source.operation.documents)
    for name, data in files:
        digest = hashlib.sha256(data).hexdigest()
        if digest in taken:
            reason = f"it is on record as {taken[digest]}: the bytes are the same"
            found.known.append({"name": name, "reason": reason})
            continue
        for read_of in _documents(name, data):
            if isinstance(read_of, NotRead):
                found.unreadable.append({"name": read_of.name, "reason": read_of.reason})
                continue
            _add(found, source, read_of, data, ids, how)
        taken[digest] = next((one.id for one in found.new if one.original is data), name)
    return found


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
        document,
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
            fingerprint=fingerprint(dated, parts),
            relevance=bears.score,
        )
    )


def _free_id(document: Document, ids: set[str]) -> str:
    stem = f"doc-{document.sha256[:_SHORT]}"
    return next(
        name
        for number in range(1, len(ids) + 2)
        if (name := stem if number == 1 else f"{stem}-{number}") not in ids
    )


def _with_origins(source: Source, new: Sequence[_New], how: Receiving) -> Iterator[dict[str, Any]]:
    """Yield the row of each new document, with the origin that it shares with any on record."""
    kept = dict(_fingerprints(source))
    names = {one.fingerprint.name: one.id for one in new}
    found = origins([*kept.values(), *(one.fingerprint for one in new)])
    by_name = {name: one for one in found for name in one.documents}
    on_record = {print_.name: identity for identity, print_ in kept.items()}
    for one in new:
        origin = by_name[one.fingerprint.name]
        first = _first(origin.documents, on_record, names)
        is_own = first == one.id
        known = source.operation.documents.get(first)
        bears_day = one.document.dated is not None
        yield {
            "id": one.id,
            "source": f"{DOCUMENTS}{one.id}.txt",
            "title": one.document.title,
            "site": one.document.site,
            "published_on": iso(one.document.dated) or "",
            "date_basis": _date_basis(one, bears_day=bears_day),
            "origin": "" if is_own else (known.origin if known else first),
            "reason": "" if is_own else origin.reason_of(one.fingerprint.name),
            "releasable_to": ";".join(how.releasable_to),
            "sha256": one.document.sha256,
            "read_from": one.document.name,
        }


def _date_basis(one: _New, *, bears_day: bool) -> str:
    if not bears_day:
        return ""
    return "page" if one.document.dated_by else "inferred"


def _first(documents: Sequence[str], on_record: dict[str, str], names: dict[str, str]) -> str:
    """Return the document whose report it is: one on record before any that is new."""
    known = [on_record[one] for one in documents if one in on_record]
    return known[0] if known else names[documents[0]]


def _fingerprints(source: Source) -> Iterator[tuple[str, Fingerprint]]:
    for known in source.operation.documents.values():
        document, _ = kept_document(source, known)
        if document is not None:
            named = replace(document, name=known.id)
            yield known.id, fingerprint(named, passages(named))


def _told(one: _New, row: dict[str, Any]) -> Received:
    return {
        "id": one.id,
        "title": one.document.title,
        "read_from": one.document.name,
        "published_on": row["published_on"] or None,
        "origin": row["origin"] or one.id,
        "reason": row["reason"],
        "relevance": one.relevance,
        "findings": [finding.message for finding in one.document.findings],
    }


def receipt_text(receipt: Receipt) -> str:
    """Return what became of some files as lines of text."""
    lines: list[str] = []
    for one in receipt["received"]:
        day = f"of {one['published_on']}" if one["published_on"] else "bearing no day"
        lines.append(f"{one['read_from']}, {day}: on record as {one['id']}.")
        if one["reason"]:
            lines.append(f"  It repeats {one['origin']}. {one['reason']}")
        lines += [f"  {finding}" for finding in one["findings"]]
    lines += [f"{one['name']}: not again, {one['reason']}." for one in receipt["known"]]
    lines += [
        f"{one['name']}: left out. {one['reason']} --all receives it all the same."
        for one in receipt["irrelevant"]
    ]
    lines += [f"{one['name']}: not read. {one['reason']}" for one in receipt["unreadable"]]
    return "\n".join(lines) or "There was no file to receive."
