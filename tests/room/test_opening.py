"""Opening an operation: a folder, a ledger file, a bundled operation, or none of them."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from guarantor import room
from guarantor.errors import FaultyFolder, NoRecordingTimes, NotALedger, UnknownOperation
from guarantor.operation import bundled
from guarantor.room import ledgers
from guarantor.room.opening import decisions, kept_beside


def test_a_bundled_operation_opens_by_its_name() -> None:
    """Wherever one stands."""
    source = room.open_source("example")
    assert (source.kind, source.operation.id) == (room.SourceKind.BUNDLED, "example")


def test_a_folder_opens_by_its_path_or_by_its_operation_file(tmp_path: Path) -> None:
    """A folder of one's own goes before a bundled operation of that name."""
    mine = tmp_path / "example"
    shutil.copytree(bundled("example"), mine)

    assert room.open_source(str(mine)).kind is room.SourceKind.FOLDER
    assert room.open_source(str(mine / "operation.yaml")).place == mine


def test_what_is_not_there_is_said_so(tmp_path: Path) -> None:
    """With what could be meant."""
    with pytest.raises(UnknownOperation, match="bundled are example, ukraine-2025"):
        room.open_source(str(tmp_path / "nowhere"))
    with pytest.raises(UnknownOperation):
        room.open_source(str(tmp_path))


def test_a_folder_with_faults_opens_with_all_of_them(tmp_path: Path) -> None:
    """A line each."""
    mine = tmp_path / "mine"
    shutil.copytree(bundled("example"), mine)
    path = mine / "parties.yaml"
    path.write_text(path.read_text().replace("decision: 0.9", "decision: 1.9"))

    with pytest.raises(FaultyFolder, match=r"parties\.yaml:1:\d+: "):
        room.open_source(str(mine))


def test_a_file_that_is_no_ledger_is_said_so(tmp_path: Path) -> None:
    """With how to make one."""
    path = tmp_path / "notes.txt"
    path.write_text("hello")

    with pytest.raises(NotALedger, match="guarantor ledger import"):
        room.open_source(str(path))


def test_a_folder_keeps_no_moments_of_recording() -> None:
    """Asked for one, it says where they are kept."""
    with pytest.raises(NoRecordingTimes, match="ledger import"):
        room.open_source("example", recorded_at=datetime(2025, 3, 15, tzinfo=UTC))


def test_decisions_are_looked_for_beside_the_folder(tmp_path: Path) -> None:
    """A link to nothing is no folder without decisions: it is told."""
    mine = tmp_path / "mine"
    shutil.copytree(bundled("example"), mine)
    assert decisions(mine) == ()
    source = room.open_source(str(mine))
    assert (source.entries, source.kept) == ((), mine)

    (mine / "decisions.jsonl").symlink_to(tmp_path / "gone.jsonl")

    with pytest.raises(NotALedger, match="there is no such file"):
        room.open_source(str(mine))


def test_an_empty_file_of_decisions_holds_none(tmp_path: Path) -> None:
    """The folder says all there is."""
    mine = tmp_path / "mine"
    shutil.copytree(bundled("example"), mine)
    before = room.open_source(str(mine))
    (mine / "decisions.jsonl").touch()

    assert room.open_source(str(mine)) == before


def test_a_ledger_has_its_texts_beside_it(tmp_path: Path) -> None:
    """Under its own name, so that two ledgers of one folder do not share them."""
    path = tmp_path / "a.ledger"
    list(ledgers.importing("example", path, by="Ada"))

    assert room.open_source(str(path)).kept == kept_beside(path) == tmp_path / "a.ledger.kept"
