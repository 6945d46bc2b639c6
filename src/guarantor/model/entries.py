"""What the ledger keeps: entries that record, amend and withdraw, chained by their hashes."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

Content = Mapping[str, Any]
"""One object of the folder as plain data: mappings, lists, strings, numbers as text, booleans."""


class Kind(StrEnum):
    """Which part of an operation an object is.

    A step is what a decision adds to a contribution or to the record of a proposition; a review is
    what was decided on a proposal. Both are kept as entries only: no file of a folder holds them.
    """

    OPERATION = "operation"
    PARTY = "party"
    PROPOSITION = "proposition"
    CONTRIBUTION = "contribution"
    REQUIREMENT = "requirement"
    STATEMENT = "statement"
    EVENT = "event"
    ARRANGEMENT = "arrangement"
    ASK = "ask"
    DOCUMENT = "document"
    STEP = "step"
    REVIEW = "review"


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One object of an operation as plain data, as a folder or a ledger holds it.

    Attributes:
        kind: Which part of the operation it is.
        id: Its id, code or name; for an arrangement its topic.
        content: What the folder says of it, key by key, in the order of the folder.
    """

    kind: Kind
    id: str
    content: Content


class Action(StrEnum):
    """What an entry does; nothing is ever overwritten.

    To merge and to split are to amend: a document is given the origin of another, or its own; a
    proposal is joined with others, or parted.
    """

    RECORD = "record"
    AMEND = "amend"
    WITHDRAW = "withdraw"
    MERGE = "merge"
    SPLIT = "split"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entry before it is appended.

    Attributes:
        action: What it does.
        piece: The object as it now stands; for a withdrawal as it stood.
        recorded_by: Who took the decision.
        recorded_at: When, in UTC.
        reason: Why, in words.
    """

    action: Action
    piece: Piece
    recorded_by: str
    recorded_at: datetime
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry in its place in the chain.

    Attributes:
        number: Its place, from 1.
        draft: What it says.
        previous: The hash of the entry before it; 64 zeros for the first.
        hash: SHA-256 over its number, what it says and the hash before it.
    """

    number: int
    draft: Draft
    previous: str
    hash: str


FIRST = "0" * 64
"""What the first entry has in place of a hash before it."""


def seal(draft: Draft, *, number: int, previous: str) -> Entry:
    """Return a draft as the entry of a number, chained to the hash before it."""
    digest = hashlib.sha256(_sealed_text(draft, number, previous).encode()).hexdigest()
    return Entry(number=number, draft=draft, previous=previous, hash=digest)


def _sealed_text(draft: Draft, number: int, previous: str) -> str:
    said = {
        "number": number,
        "previous": previous,
        "action": draft.action,
        "kind": draft.piece.kind,
        "id": draft.piece.id,
        "content": draft.piece.content,
        "recorded_by": draft.recorded_by,
        "recorded_at": draft.recorded_at.isoformat(),
        "reason": draft.reason,
    }
    return json.dumps(said, ensure_ascii=False, separators=(",", ":"))
