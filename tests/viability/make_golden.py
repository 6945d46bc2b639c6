"""Makes the golden vectors: python -m tests.viability.make_golden.

Each is a compiled diagram with changes of its chances and what then comes out, as the enumeration
of every case says, which knows no diagram. Whoever writes an evaluator tests it against them.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from guarantor.model import Chance, Operation, Proposition, View
from guarantor.room import Options, compile_diagram, write_diagram
from guarantor.viability import Counting, Question, Reading
from guarantor.viability.answering import formulas
from guarantor.viability.building import build
from guarantor.viability.chances import chances
from guarantor.viability.structure import Structure
from tests.viability.golden_operations import golden_operations

GOLDEN = Path(__file__).parents[1] / "data" / "golden"
Changes = dict[str, tuple[float, float]]


def vectors(operation: Operation) -> list[dict[str, Any]]:
    """Return what comes out under some changes; every interval as its low and high end."""
    variables = compile_diagram(operation, Options())["variables"]
    return [
        {"changes": changes, "chances": expected(operation, changes)}
        for changes in some_changes(list(dict.fromkeys(one["switch"] for one in variables)))
    ]


def some_changes(names: list[str]) -> Iterator[Changes]:
    """Yield nothing changed, each switch on and off, and some changed together."""
    yield {}
    for name in names:
        yield {name: (0.0, 0.0)}
        yield {name: (1.0, 1.0)}
    yield dict.fromkeys(names, (1.0, 1.0))
    yield dict.fromkeys(names, (0.5, 0.5))
    yield dict.fromkeys(names, (0.25, 0.75))
    yield {names[0]: (0.0, 0.0), names[-1]: (0.125, 0.375)}


def expected(operation: Operation, changes: Changes) -> dict[str, dict[str, list[float]]]:
    """Return the low and the high chance of every target in both readings, by enumeration."""
    view = with_chances(Options().view(operation), changes)
    question = Question.about(view)
    low, high = (
        with_terms(build(view, question, counting, by_case=True), changes)
        for counting in (Counting.LOW, Counting.HIGH)
    )
    found = {reading.value: chances(low, high, formulas, reading) for reading in Reading}
    return {
        reading: {name: [chance.low, chance.high] for name, chance in targets.items()}
        for reading, targets in found.items()
    }


def with_chances(view: View, changes: Changes) -> View:
    """Return a view in which some propositions and decisions have another chance."""
    propositions = {
        name: _with_chance(one, _chance(changes[name])) if name in changes else one
        for name, one in view.propositions.items()
    }
    parties = {
        code: replace(one, decision=_chance(changes[code])) if code in changes else one
        for code, one in view.parties.items()
    }
    return replace(view, propositions=propositions, parties=parties)


def _with_chance(proposition: Proposition, chance: Chance) -> Proposition:
    """Return a proposition of another chance, the same in every case there is."""
    cases = tuple(replace(one, chance=chance) for one in proposition.chance_given)
    return replace(proposition, chance=chance, chance_given=cases)


def with_terms(structure: Structure, changes: Changes) -> Structure:
    """Return a structure in which some undisclosed terms, which no view gives, have a chance."""
    terms = {name: _chance(ends) for name, ends in changes.items() if "#" in name}
    return replace(structure, chances={**structure.chances, **terms})


def _chance(ends: tuple[float, float]) -> Chance:
    return Chance(low=ends[0], high=ends[1])


def main() -> None:
    """Write every diagram and its vectors."""
    for name, operation in golden_operations().items():
        write_diagram(compile_diagram(operation, Options()), GOLDEN / f"{name}.diagram.json")
        lines = ",\n".join(json.dumps(one) for one in vectors(operation))
        (GOLDEN / f"{name}.vectors.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
