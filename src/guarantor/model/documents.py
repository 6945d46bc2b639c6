"""What is read: a document, its text tied to the original, and its passages."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from guarantor.errors import Finding


class Span(NamedTuple):
    """A half-open stretch of a text, counted in Unicode characters."""

    start: int
    end: int


class Run(NamedTuple):
    """A stretch of a readable text and the stretch of the original that it stands for.

    Where both are as long as each other they stand for each other character by character; else
    only as wholes, as ``é`` for ``&eacute;``. What no run covers stands for nothing, such as the
    space that is put between two cells of a table.
    """

    readable: Span
    original: Span


@dataclass(frozen=True, slots=True)
class Text:
    """A readable text that leads back to the original.

    Attributes:
        original: The characters as they were decoded, unchanged.
        readable: The same without mark-up and with broken characters mended.
        runs: Which stretch stands for which, in order of both; ``None`` where the two are equal.
    """

    original: str
    readable: str
    runs: tuple[Run, ...] | None = None

    @classmethod
    def plain(cls, text: str) -> "Text":
        """Return a text that is read as it stands."""
        return cls(text, text)

    def place(self, span: Span) -> Span:
        """Return the stretch of the original from which a stretch of the readable text comes.

        It reaches from the first character that comes from somewhere to the last.

        Raises:
            ValueError: None of it comes from anywhere, or it does not lie within the text.

        Example:
            >>> runs = Run(Span(0, 1), Span(0, 1)), Run(Span(1, 2), Span(1, 6))
            >>> Text("a&amp;", "a&", runs).place(Span(1, 2))
            Span(start=1, end=6)
        """
        if not 0 <= span.start <= span.end <= len(self.readable):
            msg = f"{span} does not lie within {len(self.readable)} characters"
            raise ValueError(msg)
        if self.runs is None:
            return span
        first = max(bisect_right(self.runs, span.start, key=lambda run: run.readable.start) - 1, 0)
        touched: list[Run] = []
        for index in range(first, len(self.runs)):
            run = self.runs[index]
            if run.readable.start >= span.end:
                break
            if run.readable.end > span.start:
                touched.append(run)
        if not touched:
            msg = f"nothing of {span} comes from the original"
            raise ValueError(msg)
        return Span(_start_in(touched[0], span.start), _end_in(touched[-1], span.end))


def _start_in(run: Run, at: int) -> int:
    offset = max(at - run.readable.start, 0)
    return run.original.start + (offset if _is_exact(run) else 0)


def _end_in(run: Run, at: int) -> int:
    if not _is_exact(run):
        return run.original.end
    return run.original.start + min(at, run.readable.end) - run.readable.start


def _is_exact(run: Run) -> bool:
    readable, original = run
    return readable.end - readable.start == original.end - original.start


class Block(NamedTuple):
    """A paragraph, heading, list item or table row of a readable text.

    Attributes:
        span: Where it stands in the readable text, without the space around it.
        is_boilerplate: Whether it belongs to the page and not to what is told there: menus, notices
            about cookies, calls to subscribe, lists of other articles.
    """

    span: Span
    is_boilerplate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text as a reader gives it.

    Attributes:
        name: Where it was read: a file's name, within an archive or feed ``archive.zip/name``.
        sha256: Hash of the bytes of the file that it was read from, in hexadecimal.
        media_type: What it was read as, such as ``text/html``.
        text: The text.
        blocks: Its blocks in order; every character but space lies in one.
        title: Its title; empty where it has none.
        author: Who wrote it, as the document says.
        site: Who published it, as the document says.
        address: Its address in the web, as the document says.
        dated: The day that it bears; ``None`` where it bears none.
        dated_by: What gave the day in words, such as ``header Date``; empty where nothing did.
        findings: What is doubtful about how it was read.
    """

    name: str
    sha256: str
    media_type: str
    text: Text
    blocks: tuple[Block, ...]
    title: str = ""
    author: str = ""
    site: str = ""
    address: str = ""
    dated: date | None = None
    dated_by: str = ""
    findings: tuple[Finding, ...] = ()

    @property
    def lines(self) -> Iterator[str]:
        """The text of each block."""
        return (self.text.readable[one.span.start : one.span.end] for one in self.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotRead:
    """A file, or a part of one, that could not be read.

    Attributes:
        name: Where it stands.
        sha256: Hash of its bytes; empty where they could not be had.
        reason: In one sentence what is wrong with it and what to do.
    """

    name: str
    sha256: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph of a document, once, with every place where it stands.

    Attributes:
        text: What it says, runs of space made one.
        spans: Where it stands in the readable text, in order.
        places: Where it stands in the original, in the same order.
        is_boilerplate: Whether it belongs to the page and not to what is told there.
    """

    text: str
    spans: tuple[Span, ...]
    places: tuple[Span, ...]
    is_boilerplate: bool = False
