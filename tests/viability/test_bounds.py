"""Bounds that hold whatever the uncertain events hang together with."""

import random
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.viability.generator import coalition
from guarantor.ledger import view
from guarantor.model import (
    AtLeast,
    Atom,
    Chance,
    Condition,
    Need,
    Not,
    Proposition,
    Term,
    Total,
    View,
    all_of,
    any_of,
)
from guarantor.operation import open_folder
from guarantor.viability import Counting, Engine, Question, Reading
from guarantor.viability.breaking.bounds import Bounds, Holding, bounds, most_together
from guarantor.viability.breaking.scenarios import Literal
from guarantor.viability.building import build
from guarantor.viability.method import Method
from tests.viability.brute_force import Twin
from tests.viability.test_against_brute_force import questions

EXAMPLE = Path(__file__).parents[2] / "src" / "guarantor" / "operations" / "example"
QUICK = range(60)
LONG = range(60, 160)
SMALL_ONES = range(12)
MOST_LITERALS = 10
"""Most events of which every set is tried."""
SMALL = Method(nodes=30)


@cache
def example() -> View:
    """Return the bundled example as the public sees it."""
    return view(open_folder(EXAMPLE)[0])


def bounds_on(
    seen: View,
    question: Question,
    reading: Reading = Reading.NOBODY_MOVES_FIRST,
    method: Method | None = None,
) -> Bounds:
    """Return the bounds for a question about a view."""
    low, high = (build(seen, question, one) for one in (Counting.LOW, Counting.HIGH))
    return bounds(low, high, reading, method) if method else bounds(low, high, reading)


def ends(found: Bounds) -> tuple[float, float]:
    """Return both bounds, once it is sure that they are the best there are."""
    assert (found.is_low_best, found.is_high_best) == (True, True)
    return found.low, found.high


def of_reassurance(
    reading: Reading, suppose: Mapping[str, bool], seen: View | None = None
) -> tuple[float, float]:
    """Return the bounds for steadying the towns, which takes Alfland's 5,000."""
    seen = seen or example()
    question = Question.about(seen, requirement="reassurance", suppose=suppose)
    return ends(bounds_on(seen, question, reading))


def test_the_rarest_of_what_must_hold_bounds_the_example_from_above() -> None:
    """By hand: six things must hold; the backstop, at most 0.4, is the rarest.

    From below: Alfland fails at 0.1, Bravia at 0.2, the backstop at 0.8, which is more than 1.
    """
    found = bounds_on(example(), Question.about(example()))

    assert ends(found) == (0.0, 0.4)


def test_the_alternatives_of_a_cut_set_add_up() -> None:
    """By hand: Alfland waits for the backstop, at most 0.4, or a mandate at 0.1: 0.5 together."""
    found = of_reassurance(Reading.NOBODY_MOVES_FIRST, {})

    assert found == pytest.approx((0.0, 0.5))


def test_what_a_path_set_needs_can_fail_one_thing_at_a_time() -> None:
    """By hand: Alfland fails at 0.1 and its troops to arrive at 0.1: together 0.2 at most.

    From above it is Alfland's decision at 0.9, unless Bravia and Charland move together: then one
    of them and Alfland would have to stay out, which their chances do not exclude.
    """
    settled = {"host_consent": True, "north_accepts": True, "backstop": True}

    alone = of_reassurance(Reading.NOBODY_MOVES_FIRST, settled)
    together = of_reassurance(Reading.MOVING_TOGETHER, settled)

    assert alone == pytest.approx((0.8, 0.9))
    assert together == pytest.approx((0.8, 1.0))


def test_what_is_impossible_is_bounded_by_nothing_but_zero() -> None:
    """Without Alfland nobody brings 5,000 when nobody moves first."""
    assert of_reassurance(Reading.NOBODY_MOVES_FIRST, {"ALF": False}) == (0.0, 0.0)


def test_a_need_of_nothing_is_certain() -> None:
    """The empty path set fails never, and there is no cut set."""
    seen = example()
    wanted = seen.requirements["reassurance"]
    nothing = Need(low=Decimal(0), high=Decimal(0))
    lines = (replace(wanted.lines[0], need=nothing),)
    requirements = {**seen.requirements, "reassurance": replace(wanted, lines=lines)}

    seen = replace(seen, requirements=requirements)

    assert of_reassurance(Reading.NOBODY_MOVES_FIRST, {}, seen) == (1.0, 1.0)


