"""The answer and the brief's lines as tables."""

from collections.abc import Iterator
from typing import Literal

from guarantor.brief.document import Assessment, ChanceInterval, I, LesserChance, LineResult
from guarantor.export import Cell, Table
from guarantor.room.tables.making import listed, table

ANSWER = (
    "kind",  # requirement | line | party
    "target",
    "measure",
    "reading",
    "low",
    "high",
    "unit",
    "method",
    "standard_error_low",
    "standard_error_high",
    "runs",
    "seed",
)
BRIEF = (
    "requirement",
    "line",
    "capability",
    "priority",
    "unit",
    "need_low",
    "need_high",
    "stated_low",
    "stated_high",
    "reported_low",
    "reported_high",
    "undisclosed",
    "undisclosed_must_reach",
    "most_fielded",
    "possible_disclosed_nobody_moves_first",
    "possible_disclosed_moving_together",
    "possible_undisclosed_enough_nobody_moves_first",
    "possible_undisclosed_enough_moving_together",
    "met_low_nobody_moves_first",
    "met_high_nobody_moves_first",
    "met_low_moving_together",
    "met_high_moving_together",
    "evidence",
)
Reading = Literal["nobody_moves_first", "moving_together"]
_READINGS: tuple[Reading, ...] = ("nobody_moves_first", "moving_together")
_COUNTINGS: tuple[Literal["disclosed", "undisclosed_enough"], ...] = (
    "disclosed",
    "undisclosed_enough",
)


def answer_table(document: Assessment) -> Table:
    """Return the answer, a row for each target, measure and reading.

    The measures: that the requirement and each line is ``met``; what its chance lies between
    whatever hangs together (``met, dependence-free``); how many ``offers`` can stand at the floor
    asked about; and whether each party ``joins`` and ``contributes``.
    """
    return table("answer", ANSWER, _answers(document))


def _answers(document: Assessment) -> Iterator[dict[str, Cell]]:
    asked = document["requirement"]
    floors = [one for one in document["by_firmness"] if one["floor"] == document["firm"]]
    for reading in _READINGS:
        opening: dict[str, Cell] = {"kind": "requirement", "target": asked, "reading": reading}
        yield {**opening, "measure": "met", **_chance(document["chance"][reading])}
        free = document["dependence_free"][reading]
        yield {
            **opening,
            "measure": "met, dependence-free",
            "low": free["low"],
            "high": free["high"],
            "unit": "chance",
        }
        for floor in floors:
            many = len(floor["offers"][reading])
            yield {**opening, "measure": "offers", "low": many, "high": many, "unit": "offers"}
        for line in document["lines"]:
            if "met" in line:
                target = {"kind": "line", "target": f"{asked}/{line['id']}", "reading": reading}
                yield {**target, "measure": "met", **_chance(line["met"][reading])}
        for party in document["parties"]:
            target = {"kind": "party", "target": party["code"], "reading": reading}
            yield {**target, "measure": "joins", **_chance(party["joins"][reading])}
            yield {**target, "measure": "contributes", **_chance(party["contributes"][reading])}


def _chance(found: ChanceInterval | LesserChance) -> dict[str, Cell]:
    error: I = found.get("standard_error") or {"low": None, "high": None}
    return {
        "low": found["low"],
        "high": found["high"],
        "unit": "chance",
        "method": found.get("method", "exact"),
        "standard_error_low": error["low"],
        "standard_error_high": error["high"],
        "runs": found.get("runs"),
        "seed": found.get("seed"),
    }


def brief_table(document: Assessment) -> Table:
    """Return the lines of every published requirement and what is held against them, a row each.

    Stated and reported quantities stand apart, and offers that nobody disclosed are named; the
    chance that a line is met is given for the requirement asked about.
    """
    rows = (
        {"requirement": requirement["name"], **_line(line)}
        for requirement in document["requirements"]
        for line in requirement["lines"]
    )
    return table("brief", BRIEF, rows)


def _line(line: LineResult) -> dict[str, Cell]:
    cells: dict[str, Cell] = {
        "line": line["id"],
        "capability": line["capability"],
        "priority": line["priority"],
        "unit": line["unit"],
        **_ends("need", line["need"]),
        **_ends("stated", line["stated"]),
        **_ends("reported", line["reported"]),
        "undisclosed": listed(line["undisclosed"]),
        "undisclosed_must_reach": line["undisclosed_must_reach"],
        "most_fielded": line["most_fielded"],
        "evidence": listed(line["evidence"]),
    }
    for counting in _COUNTINGS:
        for reading in _READINGS:
            cells[f"possible_{counting}_{reading}"] = line["possible"][counting][reading]
    if "met" in line:
        for reading in _READINGS:
            cells[f"met_low_{reading}"] = line["met"][reading]["low"]
            cells[f"met_high_{reading}"] = line["met"][reading]["high"]
    return cells


def _ends(name: str, interval: I) -> dict[str, Cell]:
    return {f"{name}_low": interval["low"], f"{name}_high": interval["high"]}
