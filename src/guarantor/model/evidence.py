"""Who said what about whom, and what happened: the evidence that everything else cites."""

import re
from dataclasses import dataclass
from datetime import date

from guarantor.model.documents import Span
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

_PLACE = re.compile(r"#char=([0-9]{1,12}),([0-9]{1,12})$")
"""How an address names a stretch of a plain text (RFC 5147)."""


def at_place(address: str, span: Span) -> str:
    """Return the address of a stretch of a text, as RFC 5147 writes it.

    Example:
        >>> at_place("documents/article.txt", Span(120, 340))
        'documents/article.txt#char=120,340'
    """
    return f"{address}#char={span.start},{span.end}"


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
        source: Address of the page; for a text kept in the folder with the place of the passage.
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

    @property
    def address(self) -> str:
        """The address of its document, without the place in it."""
        return _PLACE.sub("", self.source)

    @property
    def span(self) -> Span | None:
        """Where its passage stands in the document; ``None`` where the source does not say.

        Counted in Unicode characters, half-open.
        """
        found = _PLACE.search(self.source)
        return Span(int(found[1]), int(found[2])) if found else None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownDocument:
    """A document on record, and the report that it comes from.

    Attributes:
        id: Its id in the operation's documents.
        source: Its address: that of a page, or ``documents/…`` within the folder.
        title: Its title.
        site: Who published it.
        published_on: The day it bears; ``None`` where nobody knows it.
        date_basis: Whether that day stood on it; ``None`` where there is no day.
        origin: The document whose report it repeats, or that report in words; its own id where it
            is a report of its own. Documents of one origin count as one source.
        reason: Why it has this origin, in a sentence.
        releasable_to: The audiences that may see what only it says.
        sha256: Hash of the bytes that it was read from; empty where they are not kept.
        read_from: Name of the file that it was read from.
    """

    id: str
    source: str
    title: str = ""
    site: str = ""
    published_on: date | None = None
    date_basis: DateBasis | None = None
    origin: str
    reason: str = ""
    releasable_to: tuple[str, ...]
    sha256: str = ""
    read_from: str = ""


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
