"""A commented folder to start an operation from."""

import re
from importlib.resources import files
from pathlib import Path

from guarantor.errors import CannotWrite
from guarantor.operation.parts import PARTS
from guarantor.operation.words import LONGEST_ID, RESERVED
from guarantor.operation.writing import write_texts

_PLACEHOLDER = "name-of-the-operation"


def start_folder(name: str, path: Path) -> None:
    """Write a small commented folder that passes the check.

    Args:
        name: What the operation is called; its id is the last part of it, made of letters, digits,
            ``_`` and ``-``.
        path: The folder to make; nothing that is there already is overwritten.

    Raises:
        CannotWrite: No id can be made of the name, or the folder cannot be written.
    """
    operation_id = _id_from(name)
    starter = files("guarantor.operation").joinpath("starter")
    texts = {part.file: starter.joinpath(part.file).read_text("utf-8") for part in PARTS}
    texts = {file: text.replace(_PLACEHOLDER, operation_id) for file, text in texts.items()}
    write_texts(texts, path)


def _id_from(name: str) -> str:
    """Return the id that a name makes.

    Example:
        >>> _id_from("operations/Northern Watch, 2025")
        'Northern-Watch-2025'
    """
    words = re.findall(r"[A-Za-z0-9_]+", Path(name).name)
    made = "-".join(word.strip("_") for word in words if word.strip("_"))
    if not made or len(made) > LONGEST_ID:
        reason = f"a name has from 1 to {LONGEST_ID} letters and digits"
        raise CannotWrite(name or '""', reason)
    is_id = made[0].isalpha() and made not in RESERVED
    return made if is_id else f"operation-{made}"
