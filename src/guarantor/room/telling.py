"""Telling an assessment: in the terminal and as one page."""

from pathlib import Path

from guarantor.brief import Assessment, WhatIf, brief_page, brief_text
from guarantor.errors import CannotWrite


def write_page(document: Assessment, path: Path, what_if: WhatIf | None = None) -> None:
    """Write the brief as one self-contained HTML file, with the what-if where one is given.

    Raises:
        CannotWrite: The file cannot be written there.
    """
    try:
        path.write_text(brief_page(document, what_if), encoding="utf-8")
    except OSError as error:
        raise CannotWrite(str(path), error.strerror or "unknown reason") from error


__all__ = ["brief_page", "brief_text", "write_page"]
