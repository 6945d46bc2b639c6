"""JSON Schemas say what the check accepts."""

import importlib.resources
from typing import Any

import jsonschema
import pytest

from guarantor.errors import UnknownId
from guarantor.model import Kind
from guarantor.operation import SCHEMA_NAMES, bundled, open_folder, schema
from guarantor.operation.json_schemas import written
from guarantor.operation.parts import PART_OF, PARTS

ASK = dict.fromkeys(PART_OF[Kind.ASK].columns, "") | {
    "id": "more",
    "asked": "BRA",
    "change": "add bra-troops: 500",
    "asked_on": "2025-03-01",
}


def test_there_is_a_schema_for_every_file() -> None:
    """In order of the files."""
    assert SCHEMA_NAMES == (
        "operation",
        "parties",
        "propositions",
        "contributions",
        "requirements",
        "arrangements",
        "statements",
        "events",
        "asks",
        "documents",
    )


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.schema_name)
def test_the_files_shipped_are_what_the_shapes_make(part: Any) -> None:  # noqa: ANN401 - pytest's
    """Where this fails, ``write_schemas`` writes them anew."""
    path = importlib.resources.files("guarantor.operation").joinpath("schemas")

    assert path.joinpath(f"{part.schema_name}.json").read_text("utf-8") == written(part)


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_every_schema_is_one_and_says_what_each_key_is(name: str) -> None:
    """Draft 2020-12; an editor shows the descriptions."""
    loaded = schema(name)

    jsonschema.Draft202012Validator.check_schema(loaded)
    assert all("description" in one for one in _properties(loaded))


def _properties(value: object) -> list[dict[str, Any]]:
    """Return every property of a schema, however deep."""
    if isinstance(value, list):
        return [one for inner in value for one in _properties(inner)]
    if not isinstance(value, dict):
        return []
    own = list(value["properties"].values()) if "properties" in value else []
    return own + [one for inner in value.values() for one in _properties(inner)]


@pytest.mark.parametrize("operation", ["example", "ukraine-2025"])
@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.schema_name)
def test_a_bundled_operation_is_valid(operation: str, part: Any) -> None:  # noqa: ANN401 - pytest's
    """File by file, as an editor would see it."""
    _, pieces = open_folder(bundled(operation))
    contents = [dict(piece.content) for piece in pieces if piece.kind is part.kind]
    whole: object = contents
    if part.schema_name == "operation":
        whole = contents[0]
    if part.schema_name == "requirements":
        whole = {one.pop("name"): one for one in contents}

    jsonschema.Draft202012Validator(schema(part.schema_name)).validate(whole)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("operation", {"id": "x"}),
        ("parties", [{"code": "AAA", "name": "x", "rolls": []}]),
        ("parties", [{"code": "AAA", "name": "x", "decision": 2}]),
        ("parties", [{"code": "AAA", "name": "x", "decision": "maybe"}]),
        ("parties", [{"code": "and", "name": "x"}]),
        ("parties", [{"code": "AAA", "name": "x", "terms": [{"if": "b"}]}]),
        ("contributions", [{"id": "x", "party": "A", "capability": "c", "evidence": ["s"]}]),
        ("requirements", {"watch": {"name": "watch", "lines": []}}),
        ("parties", [{"code": "AAA", "name": "x", "decision": {"mean": 0.4}}]),
        ("parties", [{"code": "AAA", "name": "x", "lasting": {}}]),
        (
            "propositions",
            [{"id": "x", "text": "x", "chance": 0.5, "chance_given": [{"if": "y", "chance": 0}]}],
        ),
        ("propositions", [{"id": "x", "text": "x", "chance_given": []}]),
        ("propositions", [{"id": "x", "text": "x", "chance_given": [{"if": "y"}]}]),
        ("propositions", [{"id": "x", "text": "x", "chance_given": [{"if": "y", "else": 0.5}]}]),
        ("events", [{"id": "x"}]),
        ("asks", [{**ASK, "change": "get more"}]),
        ("asks", [{**ASK, "answer": "no"}]),
    ],
)
def test_what_the_check_refuses_is_not_valid(name: str, content: object) -> None:
    """Unknown keys, keys left out, numbers out of range, words of the language."""
    assert not jsonschema.Draft202012Validator(schema(name)).is_valid(content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("parties", {"code": "A", "name": "x", "decision": {"mean": 0.4, "weight": 12}}),
        ("parties", {"code": "A", "name": "x", "lasting": {"monthly_hazard": "unlikely"}}),
        (
            "propositions",
            {"id": "x", "text": "x", "chance_given": [{"if": "y", "chance": 1}, {"else": 0.5}]},
        ),
        ("asks", ASK),
    ],
)
def test_what_the_check_accepts_is_valid(name: str, content: object) -> None:
    """Uncertain chances, chances case by case, hazards, asks."""
    jsonschema.Draft202012Validator(schema(name)).validate([content])


def test_a_schema_of_another_name_is_not_there() -> None:
    """The names are told."""
    with pytest.raises(UnknownId, match="party: no such schema; did you mean parties"):
        schema("party")
