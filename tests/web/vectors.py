"""Vectors of the page's engine: documents, what is switched, and what Python says comes out.

``python -m tests.web.vectors`` makes the few that are committed, in ``frontend/test/golden/``.
"""

import json
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from guarantor.model import Line, Operation, Requirement, View
from guarantor.operation import bundled, open_folder
from guarantor.room import Options, compile_diagram, structure, write_diagram
from guarantor.room.evaluate_diagram import CompiledDiagram
from guarantor.room.results import possible_row
from guarantor.room.rows import by_reading, interval, number
from guarantor.viability import Counting, Engine, Question, Reading, cascade
from guarantor.viability.breaking.scenarios import Outlook
from guarantor.viability.building import build
from tests.web.drawn import Drawn

COMMITTED = Path(__file__).parents[2] / "frontend" / "test" / "golden"
Row = dict[str, Any]


def vector(operation: Operation, asked: Iterable[Options], folder: Path) -> Row:
    """Return what comes out of an operation under some questions.

    Args:
        operation: The operation.
        asked: The questions; of the first one the diagram is compiled.
        folder: Where the compiled diagram is written, for the reference evaluator to read.
    """
    questions = list(asked)
    return {
        "structure": structure(operation, Options()),
        "questions": [question(operation, options) for options in questions],
        "moved": [moved(operation, one, other) for one, other in pairwise(questions)],
        "diagram": diagram(operation, questions[0], folder),
    }


# --- logic ---------------------------------------------------------------------------------------


def question(operation: Operation, options: Options) -> Row:
    """Return what can be under some settings, and what follows when each thing fails."""
    view = options.view(operation)
    asked = options.question(view)
    names = (*view.propositions, *view.parties, *view.offers)
    return {
        "settings": {
            "requirement": asked.requirement,
            "firm": asked.firm.value,
            "suppose": dict(asked.suppose),
            "decides": list(options.decides),
            "parameters": {name: float(value) for name, value in options.parameters.items()},
        },
        "outlook": outlook(view, asked),
        "breaks": {name: broken(view, asked, name) for name in names},
    }


def outlook(view: View, asked: Question) -> Row:
    """Return all that the page shows of logic, as the assessment works it out."""
    engine = Engine(view, asked)
    can = {reading: able(view, asked, reading) for reading in Reading}
    giving = {
        reading: {offer.party for offer in view.offers.values() if offer.id in names}
        for reading, names in can.items()
    }
    requirements = [requirement_row(engine, one) for one in view.requirements.values()]
    return {
        "requirement": next(one for one in requirements if one["name"] == asked.requirement),
        "requirements": requirements,
        "propositions": by_reading(lambda reading: among(view.propositions, can[reading])),
        "joins": by_reading(lambda reading: among(view.parties, can[reading])),
        "contributes": by_reading(lambda reading: among(view.parties, giving[reading])),
        "offers": by_reading(lambda reading: list(engine.standing[reading])),
        "floors": floors(engine),
    }


def able(view: View, asked: Question, reading: Reading = Reading.MOVING_TOGETHER) -> set[str]:
    """Return what can be true with all else as favourable as can be, the undisclosed enough."""
    found = Outlook(structure=build(view, asked, Counting.HIGH), reading=reading).solve()
    return {name for name, column in found.truths.items() if column.any()}


def among(names: Iterable[str], chosen: set[str]) -> list[str]:
    """Return the names that are chosen, in their order."""
    return [name for name in names if name in chosen]


def requirement_row(engine: Engine, requirement: Requirement) -> Row:
    """Return whether a requirement set can be met, and its lines."""
    return {
        "name": requirement.name,
        "possible": possible_row(engine.possible(requirement)),
        "lines": [line_row(engine, line) for line in requirement.lines],
    }


def line_row(engine: Engine, line: Line) -> Row:
    """Return whether a line can be met, and what is held against it."""
    held = engine.held(line)
    return {
        "id": line.id,
        "possible": possible_row(engine.possible(line)),
        "stated": interval(held.stated),
        "reported": interval(held.reported),
        "undisclosed": list(held.undisclosed),
        "undisclosed_must_reach": number(held.undisclosed_must_reach),
        "most_fielded": number(held.most_fielded),
    }


