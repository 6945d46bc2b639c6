"""The commands that the docs show are run, and print what the docs show."""

import doctest
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(r"^\$ (.*\n(?:> .*\n)*)((?:(?!\$ ).*\n)*)", re.MULTILINE)
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def _examples(page: Path) -> Iterator[tuple[str, str]]:
    """Give each command of a page with the output that the page shows for it."""
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        for command, output in EXAMPLE.findall(block):
            yield command.replace("\n> ", "\n").strip(), output


def _shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder where both `guarantor` and `./run` are this checkout."""
    return subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder / "work",
        env={
            **os.environ,
            "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
            "COLUMNS": "100",
            "NO_COLOR": "1",
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder to work in, beside the commands."""
    for command in (tmp_path / "bin" / "guarantor", tmp_path / "work" / "run"):
        command.parent.mkdir()
        command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m guarantor "$@"\n')
        command.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize(
    "page",
    [pytest.param(page, id=str(page.relative_to(ROOT))) for page in PAGES if any(_examples(page))],
)
def test_the_commands_of_a_page_do_what_it_shows(page: Path, folder: Path) -> None:
    """A page is worked through from top to bottom; where it shows no output, any will do."""
    for command, expected in _examples(page):
        done = _shell(command, folder)

        if expected:
            assert doctest.OutputChecker().check_output(expected, done.stdout, OPTIONS), (
                f"$ {command}\n{done.stdout}"
            )
        else:
            assert done.returncode == 0, f"$ {command}\n{done.stdout}"
