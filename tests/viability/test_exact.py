"""The decision diagram against the enumeration, and the laws that its sweeps obey."""

import random
from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np
import pytest

from guarantor.errors import OutOfTime, OverBudget
from guarantor.ledger import view
from guarantor.model import (
    Atom,
    Base,
    Chance,
    Contribution,
    End,
    Firmness,
    GivenChance,
    Line,
    Need,
    Operation,
    Party,
    Priority,
    Proposition,
    Quantity,
    Requirement,
    Step,
    View,
    envelope,
)
from guarantor.viability import Counting, Engine, Kind, Method, Question, Reading
from guarantor.viability.answering import formulas
from guarantor.viability.building import build
from guarantor.viability.chances import chances as enumerated
from guarantor.viability.diagrams.exact import Exact
from tests.viability.random_operations import Dice
from tests.viability.test_against_brute_force import questions

QUICK = range(60)
LONG = range(60, 200)
HALF = Chance(low=0.5, high=0.5)
TOGETHER = Reading.MOVING_TOGETHER


def exact(seen: View, question: Question | None = None, method: Method | None = None) -> Exact:
    """Return the exact engine for a view."""
    asked = question or Question.about(seen)
    low, high = (build(seen, asked, one, by_case=True) for one in (Counting.LOW, Counting.HIGH))
    return Exact(low, high, method or Method())


def compare(seed: int) -> None:
    """Compare every chance of a random operation with the enumeration."""
    found = questions(seed)
    if found is None:
        pytest.skip("too many uncertain events for the enumeration")
    engine, _ = found
    diagrams = exact(engine.view, engine.question)
    for reading in Reading:
        slow = enumerated(
            diagrams.structures[End.LOW], diagrams.structures[End.HIGH], formulas, reading
        )
        fast = diagrams.chances(reading)
        assert fast.keys() == slow.keys()
        for name, chance in slow.items():
            assert fast[name].low == pytest.approx(chance.low, rel=1e-10, abs=1e-15)
            assert fast[name].high == pytest.approx(chance.high, rel=1e-10, abs=1e-15)


