"""The operations that come with the package."""

from importlib.resources import files
from pathlib import Path

from guarantor.errors import UnknownOperation

BUNDLED = ("example", "ukraine-2025")
"""Names of the bundled operations."""


def bundled(name: str) -> Path:
    """Return the folder of a bundled operation.

    Raises:
        UnknownOperation: No operation of that name is bundled.
    """
    if name not in BUNDLED:
        raise UnknownOperation(name, BUNDLED)
    return Path(str(files("guarantor"))) / "operations" / name
