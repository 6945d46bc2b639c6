"""The page's engine and the Python one: the same documents, the same answers to 1e-9."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from guarantor.room import Options, structure
from tests.front_end import front_end_tool
from tests.viability.make_golden import GOLDEN
from tests.web.drawn import Drawn
from tests.web.vectors import COMMITTED, committed_vectors, drawn_vector, write

BATCHES = [range(first, first + 26) for first in range(0, 104, 26)]
"""A hundred operations and four, each with two questions."""
SEEDS = [seed for batch in BATCHES for seed in batch]


@pytest.mark.parametrize("seeds", BATCHES, ids=str)
def test_the_page_says_what_python_says(seeds: range, tmp_path: Path) -> None:
    """Logic, rounds and chances of operations drawn now, under what a page can switch."""
    drawn = tmp_path / "drawn"
    drawn.mkdir()
    for seed in seeds:
        write(f"drawn-{seed}", drawn_vector(seed, tmp_path), drawn)

    test = "test/engine/golden.test.ts"
    told = front_end_tool("vitest", "run", test, env={"GOLDEN_DIR": str(drawn)})

    formats = len(list(GOLDEN.glob("*.diagram.json")))
    assert f"{5 * len(seeds) + formats} passed" in told


def test_the_committed_vectors_are_what_python_says_now(tmp_path: Path) -> None:
    """Else python -m tests.web.vectors makes them anew; the front end's own tests read them."""
    made = committed_vectors(tmp_path)

    assert sorted(made) == sorted(path.stem for path in COMMITTED.glob("*.json"))
    for name, found in made.items():
        text = (COMMITTED / f"{name}.json").read_text(encoding="utf-8")
        committed = json.loads(text)
        for part in ("structure", "questions", "moved"):
            assert committed[part] == json.loads(json.dumps(found[part]))


def test_the_committed_vectors_are_small() -> None:
    """They travel with every checkout."""
    assert sum(path.stat().st_size for path in COMMITTED.iterdir()) < 120_000


def test_what_is_drawn_holds_everything_that_the_document_can_say() -> None:
    """Every kind of formula and every rule occurs, so that none goes uncompared."""
    documents = [structure(Drawn(seed).operation(), Options()) for seed in SEEDS]
    offers = [offer for one in documents for offer in one["offers"]]
    propositions = [each for one in documents for each in one["propositions"]]

    assert {kind for one in documents for kind in kinds(json.loads(json.dumps(one)))} == {
        *("truth", "event", "all", "any", "not", "at_least", "total"),
        *("at_least by parameter", "total by parameter"),
    }
    assert {offer["there"] for offer in offers} == {True, False, None}
    assert {offer["basis"] for offer in offers} == {"stated", "reported", "undisclosed"}
    assert {offer["fulfils"] for offer in offers} == {True, False}
    assert any(offer["part_of"] for offer in offers)
    assert any(offer["capability"] is None for offer in offers)
    assert any(offer["caveats"] for offer in offers)
    assert {"undisclosed", "suspended", "floated", "pledged"} <= {one["firmness"] for one in offers}
    assert {one["settled"] for one in propositions} == {True, False, None}
    assert {one["can"] for one in propositions} == {one["open"] for one in propositions}
    assert {len(one["cases"] or ()) for one in propositions} == {0, 1, 2}
    assert max(per for one in documents for per in one["per_unit"].values()) >= 10


def kinds(value: object) -> Iterator[str]:
    """Yield the kind of every formula in a document, and whether it counts by a parameter."""
    if isinstance(value, dict):
        if "is" in value:
            yield value["is"]
            if isinstance(value.get("count", value.get("amount")), str):
                yield f"{value['is']} by parameter"
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from kinds(one)


def test_what_is_asked_holds_everything_that_a_page_can_switch() -> None:
    """Both requirement sets, floors, suppositions of every kind, decisions and parameters."""
    asked = [Drawn(seed).options() for seed in SEEDS]

    assert {one.requirement for one in asked} == {None, "all", "second"}
    assert len({one.firm for one in asked}) == 4
    assert {holds for one in asked for holds in one.suppose.values()} == {True, False}
    assert any(one.decides for one in asked)
    assert {name for one in asked for name in one.parameters} == {"others", "enough"}
