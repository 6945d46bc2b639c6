"""Shapes of ``statements.csv``, ``events.csv`` and ``arrangements.yaml``."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from guarantor.model import (
    Arrangement,
    ArrangementState,
    Attribution,
    DateBasis,
    Event,
    EventKind,
    EventStatus,
    Firmness,
    Stance,
    Standing,
    Statement,
    Topic,
)
from guarantor.operation.nodes import Node
from guarantor.operation.reading import Reading, Target, shown
from guarantor.operation.shapes import Key, Record, Schema, Values, scalar_of
from guarantor.operation.terms import NOTE, evidence_key
from guarantor.operation.words import Day, Id, Joined, Reference, Text, Word, is_full_day

_AMOUNT = re.compile(r"([0-9]+(?:\.[0-9]+)?)(?:-([0-9]+(?:\.[0-9]+)?))?")
_ADDRESS = re.compile(r"(?:(?![A-Za-z][A-Za-z0-9+.-]*:)|https?://)[^<>\"\s]+(?: [^<>\"\s]+)*")
"""Where a statement stands: a page's address, a text in ``documents``, or a source in words."""
_LONGEST_AMOUNT = 40


class Reliability(StrEnum):
    """How far a source can be relied on; F cannot be judged."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """How credible the information is; 6 cannot be judged."""

    CONFIRMED = "1"
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    CANNOT_BE_JUDGED = "6"


@dataclass(frozen=True, slots=True)
class WrittenAmount:
    """A number or ``low-high``, kept as it was written."""

    def read(self, node: Node, reading: Reading) -> str:
        """Read an amount, low end first."""
        scalar = scalar_of(node, reading, "an amount")
        match = _AMOUNT.fullmatch(scalar.text)
        if match is None or len(scalar.text) > _LONGEST_AMOUNT:
            sentence = (
                f"{shown(scalar.text)} is no amount; write 3000, or 3000-4000, or leave it empty"
            )
            raise reading.fault(scalar.place, sentence)
        if match[2] and Decimal(match[1]) > Decimal(match[2]):
            sentence = f"the amount {scalar.text} is reversed; put the lower end first"
            raise reading.fault(scalar.place, sentence)
        return scalar.text

    def schema(self) -> Schema:
        """Return the pattern of amounts."""
        return {"type": "string", "pattern": f"^{_AMOUNT.pattern}$", "maxLength": _LONGEST_AMOUNT}


@dataclass(frozen=True, slots=True)
class Address:
    """The address of a page or of a text in the folder's ``documents``, or a source in words."""

    def read(self, node: Node, reading: Reading) -> str:
        """Read an address; of those that a browser would act on only http and https."""
        scalar = scalar_of(node, reading, "an address")
        if not _ADDRESS.fullmatch(scalar.text):
            sentence = f"{shown(scalar.text)} is no address of a page; begin it with https://"
            raise reading.fault(scalar.place, sentence)
        return scalar.text

    def schema(self) -> Schema:
        """Return the pattern of addresses."""
        return {"type": "string", "pattern": f"^{_ADDRESS.pattern}$"}


def _statement(values: Values) -> Statement:
    said_on, published_on = values["said_on"], values["published_on"]
    if said_on and is_full_day(values.node.get("said_on")) and published_on < said_on:
        sentence = (
            f"published on {published_on}, before it was said on {said_on}; correct one of them"
        )
        raise values.fault(sentence, at="published_on")
    given = dict(values.given)
    return Statement(
        speaker_parties=given.pop("speaker_party"),
        credibility=int(given.pop("credibility")),
        reliability=str(given.pop("reliability")),
        **given,
    )


def _event(values: Values) -> Event:
    day, until = values["day"], values["until"]
    if until and until <= day:
        sentence = f"until {until} is not after the day {day}; give the day after its last"
        raise values.fault(sentence, at="until")
    return Event(**values.given)


_PARTIES = Joined(Reference(Target.PARTY))
STATEMENT = Record(
    "statement",
    (
        Key("id", Id("statement"), "id", is_required=True),
        Key("said_on", Day(), "day on which it was said", "nobody gave it"),
        Key(
            "published_on",
            Day(),
            "day on which it was published, from which it is known",
            is_required=True,
        ),
        Key(
            "date_basis",
            Word("date basis", tuple(DateBasis)),
            "basis of the publication day: page or inferred",
            is_required=True,
        ),
        Key("speaker", Text(), "speaker in words", default=""),
        Key(
            "speaker_party",
            _PARTIES,
            "codes of the parties that spoke, joined by ;",
            "none",
            default=(),
        ),
        Key(
            "standing",
            Word("standing", tuple(Standing)),
            "office in which was spoken",
            is_required=True,
        ),
        Key(
            "about", _PARTIES, "codes of the parties spoken about, joined by ;", "none", default=()
        ),
        Key("kind", Text(), "subject, such as troops", default=""),
        Key(
            "stance",
            Word("stance", tuple(Stance)),
            "stance: what the statement does",
            is_required=True,
        ),
        Key(
            "firmness",
            Word("firmness", tuple(Firmness)),
            "firmness of the offer it speaks of",
            "none",
        ),
        Key(
            "quantity", WrittenAmount(), "amount it names, as 3000 or 3000-4000", "none", default=""
        ),
        Key("unit", Text(), "unit of that amount", "none", default=""),
        Key("condition", Text(), "condition it names, in words", "none", default=""),
        Key("paraphrase", Text(), "paraphrase: what it says, in our words", default=""),
        Key(
            "source", Address(), "address of the page, or documents/… within the folder", default=""
        ),
        Key(
            "attribution",
            Word("attribution", tuple(Attribution)),
            "way in which the page attributes it",
            is_required=True,
        ),
        Key(
            "reliability",
            Word("source reliability", tuple(Reliability)),
            "reliability of the source, A to F; F cannot be judged",
            is_required=True,
        ),
        Key(
            "credibility",
            Word("information credibility", tuple(Credibility)),
            "credibility of the information, 1 to 6; 6 cannot be judged",
            is_required=True,
        ),
    ),
    _statement,
    is_row=True,
)
EVENT = Record(
    "event",
    (
        Key("id", Id("event"), "id", is_required=True),
        Key("day", Day(), "first day", is_required=True),
        Key("until", Day(), "day after the last, later than the first", "one day, or open"),
        Key("kind", Word("kind of event", tuple(EventKind)), "kind of event", is_required=True),
        Key("text", Text(), "text: what happened or is planned", default=""),
        Key("participants", _PARTIES, "codes of the participants, joined by ;", "none", default=()),
        Key("status", Word("status of an event", tuple(EventStatus)), "status", is_required=True),
        Key(
            "evidence",
            Joined(Reference(Target.STATEMENT)),
            "ids of the statements it rests on, joined by ;",
            "none",
            default=(),
        ),
    ),
    _event,
    is_row=True,
)
ARRANGEMENT = Record(
    "arrangement",
    (
        Key(
            "topic", Word("topic", tuple(Topic)), "topic: what has to be arranged", is_required=True
        ),
        Key(
            "state",
            Word("state of an arrangement", tuple(ArrangementState)),
            "state: how far it is arranged",
            is_required=True,
        ),
        Key("text", Text(), "text: what is known of it", default=""),
        evidence_key(),
        NOTE,
    ),
    lambda values: Arrangement(**values.given),
)
