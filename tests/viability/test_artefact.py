"""Compiled diagrams as data: the same chances come out as by enumeration, whoever evaluates."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from guarantor.errors import OverBudget, TooLarge
from guarantor.ledger import view
from guarantor.model import UNKNOWN, Atom, End, Not, Operation, Proposition, Term
from guarantor.room import Options, compile_diagram, write_diagram
from guarantor.room.diagrams import CompiledDiagram as Document
from guarantor.room.evaluate_diagram import CompiledDiagram
from guarantor.viability import Counting, Method, Question, Reading
from guarantor.viability.building import build
from guarantor.viability.diagrams.artefact import artefact, plain, restored
from guarantor.viability.diagrams.core import Keep
from guarantor.viability.diagrams.exact import Exact
from tests.viability.golden_operations import golden_operations, pair, under_not
from tests.viability.make_golden import GOLDEN, vectors
from tests.viability.random_operations import Dice

NAMES = list(golden_operations())
LEAST, GREATEST = "nobody_moves_first", "moving_together"
Evaluated = dict[str, dict[str, list[float]]]
ROOT = Path(__file__).parents[2]
COMPILE_A_COALITION = """
from hashlib import sha256
from benchmarks.viability.generator import coalition
from guarantor.viability import Method, Question
from guarantor.viability.diagrams.artefact import artefact
seen = coalition(parties=20, contributions=80, seed=2)
print(sha256(repr(artefact(seen, Question.about(seen), Method())).encode()).hexdigest())
"""


@cache
def compiled(name: str) -> Document:
    """Return a golden operation, compiled now."""
    return compile_diagram(golden_operations()[name], Options())


def golden(name: str) -> list[dict[str, Any]]:
    """Return the golden vectors of an operation."""
    text = (GOLDEN / f"{name}.vectors.json").read_text(encoding="utf-8")
    found: list[dict[str, Any]] = json.loads(text)
    return found


def evaluate(document: Document, path: Path, **changes: tuple[float, float]) -> Evaluated:
    """Return what the reference evaluator says of a document, written to a folder and read back."""
    write_diagram(document, path / "diagram.json")
    return CompiledDiagram(str(path / "diagram.json")).chances(changes)


def check(diagram: CompiledDiagram, name: str) -> None:
    """Check that a diagram gives what the golden vectors say."""
    for vector in golden(name):
        found = diagram.chances({one: tuple(ends) for one, ends in vector["changes"].items()})
        for reading, targets in vector["chances"].items():
            assert found[reading] == {
                target: pytest.approx(ends, abs=1e-12) for target, ends in targets.items()
            }


@pytest.mark.parametrize("name", NAMES)
def test_the_reference_evaluator_gives_the_golden_vectors(name: str) -> None:
    """They were enumerated, case by case, and know no diagram."""
    check(CompiledDiagram(str(GOLDEN / f"{name}.diagram.json")), name)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_compiled_now_gives_the_golden_vectors_too(name: str, tmp_path: Path) -> None:
    """The committed diagrams may be older; what they say may not."""
    write_diagram(compiled(name), tmp_path / "diagram.json.gz")

    check(CompiledDiagram(str(tmp_path / "diagram.json.gz")), name)


@pytest.mark.parametrize("name", NAMES)
def test_the_golden_vectors_are_what_the_enumeration_gives(name: str) -> None:
    """Else python -m tests.viability.make_golden makes them anew."""
    made = vectors(golden_operations()[name])

    assert [vector["changes"].keys() for vector in made] == [
        vector["changes"].keys() for vector in golden(name)
    ]
    for now, then in zip(made, golden(name), strict=True):
        for reading, targets in then["chances"].items():
            assert now["chances"][reading] == {
                target: pytest.approx(ends, abs=1e-12) for target, ends in targets.items()
            }


def test_the_golden_vectors_are_small() -> None:
    """They travel with every checkout, and a page reads them in its tests."""
    assert sum(path.stat().st_size for path in GOLDEN.iterdir()) < 200_000


def test_a_diagram_comes_back_as_it_was() -> None:
    """Through JSON, every number to its last digit."""
    for seed in range(5):
        dice = Dice(seed)
        seen = view(dice.operation())
        low, high = (
            build(seen, Question.about(seen), one) for one in (Counting.LOW, Counting.HIGH)
        )
        exact = Exact(low, high, Method(), keep=Keep.EVERYTHING)
        for end, reading in product(End, Reading):
            diagram = exact.diagram(end, reading)
            back = restored(json.loads(json.dumps(plain(diagram))), diagram.variables)

            assert (back.variables, back.roots) == (diagram.variables, diagram.roots)
            for one, other in zip(back.layers, diagram.layers, strict=True):
                assert (one.variable, one.start) == (other.variable, other.start)
                for key in ("low", "high", "low_weight", "high_weight"):
                    assert np.array_equal(getattr(one, key), getattr(other, key))


@pytest.mark.parametrize("seed", range(20))
def test_the_reference_evaluator_says_what_the_engine_says(seed: int, tmp_path: Path) -> None:
    """On random operations with every feature, both ends and both readings."""
    operation = Dice(seed).operation()
    seen = view(operation)
    low, high = (build(seen, Question.about(seen), one) for one in (Counting.LOW, Counting.HIGH))
    exact = Exact(low, high, Method())

    found = evaluate(compile_diagram(operation, Options()), tmp_path)

    for reading in Reading:
        for name, chance in exact.chances(reading).items():
            expected = pytest.approx([chance.low, chance.high], abs=1e-12)
            assert found[reading.value][name] == expected


def test_the_pair_is_what_the_page_works_by_hand(tmp_path: Path) -> None:
    """1 - (1 - 0.5 x 0.8 x 0.9) x (1 - 0.6) = 0.744, and 0.762 with 0.9 for 0.8."""
    found = evaluate(compile_diagram(pair(), Options()), tmp_path)

    assert found[LEAST]["met"] == pytest.approx([0.744, 0.762], abs=1e-12)


def test_a_proposition_s_switch_is_its_own_event(tmp_path: Path) -> None:
    """Switched on: 1 - (1 - 0.8 x 0.9) x 0.4 = 0.888 and 0.924; off, Bravia alone is left: 0.6."""
    document = compile_diagram(pair(), Options())

    on = evaluate(document, tmp_path, ceasefire=(1, 1))[GREATEST]["met"]
    off = evaluate(document, tmp_path, ceasefire=(0, 0))[GREATEST]["met"]

    assert on == pytest.approx([0.888, 0.924], abs=1e-12)
    assert off == pytest.approx([0.6, 0.6], abs=1e-12)


def test_a_party_s_switch_is_its_decision_not_that_it_joins(tmp_path: Path) -> None:
    """Decided, ALF still waits for the ceasefire: it joins with 0.5."""
    found = evaluate(compile_diagram(pair(), Options()), tmp_path, ALF=(1, 1))

    assert found[LEAST]["joins ALF"] == [0.5, 0.5]


def test_a_switch_on_what_is_certain_works_too(tmp_path: Path) -> None:
    """BBB needs the mandate and what is certain: without the latter it never joins."""
    document = compile_diagram(under_not(), Options())

    assert evaluate(document, tmp_path)[LEAST]["joins BBB"] != [0, 0]
    assert evaluate(document, tmp_path, certain=(0, 0))[LEAST]["joins BBB"] == [0, 0]


def test_an_interval_under_a_not_is_taken_at_both_ends(tmp_path: Path) -> None:
    """AAA joins unless there is a mandate: 0.9 x (1 - 0.7) and 0.9 x (1 - 0.2).

    With a mandate of 0.5 to 0.6 it is 0.36 to 0.45; with one of 0.5 there is nothing to choose.
    """
    document = compile_diagram(under_not(), Options())

    found = evaluate(document, tmp_path)[LEAST]["joins AAA"]
    narrower = evaluate(document, tmp_path, mandate=(0.5, 0.6))[LEAST]["joins AAA"]
    point = evaluate(document, tmp_path, mandate=(0.5, 0.5))[LEAST]["joins AAA"]

    assert found == pytest.approx([0.27, 0.72], abs=1e-12)
    assert narrower == pytest.approx([0.36, 0.45], abs=1e-12)
    assert point == pytest.approx([0.45, 0.45], abs=1e-12)
    assert [one["id"] for one in document["variables"] if one["under_not"]] == ["mandate", "vetoed"]


def test_a_pact_without_ground_stands_only_moving_together(tmp_path: Path) -> None:
    """AAA and BBB wait for each other alone: 0.9 x 0.7 together, and nothing by themselves."""
    found = evaluate(compile_diagram(golden_operations()["pacts"], Options()), tmp_path)

    assert found[LEAST]["joins AAA"] == [0, 0]
    assert found[GREATEST]["joins AAA"] == pytest.approx([0.63, 0.72], abs=1e-12)


def test_equal_diagrams_are_kept_once() -> None:
    """The pair has no loop, and its quantities and fulfilments are points: one answers all.

    Of the pacts the least reading is impossible at both ends, and moving together they differ.
    """
    document = compiled("pair")

    assert len(document["diagrams"]) == 1
    assert document["answers"] == {reading: {"low": 0, "high": 0} for reading in (LEAST, GREATEST)}
    assert len(compiled("pacts")["diagrams"]) == 3


def test_every_variable_says_what_it_is() -> None:
    """A proposition's event, a party's decision, or an undisclosed term with its owner."""
    variables = [*compiled("under-not")["variables"], *compiled("cases")["variables"]]
    found = {one["id"]: (one["kind"], one["owner"], one["switch"]) for one in variables}
    term = "bbb-troops#undisclosed"

    assert found["mandate"] == ("proposition", "mandate", "mandate")
    assert found["AAA"] == ("party", "AAA", "AAA")
    assert found[term] == ("undisclosed_term", "bbb-troops", term)
    assert found["ceasefire#case2"] == ("case", "ceasefire", "ceasefire")


def test_every_process_compiles_the_same() -> None:
    """Else the digest of a file would not tell whether it still says what the operation says."""
    found = set()
    for seed in ("0", "1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{ROOT}:{ROOT}/src"}
        command = [sys.executable, "-P", "-c", COMPILE_A_COALITION]
        found.add(
            subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True).stdout
        )

    assert len(found) == 1


def test_over_its_budget_nothing_is_compiled() -> None:
    """Never sampled instead."""
    seen = view(pair())

    with pytest.raises(OverBudget, match="budget of 2 nodes"):
        artefact(seen, Question.about(seen), Method(nodes=2))


def test_more_cases_than_anybody_goes_through_are_refused() -> None:
    """Thirteen intervals under a not are 8,192 cases."""
    names = [f"fact{number}" for number in range(13)]
    terms = tuple(Term(condition=Not(Atom(name))) for name in names)

    with pytest.raises(TooLarge, match="8,192 cases"):
        compile_diagram(_with(pair(), names, terms), Options())


def _with(operation: Operation, names: list[str], terms: tuple[Term, ...]) -> Operation:
    """Return an operation with more propositions of unknown chance, and terms of ALF's."""
    more = {name: Proposition(id=name, text=name, chance=UNKNOWN) for name in names}
    parties = {**operation.parties, "ALF": replace(operation.parties["ALF"], terms=terms)}
    return replace(operation, propositions={**operation.propositions, **more}, parties=parties)
