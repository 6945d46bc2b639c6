"""The evidence queue: documents, what is proposed of them, and what was decided."""

import asyncio
from functools import partial
from typing import Annotated

from fastapi import APIRouter, Path, Response
from pydantic import BaseModel, ConfigDict, Field

from guarantor import room
from guarantor.model import Span
from guarantor.room import CheckedForm, Drafts, Fields, ReviewDocument, ReviewQueue
from guarantor.web.answer import Answer, as_json
from guarantor.web.asked import Question
from guarantor.web.desk import Given
from guarantor.web.refusals import STATUSES, refusing
from guarantor.web.routes.reader import AS_DATA, ReaderOf

router = APIRouter(tags=["review"])
DocumentId = Annotated[str, Path(max_length=80, description="The id of a document.")]
StatementId = Annotated[str, Path(max_length=80, description="The id of a statement.")]


@router.get("/review.json", operation_id="review", response_model=ReviewQueue, responses=AS_DATA)
async def queue(reader: ReaderOf, asked: Question) -> Response:
    """List the documents that may be reviewed, and what was decided lately."""
    make = partial(_queue, reader.desk.may_write)
    return await reader.told("review", asked, make)


def _queue(may_write: bool, given: Given) -> Answer:  # noqa: FBT001  bound before the question
    document = room.review_queue(given.source, given.options.audience, may_write=may_write)
    return as_json(document, "review")


@router.get(
    "/review/{document}.json",
    operation_id="review_document",
    response_model=ReviewDocument,
    responses=AS_DATA,
)
async def document(reader: ReaderOf, asked: Question, document: DocumentId) -> Response:
    """Give a document with its sentences, and what is proposed of them."""
    return await reader.told(
        "review_document", asked, partial(_document, document), document=document
    )


def _document(name: str, given: Given) -> Answer:
    told = room.review_document(given.source, name, given.options.audience)
    return as_json(told, f"review-{name}")


class Form(BaseModel):
    """A form that is to be held against the record."""

    model_config = ConfigDict(extra="forbid")

    start: int = Field(ge=0, le=100_000_000, description="Where its words begin in the text.")
    end: int = Field(ge=0, le=100_000_000, description="Where they end.")
    fields: Fields


@router.post(
    "/review/{document}/check", operation_id="check_form", responses=refusing(*STATUSES, 415)
)
async def check(reader: ReaderOf, document: DocumentId, form: Form) -> CheckedForm:
    """Tell what on record does not agree with a form; nothing is entered."""
    _, source = reader.desk.opened.source()
    span = Span(form.start, form.end)
    return await asyncio.to_thread(
        room.check_form, source, document, span, form.fields, reader.desk.audience
    )


@router.get(
    "/drafts/{statement}.json", operation_id="drafts", response_model=Drafts, responses=AS_DATA
)
async def drafts(reader: ReaderOf, asked: Question, statement: StatementId) -> Response:
    """Draft the steps that a statement implies; nothing of them counts yet."""
    return await reader.told("drafts", asked, partial(_drafts, statement), statement=statement)


def _drafts(name: str, given: Given) -> Answer:
    told = room.drafts(given.source, name, given.options.audience)
    return as_json(told, f"drafts-{name}")
