"""A reader of the room: asks the app without a network."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from types import TracebackType
from typing import Any, Self, TypeVar

import httpx
from fastapi import FastAPI

from guarantor.web import make_app
from guarantor.web.desk import NODES

T = TypeVar("T")
HERE = "http://127.0.0.1:8765"


class Reader:
    """Asks an app, one question after the other or some at once.

    Attributes:
        app: The app.
    """

    def __init__(self, app: FastAPI | str, *, audience: str = "public", nodes: int = NODES) -> None:
        self.app = make_app(app, audience=audience, nodes=nodes) if isinstance(app, str) else app
        # In a thread of its own: a test that drives a browser leaves a loop running in this one.
        self._thread = ThreadPoolExecutor(max_workers=1)
        self._runner = asyncio.Runner()
        self._client = httpx.AsyncClient(
            transport=httpx.ASGITransport(self.app, raise_app_exceptions=False), base_url=HERE
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.app.state.desk.works.close()
        self._run(self._client.aclose())
        self._thread.submit(self._runner.close).result()
        self._thread.shutdown()

    def get(self, address: str, **headers: str) -> httpx.Response:
        """Return what a GET of an address answers."""
        return self.ask("GET", address, headers=headers)

    def json(self, address: str) -> Any:  # noqa: ANN401  a document of any kind
        """Return the document at an address, which is there."""
        found = self.get(address)
        assert found.status_code == 200, found.text
        return found.json()

    def ask(self, method: str, address: str | httpx.URL, **given: Any) -> httpx.Response:  # noqa: ANN401  what httpx takes
        """Return what an address answers."""
        return self._run(self._client.request(method, address, **given))

    def together(self, *addresses: str) -> list[httpx.Response]:
        """Return what some addresses answer that are asked at one time."""

        async def all_of_them() -> list[httpx.Response]:
            asked = (self._client.get(address) for address in addresses)
            return list(await asyncio.gather(*asked))

        return self._run(all_of_them())

    def _run(self, asked: Coroutine[Any, Any, T]) -> T:
        return self._thread.submit(self._runner.run, asked).result()
