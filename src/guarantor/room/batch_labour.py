"""Labour: a batch's files read by workers, some at a time, and none lost with another."""

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from contextlib import ExitStack, contextmanager

from guarantor.errors import Unusable
from guarantor.model import NotRead
from guarantor.room.batch_reading import Asked, FileRead, ReadFiles
from guarantor.room.pools import Failed, run_all
from guarantor.room.workers import local_pool

_FEW = 64
"""Fewer files than this are read in the calling process: starting workers takes a second or two."""
_AT_A_TIME, _CHUNKS = 32, 4
"""Files of a task here, and tasks for each worker before what came of them is kept."""
_AT_A_TIME_ELSEWHERE, _CHUNKS_ELSEWHERE = 8, 256

_MOST_DEATHS = 5
"""So many files in a row that workers fail at, each alone, are no matter of the files."""


class Labour:
    """Has files read; made by :func:`labour`.

    Attributes:
        most: How many files to ask for at once; what came of them is to be kept then.
    """

    def __init__(self, reading: ReadFiles, executor: Executor | None, workers: int) -> None:
        self._reading = reading
        self._executor = executor
        self._workers = workers
        self._stack = ExitStack()
        self._pool: Executor | None = None
        self._deaths = 0
        self._size = _AT_A_TIME_ELSEWHERE if executor else _AT_A_TIME
        self.most = self._size * (_CHUNKS_ELSEWHERE if executor else _CHUNKS * workers)

    def read(self, asked: Sequence[Asked]) -> list[FileRead]:
        """Return what came of each file, in order."""
        if self._executor is None and self._workers == 1:
            return self._reading(asked)
        tasks = [asked[at : at + self._size] for at in range(0, len(asked), self._size)]
        results = run_all(self._reading, tasks, executor=self._lent())
        found: list[FileRead] = []
        for task, result in zip(tasks, results, strict=True):
            if isinstance(result, Failed):
                self._let_go()
                found += [self._alone(one) for one in task]
            else:
                found += result
        return found

    def close(self) -> None:
        """Let the workers of this machine go."""
        self._let_go()

    def _alone(self, asked: Asked) -> FileRead:
        """Read one file with nothing beside it, so that only it is lost where it is deadly.

        Raises:
            Unusable: So it went with several files in a row: it is not the files.
        """
        [result] = run_all(self._reading, [[asked]], executor=self._lent())
        if not isinstance(result, Failed):
            self._deaths = 0
            return result[0]
        self._let_go()
        self._deaths += 1
        if self._deaths == _MOST_DEATHS:
            msg = (
                f"workers fail whatever they are given, at last "
                f"{asked.item.name} ({result.reason}); ask again with one worker, which reads in "
                "the calling process"
            )
            raise Unusable(msg)
        name = asked.item.name
        why = f"{name}: {result.reason}; leave it out, or save what it says as text"
        return FileRead(item=asked.item, failures=(NotRead(name=name, sha256="", reason=why),))

    def _lent(self) -> Executor:
        """Return whose workers to use: those given, or a pool here, anew after one of it died."""
        if self._executor is not None:
            return self._executor
        if self._pool is None:
            self._pool = self._stack.enter_context(local_pool(self._workers))
        return self._pool

    def _let_go(self) -> None:
        self._pool = None
        self._stack.close()


@contextmanager
def labour(
    reading: ReadFiles, files: int, executor: Executor | None, workers: int | None
) -> Iterator[Labour]:
    """Lend what reads the files of a batch.

    Args:
        reading: What is done to them.
        files: How many there are.
        executor: Where it is done; it is left open. Where left out, processes of this machine.
        workers: How many processes of this machine, 1 being the calling one; where left out, the
            calling one for a few files, else one for each core.
    """
    if workers is None:
        workers = 1 if files < _FEW else _cores()
    lent = Labour(reading, executor, max(workers, 1))
    try:
        yield lent
    finally:
        lent.close()


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # pragma: no cover  elsewhere than on Linux
