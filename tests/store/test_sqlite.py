"""A ledger in one SQLite file: what it refuses, and what it says of it."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from guarantor.errors import BrokenLedger, CannotWrite, NotALedger, Unusable
from guarantor.ledger import seal_all
from guarantor.store import SqliteStore
from guarantor.store.schema import make_file
from tests.ledger.samples import chain, record


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a ledger of three entries."""
    path = tmp_path / "ledger.db"
    with closing(SqliteStore(path, create=True)) as store:
        store.append(chain(3))
    return path


@pytest.fixture
def store(path: Path) -> Iterator[SqliteStore]:
    """Return that ledger, opened by somebody who waits for nobody."""
    with closing(SqliteStore(path, create=False, lock_seconds=0)) as store:
        yield store


def changed(path: Path, *statements: str) -> None:
    """Change a file behind the store's back."""
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_opening_to_read_makes_no_file(tmp_path: Path) -> None:
    """A mistyped name is told, and not kept."""
    with pytest.raises(NotALedger, match="there is no such file"):
        SqliteStore(tmp_path / "ledgr.db", create=False)

    assert list(tmp_path.iterdir()) == []


def test_a_closed_ledger_is_one_file(path: Path) -> None:
    """It can be copied, sent and kept as one."""
    assert [file.name for file in path.parent.iterdir()] == ["ledger.db"]


def test_making_a_ledger_where_one_is_opens_it(path: Path) -> None:
    """Importing twice goes on where the first import ended."""
    make_file(path)
    with closing(SqliteStore(path, create=True)) as store:
        assert list(store.entries()) == chain(3)


def test_two_that_make_one_ledger_at_once_make_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second comes between the other's look and its making, and finds it made."""
    path = tmp_path / "ledger.db"
    with closing(SqliteStore(path, create=True)) as store:
        store.append(chain(1))
    monkeypatch.setattr(Path, "exists", lambda _: False)

    make_file(path)

    with closing(SqliteStore(path, create=False)) as store:
        assert list(store.entries()) == chain(1)
    assert list(tmp_path.iterdir()) == [path]


def test_a_ledger_is_made_where_files_have_one_name_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Some file systems know no hard links."""

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse)

    with closing(SqliteStore(tmp_path / "ledger.db", create=True)) as store:
        assert store.last() is None
    assert [file.name for file in tmp_path.iterdir()] == ["ledger.db"]


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """The sentence names the file and what the system says."""
    with pytest.raises(CannotWrite, match="No such file or directory"):
        SqliteStore(tmp_path / "nowhere" / "ledger.db", create=True)


def _text(path: Path) -> None:
    path.write_text("id: example\nname: not a ledger, but long enough to have a header\n" * 9)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _foreign(path: Path) -> None:
    path.unlink()
    changed(path, "CREATE TABLE entry (number INTEGER PRIMARY KEY)")


def _newer(path: Path) -> None:
    changed(path, "PRAGMA user_version = 2")


def _unguarded(path: Path) -> None:
    changed(path, "DROP TRIGGER entry_is_not_deleted")


def _trapped(path: Path) -> None:
    changed(path, "CREATE TRIGGER trap AFTER INSERT ON entry BEGIN SELECT 1; END")


def _scrambled(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:100] + bytes(range(256)) * 48)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (_text, "no SQLite file"),
        (_empty, "the file is empty"),
        (_foreign, "another program made it"),
        (_newer, "version 2"),
        (_unguarded, "altered"),
        (_trapped, "altered"),
        (_scrambled, "cannot be read"),
        (_folder, "no such file"),
    ],
)
def test_what_is_no_ledger_is_told_in_one_sentence(
    path: Path, spoil: Callable[[Path], None], reason: str
) -> None:
    """A text, another program's file, a later format, a damaged file: never a traceback."""
    spoil(path)

    with pytest.raises(NotALedger, match=reason) as told:
        SqliteStore(path, create=False)

    assert str(told.value).startswith(f"{path}: not a ledger file (")
    assert "\n" not in str(told.value)


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda data: data[:-4096] + b"\xff" * 4096, id="overwritten"),
        pytest.param(lambda data: data[:9000], id="cut off"),
    ],
)
def test_damage_is_told(path: Path, spoil: Callable[[bytes], bytes]) -> None:
    """The header is whole; entries are not. It is told on opening or on reading."""
    with closing(SqliteStore(path, create=False)) as store:
        store.append(seal_all([record(f"p{n}", note="x" * 900) for n in range(50)], store.last()))
    path.write_bytes(spoil(path.read_bytes()))

    with pytest.raises(BrokenLedger), closing(SqliteStore(path, create=False)) as store:
        list(store.entries())


