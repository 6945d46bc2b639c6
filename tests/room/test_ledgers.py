"""The ledger asked through the room: entered, released, compared, verified."""

import json
import shutil
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from guarantor import room
from guarantor.errors import (
    AlteredEntry,
    CannotWrite,
    FaultyFolder,
    NoRecordingTimes,
    NotALedger,
    UnknownId,
    Unusable,
)
from guarantor.model import Action, Piece
from guarantor.operation import bundled, open_folder
from guarantor.room import ledgers
from guarantor.store import SqliteStore

MORNING = datetime(2025, 3, 15, 9, tzinfo=UTC)
EVENING = datetime(2025, 3, 15, 18, tzinfo=UTC)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Return a ledger file that holds the example as recorded one morning."""
    path = tmp_path / "example.ledger"
    entered("example", path, at=MORNING)
    return path


def entered(folder: str, into: Path, *, at: datetime) -> ledgers.Imported:
    """Import a folder and return what the import said last."""
    *_, last = ledgers.importing(folder, into, by="an analyst", at=at)
    return last


def edited(tmp_path: Path, name: str, old: str, new: str) -> str:
    """Return a copy of the example with one text replaced in a file."""
    folder = tmp_path / "edited"
    if not folder.exists():
        shutil.copytree(bundled("example"), folder)
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    return str(folder)


def pieces_of(name: str) -> dict[tuple[str, str], object]:
    """Return the content of an operation by kind and id."""
    return {(one.kind, one.id): one.content for one in room.open_source(name).pieces}


@pytest.mark.parametrize("name", ["example", "ukraine-2025"])
def test_import_then_export_gives_the_same_content(tmp_path: Path, name: str) -> None:
    """To the widest audience there is; comments live in the folder."""
    path, folder = tmp_path / "a.ledger", tmp_path / "out"
    entered(name, path, at=MORNING)
    audiences = room.open_source(name).operation.audiences
    audience = next(iter(audiences), "public")

    ledgers.export(str(path), audience).write(folder)

    assert open_folder(folder)[1] == open_folder(bundled(name))[1]
    assert pieces_of(str(path)) == pieces_of(str(folder)) == pieces_of(name)


@pytest.mark.parametrize("audience", ["public", "coalition"])
def test_every_answer_is_the_same_from_folder_ledger_and_export(
    tmp_path: Path, ledger: Path, audience: str
) -> None:
    """To that audience; it is one record in three places."""
    ledgers.export(str(ledger), audience).write(tmp_path / "out")

    answers = {
        json.dumps(room.assess(room.open_source(str(name)).operation, options), sort_keys=True)
        for name in ("example", ledger, tmp_path / "out")
        for options in [room.Options(audience=audience)]
    }

    assert len(answers) == 1


def test_an_import_acknowledges_batch_by_batch(tmp_path: Path) -> None:
    """The number acknowledged is the number on the disk at that moment."""
    path = tmp_path / "a.ledger"
    counts = []

    for step in ledgers.importing("ukraine-2025", path, by="an analyst"):
        with closing(SqliteStore(path, create=False)) as store:
            assert sum(1 for _ in store.entries()) == step.entered.total()
        assert step.is_done == (step.entered.total() == step.total)
        counts.append(step.entered.total())

    total = len(open_folder(bundled("ukraine-2025"))[1])
    assert counts == [*range(ledgers.BATCH, total, ledgers.BATCH), total]


def test_importing_again_enters_what_changed(tmp_path: Path, ledger: Path) -> None:
    """One contribution is amended, one event withdrawn; then nothing is left to enter."""
    edited(tmp_path, "contributions.yaml", "quantity: 250", "quantity: 260")
    folder = edited(
        tmp_path,
        "events.csv",
        "E-3,2025-03-20,,meeting,Chiefs of defence to meet,ALF;BRA;CHA;DEL,planned,ALF-1\n",
        "",
    )

    again = entered(folder, ledger, at=EVENING)

    assert again.entered == {Action.AMEND: 1, Action.WITHDRAW: 1}
    assert again.summary.startswith(f"{ledger}: 0 recorded, 1 amended, 1 withdrawn; last entry 45")
    assert pieces_of(str(ledger)) == pieces_of(folder)
    nothing = entered(folder, ledger, at=EVENING)
    assert nothing.summary == f"{ledger}: nothing to enter, the folder says what the ledger says"


def test_what_was_recorded_later_did_not_stand_before(tmp_path: Path, ledger: Path) -> None:
    """At noon the ledger said what it said in the morning."""
    folder = edited(tmp_path, "contributions.yaml", "quantity: 250", "quantity: 260")
    entered(folder, ledger, at=EVENING)
    noon = datetime(2025, 3, 15, 12, tzinfo=UTC)

    assert ledgers.export(str(ledger), "coalition", recorded_at=noon).pieces == tuple(
        room.open_source("example").pieces
    )
    assert [row["action"] for row in ledgers.log(str(ledger), name="del-monitors")] == [
        "record",
        "amend",
    ]
    assert len(ledgers.log(str(ledger), name="del-monitors", recorded_at=noon)) == 1
    assert ledgers.log(str(ledger), recorded_at=datetime(2025, 1, 1, tzinfo=UTC)) == []


def test_a_clock_that_runs_behind_records_nothing_before_the_last_entry(
    tmp_path: Path, ledger: Path
) -> None:
    """The audit's clock never goes back."""
    folder = edited(tmp_path, "contributions.yaml", "quantity: 250", "quantity: 260")

    again = entered(folder, ledger, at=datetime(2025, 1, 1, tzinfo=UTC))

    assert again.last is not None
    assert again.last.draft.recorded_at == MORNING


