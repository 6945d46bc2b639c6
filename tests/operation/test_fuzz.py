"""Whatever stands in a folder, the check answers: with faults or with an operation, and soon."""

import random
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from guarantor.errors import FaultyFolder, GuarantorError
from guarantor.model import Piece
from guarantor.operation import build, bundled, check_folder, open_folder, write_pieces
from guarantor.operation.editing import edited_yaml
from tests.operation.mutations import FILES, MUTATIONS, write_mutated

LONGEST_SECONDS = 5


def _check_answers(folder: Path) -> bool:
    """Return whether a folder gives an operation; fail where it gives neither that nor faults."""
    started = time.monotonic()
    checked = check_folder(folder)
    assert time.monotonic() - started < LONGEST_SECONDS
    assert (checked.operation is None) == bool(checked.faults)
    for fault in checked.faults:
        assert fault.line >= 1
        assert fault.column >= 1
        assert len(str(fault).splitlines()) == 1
    if checked.operation is None:
        with pytest.raises(GuarantorError):
            open_folder(folder)
        return False
    assert build(checked.pieces, "ledger") == checked.operation
    with TemporaryDirectory() as other:
        write_pieces(checked.pieces, Path(other))
        assert open_folder(Path(other)) == (checked.operation, checked.pieces)
    return True


def _fuzz(folder: Path, seed: int, runs: int) -> None:
    rng = random.Random(seed)  # noqa: S311 - mutations, not secrets
    operations = 0
    for _ in range(runs):
        write_mutated(folder, rng)
        operations += _check_answers(folder)
    assert 0 < operations < runs


@pytest.mark.parametrize("seed", range(8))
def test_a_mutated_folder_gives_faults_or_an_operation(tmp_path: Path, seed: int) -> None:
    """Four hundred mutated copies of the example: never another exception, never a hang."""
    _fuzz(tmp_path, seed, runs=50)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(100, 120))
def test_ten_thousand_mutated_folders_give_faults_or_an_operation(
    tmp_path: Path, seed: int
) -> None:
    """Five hundred mutated copies a seed."""
    _fuzz(tmp_path, seed, runs=500)


@pytest.mark.parametrize("name", [name for name in FILES if name.endswith(".yaml")])
def test_an_edit_without_a_change_changes_nothing(name: str) -> None:
    """Fifty mutations of each file: it stays byte for byte, or it cannot be edited."""
    rng = random.Random(name)  # noqa: S311 - mutations, not secrets
    for _ in range(50):
        text = rng.choice(MUTATIONS)(FILES[name], rng).decode(errors="replace")
        try:
            edited = edited_yaml(name, text, lambda _: None, [])
        except FaultyFolder:
            continue
        assert edited == text


_ODD: tuple[object, ...] = (
    *(
        None,
        True,
        0,
        -1,
        1.5,
        10**40,
        float("nan"),
        float("inf"),
        "",
        "x",
        "not a",
        "ALF",
        "2025-13",
    ),
    *(
        "unknown",
        "undisclosed",
        "\ud800",
        "\x00",
        b"x",
        [],
        [[]],
        ["ALF"],
        {},
        {"low": 1},
        {"if": "x"},
    ),
    *({"undisclosed": {}}, {1: 2}, {"since": "2025-01-01"}, [{"since": 5}], object()),
)


def _put_somewhere(value: Any, odd: object, rng: random.Random) -> Any:  # noqa: ANN401 - plain data
    """Return plain data with something odd in one place of it."""
    if isinstance(value, dict) and value and rng.random() < 0.9:
        key = rng.choice(list(value))
        return {**value, key: _put_somewhere(value[key], odd, rng)}
    if isinstance(value, list) and value and rng.random() < 0.9:
        at = rng.randrange(len(value))
        return [*value[:at], _put_somewhere(value[at], odd, rng), *value[at + 1 :]]
    return odd


def test_a_ledger_with_odd_content_gives_faults_or_an_operation() -> None:
    """A thousand pieces with something in them that no folder would say."""
    _, pieces = open_folder(bundled("example"))
    rng = random.Random(7)  # noqa: S311 - mutations, not secrets
    for _ in range(1_000):
        at = rng.randrange(len(pieces))
        odd = pieces[at]
        content = _put_somewhere(dict(odd.content), rng.choice(_ODD), rng)
        if not isinstance(content, dict):
            continue
        changed = [
            *pieces[:at],
            Piece(kind=odd.kind, id=odd.id, content=content),
            *pieces[at + 1 :],
        ]
        try:
            build(changed, "ledger")
        except FaultyFolder as error:
            assert {fault.file for fault in error.faults} == {"ledger"}  # noqa: PT017 - it may as well raise nothing
