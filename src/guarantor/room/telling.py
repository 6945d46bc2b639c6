"""Telling an assessment: in the terminal and as one page."""

from pathlib import Path

from guarantor.brief import Assessment, brief_page, brief_text
from guarantor.errors import CannotWrite


def write_page(document: Assessment, path: Path) -> None:
    """Write the brief as one self-contained HTML file.

    Raises:
        CannotWrite: The file cannot be written there.
    """
    try:
        path.write_text(brief_page(document), encoding="utf-8")
    except OSError as error:
        raise CannotWrite(str(path), error.strerror or "unknown reason") from error


__all__ = ["brief_text", "write_page"]
