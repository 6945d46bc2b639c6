"""Opening an operation: a folder, a ledger file, or a bundled operation by its name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from guarantor.errors import NoRecordingTimes, UnknownOperation
from guarantor.ledger import apart, folded, standing, verify
from guarantor.model import Entry, Operation, Piece
from guarantor.operation import BUNDLED, build, bundled, open_folder
from guarantor.store import JsonLinesStore, SqliteStore

DECISIONS = "decisions.jsonl"
"""The file of a folder in which the decisions taken on it are kept, as entries."""


class SourceKind(StrEnum):
    """Where an operation was opened from."""

    FOLDER = "folder"
    LEDGER = "ledger"
    BUNDLED = "bundled"


@dataclass(frozen=True, kw_only=True)
class Source:
    """An opened operation.

    Attributes:
        place: The folder or the ledger file.
        operation: Everything on record about it.
        pieces: The same, object by object, as plain data, and the reviews beside it.
        entries: The entries it was read from; of a folder the decisions that were taken on it.
    """

    kind: SourceKind
    place: Path
    operation: Operation
    pieces: tuple[Piece, ...]
    entries: tuple[Entry, ...] = ()

    @property
    def kept(self) -> Path:
        """The folder that holds ``documents/``: the operation's, or one beside the ledger."""
        if self.kind is SourceKind.LEDGER:
            return kept_beside(self.place)
        return self.place


def kept_beside(ledger: Path) -> Path:
    """Return the folder beside a ledger that holds the ``documents/`` of its operation."""
    return ledger.with_name(f"{ledger.name}.kept")


def open_source(name: str, *, recorded_at: datetime | None = None) -> Source:
    """Open an operation.

    Args:
        name: A folder that holds ``operation.yaml``, a ledger file, or else the name of a bundled
            operation.
        recorded_at: For a ledger, the moment whose state is opened; the latest where left out.

    Raises:
        UnknownOperation: There is none of the three.
        FaultyFolder: The folder has faults.
        BrokenLedger: The file is no ledger, or an entry was altered.
        NoRecordingTimes: A moment is asked of a folder.
    """
    path = Path(name)
    if path.is_file() and path.name != "operation.yaml":
        return _open_ledger(path, recorded_at)
    source = _open_folder(name, path)
    if recorded_at is not None:
        raise NoRecordingTimes(name)
    return source


def _open_folder(name: str, path: Path) -> Source:
    folder = path.parent if path.is_file() else path
    if (folder / "operation.yaml").is_file():
        return _decided(folder)
    if name in BUNDLED:
        operation, pieces = open_folder(bundled(name))
        return Source(
            kind=SourceKind.BUNDLED, place=bundled(name), operation=operation, pieces=pieces
        )
    raise UnknownOperation(name, BUNDLED)


def _decided(folder: Path) -> Source:
    """Return what a folder says, and upon it the decisions that were taken."""
    entries = decisions(folder)
    operation, pieces = open_folder(folder, standing(entries))
    if entries:
        pieces = folded(standing(entries, upon=pieces))
        operation = build(apart(pieces), str(folder / DECISIONS))
    return Source(
        kind=SourceKind.FOLDER, place=folder, operation=operation, pieces=pieces, entries=entries
    )


def said_by_files(folder: Path, entries: Iterable[Entry]) -> tuple[Piece, ...]:
    """Return what the files of a folder say; they may cite what was decided.

    Raises:
        FaultyFolder: They have faults.
    """
    return open_folder(folder, standing(entries))[1]


def decisions(folder: Path) -> tuple[Entry, ...]:
    """Return the decisions that were taken on a folder, in order; often there are none.

    Raises:
        BrokenLedger: One was altered, or the file is something else.
    """
    path = folder / DECISIONS
    if not path.exists() and not path.is_symlink():
        return ()
    store = JsonLinesStore(path, create=False)
    entries = tuple(store.entries())
    verify(entries, store.place)
    return entries


def _open_ledger(path: Path, recorded_at: datetime | None) -> Source:
    store = SqliteStore(path, create=False)
    try:
        entries = tuple(store.entries())
    finally:
        store.close()
    verify(entries, str(path))
    pieces = folded(standing(entries, recorded_at))
    return Source(
        kind=SourceKind.LEDGER,
        place=path,
        operation=build(apart(pieces), str(path)),
        pieces=pieces,
        entries=entries,
    )
