"""Answer 5: how breadth and substance moved, day by day as published."""

from itertools import pairwise

from guarantor.brief.content import Block, Bullets, Part, Section, Sentence, tell
from guarantor.brief.days import Day, days
from guarantor.brief.firmness import is_firm
from guarantor.brief.index import Index
from guarantor.brief.naming import counted_offers, party_list
from guarantor.brief.sections.meetings import last_meeting, to_come
from guarantor.brief.sections.movement_shown import days_chart
from guarantor.brief.words import clause, count, say_date, some_of

MOST_DAYS = 3
MOST_EVENTS = 2


def movement(index: Index) -> Section:
    """Return how many parties had an offer on record and how firm it was, from day to day."""
    series = days(index)
    chart = days_chart(index, series)
    return Section(
        anchor="answer-5",
        title="How did it move?",
        headline=_headline(index, series),
        blocks=(
            *_most_changed(index),
            *last_meeting(index),
            *to_come(index),
            *([chart] if chart.table.rows else []),
        ),
    )


def _headline(index: Index, series: list[Day]) -> Sentence:
    if not series:
        return tell("No offer was on record on any day.")
    offers = [row["id"] for name in index.capabilities for row in index.standing(name)]
    firm = [name for name in offers if is_firm(index.offers[name]["firmness"])]
    sized = [name for name in offers if index.offers[name]["quantity_basis"] != "undisclosed"]
    of = counted_offers(index)
    return tell(
        f"Breadth: since {say_date(series[0].day)} the parties with {of} on record ",
        *_moved(index, [(day.day, day.parties) for day in series], offers),
        ". Substance: those pledged or firmer ",
        *_moved(index, [(day.day, day.firm) for day in series], firm),
        ", those with a number ",
        *_moved(index, [(day.day, day.sized) for day in series], sized),
        ".",
    )


def _moved(index: Index, values: list[tuple[str, int]], offers: list[str]) -> tuple[Part, ...]:
    """Return from where to where something went, and when it last changed."""
    changes = [day for (_, before), (day, value) in pairwise(values) if value != before]
    now = index.resting(str(values[-1][1] or "none"), offers)
    if not changes:
        return ("stayed at ", now)
    last = f" (last on {say_date(changes[-1])})"
    first = values[0][1]
    if first == values[-1][1]:
        return ("moved and came back to ", now, last)
    return (f"went from {first or 'none'} to ", now, last)


def _most_changed(index: Index) -> list[Block]:
    """Return the days on which most contributions became known or changed, in order of time."""
    rows = [row for row in index.document["series"] if row["changed"]]
    most = sorted(rows, key=lambda row: -len(row["changed"]))[:MOST_DAYS]
    told = [
        _changed(index, row["day"], row["changed"], row["events"])
        for row in sorted(most, key=lambda row: row["day"])
    ]
    opening = tell("Most contributions of any kind became known or changed on these days:")
    return [opening, Bullets(tuple(told))] if told else []


def _changed(index: Index, day: str, changed: list[str], events: list[str]) -> Sentence:
    said = index.resting(count(len(changed), "contribution"), changed)
    whose = party_list(index, index.whose(changed))
    texts = [clause(index.events[name]["text"]) for name in events if name in index.events]
    that_day = f"; that day: {'; '.join(some_of(texts, MOST_EVENTS, 'events'))}" if texts else ""
    return tell(f"{say_date(day)}: ", said, f" ({whose}){that_day}.")
