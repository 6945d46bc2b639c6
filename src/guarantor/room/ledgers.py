"""The ledger: what was entered, what became known between two days, and is it whole?"""

from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from typing_extensions import TypedDict

from guarantor.errors import NotALedger, Unusable
from guarantor.ledger import Change, changes, drafts, seal_all, standing, view
from guarantor.ledger import verify as verify_entries
from guarantor.model import PUBLIC, Action, Draft, Entry, Kind, Piece, Store, say_day
from guarantor.room.opening import DECISIONS, Source, kept_beside, open_source, said_by_files
from guarantor.room.releases import Release, release
from guarantor.room.review.texts import carry_texts
from guarantor.store import JsonLinesStore, SqliteStore

BATCH = 50
"""How many entries an import appends, and acknowledges, at once."""


@dataclass(frozen=True, kw_only=True)
class Imported:
    """How far an import is; what it says is on the disk.

    Attributes:
        ledger: The ledger file.
        entered: How many entries were appended so far, by action.
        total: How many there are to append.
        last: The last entry of the ledger; ``None`` where it is empty.
    """

    ledger: str
    entered: Counter[Action]
    total: int
    last: Entry | None

    @property
    def is_done(self) -> bool:
        """Whether everything is entered."""
        return self.entered.total() == self.total

    @property
    def acknowledgement(self) -> str:
        """What is kept so far."""
        return f"{self.ledger}: {self.entered.total()} of {self.total} entries are on the disk"

    @property
    def summary(self) -> str:
        """What was entered."""
        if not self.total:
            return f"{self.ledger}: nothing to enter, the folder says what the ledger says"
        done = {
            Action.RECORD: "recorded",
            Action.AMEND: "amended",
            Action.WITHDRAW: "withdrawn",
        }
        counts = ", ".join(f"{self.entered[action]} {word}" for action, word in done.items())
        return f"{self.ledger}: {counts}; last entry {_number(self.last)}, hash {_hash(self.last)}"

    def document(self) -> dict[str, Any]:
        """Return what was entered as JSON has it."""
        return {
            "schema": "guarantor/import/1",
            "ledger": self.ledger,
            **{action.value: self.entered[action] for action in Action},
            "entries": _number(self.last),
            "last_hash": _hash(self.last),
        }


class LogRow(TypedDict):
    """One entry of the log; a folder keeps no number, moment, hash or name of who recorded."""

    number: int | None
    action: str
    kind: str
    id: str
    recorded_at: str | None
    recorded_by: str | None
    reason: str | None
    hash: str | None


@dataclass(frozen=True, kw_only=True)
class Difference:
    """What became known between two days."""

    operation: str
    start: date
    end: date
    audience: str
    changes: tuple[Change, ...]

    def document(self) -> dict[str, Any]:
        """Return the difference as JSON has it."""
        return {
            "schema": "guarantor/diff/1",
            "operation": self.operation,
            "from": self.start.isoformat(),
            "to": self.end.isoformat(),
            "audience": self.audience,
            "changes": [asdict(change) for change in self.changes],
        }

    def text(self) -> str:
        """Return the difference as lines of text."""
        days = f"from {say_day(self.start)} to {say_day(self.end)}"
        if not self.changes:
            return f"Nothing became known {days} in this file; absence here is not absence."
        return "\n".join((f"Became known {days}:", *(f"- {one.sentence}" for one in self.changes)))


@dataclass(frozen=True, kw_only=True)
class Verified:
    """A ledger whose every entry is as it was recorded."""

    ledger: str
    entries: int
    last: Entry | None

    @property
    def summary(self) -> str:
        """What was found, with the hash to note elsewhere."""
        if self.last is None:
            return f"{self.ledger}: whole, and without an entry yet"
        return f"{self.ledger}: {self.entries} entries, all whole; last hash {_hash(self.last)}"

    def document(self) -> dict[str, Any]:
        """Return what was found as JSON has it."""
        return {
            "schema": "guarantor/verification/1",
            "ledger": self.ledger,
            "entries": self.entries,
            "last_hash": _hash(self.last),
        }


def importing(
    folder: str, into: Path, *, by: str, reason: str = "", at: datetime | None = None
) -> Generator[Imported, None, None]:
    """Enter into a ledger file what differs in a folder, and yield how far that is.

    Each value yielded acknowledges what is on the disk from then on; the last one, that all is.
    The texts of documents on record are kept beside the ledger, so that they can be reviewed there.

    Args:
        folder: A folder that holds ``operation.yaml``, or the name of a bundled operation.
        into: The ledger file; it is made where there is none.
        by: Who takes the decision.
        reason: Why, in words.
        at: When, in UTC; now where left out, and never before the last entry.

    Raises:
        FaultyFolder: The folder has faults; nothing is entered.
        BrokenLedger: The file is no ledger or was altered, or somebody else entered something.
        Unusable: The ledger is about another operation, or cannot be written.
    """
    source = open_source(folder)
    with closing(SqliteStore(into, create=True)) as store:
        entries = tuple(store.entries())
        verify_entries(entries, store.place)
        pieces = standing(entries)
        _check_same_operation(pieces, source, store.place)
        last = entries[-1] if entries else None
        todo = drafts(
            source.pieces,
            pieces,
            by=by,
            at=_moment(at, last),
            reason=reason or f"imported from {source.place.resolve().name}",
        )
        carry_texts(source, kept_beside(into))
        yield from _entering(store, todo, last)


