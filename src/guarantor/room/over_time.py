"""Over time: the months ahead as the assessment document tells them."""

from guarantor.brief.document import ChanceInterval, MonthRow, OverTime
from guarantor.room.progress import Track, silent
from guarantor.room.rows import by_reading
from guarantor.viability import Engine
from guarantor.viability.ahead.over_time import ChanceAhead, MonthAhead
from guarantor.viability.ahead.over_time import over_time as ahead


def over_time(engine: Engine, months: int, track: Track = silent) -> OverTime:
    """Return how the requirement asked about stands in each of the months ahead.

    Args:
        engine: What was asked, and how it may be answered.
        months: How many months to look ahead, from 1 to 36.
        track: Tells how far the months are.

    Raises:
        TooLarge: The months are not from 1 to 36, or too much stands under a ``not`` with a chance
            or a hazard that is an interval.
        OverBudget: The answer has to be exact and a diagram outgrows the budget.
        OutOfTime: The method's time is up.
    """
    found = ahead(
        engine.view,
        engine.question,
        months,
        engine.method,
        lambda moments: track(moments, "month by month"),
    )
    return {
        "counted_from": found.counted_from.value,
        "since": found.since,
        "months": [_row(month, found.seed) for month in found.months],
    }


def _row(month: MonthAhead, seed: int) -> MonthRow:
    low, high = month.offers_there
    return {
        "month": month.number,
        "day": month.day.isoformat(),
        "offers_there": {"low": low, "high": high},
        "met": by_reading(lambda reading: _chance(month.met[reading], seed)),
        "throughout": by_reading(lambda reading: _chance(month.throughout[reading], seed))
        if month.throughout
        else None,
    }


def _chance(found: ChanceAhead, seed: int) -> ChanceInterval:
    row: ChanceInterval = {"low": found.chance.low, "high": found.chance.high, "method": "exact"}
    if (estimate := found.estimate) is not None:
        low, high = estimate.low, estimate.high
        row["method"] = "sampled"
        row["standard_error"] = {"low": low.standard_error, "high": high.standard_error}
        row["runs"] = max(low.runs, high.runs)
        row["seed"] = seed
    return row
