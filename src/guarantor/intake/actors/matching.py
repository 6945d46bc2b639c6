"""Finds the phrases of a table in a text, word by word in their own spelling, longest first."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

Payload = TypeVar("Payload")

_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+")
_BETWEEN = re.compile(r"[ \t\u00a0]?\n?[ \t\u00a0]{0,2}|[-\u2010\u2011'’]")
_AFTER_SHORT = re.compile(r"\.[ \u00a0]?")
_SHORT = 2
_UNDECOMPOSED = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "\u0131": "i", "ß": "ss", "æ": "ae"})


class Token(NamedTuple):
    """A word of a text.

    Attributes:
        text: As it stands, the dots of an abbreviation such as ``U.S.`` left out.
        key: The same without case and accents.
        start: Where it begins.
        end: Where it ends, dots included.
    """

    text: str
    key: str
    start: int
    end: int


class Found(NamedTuple, Generic[Payload]):
    """A phrase found: its first word, the one after its last, and what the table says of it."""

    first: int
    after: int
    payload: Payload


def tokens(text: str) -> list[Token]:
    """Return the words of a text.

    Example:
        >>> [token.text for token in tokens("The U.S.-led force")]
        ['The', 'US', 'led', 'force']
    """
    found = []
    for match in _TOKEN.finditer(text):
        word = match[0].replace(".", "") if "." in match[0] else match[0]
        found.append(Token(word, plain(word), match.start(), match.end()))
    return found


@lru_cache(maxsize=1 << 16)
def plain(word: str) -> str:
    """Return a word without case and accents.

    Example:
        >>> plain("Élysée")
        'elysee'
    """
    folded = word.casefold()
    if folded.isascii():
        return folded
    decomposed = unicodedata.normalize("NFD", folded.translate(_UNDECOMPOSED))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


class Phrases(Generic[Payload]):
    """A table of phrases, ready to be found.

    A phrase is found in its own spelling: a word in capitals only in capitals, a word with a
    capital only with one, so that ``us`` is not ``US`` and ``turkey`` not ``Turkey``.
    """

    def __init__(self, phrases: Iterable[tuple[str, Payload]]) -> None:
        table: dict[str, list[tuple[tuple[Token, ...], Payload]]] = defaultdict(list)
        for phrase, payload in phrases:
            words = tuple(tokens(phrase))
            if words:
                table[words[0].key].append((words, payload))
        for entries in table.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        self._table = dict(table)

    def at(self, text: str, words: list[Token], first: int) -> Iterator[Found[Payload]]:
        """Return every phrase that begins at a word, the longest first."""
        for phrase, payload in self._table.get(words[first].key, ()):
            if _fits(phrase, text, words, first):
                yield Found(first, first + len(phrase), payload)

    def all(self, text: str, words: list[Token]) -> Iterator[Found[Payload]]:
        """Return the phrases of a text in order, the longest of each place, none overlapping."""
        index = 0
        while index < len(words):
            if words[index].key in self._table:
                for found in self.at(text, words, index):
                    yield found
                    index = found.after - 1
                    break
            index += 1


def _fits(phrase: tuple[Token, ...], text: str, words: list[Token], first: int) -> bool:
    if first + len(phrase) > len(words):
        return False
    for offset, wanted in enumerate(phrase):
        word = words[first + offset]
        if word.key != wanted.key or not _is_spelled(word.text, wanted.text):
            return False
        if offset and not _is_joined(text, words[first + offset - 1], word):
            return False
    return True


def _is_spelled(word: str, wanted: str) -> bool:
    if len(wanted) > 1 and wanted.isupper():
        return word.isupper()
    return not wanted[0].isupper() or word[0].isupper()


def _is_joined(text: str, before: Token, after: Token) -> bool:
    between = text[before.end : after.start]
    if _BETWEEN.fullmatch(between):
        return True
    return len(before.text) <= _SHORT and bool(_AFTER_SHORT.fullmatch(between))
