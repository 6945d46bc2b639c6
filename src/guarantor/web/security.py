"""Security: who may ask, how much, and what a browser may do with the answer.

It stands before everything else, so that whatever is sent carries its headers. No cookie is ever
set or read: nobody logs in, and another site that a browser has open can ask for nothing.
"""

import sys
from collections.abc import Iterable, Mapping
from http import HTTPStatus
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from guarantor.web.refusals import Refusal

LOOPBACK = ("127.0.0.1", "localhost", "::1")
LARGEST_BODY = 64_000
LONGEST_ADDRESS = 32_000
_DIGITS = 12
READING = frozenset({"GET", "HEAD", "OPTIONS"})
"""Methods that change nothing."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; worker-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class Guard:
    """Lets through what may be asked, and sends nothing without its headers."""

    def __init__(
        self, app: ASGIApp, hosts: Iterable[str], larger: Mapping[str, int] | None = None
    ) -> None:
        self.app = app
        self.larger = dict(larger or {})
        self.hosts = frozenset(host.lower().strip("[]") for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        is_head = scope["method"] == "HEAD"
        sending = _sending(send, is_head=is_head)
        refused = self._refused(scope)
        if refused is not None:
            status, said = refused
            refusal: Refusal = {"error": said, "kind": HTTPStatus(status).phrase.replace(" ", "")}
            await JSONResponse(refusal, status)(scope, receive, sending)
            return
        if is_head:
            scope = {**scope, "method": "GET"}
        await self.app(scope, _bounded(receive, self._largest(scope)), sending)

    def _largest(self, scope: Scope) -> int:
        """Return how many bytes may be sent to an address."""
        return self.larger.get(scope["path"], LARGEST_BODY)

    def _refused(self, scope: Scope) -> tuple[int, str] | None:
        """Return why a request is not let through, if it is not."""
        headers = Headers(scope=scope)
        if not self._is_here(headers.getlist("host")):
            return 400, (
                "this room does not answer under that host name; open it under the address that "
                "guarantor serve printed, or start it with --allow-host"
            )
        if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > LONGEST_ADDRESS:
            said = f"the address is longer than {LONGEST_ADDRESS:,} bytes: ask for less at once"
            return 414, said
        largest = self._largest(scope)
        if _length(headers) > largest:
            return 413, f"what was sent is larger than {largest:,} bytes"
        return None if scope["method"] in READING else _refused_change(headers)

    def _is_here(self, given: list[str]) -> bool:
        if len(given) != 1:
            return False
        name = _name(given[0].lower())
        if name in self.hosts:
            return True
        # Bound to every address of the machine: a site that points its own name here comes by that
        # name, never by a number.
        return bool(self.hosts & {"0.0.0.0", "::"}) and _is_number(name)  # noqa: S104  compared, not bound


def _refused_change(headers: Headers) -> tuple[int, str] | None:
    """Return why something may not be changed: another site asks, or it is no JSON."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    host = headers["host"].lower()
    is_own = origin is None or origin.lower() in {f"http://{host}", f"https://{host}"}
    if not is_own or site not in {None, "same-origin"}:
        return 403, "another site may not ask for this: ask from the room's own pages"
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json" and (_length(headers) or "transfer-encoding" in headers):
        return 415, "what is sent has to be JSON: give it the content type application/json"
    return None


def _name(host: str) -> str:
    """Return a host header without its port and brackets."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.rpartition(":")[0] if host.count(":") == 1 else host


def _is_number(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _length(headers: Headers) -> int:
    text = headers.get("content-length", "0")
    is_number = text.isascii() and text.isdigit() and len(text) < _DIGITS
    return int(text) if is_number else sys.maxsize


def _bounded(receive: Receive, largest: int) -> Receive:
    """Pass on what is sent up to the largest body; the rest is taken for a reader who has gone."""
    seen = 0

    async def bounded() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        return message if seen <= largest else {"type": "http.disconnect"}

    return bounded


def _sending(send: Send, *, is_head: bool) -> Send:
    """Send everything with the headers; to a reader who asked for these only, nothing else."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        elif is_head and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return sending
