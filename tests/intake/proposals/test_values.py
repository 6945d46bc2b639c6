"""Amounts are read with their unit, in figures and in words."""

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guarantor.intake.numbers import value, written
from guarantor.intake.values import amount, amounts


@pytest.mark.parametrize(
    ("text", "quantity", "unit"),
    [
        ("up to 850 troops", "850", "persons"),
        ("between 10,000 and 30,000 soldiers", "10000-30000", "persons"),
        ("100 to 200 police officers", "100-200", "persons"),
        ("25-30 monitors", "25-30", "persons"),
        ("a thousand men", "1000", "persons"),
        ("thirty-one states were there", "31", "countries"),
        ("two hundred and fifty engineers", "250", "persons"),
        ("$2bn", "2", "USD_bn"),
        ("£1.6 billion", "1.6", "GBP_bn"),
        ("3.5 billion euros", "3.5", "EUR_bn"),
        ("EUR 20 million", "20", "EUR_mn"),
        ("400,000 francs", "400000", "CHF"),
        ("a battalion", "1", "battalions"),
        ("two mechanised infantry companies", "2", "companies"),
        ("a battalion of 850", "850", "persons"),
        ("three attack helicopters", "3", "helicopters"),
        ("four F-16s", "4", "aircraft"),
        ("a 30-day ceasefire", "30", "days"),
        ("within 48 hours", "48", "hours"),
        ("a dozen observers", "12", "persons"),
        ("two dozen vehicles", "24", "vehicles"),
        ("$500k", "500000", "USD"),
        ("between 2 and 3 million dollars", "2-3", "USD_mn"),
        ("1,500,000 euros", "1500000", "EUR"),
    ],
)
def test_an_amount_has_a_unit(text: str, quantity: str, unit: str) -> None:
    """A bound is its number, a range keeps both ends, a unit alone is one."""
    found = amount(text)

    assert found is not None
    assert (found.quantity, found.unit) == (quantity, unit)


@pytest.mark.parametrize(
    "text",
    [
        "in 2024 soldiers came",
        "on 15 March",
        "the battalion commander",
        "Resolution 2719",
        "nothing at all",
        "both sides",
    ],
)
def test_years_days_and_names_are_no_amounts(text: str) -> None:
    """No number that nobody gave."""
    assert amount(text) is None


def test_persons_come_before_all_else() -> None:
    """By hand: 200 monitors for two more weeks is an offer of monitors."""
    found = amount("for two weeks 200 monitors and a hospital")

    assert found is not None
    assert (found.quantity, found.unit) == ("200", "persons")


def test_a_number_without_a_noun_counts_persons_only_where_that_is_meant() -> None:
    """*South Sudan's 750* are soldiers where soldiers are spoken of."""
    text = "South Sudan's 750, promised twice"
    found = amount(text, of_persons=True)

    assert found is not None
    assert (found.quantity, found.unit) == ("750", "persons")
    assert amount(text) is None


def test_several_amounts_stand_in_order() -> None:
    """By hand."""
    assert [one[:2] for one in amounts("850 troops, $2bn and a hospital")] == [
        ("850", "persons"),
        ("2", "USD_bn"),
        ("1", "hospitals"),
    ]


@given(st.integers(min_value=2, max_value=999_999))
def test_a_number_in_figures_keeps_its_value(number: int) -> None:
    """With and without commas."""
    assert value(f"{number:,}") == value(str(number)) == Decimal(number)
    assert written(Decimal(number)) == str(number)


@given(st.text(max_size=80))
def test_amounts_stand_where_they_say_and_do_not_overlap(text: str) -> None:
    """Any text, however odd."""
    found = amounts(text)

    assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))
