"""The months ahead: worked by hand, and against the enumeration with the chances put in."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from guarantor.errors import OverBudget, TooLarge
from guarantor.ledger import view
from guarantor.model import (
    CERTAIN,
    Atom,
    Chance,
    End,
    GivenChance,
    Lasting,
    Not,
    Record,
    RecordState,
    Term,
    View,
    Window,
    envelope,
)
from guarantor.viability import Kind, Method, Question, Reading
from guarantor.viability.ahead.monthly import Monthly
from guarantor.viability.ahead.months import CountedFrom, faded, hazards, moment, months_later
from guarantor.viability.ahead.over_time import OverTime, over_time
from guarantor.viability.ahead.paths import Paths
from guarantor.viability.answering import formulas
from guarantor.viability.chances import chances as enumerated
from guarantor.viability.sampled.estimates import Estimate
from tests.viability.golden_operations import pair
from tests.viability.random_operations import MOST_FREE, Dice

TOGETHER = Reading.MOVING_TOGETHER
START = date(2025, 6, 1)


def lasting(hazard: float, high: float | None = None) -> Lasting:
    """Return that something ends with a chance each month."""
    return Lasting(Chance(low=hazard, high=hazard if high is None else high))


def alfland(notice_days: int | None = 0, available: Window | None = None) -> View:
    """Return an operation with a need of 2 for which Alfland alone offers 3.

    It needs the ceasefire (0.5), decides with 0.8 to 0.9, arrives with 0.9.
    """
    seen = view(pair())
    offer = replace(seen.offers["alf-troops"], notice_days=notice_days, available=available)
    return replace(seen, activation=START, valid_on=None, offers={offer.id: offer})


def ending(seen: View, **hazard: Lasting) -> View:
    """Return a view in which some propositions and parties may end."""
    return replace(
        seen,
        propositions={
            name: replace(one, lasting=hazard.get(name)) for name, one in seen.propositions.items()
        },
        parties={
            name: replace(one, lasting=hazard.get(name)) for name, one in seen.parties.items()
        },
    )


def asked(seen: View, months: int = 6, method: Method | None = None) -> OverTime:
    """Return the months ahead of a view."""
    return over_time(seen, Question.about(seen), months, method or Method())


def met(found: OverTime, end: End = End.HIGH) -> list[float]:
    """Return one end of the chance in each month, moving together."""
    return [month.met[TOGETHER].chance.at(end) for month in found.months]


def test_a_month_later_is_the_same_day_or_the_last_one() -> None:
    """31 January, then 28 February, then 31 March again; a year has twelve; the calendar ends."""
    start = date(2025, 1, 31)

    assert [months_later(start, number) for number in (0, 1, 2, 12, 25)] == [
        start,
        date(2025, 2, 28),
        date(2025, 3, 31),
        date(2026, 1, 31),
        date(2027, 2, 28),
    ]
    assert months_later(date(9999, 12, 1), 1) == date.max


def test_a_ceasefire_and_a_party_end_each_with_its_hazard() -> None:
    """By hand: 0.5 x 0.9^m for the ceasefire, 0.9 x 0.8^m for Alfland, 0.9 to arrive."""
    seen = ending(alfland(), ceasefire=lasting(0.1), ALF=lasting(0.2))

    found = asked(seen)

    assert found.counted_from is CountedFrom.ACTIVATION
    assert met(found) == pytest.approx(
        [0.5 * 0.9**m * 0.9 * 0.8**m * 0.9 for m in range(7)], abs=1e-12
    )
    assert [month.day for month in found.months][:2] == [START, date(2025, 7, 1)]


def test_the_low_end_takes_the_high_hazard() -> None:
    """By hand: 0.5 x 0.8 x 0.9 at first; 0.7 or 0.9 of it are left each month."""
    seen = ending(alfland(), ceasefire=lasting(0.1, 0.3))

    found = asked(seen)

    assert met(found, End.LOW) == pytest.approx([0.36 * 0.7**m for m in range(7)], abs=1e-12)
    assert met(found, End.HIGH) == pytest.approx([0.405 * 0.9**m for m in range(7)], abs=1e-12)


def settled(seen: View, until: date | None = None) -> View:
    """Return a view in which the ceasefire holds on record."""
    record = (Record(since=START, until=until, state=RecordState.HOLDS),)
    one = replace(seen.propositions["ceasefire"], record=record)
    return replace(seen, propositions={one.id: one})


def test_what_holds_on_record_may_end_all_the_same() -> None:
    """By hand: 1 x 0.9^m, not 0.5 x 0.9^m; Alfland with 0.9 x 0.9."""
    seen = settled(ending(alfland(), ceasefire=lasting(0.1)))

    assert met(asked(seen)) == pytest.approx([0.81 * 0.9**m for m in range(7)], abs=1e-12)


def test_after_its_record_ends_a_proposition_is_open_again() -> None:
    """By hand: it holds up to 1 August, then its own chance of 0.5 counts."""
    found = asked(settled(alfland(), until=date(2025, 8, 1)))

    assert met(found) == pytest.approx([0.81, 0.81, *[0.405] * 5], abs=1e-12)


def test_what_is_supposed_stays_as_supposed() -> None:
    """Nothing is left to end: 0.9 to arrive."""
    seen = ending(alfland(), ceasefire=lasting(0.1), ALF=lasting(0.2))
    question = Question.about(seen, suppose={"ceasefire": True, "ALF": True})

    found = over_time(seen, question, 3)

    assert met(found) == pytest.approx([0.9] * 4, abs=1e-12)


def test_windows_and_notice_say_who_is_in_place() -> None:
    """By hand: 60 days after 1 June are 31 July; the window ends before 1 November."""
    seen = alfland(notice_days=60, available=Window(end=date(2025, 11, 1)))

    found = asked(seen)

    assert [month.offers_there for month in found.months] == [
        *[(0, 0)] * 2,
        *[(1, 1)] * 3,
        *[(0, 0)] * 2,
    ]
    assert met(found) == pytest.approx([0, 0, 0.405, 0.405, 0.405, 0, 0], abs=1e-12)
    assert found.since == 2
    assert [bool(month.throughout) for month in found.months] == [*[False] * 2, *[True] * 5]
    assert found.months[5].throughout[TOGETHER].chance.high == 0


def test_without_a_known_notice_it_is_there_at_the_high_end_only() -> None:
    """As on any day."""
    found = asked(alfland(notice_days=None), 1)

    assert found.months[0].offers_there == (0, 1)
    assert met(found, End.LOW)[0] == 0
    assert met(found)[0] == pytest.approx(0.405)


def test_months_are_counted_from_the_first_day_that_is_known() -> None:
    """Without an activation from the day asked about, else from the day asked from."""
    seen = replace(alfland(notice_days=60), activation=None)
    day = date(2025, 9, 30)

    later = over_time(seen, Question.about(seen, valid_on=day), 1)
    known = asked(seen, 1)

    assert later.counted_from is CountedFrom.VALID_ON
    assert [month.day for month in later.months] == [day, date(2025, 10, 30)]
    assert known.counted_from is CountedFrom.AS_KNOWN_ON
    assert known.months[0].day == seen.as_known_on
    assert later.months[0].offers_there == (1, 1)  # notice is left aside


def test_a_break_counts_from_the_day_asked_about() -> None:
    """The first month not before it: 1 September for the last day of August."""
    seen = alfland(notice_days=0)

    found = over_time(seen, Question.about(seen, valid_on=date(2025, 8, 31)), 4)

    assert found.since == 3


def test_where_the_need_cannot_be_met_there_is_no_break_to_count() -> None:
    """Nobody offers enough."""
    seen = alfland(available=Window(end=date(2025, 1, 1)))

    found = asked(seen, 2)

    assert found.since is None
    assert not any(month.throughout for month in found.months)


def test_where_things_only_end_no_break_is_exactly_the_last_month() -> None:
    """Whoever is there in the sixth month was there in all before: nothing is drawn."""
    found = asked(ending(alfland(), ceasefire=lasting(0.1), ALF=lasting(0.2)))

    assert found.runs == 0
    assert all(month.throughout == month.met for month in found.months)


def arriving(hazard: float = 0.1) -> View:
    """Return an operation that Bravia, in place from the first day, meets until Alfland is there.

    Bravia stays up to 1 August; Alfland comes by 1 July. Each meets the need alone.
    """
    seen = view(pair())
    alf = replace(seen.offers["alf-troops"], notice_days=30, fulfilment=CERTAIN)
    bra = replace(
        seen.offers["bra-troops"],
        notice_days=0,
        available=Window(end=date(2025, 8, 1)),
        fulfilment=Chance(low=0.5, high=0.5),
    )
    whole = replace(seen, activation=START, valid_on=None, offers={alf.id: alf, bra.id: bra})
    return ending(whole, BRA=lasting(hazard))


def test_a_relief_has_to_arrive_before_the_first_has_left() -> None:
    """By hand, at the high end: Bravia 0.6 x 0.5, Alfland and ceasefire 0.9 x 0.5.

    Month 0 needs Bravia (0.3). In month 1 Alfland may be there instead of one that left: 0.3 x (0.9
    + 0.1 x 0.45). From month 2 on it takes Alfland: 0.3 x 0.45, where multiplying the months would
    give 0.3 x 0.4495 x 0.45 and taking the last alone 0.45.
    """
    found = asked(arriving(), 3)

    assert found.since == 0
    assert met(found) == pytest.approx([0.3, 1 - 0.73 * 0.55, 0.45, 0.45], abs=1e-12)
    expected = [0.3, 0.3 * (0.9 + 0.1 * 0.45), 0.3 * 0.45, 0.3 * 0.45]
    for month, chance in zip(found.months, expected, strict=True):
        estimate = month.throughout[TOGETHER].estimate
        assert month.throughout[TOGETHER].chance.high == pytest.approx(
            chance, abs=5 * estimate.high.standard_error if estimate else 1e-12
        )
    assert found.months[0].throughout[TOGETHER].estimate is None  # one month has no break
    assert found.runs == 1 << 18
    assert found.seed == Method().seed


def test_hazards_that_are_independent_multiply() -> None:
    """Closed form, all of it drawn: 0.405 x 0.9^m x 0.8^m."""
    seen = ending(alfland(), ceasefire=lasting(0.1), ALF=lasting(0.2))

    found = asked(seen, method=Method(kind=Kind.SAMPLED))

    for month in found.months:
        for chance in (month.met[TOGETHER], month.throughout[TOGETHER]):
            assert chance.estimate is not None
            error = chance.estimate.high.standard_error
            assert chance.chance.high == pytest.approx(0.405 * 0.72**month.number, abs=5 * error)


def test_the_same_seed_gives_the_same_answer() -> None:
    """And another seed another one."""
    assert asked(arriving(), 3) == asked(arriving(), 3)
    assert asked(arriving(), 3) != asked(arriving(), 3, Method(seed=2))


def random_view(seed: int) -> View:
    """Return a random operation, some of whose propositions and parties may end."""
    dice = Dice(seed)
    seen = view(dice.operation())
    names = [*seen.propositions, *seen.parties]
    chosen = {name: lasting(0.1, 0.3) for name in names if dice.maybe(0.4)}
    return ending(seen, **chosen)


def uncertain(seen: View) -> int:
    """Return how many events there are to enumerate."""
    structures = moment(seen, Question.about(seen), 2).structures
    both = faded(structures[End.HIGH], hazards(seen, Question.about(seen)), 2).chances.values()
    return sum(chance.high > 0 and chance != CERTAIN for chance in both)


@pytest.mark.parametrize("seed", range(40))
def test_each_month_equals_the_enumeration(seed: int) -> None:
    """The whole of the month put into a structure, each chance with what has ended by then."""
    seen = random_view(seed)
    if uncertain(seen) > MOST_FREE + 5:
        pytest.skip("too many uncertain events for the enumeration")
    question = Question.about(seen)

    found = over_time(seen, question, 4)

    for month in found.months[::2]:
        one = moment(seen, question, month.number)
        low, high = (
            faded(one.structures[end], hazards(seen, question), month.number) for end in End
        )
        for reading in Reading:
            slow = enumerated(low, high, formulas, reading)["met"]
            chance = month.met[reading].chance
            assert (chance.low, chance.high) == pytest.approx((slow.low, slow.high), abs=1e-12)


@pytest.mark.parametrize("seed", range(12))
def test_no_break_is_never_likelier_than_the_month_and_only_falls(seed: int) -> None:
    """On the same runs to the last one, at both ends and in both readings."""
    seen = random_view(seed)
    question = Question.about(seen)
    moments = [moment(seen, question, number) for number in range(5)]
    paths = Paths(moments, hazards(seen, question), since=1, rng=np.random.default_rng(seed))
    paths.draw(1 << 12, Method())

    for reading in Reading:
        before: Mapping[End, float] = dict.fromkeys(End, 1.0)
        for number in range(1, 5):
            here, alone = paths.throughout(number, reading), paths.met(number, reading)
            now = {End.LOW: here.low.mean, End.HIGH: here.high.mean}
            single = {End.LOW: alone.low.mean, End.HIGH: alone.high.mean}
            assert all(now[end] <= min(single[end], before[end]) for end in End)
            before = now


@pytest.mark.parametrize("seed", range(12))
def test_a_sampled_month_is_near_the_exact_one(seed: int) -> None:
    """Within five standard errors, at both ends."""
    seen = random_view(seed)

    exact, drawn = asked(seen, 3), asked(seen, 3, Method(kind=Kind.SAMPLED))

    for one, other in zip(exact.months, drawn.months, strict=True):
        for reading in Reading:
            estimate = other.met[reading].estimate
            assert estimate is not None
            chance = one.met[reading].chance
            assert_near(estimate.low, chance.low)
            assert_near(estimate.high, chance.high)


def assert_near(estimate: Estimate, chance: float) -> None:
    """Check an estimate."""
    assert estimate.mean == pytest.approx(chance, abs=5 * estimate.standard_error + 1e-12)


def negated(hazard: Lasting) -> View:
    """Return an operation in which Alfland takes part only without a ceasefire."""
    seen = ending(alfland(), ceasefire=hazard)
    party = replace(seen.parties["ALF"], terms=(Term(condition=Not(Atom("ceasefire"))),))
    return replace(seen, parties={**seen.parties, "ALF": party})


def test_what_is_not_so_any_more_may_let_others_come() -> None:
    """By hand: 0.9 x 0.9 x (1 - 0.5 x 0.9^m) in a month; without a break it is 0.81 x 0.5 for ever.

    A ceasefire under a ``not`` is taken at both ends of its hazard: the least is the longest.
    """
    found = asked(negated(lasting(0.1, 0.2)), 3)

    expected = [0.81 * (1 - 0.5 * 0.8**m) for m in range(4)]
    assert met(found) == pytest.approx(expected, abs=1e-12)
    for month in found.months[1:]:
        estimate = month.throughout[TOGETHER].estimate
        assert estimate is not None
        assert_near(estimate.high, 0.405)


def test_a_hazard_ends_whatever_case_its_chance_was_of() -> None:
    """By hand: 0.6 with the mandate's 0.5, else 0.2; that is 0.4 x 0.9^m, with Alfland 0.81."""
    seen = ending(alfland(), ceasefire=lasting(0.1))
    rows = (
        GivenChance(Atom("mandate"), Chance(low=0.6, high=0.6)),
        GivenChance(None, Chance(low=0.2, high=0.2)),
    )
    ceasefire = replace(
        seen.propositions["ceasefire"],
        chance_given=rows,
        chance=envelope(rows),
        is_chance_given=True,
    )
    mandate = replace(
        seen.propositions["ceasefire"], id="mandate", lasting=None, chance=Chance(low=0.5, high=0.5)
    )
    both = {one.id: one for one in (mandate, ceasefire)}

    found = asked(replace(seen, propositions=both))

    assert found.since == 0
    assert met(found) == pytest.approx([0.81 * 0.4 * 0.9**m for m in range(7)], abs=1e-12)


