"""The card of a party as one table: its offers, words, terms and those who wait for it."""

from collections.abc import Iterator
from itertools import chain

from guarantor.brief.document import StatementRow
from guarantor.export import Cell, Table
from guarantor.room.party_documents import PartyCard
from guarantor.room.tables.making import listed, table, terms

PARTY = (
    "party",
    "section",  # offer | said | said_of_it | waits_for | waited_for | lost | event
    "id",
    "day",
    "label",
    "text",
    "firmness",
    "quantity",
    "unit",
    "basis",
    "evidence",
)


def party_table(document: PartyCard) -> Table:
    """Return the card of a party, a row for each thing on it."""
    code = document["party"]["code"]
    return table("party", PARTY, ({"party": code, **row} for row in _rows(document)))


def _rows(document: PartyCard) -> Iterator[dict[str, Cell]]:
    for offer in document["offers"]:
        yield {
            "section": "offer",
            "id": offer["id"],
            "day": offer["since"],
            "label": offer["label"],
            "text": terms(offer["terms"]),
            "firmness": offer["firmness"],
            "quantity": offer["quantity"],
            "unit": offer["unit"],
            "basis": offer["quantity_basis"],
            "evidence": listed(offer["evidence"]),
        }
    yield from (_said("said", row) for row in document["said"])
    yield from (_said("said_of_it", row) for row in document["said_of_it"])
    yield from _terms(document)
    for name in chain.from_iterable((document["lost"] or {}).values()):
        yield {"section": "lost", "id": name, "label": document["names"].get(name, name)}
    for event in document["events"]:
        yield {
            "section": "event",
            "id": event["id"],
            "day": event["day"],
            "label": event["kind"],
            "text": event["text"],
            "basis": event["status"],
            "evidence": listed(event["evidence"]),
        }


def _said(section: str, row: StatementRow) -> dict[str, Cell]:
    return {
        "section": section,
        "id": row["id"],
        "day": row["published_on"],
        "label": f"{row['speaker']}: {row['stance']}",
        "text": row["paraphrase"],
        "firmness": row["firmness"],
        "quantity": row["quantity"],
        "unit": row["unit"],
        "basis": row["attribution"],
        "evidence": row["id"],
    }


def _terms(document: PartyCard) -> Iterator[dict[str, Cell]]:
    for waits in document["waits_for"]:
        term = waits["term"]
        yield {
            "section": "waits_for",
            "id": waits["id"],
            "label": waits["label"],
            "text": term["sentence"],
            "basis": term["basis"],
            "evidence": listed(term["evidence"]),
        }
    for waited in document["waited_for"]:
        yield {
            "section": "waited_for",
            "id": waited["id"],
            "label": waited["label"],
            "text": waited["sentence"],
            "basis": waited["basis"],
            "evidence": listed(waited["evidence"]),
        }
