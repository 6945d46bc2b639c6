"""Who takes part? Every party, with how much of it is on record."""

from typing import Literal

from typing_extensions import TypedDict

from guarantor.model import LADDER, Operation, Party, View
from guarantor.room.heading import Asked, asked
from guarantor.room.options import Options
from guarantor.room.rows import party_row


class PartyEntry(TypedDict):
    """A party among the others."""

    code: str
    name: str
    roles: list[str]
    contributions: int  # refusals and withdrawals among them
    offers: int
    firmest: str | None  # of its offers
    statements: int  # by it or about it
    last_heard: str | None


class PartyList(Asked):
    """Every party by name, schema ``guarantor/parties/1``."""

    schema: Literal["guarantor/parties/1"]
    parties: list[PartyEntry]


def party_list(operation: Operation, options: Options) -> PartyList:
    """Return every party (schema ``guarantor/parties/1``).

    Raises:
        UnknownId: An option names what is not in view.
    """
    view = options.view(operation)
    by_name = sorted(view.parties.values(), key=lambda party: (party.name, party.code))
    return {
        "schema": "guarantor/parties/1",
        **asked(view, options.question(view), options),
        "parties": [_entry(view, party) for party in by_name],
    }


def _entry(view: View, party: Party) -> PartyEntry:
    row = party_row(view, party)
    offers = [view.offers[name] for name in row["offers"]]
    rungs = [offer.firmness for offer in offers if offer.firmness.is_offer]
    return {
        "code": party.code,
        "name": party.name,
        "roles": row["roles"],
        "contributions": len(offers),
        "offers": len(rungs),
        "firmest": max(rungs, key=lambda one: LADDER.index(one.rung)).value if rungs else None,
        "statements": len(row["statements"]),
        "last_heard": row["last_heard"],
    }
