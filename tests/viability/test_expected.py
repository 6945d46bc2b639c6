"""The example operation against reference values by an independent brute force.

The reference lies outside the project; where it is absent these tests are skipped.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from guarantor.ledger import view
from guarantor.model import Chance, Firmness, Operation, day
from guarantor.operation import open_folder
from guarantor.viability import LOGIC_COUNTINGS, Engine, Question, Reading

REFERENCE = Path(__file__).parents[3] / "shared" / "example-operation" / "expected.json"
EXAMPLE = Path(__file__).parents[2] / "src" / "guarantor" / "operations" / "example"

pytestmark = pytest.mark.skipif(
    not REFERENCE.is_file(), reason=f"no reference values at {REFERENCE}"
)


@cache
def example() -> Operation:
    """Return the bundled example."""
    return open_folder(EXAMPLE)[0]


def cases() -> list[dict[str, Any]]:
    """Return the option sets with their reference values."""
    if not REFERENCE.is_file():
        return []
    found: list[dict[str, Any]] = json.loads(REFERENCE.read_text(encoding="utf-8"))["cases"]
    return found


def engine_for(case: dict[str, Any]) -> Engine:
    """Return the engine for the options of a case."""
    seen = view(
        example(),
        audience=case["audience"],
        as_known_on=day(case["as_known_on"]),
        without=case["without"],
    )
    question = Question.about(
        seen,
        requirement=case["requirement"],
        firm=Firmness(case["firm"]),
        valid_on=day(case["valid_on"]),
        suppose=case["suppose"],
    )
    return Engine(seen, question)


def close(chance: Chance) -> Any:  # noqa: ANN401  pytest.approx has no public type
    """Return an interval to compare within 1e-9."""
    return {
        "low": pytest.approx(chance.low, abs=1e-9),
        "high": pytest.approx(chance.high, abs=1e-9),
    }


@pytest.mark.parametrize("case", cases(), ids=lambda case: str(cases().index(case)))
def test_chances_are_those_of_the_reference(case: dict[str, Any]) -> None:
    """Of the set, of every line and of every party joining, in both readings."""
    engine = engine_for(case)
    for reading in Reading:
        found = engine.chances(reading)
        assert case["chance"][reading] == close(found.met)
        assert {n: v[reading] for n, v in case["lines"].items()} == {
            name: close(chance) for name, chance in found.lines.items()
        }
        assert {n: v[reading] for n, v in case["joins"].items()} == {
            name: close(chance) for name, chance in found.joins.items()
        }


@pytest.mark.parametrize("case", cases(), ids=lambda case: str(cases().index(case)))
def test_logic_is_that_of_the_reference(case: dict[str, Any]) -> None:
    """Possible, what must hold and the cut sets up to size 3, in both countings and readings."""
    found = engine_for(case).logic()
    for counting in LOGIC_COUNTINGS:
        for reading in Reading:
            expected, ours = case["logic"][counting][reading], found[counting][reading]
            assert ours.possible == expected["possible"]
            assert set(ours.must_hold) == set(expected["must_hold"])
            assert {frozenset(one) for one in ours.cut_sets if len(one) <= 3} == {
                frozenset(one) for one in expected["cut_sets"]
            }


@pytest.mark.parametrize("case", cases(), ids=lambda case: str(cases().index(case)))
def test_floors_and_losses_are_those_of_the_reference(case: dict[str, Any]) -> None:
    """At every floor whether it adds up and who can stand; and what each failing loses."""
    engine = engine_for(case)
    floors = engine.floors(engine.view.requirements[engine.question.requirement])
    assert [
        {
            "floor": floor.floor,
            "possible": {
                counting: {reading: floor.possible[counting][reading] for reading in Reading}
                for counting in LOGIC_COUNTINGS
            },
            "offers": {reading: sorted(floor.offers[reading]) for reading in Reading},
        }
        for floor in floors
    ] == [
        {**row, "offers": {reading: sorted(row["offers"][reading]) for reading in Reading}}
        for row in case["by_firmness"]
    ]
    assert {row.id: sorted(row.lost) for row in engine.hangs_on() if row.lost} == {
        name: sorted(lost) for name, lost in case["hangs_on"].items()
    }
