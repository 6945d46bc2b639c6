"""One function over many tasks: in order, wherever it is done, and none is lost with another."""

import multiprocessing
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, ParamSpec, TypeVar

import pytest

from guarantor.errors import BadDay
from guarantor.room import Failed, run_all
from tests.room.labour import deadly, picky, process, squared

P = ParamSpec("P")
T = TypeVar("T")

DIED = Failed("its worker died, beside other tasks and again alone: it may need too much memory")


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_tasks(workers: int) -> None:
    """Whichever is done first."""
    assert run_all(squared, range(30), workers=workers) == [number**2 for number in range(30)]


def test_no_task_is_no_result() -> None:
    """And no worker."""
    assert run_all(squared, [], workers=2) == []


def test_few_tasks_stay_in_the_calling_process() -> None:
    """Starting a worker would take longer than they do."""
    assert set(run_all(process, range(31))) == {os.getpid()}


def test_workers_are_other_processes_and_no_more_than_asked_for() -> None:
    """As many as there are cores where nobody says."""
    asked = set(run_all(process, range(4), workers=2))
    assert 1 <= len(asked) <= 2
    assert os.getpid() not in asked

    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    many = set(run_all(process, range(32)))
    assert 1 <= len(many) <= (cores or 1)


def test_a_worker_that_dies_costs_its_own_task_only() -> None:
    """Those that it took along are done again."""
    results = run_all(deadly, range(10, 20), workers=2)

    assert results == [100, 121, 144, DIED, 196, 225, 256, 289, 324, 361]


def test_a_task_that_raises_or_cannot_be_told_is_one_sentence() -> None:
    """Its neighbours are done."""
    here = run_all(picky, [1, 2, 4], workers=1)
    there = run_all(picky, [1, 2, 3, 4], workers=2)

    refused = Failed("ended with ArithmeticError: two is refused")
    assert here == [1, refused, 4]
    assert [*there[:2], there[3]] == [1, refused, 4]
    assert isinstance(there[2], Failed)
    assert there[2].reason.startswith("it could not be handed to a worker and back (")


def test_a_mistake_of_the_callers_keeps_its_sentence() -> None:
    """An error of the house says already what is wrong and what to do."""

    def read(text: str) -> str:
        raise BadDay(text)

    assert run_all(read, ["tomorrow"]) == [Failed(str(BadDay("tomorrow")))]


def test_any_executor_will_do_and_is_left_open() -> None:
    """It is the caller's."""
    with ThreadPoolExecutor(2) as executor:
        assert run_all(squared, range(30), executor=executor) == [one**2 for one in range(30)]
        assert executor.submit(squared, 3).result() == 9


def test_an_executor_that_takes_nothing_fails_each_task() -> None:
    """Nothing is raised, and nothing waits for ever."""
    with ThreadPoolExecutor(1) as executor:
        pass

    assert (
        run_all(squared, range(3), executor=executor)
        == [
            Failed(
                "it could not be handed to a worker and back "
                "(RuntimeError: cannot schedule new futures after shutdown)"
            )
        ]
        * 3
    )


class Fickle(ThreadPoolExecutor):
    """An executor that cancels the second task it is given."""

    count = 0

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        self.count += 1
        if self.count != 2:
            return super().submit(fn, *args, **kwargs)
        cancelled: Future[T] = Future()
        cancelled.cancel()
        cancelled.set_running_or_notify_cancel()
        return cancelled


def test_a_task_that_is_cancelled_elsewhere_is_tried_once_more() -> None:
    """Clusters cancel tasks whose worker they lost sight of."""
    with Fickle(1) as executor:
        assert run_all(squared, range(3), executor=executor) == [0, 1, 4]
        assert executor.count == 4


class Slow(ThreadPoolExecutor):
    """An executor that counts how many tasks it holds at most."""

    waiting = 0
    most = 0

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        future = super().submit(fn, *args, **kwargs)
        future.add_done_callback(self.less)
        return future

    def less(self, _: Future[Any]) -> None:
        self.waiting -= 1


def test_tasks_are_handed_out_a_few_at_a_time() -> None:
    """A long sweep does not lie in memory as futures."""
    with Slow(1) as executor:
        assert len(run_all(squared, range(3000), executor=executor)) == 3000
        assert executor.most <= 256


def test_it_tells_how_far_it_is() -> None:
    """A step for each task that is done, under the label that was given."""
    told: list[object] = []

    def track(items: Sequence[T], label: str) -> Iterable[T]:
        told.append((label, len(items)))
        for item in items:
            told.append(item)
            yield item

    run_all(squared, [5, 6, 7], workers=2, track=track, label="number by number")

    assert told == [("number by number", 3), 5, 6, 7]


def test_whoever_stops_it_leaves_no_worker_behind() -> None:
    """What is pending is dropped, and the workers end."""

    def track(items: Sequence[T], label: str) -> Iterable[T]:  # noqa: ARG001  as asked for
        yield items[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_all(squared, range(100_000), workers=2, track=track)

    assert multiprocessing.active_children() == []
