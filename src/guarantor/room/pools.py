"""Pools: one function over many tasks, on the cores of this machine or on any executor."""

import os
import pickle
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import (
    FIRST_COMPLETED,
    BrokenExecutor,
    CancelledError,
    Executor,
    Future,
    wait,
)
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, TypeVar

from guarantor.errors import GuarantorError
from guarantor.room.progress import Track, silent
from guarantor.room.workers import local_pool

T = TypeVar("T")
R = TypeVar("R")

_FEW = 32
"""Fewer tasks than this stay in the calling process: starting workers takes a second or two."""
_MOST_ELSEWHERE = 256
"""Most tasks that a foreign executor holds at a time: enough to keep some hundred workers busy."""

Numbered = tuple[int, Any]
"""A task behind its place among the tasks."""
Lend = Callable[[int], AbstractContextManager[Executor]]
"""Lends an executor that will hold at most so many tasks at a time."""


@dataclass(frozen=True, slots=True)
class Failed:
    """What a task ended with instead of a result.

    Attributes:
        reason: Why, in one sentence.
    """

    reason: str


def run_all(
    function: Callable[[T], R],
    tasks: Sequence[T],
    *,
    executor: Executor | None = None,
    workers: int | None = None,
    track: Track = silent,
    label: str = "task by task",
) -> list[R | Failed]:
    """Return what a function makes of each task, in the order of the tasks.

    A task that cannot be done costs only itself. Those that ran when a worker died are run once
    more, each alone, so that only the one that takes its worker down is lost. Only a few tasks are
    handed out at a time: a long sweep takes no more memory than its results do.

    Args:
        function: What is done. Unless it stays in the calling process, it is pickled with the
            tasks, and what it names is found by import on every worker.
        tasks: What it is done to.
        executor: Where it is done; it is left open. Where left out, processes of this machine, or
            the calling process where the tasks are few.
        workers: How many processes of this machine, 1 being the calling one; where left out, one
            for each core. Never more than there are tasks.
        track: Tells how far it is.
        label: What it tells that of.

    Returns:
        The results; a :class:`Failed` for each task that raised or took its worker down.

    Example:
        >>> run_all(float, ["1.5", "one"])
        [1.5, Failed(reason="ended with ValueError: could not convert string to float: 'one'")]
    """
    found: dict[int, R | Failed] = {}
    finished = _finished(function, tasks, executor, _processes(len(tasks), workers))
    with closing(finished):
        for _ in track(tasks, label):
            place, result = next(finished)
            found[place] = result
    return [found[place] for place in range(len(tasks))]


def _processes(tasks: int, workers: int | None) -> int:
    if workers is None:
        workers = 1 if tasks < _FEW else _cores()
    return min(workers, tasks)


def _cores() -> int:
    """Return how many cores this process may use, as far as the system tells."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _finished(
    function: Callable[[T], R], tasks: Sequence[T], executor: Executor | None, processes: int
) -> Generator[tuple[int, R | Failed], None, None]:
    """Yield the place and the result of each task once it is done."""
    if executor is not None:
        yield from _handed_out(function, tasks, lambda _: nullcontext(executor), _MOST_ELSEWHERE)
    elif processes > 1:
        # Two tasks for each worker: the next one waits there while the first is done.
        yield from _handed_out(
            function, tasks, lambda most: local_pool(min(most, processes)), 2 * processes
        )
    else:
        for place, task in enumerate(tasks):
            yield place, attempt(function, task)


def _handed_out(
    function: Callable[[T], R], tasks: Sequence[T], lend: Lend, most: int
) -> Generator[tuple[int, R | Failed], None, None]:
    packed = pickle.dumps(function)
    waiting = iter(enumerate(tasks))
    while suspects := (yield from _round(packed, waiting, lend, most)):
        alone = iter([numbered for numbered, _ in suspects])
        while lost := (yield from _round(packed, alone, lend, 1)):
            for (place, _), error in lost:
                yield place, Failed(_told(error))


def _round(
    packed: bytes, waiting: Iterator[Numbered], lend: Lend, most: int
) -> Generator[tuple[int, Any], None, list[tuple[Numbered, BaseException]]]:
    """Yield results until a worker dies or nothing waits; return the tasks that gave none."""
    suspects: list[tuple[Numbered, BaseException]] = []
    running: dict[Future[Any], Numbered] = {}
    with lend(most) as executor:
        try:
            while True:
                if not suspects:
                    suspects += _fill(running, executor, packed, waiting, most)
                if not running:
                    return suspects
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    numbered = running.pop(future)
                    error = _error(future)
                    if error is None:
                        yield numbered[0], future.result()
                    else:
                        suspects.append((numbered, error))
        finally:
            for future in running:
                future.cancel()


def _fill(
    running: dict[Future[Any], Numbered],
    executor: Executor,
    packed: bytes,
    waiting: Iterator[Numbered],
    most: int,
) -> list[tuple[Numbered, BaseException]]:
    """Hand out tasks until an executor holds its most; return the one that it refused."""
    while len(running) < most:
        numbered = next(waiting, None)
        if numbered is None:
            break
        try:
            running[executor.submit(_do, packed, numbered[1])] = numbered
        except RuntimeError as error:  # a broken executor is one, and one that was shut down
            return [(numbered, error)]
    return []


def _error(future: Future[Any]) -> BaseException | None:
    try:
        return future.exception()
    except CancelledError as error:
        return error


def _told(error: BaseException) -> str:
    """Return why a task has no result, in one sentence; Dask's error is known by its name."""
    name = type(error).__name__
    if isinstance(error, BrokenExecutor) or name == "KilledWorker":
        return "its worker died, beside other tasks and again alone: it may need too much memory"
    line = next(iter(str(error).splitlines()), "no reason given")
    return f"it could not be handed to a worker and back ({name}: {line})"


def _do(packed: bytes, task: object) -> object:
    return attempt(_unpacked(packed), task)


@lru_cache(maxsize=2)
def _unpacked(packed: bytes) -> Callable[[object], object]:
    """Return a function that was pickled once for all its tasks; it may hold a whole operation."""
    function: Callable[[object], object] = pickle.loads(packed)  # noqa: S301  packed by ourselves
    return function


def attempt(function: Callable[[T], R], task: T) -> R | Failed:
    """Return what a function makes of a task, or why it made nothing, in one sentence.

    Errors do not leave the worker as they are: many of ours could not be unpickled.
    """
    try:
        return function(task)
    except GuarantorError as error:
        return Failed(str(error))
    except Exception as error:  # noqa: BLE001  one item of many: it costs only itself
        return Failed(f"ended with {type(error).__name__}: {' '.join(str(error).split())}")
