"""A reader of the room: asks the app without a network."""

import asyncio
from types import TracebackType
from typing import Any, Self

import httpx
from fastapi import FastAPI

from guarantor.web import make_app
from guarantor.web.desk import NODES

HERE = "http://127.0.0.1:8765"


class Reader:
    """Asks an app, one question after the other or some at once.

    Attributes:
        app: The app.
    """

    def __init__(self, app: FastAPI | str, *, audience: str = "public", nodes: int = NODES) -> None:
        self.app = make_app(app, audience=audience, nodes=nodes) if isinstance(app, str) else app
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
        self._runner.run(self._client.aclose())
        self._runner.close()

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
        return self._runner.run(self._client.request(method, address, **given))

    def together(self, *addresses: str) -> list[httpx.Response]:
        """Return what some addresses answer that are asked at one time."""

        async def all_of_them() -> list[httpx.Response]:
            asked = (self._client.get(address) for address in addresses)
            return list(await asyncio.gather(*asked))

        return self._runner.run(all_of_them())
