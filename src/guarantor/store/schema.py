"""The file of a ledger: its one table, what guards it, and how an empty one is made."""

import os
import secrets
import sqlite3
from contextlib import closing
from pathlib import Path

from guarantor.model import FIRST
from guarantor.store.rows import COLUMNS

APPLICATION_ID = 0x47756172
"""What SQLite keeps in the header to tell whose file it is: ``Guar`` in ASCII."""
VERSION = 1
"""The version of the schema; a later one comes with its migration."""

_TEXTS = COLUMNS[1:]
SCHEMA = (
    f"""CREATE TABLE entry (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    {", ".join(f"{name} TEXT NOT NULL CHECK (typeof({name}) = 'text')" for name in _TEXTS)}
)""",
    f"""CREATE TRIGGER entry_follows BEFORE INSERT ON entry
WHEN new.number <> (SELECT coalesce(max(number), 0) + 1 FROM entry)
    OR new.previous <> coalesce((SELECT hash FROM entry ORDER BY number DESC LIMIT 1), '{FIRST}')
BEGIN SELECT raise(ABORT, 'an entry follows the last one'); END""",  # noqa: S608  no input
    """CREATE TRIGGER entry_is_not_changed BEFORE UPDATE ON entry
BEGIN SELECT raise(ABORT, 'an entry is never changed: amend it by another'); END""",
    """CREATE TRIGGER entry_is_not_deleted BEFORE DELETE ON entry
BEGIN SELECT raise(ABORT, 'an entry is never deleted: withdraw it by another'); END""",
)
"""The table and its triggers. The first of them also keeps a REPLACE from deleting unseen."""


def make_file(path: Path) -> None:
    """Make the file of an empty ledger where there is none yet.

    It appears complete or not at all, whatever interrupts its making; what already is there stays.

    Raises:
        OSError: The file cannot be made.
    """
    if path.exists():
        return
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        with draft.open("xb") as file:
            file.write(_empty())
            file.flush()
            os.fsync(file.fileno())
        _appear(path, draft)
    except FileExistsError:
        pass  # another program made it meanwhile
    finally:
        draft.unlink(missing_ok=True)


def _appear(path: Path, draft: Path) -> None:
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        with path.open("xb") as file:
            file.write(draft.read_bytes())


def _empty() -> bytes:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION}")
        for statement in SCHEMA:
            connection.execute(statement)
        return connection.serialize()
