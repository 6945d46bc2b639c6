"""JSON Schemas of the folder's files, for editors and other programs.

They are made from the shapes and shipped as files beside this module. Where a shape has changed,
``write_schemas(Path("src/guarantor/operation/schemas"))`` writes the files anew.
"""

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

from guarantor.errors import UnknownId
from guarantor.model import Kind
from guarantor.operation.parts import PARTS, Part
from guarantor.operation.requirements import NAME
from guarantor.operation.shapes import Named, Schema

SCHEMA_NAMES = tuple(part.schema_name for part in PARTS)
"""Names of the schemas, one a file of the folder."""
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SAYS = {
    Kind.OPERATION: "What is asked, for whom, and what all parts of the operation share.",
    Kind.PARTY: "States, organisations and armed sides, with their terms for taking part at all.",
    Kind.PROPOSITION: "What may turn out true, when, and what is on record of it.",
    Kind.CONTRIBUTION: "Who offers what, on which terms, and what became known of it step by step.",
    Kind.REQUIREMENT: "What is needed: named sets of lines.",
    Kind.ARRANGEMENT: "How far the things that have to be arranged are arranged.",
    Kind.STATEMENT: "Who said what about whom: the rows of the file, a column a key, all text.",
    Kind.EVENT: "What happened, is planned or contested: the rows of the file, a column a key.",
    Kind.ASK: "What was asked of whom, and how they answered: the rows of the file, all text.",
    Kind.DOCUMENT: "Documents and whose reports they are: the rows of the file, all text.",
}


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of one file of the folder.

    For a CSV file it is the schema of its rows as a list of objects.

    Raises:
        UnknownId: There is no schema of that name.
    """
    if name not in SCHEMA_NAMES:
        raise UnknownId(kind="schema", name=name, known=SCHEMA_NAMES)
    text = files("guarantor.operation").joinpath("schemas", f"{name}.json").read_text("utf-8")
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def made_schema(part: Part) -> Schema:
    """Return the schema of a file as its shapes make it."""
    return {
        "$schema": _DIALECT,
        "$id": f"urn:guarantor:schema:{part.schema_name}:1",
        "title": part.file,
        "description": _SAYS[part.kind],
        **_root(part),
    }


def _root(part: Part) -> Schema:
    match part.kind:
        case Kind.OPERATION:
            return part.shape.schema()
        case Kind.REQUIREMENT:
            return Named(NAME.shape, part.shape, "a mapping of requirement sets").schema()
        case _:
            return {"type": "array", "items": part.shape.schema()}


def written(part: Part) -> str:
    """Return the text of a schema's file."""
    return f"{json.dumps(made_schema(part), ensure_ascii=False, indent=2)}\n"


def write_schemas(path: Path) -> None:
    """Write every schema into a folder."""
    for part in PARTS:
        (path / f"{part.schema_name}.json").write_text(written(part), "utf-8")
