"""A batch that says on standard output how far it is, to be killed by a test."""

import os
import signal
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

from guarantor.room.batch_files import Place
from guarantor.room.batch_reading import Asked, FileRead, ReadFiles
from guarantor.room.batches import batch

T = TypeVar("T")
DEADLY = "deadly"


def told(items: Sequence[T], label: str) -> Iterable[T]:
    """Pass items through, and say a line for each."""
    for number, item in enumerate(items):
        print(label, number, flush=True)  # noqa: T201  the test reads it
        yield item


class DeadlyReading(ReadFiles):
    """Reads files; one whose name says so kills its worker, as running out of memory does."""

    def __init__(self, place: Place) -> None:
        super().__init__(place, None)

    def __call__(self, asked: Sequence[Asked]) -> list[FileRead]:
        if any(DEADLY in one.item.name for one in asked):
            os.kill(os.getpid(), signal.SIGKILL)
        return super().__call__(asked)


if __name__ == "__main__":
    batch(Path(sys.argv[1]), Path(sys.argv[2]), workers=1, track=told)
