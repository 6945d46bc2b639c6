"""A folder is read once, whatever happens meanwhile, and every document is in one origin."""

import os
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import BrokenExecutor, Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any, TypeVar

import pytest

from benchmarks.intake.articles import Writer
from guarantor.errors import Unusable
from guarantor.intake.passages import passages
from guarantor.intake.readers import MOST_BYTES
from guarantor.model import Document, Passage
from guarantor.operation import bundled, open_folder
from guarantor.room import batch_labour
from guarantor.room.batch_files import Item, place_of
from guarantor.room.batch_index import BatchIndex
from guarantor.room.batch_labour import labour
from guarantor.room.batch_reading import Asked
from guarantor.room.batches import BatchReport, batch, most_relevant, origins_of
from tests.room.killed_batch import DEADLY, DeadlyReading

T = TypeVar("T")
KILLED = Path(__file__).with_name("killed_batch.py")
WRITER = Writer(31)
TEXTS = list(WRITER.articles(12))
NEWS = (
    "Kenya offers 850 troops for a ceasefire monitoring mission in Ukraine, its minister said. "
    "France and the United Kingdom welcomed the offer on Friday."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with twelve articles, copies of two, edits of two and what is no article."""
    made = tmp_path / "articles"
    (made / "deep" / "er").mkdir(parents=True)
    for number, text in enumerate(TEXTS):
        (made / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (made / "deep" / "00 copy.txt").write_text(TEXTS[0], encoding="utf-8")
    (made / "deep" / "er" / "01 copy.txt").write_text(TEXTS[1].upper(), encoding="utf-8")
    (made / "deep" / "02 edited.txt").write_text(WRITER.edited(TEXTS[2], 0.05), encoding="utf-8")
    (made / "deep" / "03 edited.txt").write_text(WRITER.edited(TEXTS[3], 0.10), encoding="utf-8")
    (made / "empty.txt").write_bytes(b"")
    return made


PAIRS = {
    frozenset({"00.txt", "deep/00 copy.txt"}),
    frozenset({"01.txt", "deep/er/01 copy.txt"}),
    frozenset({"02.txt", "deep/02 edited.txt"}),
    frozenset({"03.txt", "deep/03 edited.txt"}),
}


def groups(report: BatchReport) -> set[frozenset[str]]:
    """Return the documents of each origin."""
    return {frozenset(one.documents) for one in report.origins}


def counts(report: BatchReport) -> tuple[int, int, int, int]:
    """Return how many files were there, read, known and vanished."""
    return report.files, report.read, report.known, report.vanished


def test_every_document_is_in_one_origin_and_failures_have_their_sentence(folder: Path) -> None:
    """Sixteen articles of twelve origins, and an empty file."""
    report = batch(folder)

    assert (report.documents, len(report.origins)) == (16, 12)
    assert groups(report) >= PAIRS
    assert counts(report) == (17, 17, 0, 0)
    assert report.relevant is None
    [failure] = report.failures
    assert failure.reason.startswith("empty.txt: ")


def test_the_origins_of_a_folder_are_rows(folder: Path) -> None:
    """Each with its id, its files and why; singletons too."""
    rows = origins_of(folder)

    assert [sorted(row) for row in rows] == [["documents", "origin", "reason"]] * 12
    assert sorted(name for row in rows for name in row["documents"]) == sorted(
        str(path.relative_to(folder)) for path in folder.rglob("*.txt") if path.stat().st_size
    )
    alone = [row["reason"] for row in rows if len(row["documents"]) == 1]
    assert len(alone) == 8
    assert all(reason.startswith("alone: ") for reason in alone)


def test_what_is_known_is_not_read_again(folder: Path, tmp_path: Path) -> None:
    """Nor is it told as progress; what came of it stays the same."""
    index = tmp_path / "index.db"
    asked: list[int] = []

    def track(items: Sequence[T], label: str) -> Iterable[T]:
        assert label == "file by file"
        asked.append(len(items))
        return items

    first = batch(folder, index, track=track)
    second = batch(folder, index, track=track)

    assert asked == [17, 0]
    assert counts(second) == (17, 0, 17, 0)
    assert (second.origins, second.failures) == (first.origins, first.failures)


def test_changed_new_and_vanished_files_are_told_apart(folder: Path, tmp_path: Path) -> None:
    """A file that was only touched is not read again: its bytes are the same."""
    index = tmp_path / "index.db"
    batch(folder, index)
    (folder / "00.txt").unlink()
    (folder / "01.txt").write_text(TEXTS[4], encoding="utf-8")
    (folder / "new.txt").write_text(TEXTS[5], encoding="utf-8")
    os.utime(folder / "06.txt", ns=(1, 1))

    report = batch(folder, index)

    assert counts(report) == (17, 2, 15, 1)
    assert {frozenset({"01.txt", "04.txt"}), frozenset({"05.txt", "new.txt"})} <= groups(report)
    assert frozenset({"deep/00 copy.txt"}) in groups(report)
    assert counts(batch(folder, index)) == (17, 0, 17, 0)


def test_an_index_within_the_folder_is_no_article(folder: Path) -> None:
    """It changes with every batch."""
    assert counts(batch(folder, folder / "index.db")) == (17, 17, 0, 0)
    assert counts(batch(folder, folder / "index.db")) == (17, 0, 17, 0)


def test_threads_and_processes_find_what_the_calling_process_finds(
    folder: Path, tmp_path: Path
) -> None:
    """Any executor will do."""
    here = batch(folder, workers=1)
    with ThreadPoolExecutor(2) as executor:
        threads = batch(folder, tmp_path / "threads.db", executor=executor)
    processes = batch(folder, workers=2)

    assert here == threads == processes


def test_a_batch_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    """What was kept is not read again, and the end is the same as without the kill."""
    made, index = tmp_path / "many", tmp_path / "index.db"
    made.mkdir()
    for number in range(400):
        (made / f"{number:03}.txt").write_text(f"{TEXTS[number % 12]} {number}", encoding="utf-8")
    command = [sys.executable, str(KILLED), str(made), str(index)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if line == "file by file 300\n":
                process.kill()
                break

    report = batch(made, index, workers=1)

    assert 0 < report.known < 400
    assert report.known % 128 == 0
    assert report.read == 400 - report.known
    assert report.origins == batch(made, workers=1).origins
    assert len(report.origins) == 12


def test_a_zip_is_read_member_by_member(folder: Path, tmp_path: Path) -> None:
    """As a folder would be; a second member of a name is counted."""
    path, index = tmp_path / "all.zip", tmp_path / "index.db"
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(folder.rglob("*.txt")):
            archive.write(file, str(file.relative_to(folder)))
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("00.txt", TEXTS[7])

    report = batch(path, index)

    assert counts(report) == (18, 18, 0, 0)
    assert frozenset({"07.txt", "00.txt (2)"}) in groups(report)
    assert groups(report) >= PAIRS
    assert counts(batch(path, index)) == (18, 0, 18, 0)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("new.txt", TEXTS[8])
    assert counts(batch(path, index)) == (19, 1, 18, 0)


def test_a_damaged_or_locked_member_of_a_zip_costs_only_itself(tmp_path: Path) -> None:
    """Each has its sentence."""
    path = tmp_path / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("damaged.txt", "good.txt", "locked.txt"):
            archive.writestr(name, f"{name} {TEXTS[0]}")
    data = bytearray(path.read_bytes())
    data[60] ^= 1
    locked = data.rindex(b"PK\x01\x02")
    data[locked + 8] |= 1
    path.write_bytes(data)

    report = batch(path)

    assert [one.reason.split(" (")[0] for one in report.failures] == [
        "damaged.txt: it cannot be read",
        "locked.txt: it is locked with a password; unlock it and hand it in anew",
    ]
    assert [one.documents for one in report.origins] == [("good.txt",)]


def test_one_file_is_a_batch_of_one(folder: Path) -> None:
    """Whatever the readers find in it."""
    report = batch(folder / "00.txt")

    assert (report.files, report.documents) == (1, 1)


def test_a_file_that_is_too_large_is_not_loaded(tmp_path: Path) -> None:
    """It has a hole of the size and not the bytes; the rest goes on."""
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    (tmp_path / "small.txt").write_text(TEXTS[0], encoding="utf-8")

    report = batch(tmp_path)

    assert "50 MB" in report.failures[0].reason
    assert report.documents == 1


def test_a_file_that_may_not_be_read_or_goes_away_costs_only_itself(tmp_path: Path) -> None:
    """One is a failure with its sentence; the other is gone as if it had never been."""
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(TEXTS[0], encoding="utf-8")

    def track(items: Sequence[T], label: str) -> Iterable[T]:
        del label
        (tmp_path / "a.txt").unlink()
        (tmp_path / "b.txt").unlink()
        (tmp_path / "b.txt").mkdir()
        return items

    report = batch(tmp_path, track=track)

    assert counts(report) == (2, 2, 0, 1)
    assert report.failures[0].reason.startswith("b.txt: it cannot be read (")
    assert [one.documents for one in report.origins] == [("c.txt",)]


def test_an_error_of_a_reader_costs_only_its_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A part that somebody installed may raise whatever it likes."""

    def broken(document: Document) -> tuple[Passage, ...]:
        if document.name == "05.txt":
            raise ZeroDivisionError
        return passages(document)

    monkeypatch.setattr("guarantor.room.batch_reading.passages", broken)

    report = batch(folder)

    assert report.documents == 15
    assert [one.reason for one in report.failures][:1] == [
        "05.txt: reading it ended with ZeroDivisionError; save what it says as text"
    ]


def test_links_to_folders_and_pipes_are_left_alone(folder: Path) -> None:
    """A link to the folder itself would never end; a pipe would wait for ever."""
    (folder / "loop").symlink_to(folder)
    (folder / "dangling").symlink_to(folder / "nowhere")
    os.mkfifo(folder / "pipe")

    assert batch(folder).files == 17


def test_a_name_that_is_no_text_is_kept_as_it_is(tmp_path: Path) -> None:
    """File systems allow any bytes."""
    name = os.fsdecode(b"caf\xe9.txt")
    (tmp_path / name).write_text(TEXTS[0], encoding="utf-8")
    index = tmp_path / "index.db"

    assert batch(tmp_path, index).origins[0].documents[0].startswith("caf")
    assert counts(batch(tmp_path, index)) == (1, 0, 1, 0)


def test_what_bears_on_the_operation_is_told_first(tmp_path: Path) -> None:
    """Where it is asked for another operation, everything is read again."""
    operation, _ = open_folder(bundled("ukraine-2025"))
    articles, index = tmp_path / "articles", tmp_path / "index.db"
    articles.mkdir()
    (articles / "bread.txt").write_text("A baker in a small town bakes bread.", encoding="utf-8")
    (articles / "news.txt").write_text(NEWS, encoding="utf-8")

    report = batch(articles, index, operation)

    assert (report.relevant, report.started_anew) == (1, False)
    [(name, score, reasons)] = most_relevant(index)
    assert name == "news.txt"
    assert 0.5 < score <= 1
    assert reasons[0] == "it names FRA, GBR, UKR of the operation's parties"
    again = batch(articles, index)
    assert (again.relevant, again.started_anew, again.read) == (None, True, 2)


def test_decisions_of_a_person_are_obeyed(folder: Path) -> None:
    """They name the files as the rows do."""
    rows = origins_of(
        folder,
        splits=[("00.txt", "deep/00 copy.txt")],
        merges=[("04.txt", "05.txt")],
        embeddings=None,
    )

    found = {frozenset(row["documents"]) for row in rows}
    assert {frozenset({"00.txt"}), frozenset({"04.txt", "05.txt"})} <= found


def test_a_worker_that_dies_costs_only_the_file_it_died_of(folder: Path) -> None:
    """The others of its task are read again without it."""
    (folder / f"05 {DEADLY}.txt").write_text("x", encoding="utf-8")
    place = place_of(folder)
    asked = [Asked(item, "") for item in place.items()]

    with labour(DeadlyReading(place), len(asked), None, 2) as lent:
        found = lent.read(asked)

    lost = [one for one in found if not one.documents and "empty" not in one.item.name]
    assert [one.item.name for one in lost] == [f"05 {DEADLY}.txt"]
    assert lost[0].failures[0].reason == (
        f"05 {DEADLY}.txt: its worker died, beside other tasks and again alone: it may need too "
        "much memory; leave it out, or save what it says as text"
    )
    assert len(found) == 18


class Refusing(ThreadPoolExecutor):
    """Breaks over every task."""

    def submit(self, *_: Any, **__: Any) -> Future[Any]:  # noqa: ANN401  whatever it is given
        future: Future[Any] = Future()
        future.set_exception(BrokenExecutor("no"))
        return future


def test_where_workers_fail_at_everything_it_is_said_so(folder: Path) -> None:
    """It is not the files, and a hundred thousand of them need not be tried."""
    with (
        Refusing() as executor,
        pytest.raises(Unusable, match="workers fail whatever they are given"),
    ):
        batch(folder, executor=executor)


def test_a_batch_of_nothing_is_empty(tmp_path: Path) -> None:
    """A folder without files."""
    report = batch(tmp_path)

    assert (report.files, report.documents, report.origins) == (0, 0, ())


def test_many_files_are_read_by_every_core(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """A few are not worth a worker."""
    monkeypatch.setattr(batch_labour, "_cores", lambda: 3)
    reading = DeadlyReading(place_of(folder))

    def most(files: int) -> int:
        with labour(reading, files, None, None) as lent:
            return lent.most

    assert (most(63), most(64)) == (128, 384)


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (
            lambda path: path.write_text("no index at all, but a text" * 30),
            "file is not a database",
        ),
        (
            lambda path: sqlite3.connect(path).execute("CREATE TABLE a (b)"),
            "it is no index of a batch",
        ),
        (lambda path: path.mkdir(), "unable to open database file"),
    ],
)
def test_what_is_no_index_is_left_alone(
    make: Callable[[Path], object], sentence: str, folder: Path, tmp_path: Path
) -> None:
    """It is somebody else's."""
    made = make(tmp_path / "index.db")
    if isinstance(made, sqlite3.Cursor):
        made.connection.close()

    with pytest.raises(Unusable, match=sentence):
        batch(folder, tmp_path / "index.db")


