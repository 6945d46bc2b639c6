"""Shape of ``propositions.yaml``: what may turn out true, and what is on record of it."""

from guarantor.model import (
    CERTAIN,
    UNKNOWN,
    Chance,
    GivenChance,
    Proposition,
    RecordState,
    envelope,
)
from guarantor.model import Record as RecordEntry
from guarantor.operation.amounts import CHANCE
from guarantor.operation.chances import CHANCE_GIVEN, LASTING
from guarantor.operation.claims import check_ascending, claim_since
from guarantor.operation.shapes import Key, ListOf, Record, Values
from guarantor.operation.terms import BASIS, NOTE, ConditionText, evidence_key
from guarantor.operation.words import Day, Id, Text, Word


def _record(values: Values) -> RecordEntry:
    since, until = values["since"], values["until"]
    if until and until <= since:
        sentence = f"until {until} is not after since {since}; give the first day it is over"
        raise values.fault(sentence, at="until")
    claim_since(values, "record")
    return RecordEntry(
        since=since,
        until=until,
        state=values["is"],
        evidence=values["evidence"],
        note=values["note"],
    )


def _chance(values: Values) -> Chance:
    """Return the chance given; with a ``when`` alone the ``when`` is the definition."""
    given: Chance | None = values["chance"]
    cases: tuple[GivenChance, ...] = values["chance_given"]
    if cases and given is not None:
        sentence = "chance_given already says how likely it is; give one of chance and chance_given"
        raise values.fault(sentence, at="chance")
    if cases:
        return envelope(cases)
    if given is not None:
        return given
    return UNKNOWN if values["when"] is None else CERTAIN


def _proposition(values: Values) -> Proposition:
    check_ascending(values, "record")
    return Proposition(
        id=values["id"],
        text=values["text"],
        when=values["when"],
        basis=values["basis"],
        settled_by=values["settled_by"],
        chance=_chance(values),
        is_chance_given=values["chance"] is not None or bool(values["chance_given"]),
        chance_given=values["chance_given"],
        record=values["record"],
        lasting=values["lasting"],
        evidence=values["evidence"],
        note=values["note"],
    )


_RECORD = Record(
    "record",
    (
        Key("since", Day(), "day from which this was known", is_required=True),
        Key("until", Day(), "first day on which it no longer holds, later than since", "open"),
        Key(
            "is",
            Word("state of a record", tuple(RecordState)),
            "state: holds or fails settle the proposition, the others do not",
            is_required=True,
        ),
        evidence_key(),
        NOTE,
    ),
    _record,
)
PROPOSITION = Record(
    "proposition",
    (
        Key("id", Id("proposition"), "id", is_required=True),
        Key("text", Text(), "claim in words, such as: A ceasefire is in force", is_required=True),
        Key("when", ConditionText(), "condition that has to hold besides its own event", "none"),
        Key("basis", BASIS, "word on which the when stands", "not said"),
        Key("settled_by", Text(), "event that would settle it, in words", default=""),
        Key(
            "chance",
            CHANCE,
            "chance from 0 to 1 of its own event",
            "certain once its when holds, if it has a when; else unknown",
        ),
        Key(
            "chance_given",
            CHANCE_GIVEN,
            "chance of its own event case by case, in place of chance; the first true case counts",
            "the chance is the same in every case",
            default=(),
        ),
        Key(
            "record",
            ListOf(_RECORD, "a list of records"),
            "records: what is known of it, since when, in order of since",
            "nothing is known",
            default=(),
        ),
        Key("lasting", LASTING, "way in which it lasts, once it holds", "nothing is said of that"),
        evidence_key(),
        NOTE,
    ),
    _proposition,
    besides={"not": {"required": ["chance", "chance_given"]}},
)
