"""Sampled chances: the same runs as the plain twin's, and the same chances as enumeration."""

import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product
from math import sqrt
from types import FunctionType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from benchmarks.viability.generator import coalition
from guarantor.errors import OutOfTime, TooLarge
from guarantor.ledger import view
from guarantor.model import (
    LADDER,
    UNDISCLOSED,
    Atom,
    Chance,
    End,
    Firmness,
    Line,
    Need,
    Not,
    Offer,
    Operation,
    Party,
    Proposition,
    Quantity,
    Requirement,
    Term,
    Total,
    View,
    any_of,
)
from guarantor.viability.building import build
from guarantor.viability.chances import chances
from guarantor.viability.counting import Counting
from guarantor.viability.fixpoint import Reading, Scenarios, solve
from guarantor.viability.formulas import Column, Either, Formula, Truth
from guarantor.viability.method import Method
from guarantor.viability.question import Question
from guarantor.viability.sampled.bit_kernels import compiled, evaluate
from guarantor.viability.sampled.circuits import FALSE, TRUE, Circuit
from guarantor.viability.sampled.estimates import Estimate, in_order
from guarantor.viability.sampled.programs import program
from guarantor.viability.sampled.sampler import Sampler, stream
from guarantor.viability.sampled.sampling import sample, sample_readings, sample_until
from guarantor.viability.structure import Structure
from tests.viability.random_operations import Dice

RUNS = 16_384 + 64 + 17
"""More than a block, and no whole number of words."""
BOTH = tuple(Reading)


def targets(structure: Structure) -> dict[str, Formula]:
    """Return everything that an assessment gives the chance of."""
    found: dict[str, Formula] = {"met": structure.met()}
    view = structure.view
    for line in view.requirements[structure.question.requirement].lines:
        found[f"line {line.id}"] = structure.line(line)
    for code in view.parties:
        own = tuple(Truth(offer.id) for offer in view.offers.values() if offer.party == code)
        found[f"joins {code}"] = Truth(code)
        found[f"contributes {code}"] = Either(own)
    return found


def met_alone(structure: Structure) -> dict[str, Formula]:
    """Return that the requirement is met."""
    return {"met": structure.met()}


def rng() -> np.random.Generator:
    """Return random numbers from one seed."""
    return np.random.default_rng(5)


def structures(seen: View) -> tuple[Structure, Structure]:
    """Return the two structures of a view."""
    question = Question.about(seen)
    return build(seen, question, Counting.LOW), build(seen, question, Counting.HIGH)


def offers_of(amounts: Sequence[Decimal | None], need: Decimal | None) -> View:
    """Return a view in which each amount is the offer of a party of its own, for one line.

    Parties decide to join, and what is offered arrives, with a chance of 0.75 each. An amount that
    is left out is undisclosed.
    """
    day = date(2025, 3, 1)
    likely = Chance(low=0.75, high=0.75)
    codes = [f"A{number:02}" for number in range(len(amounts))]
    offers = [
        Offer(
            id=f"offer-{number}",
            party=codes[number],
            capability="troops",
            unit="units",
            firmness=Firmness.PLEDGED,
            quantity=UNDISCLOSED if amount is None else Quantity.exactly(amount),
            fulfilment=likely,
            since=day,
            first_since=day,
            sources={},
        )
        for number, amount in enumerate(amounts)
    ]
    line = Line(
        id="line",
        capability="troops",
        need=Need(low=need, high=need),
        unit="units",
    )
    operation = Operation(
        id="small",
        name="Small",
        as_known_on=day,
        requirement="all",
        parties={code: Party(code=code, name=code, decision=likely) for code in codes},
        requirements={"all": Requirement(name="all", lines=(line,))},
    )
    return replace(view(operation), offers={offer.id: offer for offer in offers})


def unless(names: Sequence[str]) -> View:
    """Return a view in which one party joins unless one of some propositions is true."""
    seen = offers_of([Decimal(1)], need=Decimal(1))
    chance = Chance(low=0.2, high=0.6)
    refuses = any_of(*map(Atom, names)) if len(names) > 1 else Atom(names[0])
    party = replace(seen.parties["A00"], terms=(Term(condition=Not(refuses)),))
    propositions = {
        name: Proposition(id=name, text=f"It is so that {name}", chance=chance) for name in names
    }
    return replace(seen, parties={"A00": party}, propositions=propositions)


