"""Spread: how far uncertain chances move the answer, as the assessment document writes it."""

from guarantor.brief.document import R, SpreadEnds, SpreadRow
from guarantor.errors import OverBudget
from guarantor.model import End
from guarantor.room.discretion import is_discreet
from guarantor.room.rows import by_reading
from guarantor.viability import Counting, Engine, Kind, Reading
from guarantor.viability.spreads.spread import Spread, Spreading


def is_spread(engine: Engine) -> bool:
    """Tell whether a chance that the question rests on is uncertain itself."""
    chances = engine.answering.structure(Counting.HIGH).chances.values()
    return any(chance.weight is not None for chance in chances)


def spread(engine: Engine) -> R[SpreadEnds] | None:
    """Return how far uncertain chances move the chance that the requirement is met.

    ``None`` where that would have to be sampled: a spread is not sampled from samples. To the
    public the decisions of a live operation's parties are left out of what moves it.

    Raises:
        OverBudget: It has to be exact and its diagram outgrows the budget.
        OutOfTime: The method's time is up.
        TooLarge: Too much stands under a ``not`` with a chance that is an interval.
    """
    kind = engine.method.kind
    if kind is Kind.SAMPLED:
        return None
    low, high = (engine.answering.structure(one) for one in (Counting.LOW, Counting.HIGH))
    spreading = Spreading(low, high, engine.method)

    def ends(reading: Reading) -> SpreadEnds:
        low, high = (spreading.at(end, reading) for end in End)
        return {"at_low": _row(engine, low), "at_high": _row(engine, high)}

    try:
        return by_reading(ends)
    except OverBudget:
        if kind is Kind.EXACT:
            raise
        return None


def _row(engine: Engine, found: Spread) -> SpreadRow:
    view = engine.view
    hidden = view.parties if is_discreet(view) else {}
    return {
        "mean": found.mean,
        "deviation": found.deviation,
        "p10": found.p10,
        "p50": found.p50,
        "p90": found.p90,
        "drivers": [
            {"id": driver.owner, "event": driver.event, "share": driver.share}
            for driver in found.drivers
            if driver.owner not in hidden
        ],
        "together": found.together,
        "draws": found.draws,
        "seed": found.seed,
    }
