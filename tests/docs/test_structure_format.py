"""The page on the structure says what the program writes."""

import json
import re
from typing import Any

from guarantor.room import Options, structure
from tests.docs.generator import DOCS, SOURCE
from tests.viability.golden_operations import pair

PAGE = (DOCS / "reference" / "structure-format.md").read_text(encoding="utf-8")
SCHEMA = json.loads((SOURCE / "room" / "schemas" / "structure.json").read_text(encoding="utf-8"))


def keys(schema: Any) -> set[str]:  # noqa: ANN401  a schema is any JSON
    """Return every key that a schema names, at any depth."""
    if isinstance(schema, list):
        return {key for one in schema for key in keys(one)}
    if not isinstance(schema, dict):
        return set()
    return set(schema.get("properties", {})) | {key for one in schema.values() for key in keys(one)}


def test_every_key_of_the_document_is_explained() -> None:
    """Each stands on the page as code."""
    assert [key for key in sorted(keys(SCHEMA)) if f"`{key}`" not in PAGE] == []


def test_every_kind_of_formula_is_explained() -> None:
    """Each by the word in its ``is``."""
    named = [one["properties"]["is"]["const"] for one in SCHEMA["$defs"]["formula"]["oneOf"]]

    assert [name for name in named if f"`{name}`" not in PAGE] == []
    assert len(named) == 7


def test_the_document_on_the_page_is_what_is_made() -> None:
    """All of it."""
    (block,) = re.findall(r"^```json\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)

    assert json.loads(block) == json.loads(json.dumps(structure(pair(), Options())))
