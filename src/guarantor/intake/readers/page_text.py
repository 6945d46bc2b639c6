"""The readable text of a page: its blocks, each character tied to its place."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html import unescape

from guarantor.intake.readers.markup import attributes, pieces
from guarantor.model import Run, Span, Text

_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
        *("footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header"),
        *("hgroup", "hr", "html", "iframe", "legend", "li", "main", "menu", "nav", "noscript"),
        *("ol", "optgroup", "option", "p", "pre", "section", "select", "summary", "table", "tbody"),
        *("template", "textarea", "tfoot", "thead", "title", "tr", "ul"),
    )
)
_CELLS = frozenset({"td", "th"})
_AROUND = frozenset(
    (
        *("aside", "button", "dialog", "footer", "form", "menu", "nav", "noscript", "option"),
        *("select", "template", "textarea"),
    )
)
"""Elements that hold what belongs to the page and not to what it tells."""
_PLAIN = frozenset({"pre", "textarea"})
_SPECIAL = re.compile(
    r"\s{2,}|[^\S \xa0]|&(?:#\d{1,8}|#[xX][0-9a-fA-F]{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?"
)
"""What does not stand in the readable text as it stands in the page: much space, entities."""
_END_OF_TITLE = re.compile("</title", re.IGNORECASE)
_LONGEST_TITLE = 2_000
_LONGEST_SCRIPT = 500_000


@dataclass(slots=True)
class PageBlock:
    """A block of a page: where it stands in the readable text and in what it lies.

    Attributes:
        span: Its place in the readable text.
        tag: The element that it begins in, such as ``h1``.
        is_around: Whether it lies in a menu, a footer or the like.
    """

    span: Span
    tag: str
    is_around: bool


@dataclass(slots=True)
class Page:
    """What one pass over a page yields.

    Attributes:
        text: Its text.
        blocks: Its blocks in order.
        title: The content of its title element.
        metas: Name and content of its meta elements, names in small letters.
        times: Attributes of its time elements outside menus and the like.
        scripts: Its scripts of linked data (JSON-LD).
    """

    text: Text
    blocks: list[PageBlock]
    title: str
    metas: list[tuple[str, str]]
    times: list[dict[str, str]]
    scripts: list[str]


def page_text(html: str) -> Page:
    """Return the text of a page, and what it says of itself in marks.

    Elements such as paragraphs, headings, list items and rows make blocks; cells of a row stand a
    tab apart; a line break is one, and two are the end of a block. What scripts and style sheets
    hold is no text.
    """
    reading = _PageReading(html)
    for span, tag in pieces(html):
        if not tag:
            reading.words(span)
        elif tag[0] == "#":
            reading.raw(span)
        elif tag[0] == "/":
            reading.closes(tag[1:])
        else:
            reading.opens(tag, span)
    return reading.page()


@dataclass(slots=True)
class _PageReading:
    """The state of one pass over a page."""

    html: str
    parts: list[str] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    length: int = 0
    block_start: int = 0
    block_tag: str = ""
    is_empty: bool = True
    is_after_break: bool = False
    tag: str = ""
    around: Counter[str] = field(default_factory=Counter)
    plain: int = 0
    is_title: bool = False
    title: list[str] = field(default_factory=list)
    blocks: list[PageBlock] = field(default_factory=list)
    metas: list[tuple[str, str]] = field(default_factory=list)
    times: list[dict[str, str]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    is_linked_data: bool = False

    def page(self) -> Page:
        """Return what was read."""
        self.end_block()
        text = Text(self.html, "".join(self.parts), tuple(self.runs))
        title = " ".join(unescape("".join(self.title)).split())
        return Page(text, self.blocks, title, self.metas, self.times, self.scripts)

    def opens(self, tag: str, span: Span) -> None:
        """Take note of an element that begins."""
        if tag == "br":
            self.breaks_line()
        elif tag in _CELLS:
            self.puts("\t")
        elif tag in _BLOCKS:
            self.end_block()
            self.tag = tag
            self.is_title = tag == "title" and self.begins_title(span.end)
            if tag in _AROUND:
                self.around[tag] += 1
            self.plain += tag in _PLAIN
        elif tag in {"meta", "time", "script"}:
            self.notes(tag, attributes(self.html[span.start : span.end]))

    def begins_title(self, at: int) -> bool:
        """Tell whether a title begins that also ends; an endless one would take the page."""
        return (
            not self.title and _END_OF_TITLE.search(self.html, at, at + _LONGEST_TITLE) is not None
        )

    def closes(self, tag: str) -> None:
        """Take note of an element that ends."""
        if tag not in _BLOCKS:
            return
        self.end_block()
        self.tag = ""
        self.is_title = False
        if tag in _AROUND and self.around[tag] > 0:
            self.around[tag] -= 1
        if tag in _PLAIN and self.plain:
            self.plain -= 1

    def notes(self, tag: str, found: dict[str, str]) -> None:
        """Keep what a page says of itself in marks."""
        if tag == "script":
            self.is_linked_data = "ld+json" in found.get("type", "").lower()
        elif tag == "time":
            if not self.is_around:
                self.times.append(found)
        elif content := found.get("content"):
            name = found.get("property") or found.get("name") or found.get("itemprop") or ""
            self.metas.append((name.lower(), content))

    def raw(self, span: Span) -> None:
        """Keep linked data; what other scripts and style sheets hold is no text."""
        if self.is_linked_data and span.end - span.start <= _LONGEST_SCRIPT:
            self.scripts.append(self.html[span.start : span.end])
        self.is_linked_data = False

    @property
    def is_around(self) -> bool:
        """Whether what comes next lies in a menu, a footer or the like."""
        return any(self.around.values())

    @property
    def is_after_space(self) -> bool:
        """Whether what comes next needs no space before it."""
        return not self.parts or self.parts[-1][-1].isspace()

    def words(self, span: Span) -> None:
        """Add text: as it stands, but for space made one and entities resolved."""
        if self.is_title:
            self.title.append(self.html[span.start : span.end])
            return
        at = span.start
        for found in _SPECIAL.finditer(self.html, span.start, span.end):
            self.as_it_stands(at, found.start())
            at = found.end()
            if found[0][0] == "&":
                self.puts(unescape(found[0]), Span(found.start(), at))
            else:
                self.space(found[0])
        self.as_it_stands(at, span.end)

    def as_it_stands(self, start: int, end: int) -> None:
        """Add a stretch of the page unchanged."""
        if start < end and self.html[start] == " " and self.is_after_space:
            start += 1
        if start < end:
            self.puts(self.html[start:end], Span(start, end))

    def space(self, space: str) -> None:
        """Add one character for much space; blank lines of a text set as it stands end a block."""
        lines = space.count("\n") if self.plain else 0
        if lines > 1:
            self.end_block()
        elif not self.is_after_space:
            self.puts("\n" if lines else " ")

    def breaks_line(self) -> None:
        """Add a line break; the second of two ends the block."""
        if self.is_after_break:
            self.end_block()
        else:
            self.puts("\n")
            self.is_after_break = True

    def puts(self, words: str, origin: Span | None = None) -> None:
        """Add characters that come from a place, or from none."""
        if not words:
            return
        if not words.isspace():
            if self.is_empty:
                self.block_tag = self.tag
            self.is_empty = self.is_after_break = False
        if origin:
            self.runs.append(Run(Span(self.length, self.length + len(words)), origin))
        self.parts.append(words)
        self.length += len(words)

    def end_block(self) -> None:
        """End the block, where there is one."""
        self.is_after_break = False
        if not self.is_empty:
            self.blocks.append(
                PageBlock(Span(self.block_start, self.length), self.block_tag, self.is_around)
            )
            self.parts.append("\n")
            self.length += 1
        self.block_start = self.length
        self.is_empty = True
