"""The parties as a table."""

from collections.abc import Iterator

from guarantor.export import Cell, Table
from guarantor.room.party_list import PartyList
from guarantor.room.tables.making import listed, table

PARTIES = (
    "code",
    "name",
    "roles",
    "contributions",
    "offers",
    "firmest",
    "statements",
    "last_heard",
)


def party_list_table(document: PartyList) -> Table:
    """Return the parties, a row each."""
    return table("parties", PARTIES, _rows(document))


def _rows(document: PartyList) -> Iterator[dict[str, Cell]]:
    for row in document["parties"]:
        yield {
            "code": row["code"],
            "name": row["name"],
            "roles": listed(row["roles"]),
            "contributions": row["contributions"],
            "offers": row["offers"],
            "firmest": row["firmest"],
            "statements": row["statements"],
            "last_heard": row["last_heard"],
        }
