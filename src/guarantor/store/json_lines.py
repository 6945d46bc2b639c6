"""A ledger in one text file: an entry a line, made to be read and compared."""

import fcntl
import json
import os
import shutil
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from guarantor.errors import AlteredEntry, CannotWrite, NotALedger, Unusable
from guarantor.model import Entry
from guarantor.store.following import check_follow
from guarantor.store.rows import COLUMNS, entry_of, row_of

LONGEST_LINE = 4_000_000
"""How many bytes an entry may have."""
_CONTENT = COLUMNS.index("content")


class JsonLinesStore:
    """Keeps entries in a text file, each as one JSON object on a line.

    What is appended appears whole or not at all, and is on the disk, with its folder, before
    ``append`` returns: the file is written anew beside itself and put in its own place. It suits
    some thousand entries, such as the decisions taken on a folder; SQLite suits more.

    Args:
        path: The file.
        create: Whether no file means no entries yet; the first entry makes it.

    Raises:
        NotALedger: There is no such file.
    """

    def __init__(self, path: Path, *, create: bool) -> None:
        self._path = path
        if not create and not path.is_file():
            raise NotALedger(self.place, "there is no such file")

    @property
    def place(self) -> str:
        """The path of the file."""
        return str(self._path)

    def append(self, entries: Sequence[Entry]) -> None:
        """Append sealed entries, all of them or none; once it returns they are durable.

        Raises:
            BrokenLedger: The first entry does not follow the last one kept, or one of the others
                not the one before it, or an entry does not fit its hash.
            CannotWrite: The file may not be written.
            Unusable: Another program is writing to it, or an entry is too long to be read again.
        """
        if not entries:
            return
        with self._alone():
            check_follow(entries, self.last(), self.place)
            self._replace(b"".join(map(self._line, entries)))

    def entries(self) -> Iterator[Entry]:
        """Yield every entry in order.

        Raises:
            AlteredEntry: A line is not as a store writes it.
            NotALedger: The file cannot be read.
        """
        try:
            with self._path.open("rb") as file:
                number = 0
                while line := file.readline(LONGEST_LINE):
                    number += 1
                    yield self._entry(number, line)
        except FileNotFoundError:
            return
        except OSError as error:
            raise NotALedger(self.place, f"it cannot be read: {error.strerror}") from error

    def last(self) -> Entry | None:
        """Return the last entry, or ``None`` where there is none."""
        kept = deque(self.entries(), maxlen=1)
        return kept[0] if kept else None

    def close(self) -> None:
        """Release the file; none is held between two calls."""

    def _entry(self, number: int, line: bytes) -> Entry:
        try:
            entry = _entry_of(line)
        except (ValueError, RecursionError) as error:
            raise AlteredEntry(self.place, number, "is not as it was written") from error
        return entry

    def _line(self, entry: Entry) -> bytes:
        line = _line_of(entry)
        if len(line) > LONGEST_LINE:
            msg = (
                f"{self.place}: nothing was appended, because entry {entry.number} is longer than "
                f"{LONGEST_LINE:,} bytes; say less in one"
            )
            raise Unusable(msg)
        return line

    def _replace(self, lines: bytes) -> None:
        new = self._path.with_name(f".{self._path.name}.new")
        try:
            kept = self._path.read_bytes() if self._path.exists() else b""
            with new.open("wb") as file:
                file.write(kept + lines)
                file.flush()
                os.fsync(file.fileno())
            if self._path.exists():
                shutil.copymode(self._path, new)
            new.replace(self._path)
            folder = os.open(self._path.parent, os.O_RDONLY)
            try:
                os.fsync(folder)
            finally:
                os.close(folder)
        except OSError as error:
            raise CannotWrite(self.place, error.strerror or "it cannot be made") from error

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Hold the folder, so that nobody else appends meanwhile."""
        try:
            folder = os.open(self._path.parent, os.O_RDONLY)
        except OSError as error:
            raise CannotWrite(self.place, error.strerror or "its folder is gone") from error
        try:
            fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
            yield
        except BlockingIOError as error:
            msg = f"{self.place}: another program is writing to it; try again"
            raise Unusable(msg) from error
        finally:
            os.close(folder)


def _line_of(entry: Entry) -> bytes:
    row = list(row_of(entry))
    row[_CONTENT] = json.loads(str(row[_CONTENT]))
    said = dict(zip(COLUMNS, row, strict=True))
    return f"{json.dumps(said, ensure_ascii=False, separators=(',', ':'))}\n".encode()


def _entry_of(line: bytes) -> Entry:
    said = json.loads(line)
    if not isinstance(said, dict) or tuple(said) != COLUMNS:
        msg = "an entry is one object with the keys of an entry"
        raise ValueError(msg)
    number, *rest = said.values()
    content = json.dumps(said["content"], ensure_ascii=False, separators=(",", ":"))
    rest[_CONTENT - 1] = content
    if isinstance(number, bool) or not all(isinstance(text, str) for text in rest):
        msg = "an entry is a number, content and texts"
        raise ValueError(msg)
    entry = entry_of([number, *(bytearray(text.encode()) for text in rest)])
    if _line_of(entry) != line:
        msg = "a line is written in one way only"
        raise ValueError(msg)
    return entry
