"""The timeline as one table: events, records and arrangements."""

from collections.abc import Iterator

from guarantor.export import Cell, Table
from guarantor.room.tables.making import listed, table
from guarantor.room.timeline import Timeline

TIMELINE = (
    "kind",
    "id",
    "day",
    "until",
    "when",
    "state",
    "text",
    "participants",
    "evidence",
    "note",
)


def timeline_table(document: Timeline) -> Table:
    """Return events, what became known of propositions, and arrangements, a row each.

    An arrangement has no day of its own.
    """
    return table("timeline", TIMELINE, _rows(document))


def _rows(document: Timeline) -> Iterator[dict[str, Cell]]:
    for event in document["events"]:
        yield {
            "kind": event["kind"],
            "id": event["id"],
            "day": event["day"],
            "until": event["until"],
            "when": event["when"],
            "state": event["status"],
            "text": event["text"],
            "participants": listed(event["participants"]),
            "evidence": listed(event["evidence"]),
        }
    for mark in document["marks"]:
        yield {
            "kind": "record",
            "id": mark["id"],
            "day": mark["day"],
            "until": mark["until"],
            "when": "past",
            "state": mark["state"],
            "text": mark["text"],
            "evidence": listed(mark["evidence"]),
            "note": mark["note"],
        }
    for one in document["arrangements"]:
        yield {
            "kind": "arrangement",
            "id": one["topic"],
            "state": one["state"],
            "text": one["text"],
            "evidence": listed(one["evidence"]),
            "note": one["note"],
        }
