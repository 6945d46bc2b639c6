"""Uncertain chances: how far they move the answer, against closed forms, and which of them does."""

from dataclasses import replace
from itertools import product
from math import sqrt

import numpy as np
import pytest

from guarantor.errors import OverBudget, TooLarge
from guarantor.ledger import view
from guarantor.model import CERTAIN, Atom, Chance, End, GivenChance, Not, Term, View, envelope
from guarantor.viability import Counting, Engine, Method, Question, Reading
from guarantor.viability.building import build
from guarantor.viability.diagrams.exact import Exact
from guarantor.viability.diagrams.targets import Wanted
from guarantor.viability.events import fulfilment, owner
from guarantor.viability.spreads.promoting import promoted
from guarantor.viability.spreads.spread import Driver, Spreading
from guarantor.viability.structure import Structure
from tests.viability.golden_operations import pair
from tests.viability.random_operations import Dice

TOGETHER = Reading.MOVING_TOGETHER


def beta(mean: float, weight: float) -> Chance:
    """Return an uncertain chance."""
    return Chance(low=mean, high=mean, weight=weight)


def variance(mean: float, weight: float) -> float:
    """Return the variance of a Beta of alpha = mean x weight, beta = (1 - mean) x weight."""
    return mean * (1 - mean) / (weight + 1)


def structures(seen: View, question: Question | None = None) -> tuple[Structure, Structure]:
    """Return the structures of a question, each case of a chance an event."""
    asked = question or Question.about(seen)
    low, high = (build(seen, asked, one, by_case=True) for one in (Counting.LOW, Counting.HIGH))
    return low, high


def spreading(seen: View, method: Method | None = None) -> Spreading:
    """Return the spread of what an operation asks."""
    return Spreading(*structures(seen), method or Method())


def alfland(ceasefire: Chance, decision: Chance, arrives: Chance = CERTAIN) -> View:
    """Return an operation that is met when three things happen, each with its chance."""
    seen = view(pair())
    one = replace(seen.propositions["ceasefire"], chance=ceasefire)
    party = replace(seen.parties["ALF"], decision=decision)
    offer = replace(seen.offers["alf-troops"], fulfilment=arrives)
    parties = {**seen.parties, "ALF": party}
    return replace(seen, propositions={one.id: one}, parties=parties, offers={offer.id: offer})


def test_one_uncertain_chance_is_the_whole_spread() -> None:
    """By hand: a Beta of mean 1/2 and weight 2 is uniform; half of it with a party of 1/2."""
    found = spreading(alfland(beta(0.5, 2), Chance(low=0.5, high=0.5))).at(End.HIGH, TOGETHER)

    assert found.mean == pytest.approx(0.25, abs=1e-12)
    assert found.deviation == pytest.approx(0.5 * sqrt(1 / 12), abs=1e-12)
    assert (found.p10, found.p50, found.p90) == pytest.approx((0.05, 0.25, 0.45), abs=0.015)
    assert found.drivers == (Driver(event="ceasefire", share=1.0),)
    assert found.together == pytest.approx(0, abs=1e-12)
    assert found.draws == 4096


def test_a_product_of_two_has_known_shares() -> None:
    """Closed form: V = v1 v2 + v1 m2^2 + v2 m1^2, of which v1 m2^2 and v2 m1^2 are of one alone."""
    first, second = (0.4, 12.0), (0.7, 5.0)
    found = spreading(alfland(beta(*first), beta(*second))).at(End.LOW, TOGETHER, draws=200_000)
    v1, v2 = variance(*first), variance(*second)
    whole = v1 * v2 + v1 * 0.7**2 + v2 * 0.4**2
    shares = {one.event: one.share for one in found.drivers}

    assert found.mean == pytest.approx(0.28, abs=1e-12)
    assert found.deviation**2 == pytest.approx(whole, rel=0.002)
    assert shares == pytest.approx(
        {"ceasefire": v1 * 0.7**2 / whole, "ALF": v2 * 0.4**2 / whole}, rel=0.002
    )
    assert found.together == pytest.approx(v1 * v2 / whole, rel=0.03)
    assert [one.event for one in found.drivers] == ["ceasefire", "ALF"]


