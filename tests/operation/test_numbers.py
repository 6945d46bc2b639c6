"""Numbers by YAML 1.2, exactly."""

from decimal import Decimal

import pytest

from guarantor.operation.numbers import exact_value, is_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", Decimal(0)),
        ("12500", Decimal(12500)),
        ("0.1", Decimal("0.1")),
        ("1e3", Decimal(1000)),
        ("1E-2", Decimal("0.01")),
        ("5.", Decimal(5)),
        (".5", Decimal("0.5")),
        ("0x1F", Decimal(31)),
        ("0o17", Decimal(15)),
        ("-3", Decimal(-3)),
    ],
)
def test_a_number_is_what_its_text_says(text: str, value: Decimal) -> None:
    """Never by way of a float."""
    assert exact_value(text) == value


@pytest.mark.parametrize(
    "text",
    [".nan", ".inf", "-.INF", "1e999999", "1e-100", "9" * 61, "", "ten", "1,000", "1_0", "٣"],
)
def test_what_cannot_be_reckoned_with_is_no_number(text: str) -> None:
    """Not finite, absurdly long, or none at all."""
    assert exact_value(text) is None


def test_not_a_number_is_a_number_of_yaml() -> None:
    """So that ``.nan`` is refused as a number and not taken for a word."""
    assert is_number(".nan")
    assert not is_number("nan")
