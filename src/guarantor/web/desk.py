"""The desk: holds the opened operation and answers each question about it once."""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from threading import Lock, Thread
from time import monotonic
from typing import Any, TypeVar, cast

from guarantor.brief import Assessment
from guarantor.errors import GuarantorError, OutOfTime
from guarantor.model import Operation
from guarantor.room import ChanceBook, Options, Source, assess, method
from guarantor.web.answer import Answer
from guarantor.web.asked import key_of
from guarantor.web.opened import Opened
from guarantor.web.refusals import Closed, Unwanted
from guarantor.web.shelf import Shelf
from guarantor.web.works import SECONDS, Kept, Progress, Work, Works

T = TypeVar("T")
NODES = 300_000
"""Most nodes of a decision diagram, unless told otherwise."""
_ANSWERS = 512
_BYTES = 64_000_000
_DOCUMENTS = 16
_LOOK = 0.25
"""How often it is looked whether a reader still waits, in seconds."""


@dataclass(frozen=True, kw_only=True)
class Given:
    """What an answer is made from.

    Attributes:
        source: The opened operation.
        options: How it is asked.
        track: Tells how far it is.
        stamp: The state of the files it was opened from.
        shared: Makes what several answers rest on once.
        nodes: Most nodes of a diagram that the page is given, or that a flip waits for.
    """

    source: Source
    options: Options
    track: Progress
    stamp: str
    shared: "Shared"
    nodes: int

    @property
    def at_once(self) -> Options:
        """How it is asked where somebody waits: no diagram larger than the page would take."""
        return replace(self.options, method=replace(self.options.method, nodes=self.nodes))

    @property
    def operation(self) -> Operation:
        """Everything on record."""
        return self.source.operation

    @property
    def book(self) -> ChanceBook:
        """What gives the chances of the operation again and again."""
        return self.kept(ChanceBook, "book", lambda: ChanceBook(self.operation))

    def assessment(self) -> Assessment:
        """Return the assessment, made once for all that is told from it."""

        def make() -> Assessment:
            return assess(self.operation, self.options, self.track)

        return cast("Assessment", self.kept(dict, ("assessment", key_of(self.options)), make))

    def assessment_if_small(self) -> Assessment | None:
        """Return the assessment; nothing where it would take too long to be waited for."""
        return None if self.book.is_large(self.options) else self.assessment()

    def document(self, name: str, make: Callable[[Operation, Options], T]) -> T:
        """Return a document of the question, made once for all that is told from it."""

        def made() -> T:
            return make(self.operation, self.options)

        return cast("T", self.kept(object, (name, key_of(self.options)), made))

    def kept(self, kind: type[T], key: Hashable, make: Callable[[], Any]) -> T:
        """Return what is kept under a key for this state of the files, made if it is not."""
        found = self.shared.get((self.stamp, key), make)
        if not isinstance(found, kind):
            raise TypeError(key)
        return found


Make = Callable[[Given], Answer]


class Shared:
    """What several answers rest on, each made once."""

    def __init__(self) -> None:
        self._shelf: Shelf[object] = Shelf(most=_DOCUMENTS, heaviest=_DOCUMENTS, weigh=lambda _: 1)
        self._lock = Lock()
        self._locks: dict[Hashable, Lock] = {}

    def get(self, key: Hashable, make: Callable[[], object]) -> object:
        """Return what is kept under a key, made if it is not."""
        with self._lock:
            if len(self._locks) > 4 * _DOCUMENTS:
                self._locks = {one: lock for one, lock in self._locks.items() if lock.locked()}
            lock = self._locks.setdefault(key, Lock())
        with lock:
            kept = self._shelf.get(key)
            if kept is None:
                kept = make()
                self._shelf.put(key, kept)
            return kept


