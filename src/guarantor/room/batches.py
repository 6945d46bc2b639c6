"""Batches: a folder of up to a hundred thousand articles, read once, and which of them are one."""

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import closing
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TypedDict

from guarantor import __version__
from guarantor.intake.origins import Decided, Embed, Origin, origins
from guarantor.intake.relevance import Triage
from guarantor.model import NotRead, Operation
from guarantor.room.batch_files import Item, Place, place_of
from guarantor.room.batch_index import BatchIndex
from guarantor.room.batch_labour import Labour, labour
from guarantor.room.batch_reading import Asked, FileRead, ReadFiles
from guarantor.room.progress import Track, silent

FORMAT = "fingerprint 1"
"""What is kept of a document; with another number everything is read again."""

_ENDINGS = ("", "-journal", "-wal", "-shm")

Aliases = Mapping[str, Collection[str]]
"""Other words for each party, such as what its people or its seat are called."""


class OriginRow(TypedDict):
    """Documents that come from one report."""

    origin: str
    documents: list[str]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchReport:
    """What came of a batch.

    Attributes:
        files: How many files there are.
        read: How many of them were read now.
        known: How many were not read again, because the index had them as they are.
        vanished: How many the index had that are gone.
        started_anew: Whether the index was made for another operation or by another version, so
            that everything was read again.
        documents: How many documents they hold.
        relevant: How many of these bear on the operation; ``None`` without one.
        failures: What could not be read, each with its reason, in order of the files.
        origins: Which documents come from one report.
    """

    files: int
    read: int
    known: int
    vanished: int
    started_anew: bool
    documents: int
    relevant: int | None
    failures: tuple[NotRead, ...]
    origins: tuple[Origin, ...]


def batch(
    folder: str | Path,
    index: str | Path | None = None,
    operation: Operation | None = None,
    *,
    track: Track = silent,
    executor: Executor | None = None,
    workers: int | None = None,
    aliases: Aliases | None = None,
    splits: Decided = (),
    merges: Decided = (),
    embeddings: Embed | None = None,
) -> BatchReport:
    """Return what a folder of articles holds, reading only what the index does not know.

    What was read is kept some hundred files at a time. A batch that is killed goes on there when it
    is asked for again. A file counts as known while its size and the moment of its last change are
    the same, or its bytes are. Of a document no more than two kilobytes are in memory, and no text.

    Args:
        folder: A folder with what lies below it, a zip, or another archive. The members of a zip
            are read one by one, like files; another archive, and one within the folder, as a whole.
        index: Where to keep what was read; in memory only where left out.
        operation: Which documents bear on it is told too.
        track: Tells how far it is, file by file.
        executor: Whose workers read, such as those of a cluster: they must see the folder at the
            same place. It is left open.
        workers: How many processes of this machine read, 1 being the calling one.
        aliases: Other words for the parties of the operation.
        splits: Groups of documents that a person split; see :func:`guarantor.intake.origins`.
        merges: Groups of documents that a person merged.
        embeddings: Vectors for documents, by name.

    Raises:
        Unusable: There is no such folder, the index is something else or of another folder, or
            the decisions contradict each other.
    """
    place = place_of(Path(folder))
    triage = _triage(operation, aliases or {})
    with closing(BatchIndex(Path(index) if index else None)) as kept:
        started_anew = kept.begin(_settings(str(place.path), operation, aliases or {}))
        items = _articles(place, Path(index) if index else None)
        asked, vanished = _to_read(items, kept)
        reading = ReadFiles(place, triage)
        with labour(reading, len(asked), executor, workers) as lent:
            done = _read(asked, lent, kept, track)
        prints = kept.fingerprints()
        return BatchReport(
            files=len(items) - done.gone,
            read=done.read,
            known=len(items) - done.read - done.gone,
            vanished=vanished + done.gone,
            started_anew=started_anew,
            documents=len(prints),
            relevant=kept.count_relevant() if triage else None,
            failures=tuple(kept.failures()),
            origins=origins(prints, splits=splits, merges=merges, embeddings=embeddings),
        )


