"""The engine on the example and on small structures, each answer worked by hand."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from guarantor.errors import TooLarge, UnknownId
from guarantor.ledger import view
from guarantor.model import (
    UNDISCLOSED,
    Atom,
    Chance,
    Line,
    Need,
    Not,
    Offer,
    Party,
    Proposition,
    Quantity,
    View,
)
from guarantor.operation import open_folder
from guarantor.viability import Counting, Engine, Question, Reading, cascade, is_stated, there
from guarantor.viability.answering import formulas
from guarantor.viability.building import build
from guarantor.viability.chances import chances as enumerated
from guarantor.viability.formulas import Event, SumReaches, evaluate

EXAMPLE = Path(__file__).parents[2] / "src" / "guarantor" / "operations" / "example"


@cache
def example(audience: str = "public") -> View:
    """Return the example as its folder asks."""
    return view(open_folder(EXAMPLE)[0], audience=audience)


def engine(requirement: str = "monitoring", suppose: dict[str, bool] | None = None) -> Engine:
    """Return the engine for a requirement of the example and some suppositions."""
    return Engine(example(), Question.about(example(), requirement=requirement, suppose=suppose))


def line(name: str, requirement: str = "monitoring") -> Line:
    """Return a line of the example."""
    lines = example().requirements[requirement].lines
    return next(one for one in lines if one.id == name)


def test_monitors_need_four_things_to_go_well() -> None:
    """0.5 x 0.6 x 0.9 x 0.95 = 0.2565: the north, consent, no UN mandate, fulfilment."""
    met = engine().chances(Reading.MOVING_TOGETHER).lines["monitors"]

    assert met.low == pytest.approx(0.2565, abs=1e-12)
    assert met.high == pytest.approx(0.5 * 0.9 * 0.9 * 0.95, abs=1e-12)


def test_stated_quantities_stand_apart_from_the_undisclosed() -> None:
    """5,000 of Alfland with 3,000 to 4,000 of Bravia; Charland keeps its own to itself.

    The 9,000 at best leave nothing to reach for a need of 8,000; 2,000 of Charland make 11,000.
    """
    held = engine().held(line("land"))

    assert (held.stated.low, held.stated.high) == (Decimal(8000), Decimal(9000))
    assert (held.reported.low, held.reported.high) == (Decimal(0), Decimal(0))
    assert held.undisclosed == ("cha-troops",)
    assert held.undisclosed_must_reach == Decimal(0)
    assert held.most_fielded == Decimal(11000)


def test_the_undisclosed_must_reach_what_the_disclosed_lack() -> None:
    """Without Alfland 4,000 are left of 8,000, so Charland would have to bring the other 4,000."""
    assert engine(suppose={"ALF": False}).held(line("land")).undisclosed_must_reach == Decimal(4000)


def test_where_no_undisclosed_offer_can_stand_there_is_nothing_to_reach() -> None:
    """Nobody who may be seen offers airlift."""
    held = engine().held(line("airlift"))

    assert held.undisclosed_must_reach is None
    assert held.most_fielded == Decimal(0)


def test_an_unbounded_offer_leaves_the_most_unbounded() -> None:
    """Deltia's refused soldiers, supposed offered, are of no known number."""
    held = engine(suppose={"del-troops": True}).held(line("land"))

    assert held.most_fielded is None
    assert set(held.undisclosed) == {"cha-troops", "del-troops"}


def test_a_caveat_keeps_an_offer_off_a_line_that_excludes_it() -> None:
    """Alfland's soldiers may not be used on the line."""
    held = engine("line").held(line("on-the-line", "line"))

    assert (held.stated.low, held.stated.high) == (Decimal(3000), Decimal(4000))


