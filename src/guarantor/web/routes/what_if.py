"""What if: whether it adds up, how likely it is, and the logic for the page to answer itself."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Query, Response
from pydantic import Field

from guarantor import room
from guarantor.brief import Assessment
from guarantor.errors import TooLarge
from guarantor.room import (
    Answers,
    ChanceDocument,
    CompiledDiagram,
    OnRecord,
    OperationAbout,
    StructureDocument,
)
from guarantor.web.answer import Answer, as_json, as_table
from guarantor.web.asked import Absent, Asked, Question
from guarantor.web.desk import Given
from guarantor.web.routes.reader import AS_CSV, AS_DATA, CsvResponse, ReaderOf

router = APIRouter(tags=["what if"])
MOST_RUNS = 1 << 22


class AskedInRuns(Asked):
    """The question, and how many runs may be drawn for it."""

    runs: Annotated[int, Field(ge=64, le=MOST_RUNS)] | Absent = Field(
        None,
        description="How many runs are drawn. Left out, the chances are exact where that fits and "
        "else sampled as finely as an assessment has them.",
    )


@router.get(
    "/operation.json", operation_id="operation", response_model=OperationAbout, responses=AS_DATA
)
async def operation(reader: ReaderOf, asked: Question) -> Response:
    """Tell what the operation is, and what may be set."""
    return await reader.told("operation", asked, _operation)


def _operation(given: Given) -> Answer:
    return as_json(room.about(given.source, given.options), "operation")


@router.get("/what-if.json", operation_id="what_if", response_model=Assessment, responses=AS_DATA)
async def what_if(reader: ReaderOf, asked: Question) -> Response:
    """Tell whether it adds up: the whole assessment."""
    return await reader.told("what-if", asked, what_if_answer)


def what_if_answer(given: Given) -> Answer:
    """Return the assessment."""
    return as_json(given.assessment(), "what-if")


@router.get(
    "/what-if.csv", operation_id="what_if_table", response_class=CsvResponse, responses=AS_CSV
)
async def what_if_table(reader: ReaderOf, asked: Question) -> Response:
    """Tell whether it adds up, as a table of the chances and offers."""
    return await reader.told("what-if.csv", asked, _what_if_table)


def _what_if_table(given: Given) -> Answer:
    document = given.assessment()
    return as_table(room.answer_table(document), document, "what-if")


@router.get("/answers.json", operation_id="answers", response_model=Answers, responses=AS_DATA)
async def answers(reader: ReaderOf, asked: Question) -> Response:
    """Give the five answers of the brief, in its words."""
    return await reader.told("answers", asked, _answers)


def _answers(given: Given) -> Answer:
    return as_json(room.answers(given.assessment()), "answers")


@router.get("/record.json", operation_id="record", response_model=OnRecord, responses=AS_DATA)
async def record(reader: ReaderOf, asked: Question) -> Response:
    """Give what is on record, before anything is worked out of it."""
    return await reader.told("record", asked, _record)


def _record(given: Given) -> Answer:
    return as_json(room.record(given.operation, given.options), "record")


@router.get(
    "/structure.json", operation_id="structure", response_model=StructureDocument, responses=AS_DATA
)
async def structure(reader: ReaderOf, asked: Question) -> Response:
    """Give the logic of the view, whatever is switched, from which the page tells who follows."""
    return await reader.told("structure", asked, _structure)


def _structure(given: Given) -> Answer:
    return as_json(room.structure(given.operation, given.options), "structure")


@router.get(
    "/diagram.json", operation_id="diagram", response_model=CompiledDiagram, responses=AS_DATA
)
async def diagram(reader: ReaderOf, asked: Question) -> Response:
    """Give the compiled diagram, from which any program tells what happens if."""
    return await reader.told("diagram", asked, diagram_answer)


def diagram_answer(given: Given) -> Answer:
    """Return the compiled diagram."""
    if given.book.is_large(given.options):
        msg = (
            "there is too much uncertain here for a diagram: ask for the chances, which are sampled"
        )
        raise TooLarge(msg)
    return as_json(room.compile_diagram(given.operation, given.at_once, given.track), "diagram")


@router.get("/chance.json", operation_id="chance", response_model=ChanceDocument, responses=AS_DATA)
async def chance(reader: ReaderOf, asked: Annotated[AskedInRuns, Query()]) -> Response:
    """Tell how likely it is, at once where few runs are asked for."""
    return await reader.told("chance", asked, partial(_chance, asked.runs), runs=asked.runs)


def _chance(runs: int | None, given: Given) -> Answer:
    return as_json(given.book.chances(given.at_once, runs), "chance")
