"""Pages of the web, as they were saved."""

import re
from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from itertools import accumulate

from guarantor.errors import Finding
from guarantor.intake.cleaning import mended
from guarantor.intake.readers.boilerplate import is_notice
from guarantor.intake.readers.decoding import decode
from guarantor.intake.readers.laying_out import LaidOut, trimmed
from guarantor.intake.readers.limits import not_read
from guarantor.intake.readers.main_text import Story, story
from guarantor.intake.readers.page_days import page_days
from guarantor.intake.readers.page_text import Page, PageBlock, page_text
from guarantor.intake.readers.plain import decoding_findings
from guarantor.model import Block, Document, NotRead, Span, Text
from guarantor.model.ports import Claim, Enclosed

_ROOT = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(rb"<(?:p|div|h[1-6]|article|section|table|ul|ol|br|span|a)\b", re.IGNORECASE)
_ENDINGS = (".html", ".htm", ".xhtml", ".xht", ".shtml")
_EMPTY = (
    "the page holds no text, as one that a script fills; save it from the browser once it shows "
    "its text"
)
_LOOKED_AT = 4_096
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class PageReader:
    """Reads HTML and XHTML."""

    def claim(self, data: bytes, name: str) -> Claim:
        """Claim what begins as a page, or is named as one and has tags of one."""
        head = beginning(data)
        if _ROOT.match(head):
            return Claim.CONTENT
        is_named = name.lower().endswith(_ENDINGS)
        return Claim.CONTENT if is_named and _TAG.search(head) else Claim.NONE

    def read(self, data: bytes, name: str) -> Iterator[Document | NotRead | Enclosed]:
        """Yield the page as one document, what does not belong to its story marked."""
        digest = sha256(data).hexdigest()
        decoded = decode(data)
        page = page_text(decoded.text)
        told = story(decoded.text) if page.blocks else Story()
        read = laid_out(page, told)
        if not read.blocks:
            yield not_read(name, _EMPTY, digest)
            return
        lines = [
            read.text.readable[one.span.start : one.span.end]
            for one in read.blocks
            if not one.is_boilerplate
        ]
        days = list(page_days(page, lines))
        yield Document(
            name=name,
            sha256=digest,
            media_type="text/html",
            text=read.text,
            blocks=read.blocks,
            title=told.title or page.title,
            author=told.author,
            site=told.site,
            address=told.address,
            dated=days[0][0] if days else None,
            dated_by=days[0][1] if days else "",
            findings=(*decoding_findings(decoded, name), *_several(days, name)),
        )


def laid_out(page: Page, told: Story | None = None) -> LaidOut:
    """Return the text of a page, mended, with its blocks.

    Args:
        page: The page.
        told: Its story, where one was looked for.
    """
    blocks = [Block(one.span, _is_boilerplate(page, one, told)) for one in page.blocks]
    text = mended(page.text)
    return LaidOut(text, trimmed(text.readable, _followed(page.text, text, blocks)))


def fragment(html: str) -> LaidOut:
    """Return the text of a piece of HTML that is no page of its own, such as a mail's."""
    return laid_out(page_text(html))


def _followed(before: Text, after: Text, blocks: list[Block]) -> list[Block]:
    """Return blocks of a text as blocks of the mended text.

    Blocks begin and end with lines, and mending keeps every line a line.
    """
    if before is after:
        return blocks
    old, new = before.readable.split("\n"), after.readable.split("\n")
    starts = dict(zip(_starts(old), _starts(new), strict=True))
    return [
        Block(Span(starts[start], starts[end + 1] - 1), is_boilerplate)
        for (start, end), is_boilerplate in blocks
    ]


def _starts(lines: list[str]) -> list[int]:
    return list(accumulate((len(line) + 1 for line in lines), initial=0))


def _is_boilerplate(page: Page, block: PageBlock, told: Story | None) -> bool:
    text = page.text.readable[block.span.start : block.span.end].strip()
    if is_notice(text):
        return True
    if told and told.is_known and not (block.tag == "h1" and not block.is_around):
        return not told.holds(text)
    return block.is_around


def _several(days: list[tuple[date, str]], name: str) -> tuple[Finding, ...]:
    """Return that a page gives several days of publication, where it does."""
    others = [f"{day} by its {by}" for day, by in days[1:] if day != days[0][0]]
    if not others:
        return ()
    message = (
        f"{name}: dated {days[0][0]} by its {days[0][1]}, but also {' and '.join(others)}; see "
        "which of them is the day it was published"
    )
    return (Finding(code="several_days", message=message, entry=name),)


def beginning(data: bytes) -> bytes:
    """Return the first bytes of a file, those of UTF-16 as if they were ASCII."""
    head = data[:_LOOKED_AT]
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return head.replace(b"\x00", b"")