def floors(engine: Engine) -> list[Row]:
    """Return what can stand and be met from each firmness upwards."""
    rows: list[Row] = []
    for place, floor in enumerate(engine.floors(engine.requirement)):
        possible = {
            name: possible_row(engine.floors(one)[place].possible)
            for name, one in engine.view.requirements.items()
        }
        offers = {reading.value: list(names) for reading, names in floor.offers.items()}
        rows.append({"floor": floor.floor.value, "offers": offers, "possible": possible})
    return rows


def broken(view: View, asked: Question, name: str) -> Row:
    """Return the rounds when something fails, and what can stand no more or again."""
    failed = asked.supposing(name, holds=False)
    rounds = [
        ids(view, (*one.propositions, *one.parties, *one.contributions))
        for one in cascade(view, asked, name)
    ]
    return {"rounds": rounds, **difference(view, able(view, asked), able(view, failed))}


def moved(operation: Operation, one: Options, other: Options) -> Row:
    """Return what can stand no more or again once one question has become another."""
    views = [options.view(operation) for options in (one, other)]
    before, after = (
        able(view, options.question(view))
        for view, options in zip(views, (one, other), strict=True)
    )
    return difference(views[0], before, after)


def difference(view: View, before: set[str], after: set[str]) -> Row:
    """Return what is lost and what is regained."""
    return {"lost": ids(view, before - after), "regained": ids(view, after - before)}


def ids(view: View, names: Iterable[str]) -> dict[str, list[str]]:
    """Return ids by what they are, in the order of the view."""
    chosen = set(names)
    return {
        "propositions": among(view.propositions, chosen),
        "parties": among(view.parties, chosen),
        "contributions": among(view.offers, chosen),
    }


# --- chance --------------------------------------------------------------------------------------


def diagram(operation: Operation, options: Options, folder: Path) -> Row:
    """Return a compiled diagram, and what the reference evaluator says under some changes."""
    document = compile_diagram(operation, options)
    path = folder / "diagram.json"
    write_diagram(document, path)
    reference = CompiledDiagram(str(path))
    names = list(dict.fromkeys(one["switch"] for one in document["variables"]))
    return {
        "document": document,
        "vectors": [
            {"changes": changes, "chances": reference.chances(changes)}
            for changes in some_changes(names)
        ],
        "unchanged": engine_chances(operation, options),
    }


def some_changes(names: list[str]) -> list[dict[str, tuple[float, float]]]:
    """Return nothing changed, every third switch on or off, and all of them an interval."""
    ends = (0.0, 1.0)
    return [
        {},
        *(
            {name: (end, end)}
            for place, name in enumerate(names)
            for end in ends
            if place % 3 == end
        ),
        {name: (ends[place % 2], ends[place % 2]) for place, name in enumerate(names)},
        dict.fromkeys(names, (0.125, 0.875)),
    ]


def engine_chances(operation: Operation, options: Options) -> Mapping[str, dict[str, list[float]]]:
    """Return what the engine says without any diagram document: the chance of the need."""
    view = options.view(operation)
    engine = Engine(view, options.question(view), options.method)
    found = {reading.value: engine.chances(reading).met for reading in Reading}
    return {name: {"met": [one.low, one.high]} for name, one in found.items()}


# --- files ---------------------------------------------------------------------------------------


def drawn_vector(seed: int, folder: Path) -> Row:
    """Return the vector of a drawn operation under two questions."""
    drawn = Drawn(seed)
    operation = drawn.operation()
    return vector(operation, [drawn.options() for _ in range(2)], folder)


def committed_vectors(folder: Path) -> dict[str, Row]:
    """Return the vectors that are committed by name.

    Args:
        folder: Where diagrams are written in between.
    """
    example = open_folder(bundled("example"))[0]
    return {
        **{f"drawn-{seed}": drawn_vector(seed, folder) for seed in (3, 14)},
        "example": vector(example, [Options(suppose={"un_mandate": True})], folder),
    }


def write(name: str, found: Row, folder: Path) -> None:
    """Write a vector as one line of JSON."""
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    (folder / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")


def main() -> None:
    """Write the vectors that are committed."""
    COMMITTED.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        for name, found in committed_vectors(Path(folder)).items():
            write(name, found, COMMITTED)


if __name__ == "__main__":
    main()