def test_a_fulfilment_spreads_the_answer_like_any_other_chance() -> None:
    """Closed form for three factors; the driver is named after the contribution."""
    given = [(0.5, 10.0), (0.8, 20.0), (0.6, 4.0)]
    seen = alfland(*(beta(*one) for one in given))
    found = spreading(seen).at(End.HIGH, TOGETHER, draws=200_000)
    squares = [mean**2 + variance(mean, weight) for mean, weight in given]
    whole = np.prod(squares) - np.prod([mean**2 for mean, _ in given])
    alone = variance(*given[2]) * (0.5 * 0.8) ** 2 / whole

    assert found.deviation**2 == pytest.approx(whole, rel=0.005)
    assert found.drivers[0].event == fulfilment("alf-troops")
    assert found.drivers[0].owner == "alf-troops"
    assert found.drivers[0].share == pytest.approx(alone, rel=0.005)


def test_an_interval_stays_at_its_end() -> None:
    """By hand: the decision is 0.2 at the low end and 0.8 at the high end."""
    seen = alfland(beta(0.5, 2), Chance(low=0.2, high=0.8))
    low, high = (spreading(seen).at(end, TOGETHER) for end in End)

    assert (low.mean, high.mean) == pytest.approx((0.1, 0.4), abs=1e-12)
    assert high.deviation == pytest.approx(4 * low.deviation, abs=1e-12)
    assert high.p90 == pytest.approx(4 * low.p90, abs=1e-12)  # on the same draws


def test_where_nothing_is_uncertain_nothing_is_spread() -> None:
    """One number, every quantile of which it is."""
    found = spreading(alfland(Chance(low=0.5, high=0.5), CERTAIN)).at(End.HIGH, TOGETHER)

    assert (found.mean, found.deviation, found.p10, found.p90) == (0.5, 0, 0.5, 0.5)
    assert (found.drivers, found.together) == ((), 0)


def test_what_does_not_matter_has_no_share() -> None:
    """An uncertain chance on which nothing rests."""
    seen = alfland(Chance(low=0.5, high=0.5), CERTAIN)
    idle = replace(seen.parties["BRA"], decision=beta(0.5, 4))
    found = spreading(replace(seen, parties={**seen.parties, "BRA": idle})).at(End.HIGH, TOGETHER)

    assert found.drivers == (Driver(event="BRA", share=0.0),)
    assert found.deviation == 0


def test_every_case_of_a_chance_is_uncertain_by_itself() -> None:
    """By hand: with a mandate (1/4) a Beta of mean 0.6, without one of mean 0.2."""
    seen = alfland(Chance(low=0.5, high=0.5), CERTAIN)
    rows = (GivenChance(Atom("mandate"), beta(0.6, 9)), GivenChance(None, beta(0.2, 9)))
    one = seen.propositions["ceasefire"]
    mandate = replace(one, id="mandate", chance=Chance(low=0.25, high=0.25))
    ceasefire = replace(one, chance_given=rows, chance=envelope(rows), is_chance_given=True)
    propositions = {"mandate": mandate, "ceasefire": ceasefire}

    found = spreading(replace(seen, propositions=propositions)).at(End.HIGH, TOGETHER)

    assert found.mean == pytest.approx(0.25 * 0.6 + 0.75 * 0.2, abs=1e-12)
    parts = [0.25**2 * variance(0.6, 9), 0.75**2 * variance(0.2, 9)]
    assert found.deviation**2 == pytest.approx(
        sum(parts), abs=1e-12
    )  # the cases exclude each other
    assert [owner(one.event) for one in found.drivers] == ["ceasefire"] * 2


def uncertain(seed: int) -> View:
    """Return a random operation, many of whose chances are uncertain."""
    dice = Dice(seed)
    seen = view(dice.operation())

    def draw(given: Chance) -> Chance:
        return beta(dice.random.choice([0.2, 0.5, 0.7]), 6) if dice.maybe(0.4) else given

    return replace(
        seen,
        propositions={
            name: replace(one, chance=draw(one.chance)) for name, one in seen.propositions.items()
        },
        parties={
            code: replace(one, decision=draw(one.decision)) for code, one in seen.parties.items()
        },
        offers={
            name: replace(one, fulfilment=draw(one.fulfilment)) for name, one in seen.offers.items()
        },
    )