def origins_of(
    folder: str | Path,
    index: str | Path | None = None,
    *,
    track: Track = silent,
    executor: Executor | None = None,
    workers: int | None = None,
    splits: Decided = (),
    merges: Decided = (),
    embeddings: Embed | None = None,
) -> list[OriginRow]:
    """Return which documents of a folder come from one report; every document is in one row.

    Args:
        folder: A folder, a zip or another archive, as :func:`batch` takes it.
        index: Where to keep what was read; in memory only where left out.
        track: Tells how far it is, file by file.
        executor: Whose workers read.
        workers: How many processes of this machine read.
        splits: Groups of documents that a person split.
        merges: Groups of documents that a person merged.
        embeddings: Vectors for documents, by name.

    Raises:
        Unusable: As :func:`batch` does.
    """
    found = batch(
        folder,
        index,
        track=track,
        executor=executor,
        workers=workers,
        splits=splits,
        merges=merges,
        embeddings=embeddings,
    )
    return [
        {"origin": one.id, "documents": list(one.documents), "reason": one.reason}
        for one in found.origins
    ]


def most_relevant(index: str | Path, most: int = 100) -> list[tuple[str, float, tuple[str, ...]]]:
    """Return the documents of a batch that bear most on its operation: name, score, reasons.

    Args:
        index: The index that the batch kept.
        most: How many at most.

    Raises:
        Unusable: It is no index of a batch.
    """
    with closing(BatchIndex(Path(index))) as kept:
        return list(kept.relevant(most))


class _Done:
    """Counts what was read."""

    def __init__(self) -> None:
        self.read = 0
        self.gone = 0

    def count(self, found: Sequence[FileRead]) -> None:
        """Count what came of some files."""
        self.read += sum(not one.is_gone and not one.is_same for one in found)
        self.gone += sum(one.is_gone for one in found)


def _articles(place: Place, index: Path | None) -> list[Item]:
    """Return the files of a batch; its index is none of them where it lies there too."""
    if index is None:
        return place.items()
    own = index.resolve()
    beside = {own.with_name(f"{own.name}{ending}") for ending in _ENDINGS}
    return [item for item in place.items() if place.path / item.name not in beside]


def _to_read(items: Sequence[Item], kept: BatchIndex) -> tuple[list[Asked], int]:
    """Return the files that are new or look changed, and how many are gone and now forgotten."""
    known = kept.files()
    asked = []
    for item in items:
        size, mark, digest = known.pop(item.name, (-1, -1, ""))
        if (size, mark) != (item.size, item.mark):
            asked.append(Asked(item, digest))
    kept.forget(sorted(known))
    return asked, len(known)


def _read(asked: Sequence[Asked], lent: Labour, kept: BatchIndex, track: Track) -> _Done:
    """Have files read, and keep what came of them some at a time."""
    done = _Done()
    waiting: list[Asked] = []
    for number, one in enumerate(track(asked, "file by file"), 1):
        waiting.append(one)
        if len(waiting) == lent.most or number == len(asked):
            found = lent.read(waiting)
            kept.keep(found)
            done.count(found)
            waiting = []
    return done


def _triage(operation: Operation | None, aliases: Aliases) -> Triage | None:
    if operation is None:
        return None
    parties, propositions = _words(operation)
    return Triage(parties=parties, propositions=propositions, aliases=aliases)


def _words(operation: Operation) -> tuple[dict[str, str], dict[str, str]]:
    return (
        {code: party.name for code, party in operation.parties.items()},
        {name: one.text for name, one in operation.propositions.items()},
    )


def _settings(folder: str, operation: Operation | None, aliases: Aliases) -> dict[str, str]:
    """Return what the kept depends on."""
    words = (
        [*_words(operation), {code: sorted(names) for code, names in aliases.items()}]
        if operation
        else []
    )
    digest = hashlib.sha256(json.dumps(words, sort_keys=True).encode()).hexdigest()
    made_with = f"{FORMAT}, guarantor {__version__}, rensa {version('rensa')}"
    return {"folder": folder, "operation": digest, "made_with": made_with}
