"""The best set of changes: against all sets, within its bound, and by hand."""

from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from itertools import combinations
from pathlib import Path

import pytest

from guarantor.model import (
    Change,
    View,
)
from guarantor.viability import Counting, Question
from guarantor.viability.asks.asking import effects, effects_of
from guarantor.viability.asks.best_sets import BestSet, By, How, best_set
from guarantor.viability.asks.candidates import candidates
from guarantor.viability.asks.outcomes import Outcomes
from guarantor.viability.asks.set_bounds import met_at_most
from guarantor.viability.asks.situations import Situation
from tests.viability.asked import (
    CONTRIBUTIONS,
    HIGH,
    PARTIES,
    PROPOSITIONS,
    SMALL,
    TOGETHER,
    met,
    random_view,
    small,
)
from tests.viability.random_operations import Dice

FEW_SEEDS = [*range(4), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(4, 20))]


def by_brute_force(
    seen: View, question: Question, asked: tuple[Change, ...], most: int
) -> tuple[float, ...]:
    """Return the largest P(met) of any set, compiled anew for each."""
    return max(
        tuple(round(end, 9) for end in met(seen, question, some)[TOGETHER])
        for size in range(most + 1)
        for some in combinations(asked, size)
    )


@pytest.mark.parametrize("seed", FEW_SEEDS)
def test_the_best_set_is_the_best_of_all_sets(seed: int) -> None:
    """Every set of at most two, each with a view of its own."""
    seen, question = random_view(seed)
    asked = candidates(seen, question)[::2]

    best = best_set(seen, question, asked, 2)

    assert best.how is How.PROVEN
    assert best.after is not None
    ends = (best.after[TOGETHER].low, best.after[TOGETHER].high)
    assert ends == pytest.approx(by_brute_force(seen, question, asked, 2), abs=1e-8)
    if best.by is By.CHANCE:
        assert best.at_most == best.after[TOGETHER].low


