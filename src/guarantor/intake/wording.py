"""When two wordings of a speaker or of a condition count as the same."""

import re

from guarantor.intake.word_tables import word_set

_EMPTY = word_set("the a an of in for and its his her their to only but")
_ENOUGH = 0.5


def is_same_speaker(one: str, other: str) -> bool:
    """Tell whether two wordings name the same speaker: the words of one are among the other's.

    Example:
        >>> is_same_speaker("Kenya's defence minister", "the defence minister")
        True
        >>> is_same_speaker("the minister", "a spokesman")
        False
    """
    mine, theirs = _words(one), _words(other)
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def is_same_condition(one: str, other: str) -> bool:
    """Tell whether two wordings tell the same condition: they share at least half their words."""
    mine, theirs = _words(one), _words(other)
    if not mine or not theirs:
        return False
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) >= _ENOUGH


def _words(text: str) -> frozenset[str]:
    found = re.findall(r"[^\W_]+", text.casefold())
    return frozenset(word for word in found if word not in _EMPTY and word != "s")