def test_a_definition_under_a_not_is_as_likely_as_what_it_rests_on_allows() -> None:
    """By hand: a mandate that needs the north, at 0.5, or the backstop, at 0.2 to 0.4.

    Its own event is at 0.1, so it is true at most at 0.1 and false at least at 0.9. Deltia's
    monitors want it false: with all else so they come at 0.9 less the 0.05 of not arriving. From
    above nothing but "no mandate" is in the way, and that may be certain: the north and the
    backstop may never go with the mandate's own event.
    """
    seen = example()
    rests = any_of(Atom("north_accepts"), Atom("backstop"))
    mandate = replace(seen.propositions["un_mandate"], when=rests)
    wanted = seen.requirements["monitoring"]
    monitors = replace(wanted, lines=tuple(one for one in wanted.lines if one.id == "monitors"))
    seen = replace(
        seen,
        propositions={**seen.propositions, "un_mandate": mandate},
        requirements={**seen.requirements, "monitoring": monitors},
    )
    question = Question.about(seen, suppose={"host_consent": True, "ceasefire": True})

    assert ends(bounds_on(seen, question)) == pytest.approx((0.85, 1.0))


@pytest.mark.parametrize(
    ("when", "low", "high"),
    [
        (Atom("c"), 0.7, 0.8),
        (all_of(Atom("a"), Atom("b"), Atom("c")), 0.1, 0.6),  # 1 − 0.4 − 0.2 − 0.3
        (any_of(Atom("a"), Atom("b")), 0.8, 1.0),
        (
            AtLeast(2, ("a", "b", "c")),
            0.55,
            1.0,
        ),  # two of 0.4, 0.2 and 0.3 fail half of 0.9 at most
        (all_of(Not(Atom("a")), Atom("b")), 0.2, 0.4),
        (Total("bridges", Decimal(1)), 0.0, 1.0),  # of sums nothing is claimed
    ],
)
def test_what_is_true_is_bounded_by_what_it_rests_on(
    when: Condition, low: float, high: float
) -> None:
    """By hand, with a at 0.6, b at 0.8 and c at 0.7 to 0.8; monitors come where it is false.

    They arrive for sure, so that the need fails exactly where the proposition is true.
    """
    seen = example()
    given = {"a": (0.6, 0.6), "b": (0.8, 0.8), "c": (0.7, 0.8)}
    propositions = {
        name: Proposition(id=name, text=name, chance=Chance(low=ends[0], high=ends[1]))
        for name, ends in given.items()
    }
    certain = Chance(low=1.0, high=1.0)
    propositions["it"] = Proposition(id="it", text="it", when=when, chance=certain)
    offer = replace(
        seen.offers["del-monitors"], terms=(Term(condition=Not(Atom("it"))),), fulfilment=certain
    )
    monitors = replace(
        seen.requirements["monitoring"],
        lines=tuple(one for one in seen.requirements["monitoring"].lines if one.id == "monitors"),
    )
    seen = replace(
        seen,
        common_terms=(),
        propositions={**seen.propositions, **propositions},
        offers={**seen.offers, "del-monitors": offer},
        requirements={"monitoring": monitors},
    )
    structure = build(seen, Question.about(seen), Counting.LOW)

    holding = Holding(structure)

    assert holding.most(Literal("it")) == pytest.approx(high)
    assert 1 - holding.most(Literal("it", holds=False)) == pytest.approx(low)


@pytest.mark.parametrize(
    ("count", "chances", "most"),
    [
        (1, [0.2, 0.3], 0.5),  # either: the sum
        (2, [0.2, 0.3], 0.2),  # both: the rarer
        (2, [0.5, 0.5, 0.2], 0.6),  # half the expected number of 1.2
        (2, [1.0, 0.1, 0.1], 0.2),  # one is there anyway, so one of the other two
        (0, [0.2], 1.0),
        (3, [1.0, 1.0], 0.0),
    ],
)
def test_so_many_of_some_events_happen_at_most_so_often(
    count: int, chances: list[float], most: float
) -> None:
    """By hand, each with its reason."""
    assert most_together(count, chances) == pytest.approx(most)


def nearly_sure(seen: View) -> View:
    """Return a view in which whatever is uncertain goes wrong eight times less often.

    Else hardly any path set of a random operation would be worth a bound above 0.
    """

    def surer(chance: Chance) -> Chance:
        return Chance(low=1 - (1 - chance.low) / 8, high=1 - (1 - chance.high) / 8)

    return replace(
        seen,
        parties={n: replace(one, decision=surer(one.decision)) for n, one in seen.parties.items()},
        propositions={
            n: replace(one, chance=surer(one.chance)) for n, one in seen.propositions.items()
        },
        offers={
            n: replace(one, fulfilment=surer(one.fulfilment)) for n, one in seen.offers.items()
        },
    )


def point_in(twin: Twin, dice: random.Random) -> dict[str, float]:
    """Return one chance within the interval of every event."""
    return {name: dice.uniform(low, high) for name, (low, high) in twin.chances().items()}


