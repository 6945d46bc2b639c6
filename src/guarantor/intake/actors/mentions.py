"""The parties that a text names."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from guarantor.intake.actors.reading import read
from guarantor.intake.actors.words import Mention

_NOBODY: Mapping[str, str] = MappingProxyType({})


def mentions(
    text: str, *, on: date | None, parties: Mapping[str, str] = _NOBODY
) -> tuple[Mention, ...]:
    """Return the words of a text that stand for a party, in order.

    Args:
        text: What to read.
        on: The day on which it was written: whoever held an office then is meant. ``None`` where
            nobody gave it.
        parties: Code and name of each party of the operation. They settle names that may mean
            several, and are recognised by their names too.

    Returns:
        Each with the party, or with every party that it may mean. None overlaps another.

    Example:
        >>> from datetime import date
        >>> text = "The German chancellor called Kyiv; Georgia was silent."
        >>> for mention in mentions(text, on=date(2025, 3, 15)):
        ...     print(mention.codes, mention.recognised, mention.person)
        ('DEU',) office Olaf Scholz
        ('UKR',) capital
        ('GEO', 'USA') name
    """
    return tuple(one for one in read(text, on=on, parties=parties) if one.codes)
