"""A new folder to start from."""

from pathlib import Path

import pytest

from guarantor.errors import CannotWrite
from guarantor.operation import check_folder, start_folder


def test_a_new_folder_is_sound(tmp_path: Path) -> None:
    """Without a fault and without a warning; every part is there, with its comments."""
    start_folder("northern-watch", tmp_path / "new")

    checked = check_folder(tmp_path / "new")
    assert checked.faults == ()
    assert checked.warnings == ()
    assert checked.operation
    assert checked.operation.id == "northern-watch"
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [
        "arrangements.yaml",
        "asks.csv",
        "contributions.yaml",
        "documents.csv",
        "events.csv",
        "operation.yaml",
        "parties.yaml",
        "propositions.yaml",
        "requirements.yaml",
        "statements.csv",
    ]
    assert all("#" in path.read_text() for path in (tmp_path / "new").glob("*.yaml"))


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("northland", "northland"),
        ("operations/Northern Watch, 2025", "Northern-Watch-2025"),
        ("2025", "operation-2025"),
        ("public", "operation-public"),
        ("_a__b_", "a__b"),
    ],
)
def test_the_name_becomes_an_id(tmp_path: Path, name: str, made: str) -> None:
    """Its last part, of letters, digits, ``_`` and ``-``."""
    start_folder(name, tmp_path)

    operation = check_folder(tmp_path).operation
    assert operation
    assert operation.id == made


@pytest.mark.parametrize("name", ["", "..", "!?", "Ж", "x" * 81])
def test_a_name_that_makes_no_id_is_refused(tmp_path: Path, name: str) -> None:
    """In one sentence, and nothing is written."""
    with pytest.raises(CannotWrite, match="a name has from 1 to 80 letters and digits"):
        start_folder(name, tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """Other files in the folder are left alone."""
    (tmp_path / "README.md").write_text("mine")
    start_folder("one", tmp_path)

    with pytest.raises(CannotWrite, match=r"it holds operation\.yaml already"):
        start_folder("two", tmp_path)

    assert (tmp_path / "operation.yaml").read_text().count("id: one\n") == 1
    assert (tmp_path / "README.md").read_text() == "mine"