def test_months_alike_share_one_diagram() -> None:
    """Before Alfland is there, while it is, and after its window: nobody is there in two of them.

    A hazard makes no pattern of its own.
    """
    seen = ending(alfland(60, Window(end=date(2025, 11, 1))), ceasefire=lasting(0.1))
    question = Question.about(seen)
    moments = [moment(seen, question, number) for number in range(12)]

    assert len(Monthly(moments, hazards(seen, question), Method())) == 2


def test_months_are_1_to_36() -> None:
    """In one sentence."""
    for months in (0, 37):
        with pytest.raises(TooLarge, match="ask for 1 to 36"):
            asked(alfland(), months)


def test_diagrams_beyond_their_budget_are_sampled_or_end_the_question() -> None:
    """As asked."""
    seen = ending(view(pair()), ceasefire=lasting(0.1))
    with pytest.raises(OverBudget):
        asked(seen, 1, Method(kind=Kind.EXACT, nodes=1))

    drawn = asked(seen, 1, Method(nodes=1))

    assert drawn.months[0].met[TOGETHER].estimate is not None


def test_too_many_intervals_under_a_not_cannot_be_sampled() -> None:
    """Each doubles the work."""
    seen = negated(lasting(0.1, 0.2))
    names = [f"p{number}" for number in range(7)]
    many = {
        name: replace(seen.propositions["ceasefire"], id=name) for name in ("ceasefire", *names)
    }
    terms = tuple(Term(condition=Not(Atom(name))) for name in names)
    party = replace(seen.parties["ALF"], terms=terms)
    with pytest.raises(TooLarge, match="7 propositions under a not"):
        asked(replace(seen, propositions=many, parties={"ALF": party}), 2)
