"""The script that makes the pages of reference, loaded from its file: ``docs`` is no package."""

import runpy
from collections.abc import Callable, Iterator
from pathlib import Path

import click

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SOURCE = ROOT / "src" / "guarantor"

_SCRIPT = runpy.run_path(str(DOCS / "generate.py"))
pages: Callable[[], dict[Path, str]] = _SCRIPT["pages"]
every_command: Callable[[], Iterator[tuple[str, click.Command]]] = _SCRIPT["every_command"]
help_and_example: Callable[[click.Command], tuple[str, str]] = _SCRIPT["help_and_example"]
