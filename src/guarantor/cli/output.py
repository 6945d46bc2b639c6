"""What goes where: the answer to standard output, notes to standard error."""

import json
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from typing import TypeVar

import click

T = TypeVar("T")


def print_json(document: object) -> None:
    """Print one JSON document."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def note(message: str) -> None:
    """Say something that is no part of the answer."""
    click.echo(message, err=True)


def is_terminal() -> bool:
    """Tell whether standard output is a terminal."""
    return sys.stdout.isatty()


def wants_colour() -> bool:
    """Tell whether standard output is a terminal that may be coloured."""
    return is_terminal() and not os.environ.get("NO_COLOR")


def width() -> int:
    """Return how many columns a brief may take: the terminal's, 80 when piped, 120 at most."""
    return min(shutil.get_terminal_size().columns, 120) if is_terminal() else 80


def track(items: Sequence[T], label: str) -> Iterator[T]:
    """Show a progress bar on standard error while items pass, if that is a terminal."""
    with click.progressbar(
        items, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()
    ) as bar:
        yield from bar
