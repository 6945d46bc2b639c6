"""Doubts about the requirement: lines that no offer can meet, or that one unbounded offer does."""

from collections.abc import Iterator

from guarantor.errors import Finding
from guarantor.model import Line
from guarantor.viability import Counting, Engine, Reading


def doubts(engine: Engine) -> tuple[Finding, ...]:
    """Return the findings about the lines of the requirement asked about."""
    requirement = engine.requirement
    return tuple(
        Finding(
            code=code,
            message=message,
            entry=f"{requirement.name}/{line.id}",
            evidence=tuple(name for name in line.evidence if name in engine.view.statements),
        )
        for line in requirement.lines
        for code, message in _doubts(engine, line)
    )


def _doubts(engine: Engine, line: Line) -> Iterator[tuple[str, str]]:
    if line.need.low is None:
        yield (
            "need_unknown",
            f"Nobody said how much the line {line.id} needs: it is never counted as met.",
        )
        return
    if not engine.possible(line)[Counting.HIGH][Reading.MOVING_TOGETHER]:
        yield "line_out_of_reach", f"No offer on record can meet the line {line.id}."
    held = engine.held(line)
    unbounded = [
        name for name in held.undisclosed if engine.view.offers[name].quantity.high is None
    ]
    if unbounded and held.undisclosed_must_reach:
        names = ", ".join(unbounded)
        message = f"Were the undisclosed enough, any one of {names} would meet {line.id} alone."
        yield "line_met_by_one_unbounded", message
