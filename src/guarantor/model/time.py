"""When something holds: days, and windows that end before their last day begins."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from guarantor.errors import BadDay

_DAY = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")


def day(text: str) -> date:
    """Read a day; a month is read as its last day.

    Raises:
        BadDay: The text is no day and no month of the calendar.

    Example:
        >>> day("2025-02")
        datetime.date(2025, 2, 28)
    """
    match = _DAY.fullmatch(text)
    if match is None:
        raise BadDay(text)
    year, month = int(match[1]), int(match[2])
    try:
        last = calendar.monthrange(year, month)[1]
        return date(year, month, int(match[3]) if match[3] else last)
    except ValueError as error:  # calendar.IllegalMonthError is one
        raise BadDay(text) from error


def say_day(value: date) -> str:
    """Return a day as people read it.

    Example:
        >>> say_day(date(2025, 3, 5))
        '5 Mar 2025'
    """
    return f"{value.day} {calendar.month_abbr[value.month]} {value.year}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The days from ``start`` to the day before ``end``; ``None`` leaves an end open."""

    start: date | None = None
    end: date | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.end <= self.start:
            msg = f"a window ends ({self.end}) after it starts ({self.start})"
            raise ValueError(msg)

    def contains(self, asked: date) -> bool:
        """Tell whether a day lies in the window."""
        return (self.start is None or self.start <= asked) and (
            self.end is None or asked < self.end
        )
