"""Wording: a text as bare words, the shingles of those words, and their MinHash signature."""

import re
from collections.abc import Sequence
from unicodedata import normalize

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash  # type: ignore[import-untyped]

SHINGLE = 3
"""How many words in a row are one shingle."""
VALUES = 128
"""How many values a signature has; an estimate from it is off by four hundredths or so."""

_SEED = 1
_WORD = re.compile(r"\w+")
_MARKS = "“”„«»’\u2018–\u2014…\xa0"
"""Typographic marks: without them most English text is ASCII, which is split much faster."""
_PLAIN = bytes(
    ord(chr(code).lower()) if chr(code).isalnum() or code == ord("_") else ord(" ")
    for code in range(128)
).ljust(256)

Signature = NDArray[np.uint16]
"""The values of a signature; of each the lower half is kept, which tells them apart as well."""


def mended(text: str) -> str:
    """Return a text in one spelling for each character, halves of characters replaced."""
    if text.isascii():
        return text
    return normalize("NFKC", text.encode("utf-8", "replace").decode())


def bare_words(text: str) -> list[str]:
    """Return the words of a text without case and punctuation.

    Example:
        >>> bare_words("“We stay,” said the General.")
        ['we', 'stay', 'said', 'the', 'general']
    """
    for mark in _MARKS:
        text = text.replace(mark, " ")
    if text.isascii():
        return text.encode().translate(_PLAIN).decode().split()
    return _WORD.findall(text.casefold())


def shingles(words: Sequence[str]) -> list[str]:
    """Return every run of three words; a text that is shorter is one shingle.

    Example:
        >>> shingles(["we", "stay", "said", "she"])
        ['we stay said', 'stay said she']
    """
    if len(words) < SHINGLE:
        return [" ".join(words)] if words else []
    return list(map(" ".join, zip(words, words[1:], words[2:], strict=False)))


def signature(found: Sequence[str]) -> Signature:
    """Return the MinHash signature (Broder 1997) of some shingles.

    The share of values on which two signatures agree estimates the Jaccard likeness of the sets of
    shingles: how many both have, of all that either has.
    """
    sketch = RMinHash(VALUES, _SEED)
    sketch.update(found)
    return np.array(sketch.digest(), np.uint32).astype(np.uint16)