def export(operation: str, audience: str, *, recorded_at: datetime | None = None) -> Release:
    """Return what an audience may see of an operation, ready to be written.

    Raises:
        UnknownId: The operation names no such audience.
        NoRecordingTimes: A moment is asked of a folder.
    """
    return release(open_source(operation, recorded_at=recorded_at), audience)


def log(
    operation: str, *, name: str | None = None, recorded_at: datetime | None = None
) -> list[LogRow]:
    """Return every entry in order; for a folder, what its files say and then its decisions.

    A ledger is read as it is, also where an import was broken off and left no sound operation.

    Args:
        operation: A folder, a ledger file or a bundled operation.
        name: Only the entries about this id.
        recorded_at: Only the entries recorded by this moment.
    """
    path = Path(operation)
    if path.is_file() and path.name != "operation.yaml":
        rows = [
            _row(entry)
            for entry in _entries(path)
            if recorded_at is None or entry.draft.recorded_at <= recorded_at
        ]
    else:
        source = open_source(operation, recorded_at=recorded_at)
        said = _of_files(source)
        rows = [*map(_row_of_piece, said), *map(_row, source.entries)]
    return [row for row in rows if name is None or row["id"] == name]


def _of_files(source: Source) -> tuple[Piece, ...]:
    """Return what the files of a folder say, without the decisions taken on it."""
    return said_by_files(source.place, source.entries) if source.entries else source.pieces


def log_text(rows: Sequence[LogRow]) -> str:
    """Return a log as lines of text."""
    return "\n".join(map(_line, rows)) or "Nothing was recorded about that."


def diff(
    operation: str,
    start: date,
    end: date,
    *,
    audience: str = PUBLIC,
    recorded_at: datetime | None = None,
) -> Difference:
    """Return what became known of an operation between two days, to an audience.

    Raises:
        Unusable: The second day comes before the first.
        UnknownId: The operation names no such audience.
    """
    if end < start:
        msg = f"{end} comes before {start}; name the earlier day first"
        raise Unusable(msg)
    known = open_source(operation, recorded_at=recorded_at).operation
    before, after = (view(known, audience=audience, as_known_on=day) for day in (start, end))
    return Difference(
        operation=known.id,
        start=start,
        end=end,
        audience=audience,
        changes=changes(before, after),
    )


def verify(file: str) -> Verified:
    """Return how many entries a ledger holds, once every one is as it was recorded.

    Args:
        file: A ledger file, the decisions of a folder, or a folder with such.

    Raises:
        BrokenLedger: The file is no ledger, or an entry was altered; it names the first.
    """
    path = Path(file)
    if path.is_dir():
        path /= DECISIONS
        if not path.exists():
            reason = (
                "it is a folder on which no decision was taken; guarantor check reads its files"
            )
            raise NotALedger(file, reason)
    with closing(_store(path)) as store:
        count = verify_entries(store.entries(), store.place)
        return Verified(ledger=str(path), entries=count, last=store.last())


def _store(path: Path) -> Store:
    """Return the store that a file is: decisions by their name's ending, else a ledger."""
    if path.suffix == Path(DECISIONS).suffix:
        return JsonLinesStore(path, create=False)
    return SqliteStore(path, create=False)


def _entries(path: Path) -> tuple[Entry, ...]:
    with closing(_store(path)) as store:
        entries = tuple(store.entries())
    verify_entries(entries, str(path))
    return entries


def _check_same_operation(pieces: Sequence[Piece], source: Source, place: str) -> None:
    kept = [piece.id for piece in pieces if piece.kind is Kind.OPERATION]
    if kept and kept != [source.operation.id]:
        msg = (
            f"{place}: holds the operation {kept[0]}, not {source.operation.id}; import into "
            "another file"
        )
        raise Unusable(msg)


def _moment(at: datetime | None, last: Entry | None) -> datetime:
    """Return a moment that is not before the last entry, whatever a clock says."""
    moment = at or datetime.now(UTC)
    return max(moment, last.draft.recorded_at) if last else moment


def _entering(store: Store, todo: Sequence[Draft], last: Entry | None) -> Iterator[Imported]:
    entered: Counter[Action] = Counter()
    for start in range(0, len(todo), BATCH):
        entries = seal_all(todo[start : start + BATCH], last)
        store.append(entries)
        last = entries[-1]
        entered.update(entry.draft.action for entry in entries)
        yield Imported(ledger=store.place, entered=entered.copy(), total=len(todo), last=last)
    if not todo:
        yield Imported(ledger=store.place, entered=entered, total=0, last=last)


def _number(last: Entry | None) -> int:
    return last.number if last else 0


def _hash(last: Entry | None) -> str | None:
    return last.hash if last else None


def _row(entry: Entry) -> LogRow:
    draft = entry.draft
    return {
        "number": entry.number,
        "action": draft.action.value,
        "kind": draft.piece.kind.value,
        "id": draft.piece.id,
        "recorded_at": draft.recorded_at.isoformat(),
        "recorded_by": draft.recorded_by,
        "reason": draft.reason,
        "hash": entry.hash,
    }


def _row_of_piece(piece: Piece) -> LogRow:
    return {
        "number": None,
        "action": Action.RECORD.value,
        "kind": piece.kind.value,
        "id": piece.id,
        "recorded_at": None,
        "recorded_by": None,
        "reason": None,
        "hash": None,
    }


def _line(row: LogRow) -> str:
    what = f"{row['action']:<8}  {row['kind']:<12}  {row['id']}"
    if row["number"] is None:
        return what
    why = f" ({row['reason']})" if row["reason"] else ""
    return f"{row['number']:>6}  {row['recorded_at']}  {what}  by {row['recorded_by']}{why}"
