"""An entry as a row of text, and back; a row that would be written otherwise was altered."""

import json
from collections.abc import Sequence
from datetime import datetime

from guarantor.model import Action, Content, Draft, Entry, Kind, Piece

COLUMNS = (
    "number",
    "action",
    "kind",
    "id",
    "content",
    "recorded_by",
    "recorded_at",
    "reason",
    "previous",
    "hash",
)
"""The columns of an entry: its number, and nine texts."""

Row = tuple[int | str, ...]


def row_of(entry: Entry) -> Row:
    """Return an entry as a row, its content as the very JSON text that its hash covers.

    Raises:
        ValueError: The moment of the entry names no time zone.
    """
    draft, piece = entry.draft, entry.draft.piece
    if draft.recorded_at.tzinfo is None:
        msg = "a moment is recorded in UTC"
        raise ValueError(msg)
    return (
        entry.number,
        draft.action.value,
        piece.kind.value,
        piece.id,
        _text_of(piece.content),
        draft.recorded_by,
        draft.recorded_at.isoformat(),
        draft.reason,
        entry.previous,
        entry.hash,
    )


def entry_of(row: Sequence[int | bytearray]) -> Entry:
    """Read an entry from a row whose texts are still bytes.

    Raises:
        ValueError: The row is not as :func:`row_of` writes it.
    """
    number, *rest = row
    texts = [item.decode() for item in rest if isinstance(item, bytearray)]
    if not isinstance(number, int) or len(texts) != len(COLUMNS) - 1:
        msg = "a row is a number and nine texts"
        raise ValueError(msg)
    action, kind, name, content, recorded_by, recorded_at, reason, previous, digest = texts
    entry = Entry(
        number=number,
        draft=Draft(
            action=Action(action),
            piece=Piece(kind=Kind(kind), id=name, content=_content_of(content)),
            recorded_by=recorded_by,
            recorded_at=datetime.fromisoformat(recorded_at),
            reason=reason,
        ),
        previous=previous,
        hash=digest,
    )
    if row_of(entry) != (number, *texts):
        msg = "a row is written in one way only"
        raise ValueError(msg)
    return entry


def _text_of(content: Content) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def _content_of(text: str) -> Content:
    try:
        content = json.loads(text)
    except RecursionError as error:
        msg = "content is nested too deep"
        raise ValueError(msg) from error
    if not isinstance(content, dict):
        msg = "content is one object"
        raise ValueError(msg)  # noqa: TRY004  a type is wrong in the text, not in the call
    return content