def test_consent_failing_takes_everything_with_it_in_one_round() -> None:
    """Every offer of troops and monitors shares it; Bravia waits for others' troops and follows."""
    rounds = cascade(example(), Question.about(example()), "host_consent")

    assert rounds[0].propositions == ("host_consent",)
    assert set(rounds[1].contributions) == {
        "alf-troops",
        "bra-troops",
        "cha-troops",
        "del-monitors",
    }
    assert rounds[2].parties == ("BRA",)
    assert rounds[3].parties == ("CHA",)


def test_what_cannot_stand_has_no_cascade() -> None:
    """Deltia's soldiers were declined from the start."""
    assert cascade(example(), Question.about(example()), "del-troops") == ()


def test_the_backstop_failing_weakens_two_offers() -> None:
    """Alfland said: the backstop or a UN mandate. Bravia wants another's troops beside its own.

    Those are Alfland's, now with a UN mandate only, or Charland's.
    """
    rows = {row.id: row for row in engine().hangs_on()}

    assert rows["backstop"].lost == ()
    assert [(one.offer, one.now_needs) for one in rows["backstop"].weakened] == [
        ("alf-troops", (("un_mandate",),)),
        ("bra-troops", (("CHA",), ("un_mandate",))),
    ]


def test_bravia_and_charland_wait_for_each_other() -> None:
    """Charland follows Bravia, Bravia wants another's troops, Charland's among them."""
    assert engine().pacts() == (("BRA", "CHA", "bra-troops", "cha-troops"),)


def test_a_party_gave_its_own_number_or_somebody_else_did() -> None:
    """Alfland's head of government named 5,000; were it anonymous it would be reported."""
    seen = example()
    offer = seen.offers["alf-troops"]
    assert is_stated(offer, seen)

    said = replace(seen.statements["ALF-1"], speaker_parties=("BRA",))
    assert not is_stated(offer, replace(seen, statements={**seen.statements, "ALF-1": said}))


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (date(2025, 8, 29), False),  # 1 June + 60 + 30 days is 30 August
        (date(2025, 8, 30), True),
        (date(2025, 5, 31), False),
        (None, True),
    ],
)
def test_notice_and_transit_have_to_run_out(asked: date | None, expected: bool) -> None:  # noqa: FBT001  a literal of the table
    """Alfland's troops need 60 days of notice and 30 of transit from activation."""
    assert there(example().offers["alf-troops"], example(), asked) is expected


def test_without_any_notice_on_record_nobody_knows_if_it_is_there() -> None:
    """Not there at the low end, there at the high end, once activation has come."""
    seen = replace(example(), notice_days_default=None)
    offer = seen.offers["bra-troops"]

    assert there(offer, seen, date(2025, 7, 1)) is None
    assert there(offer, seen, date(2025, 5, 1)) is False


def test_an_offer_that_the_whole_counts_is_not_counted_twice() -> None:
    """Bravia's troops as part of Alfland's 5,000: only the 5,000 count."""
    seen = example()
    part = replace(seen.offers["bra-troops"], part_of="alf-troops")
    counted = replace(seen, offers={**seen.offers, "bra-troops": part})

    held = Engine(counted, Question.about(counted)).held(line("land"))

    assert (held.stated.low, held.stated.high) == (Decimal(5000), Decimal(5000))


def test_decimals_are_summed_exactly() -> None:
    """Three tenths reach 0.3, which binary fractions do not."""
    three = SumReaches(
        need=Decimal("0.3"),
        parts=(Event("a"), Event("b"), Event("c")),
        amounts=(Decimal("0.1"),) * 3,
    )
    events = {name: np.array([True, True]) for name in "ab"} | {"c": np.array([True, False])}

    assert evaluate(three, events, {}, 2).tolist() == [True, False]


def test_numbers_beyond_the_machine_are_summed_exactly_too() -> None:
    """10^30 and one reach 10^30 + 1; 10^30 alone does not."""
    huge = SumReaches(
        need=Decimal(10**30 + 1),
        parts=(Event("a"), Event("b")),
        amounts=(Decimal(10**30), Decimal(1)),
    )
    events = {"a": np.array([True, True]), "b": np.array([True, False])}

    assert evaluate(huge, events, {}, 2).tolist() == [True, False]


