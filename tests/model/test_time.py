"""Days and windows."""

from datetime import date

import pytest

from guarantor.errors import BadDay
from guarantor.model import Window, day, say_day


def test_a_month_is_its_last_day() -> None:
    """2024 is a leap year."""
    assert day("2024-02") == date(2024, 2, 29)
    assert day("2025-03-15") == date(2025, 3, 15)


@pytest.mark.parametrize("text", ["2025", "2025-13", "2025-02-30", "15.3.2025", "", "0000-01-01"])
def test_what_is_no_day_is_said_so(text: str) -> None:
    """With what a day reads like."""
    with pytest.raises(BadDay, match="YYYY-MM-DD"):
        day(text)


def test_a_window_ends_before_its_end() -> None:
    """Half-open: the first of July is not in a window until the first of July."""
    window = Window(start=date(2025, 6, 1), end=date(2025, 7, 1))
    assert window.contains(date(2025, 6, 1))
    assert window.contains(date(2025, 6, 30))
    assert not window.contains(date(2025, 7, 1))
    assert not window.contains(date(2025, 5, 31))
    assert Window().contains(date(1900, 1, 1))


def test_a_window_of_no_day_cannot_be() -> None:
    """Its end comes after its start."""
    with pytest.raises(ValueError, match="after it starts"):
        Window(start=date(2025, 6, 1), end=date(2025, 6, 1))


def test_a_day_reads_as_people_write_it() -> None:
    """Day, month, year."""
    assert say_day(date(2025, 3, 13)) == "13 Mar 2025"
