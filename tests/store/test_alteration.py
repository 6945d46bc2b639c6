"""Whatever is altered in the file of a ledger is found."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from guarantor.errors import AlteredEntry, GuarantorError, NotALedger
from guarantor.ledger import verify
from guarantor.store import SqliteStore
from guarantor.store.rows import COLUMNS, row_of
from guarantor.store.schema import SCHEMA
from tests.ledger.samples import chain

COUNT = 5


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of a ledger of five entries, to be spoilt and restored."""
    path = tmp_path_factory.mktemp("alteration") / "ledger.db"
    with closing(SqliteStore(path, create=True)) as store:
        store.append(chain(COUNT))
    return path


@pytest.fixture(scope="module")
def whole(path: Path) -> Path:
    """Return the path of a copy that stays as it was written."""
    return Path(shutil.copyfile(path, path.with_name("whole.db")))


def verified(path: Path) -> int:
    """Return how many entries a ledger holds, each verified."""
    with closing(SqliteStore(path, create=False)) as store:
        return verify(store.entries(), store.place)


def altered(path: Path, statement: str, *values: object) -> None:
    """Change rows as a person who knows SQLite can: behind the back of what guards them."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for name in ("entry_is_not_changed", "entry_is_not_deleted"):
            connection.execute(f"DROP TRIGGER {name}")
        connection.execute(statement, values)
        for trigger in SCHEMA[2:]:
            connection.execute(trigger)
        connection.commit()


def texts() -> Iterator[tuple[int, str, bytes]]:
    """Yield every text of the ledger: its entry, its column, its bytes."""
    for entry in chain(COUNT):
        for name, value in zip(COLUMNS[1:], row_of(entry)[1:], strict=True):
            yield entry.number, name, str(value).encode()


@given(data=st.data())
def test_any_altered_byte_of_a_row_is_found(path: Path, whole: Path, data: st.DataObject) -> None:
    """Verifying names the first entry that was altered."""
    number, column, text = data.draw(st.sampled_from(list(texts())))
    place = data.draw(st.integers(min_value=0, max_value=len(text) - 1))
    byte = data.draw(st.integers(min_value=0, max_value=255))
    assume(byte != text[place])
    new = text[:place] + bytes([byte]) + text[place + 1 :]
    shutil.copyfile(whole, path)

    statement = f"UPDATE entry SET {column} = CAST(? AS TEXT) WHERE number = ?"  # noqa: S608  ours
    altered(path, statement, new, number)

    with pytest.raises(AlteredEntry, match=f"entry {number} "):
        verified(path)


@pytest.mark.parametrize(
    ("statement", "first_bad"),
    [
        ("UPDATE entry SET content = content || ' ' WHERE number = 2", 2),
        ("UPDATE entry SET content = '[]' WHERE number = 2", 2),
        ("UPDATE entry SET content = replace(content, 'Ä', '\\u00c4') WHERE number = 2", 2),
        ("UPDATE entry SET recorded_at = replace(recorded_at, 'T', ' ') WHERE number = 3", 3),
        ("UPDATE entry SET recorded_at = replace(recorded_at, '+00:00', '') WHERE number = 3", 3),
        ("UPDATE entry SET kind = 'rumour' WHERE number = 4", 4),
        ("UPDATE entry SET reason = CAST(reason AS BLOB) WHERE number = 4", 4),
        ("UPDATE entry SET reason = 4 WHERE number = 4", 4),
        ("UPDATE entry SET number = 9 WHERE number = 3", 3),
        ("UPDATE entry SET number = -9 WHERE number = 5", 1),
        ("UPDATE entry SET number = 0 WHERE number = 5", 1),
        ("DELETE FROM entry WHERE number = 2", 2),
        ("DELETE FROM entry WHERE number = 1", 1),
    ],
)
def test_an_altered_missing_or_moved_row_is_found(
    path: Path, whole: Path, statement: str, first_bad: int
) -> None:
    """Another spelling of the same content counts, too: it is not what was sealed."""
    shutil.copyfile(whole, path)
    altered(path, statement)

    with pytest.raises(AlteredEntry, match=f"entry {first_bad} "):
        verified(path)


def test_content_nested_beyond_reading_is_found(path: Path, whole: Path) -> None:
    """It is no content that a store wrote, and no way to bring a reader down."""
    shutil.copyfile(whole, path)
    deep = f'{{"a":{"[" * 200_000}{"]" * 200_000}}}'
    altered(path, "UPDATE entry SET content = ? WHERE number = 2", deep)

    with pytest.raises(AlteredEntry, match="entry 2 is not as it was written"):
        verified(path)


def test_a_damaged_text_that_sqlite_quotes_is_told(path: Path, whole: Path) -> None:
    """Its message about the damaged table is no text itself; found by altering every bit."""
    data = whole.read_bytes()
    place = data.index(b"CREATE TABLE entry") + len(b"CREATE ")
    path.write_bytes(data[:place] + b"\xd4" + data[place + 1 :])

    with pytest.raises(NotALedger):
        verified(path)


@given(data=st.data())
def test_no_byte_of_the_file_can_be_altered_into_other_entries(
    path: Path, whole: Path, data: st.DataObject
) -> None:
    """One bit anywhere: the same entries, fewer from the end, or an error of ours."""
    place = data.draw(st.integers(min_value=0, max_value=whole.stat().st_size - 1))
    bit = data.draw(st.integers(min_value=0, max_value=7))
    spoilt = bytearray(whole.read_bytes())
    spoilt[place] ^= 1 << bit
    path.write_bytes(spoilt)

    try:
        with closing(SqliteStore(path, create=False)) as store:
            found = list(store.entries())
            verify(found, store.place)
    except GuarantorError:
        pass
    else:
        assert found == list(chain(COUNT))[: len(found)]