@pytest.mark.parametrize("seed", FEW_SEEDS)
def test_the_bound_holds_for_every_set(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also for the greedy one, which is told apart; at random sets of up to three."""
    seen, question = random_view(seed)
    asked = candidates(seen, question)
    outcomes = Outcomes.about(seen, question)
    monkeypatch.setattr("guarantor.viability.asks.best_sets.MOST_SETS", 5)
    for most in (1, 2, 3):
        bound = met_at_most(outcomes, asked, most)
        every = list(combinations(asked, most))
        sampled = Dice(seed).random.sample(every, min(len(every), 15))
        largest = max(met(seen, question, some)[TOGETHER][0] for some in sampled)
        assert largest <= bound + 1e-9
        best = best_set(seen, question, asked, most)
        assert best.how is How.GREEDY
        assert best.after is not None
        if best.at_most is not None:
            assert best.after[TOGETHER].low <= best.at_most + 1e-9


def test_with_too_much_that_can_do_harm_the_bound_is_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says nothing then, and is still true; and so where the diagram is too large."""
    seen = small(tmp_path)
    question, asked = Question.about(seen), [Change.parse("disclose bbb-troops: 10")]
    assert met_at_most(Outcomes.about(seen, question, SMALL), asked, 1) == 1

    monkeypatch.setattr("guarantor.viability.asks.set_bounds._MOST_HARMFUL", 0)
    assert met_at_most(Outcomes.about(seen, question), asked, 1) == 1


def test_two_that_have_to_come_together_are_found_only_by_trying_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Why greedy has no guarantee: neither term alone keeps the offer away, so neither gains.

    Both of Aland's terms are excluded; 200 are needed. Each dropped alone leaves it at 0.
    """
    impossible = "- {id: ceasefire, text: It holds, chance: 0}\n- {id: peace, text: P, chance: 0}\n"
    both = CONTRIBUTIONS.replace("terms: [ceasefire]", "terms: [ceasefire, peace]")
    seen = small(
        tmp_path,
        parties=PARTIES.replace("backstop", "ceasefire"),
        propositions=impossible,
        contributions=both,
        requirements="watch:\n  lines: [{id: l, capability: land, need: 200, unit: persons}]\n",
    )
    asked = [Change.parse(f"drop aaa-troops: {one}") for one in ("ceasefire", "peace")]
    question = Question.about(seen)

    best = best_set(seen, question, asked, 2)
    assert (best.how, set(best.changes)) == (How.PROVEN, set(asked))
    assert best.after is not None
    assert best.after[TOGETHER].low == pytest.approx(0.5)

    monkeypatch.setattr("guarantor.viability.asks.best_sets.MOST_SETS", 2)
    greedy = best_set(seen, question, asked, 2)
    assert (greedy.how, greedy.by, greedy.changes) == (How.GREEDY, By.LOGIC, ())
    assert met_at_most(Outcomes.about(seen, question), asked, 2) == pytest.approx(0.5)
    assert greedy.offers_at_most == 1


def test_a_set_stays_within_its_cost(tmp_path: Path) -> None:
    """The ceasefire brings most, but costs 3 of 2; Aland and the backstop cost 1 each."""
    seen = small(tmp_path)
    costs = {Change.parse("secure ceasefire"): Decimal(3)}
    asked = [Change.parse(text) for text in ("secure ceasefire", "join AAA", "secure backstop")]

    best = best_set(seen, Question.about(seen), asked, 3, costs=costs, budget=Decimal(2))

    assert [str(one) for one in best.changes] == ["join AAA", "secure backstop"]
    assert (best.cost, best.sets, best.how) == (Decimal(2), 4, How.PROVEN)
    assert best.after is not None
    assert best.after[TOGETHER].high == pytest.approx(0.04 / 0.5 / 0.5)


def test_no_more_is_chosen_than_brings_something(tmp_path: Path) -> None:
    """Of equals the smaller set; nothing where nothing helps."""
    seen = small(tmp_path)
    asked = [Change.parse("secure peace"), Change.parse("join AAA")]

    assert chosen(best_set(seen, Question.about(seen), asked, 2)) == ["join AAA"]
    assert chosen(best_set(seen, Question.about(seen), asked[:1], 2)) == []
    assert chosen(best_set(seen, Question.about(seen), asked, 0)) == []


def chosen(best: BestSet) -> list[str]:
    """Return the changes of a best set as texts."""
    return [str(change) for change in best.changes]


@pytest.mark.parametrize("tried", [2_000, 3])
def test_where_no_chance_helps_sets_are_compared_by_logic(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tried: int
) -> None:
    """There is no ceasefire: 200 of Aland stand without that term, and 300 are needed.

    Beland's term is the backstop, which there is not either. So two terms make it possible, and
    only both; the greedy search takes Aland's first, because it is pledged, and then Beland's.
    """
    monkeypatch.setattr("guarantor.viability.asks.best_sets.MOST_SETS", tried)
    seen = small(tmp_path)
    question = Question.about(seen, suppose={"ceasefire": False})
    texts = ("join AAA", "join BBB", "drop aaa-troops: ceasefire", "drop BBB: backstop")

    best = best_set(seen, question, [Change.parse(text) for text in texts], 2)

    assert chosen(best) == ["drop aaa-troops: ceasefire", "drop BBB: backstop"]
    assert best.standing.offers == ("aaa-troops", "bbb-troops")
    assert best.how is (How.PROVEN if tried > 100 else How.GREEDY)


def test_without_chances_those_are_secured_that_leave_the_fewest_cut_sets(tmp_path: Path) -> None:
    """The ceasefire, and all else that breaks it alone, is one cut set each; equals in order."""
    seen = small(tmp_path, propositions=PROPOSITIONS.replace("chance: 0.5", "chance: unknown"))
    question = Question.about(seen)
    texts = ("secure peace", "secure ceasefire", "join BBB")

    by_logic = best_set(seen, question, [Change.parse(text) for text in texts], 1, method=SMALL)

    assert (by_logic.by, chosen(by_logic)) == (By.LOGIC, ["secure ceasefire"])


def test_any_executor_may_work_it_out(tmp_path: Path) -> None:
    """What is sent to another process can be sent; the answer is the same."""
    seen = small(tmp_path)
    question = Question.about(seen)
    asked = candidates(seen, question)

    with ProcessPoolExecutor(1) as pool:
        there = effects(seen, question, asked, map_over=pool.map)

    assert there == effects(seen, question, asked)


def test_a_quick_answer_leaves_aside_what_has_to_be_compiled_anew(tmp_path: Path) -> None:
    """Switches have their gains; the others what can stand, and no gain."""
    seen = small(tmp_path)
    question = Question.about(seen)
    outcomes = Outcomes.about(seen, question)
    quick = effects_of(outcomes, candidates(seen, question), switches_only=True)
    found = {str(one.change): one for one in quick}

    assert found["join AAA"].gain is not None
    assert found["fulfil bbb-troops"].gain is None
    assert found["add aaa-troops: 50"].makes_possible[Counting.DISCLOSED][TOGETHER]
    assert found["add aaa-troops: 50"].cut_sets_removed == {Counting.DISCLOSED: None, HIGH: None}


def test_situations_share_what_they_worked_out(tmp_path: Path) -> None:
    """An outcome is worked out once."""
    seen = small(tmp_path)
    calls: list[int] = []

    def counting(work: Callable[..., object], items: Iterable[object]) -> Iterable[object]:
        batches = list(items)
        calls.append(len(batches))
        return map(work, batches)

    outcomes = Outcomes.about(seen, Question.about(seen), map_over=counting)
    asked = [Change.parse("fulfil bbb-troops")]
    effects_of(outcomes, asked)
    effects_of(outcomes, asked)

    assert sum(calls) == 1
    assert Situation(seen, Question.about(seen)).switch(asked[0]) is None
