"""Who said what about whom, and what happened: the evidence that everything else cites."""

from dataclasses import dataclass
from datetime import date

from guarantor.model.words import (
    ArrangementState,
    Attribution,
    DateBasis,
    EventKind,
    EventStatus,
    Firmness,
    Stance,
    Standing,
    Topic,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody said, as a page published it.

    Attributes:
        id: Its id in the operation's statements.
        said_on: The day it was said; a month is its last day. ``None`` where nobody gave it.
        published_on: The day it was published: the day from which it counts as known.
        date_basis: Whether the publication day stood on the page.
        speaker: Who spoke, in words.
        speaker_parties: The parties that spoke; empty for a newspaper.
        standing: In which office.
        about: The parties it speaks about.
        kind: What it is about, such as ``troops``.
        stance: What it does.
        firmness: How firm an offer it expresses, where it speaks of one.
        quantity: The amount it names, as written.
        unit: The unit of that amount.
        condition: The condition it names, in words.
        paraphrase: What it says, in our words.
        source: Address of the page.
        attribution: How the page attributes it.
        reliability: The source, A to F; F cannot be judged.
        credibility: The information, 1 to 6; 6 cannot be judged.
    """

    id: str
    said_on: date | None
    published_on: date
    date_basis: DateBasis
    speaker: str
    speaker_parties: tuple[str, ...]
    standing: Standing
    about: tuple[str, ...]
    kind: str
    stance: Stance
    firmness: Firmness | None
    quantity: str
    unit: str
    condition: str
    paraphrase: str
    source: str
    attribution: Attribution
    reliability: str
    credibility: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, is planned or is contested; ``until`` is the day after its last."""

    id: str
    day: date
    until: date | None
    kind: EventKind
    text: str
    participants: tuple[str, ...]
    status: EventStatus
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """How far one of the things that have to be arranged is arranged."""

    topic: Topic
    state: ArrangementState
    text: str = ""
    evidence: tuple[str, ...] = ()
    note: str = ""
