"""The command: it serves in the foreground, says what that means, and ends when told to."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from guarantor.cli import main
from guarantor.errors import CannotBuild
from guarantor.web import front_end
from guarantor.web.serving import Serving


@pytest.fixture
def server() -> Iterator[subprocess.Popen[str]]:
    """Yield the real command, serving on a free port."""
    unbuilt = "from guarantor.web import front_end; front_end.see_to_it = lambda say: None; "
    run = "from guarantor.cli import main; main()"
    command = [sys.executable, "-c", unbuilt + run, "serve", "example", "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.kill()


def test_it_serves_until_it_is_interrupted(server: subprocess.Popen[str]) -> None:
    """Its address is the one line on standard output; a job under way keeps it from nothing."""
    assert server.stdout is not None
    assert server.stderr is not None
    address = server.stdout.readline().strip()
    assert address.startswith("http://127.0.0.1:")
    document = httpx.get(f"{address}operation.json").json()
    job = httpx.post(f"{address}jobs", json={"question": "asks"}).json()

    begun = time.monotonic()
    server.send_signal(signal.SIGINT)
    out, err = server.communicate(timeout=20)

    assert (document["operation"], job["question"]) == ("example", "asks")
    assert server.returncode == 0
    assert time.monotonic() - begun < 10, "a shared machine may pause; it takes a second at most"
    assert out == ""
    assert "Only this machine can reach it. Ctrl-C ends it." in err
    assert "Traceback" not in err


def fail(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    """Run the command, which ends with status 1, and return the last line it says."""
    monkeypatch.setattr("sys.argv", ["guarantor", "serve", *arguments])
    monkeypatch.setattr(front_end, "see_to_it", lambda _: None)
    with pytest.raises(SystemExit) as stop:
        main()
    said = capsys.readouterr()
    assert (stop.value.code, said.out) == (1, "")
    return said.err.splitlines()[-1]


def test_a_port_in_use_is_said_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        said = fail(["example", "--port", str(port)], monkeypatch, capsys)

    assert said.startswith(f"127.0.0.1:{port}: cannot be served there (")
    assert "--port" in said


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere"], "nowhere: no folder with an operation.yaml"),
        (["example", "--audience", "nobody"], "nobody: no such audience"),
        (["example", "--recorded-at", "2025-01-01"], "example: a folder does not keep"),
        (["example", "--host", "not.a.host.invalid"], "not.a.host.invalid:8765: cannot be served"),
    ],
)
def test_a_mistake_is_one_sentence(
    arguments: list[str],
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Nothing is served."""
    assert fail(arguments, monkeypatch, capsys).startswith(said)


def serve(said: list[str], operation: str = "example", host: str = "127.0.0.1") -> str:
    """Bind a room, say what that means, and return its address."""
    bound = Serving(
        operation,
        host=host,
        port=0,
        audience="public",
        recorded_at=None,
        nodes=1_000,
        allowed=(),
        say=said.append,
    )
    bound.close()
    return bound.address


@pytest.fixture
def unbuilt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Build nothing."""
    monkeypatch.setattr(front_end, "see_to_it", lambda _: None)


@pytest.mark.usefixtures("unbuilt")
def test_it_says_what_it_means_to_listen_elsewhere() -> None:
    """Whoever reaches the address reads everything."""
    said: list[str] = []

    address = serve(said, host="0.0.0.0")  # noqa: S104  for a moment, and nothing is answered

    assert address.startswith("http://0.0.0.0:")
    (meaning,) = said
    assert meaning.startswith("Everyone who reaches this address can read everything that this ")
    assert meaning.endswith("unencrypted and without a login. Ctrl-C ends it.")


def test_pages_that_cannot_be_built_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """The data are served all the same."""

    def see_to_it(say: Callable[[str], None]) -> None:
        say("building the pages of the room; this takes some seconds")
        msg = "no Node was found"
        raise CannotBuild(msg)

    monkeypatch.setattr(front_end, "see_to_it", see_to_it)
    said: list[str] = []

    serve(said)

    assert said[0] == "building the pages of the room; this takes some seconds"
    assert said[1].endswith("no Node was found; the data are served all the same")


@pytest.mark.usefixtures("unbuilt")
def test_a_folder_with_faults_is_served_all_the_same(tmp_path: Path) -> None:
    """The room lists them, and opens once they are mended."""
    (tmp_path / "operation.yaml").write_text("id: example\n", encoding="utf-8")
    said: list[str] = []

    serve(said, operation=str(tmp_path))

    assert said[0].startswith("The operation has faults")
    assert "operation.yaml:1:1: " in said[1]
