"""Asking an endpoint over HTTP: patiently, within limits, and telling nobody the key."""

import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from guarantor.errors import BadEndpoint, MissingExtra, NoModel

_MOST_BYTES = 8_000_000
_TRY_AGAIN = frozenset({408, 409, 425, 429, 500, 502, 503, 504, 529})
_SHAPE_REFUSED = frozenset({400, 422})
_REDACTED = "[key]"
_SHORTEST_SECRET = 8
"""A shorter key is no secret: a word that an endpoint wants to hear, and that texts may have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long an endpoint is waited for.

    Attributes:
        attempts: How often a request is made, at most.
        connecting: Seconds for making a connection.
        answering: Seconds for a whole answer.
        wait: Seconds before the second attempt; twice as long before each further one.
        longest_wait: Seconds before any attempt, at most, whatever the endpoint asks for.
    """

    attempts: int = 4
    connecting: float = 10.0
    answering: float = 120.0
    wait: float = 1.0
    longest_wait: float = 30.0


class Refused(Exception):
    """An answer that refuses the form of a question."""

    def __init__(self, status: int) -> None:
        super().__init__(_said(status))


class _TryAgain(Exception):
    """An attempt that failed and may succeed later."""

    def __init__(self, *, reason: str, after: float = 0.0) -> None:
        super().__init__(reason)
        self.after = after


@contextmanager
def calls(url: str, key: str, patience: Patience) -> Iterator["Caller"]:
    """Lend a way to ask an endpoint.

    Redirects are not followed, proxies and credentials of the environment are not used, and what
    an endpoint says of an error is not repeated, for it may repeat the key.

    Raises:
        BadEndpoint: The address cannot be used.
        MissingExtra: The extra is not installed.
    """
    base, host = _base(url)
    try:
        import httpx
    except ImportError as error:
        raise MissingExtra(what="--llm", extra="llm") from error
    headers = {"Accept-Encoding": "identity", "Content-Type": "application/json"}
    if key:
        headers["Authorization"] = f"Bearer {key}"
    limits = httpx.Timeout(patience.answering, connect=patience.connecting)
    with httpx.Client(
        headers=headers, timeout=limits, trust_env=False, follow_redirects=False
    ) as client:
        yield Caller(client=client, base=base, host=host, key=key, patience=patience)


def _base(url: str) -> tuple[str, str]:
    """Return an address without the path of a question, and its host to speak of.

    Raises:
        BadEndpoint: It is none of http or https, has credentials, a query or a fragment, or would
            send texts unencrypted to another machine.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:  # whose own words repeat what may be a key
        reason = "is no address such as https://HOST/v1"
        raise BadEndpoint(option="--llm", reason=reason) from None
    if parts.scheme not in {"http", "https"} or not host:
        raise BadEndpoint(option="--llm", reason="is no address such as https://HOST/v1")
    if parts.username is not None or parts.query or parts.fragment:
        reason = "an address has no name, key or query in it; the key goes into GUARANTOR_LLM_KEY"
        raise BadEndpoint(option="--llm", reason=reason)
    if parts.scheme == "http" and not _is_this_machine(host):
        reason = "another machine is asked by https only; http is for this one"
        raise BadEndpoint(option="--llm", reason=reason)
    shown = f"[{host}]" if ":" in host else host
    place = shown if port is None else f"{shown}:{port}"
    path = parts.path.rstrip("/").removesuffix("/chat/completions")
    return f"{parts.scheme}://{place}{path}", place


def _is_this_machine(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Caller:
    """What asks; it knows the key, so it has no representation.

    Attributes:
        client: What posts.
        base: The address of the endpoint.
        host: Its host, to speak of.
        key: The key; empty where none is set.
        patience: How long it is waited for.
    """

    client: Any
    base: str
    host: str
    key: str
    patience: Patience

    def post(self, path: str, body: Mapping[str, Any]) -> Any:  # noqa: ANN401  it is JSON
        """Return what is answered to a question.

        Raises:
            NoModel: Nothing usable is answered, however often it was asked.
            Refused: The form of the question is refused.
        """
        reason, wait = "not asked", self.patience.wait
        for attempt in range(self.patience.attempts):
            try:
                return self._once(path, body)
            except _TryAgain as again:
                reason = str(again)
                if attempt + 1 < self.patience.attempts:
                    time.sleep(min(max(wait, again.after), self.patience.longest_wait))
                    wait *= 2
        tries = "once" if self.patience.attempts == 1 else f"{self.patience.attempts} times"
        raise NoModel(self.host, f"{reason}, asked {tries}")

    def _once(self, path: str, body: Mapping[str, Any]) -> Any:  # noqa: ANN401  it is JSON
        import httpx

        until, sent = time.monotonic() + self.patience.answering, json.dumps(body)
        try:
            with self.client.stream("POST", f"{self.base}{path}", content=sent) as response:
                self._look_at(response)
                content = self._content(response, until)
        except httpx.TimeoutException as error:
            raise _TryAgain(reason=self._late()) from error
        except httpx.TransportError as error:
            raise _TryAgain(reason="the connection failed") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise NoModel(self.host, "its address or its answer is no HTTP") from error
        try:
            return self._redacted(json.loads(content))
        except (ValueError, RecursionError) as error:
            raise NoModel(self.host, "its answer is no JSON") from error

    def _look_at(self, response: Any) -> None:  # noqa: ANN401  httpx is imported where it is needed
        """Raise what a status calls for."""
        status = response.status_code
        if status in _TRY_AGAIN:
            after = _seconds(response.headers.get("Retry-After", ""))
            raise _TryAgain(reason=_said(status), after=after)
        if status in _SHAPE_REFUSED:
            raise Refused(status)
        if status in {401, 403}:
            why = "it does not accept the key of GUARANTOR_LLM_KEY, or that is not set"
            raise NoModel(self.host, f"{_said(status)}: {why}")
        if response.is_redirect:
            raise NoModel(self.host, f"{_said(status)}: it sends elsewhere, which is not followed")
        if not response.is_success:
            raise NoModel(self.host, _said(status))
        if response.headers.get("Content-Encoding", "identity") != "identity":
            raise NoModel(self.host, "it answers compressed, which was not asked for")

    def _content(self, response: Any, until: float) -> str:  # noqa: ANN401  see above
        """Return the body of an answer, if it comes in time and is not too large."""
        found = bytearray()
        for part in response.iter_raw():
            found += part
            if len(found) > _MOST_BYTES:
                raise NoModel(self.host, f"its answer is longer than {_MOST_BYTES:,} bytes")
            if time.monotonic() > until:
                raise _TryAgain(reason=self._late())
        return found.decode("utf-8", errors="replace")

    def _redacted(self, told: Any) -> Any:  # noqa: ANN401  it is JSON
        """Return an answer without the key, which an endpoint may repeat."""
        if len(self.key) < _SHORTEST_SECRET:
            return told
        if isinstance(told, str):
            return told.replace(self.key, _REDACTED)
        if isinstance(told, list):
            return [self._redacted(one) for one in told]
        if isinstance(told, dict):
            return {self._redacted(key): self._redacted(one) for key, one in told.items()}
        return told

    def _late(self) -> str:
        return f"nothing within {self.patience.answering:g} seconds"


def _said(status: int) -> str:
    """Return a status in our words, never in the endpoint's."""
    try:
        return f"status {status}, {HTTPStatus(status).phrase}"
    except ValueError:
        return f"status {status}"


def _seconds(text: str) -> float:
    """Return the seconds that an endpoint asks to wait; a day and time counts as none."""
    return float(text) if text.isascii() and text.isdigit() else 0.0
