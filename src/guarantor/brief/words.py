"""How things are said: chances, days, numbers, counts and lists, in English.

Likelihood, firmness and reliability are scales that never mix; only likelihood is worded here.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from guarantor.brief.document import I
from guarantor.model import WORDS, day, say_day, say_number

UNBOUNDED = "the public record does not bound it"
EXCLUDED = "excluded on the terms stated"
CERTAIN = "certain on the terms stated"
NOWHERE_NEAR = 1e-12  # sums of chances that are certain lose this much to rounding
EDGE = 1e-9  # and may miss the edge of a band by this much
SMALL_WORDS = frozenset(
    {
        *(
            "a",
            "an",
            "all",
            "any",
            "at",
            "both",
            "each",
            "either",
            "every",
            "for",
            "half",
            "in",
            "it",
        ),
        *("its", "most", "neither", "no", "on", "one", "several", "some", "that", "the", "their"),
        *("there", "these", "this", "those", "two", "three"),
    }
)
"""Words that open a sentence with a capital and lose it inside one."""


def say_chance(low: float, high: float) -> str:
    """Return a chance in a word with its numbers, or in numbers where no word fits.

    A word is used only where the whole interval lies in its band (ICD 203, 2015); at the edge of
    two bands the less likely word. An end so close to 0 that it would round there reads ``<1``.

    Example:
        >>> say_chance(0.2, 0.45)
        'unlikely (20–45 %)'
        >>> say_chance(0.1, 0.6)
        '10–60 %'
        >>> say_chance(0, 1)
        'the public record does not bound it'
    """
    if high == 0:
        return EXCLUDED
    if low >= 1 - NOWHERE_NEAR:
        return CERTAIN
    if low == 0 and high >= 1 - NOWHERE_NEAR:
        return UNBOUNDED
    percent = say_percent(low, high)
    for word, band in WORDS.items():
        if band.low - EDGE <= low and high <= band.high + EDGE:
            return f"{word} ({percent})"
    return percent


def say_sampled(low: float, high: float, runs: int) -> str:
    """Return a chance that was sampled; what no run or every run showed is not certain.

    Example:
        >>> say_sampled(0, 0, 64_000)
        'in none of 64,000 runs'
        >>> say_sampled(0.2, 0.45, 64_000)
        'unlikely (20–45 %)'
    """
    if high == 0:
        return f"in none of {number(runs)} runs"
    if low == 1:
        return f"in all of {number(runs)} runs"
    return say_chance(low, high)


def say_percent(low: float, high: float) -> str:
    """Return an interval of chances in whole percents; one number where both ends read alike."""
    ends = dict.fromkeys((_percent(low), _percent(high)))
    return f"{'–'.join(ends)} %"


def _percent(chance: float) -> str:
    text = str(round(chance * 100))
    if text == "0" and chance > 0:
        return "<1"
    if text == "100" and chance < 1 - NOWHERE_NEAR:
        return ">99"
    return text


def say_date(text: str | None) -> str:
    """Return a day of the document as people read it.

    Example:
        >>> say_date("2025-03-13")
        '13 Mar 2025'
    """
    return "unknown" if text is None else say_day(day(text))


def number(amount: float) -> str:
    """Return a number with thousands apart and no idle zeros.

    Example:
        >>> number(12500.0)
        '12,500'
    """
    return say_number(Decimal(str(amount)))


def say_interval(interval: I, nothing: str = "unknown") -> str:
    """Return an interval of numbers; where neither end is known, that it is not.

    Example:
        >>> say_interval({"low": 8000, "high": 9000})
        '8,000–9,000'
    """
    low, high = interval["low"], interval["high"]
    if low is None:
        return nothing if high is None else f"at most {number(high)}"
    if high is None:
        return f"at least {number(low)}"
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def count(amount: int, noun: str, plural: str | None = None) -> str:
    """Return so many of something.

    Example:
        >>> count(0, "party", "parties"), count(1, "offer"), count(1200, "offer")
        ('no party', '1 offer', '1,200 offers')
    """
    if amount == 0:
        return f"no {noun}"
    return f"1 {noun}" if amount == 1 else f"{amount:,} {plural or noun + 's'}"


def listed(items: Iterable[str], last: str = "and") -> str:
    """Return a list in English; with semicolons where an item has a comma of its own.

    Example:
        >>> listed(["Alfland", "Bravia", "Charland"])
        'Alfland, Bravia and Charland'
    """
    words = list(items)
    if not words[1:]:
        return "".join(words)
    comma = "; " if any(", " in word for word in words) else ", "
    before_last = f"; {last} " if comma == "; " else f" {last} "
    return f"{comma.join(words[:-1])}{before_last}{words[-1]}"


def some_of(items: Sequence[str], most: int, noun: str) -> list[str]:
    """Return the first few items; the rest as a count, unless the rest is a single one."""
    if len(items) <= most + 1:
        return list(items)
    return [*items[:most], f"{len(items) - most} more {noun}"]


def clause(text: str) -> str:
    """Return a sentence as it reads inside another: without its full stop and idle capital.

    Example:
        >>> clause("The north accepts the ceasefire."), clause("Guarantia stands behind it")
        ('the north accepts the ceasefire', 'Guarantia stands behind it')
    """
    bare = text.strip().rstrip(".")
    first = bare.partition(" ")[0]
    return bare[:1].lower() + bare[1:] if first.lower() in SMALL_WORDS else bare


def capital(text: str) -> str:
    """Return a text with a capital in front, as a sentence opens."""
    return text[:1].upper() + text[1:]


def spaced(name: str) -> str:
    """Return an id of the closed or open lists as words.

    Example:
        >>> spaced("land_troops")
        'land troops'
    """
    return re.sub(r"[_\s]+", " ", name).strip()


def possessive(name: str) -> str:
    """Return whose something is.

    Example:
        >>> possessive("Alfland"), possessive("United States")
        ('Alfland’s', 'United States’')
    """
    return f"{name}’" if name.endswith("s") else f"{name}’s"


DEFINITE = frozenset(
    {
        *("alliance", "bahamas", "commission", "commonwealth", "council", "emirates", "federation"),
        *("gambia", "government", "islands", "kingdom", "league", "maldives", "nations"),
        *("netherlands", "philippines", "republic", "states", "union"),
    }
)
"""Last words of names that take an article in a sentence."""


def with_article(name: str) -> str:
    """Return a name as it reads in a sentence.

    Example:
        >>> with_article("United States"), with_article("Alfland"), with_article("The north")
        ('the United States', 'Alfland', 'the north')
    """
    words = name.partition(" (")[0].lower().split()
    if words and (words[-1] in DEFINITE or words[0] == "coalition") and words[0] != "the":
        return f"the {name}"
    return clause(name)
