"""The page on the compiled diagram says what the program writes, and its sums come out."""

import json
import re
from typing import Any

import numpy as np
import pytest

from guarantor.room import Options, compile_diagram
from guarantor.viability.diagrams.artefact import restored
from tests.docs.generator import DOCS, SOURCE
from tests.viability.golden_operations import pair

PAGE = (DOCS / "reference" / "diagram-format.md").read_text(encoding="utf-8")
SCHEMA = json.loads((SOURCE / "room" / "schemas" / "diagram.json").read_text(encoding="utf-8"))
ROWS = re.findall(
    r"^\| (\d) \| `[^`]+` \| ([\d.]+) \| ([\d.]+) \| ([\d.]+) \|$", PAGE, re.MULTILINE
)


def keys(schema: dict[str, Any]) -> set[str]:
    """Return every key that a schema names, at any depth."""
    properties: dict[str, Any] = schema.get("properties", {})
    found = set(properties)
    for inner in (*properties.values(), schema.get("items")):
        found |= keys(inner) if inner else set()
    return found


def test_every_key_of_the_document_is_explained() -> None:
    """Each stands on the page as code."""
    assert sorted(key for key in keys(SCHEMA) if f"`{key}`" not in PAGE) == [
        "moving_together",
        "nobody_moves_first",
    ]
    assert '"nobody_moves_first"' in PAGE


def test_the_document_on_the_page_is_what_is_compiled() -> None:
    """All of it but its digest; a release need not change the page."""
    (block,) = re.findall(r"^```json\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    document = json.loads(json.dumps(compile_diagram(pair(), Options())))

    shown = json.loads(block)
    assert shown == {**document, "digest": "…", "version": shown["version"]}


@pytest.mark.parametrize(
    ("column", "chances"), [(1, (0.8, 0.6, 0.5)), (2, (0.9, 0.6, 0.5)), (3, (0.8, 0.6, 1.0))]
)
def test_the_sums_done_by_hand_come_out(column: int, chances: tuple[float, ...]) -> None:
    """Node by node, at the low end, the high end, and with the ceasefire on."""
    document = compile_diagram(pair(), Options())
    diagram = restored(document["diagrams"][0], [one["id"] for one in document["variables"]])

    worth = diagram.values(np.array(chances))

    assert [int(row[0]) for row in ROWS] == list(range(2, len(diagram)))
    assert worth[2:] == pytest.approx([float(row[column]) for row in ROWS], abs=1e-12)
