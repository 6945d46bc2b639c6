"""What a clause is about: one of the kinds that statements are sorted into.

The words of each kind are the table ``kinds.csv``, with a weight: how special they are. *Police*
says more of a clause than *troops*, and *troops* more than *contribution*.
"""

import re
from collections import defaultdict
from functools import cache

from guarantor.intake.word_tables import rows

OTHER = "other"
KINDS = (
    *dict.fromkeys(row["kind"] for row in rows("guarantor.intake", "kinds")),
    OTHER,
)
"""Every kind, in the order in which equals are told apart."""


@cache
def _patterns() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    words: dict[tuple[str, int], list[str]] = defaultdict(list)
    for row in rows("guarantor.intake", "kinds"):
        words[row["kind"], int(row["weight"])].append(row["phrase"])
    return tuple(
        (name, weight, re.compile(rf"\b(?:{'|'.join(phrases)})(?!\w)", re.IGNORECASE))
        for (name, weight), phrases in words.items()
    )


def kind(text: str) -> str:
    """Return what a text is about: the most special kind it names, among equals the first named.

    Example:
        >>> kind("will send 850 police officers")
        'police'
        >>> kind("the weather was fine")
        'other'
    """
    named = (
        (-weight, match.start(), order, name)
        for order, (name, weight, pattern) in enumerate(_patterns())
        if (match := pattern.search(text))
    )
    best = min(named, default=None)
    return best[3] if best else OTHER
