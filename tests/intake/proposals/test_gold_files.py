"""A labelled file is read whole, and every faulty line is told with its number and a remedy."""

import json
from datetime import date
from pathlib import Path

import pytest

from guarantor.errors import FaultyGold
from guarantor.intake.gold import read_gold
from guarantor.model import Stance

DEVELOPMENT = Path(__file__).parents[2] / "data" / "intake" / "statements-dev.jsonl"
STATEMENT = {
    "speaker": "Kenya",
    "party": ["KEN"],
    "standing": "official",
    "about": ["KEN"],
    "stance": "pledged",
    "kind": "police",
    "firmness": "pledged",
    "quantity": "850",
    "unit": "persons",
    "condition": "",
}
TEXT = "Kenya will send 850 police. Rain fell."
GOOD = {
    "id": "a",
    "dated": "2025-03-15",
    "text": TEXT,
    "clauses": [
        {"quote": "Kenya will send 850 police", "statement": STATEMENT},
        {"quote": "Rain fell", "statement": None},
    ],
    "actors": [{"quote": "Kenya", "code": "KEN"}],
    "days": [{"quote": "Rain", "day": None}],
}


def line(**changed: object) -> str:
    """Return a good line with something changed."""
    return json.dumps(GOOD | changed)


def test_a_good_line_is_a_document() -> None:
    """Empty lines between are nothing."""
    (found,) = read_gold(f"\n{line()}\n\n", "gold.jsonl")

    assert (found.id, found.dated) == ("a", date(2025, 3, 15))
    assert found.clauses[0].span == (0, 26)
    assert found.clauses[0].statement is not None
    assert found.clauses[0].statement.stance is Stance.PLEDGED
    assert found.clauses[1].statement is None
    assert found.actors == (("Kenya", "KEN"),)
    assert found.days == (("Rain", None),)
    assert list(found.document.lines) == [TEXT]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("{", "no JSON"),
        ("[]", "no object"),
        (line(text=None), "text is missing"),
        (line(id=3), "id is missing or no text"),
        (line(dated="yesterday"), "dated 'yesterday' is no day; write YYYY-MM-DD"),
        (line(clauses={}), "clauses is no list"),
        (line(clauses=[{"quote": "Snow", "statement": None}]), "does not stand in the text"),
        (line(text=TEXT + TEXT), "stands in the text twice; quote more of it"),
        (line(clauses=GOOD["clauses"][::-1]), "put them in order"),
        (line(clauses=[{"quote": "Rain fell", "statement": 3}]), "a statement is no object"),
        (
            line(clauses=[{"quote": "Rain fell", "statement": STATEMENT | {"stance": "mused"}}]),
            "stance 'mused' is none of asserted, denied",
        ),
        (
            line(clauses=[{"quote": "Rain fell", "statement": STATEMENT | {"party": "KEN"}}]),
            "party is no list of codes",
        ),
        (line(days=[{"quote": "Rain", "day": "soon"}]), "day 'soon' is no day"),
    ],
)
def test_a_faulty_line_is_told_in_one_sentence(text: str, sentence: str) -> None:
    """With the file, the number of the line, and what to do."""
    with pytest.raises(FaultyGold) as error:
        read_gold(f"{line()}\n{text}", "gold.jsonl")

    (fault,) = error.value.faults
    assert fault.startswith("gold.jsonl:2: ")
    assert sentence in fault


def test_every_faulty_line_is_told_at_once() -> None:
    """Nobody mends a file one run at a time."""
    with pytest.raises(FaultyGold) as error:
        read_gold("{\n[]\n", "gold.jsonl")

    assert len(error.value.faults) == 2


def test_a_file_without_documents_is_told() -> None:
    """An empty file measures nothing."""
    with pytest.raises(FaultyGold, match="holds no document"):
        read_gold("\n", "gold.jsonl")


def test_the_development_set_is_as_described() -> None:
    """At least as many statements as documents, in several operations."""
    documents = read_gold(DEVELOPMENT.read_text("utf-8"), DEVELOPMENT.name)

    assert sum(clause.statement is not None for one in documents for clause in one.clauses) > 100
