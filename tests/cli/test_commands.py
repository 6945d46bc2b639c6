"""The command: what goes to standard output, what to standard error, and with which status."""

import json
import shutil
from importlib import import_module
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guarantor.cli import guarantor, main
from guarantor.operation import bundled


def run(*arguments: str) -> Result:
    """Run the command and return what it did; mistakes of the caller's are exceptions here."""
    return CliRunner().invoke(guarantor, arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ("assess", "example", "--json"),
        ("breaks", "example", "backstop", "--json"),
        ("check", "example", "--json"),
        ("schema", "contributions", "--json"),
        ("schema",),
        ("statements", "example", "--json"),
    ],
)
def test_json_is_the_one_document_on_standard_output(arguments: tuple[str, ...]) -> None:
    """Programs read it as it is."""
    result = run(*arguments)

    assert result.exit_code == 0
    assert json.loads(result.stdout)
    assert result.stderr == ""


def test_assess_prints_a_brief_and_writes_a_page(tmp_path: Path) -> None:
    """What was written is a note, not part of the answer."""
    page = tmp_path / "brief.html"

    result = run("assess", "example", "--html", str(page))

    assert result.exit_code == 0
    assert "absence here is not absence" in " ".join(result.stdout.split())
    assert "\x1b" not in result.stdout
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert result.stderr.startswith(f"wrote {page}")


def test_suppositions_are_read_or_refused() -> None:
    """The last one on an id counts."""
    result = run("assess", "example", "--json", "--suppose", "BRA=true", "--suppose", "BRA = False")
    assert json.loads(result.stdout)["suppose"] == {"BRA": False}

    for text in ("BRA", "BRA=maybe", "=true"):
        refused = run("assess", "example", "--suppose", text)
        assert refused.exit_code == 2
        assert "a supposition reads id=true or id=false" in refused.stderr


def test_a_day_is_read_or_refused() -> None:
    """A month is its last day."""
    result = run("assess", "example", "--json", "--as-known-on", "2025-02")
    assert json.loads(result.stdout)["as_known_on"] == "2025-02-28"

    refused = run("assess", "example", "--valid-on", "tomorrow")
    assert refused.exit_code == 2
    assert "tomorrow: a day reads YYYY-MM-DD" in refused.stderr


def test_check_says_every_fault_and_ends_in_status_1(tmp_path: Path) -> None:
    """As text and as JSON."""
    mine = tmp_path / "mine"
    shutil.copytree(bundled("example"), mine)
    path = mine / "parties.yaml"
    path.write_text(path.read_text().replace("decision: 0.9", "decision: 1.9"))

    as_json = run("check", str(mine), "--json")

    assert as_json.exit_code == 1
    (fault,) = json.loads(as_json.stdout)["faults"]
    assert (fault["file"], fault["line"]) == ("parties.yaml", 1)
    as_text = run("check", str(mine))
    assert as_text.exit_code == 1
    assert as_text.stdout.startswith("parties.yaml:1:")
    assert as_text.stdout.count("\n") == 1


def test_check_says_that_there_is_no_fault() -> None:
    """With what it read."""
    assert run("check", "example").stdout == (
        "example: no fault (7 parties, 6 contributions, 13 statements)\n"
    )


def test_a_started_folder_passes_check(tmp_path: Path) -> None:
    """And it is assessed at once."""
    folder = tmp_path / "northland"

    started = run("new", "northland", "--into", str(folder), "--json")

    assert json.loads(started.stdout) == {"folder": str(folder)}
    checked = run("check", str(folder))
    assert (checked.exit_code, checked.stderr) == (0, "")
    assert run("assess", str(folder)).exit_code == 0


def test_statements_are_listed() -> None:
    """With filters."""
    assert (
        "NOR-1  published 2025-03-10" in run("statements", "example", "--day", "2025-03-10").stdout
    )


def test_breaks_tells_the_cascade() -> None:
    """As text."""
    assert "round 1" in run("breaks", "example", "host_consent").stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["assess", "nowhere"], "nowhere: no folder with an operation.yaml"),
        (["schema", "contribution"], "contribution: no such schema"),
        (["assess", "example", "--suppose", "USA=true"], "USA: no such id in view"),
        (["assess", "example", "--html", "/nowhere/brief.html"], "/nowhere/brief.html: cannot"),
    ],
)
def test_a_mistake_is_one_line_and_status_1(
    arguments: list[str],
    message: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """On standard error, without a traceback."""
    monkeypatch.setattr("sys.argv", ["guarantor", *arguments])

    with pytest.raises(SystemExit) as stop:
        main()

    assert stop.value.code == 1
    said = capsys.readouterr()
    assert said.err.startswith(message)
    assert said.err.count("\n") == 1


def test_a_fault_of_our_own_is_one_line_and_another_status(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what to do; the traceback only where it is asked for."""

    def broken(name: str, **options: object) -> None:
        msg = f"cannot happen with {name} and {options}"
        raise RuntimeError(msg)

    monkeypatch.setattr("guarantor.room.open_source", broken)
    monkeypatch.setattr("sys.argv", ["guarantor", "assess", "example"])
    with pytest.raises(SystemExit) as stop:
        main()

    assert stop.value.code == 70
    assert "please report it" in capsys.readouterr().err
    monkeypatch.setenv("GUARANTOR_TRACEBACK", "1")
    with pytest.raises(RuntimeError, match="cannot happen"):
        main()


def test_a_terminal_is_shown_the_five_answers_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two thousand lines would leave it at the sources; --full prints them all the same."""
    monkeypatch.setattr(import_module("guarantor.cli.assess"), "is_terminal", lambda: True)

    short, whole = run("assess", "example"), run("assess", "example", "--full")

    assert "5. How did it move?" in short.stdout
    assert "Party by party" not in short.stdout
    assert "--full" in short.stderr
    assert "Party by party" in whole.stdout
    assert whole.stderr == ""
