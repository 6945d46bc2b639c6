"""A sweep on a real cluster: a scheduler and two workers, each a process of its own."""

import json
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from pathlib import Path
from typing import Any, TypeVar

import pytest
from click.testing import CliRunner

from guarantor import room
from guarantor.cli import guarantor
from guarantor.errors import MissingExtra, NoCluster
from guarantor.room import Failed, dask_executor, run_all
from tests.room.labour import deadly, process, squared

T = TypeVar("T")


def local_cluster(folder: Path, **settings: Any) -> Any:  # noqa: ANN401  it has no types
    """Return a cluster of two workers that is quiet when they die, as they are meant to."""
    distributed = pytest.importorskip("dask.distributed", reason="the extra cluster is missing")
    return distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        dashboard_address=":0",
        local_directory=str(folder),
        silence_logs=logging.CRITICAL,
        **settings,
    )


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Start a cluster whose workers are processes."""
    with local_cluster(tmp_path_factory.mktemp("dask")) as started:
        yield started


@pytest.fixture
def executor(cluster: Any) -> Iterator[Executor]:  # noqa: ANN401  it has no types
    """Lend the workers of the cluster."""
    with dask_executor(cluster.scheduler_address) as executor:
        yield executor


@pytest.mark.long
def test_the_workers_of_the_cluster_do_it(executor: Executor) -> None:
    """In order, whichever is done first."""
    assert run_all(squared, range(50), executor=executor) == [one**2 for one in range(50)]

    workers = set(run_all(process, range(20), executor=executor))
    assert 1 <= len(workers) <= 2
    assert os.getpid() not in workers


@pytest.mark.long
def test_a_sweep_is_the_same_on_the_cluster_in_processes_and_here(executor: Executor) -> None:
    """To the last digit."""
    operation = room.open_source("example").operation
    over = ["others=1..2", "backstop=true,false", "firm=pledged,signalled,floated"]

    here, pool, there = (
        room.sweep_grid(operation, room.Options(), over, executor=where, workers=workers)
        for where, workers in ((None, 1), (None, 2), (executor, None))
    )

    assert len(here["scenarios"]) == 12
    assert here["failed"] == 0
    assert here == pool == there


@pytest.mark.long
def test_the_command_uses_the_cluster_at_an_address(cluster: Any) -> None:  # noqa: ANN401
    """And answers as it does here."""
    command = ["sweep", "example", "--over", "others=1..3", "--json"]
    here = CliRunner().invoke(guarantor, command)

    there = CliRunner().invoke(guarantor, [*command, "--cluster", cluster.scheduler_address])

    assert (there.exit_code, there.stderr) == (0, "")
    assert there.stdout == here.stdout


@pytest.mark.long
def test_articles_are_read_on_the_cluster_as_they_are_here(
    cluster: Any,  # noqa: ANN401  it has no types
    tmp_path: Path,
) -> None:
    """Sixty articles, two of each; what the command prints is the same."""
    for number in range(60):
        text = f"Alfland sends {number % 30 + 100} monitors to the bridge of town {number % 30}.\n"
        (tmp_path / f"{number:02}.txt").write_text(text * 3, encoding="utf-8")
    command = ["intake", "triage", str(tmp_path), "example", "--json"]
    here = CliRunner().invoke(guarantor, [*command, "--workers", "1"])

    there = CliRunner().invoke(guarantor, [*command, "--cluster", cluster.scheduler_address])

    assert (there.exit_code, there.stderr) == (0, "")
    assert json.loads(there.stdout) == json.loads(here.stdout)
    assert json.loads(there.stdout)["read"] == 60


@pytest.mark.long
def test_a_worker_that_dies_costs_its_own_task_only(executor: Executor) -> None:
    """The cluster gives a task up once it has killed four workers; the others it starts again."""
    results = run_all(deadly, range(10, 20), executor=executor)

    died = Failed(
        "its worker died, beside other tasks and again alone: it may need too much memory"
    )
    assert results == [100, 121, 144, died, 196, 225, 256, 289, 324, 361]


def test_a_scheduler_that_goes_away_fails_what_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing waits for it for ever, and what was done by then is kept."""
    monkeypatch.setattr("guarantor.room.clusters._PATIENCE", 1)
    started = local_cluster(tmp_path, processes=False, protocol="tcp")

    def track(items: Sequence[T], label: str) -> Iterator[T]:  # noqa: ARG001  as asked for
        yield items[0]
        started.close()
        yield from items[1:]

    with started, dask_executor(started.scheduler_address) as executor:
        results = run_all(squared, range(2000), executor=executor, track=track)

    done = [result for result in results if not isinstance(result, Failed)]
    left = [result for result in results if isinstance(result, Failed)]
    assert done
    assert {one.reason for one in left} <= {
        f"it could not be handed to a worker and back ({why})"
        for why in (
            "RuntimeError: the scheduler of the cluster is gone",
            "ConnectionError: the scheduler went away",
        )
    }
    assert len(left) > 1000


@pytest.mark.parametrize(
    ("address", "reason"),
    [("nonsense", "missing port number"), ("foo://x:1", "unknown address scheme 'foo'")],
)
def test_an_address_without_a_scheduler_is_one_sentence(address: str, reason: str) -> None:
    """It says what to do instead."""
    pytest.importorskip("dask.distributed", reason="the extra cluster is missing")

    with pytest.raises(NoCluster) as refused, dask_executor(address):
        pass

    said = str(refused.value)
    assert said.startswith(f"{address}: no scheduler of a Dask cluster answers there ({reason}")
    assert said.endswith("leave --cluster out to use this machine")


def test_without_dask_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra has a name."""
    monkeypatch.setitem(sys.modules, "dask", None)

    with (
        pytest.raises(MissingExtra, match=r"pip install 'guarantor\[cluster\]'"),
        dask_executor("tcp://127.0.0.1:8786"),
    ):
        pass
