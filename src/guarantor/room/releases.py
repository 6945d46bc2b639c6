"""What leaves the room: an operation as an audience may see it, with the audience on it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guarantor.errors import CannotWrite
from guarantor.ledger import released
from guarantor.model import PUBLIC, Piece
from guarantor.operation import write_pieces
from guarantor.room.opening import Source


@dataclass(frozen=True, kw_only=True)
class Release:
    """What an audience may see of an operation.

    Attributes:
        operation: Id of the operation.
        audience: For whom it is.
        pieces: What is released, object by object.
    """

    operation: str
    audience: str
    pieces: tuple[Piece, ...]

    @property
    def banner(self) -> str:
        """The line that opens whatever is written."""
        whom = "the public" if self.audience == PUBLIC else f"the audience {self.audience} only"
        return f"Operation {self.operation}, for {whom}. Not for classified information."

    @property
    def summary(self) -> str:
        """What was written, for whom."""
        return f"{len(self.pieces)} entries written. {self.banner}"

    def document(self) -> dict[str, Any]:
        """Return all of it as JSON has it."""
        return {
            "schema": "guarantor/release/1",
            "banner": self.banner,
            "operation": self.operation,
            "audience": self.audience,
            "pieces": [
                {"kind": piece.kind.value, "id": piece.id, "content": piece.content}
                for piece in self.pieces
            ],
        }

    def report(self, folder: str) -> dict[str, Any]:
        """Return where it was written, as JSON has it."""
        return {
            "schema": "guarantor/export/1",
            "folder": folder,
            "operation": self.operation,
            "audience": self.audience,
            "banner": self.banner,
            "entries": len(self.pieces),
        }

    def write(self, folder: Path) -> None:
        """Write a new folder that holds it, with the audience in a file's name and as a banner.

        Raises:
            CannotWrite: The folder holds an operation already, or cannot be written.
        """
        write_pieces(self.pieces, folder)
        header = folder / "operation.yaml"
        try:
            header.write_bytes(f"# {self.banner}\n".encode() + header.read_bytes())
            (folder / f"for-{self.audience}.txt").write_bytes(f"{self.banner}\n".encode())
        except OSError as error:
            raise CannotWrite(str(folder), str(error.strerror)) from error


def release(source: Source, audience: str) -> Release:
    """Return what an audience may see of an opened operation.

    Raises:
        UnknownId: The operation names no such audience.
    """
    return Release(
        operation=source.operation.id,
        audience=audience,
        pieces=released(source.pieces, source.operation, audience),
    )
