"""Mutations of one valid file of each kind: whatever can come in, sooner or later does."""

import random

from tests.intake.readers.samples import ALL

_TOKENS = (
    *(
        b"\x00" * 50,
        b"\xff" * 20,
        b"\x80" * 30,
        b"\xef\xbb\xbf",
        b"\xc3\xa9",
        b"\xff\xfe",
        b"\r\n\r\n",
    ),
    *(b"<" * 500, b"<div>" * 500, b"<table><tr><td>" * 200, b"<!--", b"<![CDATA[", b"<svg>"),
    *(b"<pre>", b"<script>", b"<title>", b"<!ENTITY x '&x;&x;'>", b"&#x110000;", b"&amp;" * 50),
    *(b'"', b"'", b"/Length 999999999", b"%%EOF", b" obj ", b"<<" * 200, b"[" * 300, b"stream\n"),
    *(b"99999999999", b"-1", b"--inner\n", b"Content-Type: message/rfc822\n\n", b"PK\x03\x04"),
    *(b"PK\x01\x02", b"\x1f\x8b\x08", b"\xc3\x83\xc2\xa9", b"\xe2\x80\x8b", b"2024-02-30"),
)


def mutated(rng: random.Random) -> tuple[str, bytes]:
    """Return the name and the bytes of a file with one to four mutations."""
    name = rng.choice(list(ALL))
    data = ALL[name]
    for _ in range(rng.randint(1, 4)):
        data = _mutated(data or b"x", rng)
    return name, data


def _mutated(data: bytes, rng: random.Random) -> bytes:
    at, other = rng.randrange(len(data)), rng.randrange(len(data))
    match rng.randrange(8):
        case 0:
            return data[:at]
        case 1:
            return data[at:]
        case 2:
            return _flipped(data, rng)
        case 3:
            return data[:at] + rng.choice(_TOKENS) + data[at:]
        case 4:
            chunk = data[at : at + rng.choice((5, 50, 500))]
            return data[:other] + chunk * rng.choice((1, 2, 20)) + data[other:]
        case 5:
            spliced = rng.choice(list(ALL.values()))
            return data[:at] + spliced[rng.randrange(len(spliced)) :]
        case 6:
            return data[:at] + data[at + rng.choice((1, 10, 100)) :]
        case _:
            return data[:at] + rng.randbytes(rng.choice((4, 40))) + data[at:]


def _flipped(data: bytes, rng: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(rng.randint(1, 8)):
        changed[rng.randrange(len(changed))] ^= 1 << rng.randrange(8)
    return bytes(changed)
