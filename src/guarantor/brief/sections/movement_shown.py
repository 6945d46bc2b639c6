"""The picture of answer 5: breadth and substance by day, with the events."""

from guarantor.brief.content import Chart, Row, Table, tell
from guarantor.brief.document import DayRow, EventRow
from guarantor.brief.index import Index, firmest_first
from guarantor.brief.pictures import DayPoint, DaysPicture
from guarantor.brief.words import say_date
from guarantor.model import day


def days_chart(index: Index) -> Chart:
    """Return breadth and substance on every day on which something was published."""
    series = index.document["series"]
    numbered = _numbered(index)
    picture = DaysPicture(
        title="Breadth and substance by day of publication",
        description="Above, parties with an offer on record; below, offers by firmness and, as a "
        "line, offers with a number. Numbered marks are events; they are named in the table.",
        points=tuple(_point(row, numbered) for row in series),
    )
    columns = (
        "Day",
        "#Statements",
        "#Parties with an offer",
        "By firmness",
        "#With a number",
        "#Can stand, nobody first",
        "#Can stand, together",
        "Events",
    )
    rows = tuple(_row(index, row, numbered) for row in series)
    table = Table(caption="Breadth and substance, day by day as published", columns=columns, rows=rows, reads_down=True)
    return Chart(picture, table)


def _numbered(index: Index) -> dict[str, tuple[int, EventRow]]:
    """Return the events of the series with their running numbers."""
    names = [name for row in index.document["series"] for name in row["events"]]
    known = [name for name in dict.fromkeys(names) if name in index.events]
    return {name: (place, index.events[name]) for place, name in enumerate(known, start=1)}


def _point(row: DayRow, numbered: dict[str, tuple[int, EventRow]]) -> DayPoint:
    counts = row["offers_by_firmness"]
    return DayPoint(
        day=day(row["day"]),
        parties=row["parties"],
        by_firmness={word: counts[word] for word in firmest_first(counts)},
        with_number=row["offers_with_quantity"],
        events=tuple(numbered[name][0] for name in row["events"] if name in numbered),
    )


def _row(index: Index, row: DayRow, numbered: dict[str, tuple[int, EventRow]]) -> Row:
    counts = row["offers_by_firmness"]
    firmness = ", ".join(f"{counts[word]} {word}" for word in firmest_first(counts) if counts[word])
    published = [one["id"] for one in index.statements.values() if one["published_on"] == row["day"]]
    events = [
        f"({numbered[name][0]}) {numbered[name][1]['text']}, {numbered[name][1]['status']}"
        for name in row["events"]
        if name in numbered
    ]
    return Row(
        cells=(
            tell(say_date(row["day"])),
            tell(index.figure(str(row["statements"]), published)),
            tell(str(row["parties"])),
            tell(firmness),
            tell(str(row["offers_with_quantity"] or "none")),
            tell(str(row["can_stand"]["nobody_moves_first"] or "none")),
            tell(str(row["can_stand"]["moving_together"] or "none")),
            tell("; ".join(events)),
        )
    )
