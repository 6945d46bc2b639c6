"""What a language model answered before, kept in a folder of one's own."""

import json
import os
import tempfile
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from guarantor.errors import CannotWrite

_OTHERS = 0o077


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder of answers, which only its owner may read.

    An answer is kept under a hash of all that it depends on; the text that was sent is not kept,
    but an answer quotes it.

    Attributes:
        folder: The folder; it is made where it is missing. Without one nothing is kept.
    """

    folder: Path | None

    def __post_init__(self) -> None:
        if self.folder is None:
            return
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            mode = self.folder.stat().st_mode
        except OSError as error:
            raise CannotWrite(str(self.folder), error.strerror or "no folder") from error
        if os.name == "posix" and mode & _OTHERS:
            raise CannotWrite(str(self.folder), "others than its owner may read it: chmod 700")

    def find(self, *parts: str) -> str | None:
        """Return the answer that is kept for something; ``None`` where none is."""
        if self.folder is None:
            return None
        try:
            told = json.loads(self._place(parts).read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return None
        answer = told.get("answer") if isinstance(told, dict) else None
        return answer if isinstance(answer, str) else None

    def keep(self, answer: str, *parts: str) -> None:
        """Keep an answer, whole or not at all.

        Raises:
            CannotWrite: The folder cannot be written to.
        """
        if self.folder is None:
            return
        try:
            self._write(self._place(parts), json.dumps({"answer": answer}))
        except OSError as error:
            raise CannotWrite(str(self.folder), error.strerror or "no reason given") from error

    def _write(self, place: Path, text: str) -> None:
        handle, name = tempfile.mkstemp(dir=self.folder, prefix=".", suffix=".part")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:  # mkstemp: its owner's alone
                file.write(text)
            Path(name).replace(place)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise

    def _place(self, parts: tuple[str, ...]) -> Path:
        name = sha256(json.dumps(parts).encode()).hexdigest()
        return Path(self.folder or ".") / f"{name}.json"
