"""The index of a batch: what was read and what is kept of it, in one SQLite file."""

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from guarantor.errors import Unusable
from guarantor.intake.origins import Fingerprint
from guarantor.model import NotRead
from guarantor.room.batch_reading import FileRead, Kept

APPLICATION_ID = 0x47756149
"""What SQLite keeps in the header to tell whose file it is: ``GuaI`` in ASCII."""
VERSION = 1
"""The version of the tables; an index of another version is made anew."""
LOCK_SECONDS = 5.0
"""How long to wait for another program that writes to the index."""

_SCHEMA = (
    "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    (
        "CREATE TABLE file (name BLOB PRIMARY KEY, size INTEGER NOT NULL, mark INTEGER NOT NULL, "
        "sha256 TEXT NOT NULL) WITHOUT ROWID"
    ),
    (
        "CREATE TABLE document (file BLOB NOT NULL, place INTEGER NOT NULL, name BLOB NOT NULL, "
        "dated TEXT, told TEXT NOT NULL, marks BLOB NOT NULL, relevance REAL, "
        "reasons TEXT NOT NULL, PRIMARY KEY (file, place)) WITHOUT ROWID"
    ),
    (
        "CREATE TABLE failure (file BLOB NOT NULL, place INTEGER NOT NULL, name BLOB NOT NULL, "
        "sha256 TEXT NOT NULL, reason BLOB NOT NULL, PRIMARY KEY (file, place)) WITHOUT ROWID"
    ),
)
_FINGERPRINTS = "SELECT name, dated, told, marks FROM document ORDER BY file, place"
_RELEVANT = (
    "SELECT name, relevance, reasons FROM document WHERE relevance > 0 "
    "ORDER BY relevance DESC, file, place LIMIT ?"
)


class BatchIndex:
    """Keeps what was read of a batch, so that nothing is read twice.

    Names are kept as the bytes that the file system has for them.

    Args:
        path: The file; ``None`` keeps it in memory only.

    Raises:
        Unusable: It cannot be opened, or is something else.
    """

    def __init__(self, path: Path | None) -> None:
        self._place = str(path) if path else "the index"
        with self._said_plainly():
            self._connection = sqlite3.connect(
                path or ":memory:", isolation_level=None, timeout=LOCK_SECONDS
            )
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Release the file."""
        self._connection.close()

    def begin(self, settings: dict[str, str]) -> bool:
        """Forget everything where it was made in another way; tell whether anything was forgotten.

        Args:
            settings: What the kept depends on: the folder, the operation, the versions.

        Raises:
            Unusable: It keeps what was read in another folder.
        """
        with self._transaction() as connection:
            known = dict(connection.execute("SELECT name, value FROM setting"))
            if known == settings:
                return False
            folder = known.get("folder", settings["folder"])
            if folder != settings["folder"]:
                msg = (
                    f"{self._place}: it keeps what was read in {folder}; name another index for "
                    f"{settings['folder']}, or delete it"
                )
                raise Unusable(msg)
            for table in ("setting", "file", "document", "failure"):
                connection.execute(f"DELETE FROM {table}")  # noqa: S608  no input
            connection.executemany("INSERT INTO setting VALUES (?, ?)", settings.items())
            return bool(known)

    def files(self) -> dict[str, tuple[int, int, str]]:
        """Return the size, the mark and the hash of every file that was read."""
        with self._said_plainly():
            rows = self._connection.execute("SELECT name, size, mark, sha256 FROM file")
            return {os.fsdecode(name): tuple(rest) for name, *rest in rows}

    def keep(self, found: Iterable[FileRead]) -> None:
        """Keep what came of some files, all of it or nothing."""
        with self._transaction() as connection:
            for one in found:
                if not one.is_same:
                    _forget(connection, one.item.name)
                if not one.is_gone:
                    _keep(connection, one)

    def forget(self, names: Iterable[str]) -> None:
        """Forget files that are gone."""
        with self._transaction() as connection:
            for name in names:
                _forget(connection, name)

    def fingerprints(self) -> list[Fingerprint]:
        """Return the fingerprint of every document, in order of the files."""
        with self._said_plainly():
            return [
                Fingerprint(
                    name=os.fsdecode(name),
                    dated=date.fromisoformat(dated) if dated else None,
                    told=told,
                    marks=marks,
                )
                for name, dated, told, marks in self._connection.execute(_FINGERPRINTS)
            ]

    def failures(self) -> Iterator[NotRead]:
        """Yield what could not be read, in order of the files."""
        question = "SELECT name, sha256, reason FROM failure ORDER BY file, place"
        with self._said_plainly():
            for name, digest, reason in self._connection.execute(question):
                yield NotRead(name=os.fsdecode(name), sha256=digest, reason=os.fsdecode(reason))

    def relevant(self, most: int) -> Iterator[tuple[str, float, tuple[str, ...]]]:
        """Yield the documents that bear on the operation, the most relevant first."""
        with self._said_plainly():
            for name, score, reasons in self._connection.execute(_RELEVANT, (most,)):
                yield os.fsdecode(name), score, tuple(json.loads(reasons))

    def count_relevant(self) -> int:
        """Return how many documents bear on the operation."""
        with self._said_plainly():
            question = "SELECT count(*) FROM document WHERE relevance > 0"
            return int(self._connection.execute(question).fetchone()[0])

    def _prepare(self) -> None:
        with self._said_plainly():
            (tables,) = self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            made = self._number("application_id"), self._number("user_version")
        if not tables:
            self._make()
        elif made != (APPLICATION_ID, VERSION):
            msg = f"{self._place}: it is no index of a batch of this version; name another file"
            raise Unusable(msg)

    def _make(self) -> None:
        with self._transaction() as connection:
            for statement in _SCHEMA:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSION}")

    def _number(self, name: str) -> int:
        return int(self._connection.execute(f"PRAGMA {name}").fetchone()[0])

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._said_plainly():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextmanager
    def _said_plainly(self) -> Iterator[None]:
        """Say what SQLite says in a sentence of ours."""
        try:
            yield
        except sqlite3.Error as error:
            msg = f"{self._place}: the index of the batch cannot be used ({error}); name another"
            raise Unusable(msg) from error


def _forget(connection: sqlite3.Connection, name: str) -> None:
    key = (os.fsencode(name),)
    connection.execute("DELETE FROM file WHERE name = ?", key)
    connection.execute("DELETE FROM document WHERE file = ?", key)
    connection.execute("DELETE FROM failure WHERE file = ?", key)


def _keep(connection: sqlite3.Connection, found: FileRead) -> None:
    item, key = found.item, os.fsencode(found.item.name)
    row = (key, item.size, item.mark, found.sha256)
    connection.execute("INSERT OR REPLACE INTO file VALUES (?, ?, ?, ?)", row)
    connection.executemany(
        f"INSERT INTO document VALUES ({', '.join('?' * 8)})",  # noqa: S608  no input
        (_row(key, place, kept) for place, kept in enumerate(found.documents)),
    )
    connection.executemany(
        "INSERT INTO failure VALUES (?, ?, ?, ?, ?)",
        (
            (key, place, _bytes(one.name), one.sha256, _bytes(one.reason))
            for place, one in enumerate(found.failures)
        ),
    )


def _row(file: bytes, place: int, kept: Kept) -> tuple[object, ...]:
    one, bearing = kept
    return (
        file,
        place,
        _bytes(one.name),
        one.dated.isoformat() if one.dated else None,
        one.told,
        one.marks,
        bearing.score if bearing else None,
        json.dumps(bearing.reasons if bearing else ()),
    )


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
