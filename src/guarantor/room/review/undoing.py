"""Undoing: the last decision that still stands is reversed by further entries."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from guarantor.errors import CannotDecide
from guarantor.ledger import standing
from guarantor.model import Action, Entry, Kind, Piece
from guarantor.operation import open_folder
from guarantor.room.opening import Source, SourceKind, open_source
from guarantor.room.review.documents import Decided, Decision
from guarantor.room.review.keeping import Act, keep

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

    def moment(entry: Entry) -> tuple[datetime, str]:
        return entry.draft.recorded_at, entry.draft.recorded_by

    found = (Group(tuple(same)) for _, same in groupby(entries, moment))
    return [one for one in found if _is_of_a_review(one)]


def _is_of_a_review(group: Group) -> bool:
    kinds = {entry.draft.piece.kind for entry in group.entries}
    return group.undoes is not None or (bool(kinds & _OF_A_REVIEW) and Kind.OPERATION not in kinds)


def log(entries: Iterable[Entry]) -> list[Decided]:
    """Return the latest decisions, latest first; those undone are marked."""
    found = groups(entries)
    undone = {one.undoes for one in found}
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


def undo(name: str, *, by: str, at: datetime | None = None) -> Decision:
    """Reverse the last decision that still stands, by further entries.

    Raises:
        CannotDecide: No decision stands, or nobody decides.
    """
    source = open_source(name)
    group = _last_standing(groups(source.entries))
    before = {(piece.kind, piece.id): piece for piece in _before(source, group.first)}
    acts = list(_reversing(group, before))
    said = group.entries[0].draft.reason
    kept = keep(
        name, acts, by=by, reason=f"undoes entries {group.first}–{group.last} ({said})", at=at
    )
    reviews = [one.piece.content for one in acts if one.piece.kind is Kind.REVIEW]
    return {
        "schema": "guarantor/decision/1",
        "entries": [entry.number for entry in kept.entries],
        "said": f"Undone: {said}.",
        "document": reviews[0]["document"] if reviews else None,
        "item": reviews[0]["item"] if reviews else None,
        "statement": None,
    }


def _last_standing(found: Sequence[Group]) -> Group:
    undone = {one.undoes for one in found}
    for one in reversed(found):
        if one.undoes is None and one.first not in undone:
            return one
    msg = "there is no decision to undo"
    raise CannotDecide(msg)


def _before(source: Source, number: int) -> tuple[Piece, ...]:
    """Return what stood before an entry."""
    upon = open_folder(source.place)[1] if source.kind is SourceKind.FOLDER else ()
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
