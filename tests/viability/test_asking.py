"""What to ask for: each kind of change by hand, and the laws of their gains."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from guarantor.errors import OverBudget, UnknownId
from guarantor.model import (
    CERTAIN,
    Change,
    Firmness,
    Quantity,
    Record,
    RecordState,
    View,
)
from guarantor.viability import Counting, Engine, Kind, Method, Question, Reading
from guarantor.viability.asks.asking import effects
from guarantor.viability.asks.best_sets import By, best_set
from guarantor.viability.asks.candidates import candidates
from guarantor.viability.asks.changing import changed, changed_by_all
from guarantor.viability.asks.effects import Effect
from guarantor.viability.asks.harm import can_lower
from tests.viability.asked import (
    ALONE,
    ASKS,
    CONTRIBUTIONS,
    HIGH,
    OPERATION,
    PROPOSITIONS,
    SMALL,
    TOGETHER,
    after,
    found_effects,
    met,
    random_view,
    small,
)

SEEDS = [*range(10), *(pytest.param(seed, marks=pytest.mark.long) for seed in range(10, 40))]


# --- each kind of change, by hand ----------------------------------------------------------------


def test_what_is_secured_still_waits_for_its_when(tmp_path: Path) -> None:
    """The backstop is 0.5 on top of the ceasefire's 0.4 at best; secured it is the ceasefire's."""
    seen = small(tmp_path)
    secured = after(seen, "secure backstop")

    joins = Engine(secured, Question.about(secured)).chances(TOGETHER).joins["BBB"]

    assert joins.high == pytest.approx(0.8 * 0.4)
    assert secured.propositions["backstop"].is_chance_given


def test_what_is_secured_has_not_failed(tmp_path: Path) -> None:
    """A record that settles it as failing is taken back; one that says that it is open stays."""
    seen = small(tmp_path)
    for state, kept in ((RecordState.FAILS, 0), (RecordState.OPEN, 1)):
        record = (Record(since=date(2025, 3, 1), state=state),)
        failing = replace(seen.propositions["peace"], record=record)
        with_record = replace(seen, propositions={**seen.propositions, "peace": failing})

        assert len(after(with_record, "secure peace").propositions["peace"].record) == kept


def test_a_party_that_joins_still_waits_for_its_terms(tmp_path: Path) -> None:
    """Beland wants the backstop: 0.5 of 0.4."""
    joined = after(small(tmp_path), "join BBB")

    joins = Engine(joined, Question.about(joined)).chances(TOGETHER).joins["BBB"]

    assert joined.parties["BBB"].decision == CERTAIN
    assert joins.high == pytest.approx(0.2)


def test_a_term_is_dropped_from_the_offer_or_the_party_that_has_it(tmp_path: Path) -> None:
    """In the words in which it is written; an undisclosed one by that word."""
    seen = small(tmp_path)

    assert after(seen, "drop aaa-troops: ceasefire").offers["aaa-troops"].terms == ()
    assert after(seen, "drop bbb-troops: undisclosed").offers["bbb-troops"].terms == ()
    assert after(seen, "drop BBB: backstop").parties["BBB"].terms == ()
    with pytest.raises(UnknownId, match="peace: no such term of aaa-troops; there is ceasefire"):
        after(seen, "drop aaa-troops: peace")


def test_firmness_only_rises(tmp_path: Path) -> None:
    """From beside the ladder too, where somebody asks for that."""
    seen = small(tmp_path)

    firmness = [
        after(seen, f"firm {change}").offers[change.partition(":")[0]].firmness
        for change in ("bbb-troops: pledged", "aaa-troops: signalled", "bbb-monitors: floated")
    ]

    assert firmness == [Firmness.PLEDGED, Firmness.PLEDGED, Firmness.FLOATED]


def test_amounts_are_disclosed_first_and_grow_then(tmp_path: Path) -> None:
    """A disclosed one is no more disclosed than it is; the order of asking does not matter."""
    seen = small(tmp_path)
    both = [Change.parse(f"{kind} bbb-troops: 80") for kind in ("add", "disclose")]

    assert after(seen, "disclose bbb-troops: 80").offers["bbb-troops"].quantity == (
        Quantity.exactly(80)
    )
    assert after(seen, "disclose aaa-troops: 80") == seen
    grown = after(seen, "add bbb-troops: 80").offers["bbb-troops"].quantity
    assert grown == Quantity(low=Decimal(130), high=Decimal(230), is_disclosed=False)
    assert changed_by_all(seen, both).offers["bbb-troops"].quantity == Quantity.exactly(160)
    assert after(seen, "add aaa-troops: 80").offers["aaa-troops"].quantity == Quantity.exactly(280)


def test_what_is_fulfilled_arrives_for_certain(tmp_path: Path) -> None:
    """Nothing else of the offer changes."""
    seen = small(tmp_path)

    fulfilled = after(seen, "fulfil bbb-troops").offers["bbb-troops"]

    assert fulfilled == replace(seen.offers["bbb-troops"], fulfilment=CERTAIN)


@pytest.mark.parametrize(
    "text", ["secure AAA", "join peace", "drop peace: backstop", "firm AAA: pledged", "fulfil AAA"]
)
def test_a_change_of_what_is_not_in_view_is_an_error(tmp_path: Path, text: str) -> None:
    """Each kind has subjects of its own kind."""
    with pytest.raises(UnknownId, match=r"no such .* in view"):
        after(small(tmp_path), text)


# --- candidates ----------------------------------------------------------------------------------


def named(seen: View, **options: object) -> list[str]:
    """Return the candidates of a view as texts."""
    question = Question.about(seen, **options)  # type: ignore[arg-type]
    return [str(change) for change in candidates(seen, question)]


def test_candidates_stand_in_a_stable_order(tmp_path: Path) -> None:
    """By hand: 300 less Aland's 200 must be reached by Beland; 300 less 250 are lacking.

    Aland's offer is certain to arrive; what Beland declined is asked for by the register only.
    """
    assert named(small(tmp_path, asks=ASKS)) == [
        "secure ceasefire",
        "secure backstop",
        "secure peace",
        "join AAA",
        "join BBB",
        "drop BBB: backstop",
        "drop aaa-troops: ceasefire",
        "drop bbb-troops: undisclosed",
        "fulfil bbb-troops",
        "disclose bbb-troops: 100",
        "add aaa-troops: 50",
        "add bbb-troops: 50",
        "firm bbb-monitors: pledged",
        "add bbb-troops: 500",
    ]


def test_what_is_supposed_or_settled_is_no_candidate(tmp_path: Path) -> None:
    """A supposition outranks whatever is asked for."""
    holds = PROPOSITIONS.replace(
        "text: There is peace", "text: Peace, record: [{since: 2025-03-01, is: holds}]"
    )
    seen = small(tmp_path, propositions=holds)

    found = named(seen, suppose={"ceasefire": True, "BBB": False, "bbb-troops": True})

    assert found == [
        "secure backstop",
        "join AAA",
        "drop aaa-troops: ceasefire",
        "add aaa-troops: 50",
    ]


def test_an_offer_below_the_floor_is_asked_to_rise_to_it(tmp_path: Path) -> None:
    """Beland signalled, and declined monitors: only the former stands on the ladder."""
    found = named(small(tmp_path), firm=Firmness.PLEDGED)

    assert [text for text in found if text.startswith("firm")] == ["firm bbb-troops: pledged"]


def test_a_disclosed_amount_stays_within_what_was_stated(tmp_path: Path) -> None:
    """At most 70 were stated, though 100 must be reached; where nothing must, the stated most."""
    bounded = CONTRIBUTIONS.replace("at_most: 150", "at_most: 70")
    enough = bounded.replace("quantity: 200", "quantity: 300")

    for texts, amount in ((bounded, 70), (enough, 70)):
        found = named(small(tmp_path, contributions=texts))
        assert [one for one in found if one.startswith("disclose")] == [
            f"disclose bbb-troops: {amount}"
        ]
    no_bound = enough.replace(", at_most: 70", "")
    assert not any(
        one.startswith(("disclose", "add"))
        for one in named(small(tmp_path, contributions=no_bound))
    )


# --- gains ---------------------------------------------------------------------------------------


def test_gains_by_hand(tmp_path: Path) -> None:
    """Both must come: at best 0.4 ceasefire x 0.5 Aland x 0.5 backstop x 0.8 Beland x 0.5 arrives.

    That is 0.04; at worst Beland brings 50 of the 100 that are lacking, and nothing is met. Each
    chance that is made certain divides the 0.04 by itself.
    """
    found = found_effects(small(tmp_path))
    at_high = {
        text: one.gain[TOGETHER].at_high if one.gain else None for text, one in found.items()
    }

    assert at_high["secure ceasefire"] == pytest.approx(0.04 / 0.4 - 0.04)
    assert at_high["join AAA"] == pytest.approx(0.04)
    assert at_high["join BBB"] == pytest.approx(0.01)
    assert at_high["drop BBB: backstop"] == pytest.approx(0.04)
    assert at_high["fulfil bbb-troops"] == pytest.approx(0.04)
    assert at_high["secure peace"] == pytest.approx(0)
    assert all(one.gain is None or one.gain[TOGETHER].at_low == 0 for one in found.values())
    assert next(iter(found)) == "secure ceasefire"


def test_cut_sets_and_possibility_by_hand(tmp_path: Path) -> None:
    """The ceasefire, the backstop, two parties and the undisclosed term each break it alone.

    Each that is secured is one cut set less. Only a number makes it possible on what was disclosed.
    """
    found = found_effects(small(tmp_path))

    assert found["secure ceasefire"].cut_sets_removed == {Counting.DISCLOSED: None, HIGH: 1}
    assert found["drop bbb-troops: undisclosed"].cut_sets_removed[HIGH] == 1
    assert found["secure peace"].cut_sets_removed[HIGH] == 0
    assert not found["secure peace"].is_any
    for text in ("disclose bbb-troops: 100", "add aaa-troops: 50"):
        assert found[text].makes_possible[Counting.DISCLOSED] == {ALONE: True, TOGETHER: True}
        assert found[text].makes_possible[HIGH] == {ALONE: False, TOGETHER: False}


def test_an_offer_that_rises_to_the_floor_is_regained(tmp_path: Path) -> None:
    """And with it the need is possible: no chance is needed to say so."""
    firm = found_effects(small(tmp_path), firm=Firmness.PLEDGED)["firm bbb-troops: pledged"]

    assert firm.regained == ("bbb-troops",)
    assert firm.makes_possible[HIGH] == {ALONE: True, TOGETHER: True}


def test_to_secure_what_somebody_wants_not_to_be_loses_an_offer(tmp_path: Path) -> None:
    """A gain may be a loss, and says so."""
    other = CONTRIBUTIONS.replace("terms: [ceasefire]", "terms: [not peace]")
    question = Question.about(seen := small(tmp_path, contributions=other))
    (found,) = effects(seen, question, [Change.parse("secure peace")])

    assert found.lost == ("aaa-troops",)
    assert found.gain is not None
    assert found.gain[TOGETHER].at_high < 0


def test_where_no_chance_bounds_anything_there_is_no_gain(tmp_path: Path) -> None:
    """[0, 1] before and after says nothing; the cut sets do."""
    seen = small(
        tmp_path,
        parties="- {code: AAA, name: Aland}\n- {code: BBB, name: Beland}\n",
        propositions="- {id: ceasefire, text: It holds}\n",
        contributions=CONTRIBUTIONS.replace("  fulfilment: 0.5\n", ""),
    )
    found = found_effects(seen)

    assert found["join AAA"].gain is None
    assert found["join AAA"].cut_sets_removed[HIGH] == 1
    assert found["join AAA"].is_any


def test_gains_are_left_aside_or_an_error_where_the_diagram_is_too_large(tmp_path: Path) -> None:
    """As the method says."""
    seen = small(tmp_path)
    question, asked = Question.about(seen), [Change.parse("join AAA")]

    (found,) = effects(seen, question, asked, method=SMALL)
    assert found.gain is None
    assert found.cut_sets_removed[HIGH] == 1
    best = best_set(seen, question, asked, 1, method=SMALL)
    assert (best.by, best.before, best.at_most) == (By.LOGIC, None, None)
    with pytest.raises(OverBudget):
        effects(seen, question, asked, method=Method(nodes=1, kind=Kind.EXACT))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_switch_is_what_compiling_anew_says(seed: int) -> None:
    """By gradient and by removing sets, or by an engine of its own for the changed view."""
    seen, question = random_view(seed)
    asked = candidates(seen, question)
    base = met(seen, question, ())
    for one in effects(seen, question, asked):
        direct = met(seen, question, [one.change])
        for reading in Reading:
            gain = one.gain[reading] if one.gain else None
            gains = [gain.at_low, gain.at_high] if gain else [0.0, 0.0]
            expected = [now - was for now, was in zip(direct[reading], base[reading], strict=True)]
            if one.gain is None:
                expected = [0.0, 0.0] if direct == base else expected
                assert {*direct[reading]} <= {0.0, 1.0}
            else:
                assert gains == pytest.approx(expected, abs=1e-9)
        compare_logic(seen, question, one)


def compare_logic(seen: View, question: Question, effect: Effect) -> None:
    """Compare what can stand, and the number of cut sets, with engines of their own."""
    before, now = (Engine(view_, question) for view_ in (seen, changed(seen, effect.change)))
    was, stands = set(before.standing[TOGETHER]), set(now.standing[TOGETHER])
    assert set(effect.regained) == stands - was
    assert set(effect.lost) == was - stands
    logics = before.logic(), now.logic()
    for counting, removed in effect.cut_sets_removed.items():
        old, new = (logic[counting][TOGETHER] for logic in logics)
        if old.possible and new.possible:
            assert removed == old.count - new.count
        else:
            assert removed is None
        assert effect.makes_possible[counting][TOGETHER] == (new.possible and not old.possible)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_change_lowers_the_chance_but_those_that_can(seed: int) -> None:
    """The law behind the bound: P(met) at the low end is monotone in all other changes."""
    seen, question = random_view(seed)
    asked = candidates(seen, question)
    for one in effects(seen, question, asked):
        if one.gain is not None and not can_lower(seen, one.change):
            assert all(gain.at_low >= -1e-12 for gain in one.gain.values())


def test_what_can_do_harm(tmp_path: Path) -> None:
    """What stands under a not, what counts others as its parts, and less than the stated least."""
    other = CONTRIBUTIONS.replace("terms: [ceasefire]", "terms: [not peace]").replace(
        "id: aaa-troops", "id: aaa-troops\n  part_of: bbb-troops"
    )
    seen = small(tmp_path, contributions=other)
    texts = ("secure peace", "firm bbb-troops: pledged", "disclose bbb-troops: 10")
    harmless = ("secure ceasefire", "firm aaa-troops: committed", "disclose bbb-troops: 50")

    assert all(can_lower(seen, Change.parse(text)) for text in texts)
    assert not any(can_lower(seen, Change.parse(text)) for text in harmless)


def test_a_chance_case_by_case_is_made_certain_in_every_case(tmp_path: Path) -> None:
    """A ceasefire is 0.8 with peace, 0.2 without, peace is even: 0.5, times 0.5 for Aland.

    Secured, the ceasefire leaves 0.5; peace secured, 0.8 x 0.5. What decides the case may do harm.
    """
    by_case = (
        "- {id: peace, text: There is peace, chance: 0.5}\n"
        "- id: ceasefire\n  text: It holds\n"
        '  chance_given: [{if: "at_least(1, [peace])", chance: 0.8}, {else: 0.2}]\n'
        '- {id: other, text: So, chance: 0.5, when: "not at_least(1, pair)", basis: read}\n'
    )
    seen = small(
        tmp_path,
        operation=f"{OPERATION}groups: {{pair: [peace]}}\n",
        parties="- {code: AAA, name: Aland, decision: 0.5}\n- {code: BBB, name: B, decision: 0}\n",
        propositions=by_case,
        requirements="watch:\n  lines: [{id: l, capability: land, need: 200, unit: persons}]\n",
    )
    question = Question.about(seen)
    texts = ("secure ceasefire", "secure peace", "join AAA")

    found = effects(seen, question, [Change.parse(text) for text in texts])

    gains = {str(one.change): one.gain and one.gain[TOGETHER].at_high for one in found}
    assert gains == {
        "secure ceasefire": pytest.approx(0.5 - 0.25),
        "secure peace": pytest.approx(0.4 - 0.25),
        "join AAA": pytest.approx(0.5 - 0.25),
    }
    assert can_lower(seen, Change.parse("secure peace"))
    assert not can_lower(seen, Change.parse("secure ceasefire"))
