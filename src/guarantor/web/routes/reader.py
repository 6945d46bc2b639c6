"""The reader: who asked, and how an answer is told to them."""

from collections.abc import Mapping
from typing import Annotated, Any

from fastapi import Depends, Request, Response

from guarantor.web.answer import CSV, HTML, XLSX, respond
from guarantor.web.asked import Asked
from guarantor.web.desk import Desk, Make
from guarantor.web.refusals import STATUSES, refusing, refusing_as_json


class Reader:
    """Who asked.

    Attributes:
        desk: Where questions are answered.
    """

    def __init__(self, request: Request) -> None:
        self._request = request
        self.desk: Desk = request.app.state.desk

    async def told(self, view: str, asked: Asked, make: Make, **further: object) -> Response:
        """Return the response to a question.

        Args:
            view: The name of the view.
            asked: The question.
            make: Makes the answer.
            further: What the answer hangs on beside the question.
        """
        options = asked.options(self.desk.audience)
        name = view if not further else f"{view} {sorted(further.items())!r}"
        answer = await self.desk.answer(name, options, make, self._request.is_disconnected)
        return respond(self._request, answer, download=asked.download)


ReaderOf = Annotated[Reader, Depends()]

_CHANGED = {"description": "It is as the reader has it (``If-None-Match``)."}


def as_data() -> dict[int | str, dict[str, Any]]:
    """Return the responses of an address that gives JSON, for the description."""
    return {304: _CHANGED, **refusing(*STATUSES)}


def _as(kind: str, schema: Mapping[str, Any]) -> dict[int | str, dict[str, Any]]:
    content = {kind.partition(";")[0]: {"schema": dict(schema)}}
    answer = {"content": content, "description": "The answer."}
    return {200: answer, 304: _CHANGED, **refusing_as_json(*STATUSES)}


AS_DATA = as_data()
AS_CSV = _as(CSV, {"type": "string"})
AS_HTML = _as(HTML, {"type": "string"})
AS_XLSX = _as(XLSX, {"type": "string", "format": "binary"})


class CsvResponse(Response):
    """A table as text."""

    media_type = "text/csv"


class PageResponse(Response):
    """A page."""

    media_type = "text/html"


class SheetResponse(Response):
    """A table as a spreadsheet."""

    media_type = XLSX
