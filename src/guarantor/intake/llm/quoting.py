"""Where the words of a reply stand in the text: a quote that stands nowhere proves nothing."""

import re
from collections.abc import Iterable
from functools import lru_cache

from guarantor.model import Document, Passage, Span

_LONGEST = 2_000
_FEWEST_WORDS = 2
_ALIKE = ('"“”„‟«»', "'‘’‚‛`´", "-‐‑‒–—−")  # noqa: RUF001  the signs that are meant
"""Signs that one writer sets for another; a model often gives the plain one."""


def find_quote(document: Document, quote: str, passage: Passage | None = None) -> Span | None:
    r"""Return where a quote stands in the readable text; ``None`` where it does not.

    Space may differ, and so may the form of quotation marks and dashes; nothing else. Of several
    places the first in the passage counts, else the first in the text. Fewer than two words are
    no quote.

    Example:
        >>> from guarantor.model import Text
        >>> document = Document(
        ...     name="a", sha256="", media_type="", blocks=(),
        ...     text=Text.plain("He said: “We\n stay.” "),
        ... )
        >>> find_quote(document, '"We stay."')
        Span(start=9, end=20)
    """
    words = quote.split()
    if len(words) < _FEWEST_WORDS or len(quote) > _LONGEST:
        return None
    readable, pattern = document.text.readable, _pattern(" ".join(words))
    if passage is not None:
        start, end = passage.spans[0]
        if found := pattern.search(readable, start, end):
            return Span(*found.span())
    found = pattern.search(readable)
    return Span(*found.span()) if found else None


def stands_in(words: str, text: str) -> bool:
    """Tell whether words stand in a text in one piece, whatever the space and the case."""
    plain = " ".join(words.split())
    return bool(plain) and _pattern(plain, re.IGNORECASE).search(text) is not None


def are_words_of(words: str, text: str) -> bool:
    """Tell whether each of some words stands in a text, in whatever order."""
    return set(_words(words)) <= set(_words(text))


@lru_cache(maxsize=256)
def _pattern(plain: str, flags: int = 0) -> re.Pattern[str]:
    """Return the pattern of some words, none of which may be the half of a word."""
    words = r"\s+".join("".join(map(_sign, word)) for word in plain.split())
    start = r"\b" if plain[:1].isalnum() else ""
    end = r"\b" if plain[-1:].isalnum() else ""
    return re.compile(start + words + end, flags)


def _sign(sign: str) -> str:
    alike = next((signs for signs in _ALIKE if sign in signs), None)
    return f"[{re.escape(alike)}]" if alike else re.escape(sign)


def _words(text: str) -> Iterable[str]:
    return re.findall(r"\w+", text.casefold())
