"""The ledger in a text file: an entry a line, altered nowhere, appended whole."""

import fcntl
import json
import os
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from guarantor.errors import AlteredEntry, CannotWrite, GuarantorError, NotALedger, Unusable
from guarantor.ledger import seal_all, verify
from guarantor.store import JsonLinesStore, json_lines
from tests.ledger.samples import chain, record

COUNT = 4


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the path of a file of four entries."""
    path = tmp_path / "decisions.jsonl"
    JsonLinesStore(path, create=True).append(chain(COUNT))
    return path


@pytest.fixture(scope="module")
def spoilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of a file to be spoilt."""
    return tmp_path_factory.mktemp("lines") / "decisions.jsonl"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the bytes of a file of four entries."""
    path = tmp_path_factory.mktemp("whole") / "decisions.jsonl"
    JsonLinesStore(path, create=True).append(chain(COUNT))
    return path.read_bytes()


def verified(path: Path) -> int:
    """Return how many entries a file holds, each verified."""
    store = JsonLinesStore(path, create=False)
    return verify(store.entries(), store.place)


def test_an_entry_is_one_line_that_people_can_read(path: Path) -> None:
    """In the order of its keys, with letters as they are."""
    first = path.read_text(encoding="utf-8").splitlines()[0]

    assert first.startswith('{"number":1,"action":"record","kind":"party","id":"party-1",')
    assert '"content":{"name":"The party-1 – Ärmel"}' in first
    assert len(json.loads(first)) == 10


@given(data=st.data())
def test_any_altered_byte_is_found(spoilt: Path, whole: bytes, data: st.DataObject) -> None:
    """Verifying names the entry; its neighbour where the line's end is what was altered."""
    place = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(st.integers(0, 255))
    assume(byte != whole[place])
    number = whole[:place].count(b"\n") + 1
    spoilt.write_bytes(whole[:place] + bytes([byte]) + whole[place + 1 :])

    with pytest.raises(AlteredEntry, match=f"entry {number} "):
        verified(spoilt)


@given(data=st.data())
def test_a_file_cut_anywhere_is_found_or_ends_with_an_entry(
    spoilt: Path, whole: bytes, data: st.DataObject
) -> None:
    """A chain says nothing of what came after its end."""
    place = data.draw(st.integers(0, len(whole) - 1))
    spoilt.write_bytes(whole[:place])

    if place == 0 or whole[place - 1 : place] == b"\n":
        assert verified(spoilt) == whole[:place].count(b"\n")
    else:
        with pytest.raises(AlteredEntry):
            verified(spoilt)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'{"number":1,', b'{"number":true,'),
        (b'{"number":1,', b'{"number":1.0,'),
        (b'{"number":1,', b'{"number":"1",'),
        (b'{"number":1,', b'{ "number":1,'),
        (b'"record"', b'"Record"'),
        (b'"kind":"party"', b'"kind":"rumour"'),
        (b'"reason":"heard on the radio"', b'"reason":4'),
        ("–".encode(), b"\\u2013"),
        ("Ä".encode(), b"\xff"),
        ("Ä".encode(), b"\\ud800"),
        (b'"content":{', b'"content":[{'),
        (b'"content":{"name"', b'"content":{"name":"x","name"'),
        (b'"hash"', b'"Hash"'),
        (b"}\n", b"}\r\n"),
        (b"}\n", b',"more":1}\n'),
        (b"{", b"\xef\xbb\xbf{"),
        (b"{", b"\n{"),
    ],
)
def test_another_spelling_of_the_same_is_found(
    spoilt: Path, whole: bytes, old: bytes, new: bytes
) -> None:
    """It is not what was written."""
    assert old in whole
    spoilt.write_bytes(whole.replace(old, new, 1))

    with pytest.raises(AlteredEntry, match="entry 1 is not as it was written; restore the file"):
        verified(spoilt)


@pytest.mark.parametrize(
    "line",
    [b"null\n", b"[]\n", b"[" * 200_000 + b"\n", b'{"a":' * 200_000 + b"\n", b"\xff\xfe{\x00\n"],
)
def test_lines_of_something_else_are_found(spoilt: Path, line: bytes) -> None:
    """However deep."""
    spoilt.write_bytes(line)

    with pytest.raises(AlteredEntry, match="entry 1 is not as it was written"):
        verified(spoilt)


def test_what_is_no_file_is_no_ledger(tmp_path: Path) -> None:
    """Neither a folder nor nothing; where it may be made, nothing is no entry yet."""
    with pytest.raises(NotALedger, match="there is no such file"):
        JsonLinesStore(tmp_path / "none.jsonl", create=False)
    with pytest.raises(NotALedger, match="cannot be read"):
        list(JsonLinesStore(tmp_path, create=True).entries())
    store = JsonLinesStore(tmp_path / "none.jsonl", create=True)
    assert (list(store.entries()), store.last()) == ([], None)
    store.append([])
    store.close()
    assert not (tmp_path / "none.jsonl").exists()


def test_what_could_not_be_read_again_is_not_appended(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of it, not even the entries before."""
    store, before = JsonLinesStore(path, create=False), path.read_bytes()
    monkeypatch.setattr(json_lines, "LONGEST_LINE", 800)
    drafts = [record("short"), record("long", text="x" * 800)]

    with pytest.raises(Unusable, match="entry 6 is longer than 800 bytes"):
        store.append(seal_all(drafts, store.last()))

    assert path.read_bytes() == before
    assert verified(path) == COUNT


def test_a_line_beyond_any_length_is_no_entry(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is not read whole to find that out."""
    monkeypatch.setattr(json_lines, "LONGEST_LINE", 100)

    with pytest.raises(AlteredEntry, match="entry 1 is not as it was written"):
        verified(path)


def test_another_that_is_writing_is_waited_for_by_asking_again(path: Path) -> None:
    """Whoever holds the folder writes; nothing is kept meanwhile."""
    store = JsonLinesStore(path, create=False)
    more = seal_all([record("more")], store.last())
    folder = os.open(path.parent, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    with pytest.raises(Unusable, match="another program is writing to it; try again"):
        store.append(more)
    os.close(folder)

    store.append(more)
    assert verified(path) == COUNT + 1


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, path: Path) -> None:
    """Its folder is gone, or a folder stands where the new file is written."""
    with pytest.raises(CannotWrite, match="cannot be written"):
        JsonLinesStore(tmp_path / "no" / "where.jsonl", create=True).append(chain(1))
    path.with_name(f".{path.name}.new").mkdir()
    before = path.read_bytes()

    with pytest.raises(CannotWrite, match="cannot be written"):
        JsonLinesStore(path, create=False).append(chain(COUNT + 1)[COUNT:])

    assert path.read_bytes() == before


def test_who_may_read_the_file_stays_as_it_was(path: Path) -> None:
    """Decisions on what is withheld are read by whom their folder's owner lets."""
    path.chmod(0o600)

    JsonLinesStore(path, create=False).append(chain(COUNT + 1)[COUNT:])

    assert path.stat().st_mode & 0o777 == 0o600


def test_what_a_broken_off_append_left_is_written_over(path: Path) -> None:
    """It was acknowledged to nobody."""
    path.with_name(f".{path.name}.new").write_bytes(b"half an entr")

    JsonLinesStore(path, create=False).append(chain(COUNT + 1)[COUNT:])

    assert verified(path) == COUNT + 1
    assert [file.name for file in path.parent.iterdir()] == ["decisions.jsonl"]


def test_every_mistake_is_one_of_ours() -> None:
    """So that the command line says it in one line."""
    assert issubclass(AlteredEntry, GuarantorError)
