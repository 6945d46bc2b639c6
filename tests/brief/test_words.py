"""How things are said."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guarantor.brief import words
from guarantor.model import WORDS

chances = st.floats(0, 1)
intervals = st.tuples(chances, chances).map(sorted)


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (0, 0, "excluded on the terms stated"),
        (1, 1, "certain on the terms stated"),
        (0.3 + 0.6 + 0.1, 1, "certain on the terms stated"),
        (0, 1, "the public record does not bound it"),
        (0.20, 0.45, "unlikely (20–45 %)"),
        (0.2565, 0.38475, "unlikely (26–38 %)"),
        (0.05, 0.05, "almost no chance (5 %)"),
        (0.45, 0.45, "unlikely (45 %)"),
        (0.5, 0.55, "roughly even (50–55 %)"),
        (0.95, 0.99, "almost certain (95–99 %)"),
        (0.19, 0.45, "19–45 %"),
        (0.0, 0.07978176, "0–8 %"),
        (0.001, 0.3, "<1–30 %"),
        (0.001, 0.002, "<1 %"),
        (0.6, 0.9999, "60–>99 %"),
        (0.6, 1, "60–100 %"),
    ],
)
def test_a_chance_is_worded_only_where_the_whole_interval_lies_in_a_band(
    low: float, high: float, said: str
) -> None:
    """The bands are those of ICD 203; the numbers are always there."""
    assert words.say_chance(low, high) == said


@given(intervals)
def test_a_word_of_probability_never_leaves_its_band(interval: list[float]) -> None:
    """Half a band is not a word; and no word comes without its numbers."""
    low, high = interval

    said = words.say_chance(low, high)

    for word, band in WORDS.items():
        if said.startswith(f"{word} ("):
            assert band.low - 1e-9 <= low
            assert high <= band.high + 1e-9
            assert re.fullmatch(r".+ \(\d+(–\d+)? %\)", said)


@given(intervals)
def test_no_chance_is_rounded_into_certainty(interval: list[float]) -> None:
    """0 and 100 % are said only of chances that are 0 and 1."""
    low, high = interval

    said = words.say_percent(low, high)

    assert (said == "0 %") == (high == 0)
    assert said.startswith("100") == (low >= 1 - 1e-12)


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [
        (8000, 9000, "8,000–9,000"),
        (12500.5, 12500.5, "12,500.5"),
        (500, None, "at least 500"),
        (None, 30, "at most 30"),
        (None, None, "unknown"),
    ],
)
def test_an_interval_says_which_end_is_open(
    low: float | None, high: float | None, said: str
) -> None:
    """An end that nobody gave is not a number."""
    assert words.say_interval({"low": low, "high": high}) == said


def test_an_unknown_day_is_said_to_be_unknown() -> None:
    """Days read as people read them."""
    assert [words.say_date("2025-03-13"), words.say_date(None)] == ["13 Mar 2025", "unknown"]


def test_a_list_with_commas_of_its_own_is_parted_by_semicolons() -> None:
    """Otherwise nobody could tell where an item ends."""
    assert words.listed(["a mandate, very clear", "a line"]) == "a mandate, very clear; and a line"
    assert words.listed([]) == ""
    assert words.listed(["Alfland"]) == "Alfland"


def test_what_is_left_out_of_a_list_is_counted() -> None:
    """A single one left over is named rather than counted: it takes no more room."""
    assert words.some_of(["a", "b", "c"], 2, "things") == ["a", "b", "c"]
    assert words.some_of(["a", "b", "c", "d"], 2, "things") == ["a", "b", "2 more things"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("United States", "the United States"),
        ("European Union (Commission)", "the European Union (Commission)"),
        ("Netherlands", "the Netherlands"),
        ("Coalition of the willing", "the Coalition of the willing"),
        ("The north", "the north"),
        ("Bravia", "Bravia"),
        ("", ""),
    ],
)
def test_a_name_takes_its_article_inside_a_sentence(name: str, said: str) -> None:
    """The names are open; the rule goes by how they end."""
    assert words.with_article(name) == said


@given(st.text(max_size=40))
def test_a_clause_says_what_its_sentence_says(text: str) -> None:
    """Only the capital of a small word and the full stop may go."""
    said = words.clause(text)

    assert said.lower() == text.strip().rstrip(".").lower()
