"""PDF files that hold text."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

import pypdf

from guarantor.errors import Finding
from guarantor.intake.readers.datelines import dateline
from guarantor.intake.readers.laying_out import LaidOut, after_one_another
from guarantor.intake.readers.limits import not_read
from guarantor.intake.readers.plain import dateline_blocks, plain_text
from guarantor.intake.readers.quiet import heard
from guarantor.model import Block, Document, NotRead
from guarantor.model.ports import Claim, Enclosed

_MARK = b"%PDF-"
_MARK_WITHIN = 1_024
_END = b"%%EOF"
_END_WITHIN = 2_048
_ROOT = re.compile(rb"(\d{1,9})\s+(\d{1,5})\s+obj\b[^<]{0,9}<<[^>]{0,500}?/Type\s*/Catalog\b")
_MOST_PAGES = 2_000
_MOST_CHARACTERS = 10_000_000
_MOST_DRAWN = 5_000_000
"""Bytes of what one page draws."""
_MOST_STEPS = 3_000_000
"""Steps of drawing in the whole file."""
_FEW = 10
"""How many page numbers a sentence lists."""
_REPEATED = 3
"""Pages on which the same line at the top or bottom is a running head."""
_EDGE = 2
"""Blocks at the top and at the bottom of a page among which running heads stand."""
_DIGITS = re.compile(r"\d+")
_NUMBER = re.compile(
    r"[-–—\s]*(?:page\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE
)
_LOCKED = "it is locked with a password; unlock it, or print it into a new PDF, and hand that in"
_SCANNED = "its pages hold no text, as those of a scan; run text recognition over it first"
_CUT_OFF = "its end is missing, so what may have followed was not read; fetch it anew"
_DAMAGED = "it is cut off or damaged; fetch it anew"


class PdfReader:
    """Reads the text of a PDF, as far as it holds any."""

    def claim(self, data: bytes, name: str) -> Claim:
        """Claim what begins with the mark of a PDF, or almost."""
        del name
        return Claim.CONTENT if _MARK in data[:_MARK_WITHIN] else Claim.NONE

    def read(self, data: bytes, name: str) -> Iterator[Document | NotRead | Enclosed]:
        """Yield the PDF as one document."""
        digest = sha256(data).hexdigest()
        held = _held(data)
        pages = [plain_text(page) for page in held.pages]
        told = after_one_another(_without_running_heads([one for one in pages if one.blocks]))
        if not told.blocks:
            yield not_read(name, held.why or _SCANNED, digest)
            return
        lines = dateline_blocks(told)
        dated = dateline(lines)
        yield Document(
            name=name,
            sha256=digest,
            media_type="application/pdf",
            text=told.text,
            blocks=told.blocks,
            title=held.title,
            author=held.author,
            dated=dated[0] if dated else None,
            dated_by=f"dateline “{dated[1]}”" if dated else "",
            findings=tuple(_findings(held, pages, name)),
        )
        if held.why:
            yield not_read(name, held.why, digest)


class _Held(NamedTuple):
    """What a PDF holds.

    Attributes:
        pages: The text of each page.
        why: Why it, or a part of it, was not read; empty where all was.
        title: Its title, as its properties say.
        author: Its author, as they say.
        made: The day it was made, as they say.
        said: What the library said about it.
    """

    pages: Sequence[str] = ()
    why: str = ""
    title: str = ""
    author: str = ""
    made: str = ""
    said: Sequence[str] = ()


def _held(data: bytes) -> _Held:
    """Return what a PDF holds; of one that is cut off, what can still be found."""
    if _END in data[-_END_WITHIN:]:
        return _opened(data)
    found = _opened(data + _mended_end(data))
    return found._replace(why=found.why or _CUT_OFF) if any(found.pages) else _Held(why=_DAMAGED)


def _mended_end(data: bytes) -> bytes:
    """Return an end that names the root, where it is found, and no table of places.

    The library then looks for the objects itself.
    """
    root = _ROOT.search(data)
    trailer = b"trailer\n<< /Root %s %s R >>\n" % root.groups() if root else b""
    return b"\n%sstartxref\n0\n%%%%EOF\n" % trailer


def _opened(data: bytes) -> _Held:
    """Return what a whole PDF holds; pages after one that cannot be read still count."""
    with heard("pypdf") as said:
        try:
            reader = pypdf.PdfReader(io.BytesIO(data))
            if reader.is_encrypted and not reader.decrypt(""):
                return _Held(why=_LOCKED)
            count = len(reader.pages)
        except pypdf.errors.DependencyError:
            return _Held(why=_LOCKED)
        except (Exception, RecursionError):  # noqa: BLE001 broken files break it in many ways
            return _Held(why=_DAMAGED)
        pages, why = _page_texts(reader, count)
        return _Held(pages, why if count else _DAMAGED, *_properties(reader), tuple(said))


class _TooMuchWorkError(Exception):
    """A PDF that draws more than any text needs."""


def _page_texts(reader: pypdf.PdfReader, count: int) -> tuple[list[str], str]:
    """Return the text of each page, and why the rest was not read."""
    pages: list[str] = []
    broken: list[str] = []
    steps = length = 0

    def counted(*_: object) -> None:
        nonlocal steps
        steps += 1
        if steps > _MOST_STEPS:
            raise _TooMuchWorkError

    for number in range(min(count, _MOST_PAGES)):
        text = ""
        try:
            page = reader.pages[number]
            if _is_drawable(page):
                text = page.extract_text(visitor_operand_before=counted)
        except (Exception, RecursionError):  # noqa: BLE001 one page must not cost the others
            text = ""
            broken.append(str(number + 1))
        pages.append(text.encode("utf-8", "replace").decode("utf-8"))
        length += len(text)
        if length > _MOST_CHARACTERS or steps > _MOST_STEPS:
            break
    return pages, _rest(broken, len(pages), count)


def _is_drawable(page: pypdf.PageObject) -> bool:
    """Tell whether a page holds anything to draw.

    Raises:
        _TooMuchWorkError: It draws more than any text needs.
    """
    contents = page.get_contents()
    if contents is not None and len(contents.get_data()) > _MOST_DRAWN:
        raise _TooMuchWorkError
    return contents is not None


def _rest(broken: Sequence[str], read: int, count: int) -> str:
    """Return which pages were not read and what to do; empty where all were."""
    if broken:
        which = f"page{'s' if len(broken) > 1 else ''} {_listed(broken)}"
        return f"{which} cannot be read; fetch it anew, or print it into a new PDF"
    if read < count:
        return f"only the first {read:,} of its {count:,} pages were read; split it"
    return ""


def _listed(numbers: Sequence[str]) -> str:
    return ", ".join(numbers[:_FEW]) + (" and more" if len(numbers) > _FEW else "")


def _properties(reader: pypdf.PdfReader) -> tuple[str, str, str]:
    """Return title, author and day of making; empty where there is none, or it is broken."""
    try:
        about = reader.metadata
        if not about:
            return "", "", ""
        made = about.creation_date
        day = made.date().isoformat() if made else ""
        return _one_line(about.title), _one_line(about.author), day
    except (Exception, RecursionError):  # noqa: BLE001 what it says of itself must not cost its text
        return "", "", ""


def _one_line(text: str | None) -> str:
    return " ".join((text or "").encode("utf-8", "replace").decode("utf-8").split())


def _without_running_heads(pages: Sequence[LaidOut]) -> list[LaidOut]:
    """Return pages with the lines marked that stand at the edge of several, and page numbers."""
    counts = Counter(
        line for page in pages for line in {_masked(page, block) for block in _edge(page)}
    )
    return [
        LaidOut(
            page.text,
            tuple(
                Block(
                    block.span,
                    block.is_boilerplate
                    or (block in edge and _is_running(_masked(page, block), counts)),
                )
                for block in page.blocks
            ),
        )
        for page in pages
        for edge in (set(_edge(page)),)
    ]


def _edge(page: LaidOut) -> tuple[Block, ...]:
    return (*page.blocks[:_EDGE], *page.blocks[-_EDGE:])


def _masked(page: LaidOut, block: Block) -> str:
    """Return the words of a block, whatever numbers stand in it."""
    start, end = block.span
    return _DIGITS.sub("0", " ".join(page.text.readable[start:end].split()))


def _is_running(line: str, counts: Counter[str]) -> bool:
    return counts[line] >= _REPEATED or _NUMBER.fullmatch(line) is not None


def _findings(held: _Held, pages: Sequence[LaidOut], name: str) -> Iterator[Finding]:
    if held.made:
        said = f"{name}: made on {held.made}, as its properties say, which is no day of publication"
        yield Finding(code="day_of_making", message=said, entry=name)
    if empty := [str(number) for number, page in enumerate(pages, 1) if not page.blocks]:
        said = (
            f"{name}: no text on page {_listed(empty)}; where it is a picture of text, run text "
            "recognition over it"
        )
        yield Finding(code="pages_without_text", message=said, entry=name)
    if held.said:
        said = f"{name}: mended while it was read ({held.said[0][:120]})"
        yield Finding(code="mended_file", message=said, entry=name)
