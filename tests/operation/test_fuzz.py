"""Whatever stands in a folder, the check answers: with faults or with an operation, and soon."""

import random
import re
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from guarantor.errors import FaultyFolder, GuarantorError
from guarantor.model import Piece
from guarantor.operation import build, bundled, check_folder, open_folder, write_pieces
from guarantor.operation.editing import edited_yaml

LONGEST_SECONDS = 5
_FILES = {path.name: path.read_bytes() for path in sorted(bundled("example").iterdir())}
_TOKENS = (
    *(b"", b" ", b":", b": ", b"-", b"- ", b",", b"#", b"'", b'"', b"[", b"]", b"{", b"}", b"\n"),
    *(
        b"&a",
        b"*a",
        b"!!python/object:os.system",
        b"<<",
        b"%YAML 1.1\n",
        b"---\n",
        b"...\n",
        b"|",
        b">",
    ),
    *(
        b"\t",
        b"\r",
        b"\x00",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\xe2\x80\xa8",
        b"\xed\xa0\x80",
        b"\\",
        b'"\\ud800"',
    ),
    *(
        b"1e999999",
        b"-0",
        b".nan",
        b".inf",
        b"-1",
        b"0x1F",
        b"0o17",
        b"9" * 5_000,
        b"1." + b"3" * 200,
    ),
    *(b"null", b"~", b"true", b"NO", b"2025-02-30", b"2025-13", b"9999-12-31", b"0000-00-00"),
    *(
        b"unknown",
        b"undisclosed",
        b"not ",
        b"and",
        b" or (",
        b"at_least(9,",
        b"total(",
        b">=",
        b"ALF",
        b"a-b",
    ),
    *(b"x" * 3_000, b"[" * 3_000, b"{a: " * 2_000, b"- " * 2_000, b"(" * 2_000, b"not " * 900),
)
_Mutation = Callable[[bytes, random.Random], bytes]


def _flip(data: bytes, rng: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)


def _insert(data: bytes, rng: random.Random) -> bytes:
    at = rng.randint(0, len(data))
    return data[:at] + rng.choice(_TOKENS) + data[at:]


def _delete(data: bytes, rng: random.Random) -> bytes:
    start, length = rng.randint(0, len(data)), rng.choice((1, 3, 10, 100, 1_000))
    return data[:start] + data[start + length :]


def _duplicate(data: bytes, rng: random.Random) -> bytes:
    start, length = rng.randint(0, len(data)), rng.choice((5, 50, 500))
    chunk, at = data[start : start + length], rng.randint(0, len(data))
    return data[:at] + chunk * rng.choice((1, 2, 20)) + data[at:]


def _swap_lines(data: bytes, rng: random.Random) -> bytes:
    lines = data.splitlines(keepends=True)
    first, second = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[first], lines[second] = lines[second], lines[first]
    return b"".join(lines)


def _replace_word(data: bytes, rng: random.Random) -> bytes:
    words = list(re.finditer(rb"[\w.-]+", data))
    word = rng.choice(words)
    other = rng.choice((rng.choice(_TOKENS), rng.choice(words)[0]))
    return data[: word.start()] + other + data[word.end() :]


def _replace_from_another(data: bytes, rng: random.Random) -> bytes:
    other = rng.choice(list(_FILES.values()))
    return data[: rng.randint(0, len(data))] + other[rng.randint(0, len(other)) :]


_MUTATIONS: tuple[_Mutation, ...] = (
    *(_flip, _insert, _insert, _delete, _duplicate, _swap_lines),
    *(_replace_word, _replace_word, _replace_word, _replace_from_another),
)


def _write_mutated(folder: Path, rng: random.Random) -> None:
    """Write the example with one or a few mutations in one or two of its files."""
    mutated = rng.sample(sorted(_FILES), rng.randint(1, 2))
    for name, data in _FILES.items():
        changed = data
        for _ in range(rng.randint(1, 3) if name in mutated else 0):
            changed = rng.choice(_MUTATIONS)(changed or data, rng)
        (folder / name).write_bytes(changed)


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
        _write_mutated(folder, rng)
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


@pytest.mark.parametrize("name", [name for name in _FILES if name.endswith(".yaml")])
def test_an_edit_without_a_change_changes_nothing(name: str) -> None:
    """Fifty mutations of each file: it stays byte for byte, or it cannot be edited."""
    rng = random.Random(name)  # noqa: S311 - mutations, not secrets
    for _ in range(50):
        text = rng.choice(_MUTATIONS)(_FILES[name], rng).decode(errors="replace")
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
