"""Amounts and chances: intervals that never say more than was said."""

from decimal import Decimal

import pytest

from guarantor.model import UNDISCLOSED, WORDS, Chance, End, Need, Quantity


def test_an_undisclosed_quantity_is_never_zero() -> None:
    """It reads as undisclosed and has no upper end."""
    assert str(UNDISCLOSED) == "undisclosed"
    assert UNDISCLOSED.high is None


@pytest.mark.parametrize(
    ("quantity", "text"),
    [
        (Quantity.exactly(5000), "5,000"),
        (Quantity(low=Decimal(3000), high=Decimal(4000)), "3,000–4,000"),
        (
            Quantity(low=Decimal(500), high=Decimal(2000), is_disclosed=False),
            "undisclosed (at least 500, at most 2,000)",
        ),
        (Quantity(low=Decimal("0.50"), high=Decimal("0.5")), "0.5"),
        (Quantity(low=Decimal(0), high=Decimal(9), is_disclosed=False), "undisclosed (at most 9)"),
    ],
)
def test_a_quantity_reads_as_people_write_it(quantity: Quantity, text: str) -> None:
    """With thousands apart, and its bounds where it is undisclosed."""
    assert str(quantity) == text


def test_quantities_needs_and_chances_run_low_to_high() -> None:
    """An object that exists is valid."""
    with pytest.raises(ValueError, match="low end first"):
        Quantity(low=Decimal(2), high=Decimal(1))
    with pytest.raises(ValueError, match="low end first"):
        Quantity(low=Decimal(-1), high=Decimal(1))
    with pytest.raises(ValueError, match="is bounded"):
        Quantity(low=Decimal(1), high=None)
    with pytest.raises(ValueError, match="low end first"):
        Need(low=Decimal(3), high=Decimal(2))
    with pytest.raises(ValueError, match="both ends"):
        Need(low=Decimal(3), high=None)
    with pytest.raises(ValueError, match="low end first"):
        Chance(low=0.5, high=0.4)


def test_a_need_nobody_gave_is_unknown() -> None:
    """It has neither end."""
    assert str(Need(low=None, high=None)) == "unknown"
    assert str(Need(low=Decimal(8000), high=Decimal(9000))) == "8,000–9,000"


def test_the_words_leave_no_gap_and_do_not_overlap() -> None:
    """ICD 203: each band starts where the one below it ends, from 1 to 99 per cent."""
    bands = list(WORDS.values())
    assert [band.low for band in bands[1:]] == [band.high for band in bands[:-1]]
    assert (bands[0].low, bands[-1].high) == (0.01, 0.99)


def test_a_chance_has_two_ends() -> None:
    """Each is asked for by name."""
    chance = Chance(low=0.2, high=0.4)
    assert (chance.at(End.LOW), chance.at(End.HIGH)) == (0.2, 0.4)


def test_an_uncertain_chance_is_taken_at_its_mean() -> None:
    """By hand: of twelve cases three came true, so alpha is 3 and beta 9."""
    chance = Chance(low=0.25, high=0.25, weight=12)

    assert (chance.at(End.LOW), chance.at(End.HIGH)) == (0.25, 0.25)
    assert chance.beta == (3, 9)
    assert Chance(low=0.25, high=0.25).beta is None
    assert chance != Chance(low=0.25, high=0.25)


@pytest.mark.parametrize(
    ("low", "high", "weight", "sentence"),
    [
        (0.2, 0.4, 12, "one mean within 0 to 1, not 0.2 to 0.4"),
        (0, 0, 12, "one mean within 0 to 1, not 0 to 0"),
        (1, 1, 12, "one mean within 0 to 1, not 1 to 1"),
        (0.4, 0.4, 0, "a weight is above 0 and at most 1,000,000, not 0"),
        (0.4, 0.4, -1, "a weight is above 0"),
        (0.4, 0.4, 1_000_001, "a weight is above 0"),
        (0.4, 0.4, float("inf"), "a weight is above 0"),
        (0.4, 0.4, float("nan"), "a weight is above 0"),
    ],
)
def test_an_uncertain_chance_has_a_mean_and_a_weight(
    low: float, high: float, weight: float, sentence: str
) -> None:
    """A mean of 0 or 1 would leave nothing uncertain."""
    with pytest.raises(ValueError, match=sentence):
        Chance(low=low, high=high, weight=weight)


def test_chances_are_printed_as_people_write_them() -> None:
    """A point, an interval, a distribution."""
    assert str(Chance(low=1, high=1)) == "1"
    assert str(Chance(low=0.1, high=0.123456789)) == "0.1–0.123456789"
    assert str(Chance(low=0.4, high=0.4, weight=12.5)) == "Beta, mean 0.4, weight 12.5"