def test_another_operation_is_not_imported_over_the_first(ledger: Path) -> None:
    """It would withdraw everything; a mistyped name must not."""
    with pytest.raises(Unusable, match="holds the operation example, not ukraine-2025; import"):
        entered("ukraine-2025", ledger, at=EVENING)

    assert ledgers.verify(str(ledger)).entries == 43


def test_a_folder_with_a_fault_is_not_imported(tmp_path: Path) -> None:
    """Nothing is entered, and no file made."""
    folder = edited(tmp_path, "parties.yaml", "Alfland", "[")

    with pytest.raises(FaultyFolder):
        entered(folder, tmp_path / "new.ledger", at=MORNING)

    assert not (tmp_path / "new.ledger").exists()


def test_an_altered_ledger_is_not_added_to(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its first bad entry is named instead."""

    def refuse(*_: object) -> int:
        raise AlteredEntry(str(ledger), 3, "does not fit its hash")

    monkeypatch.setattr(ledgers, "verify_entries", refuse)

    with pytest.raises(AlteredEntry, match="entry 3"):
        entered("example", ledger, at=EVENING)


def test_an_import_that_was_broken_off_can_be_read_and_finished(tmp_path: Path) -> None:
    """What it entered makes no sound operation yet; the log and the check of the chain say so."""
    path = tmp_path / "a.ledger"
    steps = ledgers.importing("ukraine-2025", path, by="an analyst", at=MORNING)
    next(steps)
    steps.close()

    assert len(ledgers.log(str(path))) == ledgers.verify(str(path)).entries == ledgers.BATCH
    with pytest.raises(FaultyFolder):
        room.open_source(str(path))
    entered("ukraine-2025", path, at=EVENING)
    assert pieces_of(str(path)) == pieces_of("ukraine-2025")


def test_a_verified_ledger_says_its_last_hash(ledger: Path, tmp_path: Path) -> None:
    """To be noted elsewhere."""
    with closing(SqliteStore(ledger, create=False)) as store:
        last = store.last()
    assert last is not None

    assert ledgers.verify(str(ledger)).summary == (
        f"{ledger}: 43 entries, all whole; last hash {last.hash}"
    )
    SqliteStore(tmp_path / "empty.ledger", create=True).close()
    empty = ledgers.verify(str(tmp_path / "empty.ledger"))
    assert empty.summary == f"{tmp_path / 'empty.ledger'}: whole, and without an entry yet"


def test_only_a_ledger_file_can_be_verified(tmp_path: Path) -> None:
    """For a folder there is check."""
    with pytest.raises(NotALedger, match="no decision was taken"):
        ledgers.verify(str(tmp_path))
    with pytest.raises(NotALedger, match="there is no such file"):
        ledgers.verify(str(tmp_path / "nothing"))


def test_the_log_of_a_folder_is_what_an_import_would_enter() -> None:
    """A folder does not keep who recorded what, or when."""
    rows = ledgers.log("example")

    assert len(rows) == 43
    assert rows[0] == {
        "number": None,
        "action": "record",
        "kind": "operation",
        "id": "example",
        "recorded_at": None,
        "recorded_by": None,
        "reason": None,
        "hash": None,
    }
    assert ledgers.log_text(rows[:1]) == "record    operation     example"
    assert ledgers.log_text([]) == "Nothing was recorded about that."


def test_a_line_of_the_log_says_who_what_when_and_why(ledger: Path) -> None:
    """The reason is where it was imported from unless another is given."""
    rows = ledgers.log(str(ledger), name="ALF")

    assert ledgers.log_text(rows) == (
        "     2  2025-03-15T09:00:00+00:00  record    party         ALF  by an analyst "
        "(imported from example)"
    )
    assert ledgers.log_text([{**rows[0], "reason": ""}]).endswith("ALF  by an analyst")


@pytest.mark.parametrize("recorded_at", [MORNING, EVENING])
def test_a_folder_cannot_be_asked_what_was_recorded_when(recorded_at: datetime) -> None:
    """It says what it says now."""
    with pytest.raises(NoRecordingTimes):
        ledgers.log("example", recorded_at=recorded_at)


def test_a_release_carries_its_audience_in_banner_and_file_name(tmp_path: Path) -> None:
    """And is still a folder that is sound."""
    ledgers.export("example", "coalition").write(tmp_path / "out")

    banner = "Operation example, for the audience coalition only. Not for classified information."
    assert (tmp_path / "out" / "for-coalition.txt").read_text() == f"{banner}\n"
    first, *_ = (tmp_path / "out" / "operation.yaml").read_text().splitlines()
    assert first == f"# {banner}"
    assert room.check(str(tmp_path / "out")).faults == ()


def test_a_release_is_not_written_over_an_operation(tmp_path: Path) -> None:
    """Nor where nothing can be written."""
    release = ledgers.export("example", "public")
    release.write(tmp_path / "out")

    with pytest.raises(CannotWrite, match="it holds operation"):
        release.write(tmp_path / "out")
    (tmp_path / "next").mkdir()
    (tmp_path / "next" / "for-public.txt").mkdir()
    with pytest.raises(CannotWrite, match="Is a directory"):
        release.write(tmp_path / "next")


def test_no_id_withheld_from_the_public_is_in_the_bytes_of_an_export(tmp_path: Path) -> None:
    """By hand: the airlift of the example, its statement and its audience."""
    ledgers.export("example", "public").write(tmp_path / "out")

    written = b"".join(file.read_bytes() for file in (tmp_path / "out").iterdir())

    for name in (b"bra-airlift", b"BRA-2", b"coalition"):
        assert name not in written
    assert json.dumps(ledgers.export("example", "public").document()).count("bra-airlift") == 0


def test_an_audience_that_nobody_named_gets_nothing() -> None:
    """Neither an export nor a difference."""
    with pytest.raises(UnknownId, match="did you mean coalition"):
        ledgers.export("example", "coalitio")
    with pytest.raises(UnknownId, match="did you mean coalition"):
        ledgers.diff("example", date(2025, 3, 1), date(2025, 3, 2), audience="coalitio")


def test_a_difference_is_for_an_audience(ledger: Path) -> None:
    """The airlift became known to the coalition on the fifteenth, and to nobody else."""
    days = date(2025, 3, 14), date(2025, 3, 15)

    public = ledgers.diff(str(ledger), *days)
    coalition = ledgers.diff(str(ledger), *days, audience="coalition")

    assert public.text() == (
        "Nothing became known from 14 Mar 2025 to 15 Mar 2025 in this file; absence here is not "
        "absence."
    )
    assert [change.id for change in coalition.changes] == ["BRA-2", "bra-airlift"]
    assert coalition.text().startswith("Became known from 14 Mar 2025 to 15 Mar 2025:\n- Publ")


def test_a_difference_goes_forward_in_time() -> None:
    """Days the wrong way round are a mistake, not an empty answer."""
    with pytest.raises(Unusable, match="2025-03-01 comes before 2025-03-15; name the earlier day"):
        ledgers.diff("example", date(2025, 3, 15), date(2025, 3, 1))


def test_pieces_are_released_in_order_with_nothing_added() -> None:
    """To the coalition, which may see all of the example."""
    pieces: tuple[Piece, ...] = ledgers.export("example", "coalition").pieces

    assert pieces == room.open_source("example").pieces


def decided(tmp_path: Path) -> Path:
    """Return a copy of the example on which a document was received and dated."""
    folder = tmp_path / "decided"
    shutil.copytree(bundled("example"), folder)
    how = room.Receiving(by="Ada", everything=True, dated=date(2025, 3, 1))
    room.receive(str(folder), [("a.txt", b"Alfland will send 40 soldiers.")], how)
    return folder


def test_the_decisions_of_a_folder_are_verified_by_either_name(tmp_path: Path) -> None:
    """That of the folder, and that of the file."""
    folder = decided(tmp_path)
    file = folder / "decisions.jsonl"

    by_folder, by_file = ledgers.verify(str(folder)), ledgers.verify(str(file))

    assert by_folder == by_file
    assert (by_file.ledger, by_file.entries) == (str(file), 1)
    assert by_file.summary.startswith(f"{file}: 1 entries, all whole; last hash ")


def test_a_folder_without_decisions_has_nothing_to_verify(tmp_path: Path) -> None:
    """What to do is said."""
    shutil.copytree(bundled("example"), tmp_path / "mine")

    with pytest.raises(NotALedger, match="no decision was taken; guarantor check reads its files"):
        ledgers.verify(str(tmp_path / "mine"))


def test_the_log_of_a_folder_ends_with_its_decisions(tmp_path: Path) -> None:
    """What the files say has no number; the file of the decisions alone lists these."""
    folder = decided(tmp_path)
    files = open_folder(bundled("example"))[1]

    rows = ledgers.log(str(folder))

    assert [row["number"] for row in rows] == [*[None] * len(files), 1]
    assert (rows[-1]["recorded_by"], rows[-1]["kind"]) == ("Ada", "document")
    assert ledgers.log(str(folder / "decisions.jsonl")) == rows[-1:]
    assert ledgers.log_text(rows).endswith(f"by Ada ({rows[-1]['reason']})")


def test_texts_are_carried_into_the_folder_beside_the_ledger(tmp_path: Path) -> None:
    """With their blocks and bytes; what is not kept is not carried."""
    folder = decided(tmp_path)
    ledger = tmp_path / "a.ledger"

    entered(str(folder), ledger, at=MORNING)

    def kept(place: Path) -> dict[str, bytes]:
        files = (one for one in (place / "documents").rglob("*") if one.is_file())
        return {str(one.relative_to(place)): one.read_bytes() for one in files}

    assert kept(tmp_path / "a.ledger.kept") == kept(folder)
    assert len(kept(folder)) == 3
    (tmp_path / "b.ledger.kept").write_text("in the way")
    with pytest.raises(CannotWrite, match="cannot be written"):
        entered(str(folder), tmp_path / "b.ledger", at=MORNING)
