"""An answer: the bytes that are sent, made once and kept."""

import gzip
import json
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b

from starlette.requests import Request
from starlette.responses import Response

from guarantor.room import Marked, Table, csv_text, file_name

JSON = "application/json"
CSV = "text/csv; charset=utf-8"
HTML = "text/html; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WORTH_PACKING = 1_000
_LEVEL = 5


@dataclass(frozen=True)
class Answer:
    """What is sent.

    Attributes:
        body: The bytes.
        media_type: What they are.
        file: The name under which they are saved.
        policy: The content security policy of a page; the room's own where left out.
    """

    body: bytes
    media_type: str = JSON
    file: str | None = None
    policy: str | None = None

    @cached_property
    def packed(self) -> bytes | None:
        """The same compressed, where that is worth it."""
        if len(self.body) < _WORTH_PACKING or self.media_type == XLSX:
            return None
        return gzip.compress(self.body, compresslevel=_LEVEL, mtime=0)

    @cached_property
    def tag(self) -> str:
        """What tells these bytes from all others."""
        return blake2b(self.body, digest_size=12).hexdigest()

    @property
    def weight(self) -> int:
        """How many bytes are kept."""
        return len(self.body) + len(self.packed or b"")


def as_json(document: Marked, view: str) -> Answer:
    """Return a document as an answer, named for its view."""
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return Answer(text.encode(), JSON, file_name(document, view, "json"))


def as_table(table: Table, document: Marked, view: str) -> Answer:
    """Return the table of a document as an answer, named for its view."""
    return Answer(csv_text(table).encode(), CSV, file_name(document, view, "csv"))


def respond(request: Request, answer: Answer, *, download: bool = False) -> Response:
    """Return the response that sends an answer, or says that the reader has it already."""
    packed = answer.packed if _takes_gzip(request) else None
    tag = f'"{answer.tag}{"-gzip" if packed is not None else ""}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    if answer.policy:
        headers["Content-Security-Policy"] = answer.policy
    if answer.file and (download or answer.media_type not in {JSON, HTML}):
        headers["Content-Disposition"] = f'attachment; filename="{answer.file}"'
    if _has(request, tag):
        return Response(status_code=304, headers=headers)
    if packed is not None:
        headers["Content-Encoding"] = "gzip"
    headers["Content-Type"] = answer.media_type
    return Response(answer.body if packed is None else packed, headers=headers)


def _takes_gzip(request: Request) -> bool:
    """Tell whether the reader takes compressed bytes: ``gzip``, but not ``gzip;q=0``."""
    for part in request.headers.get("accept-encoding", "").lower().split(","):
        name, _, quality = part.partition(";")
        if name.strip() == "gzip":
            return quality.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False


def _has(request: Request, tag: str) -> bool:
    known = request.headers.get("if-none-match", "")
    return any(one.strip().removeprefix("W/") in {tag, "*"} for one in known.split(","))