def test_more_than_twenty_uncertain_events_cannot_be_enumerated() -> None:
    """In one sentence that says what to do; the diagram answers all the same."""
    seen = example()
    half = Chance(low=0.5, high=0.5)
    more = {f"P{n:02}": Party(code=f"P{n:02}", name=f"P{n}", decision=half) for n in range(21)}
    crowded = replace(seen, parties={**seen.parties, **more})
    engine = Engine(crowded, Question.about(crowded))
    low, high = (engine.answering.structure(one) for one in (Counting.LOW, Counting.HIGH))

    with pytest.raises(TooLarge, match="suppose some of them"):
        enumerated(low, high, formulas, Reading.MOVING_TOGETHER)
    plain = Engine(seen, Question.about(seen)).chances(Reading.MOVING_TOGETHER)
    assert engine.chances(Reading.MOVING_TOGETHER).met == plain.met


def test_more_than_twelve_cases_under_not_are_refused() -> None:
    """They double the work each."""
    seen = example()
    half = Chance(low=0.5, high=0.5)
    names = [f"p{n:02}" for n in range(13)]
    terms = {name: Proposition(id=name, text=name, chance=half) for name in names} | {
        f"q{name}": Proposition(id=f"q{name}", text=name, when=Not(Atom(name)), chance=half)
        for name in names
    }
    crowded = replace(seen, propositions={**seen.propositions, **terms})

    with pytest.raises(TooLarge, match="case by case"):
        Engine(crowded, Question.about(crowded)).logic()


def test_supposing_what_is_not_in_view_is_an_error() -> None:
    """The public may not know of the airlift; the answer does not say that it exists."""
    with pytest.raises(UnknownId, match="bra-airlift: no such id in view for public"):
        Question.about(example(), suppose={"bra-airlift": True})
    assert Question.about(example("coalition"), suppose={"bra-airlift": True}).suppose


def test_a_requirement_nobody_recorded_is_an_error() -> None:
    """With the nearest there is."""
    with pytest.raises(UnknownId, match="did you mean monitoring"):
        Question.about(example(), requirement="monitorin")


def test_an_unknown_need_is_never_met() -> None:
    """Whatever is offered."""
    seen = example()
    unknown = replace(line("monitors"), need=Need(low=None, high=None))
    asked = Engine(seen, Question.about(seen))

    assert not asked.possible(unknown)[Counting.HIGH][Reading.MOVING_TOGETHER]
    assert asked.held(unknown).undisclosed_must_reach is None


def test_low_counting_takes_the_least_that_was_stated() -> None:
    """Of Charland's undisclosed number 500, its stated least; of nothing stated, nothing."""
    quantity = example().offers["cha-troops"].quantity

    assert Counting.LOW.amount(quantity) == Decimal(500)
    assert Counting.DISCLOSED.amount(quantity) == Decimal(500)
    assert Counting.HIGH.amount(quantity) == Decimal(2000)
    assert Counting.LOW.amount(UNDISCLOSED) == Decimal(0)
    assert Counting.HIGH.amount(UNDISCLOSED) is None
    assert Counting.DISCLOSED.amount(Quantity(low=Decimal(1), high=Decimal(3))) == Decimal(3)


def test_a_structure_knows_who_reads_whom() -> None:
    """Charland reads Bravia; Bravia reads the others' troops."""
    seen = example()
    structure = build(seen, Question.about(seen), Counting.HIGH)

    assert structure.reads["CHA"] == {"BRA"}
    assert structure.reads["BRA"] == {"alf-troops", "cha-troops"}
    assert structure.settled_first == ("un_mandate",)
    assert isinstance(seen.offers["alf-troops"], Offer)
