"""Who may be told to a language model, and what it took."""

from decimal import Decimal

import pytest

from guarantor.room.llm_told import Prices, Usage, may_be_sent


@pytest.mark.parametrize(
    ("audience", "allowed", "may"),
    [
        ("public", [], True),
        ("public", ["staff"], True),
        ("staff", ["staff"], True),
        ("staff", [], False),
        ("staff", ["public"], False),
        ("staff", ["staff-and-others"], False),
        ("Staff", ["staff"], False),
        ("Public", [], False),
        ("", [], False),
        ("", [""], False),
    ],
)
def test_only_what_is_public_or_allowed_by_name_may_be_sent(
    audience: str, allowed: list[str], *, may: bool
) -> None:
    """Letter by letter; where nobody knows who may see it, it may not."""
    assert may_be_sent(audience, allowed) is may


def test_costs_are_told_only_where_prices_are_given() -> None:
    """500,000 tokens at 2 and 250,000 at 8 a million: 1 + 2."""
    usage = Usage(requests=3, from_cache=2, asked=500_000, answered=250_000, uncounted=1)
    prices = Prices(asked=Decimal(2), answered=Decimal(8), currency="EUR")

    assert usage.cost(None) is None
    assert usage.document()["cost"] is None
    assert usage.document(prices) == {
        "requests": 3,
        "from_cache": 2,
        "tokens_asked": 500_000,
        "tokens_answered": 250_000,
        "answers_without_count": 1,
        "cost": "3 EUR",
    }
    assert usage.text() == (
        "Language model: 3 requests, 2 answers kept from before, at least 500,000 tokens asked "
        "and 250,000 answered; no prices given."
    )
    assert usage.text(prices).endswith("250,000 answered, at least 3.0000 EUR.")
