"""A ledger in one SQLite file."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from guarantor.errors import AlteredEntry, CannotWrite, NotALedger, Unusable
from guarantor.model import Entry
from guarantor.store.following import check_follow
from guarantor.store.rows import COLUMNS, entry_of, row_of
from guarantor.store.schema import APPLICATION_ID, SCHEMA, VERSION, make_file

LOCK_SECONDS = 5.0
"""How long a store waits for another program to release the file."""
BATCH = 500
"""How many entries are read at once; between two batches the file is free for others."""

_NAMES = ", ".join(COLUMNS)
_INSERT = f"INSERT INTO entry ({_NAMES}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608  no input
_AFTER = f"SELECT {_NAMES} FROM entry WHERE number > ? ORDER BY number LIMIT {BATCH}"  # noqa: S608  no input
_LAST = f"SELECT {_NAMES} FROM entry ORDER BY number DESC LIMIT 1"  # noqa: S608  no input
_BEFORE_ALL = -(2**63)


class SqliteStore:
    """Keeps entries in one SQLite file that can only grow.

    The file refuses to change or delete an entry, whoever asks; what was appended is on the disk,
    with its folder, before ``append`` returns. It is one file whenever nobody is writing to it.

    Args:
        path: The file.
        create: Whether to make an empty ledger where there is no file.
        lock_seconds: How long to wait for another program that holds the file.

    Raises:
        NotALedger: There is no such file, or it is something else, or it is damaged.
        Unusable: The file cannot be made or opened, or another program holds it.
    """

    def __init__(self, path: Path, *, create: bool, lock_seconds: float = LOCK_SECONDS) -> None:
        self._path = path
        if create:
            self._make()
        if not path.is_file():
            raise NotALedger(self.place, "there is no such file")
        with self._said_plainly():
            self._connection = sqlite3.connect(
                f"file:{quote(str(path.absolute()))}?mode=rw",
                uri=True,
                timeout=lock_seconds,
                isolation_level=None,
            )
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    @property
    def place(self) -> str:
        """The path of the file."""
        return str(self._path)

    def append(self, entries: Sequence[Entry]) -> None:
        """Append sealed entries, all of them or none; once it returns they are durable.

        Raises:
            BrokenLedger: The first entry does not follow the last one kept, or one of the others
                not the one before it, or an entry does not fit its hash.
            Unusable: The file is locked or may not be written to.
        """
        if not entries:
            return
        with self._said_plainly(), self._transaction():
            check_follow(entries, self.last(), self.place)
            self._connection.executemany(_INSERT, map(row_of, entries))

    def entries(self) -> Iterator[Entry]:
        """Yield every entry in order, reading a batch at a time.

        Raises:
            AlteredEntry: A row is not as a store writes it.
            NotALedger: The file is damaged.
        """
        number = _BEFORE_ALL
        while rows := self._rows(_AFTER, (number,)):
            for row in rows:
                yield self._entry(row)
            number = rows[-1][0]

    def last(self) -> Entry | None:
        """Return the last entry, or ``None`` where there is none.

        Raises:
            AlteredEntry: Its row is not as a store writes it.
            NotALedger: The file is damaged.
        """
        rows = self._rows(_LAST)
        return self._entry(rows[0]) if rows else None

    def close(self) -> None:
        """Release the file."""
        self._connection.close()

    def _make(self) -> None:
        try:
            make_file(self._path)
        except OSError as error:
            raise CannotWrite(self.place, error.strerror or "it cannot be made") from error

    def _prepare(self) -> None:
        with self._said_plainly():
            self._connection.text_factory = bytearray  # texts undecoded, and told from blobs
            self._connection.execute("PRAGMA trusted_schema = OFF")
            self._connection.execute("PRAGMA cell_size_check = ON")
            # EXTRA is FULL that also syncs the folder once the journal is gone.
            self._connection.execute("PRAGMA synchronous = EXTRA")
            self._check_file()

    def _check_file(self) -> None:
        if not self._path.stat().st_size:
            raise NotALedger(self.place, "the file is empty")
        if self._number("PRAGMA application_id") != APPLICATION_ID:
            raise NotALedger(self.place, "another program made it")
        if (version := self._number("PRAGMA user_version")) != VERSION:
            reason = f"its format is version {version}, this Guarantor reads version {VERSION}"
            raise NotALedger(self.place, reason)
        found = self._connection.execute("SELECT sql FROM sqlite_master").fetchall()
        if {bytes(sql or b"") for (sql,) in found} != {sql.encode() for sql in SCHEMA}:
            raise NotALedger(self.place, "its tables were altered")

    def _number(self, question: str) -> int:
        ((number,),) = self._connection.execute(question).fetchall()
        return int(number)

    def _rows(self, question: str, values: tuple[int, ...] = ()) -> list[tuple[int, ...]]:
        with self._said_plainly():
            return self._connection.execute(question, values).fetchall()

    def _entry(self, row: tuple[int, ...]) -> Entry:
        try:
            return entry_of(row)
        except ValueError as error:
            raise AlteredEntry(self.place, row[0], "is not as it was written") from error

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):  # a failed COMMIT may have ended it already
                self._connection.execute("ROLLBACK")
            raise

    @contextmanager
    def _said_plainly(self) -> Iterator[None]:
        """Say what SQLite says in a sentence of ours."""
        try:
            yield
        except sqlite3.Error as error:
            raise _plain(error, self.place) from error
        except UnicodeDecodeError as error:  # SQLite quoted a damaged text in its message
            raise NotALedger(self.place, "it is damaged") from error


def _plain(error: sqlite3.Error, place: str) -> Exception:
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return Unusable(f"{place}: another program is writing to the ledger; try again later")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_CANTOPEN:
            return CannotWrite(place, "it or its folder may only be read")
        case sqlite3.SQLITE_FULL:
            return CannotWrite(place, "the disk is full")
        case sqlite3.SQLITE_NOTADB:
            return NotALedger(place, "it is no SQLite file")
        case _:
            return NotALedger(place, f"it cannot be read: {error}")
