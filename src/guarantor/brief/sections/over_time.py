"""Over time: whether the need is met in each of the months ahead, and without a break."""

from guarantor.brief.content import Block, Chart, Row, Section, Sentence, Table, tell
from guarantor.brief.document import ChanceInterval, MonthRow, OverTime, R
from guarantor.brief.index import Index
from guarantor.brief.pictures import MonthPoint, MonthsPicture
from guarantor.brief.words import number, say_chance, say_date, say_interval, say_sampled

COUNTED_FROM = {
    "activation": "Months are counted from the activation, {day}.",
    "valid_on": "The activation is unknown: months are counted from the day asked about, {day}, "
    "and windows and notice are left aside.",
    "as_known_on": "Neither the activation nor the day asked about is known: months are counted "
    "from the day asked from, {day}, and windows and notice are left aside.",
}
MEANING = (
    "A month is its day: who is in place by then, what is settled then. What has come about ends "
    "each month with the hazard given for it, as if independently; what has ended does not come "
    "back."
)
MET, UNBROKEN = "Met that day", "Without a break"
READINGS = ("nobody first", "together")


def over_time(index: Index) -> Section:
    """Return how the need stands month by month; nothing where no month ahead was asked for."""
    ahead = index.document.get("over_time")
    blocks: tuple[Block, ...] = ()
    if ahead is not None:
        opening = COUNTED_FROM[ahead["counted_from"]]
        since = tell(opening.format(day=say_date(ahead["months"][0]["day"])))
        blocks = (since, tell(MEANING), _since(ahead), *_sampled(ahead), _chart(ahead))
    return Section(anchor="over-time", title="Over time", blocks=blocks)


def _since(ahead: OverTime) -> Sentence:
    since = ahead["since"]
    if since is None:
        return tell("In none of these months, from the day asked about on, can the need be met.")
    return tell(
        f"“{UNBROKEN}” is in every month from {_month(ahead['months'][since])} on: the first, not "
        "before the day asked about, in which the need can be met at all."
    )


def _month(row: MonthRow) -> str:
    return f"month {row['month']} ({say_date(row['day'])})"


def _sampled(ahead: OverTime) -> list[Sentence]:
    """Return what was sampled, and how far off it may be."""
    told: list[Sentence] = []
    for head, chances in ((MET, _of(ahead, "met")), (UNBROKEN, _of(ahead, "throughout"))):
        sampled = [one for one in chances if one["method"] == "sampled"]
        if sampled:
            ends = [one["standard_error"] for one in sampled]
            most = max(end or 0 for errors in ends for end in (errors["low"], errors["high"]))
            runs = max(one["runs"] for one in sampled)
            some = "" if len(sampled) == len(chances) else "in part "
            told.append(
                tell(
                    f"“{head}” is {some}sampled: {number(runs)} runs from seed "
                    f"{sampled[0]['seed']}, each end within {300 * most:.2g} percentage points "
                    "(three standard errors)."
                )
            )
    return told


def _of(ahead: OverTime, curve: str) -> list[ChanceInterval]:
    curves = [row["met"] if curve == "met" else row["throughout"] for row in ahead["months"]]
    return [one for both in curves if both for one in _both(both)]


def _both(chances: R[ChanceInterval]) -> tuple[ChanceInterval, ChanceInterval]:
    return chances["nobody_moves_first"], chances["moving_together"]


def _chart(ahead: OverTime) -> Chart:
    rows = ahead["months"]
    are_apart = any(
        one["low"] != other["low"] or one["high"] != other["high"]
        for row in rows
        for both in (row["met"], row["throughout"])
        if both
        for one, other in [_both(both)]
    )
    picture = MonthsPicture(
        title=f"Is the need met? {rows[-1]['month']} months ahead"
        + (", moving together" if are_apart else ""),
        description="From the low to the high end of the chance; above in each month by itself, "
        "below in every month up to it.",
        points=tuple(map(_point, rows)),
    )
    heads = [
        f"{head}, {reading}" if are_apart else head
        for head in (MET, UNBROKEN)
        for reading in READINGS[not are_apart :]
    ]
    table = Table(
        caption="Is the need met? Month by month",
        columns=("Month", "Day", "#Offers in place", *heads),
        rows=tuple(_row(row, are_apart=are_apart) for row in rows),
        reads_down=True,
    )
    return Chart(picture, table)


def _point(row: MonthRow) -> MonthPoint:
    unbroken = row["throughout"]
    return MonthPoint(
        month=row["month"],
        met=_ends(row["met"]),
        unbroken=None if unbroken is None else _ends(unbroken),
    )


def _ends(chances: R[ChanceInterval]) -> tuple[float, float]:
    return chances["moving_together"]["low"], chances["moving_together"]["high"]


def _row(row: MonthRow, *, are_apart: bool) -> Row:
    said = [_said(both, are_apart=are_apart) for both in (row["met"], row["throughout"])]
    in_place = say_interval(row["offers_there"])
    return Row(
        cells=(
            tell(str(row["month"])),
            tell(say_date(row["day"])),
            tell("none" if in_place == "0" else in_place),
            *(tell(one) for both in said for one in both),
        )
    )


def _said(chances: R[ChanceInterval] | None, *, are_apart: bool) -> list[str]:
    if chances is None:
        return [""] * (1 + are_apart)
    return [_chance(one) for one in _both(chances)[not are_apart :]]


def _chance(one: ChanceInterval) -> str:
    if one["method"] == "exact":
        return say_chance(one["low"], one["high"])
    return say_sampled(one["low"], one["high"], one["runs"])
