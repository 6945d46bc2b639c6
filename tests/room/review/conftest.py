"""What the tests of the review share."""

from pathlib import Path

import pytest

from tests.room.review.newsroom import use_small_rules, write


@pytest.fixture(autouse=True)
def small_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let small rules propose."""
    use_small_rules(monkeypatch)


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """Return a folder in which one person decides."""
    return write(tmp_path / "north")


@pytest.fixture
def four_eyes(tmp_path: Path) -> str:
    """Return a folder in which two persons have to agree."""
    return write(tmp_path / "north", reviewers=2)
