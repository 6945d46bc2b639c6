"""Decisions: what is entered. Only a room that is served to be edited takes any."""

import asyncio
import base64
import binascii
from collections.abc import Callable
from datetime import date
from typing import Annotated, Any, Literal, TypeVar

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from guarantor import room
from guarantor.errors import CannotDecide
from guarantor.model import Span
from guarantor.room import Decision, Fields, Receipt, Receiving, StepDraft, Wanted
from guarantor.web.desk import Desk
from guarantor.web.refusals import refusing

T = TypeVar("T")
router = APIRouter(prefix="/decisions", tags=["review"])
LARGEST_UPLOAD = 16_000_000
"""How many bytes may be sent to be received: a document of some twelve megabytes as base64."""
_REFUSED = refusing(400, 403, 404, 405, 413, 414, 415, 422, 503)
Name = Annotated[str, Field(min_length=1, max_length=200)]
Words = Annotated[str, Field(max_length=2_000)]
Place = Annotated[int, Field(ge=0, le=100_000_000)]


class _Said(BaseModel):
    """Who decides."""

    model_config = ConfigDict(extra="forbid")

    by: Name = Field(description="Who decides.")
    reason: Words = Field("", description="Why, in words.")


class OnItem(_Said):
    """A decision on items of a document."""

    document: Name = Field(description="The id of the document.")
    action: Literal["accept", "reject", "split", "merge", "add"]
    items: list[Name] = Field([], max_length=100, description="What is decided on.")
    fields: Fields | None = Field(None, description="The statement, where it is mended or added.")
    at: list[Place] = Field([], max_length=100, description="Where an item is split.")
    start: Place | None = Field(None, description="Where what is added begins.")
    end: Place | None = Field(None, description="Where it ends.")


class OnStep(_Said):
    """A step that is taken."""

    statement: Name = Field(description="The accepted statement it is drafted from.")
    draft: StepDraft


class OnDocument(_Said):
    """A decision on documents."""

    action: Literal["date", "merge", "split"]
    documents: list[Name] = Field(min_length=1, max_length=100)
    day: date | None = Field(None, description="The day that the document bears.")


class Sent(_Said):
    """A document that is sent."""

    name: Name = Field(description="The name of its file.")
    content: str = Field(max_length=LARGEST_UPLOAD, description="Its bytes, as base64.")
    dated: date | None = Field(None, description="Its day, where it bears none.")
    releasable_to: list[Name] = Field(["public"], min_length=1, max_length=20)
    everything: bool = Field(
        False,  # noqa: FBT003  the default of a field
        description="Also where it bears on nothing of the operation.",
    )


@router.post("/items", operation_id="decide", responses=_REFUSED)
async def on_item(request: Request, said: OnItem) -> Decision:
    """Accept, mend, reject, split, merge or add."""
    desk = _desk(request)
    wanted = Wanted(
        name=desk.opened.name,
        document=said.document,
        by=said.by,
        reason=said.reason,
        audience=desk.audience,
    )
    return await _entered(desk, lambda: _decided(wanted, said))


def _decided(wanted: Wanted, said: OnItem) -> Decision:
    match said.action:
        case "accept":
            return room.accept(wanted, _one(said), said.fields)
        case "reject":
            return room.reject(wanted, _one(said))
        case "split":
            return room.split(wanted, _one(said), said.at)
        case "merge":
            return room.merge(wanted, said.items)
        case "add":
            return room.add(wanted, Span(said.start or 0, said.end or 0), said.fields)


def _one(said: OnItem) -> str:
    if len(said.items) != 1:
        msg = f"to {said.action} takes one item; name it in items"
        raise CannotDecide(msg)
    return said.items[0]


@router.post("/steps", operation_id="take_step", responses=_REFUSED)
async def on_step(request: Request, said: OnStep) -> Decision:
    """Take a step that an accepted statement implies; what it changes is in the answer."""
    desk = _desk(request)
    return await _entered(
        desk,
        lambda: room.take(
            desk.opened.name,
            said.statement,
            said.draft,
            by=said.by,
            reason=said.reason,
            audience=desk.audience,
        ),
    )


@router.post("/documents", operation_id="amend_document", responses=_REFUSED)
async def on_document(request: Request, said: OnDocument) -> Decision:
    """Give a document its day, or documents one origin, or one an origin of its own."""
    desk = _desk(request)
    return await _entered(desk, lambda: _amended(desk, said))


def _amended(desk: Desk, said: OnDocument) -> Decision:
    how: dict[str, Any] = {"by": said.by, "reason": said.reason, "audience": desk.audience}
    if said.action == "merge":
        return room.merge_origins(desk.opened.name, said.documents, **how)
    (document, *others) = said.documents
    if others or (said.action == "date" and said.day is None):
        msg = "name one document, and to date it its day"
        raise CannotDecide(msg)
    if said.action == "date" and said.day is not None:
        return room.date_document(desk.opened.name, document, said.day, **how)
    return room.split_origin(desk.opened.name, document, **how)


@router.post("/received", operation_id="receive", responses=_REFUSED)
async def received(request: Request, sent: Sent) -> Receipt:
    """Receive a document: it is read, kept with its bytes, and put on record."""
    desk = _desk(request)
    try:
        data = base64.b64decode(sent.content, validate=True)
    except (binascii.Error, ValueError) as error:
        msg = "the content is no base64; send the bytes of the file in it"
        raise CannotDecide(msg) from error
    how = Receiving(
        by=sent.by,
        dated=sent.dated,
        releasable_to=tuple(sent.releasable_to),
        everything=sent.everything,
        reason=sent.reason,
        audience=desk.audience,
    )
    return await _entered(desk, lambda: room.receive(desk.opened.name, [(sent.name, data)], how))


@router.post("/undo", operation_id="undo", responses=_REFUSED)
async def undo(request: Request, said: _Said) -> Decision:
    """Undo the last decision that still stands, by another entry."""
    desk = _desk(request)
    return await _entered(
        desk, lambda: room.undo(desk.opened.name, by=said.by, audience=desk.audience)
    )


def _desk(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk


async def _entered(desk: Desk, act: Callable[[], T]) -> T:
    """Take a decision, one at a time, apart from the loop; every view is read anew then."""
    if not desk.may_write:
        msg = "this room is served to be read; guarantor serve OPERATION --edit takes decisions"
        raise CannotDecide(msg)
    async with desk.writing:
        try:
            return await asyncio.to_thread(act)
        finally:
            desk.opened.look_again()
