"""What became known day by day, against the whole operation seen on every day."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from guarantor import room
from guarantor.ledger import changes, view
from guarantor.model import Operation
from guarantor.operation import build
from guarantor.room.daily import Daily
from guarantor.room.news import News, news, news_between
from tests.ledger import secrets


def slowly(operation: Operation, audience: str, without: tuple[str, ...] = ()) -> Iterator[News]:
    """Yield the same by comparing the whole of one day with the whole of the day before."""
    for day in Daily(operation, audience, without).days:
        before, after = (
            view(operation, audience=audience, as_known_on=asked, without=without)
            for asked in (day - timedelta(days=1), day)
        )
        one = news_between(before, after)
        if one.statements or one.changes or one.repeated:
            yield one


@settings(max_examples=60)
@given(secrets.offers, secrets.expressions, secrets.expressions)
def test_cutting_the_operation_changes_nothing(
    offers: secrets.Offers, when: str, party_term: str
) -> None:
    """Random operations, every audience; a law of every day."""
    operation = build(secrets.pieces(offers, when, party_term), "test")

    for audience in ("public", *operation.audiences):
        told = news(operation, room.Options(audience=audience))
        assert told == tuple(slowly(operation, audience))


@pytest.mark.parametrize("without", [(), ("assumed",), ("GBR-20250302-troops-1",)])
def test_so_it_is_with_the_bundled_operation(without: tuple[str, ...]) -> None:
    """Thirty-three days, with and without a statement or what is assumed."""
    operation = room.open_source("ukraine-2025").operation

    told = news(operation, room.Options(without=without))
    assert told == tuple(slowly(operation, "public", without))


def test_no_day_comes_between_two_days_told() -> None:
    """On a day that is not told, the example is as it was on the day before."""
    operation = room.open_source("example").operation
    told = {one.day for one in news(operation, room.Options())}
    days = (date(2025, 1, 1) + timedelta(days=place) for place in range(120))

    for day in days:
        before, after = (
            view(operation, as_known_on=asked) for asked in (day - timedelta(days=1), day)
        )
        assert bool(changes(before, after)) == (day in told)


def test_what_was_told_is_kept_for_the_same_operation() -> None:
    """The very object, not one that is equal: opened anew it is told anew."""
    operation = room.open_source("example").operation

    assert news(operation, room.Options()) is news(operation, room.Options(firm=None))
    again = room.open_source("example").operation
    assert news(operation, room.Options()) == news(again, room.Options())
