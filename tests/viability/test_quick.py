"""Quick chances: the same to the last digit as wiring the question anew, which is the slow twin."""

import random
from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from benchmarks.viability.generator import coalition
from guarantor.errors import OutOfTime, TooLarge
from guarantor.ledger import view
from guarantor.model import CERTAIN, LADDER, View
from guarantor.viability import Chances, Method, Question, QuickChances, Reading, wired_for
from guarantor.viability.answering import formulas, told
from guarantor.viability.building import build
from guarantor.viability.counting import Counting
from guarantor.viability.sampled.sampling import sample_readings
from tests.viability.random_operations import Dice

RUNS = 640
SEED = 5


def anew(seen: View, question: Question, decides: tuple[str, ...]) -> Mapping[Reading, Chances]:
    """Return the chances of a question wired for itself alone."""
    parties = dict(seen.parties)
    for code in decides:
        parties[code] = replace(parties[code], decision=CERTAIN)
    decided = replace(seen, parties=parties)
    low, high = (
        build(decided, question, counting, by_case=True)
        for counting in (Counting.LOW, Counting.HIGH)
    )
    found = sample_readings(low, high, formulas, rng=np.random.default_rng(SEED), runs=RUNS)
    return {reading: told(decided, question, {}, one) for reading, one in found.items()}


def alike(quick: Mapping[Reading, Chances], slow: Mapping[Reading, Chances]) -> None:
    """Check that two answers are the same, but for what one sees to be certain and one does not."""
    for reading, one in quick.items():
        other = slow[reading]
        assert (one.met, one.lines) == (other.met, other.lines)
        assert (one.joins, one.contributes) == (other.joins, other.contributes)
        for name, estimate in one.sampled.items():
            if name in other.sampled:
                ends = zip(
                    (estimate.low, estimate.high),
                    (other.sampled[name].low, other.sampled[name].high),
                    strict=True,
                )
                for mine, twin in ends:
                    assert mine.runs == 0 or twin.runs == 0 or mine == twin


def switched(seen: View, dice: random.Random) -> tuple[Question, tuple[str, ...]]:
    """Return a question with up to four suppositions, and up to two parties that decided."""
    names = [*seen.propositions, *seen.parties, *seen.offers]
    chosen = dice.sample(names, min(dice.randint(0, 4), len(names)))
    suppose = {name: dice.random() < 0.5 for name in chosen}
    question = Question.about(
        seen,
        requirement=dice.choice(list(seen.requirements)),
        firm=dice.choice([None, *LADDER]),
        suppose=suppose,
    )
    return question, tuple(dice.sample(list(seen.parties), dice.randint(0, 2)))


@pytest.mark.parametrize("seed", range(60))
def test_switches_set_what_wiring_anew_would(seed: int) -> None:
    """Circles, thresholds, sums, ``not``, intervals, parts of others: ten questions of each."""
    dice = random.Random(seed)  # noqa: S311  a test draws the same again
    seen = view(Dice(seed).operation())
    for _ in range(10):
        question, decides = switched(seen, dice)
        try:
            quick = QuickChances(seen, wired_for(seen, question), SEED)
        except TooLarge:
            continue
        alike(quick.chances(question, decides, RUNS), anew(seen, question, decides))


def test_one_wiring_answers_every_question_of_a_large_coalition() -> None:
    """What was set for one question is not set for the next."""
    seen = coalition(parties=12, contributions=60, seed=3)
    dice = random.Random(1)  # noqa: S311  likewise
    quick = QuickChances(seen, wired_for(seen, Question.about(seen)), SEED)

    for _ in range(20):
        question, decides = switched(seen, dice)
        alike(quick.chances(question, decides, RUNS), anew(seen, question, decides))


def test_more_runs_go_on_from_the_first() -> None:
    """The runs of a small number are the first of a large one: only what is new is random."""
    seen = coalition(parties=6, contributions=20, seed=2)
    question = Question.about(seen)
    quick = QuickChances(seen, wired_for(seen, question), SEED)

    few = quick.chances(question, (), 64)[Reading.MOVING_TOGETHER].met
    many = quick.chances(question, (), 128)[Reading.MOVING_TOGETHER].met

    assert 0 <= many.high * 128 - few.high * 64 <= 64


def test_what_is_supposed_is_certain() -> None:
    """A party that stays out joins in no run, without an error of sampling."""
    seen = coalition(parties=6, contributions=20, seed=2)
    question = Question.about(seen, suppose={"P01": False, "P02": True})
    quick = QuickChances(seen, wired_for(seen, question), SEED)

    found = quick.chances(question, (), 64)[Reading.MOVING_TOGETHER]

    assert (found.joins["P01"].low, found.joins["P01"].high) == (0, 0)
    assert (found.joins["P02"].low, found.joins["P02"].high) == (1, 1)
    assert not {"joins P01", "joins P02", "contributes P01"} & found.sampled.keys()


def test_runs_are_drawn_until_the_chance_is_as_fine_as_asked() -> None:
    """Three standard errors of the chance of the requirement within the tolerance."""
    seen = coalition(parties=6, contributions=20, seed=2)
    question = Question.about(seen)
    quick = QuickChances(seen, wired_for(seen, question), SEED)

    found = quick.chances_until(question, (), Method(tolerance=0.004))

    for one in found.values():
        estimate = one.sampled["met"]
        assert 3 * max(estimate.low.standard_error, estimate.high.standard_error) <= 0.004
    most = quick.chances_until(question, (), Method(tolerance=1e-9, most_runs=70_000))
    assert most[Reading.MOVING_TOGETHER].sampled["met"].high.runs == 70_000


def test_it_ends_when_its_time_is_up() -> None:
    """As every question does."""
    seen = coalition(parties=6, contributions=20, seed=2)
    question = Question.about(seen)
    quick = QuickChances(seen, wired_for(seen, question), SEED)

    with pytest.raises(OutOfTime):
        quick.chances_until(question, (), Method(is_out_of_time=lambda: True))


def test_what_no_switch_can_set_is_wired() -> None:
    """A part of another offer counts for itself only where that one cannot be offered."""
    seen = coalition(parties=4, contributions=8, seed=1)
    whole, part = list(seen.offers)[:2]
    parted = replace(seen, offers={**seen.offers, part: replace(seen.offers[part], part_of=whole)})
    question = Question.about(seen, firm=LADDER[4], suppose={whole: False, part: True})

    assert wired_for(seen, question).suppose == {}
    assert wired_for(seen, question).firm is LADDER[0]
    assert wired_for(parted, question).suppose == {whole: False}
    assert wired_for(parted, question).firm is LADDER[4]
