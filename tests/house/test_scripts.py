"""The two commands, tried in a copy of the house with a small package of its own in it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPTS = ("run", "test", "requirements/environment.sh", "requirements/lock", "requirements/tool")
# What the scripts need beside Python.
TOOLS = ("cmp", "cp", "dirname", "env", "grep", "mkdir", "readlink", "rm", "sh")
# Says what it was given, where it stands and which environment runs it.
PACKAGE = """
import os, sys
print(sys.argv[1:])
print(os.getcwd())
print(sys.prefix)
"""
SHIM = "#!/bin/sh\necho 'pyenv: command not found' >&2\nexit 127\n"


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A checkout, in a folder whose name has a space, without an environment."""
    house = tmp_path / "a checkout"
    shutil.copytree(ROOT / "requirements", house / "requirements")
    for script in ("run", "test"):
        shutil.copy(ROOT / script, house)
    package = house / "src" / "guarantor"
    package.mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(PACKAGE, encoding="utf-8")
    return house


@pytest.fixture
def set_up(house: Path) -> Path:
    """A checkout whose environment is there already: the one that runs this test."""
    environment = house / ".venv" / "run"
    (environment / "bin").mkdir(parents=True)
    python = f'#!/bin/sh\nPYTHONPATH="{house}/src" exec "{sys.executable}" "$@"\n'
    _command(environment / "bin" / "python", python)
    shutil.copy(house / "requirements" / "run.txt", environment / "made-from.txt")
    return house


@pytest.fixture
def bare_path(tmp_path: Path) -> Path:
    """A folder for PATH with what the scripts need, and no Python."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for tool in TOOLS:
        found = shutil.which(tool)
        assert found is not None, tool
        (folder / tool).symlink_to(found)
    return folder


def _command(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def _call(
    command: Path, *arguments: str, cwd: Path, path: Path | None = None, home: Path | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [command, *arguments],
        cwd=cwd,
        env=_environment(path=path, home=home),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def _environment(*, path: Path | None = None, home: Path | None = None) -> Mapping[str, str]:
    environment = dict(os.environ)
    if path is not None:
        environment["PATH"] = str(path)
    if home is not None:
        environment["HOME"] = str(home)
    return environment


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_plain_shell_can_read_the_script(script: str) -> None:
    """The scripts are POSIX shell: `sh -n` reads them without running anything."""
    subprocess.run(["/bin/sh", "-n", ROOT / script], check=True)


@pytest.mark.parametrize("script", [*SCRIPTS[:2], *SCRIPTS[3:]])
def test_the_script_can_be_called(script: str) -> None:
    """A clone keeps the executable bit, and the first line names the shell."""
    assert os.access(ROOT / script, os.X_OK)
    assert (ROOT / script).read_text(encoding="utf-8").startswith("#!/bin/sh\n")


def test_arguments_and_folder_reach_the_command(set_up: Path, tmp_path: Path) -> None:
    """The caller's folder is kept, and an argument with a space stays one argument."""
    done = _call(set_up / "run", "assess", "my operation", cwd=tmp_path)

    assert done.stdout.splitlines()[:2] == ["['assess', 'my operation']", str(tmp_path)]
    assert done.stderr == ""


def test_without_arguments_the_bundled_operation_is_assessed(set_up: Path, tmp_path: Path) -> None:
    """`./run` alone is `guarantor assess ukraine-2025 --html brief.html`."""
    done = _call(set_up / "run", cwd=tmp_path)

    assert done.stdout.startswith("['assess', 'ukraine-2025', '--html', 'brief.html']\n")


@pytest.mark.usefixtures("set_up")
def test_the_script_is_found_through_symbolic_links(tmp_path: Path) -> None:
    """A link to a relative link to the script: the checkout is where the script really lies."""
    (tmp_path / "links").mkdir()
    (tmp_path / "first").symlink_to(Path("a checkout") / "run")
    second = tmp_path / "links" / "second"
    second.symlink_to(Path("..") / "first")

    done = _call(second, "check", cwd=tmp_path / "links")

    assert done.stdout.startswith("['check']\n")


def test_a_second_call_starts_no_python_but_the_one_it_needs(
    set_up: Path, bare_path: Path, tmp_path: Path
) -> None:
    """With no Python on PATH a ready environment still runs: nothing is looked for."""
    done = _call(set_up / "run", "check", cwd=tmp_path, path=bare_path)

    assert (done.returncode, done.stderr) == (0, "")


