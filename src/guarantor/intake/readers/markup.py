"""HTML taken apart into tags and text, each with its place, however broken and in one pass."""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from guarantor.model import Span

_SIGN = re.compile(r"<(?=[A-Za-z/!?])")
_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")
_INSIDE = re.compile(r"""(?:[^>"']|"[^"]*"|'[^']*')*+>""")
"""The rest of a tag; a quoted value may hold what ends it."""
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""",
)
_RAW = frozenset({"script", "style"})
_LONGEST_TAG = 20_000
_MOST_BROKEN_TAGS = 100
"""Tags whose quotation marks do not match, after which a tag ends at its first ``>``."""


class Piece(NamedTuple):
    """A stretch of a page.

    Attributes:
        span: Where it stands.
        tag: Name of the tag in small letters, ``/name`` for one that closes; empty for text, ``#``
            and the name for what a script or style sheet holds.
    """

    span: Span
    tag: str = ""


def pieces(html: str) -> Iterator[Piece]:
    """Yield the tags, texts and scripts of a page in order; comments and the like stay out.

    A ``<`` that begins no tag is text. The work grows with the length of the page only.

    Example:
        >>> html = "<p>1 < 2</p>"
        >>> [(html[start:end], tag) for (start, end), tag in pieces(html)]
        [('<p>', 'p'), ('1 < 2', ''), ('</p>', '/p')]
    """
    scan = _Scan(html)
    at = 0
    while at < len(html):
        begins = _SIGN.search(html, at)
        sign = begins.start() if begins else len(html)
        if sign > at:
            yield Piece(Span(at, sign))
            at = sign
        if at < len(html):
            found, at = scan.mark_up(at)
            yield from found


class _Scan:
    """Takes apart what begins with ``<``, and remembers what it need not look for again."""

    def __init__(self, html: str) -> None:
        self.html = html
        self.broken = 0
        self.none_after: dict[str, int] = {}

    def mark_up(self, at: int) -> tuple[tuple[Piece, ...], int]:
        """Return what stands at a ``<``, and where it ends."""
        html = self.html
        if html.startswith("<!--", at):
            end = self._after("-->", at + 4)
            return ((), end) if end else ((), self._after(">", at) or len(html))
        if html.startswith("<![CDATA[", at):
            end = self._after("]]>", at)
            return ((Piece(Span(at + 9, end - 3)),), end) if end else ((), at + 9)
        if html.startswith(("<!", "<?"), at) and (end := self._after(">", at)):
            return (), end
        name = _NAME.match(html, at)
        if not name or not (end := self._end_of_tag(name.end())):
            follows = _SIGN.search(html, at + 1)
            end = follows.start() if follows else len(html)
            return (Piece(Span(at, end)),), end
        tag = name[1].lower()
        closes = html[at + 1] == "/"
        piece = Piece(Span(at, end), f"/{tag}" if closes else tag)
        if tag in _RAW and not closes and html[end - 2] != "/":
            inside = self._end_of_raw(tag, end)
            return (piece, Piece(Span(end, inside), f"#{tag}")), inside
        return (piece,), end

    def _after(self, sign: str, at: int) -> int:
        """Return the place behind the next such sign; 0 where none comes."""
        if at >= self.none_after.get(sign, len(self.html) + 1):
            return 0
        found = self.html.find(sign, at)
        if found < 0:
            self.none_after[sign] = at
            return 0
        return found + len(sign)

    def _end_of_tag(self, at: int) -> int:
        if self.broken < _MOST_BROKEN_TAGS:
            if found := _INSIDE.match(self.html, at, at + _LONGEST_TAG):
                return found.end()
            self.broken += 1
        return self._after(">", at)

    def _end_of_raw(self, tag: str, at: int) -> int:
        """Return where a script or style sheet ends; one that never does ends with its first tag.

        What follows an unclosed one would be lost else.
        """
        sign = f"</{tag}"
        if at >= self.none_after.get(sign, len(self.html) + 1):
            return at
        found = re.compile(sign, re.IGNORECASE).search(self.html, at)
        if not found:
            self.none_after[sign] = at
            return at
        return found.start()


def attributes(tag: str) -> dict[str, str]:
    """Return the attributes of a tag, names in small letters, entities resolved.

    Example:
        >>> attributes('<meta name="date" content=2025-03-15>')
        {'name': 'date', 'content': '2025-03-15'}
    """
    inside = _NAME.match(tag)
    found: dict[str, str] = {}
    for one in _ATTRIBUTE.finditer(tag[:_LONGEST_TAG], inside.end() if inside else 0):
        value = one[2] or one[3] or one[4] or ""
        found.setdefault(one[1].lower(), unescape(value))
    return found