def test_an_index_of_another_folder_is_left_alone(folder: Path, tmp_path: Path) -> None:
    """It would forget everything that it has."""
    batch(folder, tmp_path / "index.db")

    with pytest.raises(Unusable, match="name another index"):
        batch(folder / "deep", tmp_path / "index.db")


def test_an_index_that_another_program_holds_is_said_so(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a while."""
    monkeypatch.setattr("guarantor.room.batch_index.LOCK_SECONDS", 0.05)
    batch(folder, tmp_path / "index.db")
    with closing(sqlite3.connect(tmp_path / "index.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Unusable, match="database is locked"):
            batch(folder, tmp_path / "index.db")


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    """With what to do."""
    with pytest.raises(Unusable, match="there is no such folder or archive; name one that is"):
        batch(tmp_path / "nowhere")


def test_items_come_in_the_order_of_their_names(folder: Path) -> None:
    """Whatever order the file system gives them in."""
    names = [item.name for item in place_of(folder).items()]

    assert names == sorted(names)
    assert (
        Item("empty.txt", 0, (folder / "empty.txt").stat().st_mtime_ns) in place_of(folder).items()
    )


def test_nothing_is_kept_where_keeping_fails(folder: Path, tmp_path: Path) -> None:
    """All that came of some files, or nothing."""
    index = BatchIndex(tmp_path / "index.db")
    place = place_of(folder)
    with labour(DeadlyReading(place), 1, None, 1) as lent:
        found = lent.read([Asked(item, "") for item in place.items()])

    def broken() -> Iterable[Any]:
        yield from found
        raise KeyboardInterrupt

    with closing(index), pytest.raises(KeyboardInterrupt):
        index.keep(broken())
    with closing(BatchIndex(tmp_path / "index.db")) as again:
        assert again.files() == {}