@pytest.mark.parametrize("seed", QUICK)
def test_the_diagram_equals_the_enumeration(seed: int) -> None:
    """To ten digits: the set, every line, every party, both readings, both ends."""
    compare(seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", LONG)
def test_the_diagram_equals_the_enumeration_on_200_in_all(seed: int) -> None:
    """The same on a hundred and forty more."""
    compare(seed)


@pytest.mark.parametrize("seed", range(12))
def test_a_switch_in_the_diagram_is_the_event_supposed(seed: int) -> None:
    """Setting a chance to 0 or 1 and sweeping is compiling anew with that chance."""
    dice = Dice(seed)
    seen = view(dice.operation())
    engine = exact(seen)
    diagram = engine.diagram(End.HIGH, TOGETHER)
    weights = engine.weights(End.HIGH)[:, 0]
    for place, name in enumerate(engine.core.variables):
        if name not in seen.parties:
            continue
        for value in (0.0, 1.0):
            switched = weights.copy()
            switched[place] = value
            party = replace(seen.parties[name], decision=Chance(low=value, high=value))
            anew = exact(replace(seen, parties={**seen.parties, name: party}))
            at = anew.diagram(End.HIGH, TOGETHER).chances(anew.weights(End.HIGH)[:, 0])
            for target, chance in diagram.chances(switched).items():
                assert chance == pytest.approx(at[target], abs=1e-12)


@pytest.mark.parametrize("seed", range(20))
def test_the_gradient_is_the_difference_of_two_switches(seed: int) -> None:
    """A chance is linear in each variable; one sweep down gives what two switches each would."""
    engine = exact(view(Dice(seed).operation()))
    diagram = engine.diagram(End.HIGH, TOGETHER)
    rng = np.random.default_rng(seed)
    weights = rng.uniform(size=len(diagram.variables))
    gradient = diagram.gradient(weights, "met")
    for place in range(len(weights)):
        on, off = weights.copy(), weights.copy()
        on[place], off[place] = 1.0, 0.0
        difference = diagram.chances(on)["met"] - diagram.chances(off)["met"]
        assert gradient[place] == pytest.approx(difference, abs=1e-12)


@pytest.mark.parametrize("seed", range(12))
def test_many_scenarios_at_once_are_as_one_by_one(seed: int) -> None:
    """A column a scenario."""
    engine = exact(view(Dice(seed).operation()))
    diagram = engine.diagram(End.LOW, TOGETHER)
    weights = np.random.default_rng(seed).uniform(size=(len(diagram.variables), 3))
    together = diagram.chances(weights)
    for column in range(3):
        for name, chance in diagram.chances(weights[:, column]).items():
            assert together[name][column] == pytest.approx(chance, abs=1e-15)


@pytest.mark.parametrize("seed", range(12))
def test_the_order_of_the_variables_changes_no_chance(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only how many nodes it takes."""
    seen = view(Dice(seed).operation())
    expected = exact(seen).chances(TOGETHER)

    def shuffled(_: object, names: list[str], __: object) -> list[str]:
        return random.Random(seed).sample(names, len(names))  # noqa: S311  drawn again the same

    monkeypatch.setattr("guarantor.viability.diagrams.core.ordered", shuffled)
    found = exact(seen).chances(TOGETHER)

    assert found.keys() == expected.keys()
    for name, chance in expected.items():
        assert found[name].low == pytest.approx(chance.low, abs=1e-12)
        assert found[name].high == pytest.approx(chance.high, abs=1e-12)


def offer(name: str, amount: int, caveats: tuple[str, ...] = ()) -> Contribution:
    """Return an offer of troops that arrives half the time."""
    step = Step(
        since=date(2025, 3, 1),
        evidence=("S-1",),
        firmness=Firmness.PLEDGED,
        quantity=Quantity(low=Decimal(amount), high=Decimal(amount)),
        fulfilment=HALF,
        caveats=caveats,
    )
    return Contribution(
        id=name,
        party=name[:3].upper(),
        capability="troops",
        base=Base(unit="persons"),
        steps=(step,),
    )


def line(name: str, need: int, excluded: tuple[str, ...] = ()) -> Line:
    """Return an essential line for troops."""
    return Line(
        id=name,
        capability="troops",
        need=Need(low=Decimal(need), high=Decimal(need)),
        unit="persons",
        priority=Priority.ESSENTIAL,
        excluded_caveats=excluded,
    )


def two_lines(*lines: Line) -> View:
    """Return an operation of three offers held against some lines of one capability."""
    operation = Operation(
        id="two",
        name="Two",
        as_known_on=date(2025, 3, 15),
        requirement="all",
        parties={
            code: Party(code=code, name=code, decision=Chance(low=1.0, high=1.0))
            for code in ("AAA", "BBB", "CCC")
        },
        contributions={
            "aaa-troops": offer("aaa-troops", 10),
            "bbb-troops": offer("bbb-troops", 10, ("rear",)),
            "ccc-troops": offer("ccc-troops", 5),
        },
        requirements={"all": Requirement(name="all", lines=lines)},
    )
    return view(operation)


def test_lines_of_one_capability_are_joint() -> None:
    """By hand: 15 in all and 10 without the caveat, each offer arriving half the time.

    The second needs the first offer (10), as the third gives only 5. With it, 15 in all needs the
    second or the third: 1/2 × 3/4 = 3/8. Multiplied, the lines' own chances (1/2 and 1/2) would
    give 1/4.
    """
    seen = two_lines(line("all", 15), line("front", 10, ("rear",)))

    found = exact(seen).chances(TOGETHER)

    assert found["met"] == Chance(low=0.375, high=0.375)
    assert found["line front"] == Chance(low=0.5, high=0.5)
    assert found["line all"] == Chance(low=0.5, high=0.5)


def test_a_need_of_nothing_is_met_and_one_that_nobody_stated_never_is() -> None:
    """A need of 0 is certain; an unknown need is listed and never met."""
    unknown = replace(line("any", 0), need=Need(low=None, high=None))

    assert exact(two_lines(line("none", 0))).chances(TOGETHER)["met"].low == 1.0
    assert exact(two_lines(unknown)).chances(TOGETHER)["met"].high == 0.0


@pytest.mark.parametrize("seed", range(40))
def test_a_chance_by_case_is_the_chance_of_each_case_weighed(seed: int) -> None:
    """The law of total probability, case by case, each case supposed and given its own chance.

    Nothing rests on the case but what is asked, so that supposing it is conditioning on it.
    """
    seen = view(Dice(seed).operation())
    mandate, backstop = seen.propositions["mandate"], seen.propositions["backstop"]
    if mandate.record or backstop.record:
        pytest.skip("a settled proposition has no chance")
    likely, unlikely = Chance(low=0.75, high=0.75), Chance(low=0.125, high=0.25)
    mandate = replace(mandate, chance=Chance(low=0.25, high=0.25), is_chance_given=True)

    def met(changed: Proposition, suppose: dict[str, bool]) -> Chance:
        propositions = {**seen.propositions, "mandate": mandate, "backstop": changed}
        asked = replace(seen, propositions=propositions)
        engine = exact(asked, Question.about(asked, suppose=suppose))
        found = engine.chances(TOGETHER)["met"]
        low, high = (engine.structures[end] for end in End)
        slow = enumerated(low, high, formulas, TOGETHER)["met"]
        assert (found.low, found.high) == pytest.approx((slow.low, slow.high), abs=1e-12)
        return found

    rows = (GivenChance(Atom("mandate"), likely), GivenChance(None, unlikely))
    given = replace(backstop, is_chance_given=True, chance=envelope(rows), chance_given=rows)
    whole = met(given, {})
    if_so = met(replace(backstop, is_chance_given=True, chance=likely), {"mandate": True})
    if_not = met(replace(backstop, is_chance_given=True, chance=unlikely), {"mandate": False})

    assert whole.low == pytest.approx(0.25 * if_so.low + 0.75 * if_not.low, abs=1e-12)
    assert whole.high == pytest.approx(0.25 * if_so.high + 0.75 * if_not.high, abs=1e-12)


def crowd() -> View:
    """Return an operation whose need is met or not, by chance."""
    for seed in range(100):
        found = questions(seed)
        if found is not None:
            seen = found[0].view
            if 0.1 < exact(seen).chances(TOGETHER)["met"].high < 0.9:
                return seen
    msg = "no random operation is uncertain enough"
    raise AssertionError(msg)


def test_a_diagram_beyond_its_budget_ends_an_exact_question() -> None:
    """In one sentence that says what to do."""
    seen = crowd()
    engine = Engine(seen, Question.about(seen), Method(kind=Kind.EXACT, nodes=1))

    with pytest.raises(OverBudget, match="--method sampled"):
        engine.chances(TOGETHER)


def test_a_diagram_beyond_its_budget_is_sampled_and_says_so() -> None:
    """Where the method is left open; the estimate is within five standard errors of the answer."""
    seen = crowd()
    method = Method(nodes=1, tolerance=0.02)

    exactly = Engine(seen, Question.about(seen)).chances(TOGETHER)
    sampled = Engine(seen, Question.about(seen), method).chances(TOGETHER)

    assert not exactly.sampled
    assert "met" in sampled.sampled
    error = sampled.sampled["met"].high.standard_error
    assert sampled.met.high == pytest.approx(exactly.met.high, abs=5 * error + 1e-12)


def test_when_time_is_up_the_question_ends() -> None:
    """Never in another method."""
    seen = crowd()
    for kind in Kind:
        method = Method(kind=kind, is_out_of_time=lambda: True)
        with pytest.raises(OutOfTime, match="time for this question was up"):
            Engine(seen, Question.about(seen), method).chances(TOGETHER)
