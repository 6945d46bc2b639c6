"""Answer 5: how breadth and substance moved, day by day as published."""

from collections.abc import Callable

from guarantor.brief.content import Block, Bullets, Part, Section, Sentence, tell
from guarantor.brief.document import DayRow, EventRow, OfferRow
from guarantor.brief.index import Index, is_at_least
from guarantor.brief.sections.movement_shown import days_chart
from guarantor.brief.words import clause, count, say_date
from guarantor.model import EventKind, EventStatus, Firmness, Stance

MOST_DAYS = 3


def movement(index: Index) -> Section:
    """Return how many parties had an offer on record and how firm it was, from day to day."""
    chart = days_chart(index)
    return Section(
        anchor="answer-5",
        title="How did it move?",
        headline=_headline(index),
        blocks=(
            *_most_changed(index),
            *_last_meeting(index),
            *_to_come(index),
            *([chart] if chart.table.rows else []),
        ),
    )


def firm_offers(row: DayRow) -> int:
    """Return how many offers were pledged or firmer."""
    counts = row["offers_by_firmness"].items()
    return sum(many for word, many in counts if is_at_least(word, Firmness.PLEDGED))


def _headline(index: Index) -> Sentence:
    since = [row for row in index.document["series"] if any(row["offers_by_firmness"].values())]
    if not since:
        return tell("No offer was on record on any day.")
    offers = [row for row in index.offers.values() if row["is_offer"]]
    firm = [row for row in offers if is_at_least(row["firmness"], Firmness.PLEDGED)]
    sized = [row for row in offers if row["quantity_basis"] != "undisclosed"]
    return tell(
        f"Since {say_date(since[0]['day'])} breadth, the parties with an offer on record, ",
        *_moved(index, since, lambda row: row["parties"], offers),
        "; substance: offers pledged or firmer ",
        *_moved(index, since, firm_offers, firm),
        ", offers with a number ",
        *_moved(index, since, lambda row: row["offers_with_quantity"], sized),
        ".",
    )


def _moved(
    index: Index, since: list[DayRow], measure: Callable[[DayRow], int], rows: list[OfferRow]
) -> tuple[Part, ...]:
    """Return from where to where something went, and when it last changed."""
    values = [measure(row) for row in since]
    changes = [place for place in range(1, len(values)) if values[place] != values[place - 1]]
    now = index.figure(str(values[-1] or "none"), index.behind(row["id"] for row in rows))
    if not changes:
        return ("stayed at ", now)
    last = say_date(since[changes[-1]]["day"])
    return (f"went from {values[0] or 'none'} to ", now, f" (last change {last})")


def _most_changed(index: Index) -> list[Block]:
    """Return the days on which most contributions became known or changed, in order of time."""
    days = [row for row in index.document["series"] if row["changed"]]
    most = sorted(days, key=lambda row: -len(row["changed"]))[:MOST_DAYS]
    told = [_changed(index, row) for row in sorted(most, key=lambda row: row["day"])]
    return [tell("Most changed on these days:"), Bullets(tuple(told))] if told else []


def _changed(index: Index, row: DayRow) -> Sentence:
    figure = index.figure(
        count(len(row["changed"]), "contribution"), index.behind(row["changed"])
    )
    known = [index.offers[name]["party"] for name in row["changed"] if name in index.offers]
    whose = index.party_list(dict.fromkeys(known))
    texts = [clause(index.events[name]["text"]) for name in row["events"] if name in index.events]
    that_day = f"; that day: {'; '.join(texts)}" if texts else ""
    return tell(f"{say_date(row['day'])}: ", figure, f" new or changed ({whose}){that_day}.")


def _last_meeting(index: Index) -> list[Block]:
    """Return what the latest meeting brought that anybody can see, and what it kept to itself."""
    held = [event for event in index.events.values() if _was_held(event, index)]
    if not held:
        return []
    last = max(held, key=lambda event: event["day"])
    before = [row for row in index.document["series"] if row["day"] < last["day"]]
    since = [row for row in index.document["series"] if row["day"] >= last["day"]]
    changed = [name for row in since for name in row["changed"]]
    said = index.figure(count(sum(row["statements"] for row in since), "statement"), last["evidence"])
    moved = index.figure(count(len(changed), "contribution"), index.behind(changed))
    opening = tell(
        f"Since the last meeting, {say_date(last['day'])} ({clause(last['text'])}): ",
        said,
        ", ",
        moved,
        f" new or changed, {_numbers(before, since)}.",
    )
    return [opening, *_kept(index, last["day"])]


def _was_held(event: EventRow, index: Index) -> bool:
    is_past = event["day"] <= index.document["as_known_on"]
    held = event["status"] in {EventStatus.HELD, EventStatus.CONFIRMED}
    return is_past and held and event["kind"] == EventKind.MEETING


def _numbers(before: list[DayRow], since: list[DayRow]) -> str:
    """Return how many more offers come with a number than before the meeting."""
    had = before[-1]["offers_with_quantity"] if before else 0
    more = since[-1]["offers_with_quantity"] - had if since else 0
    return f"{count(more, 'new number')} among them" if more > 0 else "no new number among them"


def _kept(index: Index, since: str) -> list[Block]:
    """Return the statements that speak of something and do not disclose it."""
    kept = [
        row
        for row in index.statements.values()
        if row["stance"] == Stance.UNDISCLOSED and row["published_on"] >= since
    ]
    if not kept:
        return []
    figure = index.figure(count(len(kept), "statement"), [row["id"] for row in kept])
    speak = "speaks" if len(kept) == 1 else "speak"
    told = [tell(index.figure(row["speaker"], [row["id"]]), f": {row['paraphrase']}") for row in kept]
    opening = tell(figure, f" since then {speak} of something without disclosing it:")
    return [opening, Bullets(tuple(told))]


def _to_come(index: Index) -> list[Block]:
    """Return what is planned after the day."""
    day = index.document["as_known_on"]
    planned = [row for row in index.events.values() if row["status"] == EventStatus.PLANNED and row["day"] > day]
    told = [
        tell("Next: ", index.figure(say_date(row["day"]), row["evidence"]), f", {clause(row['text'])} (planned).")
        for row in sorted(planned, key=lambda row: row["day"])
    ]
    return [*told]
