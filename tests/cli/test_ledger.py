"""``guarantor ledger``: answers on standard output, acknowledgements on standard error."""

import json
import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guarantor.cli import guarantor
from guarantor.errors import GuarantorError
from guarantor.operation import bundled


def run(*arguments: str | Path) -> Result:
    """Run ``guarantor ledger`` and return what it did; the caller's mistakes are exceptions."""
    return CliRunner().invoke(guarantor, ["ledger", *map(str, arguments)])


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Return a ledger file that holds the example."""
    path = tmp_path / "example.ledger"
    assert run("import", "example", "--into", path, "--by", "An analyst").exit_code == 0
    return path


def test_an_import_acknowledges_on_standard_error_and_ends_with_its_summary(tmp_path: Path) -> None:
    """What a killed import had acknowledged can be read off the screen."""
    path = tmp_path / "ukraine.ledger"

    result = run("import", "ukraine-2025", "--into", path)

    total = len(result.stderr.splitlines()) * 50
    assert result.exit_code == 0
    assert result.stderr.startswith(f"{path}: 50 of ")
    assert total >= 300
    assert result.stdout.startswith(f"{path}: ")
    assert result.stdout.count("\n") == 1
    assert " recorded, 0 amended, 0 withdrawn; last entry " in result.stdout


def test_whoever_is_logged_in_takes_the_decision_unless_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An entry always says who took it, and why."""
    monkeypatch.setenv("LOGNAME", "bea")
    run("import", "example", "--into", tmp_path / "a", "--reason", "as agreed")

    (row,) = json.loads(run("log", tmp_path / "a", "--of", "ALF", "--json").stdout)

    assert (row["recorded_by"], row["reason"]) == ("bea", "as agreed")


@pytest.mark.parametrize("mistake", [KeyError, OSError])
def test_where_nobody_has_a_name_it_has_to_be_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mistake: type[Exception]
) -> None:
    """Nothing enters the ledger without a decision that names who took it."""

    def refuse() -> str:
        raise mistake

    monkeypatch.setattr("getpass.getuser", refuse)

    result = run("import", "example", "--into", tmp_path / "a")

    assert result.exit_code == 2
    assert "say with --by NAME who takes the decision" in result.stderr
    assert not (tmp_path / "a").exists()


def test_every_command_prints_one_json_document(tmp_path: Path, ledger: Path) -> None:
    """On standard output, and nothing else."""
    outputs = [
        run("import", "example", "--into", tmp_path / "b.ledger", "--json"),
        run("export", ledger, "--into", tmp_path / "out", "--json"),
        run("export", ledger, "--audience", "coalition", "--into", "-"),
        run("export", ledger, "--into", "-", "--json"),
        run("log", ledger, "--json"),
        run("diff", ledger, "--from", "2025-03", "--to", "2025-04", "--json"),
        run("diff", ledger, "--from", "2025-02-28", "--to", "2025-03-15", "--json"),
        run("verify", ledger, "--json"),
    ]

    imported, exported, whole, part, log, none, some, verified = (
        json.loads(result.stdout) for result in outputs
    )

    assert [result.exit_code for result in outputs] == [0] * len(outputs)
    assert (imported["record"], imported["entries"]) == (43, 43)
    assert imported["last_hash"] != verified["last_hash"]
    assert (exported["audience"], exported["entries"]) == ("public", 41)
    assert (len(whole["pieces"]), len(part["pieces"])) == (43, 41)
    assert whole["banner"].startswith("Operation example, for the audience coalition only.")
    assert log[-1]["hash"] == verified["last_hash"]
    assert (none["from"], none["to"], none["changes"]) == ("2025-03-31", "2025-04-30", [])
    assert some["changes"][0]["kind"] == "statement"
    assert verified["entries"] == 43


def test_people_get_lines_of_text(tmp_path: Path, ledger: Path) -> None:
    """One line where that says it all."""
    exported = run("export", ledger, "--into", tmp_path / "out")
    assert exported.stdout == (
        f"{tmp_path / 'out'}: 41 entries written. Operation example, for the public. Not for "
        "classified information.\n"
    )
    assert run("log", ledger).stdout.count("\n") == 43
    assert "was raised from signalled to pledged" in (
        run("diff", ledger, "--from", "2025-03-01", "--to", "2025-03-15").stdout
    )
    assert run("verify", ledger).stdout.startswith(f"{ledger}: 43 entries, all whole; last hash ")


@pytest.mark.parametrize(
    ("moment", "count"),
    [
        ("1999-12-31", 0),
        ("1999-12-31T23:59:59+05:00", 0),
        ("1999-12-31T23:59Z", 0),
        ("2999-12-31", 43),
        ("2999-12-31T00:00", 43),
    ],
)
def test_a_ledger_is_asked_as_it_stood_at_a_moment(ledger: Path, moment: str, count: int) -> None:
    """In UTC unless the moment says otherwise; a day is read as its end."""
    rows = json.loads(run("log", ledger, "--recorded-at", moment, "--json").stdout)

    assert len(rows) == count


def test_a_moment_that_is_none_is_told(ledger: Path) -> None:
    """As an option that cannot be used."""
    result = run("log", ledger, "--recorded-at", "yesterday")

    assert result.exit_code == 2
    assert "a moment reads YYYY-MM-DDTHH:MM" in result.stderr


def test_a_mistake_is_an_error_of_ours(tmp_path: Path, ledger: Path) -> None:
    """Which the command says in one line."""
    folder = tmp_path / "copy"
    shutil.copytree(bundled("example"), folder)
    os.truncate(folder / "operation.yaml", 0)

    for arguments in (
        ("import", folder, "--into", ledger),
        ("import", "example", "--into", tmp_path / "nowhere" / "a.ledger"),
        ("export", "no-such-operation", "--into", "-"),
        ("diff", ledger, "--from", "2025-03-15", "--to", "2025-03-01"),
        ("verify", folder),
    ):
        assert isinstance(run(*arguments).exception, GuarantorError)
