"""The room: opens an operation and answers every question about it."""

from guarantor.brief.asks_told import asks_text
from guarantor.operation import SCHEMA_NAMES
from guarantor.room.asks import asks
from guarantor.room.assess import assess
from guarantor.room.breaks import breaks, breaks_text
from guarantor.room.clusters import dask_executor
from guarantor.room.diagrams import compile_diagram, write_diagram
from guarantor.room.folders import check, schema, start
from guarantor.room.opening import Source, SourceKind, open_source
from guarantor.room.options import Options, method
from guarantor.room.pools import Failed, run_all
from guarantor.room.statements import statements, statements_text
from guarantor.room.sweep import sweep_grid
from guarantor.room.sweep_told import sweep_csv, sweep_text
from guarantor.room.telling import brief_text, write_page

__all__ = [
    "SCHEMA_NAMES",
    "Failed",
    "Options",
    "Source",
    "SourceKind",
    "asks",
    "asks_text",
    "assess",
    "breaks",
    "breaks_text",
    "brief_text",
    "check",
    "compile_diagram",
    "dask_executor",
    "method",
    "open_source",
    "run_all",
    "schema",
    "start",
    "statements",
    "statements_text",
    "sweep_csv",
    "sweep_grid",
    "sweep_text",
    "write_diagram",
    "write_page",
]
