"""Whatever stands in a folder: faults, or a whole answer, and soon."""

import json
import random
import time
from pathlib import Path

import pytest

from guarantor import room
from guarantor.brief import brief_page, brief_text
from guarantor.errors import GuarantorError
from guarantor.operation import check_folder
from tests.operation.mutations import write_mutated

LONGEST_SECONDS = 20


def answers(folder: Path) -> bool:
    """Return whether a folder is answered; fail where that is neither an answer nor an error."""
    checked = check_folder(folder)
    if checked.operation is None:
        return False
    started = time.monotonic()
    try:
        document = room.assess(checked.operation, room.Options())
    except GuarantorError as error:
        assert len(str(error).splitlines()) == 1  # noqa: PT017  it may as well raise nothing
        return False
    json.dumps(document, allow_nan=False)
    assert brief_text(document)
    assert brief_page(document)
    assert time.monotonic() - started < LONGEST_SECONDS
    return True


def fuzz(folder: Path, seed: int, runs: int) -> None:
    """Mutate a folder so many times."""
    rng = random.Random(seed)  # noqa: S311  mutations, not secrets
    answered = 0
    for _ in range(runs):
        write_mutated(folder, rng)
        answered += answers(folder)
    assert 0 < answered < runs


@pytest.mark.parametrize("seed", range(2))
def test_a_mutated_folder_is_answered_or_refused(tmp_path: Path, seed: int) -> None:
    """Eighty copies of the example: to the last line of the page."""
    fuzz(tmp_path, seed, runs=40)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 110))
def test_two_thousand_mutated_folders_are_answered_or_refused(tmp_path: Path, seed: int) -> None:
    """Two hundred copies a seed."""
    fuzz(tmp_path, seed, runs=200)
