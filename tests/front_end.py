"""The tools of the front end, for tests: Node as it is found, the packages as their lock says."""

import fcntl
from pathlib import Path

from guarantor.web.front_end import install_packages, run_tool

FRONT_END = Path(__file__).parents[1] / "frontend"


def front_end_tool(*args: str, env: dict[str, str] | None = None) -> str:
    """Run a tool of the front end in its folder and return what it printed.

    Its packages are installed first where they are missing or stale; whoever else installs or
    builds meanwhile is waited for.

    Args:
        args: The name of the tool, such as ``vitest``, and what it is given.
        env: Variables of its environment beside those of this process.

    Raises:
        CannotBuild: It failed; with all that it printed.
    """
    tool, *given = args
    with (FRONT_END / ".building").open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        install_packages(FRONT_END)
    return run_tool(FRONT_END, tool, *given, env=env)
