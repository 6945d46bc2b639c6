"""One thing that became known, as a value."""

from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What changed."""

    STATEMENT = "statement"
    OFFER = "offer"
    RECORD = "record"
    PARTY_TERM = "party_term"
    EVENT = "event"
    ASK = "ask"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that became known, or is known no longer.

    Attributes:
        kind: What changed.
        id: The id of the statement, offer, proposition, party, event or ask.
        key: What of it changed, such as ``firmness``; ``known`` where it appeared or is gone.
        before: What was known before, in words; empty where nothing was.
        after: What is known after, in words; empty where nothing is.
        evidence: The statements that the later knowledge rests on.
        sentence: All of it as one sentence.
    """

    kind: ChangeKind
    id: str
    key: str
    before: str = ""
    after: str = ""
    evidence: tuple[str, ...] = ()
    sentence: str
