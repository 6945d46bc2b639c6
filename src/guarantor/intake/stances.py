"""What a clause does: it denies, keeps back, withdraws, suspends, refuses, asks, offers or tells.

Rules are phrases of the field, in three tables: ``rules.csv`` lists the rules in the order in which
they decide, ``phrases.csv`` the phrases of each as regular expressions, and ``parts.csv`` what
several phrases share, cited as ``{PART}``. Every proposal bears the name of the rule that it rests
on. Phrases are the language's and the field's; none is of a single text.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from guarantor.intake.word_tables import rows
from guarantor.model import Firmness, Stance

DELIVERED, WILL, MUST, NOT_SO = "is there", "will", "must", "says it is not so"
_LATE = frozenset({DELIVERED, WILL, MUST, NOT_SO})
"""Rules that decide only where no other fits: their words are common ones."""
_PART = re.compile(r"\{([A-Z_]+)\}")


class Rule(NamedTuple):
    """A rule.

    Attributes:
        name: How a proposal names it.
        stance: What a clause does that it fits.
        firmness: How firm an offer the clause expresses, where it is one; ``None`` where that is
            not told.
        pattern: Its phrases.
    """

    name: str
    stance: Stance
    firmness: Firmness | None
    pattern: re.Pattern[str]


class Found(NamedTuple):
    """The rule that fits a clause, and where its words stand."""

    rule: Rule
    start: int
    end: int


@cache
def rules() -> tuple[Rule, ...]:
    """Return every rule, in the order in which they decide."""
    phrases: dict[str, list[str]] = defaultdict(list)
    for row in rows("guarantor.intake", "phrases"):
        phrases[row["rule"]].append(row["phrase"])
    return tuple(
        Rule(
            name=row["rule"],
            stance=Stance(row["stance"]),
            firmness=Firmness(row["firmness"]) if row["firmness"] else None,
            pattern=_pattern(phrases[row["rule"]]),
        )
        for row in rows("guarantor.intake", "rules")
    )


@cache
def _parts() -> dict[str, str]:
    """Return what several phrases share, each part's alternatives as one expression."""
    parts: dict[str, list[str]] = defaultdict(list)
    for row in rows("guarantor.intake", "parts"):
        parts[row["part"]].append(row["phrase"])
    return {name: f"(?:{'|'.join(phrases)})" for name, phrases in parts.items()}


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    text = "|".join(phrases)
    while _PART.search(text):
        text = _PART.sub(lambda match: _parts()[match[1]], text)
    return re.compile(text.replace(" ", r"[ \u00a0\n]+"), re.IGNORECASE)


def found(clause: str) -> Found | None:
    """Return the rule that fits a clause; nothing where it only tells something.

    The one whose words come first decides; where the words of several overlap, the one that
    stands first in the table. Rules of common words decide only where no other fits.

    Example:
        >>> found("Poland is not going to send soldiers").rule.name
        'refuses'
        >>> found("Poland does not rule out sending soldiers").rule.name
        'does not rule out'
    """
    fitting = list(_fitting(clause.replace("’", "'")))
    early = [one for one in fitting if one.rule.name not in _LATE]
    if not early:
        return fitting[0] if fitting else None
    first = min(early, key=lambda one: one.start)
    return next(one for one in early if one.start < first.end)


def _fitting(clause: str) -> Iterator[Found]:
    for rule in rules():
        if match := rule.pattern.search(clause):
            yield Found(rule, match.start(), match.end())
