"""An amount is taken only from a clause that names it, in figures or in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guarantor.intake.llm.amounts import names_amount


@pytest.mark.parametrize(
    ("quantity", "clause"),
    [
        ("850", "850 police officers"),
        ("2500", "2,500 men"),
        ("2500", "2 500 men"),
        ("2500", "2.500 men"),
        ("3.5", "3,5 million euros"),
        ("3500000", "3.5 million euros"),
        ("20", "€20m"),
        ("25", "twenty-five of them"),
        ("350", "three hundred and fifty soldiers"),
        ("12000", "twelve thousand"),
        ("24", "two dozen observers"),
        ("1", "a company"),
        ("100", "a hundred men"),
        ("500", "0.5 thousand"),
        ("3000-4000", "between 3,000 and 4,000"),
        ("1000-2000", "between one and two thousand"),
    ],
)
def test_an_amount_is_named(quantity: str, clause: str) -> None:
    """In figures with or without signs between thousands, in words, or mixed."""
    assert names_amount(quantity, clause)


@pytest.mark.parametrize(
    ("quantity", "clause"),
    [
        ("5000", "two battalions"),
        ("851", "850 police officers"),
        ("100-200", "100 men"),
        ("0", "no men"),
        ("5", "soldiers"),
        ("3", "one and two"),
        ("50", "the 5th brigade"),
    ],
)
def test_an_amount_is_not_named(quantity: str, clause: str) -> None:
    """What stands nowhere is nobody's figure; nought is no amount."""
    assert not names_amount(quantity, clause)


@given(st.integers(1, 10**9))
def test_a_figure_names_itself_however_it_is_written(number: int) -> None:
    """With commas, with spaces and plain."""
    forms = f"{number}", f"{number:,}", f"{number:,}".replace(",", " ")
    assert all(names_amount(str(number), f"about {form} men") for form in forms)
