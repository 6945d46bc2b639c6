"""Days are reckoned from the day that a text bears, and never without it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guarantor.intake.days import days

SATURDAY = date(2025, 3, 15)


def day(text: str, dated: date | None = SATURDAY) -> date | None:
    """Return the one day that a text names."""
    (found,) = days(text, dated=dated)
    return found.day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They meet next Thursday.", date(2025, 3, 20)),
        ("He said so on Thursday.", date(2025, 3, 13)),
        ("He said so on Saturday.", date(2025, 3, 15)),
        ("He said so late on Tuesday night.", date(2025, 3, 11)),
        ("They will meet on Thursday.", date(2025, 3, 20)),
        ("An answer is due by Friday.", date(2025, 3, 21)),
        ("The shelling of last Saturday went on.", date(2025, 3, 8)),
        ("He spoke yesterday.", date(2025, 3, 14)),
        ("He speaks today.", date(2025, 3, 15)),
        ("They leave tomorrow.", date(2025, 3, 16)),
        ("He left the day before yesterday.", date(2025, 3, 13)),
        ("They leave the day after tomorrow.", date(2025, 3, 17)),
        ("They leave two days from now.", date(2025, 3, 17)),
        ("They leave on Thursday week.", date(2025, 3, 20)),
        ("They leave this coming Monday.", date(2025, 3, 17)),
        ("It happened three days ago.", date(2025, 3, 12)),
        ("On 3 March they met.", date(2025, 3, 3)),
        ("On March 28 they meet.", date(2025, 3, 28)),
        ("On 20 December they met.", date(2024, 12, 20)),
        ("On Dec. 20 they met.", date(2024, 12, 20)),
        ("The 2nd of April is the day.", date(2025, 4, 2)),
    ],
)
def test_a_day_is_reckoned_from_the_texts_own(text: str, expected: date) -> None:
    """15 March 2025 is a Saturday; without a year the nearest such day is meant."""
    assert day(text) == expected


@pytest.mark.parametrize(
    "text",
    ["next Thursday", "on Thursday", "yesterday", "today", "on 3 March", "two days ago"],
)
def test_without_the_texts_own_day_it_stays_unknown(text: str) -> None:
    """Nobody gave the day."""
    assert day(f"They met {text}.", dated=None) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 3 March 2024", date(2024, 3, 3)),
        ("on March 3, 2024", date(2024, 3, 3)),
        ("on 2024-03-03", date(2024, 3, 3)),
    ],
)
def test_a_day_with_its_year_is_known_without(text: str, expected: date) -> None:
    """All of it is there."""
    assert day(f"They met {text}.", dated=None) == expected


@pytest.mark.parametrize(
    "text",
    [
        "We may march in May.",
        "They met last week and will meet this month.",
        "By Easter, in 2026, or in spring.",
        "The sun shines on every sunday.",
        "It rained on 31 February.",
        "The form 2025-13-45 was lost, and so were 3 march songs.",
    ],
)
def test_weeks_months_years_and_words_are_no_days(text: str) -> None:
    """*May* and *march* are verbs; a month has no one day."""
    assert days(text, dated=SATURDAY) == ()


def test_days_keep_their_words_and_their_order() -> None:
    """By hand."""
    text = "He said on Monday that they meet on 20 March."
    found = days(text, dated=SATURDAY)

    assert [(one.text, one.day) for one in found] == [
        ("Monday", date(2025, 3, 10)),
        ("20 March", date(2025, 3, 20)),
    ]
    assert all(text[one.span.start : one.span.end] == one.text for one in found)


def test_the_first_and_the_last_day_of_the_calendar_end_nothing() -> None:
    """There is no day before the first."""
    assert day("He spoke yesterday.", dated=date.min) is None
    assert day("They leave tomorrow.", dated=date.max) is None


@given(st.text(max_size=80), st.none() | st.dates())
def test_any_text_is_read(text: str, dated: date | None) -> None:
    """Spans lie within the text; without a day only what has a year is known."""
    for one in days(text, dated=dated):
        assert text[one.span.start : one.span.end] == one.text
        assert dated is not None or one.day is None or str(one.day.year) in one.text


@given(st.sampled_from(["Monday", "Thursday", "Sunday"]), st.dates(date(1990, 1, 1)))
def test_a_weekday_lies_within_a_week(name: str, dated: date) -> None:
    """*Said on* looks back up to six days, *next* ahead up to seven."""
    back, ahead = day(f"He said so on {name}.", dated), day(f"They meet next {name}.", dated)

    assert back is not None
    assert ahead is not None
    assert 0 <= (dated - back).days <= 6
    assert 1 <= (ahead - dated).days <= 7
    assert back.strftime("%A") == ahead.strftime("%A") == name
