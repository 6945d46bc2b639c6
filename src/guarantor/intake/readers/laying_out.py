"""Texts laid out in blocks, and how they are put together and compared."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from guarantor.intake.cleaning import joined
from guarantor.model import Block, Span, Text

_WORDS = re.compile(r"\w+")
_MOST_SHARED = 0.9
"""Share of the words of a text that another has to hold to say the same."""
_BETWEEN = "\n\n"


class LaidOut(NamedTuple):
    """A text and its blocks."""

    text: Text
    blocks: tuple[Block, ...]


def after_one_another(parts: Sequence[LaidOut]) -> LaidOut:
    """Return texts with their blocks as one.

    Example:
        >>> one = LaidOut(Text.plain("One."), (Block(Span(0, 4)),))
        >>> after_one_another([one, one]).blocks[1].span
        Span(start=6, end=10)
    """
    if not parts:
        return LaidOut(Text.plain(""), ())
    blocks: list[Block] = []
    at = 0
    for text, found in parts:
        blocks += [Block(Span(start + at, end + at), flag) for (start, end), flag in found]
        at += len(text.readable) + len(_BETWEEN)
    return LaidOut(joined([one.text for one in parts], _BETWEEN), tuple(blocks))


def trimmed(readable: str, blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return blocks without the space around them, and without those that are nothing else."""
    found: list[Block] = []
    for (start, end), is_boilerplate in blocks:
        words = readable[start:end]
        if stripped := words.strip():
            first = start + len(words) - len(words.lstrip())
            found.append(Block(Span(first, first + len(stripped)), is_boilerplate))
    return tuple(found)


def says(one: LaidOut, other: LaidOut) -> bool:
    """Tell whether a text says what another says: nearly all words of that stand in it too."""
    words, held = _words(other), set(_words(one))
    return sum(word in held for word in words) >= _MOST_SHARED * len(words)


def _words(laid_out: LaidOut) -> list[str]:
    return _WORDS.findall(laid_out.text.readable.casefold())
