"""How much is delivered: by hand, and against every way in which it can go."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import product

import numpy as np
import pytest

from guarantor.errors import OverBudget, TooLarge
from guarantor.ledger import view
from guarantor.model import UNDISCLOSED, Atom, Chance, End, Line, Not, Quantity, Term, View
from guarantor.viability import Engine, Kind, Method, Question, Reading
from guarantor.viability.events import fulfilment, is_uncertain, owner
from guarantor.viability.fixpoint import Scenarios, solve
from guarantor.viability.spreads.quantiles import LEVELS, Quantiles, quantiles
from guarantor.viability.spreads.quantities import EDGE, Delivered, delivered
from guarantor.viability.structure import Structure
from tests.viability.golden_operations import pair
from tests.viability.random_operations import Dice

TOGETHER = Reading.MOVING_TOGETHER
MOST_EVENTS = 13
Amount = Decimal | None
Shares = Mapping[Amount, float]


def enumerated(structure: Structure, line: Line, end: End, reading: Reading) -> list[Shares]:
    """Return the chance of each sum, for each choice of ends of what stands under a ``not``."""
    events = {name: chance for name, chance in structure.chances.items() if is_uncertain(chance)}
    if len(events) > MOST_EVENTS:
        pytest.skip("too many uncertain events to go through")
    names = list(events)
    goes = np.array(list(product((False, True), repeat=len(names)))).reshape(-1, len(names))
    width = len(goes)
    happens = {name: np.full(width, one.high > 0) for name, one in structure.chances.items()}
    happens |= {name: goes[:, place] for place, name in enumerate(names)}
    solution = solve(structure, Scenarios(width=width, events=happens), reading)
    sums = [_sum(structure, line, solution.truths, happens, column) for column in range(width)]
    under_not = frozenset(structure.settled_first)
    open_ends = [
        name for name in names if owner(name) in under_not and events[name].low < events[name].high
    ]
    found: list[Shares] = []
    for chosen in product(End, repeat=len(open_ends)):
        ends = {**dict.fromkeys(names, end), **dict(zip(open_ends, chosen, strict=True))}
        chances = np.array([events[name].at(ends[name]) for name in names])
        weights = np.where(goes, chances, 1 - chances).prod(axis=1)
        shares: dict[Amount, float] = {}
        for amount, weight in zip(sums, weights, strict=True):
            shares[amount] = shares.get(amount, 0.0) + float(weight)
        found.append(shares)
    return found


def _sum(
    structure: Structure,
    line: Line,
    truths: Mapping[str, np.ndarray],
    happens: Mapping[str, np.ndarray],
    column: int,
) -> Amount:
    total = Decimal(0)
    for offer in structure.view.offers.values():
        arrives = truths[offer.id][column] and happens[fulfilment(offer.id)][column]
        if arrives and structure.counts_on(offer, line):
            amount = structure.counting.amount(offer.quantity)
            if amount is None:
                return None
            total += amount
    return total


def size(amount: Amount) -> Decimal:
    """Order amounts; what nothing bounds is the largest."""
    return Decimal("Infinity") if amount is None else amount


def reached(shares: Shares, level: float) -> Amount:
    """Return the largest amount that is reached with a chance, straight from its meaning."""
    return max(
        (
            amount
            for amount in shares
            if sum(share for other, share in shares.items() if size(other) >= size(amount))
            >= level - EDGE
        ),
        key=size,
    )


@pytest.mark.parametrize("seed", range(60))
def test_the_distribution_equals_the_enumeration(seed: int) -> None:
    """Every line, both readings, both ends: the chance of each sum, and each quantile."""
    seen = view(Dice(seed).operation())
    engine = Engine(seen, Question.about(seen))
    exact = engine.answering.exact()
    for line, reading in product(engine.requirement.lines, Reading):
        found = quantiles(engine.answering, line, reading, Method())
        ends: dict[str, dict[End, Amount]] = {name: {} for name in LEVELS}
        for end in End:
            slow = enumerated(exact.structures[end], line, end, reading)
            fast = delivered(exact, line, end, reading, Method())
            for amount in {amount for shares in slow for amount in shares}:
                expected = sorted(shares.get(amount, 0.0) for shares in slow)
                assert _distinct(_of(fast, amount)) == pytest.approx(_distinct(expected), abs=1e-12)
            pick = min if end is End.LOW else max
            for name, level in LEVELS.items():
                ends[name][end] = pick((reached(one, level) for one in slow), key=size)
        for name, (low, high) in found.ends.items():
            assert high == ends[name][End.HIGH]
            assert low == min(ends[name].values(), key=size)


def _of(fast: Delivered, amount: Amount) -> list[float]:
    """Return the chance of a sum in each column."""
    places = [
        place for place in range(len(fast.amounts.sums)) if fast.amounts.amount(place) == amount
    ]
    if not places:
        return [0.0]
    return sorted(fast.shares[places[0]].tolist())


def _distinct(chances: list[float]) -> list[float]:
    """Return chances without those that agree: columns may be doubled."""
    return sorted({round(chance, 11) for chance in chances})


def asked(seen: View, method: Method | None = None) -> Quantiles:
    """Return what is delivered to the only line of a view, moving together."""
    engine = Engine(seen, Question.about(seen), method or Method())
    return quantiles(engine.answering, engine.requirement.lines[0], TOGETHER, engine.method)


def told(found: Quantiles) -> dict[str, tuple[float | None, float | None]]:
    """Return quantiles as plain numbers."""
    return {name: (_plain(low), _plain(high)) for name, (low, high) in found.ends.items()}


def _plain(amount: Amount) -> float | None:
    return None if amount is None else float(amount)


def test_two_offers_by_hand() -> None:
    """Alfland's 3 with 0.5 x 0.9 x 0.9 = 0.405 at best, Bravia's 2 with 0.6.

    At least 5 with 0.243, at least 3 with 0.405, at least 2 with 0.762, so P50 is 2; P90 is 5.
    At the low end Alfland has 0.36, and 5 has 0.216: the same. Nothing but 0 has 0.9.
    """
    found = asked(view(pair()))

    assert told(found) == {"p10": (0, 0), "p50": (2, 2), "p90": (5, 5)}
    assert found.runs == 0


def test_just_short_of_the_need_does_not_read_as_nothing() -> None:
    """8,999 of 9,000 arrive for sure: P(met) is 0, and so many are there all the same."""
    seen = view(pair())
    sure = Chance(low=1.0, high=1.0)
    bra = replace(seen.offers["bra-troops"], quantity=Quantity.exactly(8999), fulfilment=sure)
    party = replace(seen.parties["BRA"], decision=sure)

    found = asked(replace(seen, offers={bra.id: bra}, parties={**seen.parties, "BRA": party}))

    assert set(told(found).values()) == {(8999, 8999)}


def test_what_nobody_disclosed_is_nothing_at_the_low_end_and_unbounded_at_the_high_end() -> None:
    """Bravia's number is not known; with 0.6 it is there, so P50 and P90 have no high end."""
    seen = view(pair())
    bra = replace(seen.offers["bra-troops"], quantity=UNDISCLOSED)

    found = asked(replace(seen, offers={bra.id: bra}))

    assert told(found) == {"p10": (0, 0), "p50": (0, None), "p90": (0, None)}


