"""Results of the engine as the assessment document writes them."""

from collections.abc import Mapping

from guarantor.brief.document import (
    ChanceInterval,
    DependenceFree,
    Disclosure,
    I,
    LesserChance,
    LineResult,
    MethodRow,
    PartyResult,
    R,
    RequirementRow,
)
from guarantor.brief.document import Floor as FloorRow
from guarantor.brief.document import HangsOn as HangsOnRow
from guarantor.brief.document import Logic as LogicRow
from guarantor.model import Chance, Line, Requirement, View
from guarantor.room.quantities import quantile_rows
from guarantor.room.rows import by_reading, interval, number
from guarantor.viability import (
    Bounds,
    Chances,
    Counting,
    Engine,
    Floor,
    HangsOn,
    Logic,
    Method,
    Reading,
    SampledChance,
)

Possible = Mapping[Counting, Mapping[Reading, bool]]


def interval_of_chance(chance: Chance) -> I:
    """Return a chance as an interval."""
    return {"low": chance.low, "high": chance.high}


def chance_row(found: Chances, seed: int) -> ChanceInterval:
    """Return the chance of the whole requirement with the method that gave it."""
    row: ChanceInterval = {"low": found.met.low, "high": found.met.high, "method": "exact"}
    if (estimate := found.sampled.get("met")) is not None:
        row["method"] = "sampled"
        row["standard_error"] = _errors(estimate)
        row["runs"] = max(estimate.low.runs, estimate.high.runs)
        row["seed"] = seed
    return row


def lesser_chance(chance: Chance, estimate: SampledChance | None, seed: int) -> LesserChance:
    """Return the chance of a line or a party, with its error where it was sampled."""
    row: LesserChance = {"low": chance.low, "high": chance.high}
    if estimate is not None:
        row["method"] = "sampled"
        row["standard_error"] = _errors(estimate)
        row["runs"] = max(estimate.low.runs, estimate.high.runs)
        row["seed"] = seed
    return row


def _errors(estimate: SampledChance) -> I:
    return {"low": estimate.low.standard_error, "high": estimate.high.standard_error}


def bounds_row(bounds: Bounds) -> DependenceFree:
    """Return what a chance lies between, however the uncertain events hang together."""
    return {
        "low": bounds.low,
        "high": bounds.high,
        "low_is_best": bounds.is_low_best,
        "high_is_best": bounds.is_high_best,
    }


def method_row(method: Method) -> MethodRow:
    """Return how chances were asked for."""
    return {
        "kind": method.kind.value,
        "nodes": method.nodes,
        "seed": method.seed,
        "tolerance": method.tolerance,
        "most_runs": method.most_runs,
    }


def possible_row(possible: Possible) -> Disclosure[R[bool]]:
    """Return whether something is possible, in both countings and readings."""
    return {
        "disclosed": by_reading(lambda reading: possible[Counting.DISCLOSED][reading]),
        "undisclosed_enough": by_reading(lambda reading: possible[Counting.HIGH][reading]),
    }


def logic_rows(found: Mapping[Counting, Mapping[Reading, Logic]]) -> Disclosure[R[LogicRow]]:
    """Return what must hold and what breaks it, in both countings and readings."""
    return {
        "disclosed": by_reading(lambda reading: _logic_row(found[Counting.DISCLOSED][reading])),
        "undisclosed_enough": by_reading(lambda reading: _logic_row(found[Counting.HIGH][reading])),
    }


def _logic_row(logic: Logic) -> LogicRow:
    return {
        "possible": logic.possible,
        "must_hold": list(logic.must_hold),
        "cut_sets": [list(literals) for literals in logic.cut_sets],
        "count": logic.count,
        "complete": logic.complete,
        "is_counted": logic.is_counted,
        "path_sets": [list(literals) for literals in logic.path_sets],
        "path_count": logic.path_count,
        "path_complete": logic.path_complete,
    }


def floor_row(floor: Floor) -> FloorRow:
    """Return whether it adds up from one firmness upwards."""
    return {
        "floor": floor.floor.value,
        "possible": possible_row(floor.possible),
        "offers": by_reading(lambda reading: list(floor.offers[reading])),
    }


def hangs_on_row(view: View, row: HangsOn) -> HangsOnRow:
    """Return what is lost and weakened when something fails."""
    by_firmness: dict[str, list[str]] = {}
    for offer in row.lost:
        by_firmness.setdefault(view.offers[offer].firmness.value, []).append(offer)
    return {
        "id": row.id,
        "kind": row.kind,
        "lost": list(row.lost),
        "lost_by_firmness": by_firmness,
        "weakened": [
            {"offer": weak.offer, "now_needs": [list(needs) for needs in weak.now_needs]}
            for weak in row.weakened
        ],
    }


def line_row(engine: Engine, line: Line, met: R[LesserChance] | None) -> LineResult:
    """Return a requirement line and what is held against it."""
    held = engine.held(line)
    row: LineResult = {
        "id": line.id,
        "capability": line.capability,
        "need": interval(line.need),
        "unit": line.unit,
        "priority": line.priority.value,
        "stated": interval(held.stated),
        "reported": interval(held.reported),
        "undisclosed": list(held.undisclosed),
        "undisclosed_must_reach": number(held.undisclosed_must_reach),
        "most_fielded": number(held.most_fielded),
        "possible": possible_row(engine.possible(line)),
        "unknown_capability": [
            offer.id
            for offer in engine.view.offers.values()
            if offer.capability is None and offer.firmness.is_offer
        ],
        "evidence": [name for name in line.evidence if name in engine.view.statements],
    }
    if met is not None:
        row["met"] = met
    return row


def line_rows(engine: Engine, chances: Mapping[Reading, Chances]) -> list[LineResult]:
    """Return the lines of the requirement asked about, each with the chance that it is met."""

    def met(line: Line) -> R[LesserChance]:
        return by_reading(
            lambda reading: lesser_chance(
                chances[reading].lines[line.id],
                chances[reading].sampled.get(f"line {line.id}"),
                engine.method.seed,
            )
        )

    return [
        {**line_row(engine, line, met(line)), "quantiles": quantile_rows(engine, line)}
        for line in engine.requirement.lines
    ]


def requirement_row(
    engine: Engine, requirement: Requirement, asked_lines: list[LineResult]
) -> RequirementRow:
    """Return a published requirement held against the same offers."""
    is_asked = requirement.name == engine.question.requirement
    return {
        "name": requirement.name,
        "text": requirement.text,
        "asked": is_asked,
        "lines": asked_lines
        if is_asked
        else [line_row(engine, line, None) for line in requirement.lines],
        "possible": possible_row(engine.possible(requirement)),
        "floors": [floor_row(floor) for floor in engine.floors(requirement)],
        "evidence": [name for name in requirement.evidence if name in engine.view.statements],
        "note": requirement.note,
    }


def party_results(engine: Engine, chances: Mapping[Reading, Chances]) -> list[PartyResult]:
    """Return whether each party joins, and whether at least one of its offers stands."""

    def told(what: str, code: str) -> R[LesserChance]:
        def one(reading: Reading) -> LesserChance:
            found = chances[reading]
            chance = found.joins[code] if what == "joins" else found.contributes[code]
            estimate = found.sampled.get(f"{what} {code}")
            return lesser_chance(chance, estimate, engine.method.seed)

        return by_reading(one)

    return [
        {"code": code, "joins": told("joins", code), "contributes": told("contributes", code)}
        for code in engine.view.parties
    ]
