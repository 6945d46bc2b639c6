"""``guarantor sweep``: what it prints, what it refuses, and that it leaves no process behind."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guarantor.cli import guarantor, main

PATIENCE = 60
"""Seconds that a shared machine may take for what takes two."""


def run(*arguments: str) -> Result:
    """Run the command and return what it did."""
    return CliRunner().invoke(guarantor, ["sweep", *arguments])


def test_it_prints_a_table() -> None:
    """A line a scenario."""
    result = run("example", "--over", "others=1..2", "--over", "backstop=true,false")

    assert (result.exit_code, result.stderr) == (0, "")
    first, *_, last = result.stdout.splitlines()
    assert first == "Monitoring force for Northland: 4 scenarios over others and backstop."
    assert last.split("  ")[0] == "2"


def test_it_takes_what_assess_takes() -> None:
    """How each scenario is asked, and how its chance is worked out."""
    asked = ("--firm", "pledged", "--suppose", "BRA=true", "--method", "sampled", "--seed", "7")

    result = run("example", "--over", "others=1", "--json", *asked)

    document = json.loads(result.stdout)
    assert document["schema"] == "guarantor/sweep/1"
    assert (document["firm"], document["suppose"]) == ("pledged", {"BRA": True})
    assert (document["method"]["kind"], document["method"]["seed"]) == ("sampled", 7)


def test_it_prints_csv() -> None:
    """With a head, and no line more than there are scenarios."""
    result = run("example", "--over", "others=1..2", "--csv")

    rows = list(csv.DictReader(StringIO(result.stdout)))
    assert [row["others"] for row in rows] == ["1", "2"]
    assert result.stdout.count("\n") == 3


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "Missing option '--over'"),
        (("--over", "others=1", "--csv", "--json"), "--csv and --json are two answers"),
        (("--over", "others=1", "--workers", "2", "--cluster", "tcp://x:1"), "a cluster brings"),
        (("--over", "others=1", "--workers", "0"), "0 is not in the range x>=1"),
    ],
)
def test_options_that_do_not_fit_are_refused(arguments: tuple[str, ...], sentence: str) -> None:
    """With the usage."""
    result = run("example", *arguments)

    assert result.exit_code == 2
    assert sentence in result.stderr


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--over", "others=1..1000000"), "these values make 1,000,000 scenarios"),
        (("--over", "others"), "--over others: cannot be read"),
        (("--over", "backstp=true"), "backstp: no such parameter, id or option"),
    ],
)
def test_a_mistake_is_one_line(
    arguments: tuple[str, ...],
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """And status 1."""
    monkeypatch.setattr("sys.argv", ["guarantor", "sweep", "example", *arguments])

    with pytest.raises(SystemExit) as stop:
        main()

    said = capsys.readouterr()
    assert (stop.value.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert said.err.startswith(sentence)


def test_an_address_without_a_scheduler_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is answered on this machine instead."""
    pytest.importorskip("dask.distributed", reason="the extra cluster is missing")
    arguments = ["sweep", "example", "--over", "others=1", "--cluster", "nonsense"]
    monkeypatch.setattr("sys.argv", ["guarantor", *arguments])

    with pytest.raises(SystemExit):
        main()

    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("nonsense: no scheduler of a Dask cluster answers there")
    assert said.err.count("\n") == 1


# What happens to the workers when the sweep is stopped or killed


def alive(session: int) -> set[int]:
    """Return the processes of a session that have not ended."""
    found = set()
    for place in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # it ended meanwhile
            state, _, _, its_session = (place / "stat").read_text().rpartition(")")[2].split()[:4]
            if int(its_session) == session and state != "Z":
                found.add(int(place.name))
    return found


def moments() -> Iterator[None]:
    """Yield now and then, until patience is at its end: no parent can wait for grandchildren."""
    for _ in range(PATIENCE * 10):
        yield
        time.sleep(0.1)


@contextmanager
def long_sweep() -> Iterator["subprocess.Popen[str]"]:
    """Start a sweep that takes an hour, in a session of its own, and wait for its two workers."""
    if not Path("/proc/self/stat").exists():
        pytest.skip("there is no /proc to look for processes in")
    command = [sys.executable, "-m", "guarantor", "sweep", "example", "--workers", "2"]
    process = subprocess.Popen(
        [*command, "--over", "others=1..90000"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        for _ in moments():
            # Itself, its two workers, and the process that looks after what they share.
            if len(alive(process.pid)) >= 4 or process.poll() is not None:
                break
        assert process.poll() is None
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def nobody_left(process: "subprocess.Popen[str]") -> bool:
    """Wait for every process of a session to end."""
    return any(not alive(process.pid) for _ in moments())


def test_ctrl_c_ends_it_in_one_line_and_leaves_no_worker() -> None:
    """A terminal sends it to all of them; the workers leave it to their parent."""
    with long_sweep() as process:
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE)

        assert process.returncode == 1
        assert out == ""
        assert err.split() == ["Aborted!"]
        assert nobody_left(process)


def test_workers_end_with_a_parent_that_was_killed() -> None:
    """It had no time to tell them."""
    with long_sweep() as process:
        process.kill()

        assert nobody_left(process)
