"""The app: every address of the room, behind one guard."""

import logging
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import datetime
from http import HTTPStatus
from typing import Any
from uuid import uuid4

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse
from starlette.routing import Match, Route
from starlette.types import ASGIApp

from guarantor import __version__
from guarantor.errors import GuarantorError
from guarantor.model import PUBLIC
from guarantor.web.desk import NODES, Desk
from guarantor.web.jobs import Jobs
from guarantor.web.pages import Pages
from guarantor.web.pages import router as pages
from guarantor.web.refusals import Closed, TooBusy, Unwanted, misread, refusal_of, status_of
from guarantor.web.routes import (
    breaks,
    brief,
    decisions,
    evidence,
    jobs,
    ledger,
    parties,
    review,
    timeline,
    what_if,
)
from guarantor.web.security import LOOPBACK, Guard

ROUTERS = (
    what_if.router,
    breaks.router,
    ledger.router,
    evidence.router,
    parties.router,
    timeline.router,
    brief.router,
    jobs.router,
    review.router,
    decisions.router,
    pages,
)
_SENTENCES = {
    404: "there is no such address; /openapi.json lists every one",
    405: "this address is not asked in this way; /openapi.json tells how",
}


class RoomApp(FastAPI):
    """The app, with the guard before everything, errors of our own among it."""

    def build_middleware_stack(self) -> ASGIApp:
        """Return the app behind its guard."""
        larger = {"/decisions/received": decisions.LARGEST_UPLOAD} if self.state.may_write else {}
        return Guard(super().build_middleware_stack(), self.state.hosts, larger)


def make_app(  # noqa: PLR0913  as many as serving has options
    name: str,
    *,
    audience: str = PUBLIC,
    recorded_at: datetime | None = None,
    nodes: int = NODES,
    hosts: Iterable[str] = LOOPBACK,
    may_write: bool = False,
) -> FastAPI:
    """Return the room of an operation as an app.

    The operation is opened with the first question, and again whenever its files change.

    Args:
        name: A folder, a ledger file or a bundled operation.
        audience: For whom every answer is made.
        recorded_at: For a ledger, the moment whose state is opened.
        nodes: Most nodes of a decision diagram.
        hosts: The names under which it may be asked.
        may_write: Whether decisions are taken; whoever reaches the address may take them.
    """
    desk = Desk(name, audience=audience, recorded_at=recorded_at, nodes=nodes, may_write=may_write)
    app = RoomApp(
        title="Guarantor",
        version=__version__,
        summary="Who offered what to a peace operation, whether it adds up, what would break it.",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        lifespan=_lifespan,
    )
    app.state.hosts = tuple(hosts)
    app.state.may_write = may_write
    app.state.desk = desk
    app.state.jobs = Jobs(desk, lambda: uuid4().hex)
    app.state.pages = Pages()
    for router in ROUTERS:
        app.include_router(router)
    for mistake in (GuarantorError, Closed, Unwanted, TooBusy):
        app.add_exception_handler(mistake, _refused)
    app.add_exception_handler(RequestValidationError, _misread)
    app.add_exception_handler(HTTPException, _no_such)
    app.add_exception_handler(Exception, _at_fault)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.desk.warm()
    yield
    app.state.desk.works.close()


async def _refused(_: Request, error: Exception) -> JSONResponse:
    return JSONResponse(refusal_of(error), status_of(error))


async def _misread(_: Request, error: Exception) -> JSONResponse:
    errors: list[Any] = list(error.errors()) if isinstance(error, RequestValidationError) else []
    return JSONResponse(misread(errors), 422)


async def _no_such(request: Request, error: Exception) -> JSONResponse:
    status = error.status_code if isinstance(error, HTTPException) else 500
    said = _SENTENCES.get(status, str(getattr(error, "detail", error)))
    headers = {"Allow": _allowed(request)} if status == HTTPStatus.METHOD_NOT_ALLOWED else None
    return JSONResponse({"error": said, "kind": "NoSuchAddress"}, status, headers)


def _allowed(request: Request) -> str:
    """Return every method in which an address may be asked."""
    routes = [one for each in ROUTERS for one in each.routes if isinstance(one, Route)]
    fitting = [one for one in routes if one.matches(request.scope)[0] is not Match.NONE]
    return ", ".join(sorted({method for one in fitting for method in one.methods or ()}))


async def _at_fault(_: Request, error: Exception) -> JSONResponse:
    logging.getLogger("guarantor").error("guarantor itself is at fault", exc_info=error)
    said = f"guarantor itself is at fault ({type(error).__name__}); please report what you asked"
    return JSONResponse({"error": said, "kind": "OwnFault"}, 500)
