"""Mails: the message as a document, and each attachment as one of its own."""

import re
from collections.abc import Iterator
from datetime import date
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime
from hashlib import sha256

from guarantor.errors import Finding
from guarantor.intake.readers.decoding import decode
from guarantor.intake.readers.laying_out import LaidOut, after_one_another, says
from guarantor.intake.readers.pages import fragment
from guarantor.intake.readers.plain import plain_text, why_no_text
from guarantor.model import Document, NotRead
from guarantor.model.ports import Claim, Enclosed

_FIELD = re.compile(rb"([!-9;-~]{1,60}):[^\n]*\n?(?:[ \t][^\n]*\n?)*")
_TELLING = frozenset(
    {
        *(b"received", b"return-path", b"delivered-to", b"message-id", b"mime-version"),
        *(b"dkim-signature", b"reply-to", b"content-transfer-encoding", b"list-unsubscribe"),
    }
)
_COMMON = frozenset({b"from", b"to", b"cc", b"date", b"subject", b"sender", b"content-type"})
_FEWEST_COMMON = 3
_LOOKED_AT = 8_192
_ENDINGS = (".eml", ".mht", ".mhtml")
_MOST_PARTS = 1_000
_BETWEEN = re.compile(rb"^From \S.{0,200}\b\d{4}\b.{0,20}\r?\n(?=[!-9;-~]{1,60}:)", re.MULTILINE)
"""What stands between the mails of one file (mbox)."""


class MailReader:
    """Reads a mail as mail programs save it (RFC 5322), or several in one file (mbox)."""

    def claim(self, data: bytes, name: str) -> Claim:
        """Claim what begins with the fields of a mail's header."""
        if _BETWEEN.match(data):
            return Claim.CONTENT
        fields = _fields(data[:_LOOKED_AT])
        is_mail = len(fields & _COMMON) >= _FEWEST_COMMON or (
            bool(fields & _TELLING) and bool(fields & _COMMON)
        )
        is_named = name.lower().endswith(_ENDINGS) and bool(fields & (_TELLING | _COMMON))
        return Claim.CONTENT if is_mail or is_named else Claim.NONE

    def read(self, data: bytes, name: str) -> Iterator[Document | NotRead | Enclosed]:
        """Yield the message and then its attachments; of several mails each as a file."""
        if _BETWEEN.match(data):
            starts = list(_BETWEEN.finditer(data))
            ends = [*(one.start() for one in starts[1:]), len(data)]
            for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1):
                yield Enclosed(f"{number}.eml", data[start.end() : end])
            return
        digest = sha256(data).hexdigest()
        message = BytesParser().parsebytes(data.lstrip())
        parts = _Parts(message)
        told = after_one_another(parts.told)
        if told.blocks:
            yield _document(message, told, name, digest)
        yield from parts.attached
        if parts.are_too_many:
            why = f"the mail has more than {_MOST_PARTS:,} parts, and the rest was not read"
            yield not_read_rest(name, why, digest)


def not_read_rest(name: str, why: str, digest: str) -> NotRead:
    """Return that only a beginning was read."""
    return NotRead(name=name, sha256=digest, reason=f"{name}: {why}; save its attachments apart")


def _fields(data: bytes) -> set[bytes]:
    """Return the names of the fields at the beginning; none where something else is among them."""
    head = data.lstrip()
    names: set[bytes] = set()
    at = 0
    while found := _FIELD.match(head, at):
        names.add(found[1].lower())
        at = found.end()
    is_all = at >= len(head) or head[at : at + 2].startswith((b"\n", b"\r\n"))
    return names if is_all else set()


class _Parts:
    """The parts of a mail: what is the message, and what is attached to it."""

    def __init__(self, message: Message) -> None:
        self.told: list[LaidOut] = []
        self.attached: list[Enclosed] = []
        self.are_too_many = False
        self.count = 0
        for told in self._of(message):
            self.told.append(told)

    def _of(self, part: Message) -> Iterator[LaidOut]:
        """Yield the texts of a part, and note what is attached."""
        self.count += 1
        if self.count > _MOST_PARTS:
            self.are_too_many = True
            return
        kind = part.get_content_type()
        if kind in {"message/rfc822", "message/partial"}:
            self._note(part, _enclosed_mail(part))
        elif part.is_multipart():
            inner = [laid for one in _inside(part) for laid in self._of(one)]
            yield from _forms(inner) if kind == "multipart/alternative" else inner
        elif _is_attached(part) or kind not in {"text/plain", "text/html"}:
            self._note(part, _payload(part))
        elif (told := _told(part, kind)) is not None:
            yield told
        elif payload := _payload(part):
            self._note(part, payload)

    def _note(self, part: Message, data: bytes) -> None:
        name = _header(part.get_filename() or "") or f"part {self.count}"
        self.attached.append(Enclosed(name.replace("/", "_"), data))


def _inside(part: Message) -> list[Message]:
    inside = part.get_payload()
    return [one for one in inside if isinstance(one, Message)] if isinstance(inside, list) else []


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _enclosed_mail(part: Message) -> bytes:
    inside = _inside(part)
    return inside[0].as_bytes() if inside else _payload(part)


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _told(part: Message, kind: str) -> LaidOut | None:
    """Return the text of a part; ``None`` where it is none."""
    charset = part.get_param("charset", "")
    decoded = decode(_payload(part), charset if isinstance(charset, str) else None)
    if why_no_text(decoded.text):
        return None
    told = fragment(decoded.text) if kind == "text/html" else plain_text(decoded.text)
    return told if told.blocks else None


def _forms(forms: list[LaidOut]) -> Iterator[LaidOut]:
    """Yield the forms of a message of which no earlier one says the same."""
    kept: list[LaidOut] = []
    for form in forms:
        if any(says(other, form) for other in kept):
            continue
        kept = [other for other in kept if not says(form, other)]
        kept.append(form)
    yield from kept


def _document(message: Message, told: LaidOut, name: str, digest: str) -> Document:
    headers = {key.lower(): _header(value) for key, value in reversed(list(message.raw_items()))}
    sender, address = parseaddr(headers.get("from", ""))
    day = _day(headers.get("date", ""))
    return Document(
        name=name,
        sha256=digest,
        media_type="message/rfc822",
        text=told.text,
        blocks=told.blocks,
        title=headers.get("subject", ""),
        author=sender or address,
        dated=day,
        dated_by="header Date" if day else "",
        findings=tuple(_findings(message, headers, day, name)),
    )


def _findings(
    message: Message, headers: dict[str, str], day: date | None, name: str
) -> Iterator[Finding]:
    if any(type(defect).__name__ == "CloseBoundaryNotFoundDefect" for defect in message.defects):
        said = f"{name}: the mail is cut off, so its last part may be; fetch it anew"
        yield Finding(code="cut_off", message=said, entry=name)
    if (given := headers.get("date")) and day is None:
        said = f"{name}: its header gives “{given[:60]}” as its date, which is no day; give the day"
        yield Finding(code="no_day", message=said, entry=name)


def _header(value: object) -> str:
    """Return a header in one line, its encoded words decoded."""
    raw = str(value)
    if not raw.isascii():
        raw = decode(raw.encode("utf-8", "surrogateescape")).text
    try:
        text = str(make_header(decode_header(raw)))
    except (HeaderParseError, LookupError, ValueError):
        text = raw
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


def _day(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
