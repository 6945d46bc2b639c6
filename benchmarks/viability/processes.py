"""Processes: a program run apart, with a limit on its time and its memory."""

import os
import signal
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter


class NoAnswer(Exception):
    """A program gave no answer within its limits, or failed."""


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How much one run of a program may take.

    Attributes:
        seconds: By the clock on the wall.
        megabytes: Of address space, in each of its processes.
    """

    seconds: float
    megabytes: int

    def left(self, since: float) -> "Limits":
        """Return the limits with the time used up since a moment of ``perf_counter`` taken off."""
        seconds = max(self.seconds - (perf_counter() - since), 0.01)
        return Limits(seconds=seconds, megabytes=self.megabytes)


def run(command: Sequence[str], limits: Limits, folder: str) -> str:
    """Return what a command writes to its standard output.

    Everything that it starts ends with it: the whole group is killed when its time is over.

    Args:
        command: The program and its arguments.
        limits: What it may take.
        folder: Where it leaves its temporary files.

    Raises:
        NoAnswer: It took too long, or failed; the message says which.
    """
    limited = ("/bin/sh", "-c", 'ulimit -v "$0" && exec "$@"', str(limits.megabytes * 1024))
    with subprocess.Popen(
        (*limited, *command),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "TMPDIR": folder},
        start_new_session=True,
    ) as process:
        try:
            written, complained = process.communicate(timeout=limits.seconds)
        except subprocess.TimeoutExpired:
            msg = "no answer in time"
            raise NoAnswer(msg) from None
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
    if process.returncode:
        last = complained.strip().splitlines()[-1:] or [f"exit code {process.returncode}"]
        raise NoAnswer(last[0])
    return written
