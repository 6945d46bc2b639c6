"""An endpoint on this machine that answers as it is told to, well or badly."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True, kw_only=True)
class Planned:
    """One answer of the endpoint."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    late: float = 0.0
    pieces: int = 1
    claimed: int | None = None
    """How many bytes it claims to send; the connection ends before where that is more."""


def chat(content: object, *, usage: object = None) -> Planned:
    """Return an answer in which a model wrote something."""
    told: dict[str, Any] = {"choices": [{"message": {"content": content}}]}
    if usage is not None:
        told["usage"] = usage
    return Planned(body=json.dumps(told).encode())


@dataclass(kw_only=True)
class Endpoint:
    """A running endpoint: its address, what it will answer, and what it was asked.

    The last answer that is planned is given again and again.
    """

    url: str
    planned: list[Planned] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)

    def next(self) -> Planned:
        return self.planned.pop(0) if len(self.planned) > 1 else self.planned[0]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    endpoint: Endpoint

    def handle_error(self, *_: object) -> None:
        """Say nothing of a client that went away: many tests make it do so."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        endpoint = self.server.endpoint
        length = int(self.headers["Content-Length"])
        endpoint.paths.append(self.path)
        endpoint.asked.append(json.loads(self.rfile.read(length)))
        endpoint.headers.append({name.lower(): value for name, value in self.headers.items()})
        answer = endpoint.next()
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(answer.claimed or len(answer.body)))
        self.end_headers()
        step = -(-len(answer.body) // answer.pieces) or 1
        for start in range(0, len(answer.body) or 1, step):
            threading.Event().wait(answer.late / answer.pieces)
            self.wfile.write(answer.body[start : start + step])
            self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Write no log."""


@contextmanager
def endpoint(*planned: Planned) -> Iterator[Endpoint]:
    """Run an endpoint that gives the planned answers, one after the other."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        running = Endpoint(url=f"http://127.0.0.1:{server.server_port}/v1", planned=list(planned))
        server.endpoint = running
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield running
        finally:
            server.shutdown()
            thread.join()
