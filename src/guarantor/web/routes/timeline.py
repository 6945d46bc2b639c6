"""The timeline: what happened, what became known, what is planned."""

from fastapi import APIRouter, Response

from guarantor import room
from guarantor.room import Timeline
from guarantor.web.answer import Answer, as_json, as_table
from guarantor.web.asked import Question
from guarantor.web.desk import Given
from guarantor.web.routes.reader import AS_CSV, AS_DATA, CsvResponse, ReaderOf

router = APIRouter(tags=["timeline"])


@router.get("/timeline.json", operation_id="timeline", response_model=Timeline, responses=AS_DATA)
async def timeline(reader: ReaderOf, asked: Question) -> Response:
    """Tell what happened and what is planned."""
    return await reader.told("timeline", asked, _timeline)


def _timeline(given: Given) -> Answer:
    return as_json(room.timeline(given.operation, given.options), "timeline")


@router.get(
    "/timeline.csv", operation_id="timeline_table", response_class=CsvResponse, responses=AS_CSV
)
async def timeline_table(reader: ReaderOf, asked: Question) -> Response:
    """Tell what happened and what is planned, as a table."""
    return await reader.told("timeline.csv", asked, _timeline_table)


def _timeline_table(given: Given) -> Answer:
    document = room.timeline(given.operation, given.options)
    return as_table(room.timeline_table(document), document, "timeline")
