"""Whatever moment a decision is killed at, nothing that was acknowledged is lost."""

import os
import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from guarantor import room
from guarantor.room import ledgers

SCRIPT = Path(__file__).with_name("deciding.py")
ROOT = Path(__file__).parents[3]
KILLS = 10


def killed(folder: str, start: int, chance: random.Random) -> int:
    """Kill decisions some milliseconds after one of the first; return the last acknowledged."""
    command = [sys.executable, str(SCRIPT), folder, str(start)]
    paths = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
    environment = {**os.environ, "PYTHONPATH": paths}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        last = 0
        for _ in range(chance.randrange(1, 4)):
            last = int(process.stdout.readline())
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=chance.random() * 0.05)
        process.kill()
        return max([last, *(int(line) for line in process.stdout if line.endswith("\n"))])


def test_ten_kills_lose_nothing_and_leave_decisions_that_verify(folder: str) -> None:
    """At moments of one seed; each goes on where the last one ended."""
    chance = random.Random(5)  # noqa: S311  no secret hangs on it
    kept = 0

    for number in range(KILLS):
        acknowledged = killed(folder, 1_000 * number, chance)
        verified = ledgers.verify(folder).entries
        assert verified >= max(kept, acknowledged)
        assert len(room.open_source(folder).entries) == verified
        kept = verified

    assert kept >= KILLS
    files = {path.name for path in Path(folder).iterdir()}
    assert files - {".decisions.jsonl.new"} >= {"decisions.jsonl", "operation.yaml"}
