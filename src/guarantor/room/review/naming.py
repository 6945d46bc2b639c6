"""Names for what is new: the first that nobody has."""

from collections.abc import Container
from itertools import count


def first_free(stem: str, taken: Container[str], mark: str = "-") -> str:
    """Return a stem where it is free, else with the first number from 2 on that makes it so.

    Example:
        >>> first_free("doc-12ab", {"doc-12ab", "doc-12ab-2"})
        'doc-12ab-3'
    """
    if stem not in taken:
        return stem
    return next(name for number in count(2) if (name := f"{stem}{mark}{number}") not in taken)
