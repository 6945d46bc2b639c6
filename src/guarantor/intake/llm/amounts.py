"""The amounts that a clause names, in figures or in words, to hold a given amount against."""

import re
from collections.abc import Iterator
from decimal import Decimal

_TOKEN = re.compile(r"[0-9]+(?:[.,\s][0-9]{3}(?![0-9]))*(?:[.,][0-9]+)?|[^\W\d_]+")
_APART = re.compile(r"[.,\s](?=[0-9]{3}(?![0-9]))")
_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {
    **dict.fromkeys(("a", "an", "single"), 1),
    **dict.fromkeys(("both", "couple", "pair"), 2),
    **{word: number for number, word in enumerate(_UNITS.split())},
    **{word: 10 * number for number, word in enumerate(_TENS.split(), 2)},
}
_WITHIN = {"dozen": 12, "score": 20, "hundred": 100}
_SCALES = {"thousand": 1_000, "million": 10**6, "billion": 10**9, "m": 10**6, "bn": 10**9}


def names_amount(quantity: str, quote: str) -> bool:
    """Tell whether a clause names an amount, or both ends of a range; nought is none.

    Example:
        >>> clause = "between one and two thousand of the 30,000 soldiers"
        >>> names_amount("1000-2000", clause), names_amount("3000", clause)
        (True, False)
    """
    named = set(_amounts(quote)) - {Decimal(0)}
    words = _TOKEN.findall(quote.casefold())
    scales = [scale for word, scale in (_WITHIN | _SCALES).items() if word in words]
    whole = named | {part * scale for part in named for scale in scales if part < scale}
    return all(Decimal(end) in whole for end in quantity.split("-"))


def _amounts(text: str) -> Iterator[Decimal]:
    """Yield every amount of a text, and each of its parts: of ``two million`` 2 and 2,000,000."""
    total = current = Decimal(0)
    for word in [*_TOKEN.findall(text.casefold()), ""]:
        if word in _SMALL:
            yield Decimal(_SMALL[word])
            current += _SMALL[word]
        elif word in _WITHIN:
            current = (current or Decimal(1)) * _WITHIN[word]
        elif word in _SCALES:
            total += (current or Decimal(1)) * _SCALES[word]
            yield current
            current = Decimal(0)
        elif word == "and" and total + current >= _WITHIN["hundred"]:
            yield total + current
        else:
            yield total + current
            total = current = Decimal(0)
            if word[:1].isdigit():
                current = _figure(word)
        yield current


def _figure(word: str) -> Decimal:
    """Return a number in figures, whose thousands may be set apart and whose point a comma."""
    return Decimal(_APART.sub("", word).replace(",", "."))
