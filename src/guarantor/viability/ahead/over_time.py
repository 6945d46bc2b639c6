"""Over time: the chance that a requirement is met in each month, and without a break."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np

from guarantor.errors import OverBudget, TooLarge
from guarantor.model import Chance, End, View
from guarantor.viability.ahead.monthly import Monthly
from guarantor.viability.ahead.months import (
    MOST_MONTHS,
    CountedFrom,
    Hazards,
    Moment,
    faded,
    first_day,
    hazards,
    is_outlived,
    moment,
)
from guarantor.viability.ahead.paths import Paths
from guarantor.viability.breaking.scenarios import Outlook
from guarantor.viability.building import build
from guarantor.viability.counting import Counting
from guarantor.viability.fixpoint import Reading
from guarantor.viability.method import DEFAULT, Kind, Method
from guarantor.viability.presence import can_be_offered
from guarantor.viability.question import Question
from guarantor.viability.sampled.estimates import SampledChance
from guarantor.viability.structure import Structure

RUNS = 1 << 18
"""How many runs are drawn: three standard errors are at most 0.003."""

Track = Callable[[Sequence[Moment]], Iterable[Moment]]
"""Passes months through and tells how far they are."""


@dataclass(frozen=True, kw_only=True)
class ChanceAhead:
    """A chance in a month to come; exact where there is no estimate behind it."""

    chance: Chance
    estimate: SampledChance | None = None

    @classmethod
    def sampled(cls, estimate: SampledChance) -> "ChanceAhead":
        """Return a chance that was estimated."""
        low, high = estimate.low.mean, estimate.high.mean
        return cls(chance=Chance(low=min(low, high), high=high), estimate=estimate)


Ahead = Mapping[Reading, ChanceAhead]


@dataclass(frozen=True, kw_only=True)
class MonthAhead:
    """How a requirement stands in one month.

    Attributes:
        number: How many months after the first day.
        day: The day asked about.
        offers_there: How many offers, firm enough and counted by a line of the requirement, are in
            place by then: where notice is unknown counted as not, and as there.
        met: In each reading the chance that the requirement is met on that day.
        throughout: In each reading the chance that it is met in every month from ``since`` to this
            one; empty before.
    """

    number: int
    day: date
    offers_there: tuple[int, int]
    met: Ahead
    throughout: Ahead


@dataclass(frozen=True, kw_only=True)
class OverTime:
    """How a requirement stands month by month.

    Attributes:
        counted_from: What months are counted from.
        since: The first month, not before the day asked about, in which the requirement can be met
            at all; from there ``throughout`` is counted. ``None`` where there is none.
        runs: How many runs the estimates rest on; 0 where nothing was drawn.
        seed: What they were drawn from.
        months: One a month, from 0 on.
    """

    counted_from: CountedFrom
    since: int | None
    runs: int
    seed: int
    months: tuple[MonthAhead, ...]


def over_time(
    view: View, question: Question, months: int, method: Method = DEFAULT, track: Track = iter
) -> OverTime:
    """Return how a requirement stands month by month.

    Months are counted from the activation; where that is unknown from the day asked about, else
    from the day asked from, and windows and notice are then left aside. What has come about ends
    each month with its hazard, independently of everything else; what has ended does not come back.
    The chance in a month is exact where the method allows and the diagrams fit. So is that of no
    break, as long as things only end; from where something may come later it is sampled.

    Args:
        view: What is on record.
        question: The question; its day says from when on a break counts.
        months: How many months to look ahead, from 1 to 36.
        method: How chances in a month are worked out, the seed, and what may be spent.
        track: Tells how far the months are.

    Raises:
        TooLarge: The months are not from 1 to 36, or too much stands under a ``not`` with a chance
            or a hazard that is an interval.
        OverBudget: The answer has to be exact and a diagram outgrows the budget.
        OutOfTime: The method's time is up.
    """
    if not 1 <= months <= MOST_MONTHS:
        msg = f"{months} months: ask for 1 to {MOST_MONTHS}"
        raise TooLarge(msg)
    moments = [moment(view, question, number) for number in range(months + 1)]
    ending = hazards(view, question)
    since = _since(question, moments, ending)
    until = _only_ends(moments, ending, since)
    met = _exact(moments, ending, method, track)
    paths = None if met and until == months else _drawn(moments, ending, since, method)
    if paths is not None and not met:
        met = {one.number: _sampled(paths.met, one.number) for one in moments}
    return OverTime(
        counted_from=first_day(view, question)[0],
        since=since,
        runs=0 if paths is None else paths.runs,
        seed=method.seed,
        months=tuple(
            MonthAhead(
                number=one.number,
                day=one.day,
                offers_there=_offers_there(one),
                met=met[one.number],
                throughout={}
                if since is None or one.number < since
                else met[one.number]
                if paths is None or one.number <= until
                else _sampled(paths.throughout, one.number),
            )
            for one in moments
        ),
    )


def _drawn(moments: Sequence[Moment], ending: Hazards, since: int | None, method: Method) -> Paths:
    rng = np.random.default_rng(method.seed)
    start = len(moments) if since is None else since
    paths = Paths(moments, ending, since=start, rng=rng)
    paths.draw(min(RUNS, method.most_runs), method)
    return paths


def _sampled(of: Callable[[int, Reading], SampledChance], month: int) -> Ahead:
    return {reading: ChanceAhead.sampled(of(month, reading)) for reading in Reading}


def _offers_there(one: Moment) -> tuple[int, int]:
    low, high = (_in_place(one.structures[end]) for end in End)
    return low, high


def _in_place(structure: Structure) -> int:
    lines = structure.asked.lines
    return sum(
        can_be_offered(offer, structure.question)
        and any(structure.counts_on(offer, line) for line in lines)
        for offer in structure.view.offers.values()
    )


def _since(question: Question, moments: Sequence[Moment], ending: Hazards) -> int | None:
    """Return the first month, not before the day asked about, in which the need can be met."""
    for one in moments:
        if question.valid_on is None or one.day >= question.valid_on:
            counted = one.structures[End.HIGH]
            # Logic takes one event a proposition, whatever the case of its chance.
            structure = build(counted.view, counted.question, Counting.HIGH)
            high = faded(structure, ending, one.number)
            if Outlook(structure=high, reading=Reading.MOVING_TOGETHER).possible(high.met()):
                return one.number
    return None


def _only_ends(moments: Sequence[Moment], ending: Hazards, since: int | None) -> int:
    """Return the month up to which, from the first that counts, nothing comes that was not there.

    Whoever meets the need in one of these months has met it in those before.
    """
    last = moments[-1].number
    if since is None:
        return last
    for before, after in pairwise(moments[since:]):
        if not is_outlived(after, before, ending):
            return before.number
    return last


def _exact(
    moments: Sequence[Moment], ending: Hazards, method: Method, track: Track
) -> dict[int, Ahead]:
    """Return the exact chances in each month; none where they are to be, or have to be, sampled."""
    if method.kind is Kind.SAMPLED:
        return {}
    monthly = Monthly(moments, ending, method)
    try:
        return {
            one.number: {
                reading: ChanceAhead(chance=chance)
                for reading, chance in monthly.chances(one.number).items()
            }
            for one in track(moments)
        }
    except OverBudget:
        if method.kind is Kind.EXACT:
            raise
        return {}