def test_no_python_is_one_sentence(house: Path, bare_path: Path, tmp_path: Path) -> None:
    """A Python that is there by name and fails, as a version manager's shim does, is none."""
    _command(bare_path / "python3.15", SHIM)

    done = _call(house / "run", cwd=tmp_path, path=bare_path)

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        "guarantor: needs Python 3.11 or newer, and none was found; please install one "
        "(Debian, Ubuntu: apt install python3 python3-venv)\n"
    )


def test_a_python_without_venv_is_one_sentence(
    house: Path, bare_path: Path, tmp_path: Path
) -> None:
    """Debian splits venv from Python: the system package is named with the Python's version."""
    python = f"""#!/bin/sh
case "$*" in
    *executable*) echo "$0"; exit ;;
    *ensurepip*) exit 1 ;;
esac
exec "{sys.executable}" "$@"
"""
    _command(bare_path / "python3", python)

    done = _call(house / "run", cwd=tmp_path, path=bare_path)

    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    assert done.returncode == 1
    assert done.stdout == ""
    assert f"please install the system package {package} " in done.stderr


def test_a_checkout_that_cannot_be_written_is_one_sentence(house: Path, tmp_path: Path) -> None:
    """A file where the environments would be: even root cannot make a folder there."""
    (house / ".venv").write_text("", encoding="utf-8")

    done = _call(house / "run", cwd=tmp_path)

    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == (
        f"guarantor: cannot write in {house}, where the environment has to be made\n"
    )


def test_an_environment_of_another_tool_is_left_alone(house: Path, tmp_path: Path) -> None:
    """What the caller has put into .venv is not ours to delete."""
    (house / ".venv").mkdir()
    (house / ".venv" / "pyvenv.cfg").write_text("theirs", encoding="utf-8")

    done = _call(house / "run", cwd=tmp_path)

    assert done.returncode == 1
    assert "was made by another tool" in done.stderr
    assert (house / ".venv" / "pyvenv.cfg").read_text(encoding="utf-8") == "theirs"


@pytest.mark.long
def test_the_first_call_sets_up_and_the_second_is_quick(
    house: Path, bare_path: Path, tmp_path: Path
) -> None:
    """From a clean home, past a shim of Python and one of uv that fail; set-up speaks on stderr."""
    _command(bare_path / "python3.15", SHIM)
    _command(bare_path / "uv", SHIM)
    (bare_path / "python3").symlink_to(sys.executable)
    (tmp_path / "home").mkdir()

    first = _call(house / "run", "check", cwd=tmp_path, path=bare_path, home=tmp_path / "home")
    began = time.monotonic()
    second = _call(house / "run", "check", cwd=tmp_path, path=bare_path, home=tmp_path / "home")

    prefix = str(house / ".venv" / "run")
    assert first.stdout.splitlines() == ["['check']", str(tmp_path), prefix], first.stderr
    assert "with pip" in first.stderr
    assert second.stdout == first.stdout
    assert second.stderr == ""
    assert time.monotonic() - began < 3


@pytest.mark.long
def test_two_first_calls_at_once_do_not_collide(house: Path, tmp_path: Path) -> None:
    """One sets up; the other waits, says so, and then runs from the same environment."""
    calls = [_start(house, tmp_path) for _ in range(2)]
    said = [call.communicate(timeout=300) for call in calls]

    assert [call.returncode for call in calls] == [0, 0], said
    assert len({out for out, _ in said}) == 1
    assert sorted("waiting for it" in err for _, err in said) == [False, True]
    assert sorted("setting up" in err for _, err in said) == [False, True]


@pytest.mark.long
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_an_interrupted_set_up_leaves_nothing_broken(
    house: Path, tmp_path: Path, how: signal.Signals
) -> None:
    """The call and all that it has started end half-way; the next call starts anew and succeeds."""
    call = _start(house, tmp_path)
    environment = house / ".venv" / "run"
    deadline = time.monotonic() + 60
    while not any(environment.glob("lib/python*/site-packages/*")):
        assert time.monotonic() < deadline
        time.sleep(0.05)
    os.killpg(call.pid, how)
    call.communicate(timeout=300)

    assert not (environment / "made-from.txt").exists()
    again = _call(house / "run", "check", cwd=tmp_path)
    assert again.stdout.splitlines()[0] == "['check']", again.stderr


def _start(house: Path, cwd: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [house / "run", "check"],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
