"""Whatever moment an import is killed at, nothing that it acknowledged is lost."""

import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from guarantor.ledger import standing, verify
from guarantor.model import Piece
from guarantor.operation import bundled, open_folder
from guarantor.store import SqliteStore

FOLDER = bundled("ukraine-2025")
SCRIPT = Path(__file__).with_name("killed_import.py")
BATCH = 3
LONGEST_WAIT = 0.02
"""How many seconds the import runs on, at most, after the acknowledgement it is killed behind."""


@pytest.fixture(scope="module")
def pieces() -> tuple[Piece, ...]:
    """Return what is imported."""
    return open_folder(FOLDER)[1]


def importing(ledger: Path) -> "subprocess.Popen[str]":
    """Start an import in a process of its own."""
    command = [sys.executable, str(SCRIPT), str(FOLDER), str(ledger), str(BATCH)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def acknowledged(process: "subprocess.Popen[str]") -> Iterator[int]:
    """Yield the numbers of the last entries acknowledged, once the import is about to begin."""
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return map(int, process.stdout)


def killed(ledger: Path, chance: random.Random, most: int) -> int:
    """Kill an import at a random moment; return the last entry that it acknowledged."""
    with importing(ledger) as process:
        lines = acknowledged(process)
        last = 0
        for _ in range(chance.randrange(most)):
            last = next(lines, last)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=chance.random() * LONGEST_WAIT)
        process.kill()
        return max([last, *lines])  # what it said before it died counts, too


def found_whole(ledger: Path, least: int, pieces: tuple[Piece, ...]) -> int:
    """Check what a killed import left behind, and return how many entries it holds."""
    if not ledger.exists():
        assert least == 0
        return 0
    with closing(SqliteStore(ledger, create=False)) as store:
        count = verify(store.entries(), store.place)
        assert standing(store.entries()) == pieces[:count]
    assert count >= least
    assert count % BATCH == 0 or count == len(pieces)
    return count


def survives(folder: Path, kills: int, seed: int, pieces: tuple[Piece, ...]) -> list[int]:
    """Kill so many imports, each going on where the last one ended; return what each left."""
    chance = random.Random(seed)  # noqa: S311  no secret hangs on it
    ledger = folder / "ledger.db"
    left: list[int] = []
    kept = 0
    for _ in range(kills):
        least = max(kept, killed(ledger, chance, most=len(pieces) // BATCH // 4))
        kept = found_whole(ledger, least, pieces)
        left.append(kept)
        if kept == len(pieces):
            ledger.unlink()
            kept = 0
    with importing(ledger) as process:
        *_, last = acknowledged(process)
    assert (process.returncode, last) == (0, len(pieces))
    assert found_whole(ledger, last, pieces) == len(pieces)
    assert [file for file in folder.iterdir() if not file.name.startswith(".")] == [ledger]
    return left


def test_a_few_kills_lose_nothing(tmp_path: Path, pieces: tuple[Piece, ...]) -> None:
    """Six kills at moments of one seed; the import is completed in the end."""
    survives(tmp_path, 6, 1, pieces)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2, 6))
def test_two_hundred_kills_lose_nothing(
    tmp_path: Path, pieces: tuple[Piece, ...], seed: int
) -> None:
    """Fifty kills at moments of each of four seeds; most fall in the middle of an import."""
    left = survives(tmp_path, 50, seed, pieces)

    assert sum(0 < count < len(pieces) for count in left) > 25
