"""Rare facts: what a rewriting keeps of a report while it changes the words.

They are the fragments between quotation marks, the numbers and the proper names, in the order in
which they first stand, and beside them the longer words. They are found by their shape alone.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from guarantor.intake.origins.common import (
    COMMON_NAMES,
    NUMBER_WORDS,
    OPENERS,
    SCALES,
    TITLES,
)


class Kind(StrEnum):
    """What a fact is; the common ones stand in many reports that have nothing to do with another.

    The letter begins the fact as it is kept.
    """

    QUOTED = "q"
    NUMBER = "n"
    COMMON_NUMBER = "m"
    NAME = "p"
    COMMON_NAME = "c"
    WORD = "w"


class Fact(NamedTuple):
    """A fact of a text: its kind and its words in lower case."""

    kind: Kind
    text: str


_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[“”„«»\"]|[.!?…:]")
_OPENING, _CLOSING, _EITHER = "“„«", "”»", '"'
_ENDS = ".!?…:"
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_QUOTED_WORDS = 3
_MOST_PIECES = 6
"""Most pieces of one quotation that are kept: a long one is one piece of evidence, not twenty."""
_HEADLINE_WORDS, _HEADLINE_SHARE, _LONG_WORD = 4, 0.6, 4
_LONGEST_HEADLINE = 30
_LONG, _STEM = 5, 4
_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ers", "er", "ed", "es", "s")
_SMALL, _YEARS = 31, range(1900, 2100)


class _Name(NamedTuple):
    """A capitalised word: what it is, and whether it is no more than the start of a sentence."""

    word: str
    is_start: bool


_Raw = Fact | _Name


def facts(texts: Iterable[str]) -> list[list[Fact]]:
    """Return the facts of each passage; one that already stood in an earlier place is left out.

    Example:
        >>> facts(["Nairobi sends 850 police.", "“No deadline is set,” said Amina Okoro."])
        ... # doctest: +NORMALIZE_WHITESPACE
        [[Fact(kind=<Kind.NUMBER: 'n'>, text='850')],
         [Fact(kind=<Kind.QUOTED: 'q'>, text='no deadline is'),
          Fact(kind=<Kind.QUOTED: 'q'>, text='deadline is set'),
          Fact(kind=<Kind.NAME: 'p'>, text='amina'), Fact(kind=<Kind.NAME: 'p'>, text='okoro')]]
    """
    raw = [list(_raw(text)) for text in texts]
    certain = {one.word for some in raw for one in some if isinstance(one, _Name) and not one[1]}
    seen: set[Fact] = set()
    found = []
    for some in raw:
        new = []
        for one in some:
            fact = one if isinstance(one, Fact) else _named(one, certain)
            if fact is not None and fact not in seen:
                seen.add(fact)
                new.append(fact)
        found.append(new)
    return found


def long_words(
    passages: Iterable[Sequence[str]], named: Iterable[Iterable[Fact]]
) -> list[list[str]]:
    """Return the stems of the longer words of each passage that are no names, each once.

    Args:
        passages: The bare words of each passage.
        named: The facts of the text, whose names are left out.
    """
    seen = {fact.text for some in named for fact in some} | OPENERS | NUMBER_WORDS.keys()
    found = []
    for words in passages:
        new = []
        for word in words:
            if len(word) >= _LONG and word not in seen and not word.isdigit():
                seen.add(word)
                stem = stemmed(word)
                if stem not in seen or stem == word:
                    seen.add(stem)
                    new.append(stem)
        found.append(new)
    return found


@lru_cache(maxsize=1 << 14)
def stemmed(word: str) -> str:
    """Return a word without the commonest endings of English.

    Example:
        >>> [stemmed(word) for word in ("deployments", "deployed", "troops", "talks")]
        ['deploy', 'deploy', 'troop', 'talk']
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word


def _named(name: _Name, certain: set[str]) -> Fact | None:
    word = name.word
    if name.is_start and word not in certain:
        return None
    return Fact(Kind.COMMON_NAME if word in COMMON_NAMES else Kind.NAME, word)


def _raw(text: str) -> Iterator[_Raw]:
    tokens = _TOKEN.findall(text)
    is_headline = _is_headline(tokens)
    is_start, is_quoted, before = True, False, ""
    quoted: list[str] = []
    for place, token in enumerate(tokens):
        first = token[0]
        if first in _OPENING or first in _CLOSING or first == _EITHER:
            yield from _pieces(quoted)
            quoted = []
            is_quoted = first in _OPENING or (first == _EITHER and not is_quoted)
            is_start = is_start or is_quoted
            continue
        if first in _ENDS:
            is_start = not (before in TITLES or len(before) == 1)
            continue
        before = token.casefold()
        if is_quoted:
            quoted.append(before)
        if first.isdigit():
            yield _number(_plain(token), _next(tokens, place))
        elif before in NUMBER_WORDS:
            yield _number(NUMBER_WORDS[before], _next(tokens, place))
        elif first.isupper() and len(token) > 1 and before not in OPENERS:
            weak = is_headline or (is_start and not _next(tokens, place)[:1].isupper())
            yield _Name(_bare(before), weak)
        is_start = False
    yield from _pieces(quoted)


def _is_headline(tokens: Sequence[str]) -> bool:
    """Tell whether most long words are capitalised: there a capital tells nothing."""
    if len(tokens) > _LONGEST_HEADLINE:
        return False
    long = [token for token in tokens if len(token) >= _LONG_WORD and token[0].isalpha()]
    capitals = sum(token[0].isupper() for token in long)
    return len(long) >= _HEADLINE_WORDS and capitals > _HEADLINE_SHARE * len(long)


def _next(tokens: Sequence[str], place: int) -> str:
    return tokens[place + 1] if place + 1 < len(tokens) else ""


def _pieces(words: Sequence[str]) -> Iterator[Fact]:
    """Yield a quotation in pieces of three words, so that a part of it is known again."""
    if len(words) == _QUOTED_WORDS - 1:
        yield Fact(Kind.QUOTED, " ".join(words))
    for start in range(min(len(words) - _QUOTED_WORDS + 1, _MOST_PIECES)):
        yield Fact(Kind.QUOTED, " ".join(words[start : start + _QUOTED_WORDS]))


def _bare(word: str) -> str:
    """Return a name without the ending of its owner's case."""
    return word[:-2] if word.endswith(("'s", "’s")) else word.rstrip("'’")


def _plain(token: str) -> str:
    """Return digits without marks between thousands."""
    if _THOUSANDS.fullmatch(token):
        return token.replace(",", "").replace(".", "")
    return token.replace(",", ".")


def _number(digits: str, following: str) -> Fact:
    scale = SCALES.get(following.casefold(), 1)
    try:
        value = float(digits) * scale
    except ValueError:  # a day such as 14.03.2025
        return Fact(Kind.NUMBER, digits)
    is_common = value.is_integer() and (value <= _SMALL or value in _YEARS)
    return Fact(Kind.COMMON_NUMBER if is_common else Kind.NUMBER, f"{value:.12g}")
