"""The day that a text bears in so many words, at its very top or bottom."""

import re
from collections.abc import Sequence
from datetime import date

_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_NUMBERS = (
    {name: number for number, name in enumerate(_MONTHS, 1)}
    | {name[:3]: number for number, name in enumerate(_MONTHS, 1)}
    | {"sept": 9}
)
_MONTH = rf"(?P<month>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = (
    r"(?:,?\s*(?:at\s+|[-–—|]\s*)?\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:gmt|utc|bst|cet|cest|eet|eest|est|edt|et|z|[+-]\d{2}:?\d{2})?)?"
)
_FORMS = tuple(
    rf"{_WEEKDAY}{form}"
    for form in (
        rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})",
        rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})",
        r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})",
        r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})",
        r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})",
    )
)
_LABEL = r"(?:(?:first\s+)?(?:published|posted|issued|released|date|dated)(?:\s+on)?\s*[:,]?\s+)?"
_PLACE = r"(?:[A-Z][\w'’.-]*(?:[ /][A-Z][\w'’.-]*){0,3},\s+)?"
_CITY = r"(?:[A-Z][A-Z'’.-]+(?:[ /][A-Z][A-Z'’.-]+){0,3}(?:,\s+[A-Z][\w.]+)?,?\s+\(?)?"
_ALONE = tuple(
    re.compile(rf"\(?(?i:{_LABEL})(?-i:{_PLACE})(?i:{form}{_TIME})\)?\.?") for form in _FORMS
)
_LEADING = tuple(
    re.compile(rf"(?-i:{_CITY})(?i:{form})\)?\s*(?:\([\w .,/-]{{2,40}}\)\s*)?(?:[-–—]{{1,2}})\s")
    for form in _FORMS
)
_TOP = 3
"""Blocks at the top among which a dateline stands: a title and a subtitle may come first."""
_LONGEST_ALONE = 70
_YEARS = range(1900, 2101)
_MONTHS_IN_A_YEAR = 12


def dateline(blocks: Sequence[str]) -> tuple[date, str] | None:
    """Return the day that a text bears and the words that give it; ``None`` where there is none.

    A line that is nothing but a date, with a place or a label such as "Published" at most, near the
    top or at the very bottom; or the beginning of a paragraph near the top such as ``LONDON, 15
    March 2025 –``. A date within a sentence is not the text's own, one without a year is no day,
    and ``03/04/2025`` is two days, so it is none.

    Args:
        blocks: The text's blocks in order.

    Example:
        >>> dateline(["A title", "15 March 2025", "What happened."])
        (datetime.date(2025, 3, 15), '15 March 2025')
    """
    for block in blocks[:_TOP]:
        found = alone(block) or _leading(block)
        if found:
            return found
    return alone(blocks[-1]) if blocks else None


def alone(text: str) -> tuple[date, str] | None:
    """Return the day of a line that is nothing but a date."""
    if len(text) > _LONGEST_ALONE or not any(map(str.isdigit, text)):
        return None
    words = " ".join(text.split())
    return next(filter(None, (_day(form.fullmatch(words)) for form in _ALONE)), None)


def _leading(text: str) -> tuple[date, str] | None:
    beginning = text[: 2 * _LONGEST_ALONE]
    if not any(map(str.isdigit, beginning)):
        return None
    return next(filter(None, (_day(form.match(beginning)) for form in _LEADING)), None)


def _day(found: re.Match[str] | None) -> tuple[date, str] | None:
    if not found:
        return None
    year, month, day = found["year"], found["month"].lower(), int(found["day"])
    number = _NUMBERS.get(month) or int(month)
    if "/" in found[0] and day <= _MONTHS_IN_A_YEAR and day != number:
        return None
    try:
        return (date(int(year), number, day), found[0].strip()) if int(year) in _YEARS else None
    except ValueError:
        return None