def happening(
    chances: Mapping[str, float], shift: Mapping[str, float], at: float
) -> dict[str, bool]:
    """Return what happens at a point of the circle: each event has an arc as long as its chance."""
    return {name: (at - shift[name]) % 1 < chance for name, chance in chances.items()}


def chance_if_turned(
    twin: Twin, chances: Mapping[str, float], shift: Mapping[str, float], end: str, reading: str
) -> float:
    """Return the chance of the need when a point is drawn on a circle of arcs, one for each event.

    The chance of an event is the length of its arc; where the arcs lie is how they hang together.
    """
    ends = {shift[name] % 1 for name in chances}
    ends |= {(shift[name] + chance) % 1 for name, chance in chances.items()}
    requirement = twin.view.requirements[twin.requirement]
    total = 0.0
    for start, stop in pairwise(sorted({0.0, 1.0, *ends})):
        happens = happening(chances, shift, (start + stop) / 2)
        truth = twin.truths(happens, end, reading)
        total += (stop - start) * twin.met(requirement, truth, happens, end)
    return total


def arrangements(
    names: Iterable[str], chances: Mapping[str, float], dice: random.Random
) -> list[dict[str, float]]:
    """Return ways to lay the arcs: all from one point, all to one point, some of each, anyhow."""
    names = list(names)
    onwards = dict.fromkeys(names, 0.0)
    back = {name: -chances[name] for name in names}
    mixed = [{n: dice.choice((onwards[n], back[n])) for n in names} for _ in range(3)]
    anyhow = [{n: dice.random() for n in names} for _ in range(3)]
    return [onwards, back, *mixed, *anyhow]


def contain(seed: int) -> None:
    """Check that chances lie in the bounds, as they were drawn and nearly sure."""
    found = questions(seed)
    if found is None:
        pytest.skip("too many uncertain events for the twin")
    engine, twin = found
    check_bounds(engine, twin, seed)
    surer = nearly_sure(engine.view)
    check_bounds(Engine(surer, engine.question), replace(twin, view=surer), seed)


def small_coalition(seed: int) -> tuple[Engine, Twin]:
    """Return a coalition of three parties in which nearly everything is nearly sure."""
    seen = nearly_sure(
        coalition(parties=3, contributions=4, propositions=4, lines=1 + seed % 2, seed=seed)
    )
    question = Question.about(seen)
    twin = Twin(seen, question.requirement, str(question.firm), question.valid_on, {})
    return Engine(seen, question), twin


@pytest.mark.parametrize("seed", SMALL_ONES)
def test_the_bounds_hold_for_small_coalitions(seed: int) -> None:
    """Most of which can be met at worst, so that the low bound says something."""
    check_bounds(*small_coalition(seed), seed)


def check_bounds(engine: Engine, twin: Twin, seed: int) -> None:
    """Check that the chance lies in the bounds for independent events and for all arrangements."""
    dice = random.Random(seed)  # noqa: S311  a test draws the same again
    for reading in Reading:
        limits = bounds_on(engine.view, engine.question, reading)
        weaker = bounds_on(engine.view, engine.question, reading, SMALL)
        independent = engine.chances(reading).met
        assert limits.low <= independent.low + 1e-9
        assert independent.high <= limits.high + 1e-9
        assert weaker.low <= limits.low + 1e-9
        assert limits.high <= weaker.high + 1e-9
        chances = point_in(twin, dice)
        for shift in arrangements(chances, chances, dice):
            for end in ("low", "high"):
                chance = chance_if_turned(twin, chances, shift, end, reading)
                assert limits.low - 1e-9 <= chance <= limits.high + 1e-9


