"""The parties: a card of each."""

from functools import partial
from typing import Annotated

from fastapi import APIRouter, Path, Response

from guarantor import room
from guarantor.room import PartyCard, PartyList
from guarantor.web.answer import Answer, as_json, as_table
from guarantor.web.asked import Question
from guarantor.web.desk import Given
from guarantor.web.routes.reader import AS_CSV, AS_DATA, CsvResponse, ReaderOf

router = APIRouter(tags=["parties"])
_RUNS = 1 << 16
"""How many runs are drawn for the chances of a card where they have to be sampled."""
Code = Annotated[str, Path(max_length=200, description="The code of a party.")]


@router.get("/party.json", operation_id="parties", response_model=PartyList, responses=AS_DATA)
async def parties(reader: ReaderOf, asked: Question) -> Response:
    """Tell who takes part, and how much of each is on record."""
    return await reader.told("parties", asked, _parties)


def _parties(given: Given) -> Answer:
    return as_json(room.party_list(given.operation, given.options), "parties")


@router.get(
    "/party.csv", operation_id="parties_table", response_class=CsvResponse, responses=AS_CSV
)
async def parties_table(reader: ReaderOf, asked: Question) -> Response:
    """Give the parties as a table."""
    return await reader.told("parties.csv", asked, _parties_table)


def _parties_table(given: Given) -> Answer:
    document = room.party_list(given.operation, given.options)
    return as_table(room.party_list_table(document), document, "parties")


@router.get("/party/{code}.json", operation_id="party", response_model=PartyCard, responses=AS_DATA)
async def party(reader: ReaderOf, asked: Question, code: Code) -> Response:
    """Tell what a party offered, said, refused, waits for and is waited for."""
    return await reader.told("party", asked, partial(_party, code), code=code)


def _party(code: str, given: Given) -> Answer:
    return as_json(_card(code, given), f"party-{code}")


@router.get(
    "/party/{code}.csv", operation_id="party_table", response_class=CsvResponse, responses=AS_CSV
)
async def party_table(reader: ReaderOf, asked: Question, code: Code) -> Response:
    """Give the card of a party as a table."""
    return await reader.told("party.csv", asked, partial(_party_table, code), code=code)


def _party_table(code: str, given: Given) -> Answer:
    document = _card(code, given)
    return as_table(room.party_table(document), document, f"party-{code}")


def _card(code: str, given: Given) -> PartyCard:
    runs = _RUNS if given.book.is_large(given.options) else None
    results = given.book.chances(given.at_once, runs)["parties"]
    return room.party_card(given.operation, given.options, code, results)
