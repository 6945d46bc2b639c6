"""Mutations of the example's folder: whatever can stand in a file, sooner or later does."""

import random
import re
from collections.abc import Callable
from pathlib import Path

from guarantor.operation import bundled

FILES = {path.name: path.read_bytes() for path in sorted(bundled("example").iterdir())} | {
    "asks.csv": (
        b"id,asked_by,asked,change,text,asked_on,due,answer,answered_on,cost,releasable_to,evidence,"
        b"note\n"
        b"A-1,ALF,BRA,add bra-troops: 500,Send more,2025-03-03,2025-03-20,open,,1.5,coalition,,\n"
        b"A-2,ALF;CHA,GUA,secure backstop,Sign it,2025-02-20,,evaded,2025-03-10,,,GUA-2,\n"
        b"A-3,,ALF,drop alf-troops: backstop or un_mandate,,2025-03-05,,,,,,,\n"
    )
}
"""The files of the example, and with them a register of asks."""
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
    *(
        b"{mean: 0.4, weight: 12}",
        b", lasting: {monthly_hazard: 0.06}",
        b", chance_given: [{if: backstop, chance: 0.5}, {else: 0.1}]",
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
    other = rng.choice(list(FILES.values()))
    return data[: rng.randint(0, len(data))] + other[rng.randint(0, len(other)) :]


MUTATIONS: tuple[_Mutation, ...] = (
    *(_flip, _insert, _insert, _delete, _duplicate, _swap_lines),
    *(_replace_word, _replace_word, _replace_word, _replace_from_another),
)


def write_mutated(folder: Path, rng: random.Random) -> None:
    """Write the example with one or a few mutations in one or two of its files."""
    mutated = rng.sample(sorted(FILES), rng.randint(1, 2))
    for name, data in FILES.items():
        changed = data
        for _ in range(rng.randint(1, 3) if name in mutated else 0):
            changed = rng.choice(MUTATIONS)(changed or data, rng)
        (folder / name).write_bytes(changed)
