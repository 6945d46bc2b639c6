"""How does the answer turn over a grid of scenarios?"""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import product

from typing_extensions import TypedDict

from guarantor.brief.document import ChanceInterval, Disclosure, MethodRow, R, Switched
from guarantor.errors import GuarantorError
from guarantor.model import Operation, View
from guarantor.room.axes import Axis, read_axes
from guarantor.room.axis_values import Value, plain
from guarantor.room.options import Options, tell_switches
from guarantor.room.pools import Failed, run_all
from guarantor.room.progress import Track, silent
from guarantor.room.results import chance_row, method_row, possible_row
from guarantor.room.rows import by_reading, iso
from guarantor.viability import Engine, Reading

Plain = float | bool | str
"""A value as JSON has it."""


class AxisRow(TypedDict):
    """What a sweep goes over: a parameter, an id or an option, and its values."""

    name: str
    kind: str
    values: list[Plain]


class Outcome(TypedDict):
    """What one scenario comes to; ``None`` is what could not be answered, and ``error`` why."""

    possible: Disclosure[R[bool]] | None
    offers: R[int] | None  # how many can stand
    chance: R[ChanceInterval] | None
    error: str | None


class ScenarioRow(Outcome):
    """One scenario: what is set, by the names of the axes, and what it comes to."""

    values: dict[str, Plain]


class Sweep(Switched):
    """How the answer turns over a grid of scenarios, schema ``guarantor/sweep/1``."""

    schema: str
    operation: str
    name: str
    requirement: str
    as_known_on: str
    valid_on: str | None
    audience: str
    firm: str
    suppose: dict[str, bool]
    without: list[str]
    method: MethodRow
    over: list[AxisRow]
    scenarios: list[ScenarioRow]
    failed: int  # scenarios with an error


def sweep_grid(
    operation: Operation,
    options: Options,
    over: Sequence[str],
    *,
    executor: Executor | None = None,
    workers: int | None = None,
    track: Track = silent,
) -> Sweep:
    """Return how the answer turns over every combination of values.

    A scenario that cannot be answered is a row with the sentence that says why; it costs no other.
    ``requirement``, ``valid_on`` and ``firm`` of the document are those of scenarios that do not
    set them.

    Args:
        operation: Everything on record.
        options: How each scenario is asked otherwise.
        over: What is set to which values, as texts ``NAME=VALUES``; the last varies fastest.
        executor: Where scenarios are answered: any executor. On this machine where left out.
        workers: How many processes of this machine; where left out, as many as are worth it.
        track: Tells how far it is.

    Raises:
        BadAxis: What to sweep over cannot be read, or is named twice or set elsewhere.
        UnknownId: An option or an axis names what is not in view.
        NotForThePublic: An axis is a party of a live operation, and the public asks.
        TooManyScenarios: There would be more scenarios than one sweep may have.
    """
    view = options.view(operation)
    question = options.question(view)
    axes = read_axes(view, options, over)
    grid = list(product(*(axis.values for axis in axes)))
    found = run_all(
        _Asker(view, options, axes),
        grid,
        executor=executor,
        workers=workers,
        track=track,
        label="scenario by scenario",
    )
    rows = [_row(axes, values, one) for values, one in zip(grid, found, strict=True)]
    document: Sweep = {
        "schema": "guarantor/sweep/1",
        "operation": view.id,
        "name": view.name,
        "requirement": question.requirement,
        "as_known_on": view.as_known_on.isoformat(),
        "valid_on": iso(question.valid_on),
        "audience": view.audience,
        "firm": question.firm.value,
        "suppose": dict(question.suppose),
        "without": list(view.without),
        "method": method_row(options.method),
        "over": [
            {"name": axis.name, "kind": axis.kind.value, "values": [*map(plain, axis.values)]}
            for axis in axes
        ],
        "scenarios": rows,
        "failed": sum(row["error"] is not None for row in rows),
    }
    tell_switches(document, options)
    return document


@dataclass(frozen=True, slots=True)
class _Asker:
    """Answers scenarios, on whichever worker it is sent to."""

    view: View
    options: Options
    axes: tuple[Axis, ...]

    def __call__(self, values: Sequence[Value]) -> Outcome:
        view, options = self.view, self.options
        for axis, value in zip(self.axes, values, strict=True):
            view, options = axis.set(view, options, value)
        engine = Engine(view, options.question(view), options.method)
        chance, error = _chance(engine)
        return {
            "possible": possible_row(engine.possible(engine.requirement)),
            "offers": by_reading(lambda reading: len(engine.standing[reading])),
            "chance": chance,
            "error": error,
        }


def _chance(engine: Engine) -> tuple[R[ChanceInterval] | None, str | None]:
    """Return the chance, or why there is none: what is possible may be known all the same."""
    try:
        chances = {reading: engine.chances(reading) for reading in Reading}
    except GuarantorError as error:
        return None, str(error)
    return by_reading(lambda reading: chance_row(chances[reading], engine.method.seed)), None


def _row(axes: Sequence[Axis], values: Sequence[Value], found: Outcome | Failed) -> ScenarioRow:
    named = {axis.name: plain(value) for axis, value in zip(axes, values, strict=True)}
    if isinstance(found, Failed):
        nothing: Outcome = {
            "possible": None,
            "offers": None,
            "chance": None,
            "error": found.reason,
        }
        return {"values": named, **nothing}
    return {"values": named, **found}
