"""Quantities: how much is delivered to a line, as the assessment document writes it."""

from guarantor.brief.document import I, Quantiles, R
from guarantor.model import Line
from guarantor.room.rows import by_reading, number
from guarantor.viability import Engine, Reading
from guarantor.viability.spreads.quantiles import quantiles


def quantile_rows(engine: Engine, line: Line) -> R[Quantiles]:
    """Return how much is delivered to a line at P10, P50 and P90, in both readings.

    Raises:
        OverBudget: It has to be exact and outgrows the budget.
        OutOfTime: The method's time is up.
        TooLarge: Too much stands under a ``not`` with a chance that is an interval.
    """
    return by_reading(lambda reading: _row(engine, line, reading))


def _row(engine: Engine, line: Line, reading: Reading) -> Quantiles:
    found = quantiles(engine.answering, line, reading, engine.method)

    def interval(name: str) -> I:
        low, high = found.ends[name]
        return {"low": number(low), "high": number(high)}

    row: Quantiles = {
        "p10": interval("p10"),
        "p50": interval("p50"),
        "p90": interval("p90"),
        "method": "sampled" if found.runs else "exact",
    }
    if found.runs:
        row["runs"] = found.runs
        row["seed"] = engine.method.seed
    return row
