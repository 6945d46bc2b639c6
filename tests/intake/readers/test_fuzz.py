"""Mutated files of every kind: no exception, no hang, nothing lost."""

import random
import time

import pytest

from guarantor.intake.readers import read
from guarantor.model import Document
from tests.intake.readers.laws import assert_lawful
from tests.intake.readers.mutations import mutated

SECONDS = 10
"""More than any file here needs, a thousand times over; a hang takes longer."""
HOSTILE = {
    "signs.html": b"<html>" + b"<" * 100_000,
    "tags.html": b"<html>" + b"<a " * 40_000,
    "quotes.html": b"<html>" + b'<a "' * 40_000,
    "comments.html": b"<html>a" + b"<!--" * 100_000,
    "sections.html": b"<html>" + b"<![CDATA[" * 50_000,
    "scripts.html": b"<html>a" + b"<script>" * 50_000,
    "nested.html": b"<html>" + b"<div>" * 100_000 + b"a",
    "tables.html": b"<html>" + b"<table><tr><td>" * 20_000 + b"a",
    "space.html": b"<html>a" + b" \n" * 100_000 + b"b",
    "titles.html": b"<html>" + b"<title>x<b>" * 10_000,
    "items.rss": b"<rss>" + b"<item>" * 100_000,
    "parts.eml": b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\nSubject: a\nFrom: b\n\n--%d\n' % (i, i)
        for i in range(1_000)
    ),
    "mails.eml": b"From: a\nSubject: b\nDate: c\nContent-Type: message/rfc822\n\n" * 2_000,
    "mojibake.txt": "Ã©tait â€œcafÃ©â€\x9d ".encode() * 4_000,
    "words.txt": b"word " * 1_000_000,
    "lines.txt": b"word\n" * 40_000,
    "capitals.txt": b"AB " * 100_000 + b"2 May 2024",
    "zeros.txt": bytes(1_000_000),
}


def check(name: str, data: bytes) -> None:
    """Read a file in bounded time, and check that something came of it and that it is lawful."""
    began = time.perf_counter()
    results = list(read(data, name))
    took = time.perf_counter() - began

    assert results
    assert took < SECONDS
    for result in results:
        if isinstance(result, Document):
            assert_lawful(result)
        else:
            assert result.reason.startswith(f"{result.name}: ")


@pytest.mark.parametrize("seed", range(0, 300, 10))
def test_a_mutated_file_is_read_or_told(seed: int) -> None:
    """Every file gives at least one document, or one sentence why not."""
    for each in range(seed, seed + 10):
        check(*mutated(random.Random(each)))  # noqa: S311 a test is drawn, not a secret


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_takes_no_longer_than_its_size(name: str) -> None:
    """Each would take minutes where the work grows with the square of the size."""
    check(name, HOSTILE[name])


@pytest.mark.long
def test_ten_thousand_mutated_files_are_read_or_told() -> None:
    """The same, many times over."""
    for seed in range(10_000):
        check(*mutated(random.Random(1_000 + seed)))  # noqa: S311 a test is drawn, not a secret