@pytest.mark.parametrize("seed", QUICK)
def test_the_bounds_hold_however_the_events_hang_together(seed: int) -> None:
    """Independent, all together, all against each other, and mixtures: within the bounds."""
    contain(seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", LONG)
def test_the_bounds_hold_however_the_events_hang_together_100_times(seed: int) -> None:
    """The same on a hundred more."""
    contain(seed)


def settled_question(seed: int) -> tuple[View, Question, Twin] | None:
    """Return a question with nothing uncertain under a not, and its twin; nothing if too large."""
    found = questions(seed)
    if found is None:
        return None
    engine, twin = found
    suppose = {**dict.fromkeys(sorted(twin.under_not()), True), **engine.question.suppose}
    question = replace(engine.question, suppose=suppose)
    seen = nearly_sure(engine.view)
    settled = replace(twin, view=seen, suppose=suppose)
    free = sum(0 < low < 1 for low, _ in settled.chances().values())
    return (seen, question, settled) if free <= MOST_LITERALS else None


def smallest_sum(twin: Twin, reading: Reading) -> float:
    """Return the smallest sum of failures that goes with the need met for sure, by trying all."""
    chances = twin.chances()
    free = [name for name, (low, _) in chances.items() if 0 < low < 1]
    requirement = twin.view.requirements[twin.requirement]
    sums = [float("inf")]
    for size in range(len(free) + 1):
        for chosen in combinations(free, size):
            happens = {name: low == 1 or name in chosen for name, (low, _) in chances.items()}
            truth = twin.truths(happens, "low", reading)
            if twin.met(requirement, truth, happens, "low"):
                sums.append(sum(1 - chances[name][0] for name in chosen))
    return min(sums)


def check_best(seen: View, question: Question, twin: Twin) -> None:
    """Check the low bound over every set of events and fulfilments, the high one over all cuts."""
    for reading in Reading:
        possible = any(met for _, met, _ in twin.table("high", reading))
        highs = {name: high for name, (_, high) in twin.chances().items()}
        sums = [sum(highs[name] for name in cut) for cut in twin.cut_sets("high", reading, 12)]
        expected = (
            max(0.0, 1 - smallest_sum(twin, reading)),
            min([1.0, *sums]) if possible else 0.0,
        )

        assert ends(bounds_on(seen, question, reading)) == pytest.approx(expected)


@pytest.mark.parametrize("seed", QUICK)
def test_no_path_set_gives_more_and_no_cut_set_less(seed: int) -> None:
    """In random operations."""
    found = settled_question(seed)
    if found is None:
        pytest.skip("too many uncertain events for the twin")
    check_best(*found)


@pytest.mark.parametrize("seed", SMALL_ONES)
def test_no_path_set_of_a_small_coalition_gives_more(seed: int) -> None:
    """In small coalitions, nearly sure."""
    engine, twin = small_coalition(seed)
    check_best(engine.view, engine.question, twin)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=5), st.integers(0, 6), st.randoms())
def test_no_arrangement_has_so_many_together_more_often(
    chances: list[float], count: int, dice: random.Random
) -> None:
    """Rüger's bound against arcs on a circle."""
    by_name = {str(number): chance for number, chance in enumerate(chances)}
    shift = {name: dice.random() for name in by_name}
    points = sorted({0.0, 1.0, *shift.values(), *((shift[n] + c) % 1 for n, c in by_name.items())})

    together = sum(
        stop - start
        for start, stop in pairwise(points)
        if sum(happening(by_name, shift, (start + stop) / 2).values()) >= count
    )

    assert together <= most_together(count, chances) + 1e-9


def likely(seen: View) -> View:
    """Return a coalition in which nearly everything is nearly sure."""
    sure = Chance(low=0.999, high=1.0)
    return replace(
        seen,
        parties={code: replace(one, decision=sure) for code, one in seen.parties.items()},
        propositions={name: replace(one, chance=sure) for name, one in seen.propositions.items()},
        offers={name: replace(one, fulfilment=sure) for name, one in seen.offers.items()},
    )


def test_a_bound_that_may_not_be_the_best_says_so() -> None:
    """It is true all the same: below the best one, which a larger budget gives."""
    seen = likely(coalition(parties=6, contributions=14, propositions=4, lines=2, seed=3))
    question = Question.about(seen)

    best = bounds_on(seen, question, Reading.MOVING_TOGETHER)
    less = bounds_on(seen, question, Reading.MOVING_TOGETHER, Method(nodes=150))

    assert (best.is_low_best, less.is_low_best) == (True, False)
    assert 0 < less.low <= best.low < best.high


def test_what_is_impossible_is_so_without_any_room() -> None:
    """The search says so, where no diagram fits."""
    question = Question.about(example(), requirement="reassurance", suppose={"ALF": False})

    found = bounds_on(example(), question, method=Method(nodes=1))

    assert (found.high, found.is_high_best) == (0.0, True)


@pytest.mark.parametrize("nodes", [1, 60])
def test_without_room_nothing_is_claimed(nodes: int) -> None:
    """The path sets do not fit: 0 from below, which is said to be weak."""
    seen = likely(coalition(parties=6, contributions=14, propositions=4, lines=2, seed=3))

    found = bounds_on(seen, Question.about(seen), Reading.MOVING_TOGETHER, Method(nodes=nodes))

    assert (found.low, found.is_low_best) == (0.0, False)
    assert found.high <= 1.0


def test_a_large_coalition_is_bounded_without_its_fulfilments() -> None:
    """What the cheapest path set costs before anything has to arrive is more than 1 already."""
    seen = coalition(parties=12, contributions=60, seed=1)

    found = bounds_on(seen, Question.about(seen), Reading.MOVING_TOGETHER)

    assert (found.low, found.is_low_best) == (0.0, True)
    assert 0 < found.high <= 1
