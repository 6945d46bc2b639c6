"""The ledger: who offered what, and how each offer came to stand as it does."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from pydantic import Field

from guarantor import room
from guarantor.model.time import day
from guarantor.room import Facets, History, LedgerView
from guarantor.web.answer import XLSX, Answer, as_json, as_table
from guarantor.web.asked import Absent, Asked, Day, Many, Question, Text
from guarantor.web.desk import Given
from guarantor.web.routes.reader import (
    AS_CSV,
    AS_DATA,
    AS_XLSX,
    CsvResponse,
    ReaderOf,
    SheetResponse,
)

router = APIRouter(tags=["ledger"])
Offer = Annotated[str, Path(max_length=200, description="The id of a contribution.")]


class AskedOfLedger(Asked):
    """The question, and what the ledger is narrowed to; of each, one of the values is enough."""

    party: Many = Field([], description="The code of a party.")
    capability: Many = Field([], description="A capability; undisclosed is one nobody disclosed.")
    firmness: Many = Field([], description="A word of firmness.")
    basis: Many = Field([], description="stated, reported or undisclosed: whose word it is.")
    text: Text = Field("", description="Words that all have to stand in the row.")
    sort: Text = Field("", description="A column; with - in front the last come first.")
    compare: Day | Absent = Field(None, description="The day since which changes are told.")


AskedLedger = Annotated[AskedOfLedger, Query()]


def _view(asked: AskedOfLedger, given: Given) -> LedgerView:
    facets = Facets(
        party=tuple(asked.party),
        capability=tuple(asked.capability),
        firmness=tuple(asked.firmness),
        basis=tuple(asked.basis),
        text=asked.text,
    )
    since = None if asked.compare is None else day(asked.compare)
    return room.ledger_view(given.operation, given.options, facets, sort=asked.sort, compare=since)


@router.get("/ledger.json", operation_id="ledger", response_model=LedgerView, responses=AS_DATA)
async def ledger(reader: ReaderOf, asked: AskedLedger) -> Response:
    """Give the offers in view, narrowed and sorted."""
    return await reader.told("ledger", asked, partial(_ledger, asked), **asked.further())


def _ledger(asked: AskedOfLedger, given: Given) -> Answer:
    return as_json(_view(asked, given), "ledger")


@router.get(
    "/ledger.csv", operation_id="ledger_table", response_class=CsvResponse, responses=AS_CSV
)
async def ledger_table(reader: ReaderOf, asked: AskedLedger) -> Response:
    """Give exactly this view of the offers as a table."""
    return await reader.told("ledger.csv", asked, partial(_ledger_csv, asked), **asked.further())


def _ledger_csv(asked: AskedOfLedger, given: Given) -> Answer:
    document = _view(asked, given)
    return as_table(room.ledger_table(document), document, "ledger")


@router.get(
    "/ledger.xlsx", operation_id="ledger_sheet", response_class=SheetResponse, responses=AS_XLSX
)
async def ledger_sheet(reader: ReaderOf, asked: AskedLedger) -> Response:
    """Give exactly this view of the offers as a spreadsheet."""
    return await reader.told("ledger.xlsx", asked, partial(_ledger_xlsx, asked), **asked.further())


def _ledger_xlsx(asked: AskedOfLedger, given: Given) -> Answer:
    document = _view(asked, given)
    sheet = room.xlsx_bytes(room.ledger_table(document), room.banner(document))
    return Answer(sheet, XLSX, room.file_name(document, "ledger", "xlsx"))


@router.get("/ledger/{offer}.json", operation_id="offer", response_model=History, responses=AS_DATA)
async def offer(reader: ReaderOf, asked: Question, offer: Offer) -> Response:
    """Tell how an offer came to stand as it does, day by day."""
    return await reader.told("offer", asked, partial(_offer, offer), offer=offer)


def _offer(name: str, given: Given) -> Answer:
    return as_json(room.history(given.operation, given.options, name), f"ledger-{name}")


@router.get(
    "/ledger/{offer}.csv", operation_id="offer_table", response_class=CsvResponse, responses=AS_CSV
)
async def offer_table(reader: ReaderOf, asked: Question, offer: Offer) -> Response:
    """Tell how an offer came to stand as it does, as a table."""
    return await reader.told("offer.csv", asked, partial(_offer_table, offer), offer=offer)


def _offer_table(name: str, given: Given) -> Answer:
    document = room.history(given.operation, given.options, name)
    return as_table(room.history_table(document), document, f"ledger-{name}")
