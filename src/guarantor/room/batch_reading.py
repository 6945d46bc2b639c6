"""Reading some files of a batch: what a worker does, and what it hands back."""

import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import NamedTuple

from guarantor.intake.origins import Fingerprint, fingerprint
from guarantor.intake.passages import passages
from guarantor.intake.readers import read, too_large
from guarantor.intake.relevance import Relevance, Triage
from guarantor.model import Document, NotRead
from guarantor.room.batch_files import Item, Place


class Asked(NamedTuple):
    """A file to be read.

    Attributes:
        item: The file.
        known: Hash of its bytes when it was last read; empty where it never was.
    """

    item: Item
    known: str


class Kept(NamedTuple):
    """What is kept of a document: no word of its text but the rare facts.

    Attributes:
        fingerprint: What tells whether another comes from the same report.
        relevance: How far it bears on the operation; ``None`` where there is none.
    """

    fingerprint: Fingerprint
    relevance: Relevance | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRead:
    """What came of a file.

    Attributes:
        item: The file.
        sha256: Hash of its bytes; empty where they could not be had.
        is_same: Whether the bytes are those of the last time, and nothing was read again.
        is_gone: Whether it went away before it could be read.
        documents: What is kept of each of its documents.
        failures: What of it could not be read.
    """

    item: Item
    sha256: str = ""
    is_same: bool = False
    is_gone: bool = False
    documents: tuple[Kept, ...] = ()
    failures: tuple[NotRead, ...] = ()


class ReadFiles:
    """Reads files of a batch; it is handed to workers, which must find the files at that place.

    Args:
        place: Where they lie.
        triage: What to look for; ``None`` where there is no operation.
    """

    def __init__(self, place: Place, triage: Triage | None) -> None:
        self._place = place
        self._triage = triage

    def __call__(self, asked: Sequence[Asked]) -> list[FileRead]:
        """Return what came of each file, one after the other: one body is in memory at a time."""
        return [self._read(one) for one in asked]

    def _read(self, asked: Asked) -> FileRead:
        item = asked.item
        if refused := too_large(item.name, item.size):
            return FileRead(item=item, failures=(refused,))
        try:
            data = self._place.read(item.name)
        except (FileNotFoundError, KeyError):
            return FileRead(item=item, is_gone=True)
        except RuntimeError:
            why = "it is locked with a password; unlock it and hand it in anew"
            return _failed(item, "", why)
        except (OSError, EOFError, zipfile.BadZipFile, zlib.error, NotImplementedError) as error:
            why = " ".join(str(error).split()) or type(error).__name__
            return _failed(item, "", f"it cannot be read ({why}); fetch it anew")
        digest = sha256(data).hexdigest()
        if digest == asked.known:
            return FileRead(item=item, sha256=digest, is_same=True)
        return self._taken_in(item, data, digest)

    def _taken_in(self, item: Item, data: bytes, digest: str) -> FileRead:
        documents: list[Kept] = []
        failures: list[NotRead] = []
        try:
            for found in self._found(data, item.name):
                if isinstance(found, NotRead):
                    failures.append(found)
                else:
                    documents.append(found)
        except Exception as error:  # noqa: BLE001  one item of a batch: it costs only itself
            why = f"reading it ended with {type(error).__name__}; save what it says as text"
            failures.append(NotRead(name=item.name, sha256=digest, reason=f"{item.name}: {why}"))
        return FileRead(
            item=item, sha256=digest, documents=tuple(documents), failures=tuple(failures)
        )

    def _found(self, data: bytes, name: str) -> Iterator[Kept | NotRead]:
        for found in read(data, name):
            yield self._kept(found) if isinstance(found, Document) else found

    def _kept(self, document: Document) -> Kept:
        found = passages(document)
        bearing = self._triage.relevance(found) if self._triage else None
        return Kept(fingerprint(document, found), bearing)


def _failed(item: Item, digest: str, why: str) -> FileRead:
    failure = NotRead(name=item.name, sha256=digest, reason=f"{item.name}: {why}")
    return FileRead(item=item, sha256=digest, failures=(failure,))
