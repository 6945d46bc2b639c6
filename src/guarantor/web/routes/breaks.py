"""What would break it, and what to ask for."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Path, Response

from guarantor import room
from guarantor.brief.document import AsksDocument
from guarantor.room import Breaks, Broken
from guarantor.web.answer import Answer, as_json, as_table
from guarantor.web.asked import Question
from guarantor.web.desk import Given
from guarantor.web.routes.reader import AS_CSV, AS_DATA, CsvResponse, ReaderOf

router = APIRouter(tags=["breaks and asks"])
What = Annotated[
    str, Path(max_length=200, description="A proposition, a party or a contribution, by its id.")
]


@router.get("/breaks.json", operation_id="breaks", response_model=Broken, responses=AS_DATA)
async def breaks(reader: ReaderOf, asked: Question) -> Response:
    """Tell what would break it: the sets that do, what hangs on what, the pacts."""
    return await reader.told("breaks", asked, _breaks)


def _breaks(given: Given) -> Answer:
    return as_json(room.broken(given.assessment()), "breaks")


@router.get(
    "/breaks.csv", operation_id="breaks_table", response_class=CsvResponse, responses=AS_CSV
)
async def breaks_table(reader: ReaderOf, asked: Question) -> Response:
    """Tell what would break it, as a table."""
    return await reader.told("breaks.csv", asked, _breaks_table)


def _breaks_table(given: Given) -> Answer:
    document = room.broken(given.assessment())
    return as_table(room.broken_table(document), document, "breaks")


@router.get(
    "/breaks/{what}.json", operation_id="breaks_of", response_model=Breaks, responses=AS_DATA
)
async def breaks_of(reader: ReaderOf, asked: Question, what: What) -> Response:
    """Tell what follows, round by round, when something fails."""
    return await reader.told("breaks of", asked, partial(_breaks_of, what), what=what)


def _breaks_of(what: str, given: Given) -> Answer:
    return as_json(room.breaks(given.operation, what, given.options), f"breaks-{what}")


@router.get("/asks.json", operation_id="asks", response_model=AsksDocument, responses=AS_DATA)
async def asks(reader: ReaderOf, asked: Question) -> Response:
    """Tell what to ask for, the best first; as it takes long, rather ask for it as a job."""
    return await reader.told("asks", asked, asks_answer)


def asks_answer(given: Given) -> Answer:
    """Return what to ask for."""
    return as_json(_asks(given), "asks")


@router.get("/asks.csv", operation_id="asks_table", response_class=CsvResponse, responses=AS_CSV)
async def asks_table(reader: ReaderOf, asked: Question) -> Response:
    """Tell what to ask for, as a table."""
    return await reader.told("asks.csv", asked, _asks_table)


def _asks_table(given: Given) -> Answer:
    document = _asks(given)
    return as_table(room.asks_table(document), document, "asks")


def _asks(given: Given) -> AsksDocument:
    """Return what to ask for, worked out once for the data and the table."""
    return given.document("asks", partial(room.asks, track=given.track))
