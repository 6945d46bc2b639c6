"""Plain text and Markdown."""

import re
from collections.abc import Iterator
from hashlib import sha256

from guarantor.errors import Finding
from guarantor.intake.cleaning import mended
from guarantor.intake.readers.boilerplate import is_notice
from guarantor.intake.readers.datelines import dateline
from guarantor.intake.readers.decoding import Decoded, decode
from guarantor.intake.readers.laying_out import LaidOut
from guarantor.intake.readers.limits import not_read
from guarantor.intake.readers.paragraphs import paragraphs
from guarantor.model import Block, Document, NotRead, Text
from guarantor.model.ports import Claim, Enclosed

_CONTROL = bytes({*range(9), *range(14, 27), *range(28, 32), 127})
"""Characters that no text has; tab, line and page breaks and escape aside."""
_MOST_CONTROL = 0.02
_MOST_UNDECODED = 0.1
_MARKDOWN = (".md", ".markdown")
_HEADING = re.compile(r"#{1,2}\s+(.{1,200}?)\s*#*")
_SAMPLE = 4_000
_TOP = 3
_EMPTY = "it holds no text; leave it out, or save it anew with its text"


class TextReader:
    """Reads what is text and nothing more particular."""

    def claim(self, data: bytes, name: str) -> Claim:
        """Return the weakest claim: a text is read here when nobody knows it better."""
        del data, name
        return Claim.NAME

    def read(self, data: bytes, name: str) -> Iterator[Document | NotRead | Enclosed]:
        """Yield the text as one document."""
        digest = sha256(data).hexdigest()
        decoded = decode(data)
        told = LaidOut(Text.plain(decoded.text), ())
        if not (why := why_no_text(decoded.text)):
            told = plain_text(decoded.text)
        if not told.blocks:
            yield not_read(name, why or _EMPTY, digest)
            return
        dated = dateline(dateline_blocks(told))
        yield Document(
            name=name,
            sha256=digest,
            media_type="text/markdown" if name.lower().endswith(_MARKDOWN) else "text/plain",
            text=told.text,
            blocks=told.blocks,
            title=_title(told),
            dated=dated[0] if dated else None,
            dated_by=f"dateline “{dated[1]}”" if dated else "",
            findings=decoding_findings(decoded, name),
        )


def text_blocks(readable: str) -> tuple[Block, ...]:
    """Return the blocks of a plain text: its paragraphs, notices marked."""
    return tuple(
        Block(span, is_notice(readable[span.start : span.end])) for span in paragraphs(readable)
    )


def plain_text(original: str) -> LaidOut:
    """Return a text without mark-up, mended, with its blocks."""
    text = mended(Text.plain(original))
    return LaidOut(text, text_blocks(text.readable))


def why_no_text(text: str) -> str:
    """Return why what was decoded is no text to read; empty where it is one."""
    if not text or text.isspace():
        return _EMPTY
    sample = text[:_SAMPLE] if len(text) <= _SAMPLE else text[:_SAMPLE] + text[-_SAMPLE:]
    plain = sample.encode("ascii", "ignore")
    control = len(plain) - len(plain.translate(None, _CONTROL))
    if (
        control > max(1, _MOST_CONTROL * len(sample))
        or sample.count("\ufffd") > max(1, _MOST_UNDECODED * len(sample))
    ):  # fmt: skip
        return "it is binary and no kind that is known; save what it says as text, HTML or PDF"
    return ""


def decoding_findings(decoded: Decoded, name: str) -> tuple[Finding, ...]:
    """Return what is doubtful about how bytes became characters."""
    if not decoded.doubt:
        return ()
    message = f"{name}: {decoded.doubt}"
    return (Finding(code="doubtful_encoding", message=message, entry=name),)


def dateline_blocks(told: LaidOut) -> list[str]:
    """Return the blocks in which a dateline may stand: the first ones and the last."""
    blocks = told.blocks if len(told.blocks) <= _TOP else (*told.blocks[:_TOP], told.blocks[-1])
    return [told.text.readable[start:end] for (start, end), _ in blocks]


def _title(told: LaidOut) -> str:
    """Return the first line where Markdown marks it as a heading."""
    first = next(iter(dateline_blocks(told)), "")
    found = _HEADING.fullmatch(first) if first[:1] == "#" else None
    return found[1] if found else ""
