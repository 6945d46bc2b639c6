"""Numbers in figures and in words."""

import re
from decimal import Decimal

from guarantor.intake.word_tables import words

_ONES = dict(
    zip(
        words(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
            "fifteen "
            "sixteen seventeen eighteen nineteen"
        ),
        range(1, 20),
        strict=True,
    )
)
_TENS = dict(
    zip(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
        range(20, 100, 10),
        strict=True,
    )
)
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_LOOSE = {"dozen": 12, "half a dozen": 6, "a couple of": 2, "a dozen": 12}
_WORD = "|".join((*_ONES, *_TENS, "hundred", "thousand", "dozen"))
IN_WORDS = (
    rf"(?:half a dozen|a couple of|(?:(?:a|an)\s+(?=hundred|thousand|dozen))?(?:{_WORD})"
    rf"(?:(?:\s+and\s+|[\s-]+)(?:{_WORD})\b)*)"
)
"""A pattern for a number in words, such as ``thirty-one`` or ``a thousand``."""
IN_FIGURES = r"\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
"""A pattern for a number in figures, such as ``11,900`` or ``3.5``."""
NUMBER = rf"(?:{IN_FIGURES}|\b{IN_WORDS}\b)"
"""A pattern for a number."""


def value(text: str) -> Decimal:
    """Return the value of a number that :data:`NUMBER` matches.

    Example:
        >>> value("11,900"), value("thirty-one"), value("a thousand")
        (Decimal('11900'), Decimal('31'), Decimal('1000'))
    """
    if text[:1].isdigit():
        return Decimal(re.sub(r"[,\s\u00a0\u202f]", "", text))
    lowered = " ".join(text.lower().split())
    if lowered in _LOOSE:
        return Decimal(_LOOSE[lowered])
    total, current = 0, 0
    for word in re.split(r"[\s-]+", lowered):
        if word in _SCALES:
            scale = _SCALES[word]
            current = (current or 1) * scale
            if scale > _SCALES["hundred"]:
                total, current = total + current, 0
        elif word == "dozen":
            current = (current or 1) * 12
        else:
            current += _ONES.get(word, 0) + _TENS.get(word, 0)
    return Decimal(total + current)


def written(number: Decimal) -> str:
    """Return a number in figures, without empty decimals.

    Example:
        >>> written(Decimal("3.50")), written(Decimal("1E+3"))
        ('3.5', '1000')
    """
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
