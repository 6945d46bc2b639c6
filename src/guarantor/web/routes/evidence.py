"""The evidence: who said what, and what rests on it."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from pydantic import Field

from guarantor import room
from guarantor.room import EvidenceFacets, EvidenceView, StatementView
from guarantor.web.answer import Answer, as_json, as_table
from guarantor.web.asked import Asked, Many, Question, Text
from guarantor.web.desk import Given
from guarantor.web.routes.reader import AS_CSV, AS_DATA, CsvResponse, ReaderOf

router = APIRouter(tags=["evidence"])
Statement = Annotated[str, Path(max_length=200, description="The id of a statement.")]
Addresses = Annotated[list[Annotated[str, Field(max_length=2_000)]], Field(max_length=10)]
Speakers = Annotated[list[Annotated[str, Field(max_length=200)]], Field(max_length=200)]


class AskedOfEvidence(Asked):
    """The question, and what the evidence is narrowed to; of each, one of the values is enough."""

    about: Many = Field([], description="The code of a party that is spoken about.")
    speaker: Speakers = Field([], description="The code of a party that speaks; empty: of none.")
    stance: Many = Field([], description="What a statement does.")
    origin: Addresses = Field([], description="The address of a page, or a statement's own id.")
    text: Text = Field("", description="Words that all have to stand in the statement.")
    sort: Text = Field("", description="A column; with - in front the last come first.")


AskedEvidence = Annotated[AskedOfEvidence, Query()]


def _view(asked: AskedOfEvidence, given: Given) -> EvidenceView:
    facets = EvidenceFacets(
        about=tuple(asked.about),
        speaker=tuple(asked.speaker),
        stance=tuple(asked.stance),
        origin=tuple(asked.origin),
        text=asked.text,
    )
    return room.evidence_view(given.operation, given.options, facets, sort=asked.sort)


@router.get(
    "/evidence.json", operation_id="evidence", response_model=EvidenceView, responses=AS_DATA
)
async def evidence(reader: ReaderOf, asked: AskedEvidence) -> Response:
    """Give the statements in view, narrowed and sorted."""
    return await reader.told("evidence", asked, partial(_evidence, asked), **asked.further())


def _evidence(asked: AskedOfEvidence, given: Given) -> Answer:
    return as_json(_view(asked, given), "evidence")


@router.get(
    "/evidence.csv", operation_id="evidence_table", response_class=CsvResponse, responses=AS_CSV
)
async def evidence_table(reader: ReaderOf, asked: AskedEvidence) -> Response:
    """Give exactly this view of the statements as a table."""
    make = partial(_evidence_table, asked)
    return await reader.told("evidence.csv", asked, make, **asked.further())


def _evidence_table(asked: AskedOfEvidence, given: Given) -> Answer:
    document = _view(asked, given)
    return as_table(room.evidence_table(document), document, "evidence")


@router.get(
    "/evidence/{statement}.json",
    operation_id="statement",
    response_model=StatementView,
    responses=AS_DATA,
)
async def statement(reader: ReaderOf, asked: Question, statement: Statement) -> Response:
    """Tell who said what where, and everything that rests on it."""
    make = partial(_statement, statement)
    return await reader.told("statement", asked, make, statement=statement)


def _statement(name: str, given: Given) -> Answer:
    return as_json(_statement_view(name, given), f"evidence-{name}")


@router.get(
    "/evidence/{statement}.csv",
    operation_id="statement_table",
    response_class=CsvResponse,
    responses=AS_CSV,
)
async def statement_table(reader: ReaderOf, asked: Question, statement: Statement) -> Response:
    """Tell what rests on a statement, as a table."""
    make = partial(_statement_table, statement)
    return await reader.told("statement.csv", asked, make, statement=statement)


def _statement_table(name: str, given: Given) -> Answer:
    document = _statement_view(name, given)
    return as_table(room.statement_table(document), document, f"evidence-{name}")


def _statement_view(name: str, given: Given) -> StatementView:
    return room.statement_view(given.source, given.options, name, given.assessment_if_small())
