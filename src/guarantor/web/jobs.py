"""Jobs: what takes long, asked for once and looked at until it is done."""

from collections.abc import Callable
from threading import Lock
from typing import Literal

from typing_extensions import TypedDict

from guarantor.errors import UnknownId
from guarantor.room import Options
from guarantor.web.desk import Desk, Make
from guarantor.web.refusals import TooBusy, Unwanted, refusal_of
from guarantor.web.works import Work

MOST = 32
"""How many jobs are kept; of those that ended the oldest goes first."""
State = Literal["waiting", "running", "done", "failed", "cancelled"]


class JobDocument(TypedDict):
    """How far a job is.

    Attributes:
        id: Under what it is asked for.
        question: What was asked.
        state: Done: the matching address answers at once.
        label: What is being done.
        done: How many parts of it are done.
        total: How many there are; 0 as long as nobody knows.
        error: Why there is no answer, where it failed.
        kind: Which mistake that is, as refusals name it.
    """

    id: str
    question: str
    state: State
    label: str
    done: int
    total: int
    error: str | None
    kind: str | None


class Job:
    """One long question."""

    def __init__(self, name: str, question: str, work: Work) -> None:
        self.name = name
        self.question = question
        self.work = work
        self.is_cancelled = False

    @property
    def state(self) -> State:
        """How far it is, in a word."""
        future = self.work.future
        if self.is_cancelled:
            return "cancelled"
        if not future.done():
            return "running" if self.work.is_begun else "waiting"
        error = future.exception()
        if isinstance(error, Unwanted):
            return "cancelled"
        return "done" if error is None else "failed"

    def document(self) -> JobDocument:
        """Return how far it is."""
        state, progress = self.state, self.work.progress
        error = self.work.future.exception() if state == "failed" else None
        refusal = refusal_of(error) if isinstance(error, Exception) else None
        return {
            "id": self.name,
            "question": self.question,
            "state": state,
            "label": progress.label,
            "done": progress.done,
            "total": progress.total,
            "error": refusal["error"] if refusal else None,
            "kind": refusal["kind"] if refusal else None,
        }


class Jobs:
    """The jobs of one desk; equal ones are one."""

    def __init__(self, desk: Desk, name: Callable[[], str]) -> None:
        self._desk = desk
        self._name = name
        self._jobs: dict[str, Job] = {}
        self._lock = Lock()

    def begin(self, question: str, view: str, options: Options, make: Make) -> JobDocument:
        """Begin a job, or return the equal one that was begun and still counts.

        Raises:
            TooBusy: As many as are kept have not ended.
        """
        key = self._desk.key(view, options)
        with self._lock:
            for job in self._jobs.values():
                if job.work.key == key and job.state in {"waiting", "running"}:
                    return job.document()
            self._make_room()
            work = self._desk.begin(view, options, make, is_job=True)
            job = self._jobs.setdefault(name := self._name(), Job(name, question, work))
            return job.document()

    def job(self, name: str) -> JobDocument:
        """Return how far a job is.

        Raises:
            UnknownId: It is not kept.
        """
        return self._job(name).document()

    def cancel(self, name: str) -> JobDocument:
        """Cancel a job, if it has not ended.

        Raises:
            UnknownId: It is not kept.
        """
        job = self._job(name)
        with self._lock:
            if job.state in {"waiting", "running"}:
                job.is_cancelled = True
                self._desk.works.leave(job.work)
        return job.document()

    def _job(self, name: str) -> Job:
        with self._lock:
            if name not in self._jobs:
                raise UnknownId(kind="job", name=name)
            return self._jobs[name]

    def _make_room(self) -> None:
        if len(self._jobs) < MOST:
            return
        ended = next((name for name, job in self._jobs.items() if job.work.future.done()), None)
        if ended is None:
            raise TooBusy
        del self._jobs[ended]
