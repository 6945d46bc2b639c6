"""What stands in the ledger? Entries in, pieces out; and new content in, entries out."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from guarantor.errors import AlteredEntry
from guarantor.model import FIRST, Action, Draft, Entry, Kind, Piece, seal

_Key = tuple[Kind, str]


def standing(
    entries: Iterable[Entry],
    recorded_at: datetime | None = None,
    *,
    upon: Iterable[Piece] = (),
) -> tuple[Piece, ...]:
    """Return what stands: what was recorded and not withdrawn, as last amended.

    Args:
        entries: The entries of a ledger, in order.
        recorded_at: The moment asked about, in UTC; entries recorded at that moment count. Where
            it is left out every entry counts.
        upon: What stands before the first entry: what a folder says, where they are decisions
            taken on it.

    Returns:
        The pieces in order of their first recording; what was recorded anew after a withdrawal
        stands where it was recorded anew.
    """
    pieces: dict[_Key, Piece] = {_key(piece): piece for piece in upon}
    for draft in (entry.draft for entry in entries):
        if recorded_at is not None and draft.recorded_at > recorded_at:
            continue
        if draft.action is Action.WITHDRAW:
            pieces.pop(_key(draft.piece), None)
        else:
            pieces[_key(draft.piece)] = draft.piece
    return tuple(pieces.values())


def drafts(
    new: Sequence[Piece], standing: Sequence[Piece], *, by: str, at: datetime, reason: str
) -> list[Draft]:
    """Return what has to be entered so that what stands becomes what is new.

    Args:
        new: What shall stand, each piece once.
        standing: What stands now.
        by: Who takes the decision.
        at: When, in UTC.
        reason: Why, in words.

    Returns:
        A record for each piece that does not stand yet and an amendment for each whose content
        changed, in the order of ``new``; then a withdrawal for each that is new no longer, in the
        order of ``standing``. What is equal needs no entry; the order of keys makes no difference.
    """
    before = {_key(piece): piece for piece in standing}
    after = {_key(piece): piece for piece in new}

    def actions() -> Iterator[tuple[Action, Piece]]:
        for key, piece in after.items():
            if key not in before:
                yield Action.RECORD, piece
            elif before[key].content != piece.content:
                yield Action.AMEND, piece
        for key, piece in before.items():
            if key not in after:
                yield Action.WITHDRAW, piece

    return [
        Draft(action=action, piece=piece, recorded_by=by, recorded_at=at, reason=reason)
        for action, piece in actions()
    ]


def seal_all(drafts: Iterable[Draft], last: Entry | None) -> list[Entry]:
    """Return drafts as entries that follow the last one, each chained to the one before it."""
    entries: list[Entry] = []
    for draft in drafts:
        number, previous = (last.number, last.hash) if last else (0, FIRST)
        last = seal(draft, number=number + 1, previous=previous)
        entries.append(last)
    return entries


def verify(entries: Iterable[Entry], place: str) -> int:
    """Return how many entries there are, once each fits its hash and the entry before it.

    A chain shows what was altered, put in or taken out before its end. That its last entries were
    cut off shows only to those who noted the last hash elsewhere.

    Args:
        entries: The entries of a ledger, in order.
        place: Name of the ledger for the message.

    Raises:
        AlteredEntry: An entry does not fit; it names the first.
    """
    number, previous = 0, FIRST
    for entry in entries:
        number += 1
        if entry.number != number:
            raise AlteredEntry(place, number, f"is missing: entry {entry.number} stands there")
        if entry.previous != previous:
            raise AlteredEntry(place, number, "does not follow the entry before it")
        if entry != seal(entry.draft, number=number, previous=previous):
            raise AlteredEntry(place, number, "does not fit its hash")
        previous = entry.hash
    return number


def _key(piece: Piece) -> _Key:
    return piece.kind, piece.id