def test_parts_of_a_unit_are_summed_exactly() -> None:
    """0.1 and 0.2 are 0.3."""
    seen = view(pair())
    sure = Chance(low=1.0, high=1.0)
    offers = {
        name: replace(
            seen.offers[name], quantity=Quantity.exactly(Decimal(amount)), fulfilment=sure, terms=()
        )
        for name, amount in (("alf-troops", "0.1"), ("bra-troops", "0.2"))
    }
    parties = {
        code: replace(party, decision=sure, terms=()) for code, party in seen.parties.items()
    }

    found = asked(replace(seen, offers=offers, parties=parties))

    assert found.ends["p10"] == (Decimal("0.3"), Decimal("0.3"))


@pytest.mark.parametrize("seed", range(20))
def test_sampled_quantiles_are_near_the_exact_ones(seed: int) -> None:
    """A sampled quantile is reached with its chance, but for what drawing misses.

    Its level is within five standard errors of the share that it stands for.
    """
    seen = view(Dice(seed).operation())
    engine = Engine(seen, Question.about(seen), Method(kind=Kind.SAMPLED))
    line = engine.requirement.lines[0]
    found = quantiles(engine.answering, line, TOGETHER, engine.method)
    around = {
        step: {
            end: {
                name: delivered(engine.answering.exact(), line, end, TOGETHER, Method()).reached(
                    end, min(max(level + step, 1e-6), 1)
                )
                for name, level in LEVELS.items()
            }
            for end in End
        }
        for step in (-0.01, 0.01)
    }

    assert found.runs == 1 << 16
    for name, (low, high) in found.ends.items():
        assert size(around[0.01][End.HIGH][name]) <= size(high)
        assert size(high) <= size(around[-0.01][End.HIGH][name])
        assert size(low) <= size(around[-0.01][End.LOW][name])
        assert size(low) >= min(size(around[0.01][end][name]) for end in End)