def random_structures(seed: int) -> tuple[Structure, Structure]:
    """Return the two structures of a random question about a random operation."""
    dice = Dice(seed)
    seen = view(dice.operation())
    question = Question.about(seen, firm=dice.random.choice(LADDER[:4]), suppose=dice.suppose())
    return build(seen, question, Counting.LOW), build(seen, question, Counting.HIGH)


def numbers(seed: int, event: str, runs: int) -> NDArray[np.uint64]:
    """Return an event's 64-bit random numbers, one for each run.

    The random number of a run has one bit, its lane, in each of the 64 words drawn for its word.
    """
    start, step = stream(seed, event)
    words = -(-runs // 64)
    counters = np.uint64(start) + np.uint64(step) * np.arange(64 * words, dtype=np.uint64)
    drawn = mixed(counters).astype("<u8").view(np.uint8).reshape(words, 64, 8)
    lanes = np.unpackbits(drawn, axis=2, bitorder="little").transpose(0, 2, 1)
    return np.packbits(lanes, axis=2).view(">u8").reshape(-1)[:runs].astype(np.uint64)


def mixed(counters: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """SplitMix64's finaliser."""
    found = (counters ^ (counters >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    found = (found ^ (found >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return found ^ (found >> np.uint64(31))


class Twin:
    """Evaluates a structure run by run on the same random numbers, with the plain evaluator."""

    def __init__(self, seed: int, runs: int) -> None:
        self.seed, self.runs = seed, runs
        self._numbers: dict[str, NDArray[np.uint64]] = {}

    def happens(self, event: str, chance: float) -> Column:
        """Return in which runs an event happens."""
        if chance in {0, 1}:
            return np.full(self.runs, chance == 1)
        if event not in self._numbers:
            self._numbers[event] = numbers(self.seed, event, self.runs)
        happening: Column = self._numbers[event] < np.uint64(int(chance * 2.0**64))
        return happening

    def columns(
        self, structure: Structure, at: Mapping[str, float], reading: Reading
    ) -> dict[str, Column]:
        """Return in which runs each target holds."""
        events = {name: self.happens(name, chance) for name, chance in at.items()}
        solution = solve(structure, Scenarios(width=self.runs, events=events), reading)
        return {name: solution.holds(formula) for name, formula in targets(structure).items()}


def cases(structure: Structure, end: End) -> list[dict[str, float]]:
    """Return the chances at one end, both ends of what stands under a ``not`` in turn."""
    found = [{name: chance.at(end) for name, chance in structure.chances.items()}]
    for name in structure.settled_first:
        chance = structure.chances.get(name)
        if chance is not None and chance.low < chance.high:
            ends = (chance.low, chance.high)
            found = [{**case, name: one} for case in found for one in ends]
    return found


def compare_columns(low: Structure, high: Structure, runs: int) -> None:
    """Compare the columns of every target, in both readings, at both ends, in every case."""
    sampler = Sampler(low, high, targets, rng=np.random.default_rng(7))
    drawn = {FALSE: np.full(runs, fill_value=False), TRUE: np.full(runs, fill_value=True)}
    drawn |= sampler.columns(runs)
    twin = Twin(sampler.seed, runs)
    for reading, (end, structure) in product(BOTH, ((End.LOW, low), (End.HIGH, high))):
        expected = [twin.columns(structure, at, reading) for at in cases(structure, end)]
        for name in expected[0]:
            ours = {drawn[case[name]].tobytes() for case in sampler.gates(reading, end)}
            # As sets: the twin goes through more cases, on which nothing asked for rests.
            assert ours == {case[name].tobytes() for case in expected}, (name, reading, end)


def compare_chances(low: Structure, high: Structure) -> None:
    """Compare every estimate with its chance by enumeration: within five standard errors."""
    found = sample_readings(low, high, targets, rng=np.random.default_rng(11), runs=RUNS)
    for reading in Reading:
        exact = chances(low, high, targets, reading)
        for name, chance in exact.items():
            for end in End:
                ours = getattr(found[reading][name], end)
                error = 5 * ours.standard_error + 1e-12
                assert abs(ours.mean - chance.at(end)) <= error, (name, reading, end)


@pytest.mark.parametrize("seed", range(60))
def test_each_run_is_that_of_the_plain_twin(seed: int) -> None:
    """Bit for bit, on random operations with every feature."""
    compare_columns(*random_structures(seed), runs=130)


@pytest.mark.parametrize("seed", range(6))
def test_each_run_of_a_coalition_is_that_of_the_plain_twin(seed: int) -> None:
    """More parties than can be enumerated, in loops that take several rounds."""
    seen = coalition(parties=10 + seed, contributions=30 + 5 * seed, seed=seed, need=0.3)
    compare_columns(*structures(seen), runs=RUNS if seed == 0 else 300)


@pytest.mark.parametrize("seed", range(40))
def test_estimates_agree_with_enumeration(seed: int) -> None:
    """Within five standard errors, which one fair estimate in a million would miss."""
    compare_chances(*random_structures(seed))


def test_the_sum_of_what_is_drawn_is_right_in_every_run() -> None:
    """Numbers far beyond a machine word, decimals and one that is enough, as NumPy sums them."""
    amounts: list[Decimal | None] = [Decimal(10) ** 30, Decimal("2.5"), Decimal("0.125"), None]
    seen = offers_of(amounts, need=Decimal(10) ** 30 + Decimal("2.625"))

    compare_columns(*structures(seen), runs=200)


@given(
    amounts=st.lists(st.integers(0, 40), max_size=12),
    need=st.integers(0, 60),
    times=st.sampled_from([Decimal(1), Decimal("0.01"), Decimal(750)]),
)
@settings(max_examples=60, deadline=None)
def test_a_line_is_met_in_the_runs_in_which_its_deliveries_reach_it(
    amounts: list[int], need: int, times: Decimal
) -> None:
    """Summed again from the random numbers of each party and fulfilment, in whole numbers."""
    seen = offers_of([amount * times for amount in amounts], need=need * times)
    low, high = structures(seen)
    sampler = Sampler(low, high, targets, (Reading.MOVING_TOGETHER,), rng=np.random.default_rng(3))
    drawn = sampler.columns(100)
    gate = sampler.gates(Reading.MOVING_TOGETHER, End.LOW)[0]["met"]
    twin = Twin(sampler.seed, 100)
    reached = np.zeros(100, dtype=int)
    for number, amount in enumerate(amounts):
        delivered = twin.happens(f"A{number:02}", 0.75)
        delivered = delivered & twin.happens(f"offer-{number}#fulfilment", 0.75)
        reached += amount * delivered

    expected = reached >= need
    assert (drawn[gate] if gate in drawn else np.full(100, gate == TRUE)).tolist() == list(expected)


def test_a_pact_without_ground_stands_only_when_moving_together() -> None:
    """A and B join only with each other: 0.75 x 0.75 together, never otherwise, and certainly so.

    Where nothing had to be drawn the estimate says that it rests on no run.
    """
    seen = offers_of([Decimal(1), Decimal(1)], need=Decimal(2))
    pact = {
        code: replace(party, terms=(Term(condition=Atom(other)),))
        for (code, party), other in zip(seen.parties.items(), ("A01", "A00"), strict=True)
    }
    low, high = structures(replace(seen, parties=pact))

    found = sample_readings(low, high, targets, rng=np.random.default_rng(5), runs=1 << 16)

    alone, together = (found[reading]["joins A00"].low for reading in Reading)
    assert alone == Estimate(mean=0.0, standard_error=0.0, runs=0)
    assert together.mean == pytest.approx(0.5625, abs=0.01)
    assert together.runs == 1 << 16


def test_a_need_that_nobody_stated_is_never_met_and_one_of_nothing_always() -> None:
    """Both are certain from the structure, whatever is delivered."""
    unknown = sample(*structures(offers_of([None], need=None)), targets, BOTH[0], rng=rng(), runs=9)
    nothing = sample(
        *structures(offers_of([None], need=Decimal(0))), targets, BOTH[0], rng=rng(), runs=9
    )

    assert unknown["met"].high == Estimate(mean=0.0, standard_error=0.0, runs=0)
    assert nothing["met"].low == Estimate(mean=1.0, standard_error=0.0, runs=0)


def test_an_undisclosed_quantity_is_nothing_at_the_low_end_and_enough_at_the_high() -> None:
    """Of a million needed one offer of unknown size gives all, when it arrives."""
    low, high = structures(offers_of([None], need=Decimal(1_000_000)))

    met = sample(low, high, targets, Reading.MOVING_TOGETHER, rng=rng(), runs=1 << 16)["met"]

    assert met.low == Estimate(mean=0.0, standard_error=0.0, runs=0)
    assert met.high.mean == pytest.approx(0.5625, abs=0.01)


def test_a_total_counts_what_is_offered() -> None:
    """A condition on a total waits for others to offer, and is part of a loop."""
    seen = offers_of([Decimal(1), Decimal(2), Decimal(3)], need=Decimal(5))
    waits = Term(condition=Total("troops", Decimal(4)))
    first, *others = seen.offers.values()
    offers = [replace(first, terms=(waits,)), *others]

    compare_columns(*structures(replace(seen, offers={one.id: one for one in offers})), runs=300)


def test_what_stands_under_a_not_is_taken_at_both_ends() -> None:
    """A joins unless there is a mandate (0.2 to 0.6): 0.75 x 0.4 = 0.3 to 0.75 x 0.8 = 0.6."""
    low, high = structures(unless(["mandate"]))

    joins = sample(low, high, targets, BOTH[0], rng=rng(), runs=1 << 18)["joins A00"]

    assert joins.low.mean == pytest.approx(0.3, abs=5 * joins.low.standard_error)
    assert joins.high.mean == pytest.approx(0.6, abs=5 * joins.high.standard_error)


def test_too_many_intervals_under_a_not_are_one_sentence() -> None:
    """Seven of them would be 128 cases; six are taken."""
    six, seven = ([f"fact{number}" for number in range(count)] for count in (6, 7))
    sample(*structures(unless(six)), targets, BOTH[0], rng=rng(), runs=64)

    with pytest.raises(TooLarge, match="7 propositions under a not have an interval"):
        sample(*structures(unless(seven)), targets, BOTH[0], rng=rng(), runs=64)


@pytest.mark.parametrize("chance", [1e-5, 0.3, 0.5 + 2**-18, 0.999])
def test_a_chance_is_drawn_without_visible_bias(chance: float) -> None:
    """Of eight million runs as many happen as should, within four standard errors."""
    runs = 1 << 23
    circuit = Circuit()
    flat = program(circuit, [circuit.draw("event", chance)])
    streams = np.array([stream(1, "event")], dtype=np.uint64)

    hits, _ = evaluate(flat, streams, 0, runs)

    assert abs(int(hits[0]) - runs * chance) < 4 * sqrt(runs * chance * (1 - chance))


def test_what_happens_of_two_events_is_independent() -> None:
    """Both happen in a quarter of a million runs of even events, within four standard errors."""
    circuit = Circuit()
    both = circuit.every([circuit.draw("one", 0.5), circuit.draw("two", 0.5)])
    streams = np.array([stream(1, "one"), stream(1, "two")], dtype=np.uint64)

    hits, _ = evaluate(program(circuit, [both]), streams, 0, 1 << 20)

    assert abs(int(hits[0]) - (1 << 18)) < 4 * sqrt((1 << 20) * 3 / 16)


def test_the_same_seed_draws_the_same_on_every_machine() -> None:
    """Golden: 10,000 runs of one event, 0.3 and 0.9 within errors of 0.0046 and 0.003."""
    circuit = Circuit()
    streams = np.array([stream(2025, "us_backstop")], dtype=np.uint64)
    flat = program(circuit, [circuit.draw("us_backstop", 0.3), circuit.draw("us_backstop", 0.9)])

    hits, words = evaluate(flat, streams, 0, 10_000, keep=True)

    assert hits.tolist() == [3002, 9014]
    assert [hex(word) for word in words[:, 0].tolist()] == [
        "0x6423750ee48e2666",
        "0xf7ffffffffffff7f",
    ]


@given(seed=st.integers(0, 2**32), cuts=st.lists(st.integers(1, 300), min_size=1, max_size=3))
@settings(max_examples=15, deadline=None)
def test_the_same_seed_gives_the_same_answer_however_it_is_asked(
    seed: int, cuts: list[int]
) -> None:
    """In one go or in parts, in one reading or both, with all targets or one."""
    low, high = structures(coalition(parties=6, contributions=10, seed=2))
    runs = 64 * sum(cuts)
    once = sample_readings(low, high, targets, rng=np.random.default_rng(seed), runs=runs)
    parts = Sampler(low, high, targets, rng=np.random.default_rng(seed))
    for cut in cuts:
        parts.draw(64 * cut)
    alone = sample(low, high, met_alone, BOTH[1], rng=np.random.default_rng(seed), runs=runs)

    assert parts.chances() == once
    assert alone["met"] == once[BOTH[1]]["met"]


@given(seed=st.integers(60, 10_000))
@settings(max_examples=40, deadline=None)
def test_what_holds_at_the_low_end_holds_at_the_high_end_of_the_same_run(seed: int) -> None:
    """Case by case; and what gets going by itself also stands when all move together."""
    sampler = Sampler(*random_structures(seed), targets, rng=np.random.default_rng(1))
    drawn = {FALSE: np.full(640, fill_value=False), TRUE: np.full(640, fill_value=True)}
    drawn |= sampler.columns(640)

    def implies(one: tuple[Reading, End], other: tuple[Reading, End]) -> bool:
        pairs = zip(sampler.gates(*one), sampler.gates(*other), strict=True)
        return not any(
            (drawn[gate] & ~drawn[then[name]]).any()
            for case, then in pairs
            for name, gate in case.items()
        )

    assert all(implies((reading, End.LOW), (reading, End.HIGH)) for reading in Reading)
    assert all(implies((BOTH[0], end), (BOTH[1], end)) for end in End)


def test_runs_are_drawn_until_the_error_is_small_enough() -> None:
    """Three standard errors of 0.002 at a chance of 0.5625 take 9 x 0.246 / 0.002² = 554,000."""
    low, high = structures(offers_of([Decimal(1)], need=Decimal(1)))
    asked = (low, high, targets, Reading.MOVING_TOGETHER)

    met = sample_until(*asked, rng=rng(), method=Method(tolerance=0.002, most_runs=1 << 22))["met"]
    stopped = sample_until(*asked, rng=rng(), method=Method(tolerance=1e-6, most_runs=100_000))[
        "met"
    ]

    assert 3 * max(met.low.standard_error, met.high.standard_error) <= 0.002
    assert 554_000 < met.low.runs < 660_000
    assert stopped.high.runs == 100_000
    assert 3 * stopped.high.standard_error > 1e-6


def test_an_error_is_never_0_because_all_runs_agree() -> None:
    """By hand: 991 runs without one, and nine more of which half hold, are 0.0045 of 1,000."""
    never, always = Estimate.of(0, 991), Estimate.of(991, 991)

    assert never.mean == 0
    assert never.standard_error == pytest.approx(sqrt(0.0045 * 0.9955 / 1000))
    assert always.standard_error == pytest.approx(never.standard_error)
    assert Estimate.of(50_000, 100_000).standard_error == pytest.approx(0.00158, abs=1e-5)


def test_what_is_certain_lies_beyond_what_only_always_was_so() -> None:
    """At the low end a case that cannot be beats one in which it only did not happen."""
    never, certainly_not = Estimate.of(0, 100), Estimate.certain(holds=False)
    always, certainly = Estimate.of(100, 100), Estimate.certain(holds=True)

    assert min(never, certainly_not, key=in_order) == certainly_not
    assert max(never, certainly_not, key=in_order) == never
    assert max(always, certainly, key=in_order) == certainly
    assert min(always, certainly, key=in_order) == always


def test_a_callers_mistakes_are_told() -> None:
    """Nothing can follow half a word, no answer rests on no run, no error is 0."""
    low, high = structures(coalition(parties=6, contributions=10, seed=2))
    sampler = Sampler(low, high, met_alone, rng=rng())
    sampler.draw(65)

    with pytest.raises(ValueError, match="no multiple of 64"):
        sampler.draw(64)
    with pytest.raises(ValueError, match="at least one run"):
        sample(low, high, met_alone, BOTH[0], rng=rng(), runs=0)
    with pytest.raises(ValueError, match="above 0"):
        Method(tolerance=0)


def test_time_is_checked_while_runs_are_drawn() -> None:
    """Not only before: of the 554,000 runs that this takes, some 200,000 are drawn."""
    low, high = structures(offers_of([Decimal(1)], need=Decimal(1)))
    checks = iter([False, False, False, True])
    method = Method(tolerance=0.002, is_out_of_time=lambda: next(checks))

    with pytest.raises(OutOfTime):
        sample_until(low, high, targets, BOTH[1], rng=rng(), method=method)


def test_no_compiler_is_loaded_before_something_is_drawn() -> None:
    """Importing numba takes longer than most questions."""
    code = "import sys, guarantor.viability.sampled.sampling; print('numba' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stdout == "False\n"


def test_a_kernel_is_compiled_where_its_cache_cannot_be_kept() -> None:
    """A function that lies in no file has no place for a cache."""

    def add_one(number: int) -> int:
        return number + 1

    nowhere = add_one.__code__.replace(co_filename="nowhere")
    kernel = compiled(FunctionType(nowhere, {}, "add_one"))

    assert kernel(2) == 3
