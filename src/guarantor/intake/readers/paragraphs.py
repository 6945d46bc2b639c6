"""The paragraphs of a plain text, where some writers break lines and others do not."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from guarantor.model import Span

_WIDEST = 120
"""Characters of the widest line that anybody wraps at."""
_NARROWEST = 40
_FEWEST_GOING_ON = 0.25
"""Share of lines that have to go on in the next, for a text to count as wrapped."""
_FULL = 0.75
"""How much of the width a line fills that ends because the next word did not fit."""
_MARKER = re.compile(r"[-*+•–—]\s|\(?(?:\d{1,3}|[A-Za-z])[.)]\s|#{1,6}\s|>|\|")
_ENDS = frozenset(".!?:;…”\"'’)]")
_UNDERLINE = re.compile(r"[-=_*~#]{3,}")


class _Line(NamedTuple):
    """A line that is not blank.

    Attributes:
        start: Where its first character but space stands.
        end: The end of its last one.
        indent: How many characters of space it begins with.
        text: What lies between.
        is_after_blank: Whether a blank line, or none, comes before it.
    """

    start: int
    end: int
    indent: int
    text: str
    is_after_blank: bool


def paragraphs(text: str) -> tuple[Span, ...]:
    r"""Return the paragraphs of a plain text, without the space around them, in order.

    Blank lines separate paragraphs. A line is a paragraph unless the text shows that its writer
    wraps lines: then lines that are full, or that end within a sentence, go on in the next. Wrapped
    is a text of narrow lines a good part of which break off and go on with a small letter.

    Example:
        >>> text = "One.\nTwo.\n\n Three. "
        >>> [text[start:end] for start, end in paragraphs(text)]
        ['One.', 'Two.', 'Three.']
    """
    lines = list(_lines(text))
    width = _width(lines)
    if not width:
        return tuple(Span(line.start, line.end) for line in lines)
    spans: list[Span] = []
    last: _Line | None = None
    for line in lines:
        if last and not line.is_after_blank and _goes_on(last, line, width):
            spans[-1] = Span(spans[-1].start, line.end)
        else:
            spans.append(Span(line.start, line.end))
        last = line
    return tuple(spans)


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    is_after_blank = True
    for whole in text.splitlines(keepends=True):
        stripped = whole.strip()
        if stripped:
            indent = len(whole) - len(whole.lstrip())
            start = at + indent
            yield _Line(start, start + len(stripped), indent, stripped, is_after_blank)
        is_after_blank = not stripped
        at += len(whole)


def _width(lines: Sequence[_Line]) -> int:
    """Return the width at which a text is wrapped; 0 where it is not."""
    pairs = [(one, other) for one, other in pairwise(lines) if not other.is_after_blank]
    prose = [line.end - line.start + line.indent for line in lines if " " in line.text]
    if not pairs or not prose or (width := max(prose)) > _WIDEST or width < _NARROWEST:
        return 0
    going_on = [one for one, other in pairs if _breaks_off(one, other)]
    full = [one for one in going_on if len(one.text) + one.indent >= _FULL * width]
    is_wrapped = len(going_on) >= _FEWEST_GOING_ON * len(pairs) and 2 * len(full) > len(going_on)
    return width if is_wrapped else 0


def _breaks_off(line: _Line, following: _Line) -> bool:
    return line.text[-1] not in _ENDS and following.text[0].islower()


def _goes_on(line: _Line, following: _Line, width: int) -> bool:
    """Tell whether a paragraph goes on from one line to the next in a wrapped text."""
    if _MARKER.match(following.text) or _UNDERLINE.fullmatch(following.text):
        return False
    if _UNDERLINE.fullmatch(line.text):
        return False
    if _breaks_off(line, following):
        return True
    is_indented_anew = following.indent > line.indent and not _MARKER.match(line.text)
    if is_indented_anew:
        return False
    word = following.text.split(None, 1)[0]
    return line.indent + len(line.text) + 1 + len(word) > width