def test_beyond_its_budget_it_is_sampled_or_ends() -> None:
    """As asked."""
    seen = view(pair())

    assert asked(seen, Method(nodes=1)).runs > 0
    with pytest.raises(OverBudget):
        asked(seen, Method(kind=Kind.EXACT, nodes=1))


def test_sums_too_large_for_machine_numbers_are_drawn_and_still_exact() -> None:
    """10^20 and 2, to the last digit."""
    seen = view(pair())
    sure = Chance(low=1.0, high=1.0)
    offers = {
        name: replace(seen.offers[name], quantity=Quantity.exactly(amount), fulfilment=sure)
        for name, amount in (("alf-troops", 10**20), ("bra-troops", 2))
    }
    parties = {
        code: replace(party, decision=sure, terms=()) for code, party in seen.parties.items()
    }

    found = asked(replace(seen, offers=offers, parties=parties))

    assert found.runs > 0
    assert set(found.ends.values()) == {(Decimal(10**20 + 2), Decimal(10**20 + 2))}


def test_more_sums_than_are_told_apart_are_drawn() -> None:
    """Nineteen offers, each twice as large as the one before, come to half a million sums."""
    seen = view(pair())
    bra = seen.offers["bra-troops"]
    offers = {
        f"bra-{place}": replace(bra, id=f"bra-{place}", quantity=Quantity.exactly(2**place))
        for place in range(19)
    }
    half = Chance(low=0.5, high=0.5)
    offers = {name: replace(one, fulfilment=half) for name, one in offers.items()}

    assert asked(replace(seen, offers=offers)).runs > 0


def test_too_many_intervals_under_a_not_end_it() -> None:
    """As for every chance."""
    seen = view(pair())
    one = replace(seen.propositions["ceasefire"], chance=Chance(low=0.2, high=0.4))
    names = [f"p{number}" for number in range(13)]
    terms = tuple(Term(condition=Not(Atom(name))) for name in names)
    party = replace(seen.parties["ALF"], terms=terms)
    many = {name: replace(one, id=name) for name in names}
    with pytest.raises(TooLarge, match="13 propositions under a not"):
        asked(replace(seen, propositions=many, parties={**seen.parties, "ALF": party}))


def test_a_line_that_nothing_counts_on_gets_nothing() -> None:
    """For sure, however it is worked out."""
    seen = replace(view(pair()), offers={})

    for kind in (Kind.EXACT, Kind.SAMPLED):
        assert told(asked(seen, Method(kind=kind))) == dict.fromkeys(LEVELS, (0, 0))
