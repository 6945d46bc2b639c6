"""How much is delivered to each line of the need, and how likely so much."""

from guarantor.brief.content import Row, Table, tell
from guarantor.brief.document import I, LineResult, RequirementRow
from guarantor.brief.words import capital, number, say_interval, spaced


def delivered(row: RequirementRow) -> list[Table]:
    """Return the table of what the lines asked about get; none where nothing bounds any of it."""
    lines = [line for line in row["lines"] if _is_bounded(line)]
    if not lines:
        return []
    table = Table(
        caption="How much is delivered, moving together, from the low to the high end",
        columns=(
            "Line",
            "#Need",
            "#With 90 % at least (P10)",
            "#With 50 % (P50)",
            "#With 10 % (P90)",
            "How",
        ),
        rows=tuple(map(_row, lines)),
        reads_down=True,
    )
    return [table]


def _is_bounded(line: LineResult) -> bool:
    """Tell whether a line's quantiles say more than that it is somewhere from nothing to all."""
    if "quantiles" not in line:
        return False
    found = line["quantiles"]["moving_together"]
    ends = {(one["low"], one["high"]) for one in (found["p10"], found["p50"], found["p90"])}
    return len(ends) > 1 or not ends <= {(0, None), (0, 0), (0, line["most_fielded"])}


def _row(line: LineResult) -> Row:
    found = line["quantiles"]["moving_together"]
    need = "unknown" if line["need"]["low"] is None else say_interval(line["need"])
    runs = found.get("runs")
    return Row(
        cells=(
            tell(f"{capital(spaced(line['capability']))} ({line['id']}), {spaced(line['unit'])}"),
            tell(need),
            *(tell(_amount(one)) for one in (found["p10"], found["p50"], found["p90"])),
            tell(f"sampled, {number(runs)} runs" if runs else "exact"),
        )
    )


def _amount(amount: I) -> str:
    """Return an amount that is delivered; nothing bounds its high end where it is left open."""
    low, high = amount["low"], amount["high"]
    if low is None:
        return "unbounded"
    if high is None:
        return f"{number(low)} or more" if low else "none to unbounded"
    return say_interval(amount) if high else "none"
