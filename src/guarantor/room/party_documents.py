"""What the card of a party holds."""

from typing import Literal

from typing_extensions import TypedDict

from guarantor.brief.document import (
    EventRow,
    LesserChance,
    PartyRow,
    R,
    StatementRow,
    TermRow,
)
from guarantor.room.evidence_documents import Contradiction
from guarantor.room.heading import Asked
from guarantor.room.ledger_documents import LedgerRow


class WaitsFor(TypedDict):
    """A term of the party for taking part, or of one of its offers."""

    kind: Literal["party", "offer"]
    id: str  # whose term it is
    label: str
    term: TermRow


class WaitedFor(TypedDict):
    """Somebody whose term, or something whose definition, names the party or its offers."""

    kind: Literal["offer", "party", "proposition"]
    id: str
    label: str
    party: str | None  # whose offer it is
    sentence: str
    basis: str
    evidence: list[str]
    how: Literal["named", "group", "total"]
    through: str | None  # the group or the capability that is counted
    names: list[str]  # the party and those of its offers that count there
    negated: bool  # it waits for it not to be so


class PartyCard(Asked):
    """One party, schema ``guarantor/party/1``."""

    schema: Literal["guarantor/party/1"]
    party: PartyRow
    offers: list[LedgerRow]
    said: list[StatementRow]  # by it, earliest first
    said_of_it: list[StatementRow]  # by others
    refusals: list[StatementRow]  # by it: refused, denied, withdrawn or suspended
    contradictions: list[Contradiction]  # that it is a side of
    waits_for: list[WaitsFor]
    waited_for: list[WaitedFor]
    events: list[EventRow]
    last_heard: str | None
    days_since_heard: int | None  # on the day asked from
    lost: dict[str, list[str]] | None  # offers lost if it stays out, by firmness; None: not shown
    joins: R[LesserChance] | None  # None where the chance could not be worked out
    contributes: R[LesserChance] | None
    names: dict[str, str]  # of every party, proposition and offer in view
