"""Workers: processes of this machine that obey their parent and end with it."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


@contextmanager
def local_pool(workers: int) -> Iterator[Executor]:
    """Lend a pool of worker processes, and leave none of them behind.

    They are started afresh, not forked, because a process with threads cannot be forked safely.
    Ctrl-C reaches the parent alone. When the block is left by an error or by Ctrl-C, or the parent
    is killed, the workers end at once, whatever they are doing.

    Args:
        workers: How many at most; each starts when there is a task for it.
    """
    context = get_context("spawn")
    lifeline, held = context.Pipe(duplex=False)
    pool = _Pool(workers, mp_context=context, initializer=_begin, initargs=(lifeline,))
    try:
        yield pool
        pool.shutdown()
    finally:
        held.close()
        pool.shutdown(cancel_futures=True)
        lifeline.close()


class _Pool(ProcessPoolExecutor):
    """A pool whose workers are deaf to Ctrl-C from their first moment on."""

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Hand out a task; a worker that starts for it inherits which signals are blocked."""
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            return super().submit(fn, *args, **kwargs)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(lifeline: Connection) -> None:
    """Begin a worker's life: ignore Ctrl-C, and watch whether the parent lets go."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=_end_with_parent, args=(lifeline,), daemon=True).start()


def _end_with_parent(lifeline: Connection) -> None:
    """End this worker when the lifeline is cut or the parent is gone.

    The lifeline alone would do, were there no other children of the parent that hold its end.
    """
    parent = parent_process()
    wait([lifeline, parent.sentinel] if parent else [lifeline])
    os._exit(1)
