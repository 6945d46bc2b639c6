"""The brief: the same page as the command writes."""

import re
from html import unescape

from fastapi import APIRouter, Response

from guarantor import room
from guarantor.brief import Assessment
from guarantor.web.answer import HTML, Answer, as_json, as_table
from guarantor.web.asked import Question
from guarantor.web.desk import Given
from guarantor.web.routes.reader import (
    AS_CSV,
    AS_DATA,
    AS_HTML,
    CsvResponse,
    PageResponse,
    ReaderOf,
)

router = APIRouter(tags=["brief"])
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"')


@router.get(
    "/brief.html", operation_id="brief_page", response_class=PageResponse, responses=AS_HTML
)
async def brief_page(reader: ReaderOf, asked: Question) -> Response:
    """Give the brief as one page that opens offline; to be saved, it carries the what-if too."""
    if asked.download:
        return await reader.told("brief.html to be saved", asked, _file)
    return await reader.told("brief.html", asked, _page)


def _page(given: Given) -> Answer:
    document = given.assessment()
    return _told(document, room.brief_page(document))


def _file(given: Given) -> Answer:
    document = given.assessment()
    if given.book.is_large(given.options):  # its diagram would outgrow any file, slowly
        return _told(document, room.brief_page(document))
    what_if = room.what_if(given.source, given.options, document, given.track)
    return _told(document, room.brief_page(document, what_if))


def _told(document: Assessment, page: str) -> Answer:
    """Return the page of a brief, under its own policy."""
    found = _POLICY.search(page)
    own = unescape(found[1]) if found else "default-src 'none'"
    file = room.file_name(document, "brief", "html")
    return Answer(page.encode(), HTML, file, f"{own}; frame-ancestors 'self'")


@router.get("/brief.json", operation_id="brief", response_model=Assessment, responses=AS_DATA)
async def brief(reader: ReaderOf, asked: Question) -> Response:
    """Give what the brief is told from: the whole assessment."""
    return await reader.told("brief", asked, _brief)


def _brief(given: Given) -> Answer:
    return as_json(given.assessment(), "brief")


@router.get("/brief.csv", operation_id="brief_table", response_class=CsvResponse, responses=AS_CSV)
async def brief_table(reader: ReaderOf, asked: Question) -> Response:
    """Give the requirement lines of the brief as a table."""
    return await reader.told("brief.csv", asked, _brief_table)


def _brief_table(given: Given) -> Answer:
    document = given.assessment()
    return as_table(room.brief_table(document), document, "brief")
