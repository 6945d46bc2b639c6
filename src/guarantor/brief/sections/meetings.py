"""What the latest meeting brought that anybody can see, what it kept to itself, what is to come."""

from guarantor.brief.content import Block, Bullets, tell
from guarantor.brief.document import DayRow, EventRow
from guarantor.brief.index import Index
from guarantor.brief.words import capital, clause, count, say_date
from guarantor.model import EventKind, EventStatus, Stance

HELD = frozenset(map(str, (EventStatus.HELD, EventStatus.CONFIRMED)))


def last_meeting(index: Index) -> list[Block]:
    """Return what was published since the latest meeting was held, from its day on."""
    held = [event for event in index.events.values() if _was_held(index, event)]
    if not held:
        return []
    last = max(held, key=lambda event: event["day"])
    before = [row for row in index.document["series"] if row["day"] < last["day"]]
    since = [row for row in index.document["series"] if row["day"] >= last["day"]]
    changed = list(dict.fromkeys(name for row in since for name in row["changed"]))
    published = [
        row["id"] for row in index.statements.values() if row["published_on"] >= last["day"]
    ]
    said = index.figure(count(sum(row["statements"] for row in since), "statement"), published)
    moved = index.resting(count(len(changed), "contribution"), changed)
    opening = tell(
        "Since the last meeting, ",
        index.figure(say_date(last["day"]), last["evidence"]),
        f" ({clause(last['text'])}): ",
        said,
        ", ",
        moved,
        f" new or changed, {_numbers(before, since)}.",
    )
    return [opening, *_kept(index, last["day"])]


def _was_held(index: Index, event: EventRow) -> bool:
    is_past = event["day"] <= index.document["as_known_on"]
    return is_past and event["status"] in HELD and event["kind"] == EventKind.MEETING


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
    said = index.figure(count(len(kept), "statement"), [row["id"] for row in kept])
    speak = "speaks" if len(kept) == 1 else "speak"
    told = [
        tell(index.figure(capital(row["speaker"]), [row["id"]]), f": {row['paraphrase']}")
        for row in kept
    ]
    opening = tell(said, f" among these {speak} of something that is not disclosed:")
    return [opening, Bullets(tuple(told))]


def to_come(index: Index) -> list[Block]:
    """Return what is planned after the day."""
    today = index.document["as_known_on"]
    planned = [
        event
        for event in index.events.values()
        if event["status"] == EventStatus.PLANNED and event["day"] > today
    ]
    return [
        tell(
            "To come: ",
            index.figure(say_date(event["day"]), event["evidence"]),
            f", {clause(event['text'])} (planned).",
        )
        for event in sorted(planned, key=lambda event: event["day"])
    ]
