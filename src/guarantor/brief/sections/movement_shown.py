"""The picture of answer 5: breadth and substance by day, with the events."""

from guarantor.brief.content import Chart, Row, Sentence, Table, joined, tell
from guarantor.brief.days import Day
from guarantor.brief.firmness import firmest_first, of_firmness
from guarantor.brief.index import Index
from guarantor.brief.naming import counted_offers
from guarantor.brief.pictures import DayPoint, DaysPicture
from guarantor.brief.words import capital, say_date
from guarantor.model import day


def days_chart(index: Index, series: list[Day]) -> Chart:
    """Return breadth and substance on every day on which something was published."""
    numbered = _numbered(index, series)
    of = counted_offers(index)
    picture = DaysPicture(
        title=f"{capital(of)}: breadth and substance by day of publication",
        description="Above, parties with an offer on record; below, their offers by firmness and, "
        "as a line, those with a number. Numbered marks are events, named in the table.",
        points=tuple(_point(row, numbered) for row in series),
    )
    table = Table(
        caption=f"{capital(of)}, day by day as published",
        columns=("Day", "#Statements", "#Parties", "By firmness", "#With a number", "Events"),
        rows=tuple(_row(index, row, numbered) for row in series),
        reads_down=True,
    )
    return Chart(picture, table)


def _numbered(index: Index, series: list[Day]) -> dict[str, int]:
    """Return the events of the series with their running numbers."""
    names = dict.fromkeys(name for row in series for name in row.events if name in index.events)
    return {name: place for place, name in enumerate(names, start=1)}


def _point(row: Day, numbered: dict[str, int]) -> DayPoint:
    return DayPoint(
        day=day(row.day),
        parties=row.parties,
        by_firmness={word: row.by_firmness[word] for word in firmest_first(row.by_firmness)},
        with_number=row.sized,
        events=tuple(numbered[name] for name in row.events if name in numbered),
    )


def _row(index: Index, row: Day, numbered: dict[str, int]) -> Row:
    counts = row.by_firmness
    firmness = (f"{counts[word]} {of_firmness(word)}" for word in firmest_first(counts))
    said = [one["id"] for one in index.statements.values() if one["published_on"] == row.day]
    events = [_event(index, name, numbered) for name in row.events if name in numbered]
    return Row(
        cells=(
            tell(say_date(row.day)),
            tell(index.figure(str(row.statements), said)),
            tell(str(row.parties)),
            tell(", ".join(firmness)),
            tell(str(row.sized or "none")),
            joined(events, between="; ", last="; "),
        )
    )


def _event(index: Index, name: str, numbered: dict[str, int]) -> Sentence:
    event = index.events[name]
    status = index.figure(event["status"], event["evidence"])
    return tell(f"({numbered[name]}) {event['text']} (", status, ")")
