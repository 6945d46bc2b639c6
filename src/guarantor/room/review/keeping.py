"""Keeping a decision: checked against the whole operation, then appended, or refused."""

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from guarantor.errors import CannotDecide, FaultyFolder
from guarantor.ledger import apart, folded, seal_all, standing
from guarantor.model import Action, Draft, Entry, Piece, Store
from guarantor.operation import build
from guarantor.room.opening import DECISIONS, Source, SourceKind, said_by_files
from guarantor.room.review.documents import Decision
from guarantor.store import JsonLinesStore, SqliteStore

LONGEST_NAME = 200
"""How many characters the name of a person may have."""


@dataclass(frozen=True, slots=True)
class Act:
    """What one entry of a decision does.

    Attributes:
        action: What it does.
        piece: The object as it then stands; for a withdrawal as it stood.
    """

    action: Action
    piece: Piece


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A decision that was taken.

    Attributes:
        before: The operation as it stood.
        after: The operation as it stands now.
        entries: What was entered.
    """

    before: Source
    after: Source
    entries: tuple[Entry, ...]


def why_not(source: Source) -> str | None:
    """Return in a sentence why no decision can be taken on an operation; ``None`` where it can."""
    if source.kind is SourceKind.BUNDLED:
        name = source.operation.id
        return (
            f"{name} is bundled and is not written to; copy it first with guarantor ledger export "
            f"{name} --into FOLDER"
        )
    return None


def person(by: str) -> str:
    """Return the name of who decides, runs of space made one.

    Raises:
        CannotDecide: It is no name.
    """
    who = " ".join(by.split())
    if not who or len(who) > LONGEST_NAME or not who.isprintable():
        msg = f"say who decides, in 1 to {LONGEST_NAME} characters: every decision names somebody"
        raise CannotDecide(msg)
    return who


def keep(
    source: Source,
    acts: Sequence[Act],
    *,
    by: str,
    reason: str,
    at: datetime | None = None,
    later: Sequence[Act] = (),
) -> Kept:
    """Enter a decision, all of it or nothing.

    The operation is built with it first: what would leave it with a fault is refused.

    Args:
        source: The operation as whoever decides found it: a folder or a ledger file.
        acts: What the decision does, in order.
        by: Who takes it.
        reason: Why, in words.
        at: When, in UTC; now where left out, and always after the entry before it.
        later: What follows once another person agrees: tried with it, and not entered.

    Raises:
        CannotDecide: Nobody takes it, nothing may be written there, or the operation would have a
            fault.
        BrokenLedger: Somebody else entered something since the operation was opened.
    """
    if (refusal := why_not(source)) is not None:
        raise CannotDecide(refusal)
    who = person(by)
    last = source.entries[-1] if source.entries else None
    moment = _moment(at, last)
    drafts = [
        Draft(
            action=one.action, piece=one.piece, recorded_by=who, recorded_at=moment, reason=reason
        )
        for one in (*acts, *later)
    ]
    try:
        sealed = tuple(seal_all(drafts, last))
    except UnicodeEncodeError as error:
        msg = "what is decided holds half a character, which no text can keep; write it again"
        raise CannotDecide(msg) from error
    entries = sealed[: len(acts)]
    after = _with(source, entries)
    if later:
        _with(source, sealed)
    with closing(_store(source)) as store:
        store.append(entries)
    return Kept(before=source, after=after, entries=entries)


def reasoned(said: str, reason: str) -> str:
    """Return what was decided, and why where somebody says so."""
    return f"{said}: {reason}" if reason else said


def told(
    kept: Kept,
    said: str,
    *,
    document: str | None = None,
    item: str | None = None,
    statement: str | None = None,
) -> Decision:
    """Return a decision that was taken, as it is told."""
    return {
        "schema": "guarantor/decision/1",
        "entries": [entry.number for entry in kept.entries],
        "said": f"{said[0].upper()}{said[1:]}.",
        "document": document,
        "item": item,
        "statement": statement,
    }


def _moment(at: datetime | None, last: Entry | None) -> datetime:
    """Return a moment later than that of the last entry: it tells one decision from the next."""
    moment = at or datetime.now(UTC)
    if last is None:
        return moment
    return max(moment, last.draft.recorded_at + timedelta(microseconds=1))


def _with(source: Source, entries: tuple[Entry, ...]) -> Source:
    everything = (*source.entries, *entries)
    try:
        upon = said_by_files(source.place, everything) if source.kind is SourceKind.FOLDER else ()
        pieces = folded(standing(everything, upon=upon))
        operation = build(apart(pieces), str(source.place))
    except FaultyFolder as error:
        raise CannotDecide("; ".join(fault.message for fault in error.faults)) from error
    return Source(
        kind=source.kind,
        place=source.place,
        operation=operation,
        pieces=pieces,
        entries=everything,
    )


def _store(source: Source) -> Store:
    if source.kind is SourceKind.LEDGER:
        return SqliteStore(source.place, create=False)
    return JsonLinesStore(source.place / DECISIONS, create=True)
