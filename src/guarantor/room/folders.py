"""The folder: is it sound, how does one start one, how is each file written?"""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guarantor.errors import BrokenLedger, Fault, FaultyFolder, UnknownId
from guarantor.ledger import standing
from guarantor.model import Operation, Piece
from guarantor.operation import BUNDLED, SCHEMA_NAMES, bundled, check_folder, start_folder
from guarantor.operation import schema as schema_of
from guarantor.room.opening import DECISIONS, decisions, open_source


@dataclass(frozen=True, kw_only=True)
class Report:
    """What a check found."""

    folder: str
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    summary: str

    def document(self) -> dict[str, Any]:
        """Return the report as JSON has it."""
        return {
            "schema": "guarantor/check/1",
            "folder": self.folder,
            "faults": [_fault(fault) for fault in self.faults],
            "warnings": [_fault(fault) for fault in self.warnings],
        }


def _fault(fault: Fault) -> dict[str, Any]:
    return {
        "file": fault.file,
        "line": fault.line,
        "column": fault.column,
        "message": fault.message,
    }


def check(folder: str) -> Report:
    """Return everything that is wrong with a folder or a bundled operation."""
    path = Path(folder)
    is_bundled = folder in BUNDLED and not (path / "operation.yaml").is_file()
    place = bundled(folder) if is_bundled else path
    found = check_folder(place, () if is_bundled else _standing(path))
    operation, faults = found.operation, found.faults
    if operation and not is_bundled:
        operation, faults = _decided(path if path.is_dir() else path.parent, operation)
    counts = (
        f"{len(operation.parties)} parties, {len(operation.contributions)} contributions, "
        f"{len(operation.statements)} statements"
        if operation
        else "not readable"
    )
    return Report(
        folder=folder,
        faults=faults,
        warnings=found.warnings,
        summary=f"{folder}: no fault ({counts})",
    )


def _standing(folder: Path) -> tuple[Piece, ...]:
    """Return what was decided on a folder and stands; nothing where that cannot be trusted."""
    try:
        return standing(decisions(folder))
    except BrokenLedger:  # told with the faults of the decisions
        return ()


def _decided(folder: Path, operation: Operation) -> tuple[Operation | None, tuple[Fault, ...]]:
    """Return an operation with the decisions that were taken on it, and the faults of these."""
    try:
        return (open_source(str(folder)).operation if decisions(folder) else operation), ()
    except FaultyFolder as error:
        return None, error.faults
    except BrokenLedger as error:
        return None, (Fault(DECISIONS, 1, 1, str(error)),)


def start(name: str, into: Path | None) -> Path:
    """Make a commented starter folder and return its path."""
    path = into or Path(name)
    start_folder(name, path)
    return path


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of one file of the folder.

    Raises:
        UnknownId: There is no schema of that name.
    """
    if name not in SCHEMA_NAMES:
        raise UnknownId(kind="schema", name=name, known=SCHEMA_NAMES)
    return schema_of(name)
