"""``guarantor compile``: what it writes, what it prints, and what it refuses."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from guarantor.cli import guarantor, main
from guarantor.operation import bundled
from guarantor.room.evaluate_diagram import CompiledDiagram


def run(*arguments: str) -> Result:
    """Run the command and return what it did."""
    return CliRunner().invoke(guarantor, ["compile", *arguments])


def fail(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> str:
    """Run the command, which ends with status 1, and return its one line on standard error."""
    monkeypatch.setattr("sys.argv", ["guarantor", "compile", *arguments])
    with pytest.raises(SystemExit) as stop:
        main()
    said = capsys.readouterr()
    assert (stop.value.code, said.out, said.err.count("\n")) == (1, "", 1)
    return said.err


def test_it_writes_a_file_and_says_so(tmp_path: Path) -> None:
    """With its nodes, its length and its digest."""
    path = tmp_path / "example.json"

    result = run("example", "-o", str(path))

    assert (result.exit_code, result.stderr) == (0, "")
    digest = json.loads(path.read_text(encoding="utf-8"))["digest"]
    assert result.stdout.startswith(f"{path}: ")
    assert f" nodes in 4 diagrams, {path.stat().st_size:,} bytes; digest {digest}" in result.stdout


def test_json_is_the_one_document_on_standard_output(tmp_path: Path) -> None:
    """It says what was written, and where."""
    path = tmp_path / "example.json.gz"

    result = run("example", "--output", str(path), "--json")

    document = json.loads(result.stdout)
    assert document["schema"] == "guarantor/compilation/1"
    assert document["file"] == str(path)
    assert document["bytes"] == path.stat().st_size
    assert len(document["nodes"]) == 4
    assert path.read_bytes()[:2] == b"\x1f\x8b"


def test_it_takes_what_assess_takes(tmp_path: Path) -> None:
    """What comes out is what assess says under the same options."""
    path = tmp_path / "example.json"
    options = ["--suppose", "backstop=true", "--firm", "pledged", "--audience", "coalition"]

    run("example", "-o", str(path), "--requirement", "reassurance", *options)

    assessed = CliRunner().invoke(
        guarantor, ["assess", "example", "--json", "--requirement", "reassurance", *options]
    )
    chance = json.loads(assessed.stdout)["chance"]["moving_together"]
    found = CompiledDiagram(str(path)).given["moving_together"]["met"]
    assert found == pytest.approx([chance["low"], chance["high"]], abs=1e-12)
    assert found[1] > 0


def test_a_file_has_to_be_named() -> None:
    """There is no default that might overwrite something."""
    result = run("example")

    assert result.exit_code == 2
    assert "--output" in result.stderr


def test_over_budget_is_one_sentence_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Never a sampled file in its place."""
    path = tmp_path / "example.json"

    said = fail(["example", "-o", str(path), "--nodes", "3"], monkeypatch, capsys)

    assert said.startswith("the decision diagram outgrows its budget of 3 nodes")
    assert not path.exists()
    assert run("example", "-o", str(path), "--nodes", "0").exit_code == 2


def test_the_public_is_given_nothing_of_a_live_operation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A named audience is."""
    folder, path = tmp_path / "live", tmp_path / "live.json"
    shutil.copytree(bundled("example"), folder)
    header = folder / "operation.yaml"
    header.write_text(header.read_text().replace("status: historical", "status: live"))

    said = fail([str(folder), "-o", str(path)], monkeypatch, capsys)

    assert "name an audience with --audience" in said
    assert not path.exists()
    assert run(str(folder), "-o", str(path), "--audience", "coalition").exit_code == 0


def test_a_place_that_cannot_be_written_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As for the page."""
    said = fail(["example", "-o", "/nowhere/example.json"], monkeypatch, capsys)

    assert said.startswith("/nowhere/example.json: cannot be written")
