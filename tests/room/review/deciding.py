"""Decisions without end that say on standard output what was acknowledged, to be killed."""

import sys

import pytest

from guarantor import room
from guarantor.model import Span
from tests.room.review.newsroom import use_small_rules, wanted


def main(folder: str, start: str) -> None:
    """Add the first word of a document again and again, and reject what was added."""
    use_small_rules(pytest.MonkeyPatch())
    print("ready", flush=True)  # noqa: T201  the test reads it
    for number in range(int(start), 10_000):
        by = f"Person {number}"
        added = room.add(wanted(folder, by=by), Span(0, 4))
        print(added["entries"][-1], flush=True)  # noqa: T201  likewise
        rejected = room.reject(wanted(folder, by=by), added["item"] or "")
        print(rejected["entries"][-1], flush=True)  # noqa: T201  likewise


if __name__ == "__main__":
    main(*sys.argv[1:])
