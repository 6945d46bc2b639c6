"""The pages of reference say what the program says."""

import ast
import re
from pathlib import Path
from typing import get_type_hints

import pytest

from guarantor.brief import Assessment
from guarantor.ledger.findings import DOUBTS
from tests.docs.generator import DOCS, SOURCE, pages

ASSESSMENT = (DOCS / "reference" / "assessment.md").read_text(encoding="utf-8")
AGAIN = "run docs/generate.py with the Python of .venv/dev"


@pytest.mark.parametrize("path", [pytest.param(path, id=path.name) for path in pages()])
def test_a_committed_page_is_what_the_program_makes(path: Path) -> None:
    """A page that is made is never edited: whoever changes the program makes it anew."""
    assert path.read_text(encoding="utf-8") == pages()[path], AGAIN


def test_every_key_of_the_assessment_is_explained() -> None:
    """Each key of the document has a row that begins with it."""
    keys = get_type_hints(Assessment)

    assert [key for key in keys if f"\n| `{key}` " not in ASSESSMENT] == []


def _objects() -> list[tuple[str, str, str]]:
    """Return each object within the document: its name, a key of it and the key's type."""
    tree = ast.parse((SOURCE / "brief" / "document.py").read_text(encoding="utf-8"))
    return [
        (node.name, field.target.id, ast.unparse(field.annotation))
        for node in tree.body
        if isinstance(node, ast.ClassDef)
        for field in node.body
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
    ]


@pytest.mark.parametrize("name", sorted({name for name, _, _ in _objects()}))
def test_every_object_of_the_assessment_has_its_keys_and_types(name: str) -> None:
    """Under the object's heading stands a row for each key, with the type that the code gives."""
    _, _, section = ASSESSMENT.partition(f"`{name}`\n\n")
    section = re.split(r"^## ", section, maxsplit=1, flags=re.MULTILINE)[0]

    rows = dict(re.findall(r"^\| `(\w+)` \| `([^`]*)` \|", section, re.MULTILINE))
    wanted = {key: kind.replace(" | ", " or ") for owner, key, kind in _objects() if owner == name}
    assert {key: rows.get(key) for key in wanted} == wanted


def test_every_finding_is_explained() -> None:
    """The guide to reading a brief lists each code that the program can emit."""
    page = (DOCS / "guide" / "reading-a-brief.md").read_text(encoding="utf-8")
    doubts = (SOURCE / "room" / "doubts.py").read_text(encoding="utf-8")
    codes = [doubt.__name__ for doubt in DOUBTS] + re.findall(r'yield "(\w+)"', doubts)

    assert [code for code in codes if f"\n| `{code}` " not in page] == []