_COPY = """
    INSERT INTO entry
    SELECT {number}, action, kind, id, content, recorded_by, recorded_at, reason, {previous}, hash
    FROM entry WHERE number = 3
"""


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entry SET reason = 'another' WHERE number = 2",
        "DELETE FROM entry WHERE number = 3",
        "REPLACE INTO entry SELECT * FROM entry WHERE number = 2",
        _COPY.format(number="number + 2", previous="hash"),
        _COPY.format(number="number + 1", previous="previous"),
        _COPY.format(number="number + 1", previous="x'00'"),
    ],
)
def test_the_file_itself_refuses_to_change_an_entry(path: Path, statement: str) -> None:
    """Also to a program that is not Guarantor: only what follows the last entry goes in."""
    with pytest.raises(sqlite3.IntegrityError):
        changed(path, statement)

    with closing(SqliteStore(path, create=False)) as store:
        assert list(store.entries()) == chain(3)


def test_a_file_held_by_another_program_is_told(path: Path, store: SqliteStore) -> None:
    """And what was to be appended can be appended once it is free."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Unusable, match="another program is writing to the ledger"):
            store.append(chain(4)[3:])
        with pytest.raises(Unusable, match="another program is writing to the ledger"):
            list(store.entries())
        with pytest.raises(Unusable, match="another program is writing to the ledger"):
            SqliteStore(path, create=False, lock_seconds=0)

    store.append(chain(4)[3:])
    assert list(store.entries()) == chain(4)


def test_a_reader_that_stays_keeps_a_writer_waiting_only(path: Path, store: SqliteStore) -> None:
    """The append fails whole at its very end, and works once the reader is gone."""
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM entry").fetchall()
        with pytest.raises(Unusable, match="try again later"):
            store.append(chain(4)[3:])

    store.append(chain(4)[3:])
    assert list(store.entries()) == chain(4)


def test_a_file_that_may_not_be_written_to_is_read_and_says_so(store: SqliteStore) -> None:
    """The connection refuses as it does for a file without the permission to write."""
    store._connection.execute("PRAGMA query_only = ON")  # noqa: SLF001  root may write anywhere

    with pytest.raises(CannotWrite, match="may only be read"):
        store.append(chain(4)[3:])

    assert list(store.entries()) == chain(3)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_file_without_permission_to_write_is_read(path: Path) -> None:
    """As above, for whom the system's permissions hold."""
    path.chmod(0o444)
    with closing(SqliteStore(path, create=False)) as store:
        assert list(store.entries()) == chain(3)
        with pytest.raises(CannotWrite, match="may only be read"):
            store.append(chain(4)[3:])


def test_a_full_disk_is_told_and_keeps_nothing(store: SqliteStore) -> None:
    """SQLite is given no further page, as by a full disk."""
    store._connection.execute("PRAGMA max_page_count = 1")  # noqa: SLF001  no disk to fill
    many = seal_all([record(f"p{n}", note="x" * 900) for n in range(50)], store.last())

    with pytest.raises(CannotWrite, match="the disk is full"):
        store.append(many)

    assert list(store.entries()) == chain(3)


def test_a_moment_without_a_time_zone_is_refused(store: SqliteStore) -> None:
    """The audit's clock is UTC; a moment that names no zone is a mistake of the caller's."""
    draft = record("x")
    object.__setattr__(draft, "recorded_at", draft.recorded_at.replace(tzinfo=None))

    with pytest.raises(ValueError, match="recorded in UTC"):
        store.append(seal_all([draft], store.last()))

    assert list(store.entries()) == chain(3)


def test_an_append_is_on_the_disk_before_it_returns(store: SqliteStore) -> None:
    """Synchronous 3 is EXTRA: the file is synced, and the folder once the journal is gone."""
    assert store._connection.execute("PRAGMA synchronous").fetchall() == [(3,)]  # noqa: SLF001
    assert store._connection.execute("PRAGMA journal_mode").fetchall() == [(b"delete",)]  # noqa: SLF001
