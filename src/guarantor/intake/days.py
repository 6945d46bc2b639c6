"""The days that a text names, reckoned from the day that it bears."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from guarantor.model import Span

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_SHORT = {name[:3]: index for index, name in enumerate(_MONTHS, 1)} | {"sept": 9}
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)}|(?:{'|'.join(_SHORT)})\b\.?)"
_YEAR = r"(?:,?\s+(?P<year>(?:19|20)\d\d)\b)?"
_WEEKDAY = rf"(?P<weekday>{'|'.join(_WEEKDAYS)})"
_PART = r"(?:\s+(?:morning|afternoon|evening|night))?"
_ISO = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<number>\d\d)-(?P<day>\d\d)\b")
_ABSOLUTE = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}(?!\w){_YEAR}"
    rf"|\b{_MONTH.replace('?P<month>', '?P<month2>')}\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|"
    rf"th)?(?![\d:,.]*\d)"
    rf"{_YEAR.replace('?P<year>', '?P<year2>')}",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    rf"\b(?:(?P<which>next|last|this|this coming|coming|this past|past)\s+)?{_WEEKDAY}\b{_PART}"
    r"(?P<after>\s+(?:week|next|last)\b)?",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?P<before>the day before yesterday)\b|\b(?P<yesterday>yesterday)\b(?!['’]s (?:men|man))"
    r"|\b(?P<over>the day after tomorrow)\b|\b(?P<tomorrow>tomorrow)\b|\b(?P<today>today|tonight)\b"
    r"|\b(?P<count>\d{1,2}|one|two|three|four|five|six|seven|ten)\s+days\s+(?P<way>ago|from now)\b",
    re.IGNORECASE,
)
_COUNTS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10,
}  # fmt: skip
_COMING = re.compile(
    r"\b(?:will|would|'ll|shall|is to|are to|was to|were to|is due|are due|is expected|"
    r"are expected|"
    r"expected to|due to|is set to|are set to|is scheduled|are scheduled|scheduled|plans? to|"
    r"going to|"
    r"by|until|before|from|starting|beginning|as of|no later than|deadline|takes? place|asked?|"
    r"asks|"
    r"called on|meets?|convenes?|votes?|begins?|starts?|opens?|expires?|ends?)\b[^.;]*$",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:said|told|announced|added|declared|confirmed|denied|repeated|warned|stated|noted|urged|"
    r"was|were|had|did|sent|went|came|met|gave|took|held|agreed|decided|began|left|made|"
    r"\w{3,}ed)\b(?: \w+){0,3}$",
    re.IGNORECASE,
)


class Day(NamedTuple):
    """A day named in a text.

    Attributes:
        span: Where it stands.
        text: Its words.
        day: Which day that is; ``None`` where the text's own day would have to be known.
    """

    span: Span
    text: str
    day: date | None


def days(text: str, *, dated: date | None) -> tuple[Day, ...]:
    """Return the days that a text names, in order. Weeks, months and years are no days.

    A weekday is the latest such day up to the text's own, as news has it: *said on Thursday*.
    After words that look ahead, and where *next* stands before it, it is the first one after.

    Args:
        text: What to read.
        dated: The day that the text bears. Without it only days with a year are known.

    Example:
        >>> from datetime import date
        >>> [one.day for one in days("They meet next Thursday.", dated=date(2025, 3, 15))]
        [datetime.date(2025, 3, 20)]
        >>> [one.day for one in days("They meet next Thursday.", dated=None)]
        [None]
    """
    found: list[Day] = []
    readers: tuple[tuple[re.Pattern[str], Callable[..., date | bool | None]], ...] = (
        (_ISO, _iso),
        (_ABSOLUTE, _absolute),
        (_NAMED, _named),
        (_RELATIVE, _relative),
    )
    for pattern, reader in readers:
        for match in pattern.finditer(text):
            span = Span(*match.span())
            if any(span.start < one.span.end and one.span.start < span.end for one in found):
                continue
            day = reader(match, text, dated)
            if day is not False:
                found.append(Day(span, match[0], day if isinstance(day, date) else None))
    return tuple(sorted(found))


def _iso(match: re.Match[str], _text: str, _dated: date | None) -> date | bool:
    return _date(int(match["year"]), int(match["number"]), int(match["day"])) or False


def _absolute(match: re.Match[str], _text: str, dated: date | None) -> date | bool | None:
    name = match["month"] or match["month2"]
    if not name[0].isupper():
        return False
    month = _SHORT[name[:3].lower()]
    number = int(match["day"] or match["day2"])
    year = match["year"] or match["year2"]
    if _date(2024, month, number) is None:
        return False
    if year:
        return _date(int(year), month, number) or False
    return _nearest(month, number, dated) if dated else None


def _nearest(month: int, number: int, dated: date) -> date | None:
    """Return the day of that name that lies nearest to another day."""
    near = (_date(year, month, number) for year in (dated.year - 1, dated.year, dated.year + 1))
    return min((day for day in near if day), key=lambda day: abs(day - dated), default=None)


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _named(match: re.Match[str], _text: str, dated: date | None) -> date | None:
    if dated is None:
        return None
    if match["count"]:
        count = _COUNTS.get(match["count"].lower()) or int(match["count"])
        shift = -count if match["way"].lower() == "ago" else count
    elif match["before"]:
        shift = -2
    elif match["over"]:
        shift = 2
    else:
        shift = -1 if match["yesterday"] else 1 if match["tomorrow"] else 0
    return _shifted(dated, shift)


def _shifted(dated: date, count: int) -> date | None:
    try:
        return dated + timedelta(days=count)
    except OverflowError:
        return None


def _relative(match: re.Match[str], text: str, dated: date | None) -> date | bool | None:
    """Return the day of a weekday; not where it is one of every week, such as *Sundays*."""
    if not match["weekday"][0].isupper():
        return False
    if dated is None:
        return None
    wanted = _WEEKDAYS.index(match["weekday"].lower())
    which = (match["which"] or "").lower()
    behind = (dated.weekday() - wanted) % 7
    if (match["after"] or "").strip().lower() == "week":
        return _shifted(dated, 7 - dated.weekday() + wanted)
    if which in {"last", "past", "this past"}:
        return _shifted(dated, -(behind or 7))
    if which in {"next", "coming", "this coming"}:
        return _shifted(dated, 7 - behind)
    looks_ahead = which == "this" or _looks_ahead(text[: match.start()])
    return _shifted(dated, (7 - behind) % 7 if looks_ahead else -behind)


def _looks_ahead(before: str) -> bool:
    """Tell whether the words before a weekday speak of what is to come."""
    sentence = re.split(r"[.!?;]\s", before)[-1]
    if _PAST.search(re.sub(r"\b(?:on|late|early|by)\s*$", "", sentence).rstrip()):
        return bool(re.search(r"\b(?:by|until|before)\s*$", sentence))
    return bool(_COMING.search(sentence))