@pytest.mark.parametrize("seed", range(40))
def test_promoting_fulfilments_changes_no_chance(seed: int) -> None:
    """The same question with those of all offers in the core, suppositions and parts included."""
    seen = uncertain(seed)
    dice = Dice(seed)
    offers = dict(seen.offers)
    whole, part, *_ = sorted(offers)
    if dice.maybe(0.5):
        offers[part] = replace(offers[part], part_of=whole)
    seen = replace(seen, offers=offers)
    suppose = {name: value for name, value in dice.suppose().items() if name != "pact"}
    question = Question.about(seen, suppose=suppose)
    before = structures(seen, question)
    low, high = (promoted(one, frozenset(offers)) for one in before)
    for reading in Reading:
        expected = Exact(*before, Method(), wanted=Wanted.MET | Wanted.LINES).chances(reading)
        found = Exact(low, high, Method(), wanted=Wanted.MET | Wanted.LINES).chances(reading)
        for name, chance in expected.items():
            assert found[name].low == pytest.approx(chance.low, abs=1e-12)
            assert found[name].high == pytest.approx(chance.high, abs=1e-12)


@pytest.mark.parametrize("seed", range(20))
def test_the_mean_of_the_answer_is_the_answer_at_the_means(seed: int) -> None:
    """The law: a chance is linear in each of independent chances, whatever these are spread like.

    Each uncertain chance is taken at two points with its mean; every way of doing so is weighed.
    """
    seen = uncertain(seed)
    engine = Exact(*structures(seen), Method(), wanted=Wanted.MET)
    for end in End:
        diagram = engine.diagram(end, TOGETHER)
        means = engine.weights(end)[:, 0]
        chances = [engine.structures[end].chances[name] for name in engine.core.variables]
        places = [place for place, one in enumerate(chances) if one.weight is not None]
        columns = list(product((0.5, 1.5), repeat=len(places)))  # times the mean, each with 1/2
        scenarios = np.repeat(means[:, None], len(columns), axis=1)
        scenarios[places] *= np.array(columns).reshape(len(columns), len(places)).T

        average = float(diagram.chances(scenarios)["met"].mean())

        assert average == pytest.approx(diagram.chances(means)["met"], abs=1e-12)


@pytest.mark.parametrize("seed", range(20))
def test_shares_add_up_and_the_mean_is_that_of_the_engine(seed: int) -> None:
    """Shares and what several move together make up the whole; draws are about their mean."""
    seen = uncertain(seed)
    exact = Engine(seen, Question.about(seen)).chances(TOGETHER).met
    spread = spreading(seen)
    for end in End:
        found = spread.at(end, TOGETHER)
        assert found.mean == pytest.approx(exact.at(end), abs=1e-12)
        assert {one.event for one in found.drivers} == set(spread.uncertain)
        assert all(0 <= one.share <= 1 for one in found.drivers)
        if found.deviation:
            shares = sum(one.share for one in found.drivers)
            assert shares + found.together == pytest.approx(1, abs=1e-9)
        assert found.p10 <= found.p50 <= found.p90


def test_the_same_seed_gives_the_same_answer() -> None:
    """And another seed another one."""
    seen = alfland(beta(0.4, 12), beta(0.7, 5))
    first, again, other = (
        spreading(seen, Method(seed=seed)).at(End.HIGH, TOGETHER) for seed in (1, 1, 2)
    )

    assert first == again
    assert first != other
    assert other.seed == 2


def test_a_diagram_beyond_its_budget_ends_it() -> None:
    """A spread is never sampled from samples."""
    seen = alfland(beta(0.4, 12), beta(0.7, 5))
    with pytest.raises(OverBudget):
        spreading(seen, Method(nodes=1)).at(End.HIGH, TOGETHER)


def test_too_many_intervals_under_a_not_end_it() -> None:
    """As for every chance."""
    seen = alfland(beta(0.4, 12), CERTAIN)
    one = replace(seen.propositions["ceasefire"], chance=Chance(low=0.2, high=0.4))
    names = [f"p{number}" for number in range(13)]
    terms = tuple(Term(condition=Not(Atom(name))) for name in names)
    party = replace(seen.parties["ALF"], terms=terms)
    many = {name: replace(one, id=name) for name in names}
    with pytest.raises(TooLarge, match="13 propositions under a not"):
        spreading(replace(seen, propositions=many, parties={"ALF": party})).at(End.HIGH, TOGETHER)
