"""The parts of an operation: which file holds which, and in which shape."""

from dataclasses import dataclass
from typing import Any

from guarantor.model import Kind
from guarantor.operation.asks import ASK
from guarantor.operation.contributions import CONTRIBUTION
from guarantor.operation.documents import DOCUMENT
from guarantor.operation.evidence import ARRANGEMENT, EVENT, STATEMENT
from guarantor.operation.header import HEADER
from guarantor.operation.parties import PARTY
from guarantor.operation.propositions import PROPOSITION
from guarantor.operation.requirements import REQUIREMENT
from guarantor.operation.shapes import Record, Shape


@dataclass(frozen=True, slots=True)
class Part:
    """One part of an operation.

    Attributes:
        kind: Which.
        file: Name of the file that holds it.
        shape: The shape of one entry.
        id_key: The key of an entry that names it.
    """

    kind: Kind
    file: str
    shape: Shape[Any]
    id_key: str = "id"

    @property
    def schema_name(self) -> str:
        """Name of its schema: the file's without its ending."""
        return self.file.partition(".")[0]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of a CSV file, in order; empty for YAML."""
        if isinstance(self.shape, Record) and self.shape.is_row:
            return tuple(key.name for key in self.shape.keys)
        return ()


PARTS = (
    Part(Kind.OPERATION, "operation.yaml", HEADER),
    Part(Kind.PARTY, "parties.yaml", PARTY, "code"),
    Part(Kind.PROPOSITION, "propositions.yaml", PROPOSITION),
    Part(Kind.CONTRIBUTION, "contributions.yaml", CONTRIBUTION),
    Part(Kind.REQUIREMENT, "requirements.yaml", REQUIREMENT, "name"),
    Part(Kind.ARRANGEMENT, "arrangements.yaml", ARRANGEMENT, "topic"),
    Part(Kind.STATEMENT, "statements.csv", STATEMENT),
    Part(Kind.EVENT, "events.csv", EVENT),
    Part(Kind.ASK, "asks.csv", ASK),
    Part(Kind.DOCUMENT, "documents.csv", DOCUMENT),
)
"""Every part, in the order in which files are read and faults are told."""
PART_OF = {part.kind: part for part in PARTS}
FILES = tuple(part.file for part in PARTS)
