"""Undoing: the last decision that still stands is reversed by further entries."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from guarantor.errors import CannotDecide
from guarantor.ledger import standing
from guarantor.model import PUBLIC, Action, Entry, Kind, Piece
from guarantor.room.opening import Source, SourceKind, open_source, said_by_files
from guarantor.room.review.documents import Decided, Decision
from guarantor.room.review.keeping import Act, keep
from guarantor.room.review.knowing import Knowing

NEW_OFFER = "recorded the contribution "
"""How the reason of a new contribution, taken in a review, begins."""
_DECIDES = re.compile(
    "(accepted|rejected|added|split|merged|dated|received|recorded|undoes entries) "
)
"""How the reason of a decision begins; that of an import is whatever was given."""
_UNDOES = re.compile(r"undoes entries ([0-9]+)–([0-9]+)")
_OF_A_REVIEW = frozenset({Kind.REVIEW, Kind.STEP, Kind.DOCUMENT})
_MOST = 200
"""How many decisions the log lists."""


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of one decision, which share their moment."""

    entries: tuple[Entry, ...]

    @property
    def first(self) -> int:
        """Number of its first entry."""
        return self.entries[0].number

    @property
    def last(self) -> int:
        """Number of its last entry."""
        return self.entries[-1].number

    @property
    def undoes(self) -> int | None:
        """Number of the first entry that it undoes, if it undoes any."""
        found = _UNDOES.match(self.entries[0].draft.reason)
        return int(found[1]) if found else None


def groups(entries: Iterable[Entry]) -> list[Group]:
    """Return the decisions of a review, in order; what an import entered is none."""

    def decision(entry: Entry) -> tuple[datetime, str, str]:
        return entry.draft.recorded_at, entry.draft.recorded_by, entry.draft.reason

    found = (Group(tuple(same)) for _, same in groupby(entries, decision))
    return [one for one in found if _is_of_a_review(one)]


def _is_of_a_review(group: Group) -> bool:
    kinds = {entry.draft.piece.kind for entry in group.entries}
    reason = group.entries[0].draft.reason
    if Kind.OPERATION in kinds or not _DECIDES.match(reason):
        return False
    return bool(kinds & _OF_A_REVIEW) or group.undoes is not None or reason.startswith(NEW_OFFER)


def log(source: Source, audience: str = PUBLIC) -> list[Decided]:
    """Return the latest decisions, latest first; those undone are marked.

    One that an audience may not know of, such as on a document withheld from it, is left out.
    """
    seen = Knowing(source, audience)
    everything = groups(source.entries)
    undone = {one.undoes for one in everything}
    found = [one for one in everything if seen.may_know(one.entries)]
    return [
        {
            "first": one.first,
            "last": one.last,
            "by": one.entries[0].draft.recorded_by,
            "at": one.entries[0].draft.recorded_at.isoformat(),
            "said": one.entries[0].draft.reason,
            "undone": one.first in undone,
        }
        for one in reversed(found[-_MOST:])
    ]


def undo(name: str, *, by: str, audience: str = PUBLIC, at: datetime | None = None) -> Decision:
    """Reverse the last decision that still stands, by further entries.

    Raises:
        CannotDecide: No decision stands, the audience may not know of the last one, or nobody
            decides.
    """
    source = open_source(name)
    group = _last_standing(groups(source.entries))
    if not Knowing(source, audience).may_know(group.entries):
        msg = (
            f"the last decision is not for the audience {audience}; review with --audience as "
            "whoever took it to undo it"
        )
        raise CannotDecide(msg)
    before = {(piece.kind, piece.id): piece for piece in _before(source, group.first)}
    acts = list(_reversing(group, before))
    said = group.entries[0].draft.reason
    kept = keep(
        source, acts, by=by, reason=f"undoes entries {group.first}–{group.last} ({said})", at=at
    )
    reviews = [one.piece.content for one in acts if one.piece.kind is Kind.REVIEW]
    return {
        "schema": "guarantor/decision/1",
        "entries": [entry.number for entry in kept.entries],
        "said": f"Undone: {said}.",
        "document": (reviews[-1]["document"] or None) if reviews else None,
        "item": (reviews[-1]["item"] or None) if reviews else None,
        "statement": _statement_of(acts),
    }


def _statement_of(acts: Iterable[Act]) -> str | None:
    """Return the statement whose step was undone, if one was, or the first word on one."""
    for one in acts:
        content = one.piece.content
        if one.piece.kind is Kind.STEP:
            return _cited(content["step"])
        if one.piece.kind is Kind.CONTRIBUTION:
            return _cited(next(iter(content.get("steps", [content]))))
        if one.piece.kind is Kind.REVIEW and content.get("draft"):
            return str(content["statement"])
    return None


def _cited(step: Mapping[str, Any]) -> str:
    """Return the first statement that a step rests on; a single one needs no list."""
    evidence = step["evidence"]
    return str(evidence if isinstance(evidence, str) else evidence[0])


def _last_standing(found: Sequence[Group]) -> Group:
    undone = {one.undoes for one in found}
    for one in reversed(found):
        if one.undoes is None and one.first not in undone:
            return one
    msg = "there is no decision to undo"
    raise CannotDecide(msg)


def _before(source: Source, number: int) -> tuple[Piece, ...]:
    """Return what stood before an entry."""
    is_folder = source.kind is SourceKind.FOLDER
    upon = said_by_files(source.place, source.entries) if is_folder else ()
    return standing((one for one in source.entries if one.number < number), upon=upon)


def _reversing(group: Group, before: dict[tuple[Kind, str], Piece]) -> Iterator[Act]:
    seen: set[tuple[Kind, str]] = set()
    for entry in reversed(group.entries):
        piece = entry.draft.piece
        key = (piece.kind, piece.id)
        if key in seen:
            continue
        seen.add(key)
        if key not in before:
            yield Act(Action.WITHDRAW, piece)
        elif entry.draft.action is Action.WITHDRAW:
            yield Act(Action.RECORD, before[key])
        else:
            yield Act(Action.AMEND, before[key])
