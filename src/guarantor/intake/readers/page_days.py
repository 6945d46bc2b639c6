"""The day on which a page says that it was published."""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date

from guarantor.intake.readers.datelines import alone, dateline
from guarantor.intake.readers.page_text import Page

_NAMES = (
    *("article:published_time", "og:article:published_time", "datepublished", "article.published"),
    *("parsely-pub-date", "sailthru.date", "publish_date", "publish-date", "publication_date"),
    *("publication-date", "pubdate", "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date"),
    *("dcterms.created", "dc.date.created", "citation_publication_date", "citation_date", "date"),
)
"""Names of meta elements that give a day of publication, the plainest first."""
_ISO = re.compile(r"\s*(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d)")
_FIRST_YEAR = 1900
_LAST_YEAR = 2100
_STORY_TYPES = ("article", "posting", "report", "webpage")


def page_days(page: Page, story: Sequence[str]) -> Iterator[tuple[date, str]]:
    """Yield the days of publication that a page gives and what gives each, the surest first.

    Its meta elements, its linked data, its time elements, and a line of the story that is nothing
    but a date. What a page may have been changed or fetched on is not asked for.

    Args:
        page: The page.
        story: The blocks of its story, in order.
    """
    metas = dict(reversed(page.metas))
    for name in _NAMES:
        if day := day_in(metas.get(name, "")):
            yield day, f"meta element {name}"
            break
    for script in page.scripts:
        if day := _linked_day(script):
            yield day, "linked data datePublished"
            break
    marked = [
        one for one in page.times if "pubdate" in one or one.get("itemprop") == "datePublished"
    ]
    for element in (marked or page.times)[:1]:
        if day := day_in(element.get("datetime", "")):
            yield day, "time element"
    if found := dateline(story):
        yield found[0], f"dateline “{found[1]}”"


def day_in(text: str) -> date | None:
    """Return the day at the beginning of a timestamp; in the time zone that it is given in.

    Example:
        >>> day_in("2025-03-15T23:30:00+01:00"), day_in("15 March 2025"), day_in("soon")
        (datetime.date(2025, 3, 15), datetime.date(2025, 3, 15), None)
    """
    if found := _ISO.match(text):
        year, month, day = map(int, found.groups())
        if not _FIRST_YEAR <= year <= _LAST_YEAR:
            return None
        try:
            return date(year, month, day)
        except ValueError:
            return None
    known = alone(text.strip())
    return known[0] if known else None


def _linked_day(script: str) -> date | None:
    try:
        content = json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return None
    for one in _objects(content):
        if any(kind in str(one.get("@type", "")).lower() for kind in _STORY_TYPES) and (
            day := day_in(str(one.get("datePublished", "")))
        ):
            return day
    return None


def _objects(content: object) -> Iterator[dict[str, object]]:
    """Yield the objects that stand at the top, in a list or in a graph."""
    for one in content if isinstance(content, list) else [content]:
        if isinstance(one, dict):
            yield one
            graph = one.get("@graph")
            yield from (
                (part for part in graph if isinstance(part, dict))
                if isinstance(graph, list)
                else ()
            )