class Desk:
    """Answers questions about one operation for one audience.

    Attributes:
        audience: For whom every answer is made.
        nodes: Most nodes of a decision diagram.
        may_write: Whether decisions are taken here.
        writing: Held by whoever enters one.
        works: What is being worked out.
    """

    def __init__(
        self,
        name: str,
        *,
        audience: str,
        recorded_at: datetime | None = None,
        nodes: int = NODES,
        may_write: bool = False,
    ) -> None:
        self.audience = audience
        self.nodes = nodes
        self.may_write = may_write
        self.writing = asyncio.Lock()
        self.opened = Opened(name, audience=audience, recorded_at=recorded_at)
        self._shelf: Shelf[Kept] = Shelf(most=_ANSWERS, heaviest=_BYTES, weigh=_weight)
        self.works = Works(self._shelf)
        self._shared = Shared()

    def key(self, view: str, options: Options) -> Hashable:
        """Return what tells an answer from every other: state, view and question."""
        return (self.opened.stamp(), view, key_of(options))

    def begin(self, view: str, options: Options, make: Make, *, is_job: bool = False) -> Work:
        """Return the work on an answer, begun if nobody began it.

        Raises:
            TooBusy: Too much was begun already.
        """
        key = self.key(view, options)
        return self.works.join(key, partial(self._made, options, make), is_job=is_job)

    def kept(self, view: str, options: Options) -> Kept | None:
        """Return an answer, or why there is none, where it was worked out lately."""
        return self._shelf.get(self.key(view, options))

    async def answer(
        self,
        view: str,
        options: Options,
        make: Make,
        is_gone: Callable[[], Awaitable[bool]],
    ) -> Answer:
        """Return an answer, worked out if it is not kept.

        Args:
            view: The name of the view, with what it takes beside the options.
            options: How it is asked.
            make: Makes it.
            is_gone: Tells whether who asked has gone; what nobody waits for is not worked out.

        Raises:
            GuarantorError: There is no answer.
            Closed: The operation's files have faults.
            Unwanted: Nobody waits for it.
            TooBusy: Too much was begun already.
        """
        kept = self.kept(view, options)
        if isinstance(kept, GuarantorError):
            raise kept.with_traceback(None)
        if kept is not None:
            return kept
        work = self.begin(view, options, make)
        try:
            return await _waited(work, is_gone, SECONDS)
        finally:
            self.works.leave(work)

    def warm(self) -> None:
        """Get ready, in the background, for the first question about what is large."""
        Thread(target=self._warm, daemon=True).start()

    def _warm(self) -> None:
        with suppress(GuarantorError, Closed):  # whoever asks is told
            stamp, source = self.opened.source()
            options = Options(audience=self.audience)
            track = Progress()
            given = self._given(source, options, track, stamp)
            if given.book.is_large(options):
                given.book.warm(self._timed(given))

    def _made(self, options: Options, make: Make, track: Progress) -> Answer:
        stamp, source = self.opened.source()
        given = self._given(source, options, track, stamp)
        answer = make(replace(given, options=self._timed(given)))
        _ = answer.tag, answer.packed  # here, not where the others wait
        return answer

    def _given(self, source: Source, options: Options, track: Progress, stamp: str) -> Given:
        return Given(
            source=source,
            options=options,
            track=track,
            stamp=stamp,
            shared=self._shared,
            nodes=self.nodes,
        )

    def _timed(self, given: Given) -> Options:
        """Return the options, with the time kept; what is too large for a diagram is sampled."""
        is_large = given.book.is_large(given.options)
        chosen = method(method="sampled" if is_large else "auto")
        timed = replace(chosen, is_out_of_time=given.track.is_over)
        return replace(given.options, method=timed)


async def _waited(work: Work, is_gone: Callable[[], Awaitable[bool]], seconds: float) -> Answer:
    """Wait for work, but not for long, and not for a reader who has gone."""
    future = asyncio.wrap_future(work.future)
    future.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
    deadline = monotonic() + seconds
    while monotonic() < deadline:
        done, _ = await asyncio.wait({future}, timeout=_LOOK)
        if done:
            return future.result()
        if await is_gone():
            raise Unwanted
    raise OutOfTime


def _weight(kept: Kept) -> int:
    return kept.weight if isinstance(kept, Answer) else 1_000
