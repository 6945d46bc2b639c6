"""Does it add up? The whole assessment of an operation, as one document."""

from collections.abc import Mapping

from guarantor.brief import Assessment
from guarantor.brief.document import AlreadySo, Coverage
from guarantor.ledger import findings
from guarantor.model import Operation, View
from guarantor.room.asks import ask_rows
from guarantor.room.assumptions import assumptions
from guarantor.room.discretion import is_discreet, without_decisions, without_parties
from guarantor.room.doubts import doubts
from guarantor.room.importance import importance
from guarantor.room.options import Options, tell_switches
from guarantor.room.over_time import over_time
from guarantor.room.progress import Track, silent
from guarantor.room.record import evidence
from guarantor.room.results import (
    bounds_row,
    chance_row,
    floor_row,
    hangs_on_row,
    line_rows,
    logic_rows,
    method_row,
    party_results,
    requirement_row,
)
from guarantor.room.rows import (
    arrangement_rows,
    by_reading,
    event_row,
    iso,
    offer_row,
    party_row,
    proposition_row,
    statement_row,
)
from guarantor.room.series import indispensable, series, sweep
from guarantor.room.spread import is_spread, spread
from guarantor.room.waits import clashes, waits
from guarantor.viability import Counting, Engine, HangsOn, Logic, Reading


def assess(
    operation: Operation, options: Options, track: Track = silent, *, months: int | None = None
) -> Assessment:
    """Return the assessment document of an operation (schema ``guarantor/assessment/1``).

    Args:
        operation: Everything on record.
        options: How it is asked.
        track: Tells how far the longer parts are.
        months: How many months to look ahead, from 1 to 36; where left out none is.

    Raises:
        UnknownId: An option names what is not in view.
        OverBudget: It has to be exact, and the decision diagram outgrows its budget.
        TooLarge: More stands under a ``not`` than can be taken case by case.
    """
    view = options.view(operation)
    engine = Engine(view, options.question(view), options.method)
    question = engine.question
    requirement = engine.requirement
    chances = {reading: engine.chances(reading) for reading in track(list(Reading), "chances")}
    lines = line_rows(engine, chances)
    hanging = [hangs_on_row(view, row) for row in _hangs_on(engine)]
    document: Assessment = {
        "schema": "guarantor/assessment/1",
        "operation": view.id,
        "requirement": requirement.name,
        "as_known_on": view.as_known_on.isoformat(),
        "valid_on": iso(question.valid_on),
        "audience": view.audience,
        "firm": question.firm.value,
        "priors": None,
        "suppose": dict(question.suppose),
        "without": list(view.without),
        "coverage": _coverage(view),
        "logic": logic_rows(_logic(engine)),
        "by_firmness": [floor_row(floor) for floor in engine.floors(requirement)],
        "hangs_on": [row for row in hanging if row["lost"]],
        "weakens": [row for row in hanging if not row["lost"]],
        "chance": by_reading(lambda reading: chance_row(chances[reading], options.method.seed)),
        "method": method_row(options.method),
        "dependence_free": by_reading(lambda reading: bounds_row(engine.bounds(reading))),
        "importance": importance(engine),
        "asks": ask_rows(engine),
        "lines": lines,
        "parties": party_results(engine, chances),
        "pacts": [list(pact) for pact in engine.pacts()],
        "already_so": _already_so(engine),
        "assumptions": assumptions(engine),
        "findings": [
            {
                "code": finding.code,
                "message": finding.message,
                "entry": finding.entry,
                "evidence": list(finding.evidence),
            }
            for finding in (*findings(view), *doubts(engine))
        ],
        "evidence": evidence(view, requirement.name),
        "name": view.name,
        "question": view.question,
        "theatre": view.theatre,
        "status": view.status.value,
        "activation": iso(view.activation),
        "note": view.note,
        "offers": [offer_row(engine, offer) for offer in view.offers.values()],
        "party_rows": [party_row(view, party) for party in view.parties.values()],
        "propositions": [
            proposition_row(engine, proposition) for proposition in view.propositions.values()
        ],
        "requirements": [
            requirement_row(engine, published, lines) for published in view.requirements.values()
        ],
        "sweep": sweep(engine),
        "series": series(operation, options, view.as_known_on, track),
        "waits": waits(view, question.valid_on),
        "clashes": clashes(view),
        "statements": [statement_row(said) for said in view.statements.values()],
        "events": [event_row(event) for event in view.events.values()],
        "arrangements": arrangement_rows(view.arrangements),
        "indispensable": indispensable(operation, options, engine, track),
    }
    tell_switches(document, options)
    if is_spread(engine):
        document["spread"] = spread(engine)
    if months is not None:
        document["over_time"] = over_time(engine, months, track)
    return document


def _logic(engine: Engine) -> Mapping[Counting, Mapping[Reading, Logic]]:
    found = engine.logic()
    if not is_discreet(engine.view):
        return found
    return {
        counting: {
            reading: without_decisions(engine.view, logic) for reading, logic in readings.items()
        }
        for counting, readings in found.items()
    }


def _hangs_on(engine: Engine) -> tuple[HangsOn, ...]:
    rows = engine.hangs_on()
    return without_parties(engine.view, rows) if is_discreet(engine.view) else rows


def _coverage(view: View) -> Coverage:
    """Return how much has been heard; statements on one page have one origin."""
    heard = view.statements.values()
    return {
        "statements": len(heard),
        "origins": len({view.origin(said) for said in heard}),
        "last_heard": iso(max((said.published_on for said in heard), default=None)),
    }


def _already_so(engine: Engine) -> list[AlreadySo]:
    view = engine.view
    rows: list[AlreadySo] = []
    for name in view.propositions:
        latest = view.latest(name)
        settled = view.settled(name, engine.question.valid_on)
        if latest is not None and settled is not None and name not in engine.question.suppose:
            rows.append({"id": name, "is": latest.state.value, "since": latest.since.isoformat()})
    return rows
