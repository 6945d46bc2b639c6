"""Work: what is being worked out, each thing once however many wait for it."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from concurrent.futures import Future
from threading import Event, Lock, Semaphore, Thread
from time import monotonic
from typing import TypeVar

from guarantor.errors import GuarantorError, OutOfTime
from guarantor.web.answer import Answer
from guarantor.web.refusals import TooBusy, Unwanted
from guarantor.web.shelf import Shelf

T = TypeVar("T")
Kept = Answer | GuarantorError
"""What is kept: an answer, or why there is none."""
Make = Callable[["Progress"], Answer]

AT_ONCE = 6
"""How many things that readers wait for are worked out at once."""
JOBS_AT_ONCE = 4
MOST = 64
"""How many things are begun at most, those that wait for their turn among them."""
SECONDS = 60.0
"""How long a reader is kept waiting; a job takes as long as it takes."""


class Progress:
    """Tells how far something is, and ends it where nobody waits for it any longer.

    Attributes:
        label: What is being done.
        done: How many of its parts are done.
        total: How many there are.
    """

    def __init__(self) -> None:
        self.label = ""
        self.done = 0
        self.total = 0
        self.deadline: float | None = None
        self._stopped = Event()

    def __call__(self, items: Sequence[T], label: str) -> Iterator[T]:
        """Pass items through and note how far they are.

        Raises:
            Unwanted: Nobody waits for it.
            OutOfTime: It took too long.
        """
        for number, item in enumerate(items):
            self.check()
            self.label, self.done, self.total = label, number, len(items)
            yield item
        self.label, self.done, self.total = label, len(items), len(items)

    def stop(self) -> None:
        """Let it end at its next step."""
        self._stopped.set()

    @property
    def is_stopped(self) -> bool:
        """Whether it was told to end."""
        return self._stopped.is_set()

    def is_over(self) -> bool:
        """Tell whether it has to end: it was told to, or its time is up."""
        return self.is_stopped or (self.deadline is not None and monotonic() > self.deadline)

    def check(self) -> None:
        """Check that somebody waits for it and its time is not up.

        Raises:
            Unwanted: Nobody does.
            OutOfTime: It is.
        """
        if self.is_stopped:
            raise Unwanted
        if self.is_over():
            raise OutOfTime


class Work:
    """One thing that is being worked out.

    Attributes:
        key: What tells it from every other.
        progress: How far it is.
        future: What comes of it.
        is_begun: Whether it had its turn.
        waiting: How many wait for it.
    """

    def __init__(self, key: Hashable, make: Make, *, is_job: bool) -> None:
        self.key = key
        self.make = make
        self.is_job = is_job
        self.progress = Progress()
        self.future: Future[Answer] = Future()
        self.is_begun = False
        self.waiting = 0


class Works:
    """Works things out in threads of its own and keeps what comes of them.

    The threads are daemons: none keeps the server from ending.
    """

    def __init__(self, shelf: Shelf[Kept]) -> None:
        self._shelf = shelf
        self._lock = Lock()
        self._begun: dict[Hashable, Work] = {}
        self._gates = {False: Semaphore(AT_ONCE), True: Semaphore(JOBS_AT_ONCE)}

    def join(self, key: Hashable, make: Make, *, is_job: bool = False) -> Work:
        """Return the work on a key, begun if it was not; :meth:`leave` it when done waiting.

        Raises:
            TooBusy: Too much was begun already.
        """
        with self._lock:
            work = self._begun.get(key)
            if work is None or work.progress.is_stopped:
                if len(self._begun) >= MOST:
                    raise TooBusy
                work = self._begun[key] = Work(key, make, is_job=is_job)
                if not is_job:
                    work.progress.deadline = monotonic() + SECONDS
                Thread(target=self._run, args=(work,), daemon=True).start()
            elif is_job:
                work.progress.deadline = None
            work.waiting += 1
            return work

    @property
    def count(self) -> int:
        """How much was begun and has not ended."""
        return len(self._begun)

    def leave(self, work: Work) -> None:
        """Wait for it no longer; what nobody waits for ends."""
        with self._lock:
            work.waiting -= 1
            if work.waiting <= 0 and not work.future.done():
                work.progress.stop()

    def close(self) -> None:
        """Let everything end."""
        with self._lock:
            for work in self._begun.values():
                work.progress.stop()

    def _run(self, work: Work) -> None:
        with self._gates[work.is_job]:
            work.is_begun = True
            try:
                work.progress.check()
                made = work.make(work.progress)
            except Exception as error:  # noqa: BLE001  a worker hands on whatever ended its work
                self._end(work, error)
            else:
                self._end(work, made)

    def _end(self, work: Work, outcome: Answer | Exception) -> None:
        if isinstance(outcome, Exception) and work.progress.is_stopped:
            outcome = Unwanted()
        if isinstance(outcome, Answer | GuarantorError) and not isinstance(outcome, OutOfTime):
            self._shelf.put(work.key, outcome)
        with self._lock:
            if self._begun.get(work.key) is work:
                del self._begun[work.key]
        if isinstance(outcome, Exception):
            work.future.set_exception(outcome)
        else:
            work.future.set_result(outcome)
