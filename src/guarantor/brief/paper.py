"""Paper: a terminal's page that is written on and then read as text."""

import io
import os
from collections.abc import Iterable

from rich.console import Console, RenderableType

NARROWEST = 40
"""Fewest columns of a page."""


class Paper:
    """A page of some width; plain and without escapes unless colour is asked for."""

    def __init__(self, *, width: int, color: bool) -> None:
        """Start an empty page; ``NO_COLOR`` in the environment keeps it plain."""
        self._file = io.StringIO()
        color = color and not os.environ.get("NO_COLOR")
        self._console = Console(
            file=self._file,
            width=max(width, NARROWEST),
            force_terminal=color,
            color_system="standard" if color else None,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
        )

    @property
    def width(self) -> int:
        """How many columns it has."""
        return self._console.width

    def written(self, parts: Iterable[RenderableType]) -> str:
        """Write the parts and return the text, no line with blanks at its end."""
        for part in parts:
            self._console.print(part, crop=False)  # an address keeps its length
        lines = self._file.getvalue().splitlines()
        return "\n".join(line.rstrip() for line in lines) + "\n"
