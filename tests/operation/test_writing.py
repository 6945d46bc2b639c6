"""Pieces written as a folder read back to the same pieces."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guarantor.errors import CannotWrite
from guarantor.model import Kind, Piece
from guarantor.operation import bundled, open_folder, write_pieces
from guarantor.operation.folder import Folder
from guarantor.operation.nodes import plain
from guarantor.operation.reading import Reading
from guarantor.operation.writing import texts_of
from guarantor.operation.yaml_text import read_yaml
from tests.operation.small import broken, check_small, write_small
from tests.operation.test_nodes import plain_data


@pytest.mark.parametrize("name", ["example", "ukraine-2025"])
def test_a_bundled_operation_is_written_and_read_back(tmp_path: Path, name: str) -> None:
    """Comments live in the folder; everything else is in its pieces."""
    operation, pieces = open_folder(bundled(name))

    write_pieces(json_round(pieces), tmp_path / "new")

    assert open_folder(tmp_path / "new") == (operation, pieces)


def json_round(pieces: tuple[Piece, ...]) -> list[Piece]:
    """Return pieces as a ledger that keeps JSON gives them back."""
    return [
        Piece(kind=piece.kind, id=piece.id, content=json.loads(json.dumps(piece.content)))
        for piece in pieces
    ]


@given(contents=st.lists(st.dictionaries(st.text("ab c:-", max_size=5), plain_data), max_size=4))
def test_any_plain_data_is_written_as_yaml_and_read_back(contents: list[dict[str, Any]]) -> None:
    """Whatever the texts look like: numbers, words of YAML, brackets, colons."""
    pieces = [Piece(kind=Kind.PARTY, id=str(n), content=one) for n, one in enumerate(contents)]
    text = texts_of(pieces).get("parties.yaml", "")

    root = read_yaml("parties.yaml", text, reading := Reading())

    assert reading.faults == []
    assert json.dumps([] if root is None else plain(root)) == json.dumps(contents)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            "NO",
            "yes",
            "true",
            "null",
            "~",
            "5",
            "-5",
            "1e3",
            "0x1F",
            ".nan",
            "2025-03-01",
        ),
        *("a: b", "a #b", "# a", "- a", "a, b", "[a]", "{a}", "'a'", '"a"', "a\nb", "a\tb", "a\\b"),
        *(
            "&a",
            "*a",
            "!a",
            "|",
            ">",
            "%a",
            "@a",
            "`a",
            "?",
            "-",
            ":",
            "<<",
            "---",
            "...",
            " a",
            "a ",
        ),
        *("é", "–", "a – b", "日本", "😀", "total(land) >= 3", "x" * 300),
    ],
)
def test_a_text_is_written_as_itself(tmp_path: Path, text: str) -> None:
    """In YAML and in CSV."""
    party = Piece(kind=Kind.PARTY, id="AAA", content={"code": "AAA", "name": text})
    event = Piece(kind=Kind.EVENT, id="e", content={"id": "e", "text": text})

    texts = texts_of([party, event])
    write_small(tmp_path, operation=None)
    Folder(tmp_path, texts).write(tmp_path)

    root = read_yaml("parties.yaml", texts["parties.yaml"], Reading())
    assert root is not None
    assert plain(root) == [{"code": "AAA", "name": text}]


def test_months_and_numbers_stay_as_they_were_given(tmp_path: Path) -> None:
    """A float would round the one and a date would change the other."""
    requirements = (
        "watch:\n  lines:\n    - {id: land, capability: land, need: 0.10, unit: persons}\n"
    )
    statements = broken("statements.csv", "A-1,2025-01-31", "A-1,2025-01")
    (tmp_path / "a").mkdir()
    folder = write_small(tmp_path / "a", requirements=requirements, statements=statements)
    operation, pieces = open_folder(folder)

    write_pieces(pieces, tmp_path / "b")

    assert open_folder(tmp_path / "b") == (operation, pieces)
    assert "A-1,2025-01,2025-02-01" in (tmp_path / "b" / "statements.csv").read_text()
    assert "need: 0.1," in (tmp_path / "b" / "requirements.yaml").read_text()


def test_what_fits_in_a_line_stands_in_one(tmp_path: Path) -> None:
    """The rest is indented, as a person would write it."""
    write_pieces(check_small(tmp_path).pieces, tmp_path / "new")

    assert (
        (tmp_path / "new" / "contributions.yaml").read_text()
        == """\
- id: aaa-troops
  party: AAA
  capability: land
  unit: persons
  steps:
    - {since: 2025-02-01, firmness: signalled, terms: [backstop], evidence: [A-1]}
    - {since: 2025-03-01, quantity: 500, withdraw_terms: [backstop], evidence: [B-1]}
- id: bbb-troops
  party: BBB
  capability: land
  unit: persons
  firmness: pledged
  quantity: {low: 100, high: 200}
  evidence: [B-1]
"""
    )


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """Neither a folder with such a file in it nor a file in its place."""
    (tmp_path / "events.csv").write_text("mine")
    (tmp_path / "file").write_text("mine")

    with pytest.raises(CannotWrite, match=r"it holds events\.csv already"):
        write_pieces([], tmp_path)
    with pytest.raises(CannotWrite, match="File exists"):
        write_pieces([], tmp_path / "file")
    with pytest.raises(CannotWrite, match="it is no name of a folder"):
        write_pieces([], tmp_path / "a\0b")

    assert (tmp_path / "events.csv").read_text() == "mine"
