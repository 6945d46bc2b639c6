"""The room: opens an operation and answers every question about it."""

from guarantor.operation import SCHEMA_NAMES
from guarantor.room.assess import assess
from guarantor.room.breaks import breaks, breaks_text
from guarantor.room.folders import check, schema, start
from guarantor.room.opening import Source, SourceKind, open_source
from guarantor.room.options import Options
from guarantor.room.statements import statements, statements_text
from guarantor.room.telling import brief_text, write_page

__all__ = [
    "SCHEMA_NAMES",
    "Options",
    "Source",
    "SourceKind",
    "assess",
    "breaks",
    "breaks_text",
    "brief_text",
    "check",
    "open_source",
    "schema",
    "start",
    "statements",
    "statements_text",
    "write_page",
]
