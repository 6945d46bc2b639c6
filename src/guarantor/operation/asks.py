"""Shape of ``asks.csv``: what was asked of whom, and how they answered."""

from dataclasses import dataclass
from datetime import date

from guarantor.errors import BadChange
from guarantor.model import PUBLIC, Ask, AskAnswer, Change, ChangeKind
from guarantor.operation.amounts import Number
from guarantor.operation.nodes import Node, Scalar
from guarantor.operation.reading import Reading, Target
from guarantor.operation.shapes import Key, Record, Schema, Values, scalar_of
from guarantor.operation.words import Day, Id, Joined, Reference, Text, Word, is_full_day

_KINDS = "|".join(ChangeKind)
_SUBJECTS = {
    ChangeKind.SECURE: Target.PROPOSITION,
    ChangeKind.JOIN: Target.PARTY,
    ChangeKind.DROP: Target.SETTER,
}
"""What changes; where nothing is said, a contribution."""


@dataclass(frozen=True, slots=True)
class ChangeText:
    """A change as an expression."""

    def read(self, node: Node, reading: Reading) -> Change:
        """Read a change, and note what it names."""
        scalar = scalar_of(node, reading, "a change")
        try:
            change = Change.parse(scalar.text)
        except BadChange as error:
            raise reading.fault(scalar.at(error.column - 1), error.message) from error
        after_kind = scalar.text.index(change.kind) + len(change.kind)
        place = scalar.at(scalar.text.index(change.subject, after_kind))
        target = _SUBJECTS.get(change.kind, Target.CONTRIBUTION)
        Reference(target).read(Scalar(place, change.subject), reading)
        return change

    def schema(self) -> Schema:
        """Return the pattern of changes."""
        return {"type": "string", "pattern": rf"^\s*({_KINDS})\s"}


def _ask(values: Values) -> Ask:
    if values["change"] is None and not values["text"]:
        sentence = "this ask says neither in change nor in text what is asked for; give one of them"
        raise values.reading.fault(values.node.place, sentence)
    _check_days(values)
    _check_answer(values["answer"], values["answered_on"], values)
    return Ask(**values.given)


def _check_days(values: Values) -> None:
    """Check that nothing is due or answered before it was asked; a month is no such day."""
    asked_on: date = values["asked_on"]
    if not is_full_day(values.node.get("asked_on")):
        return
    for key, what in (("due", "due"), ("answered_on", "answered")):
        if values[key] is not None and values[key] < asked_on:
            days = f"{what} on {values[key]}, before it was asked on {asked_on}"
            sentence = f"{days}; correct one of them"
            raise values.fault(sentence, at=key)


def _check_answer(answer: AskAnswer, answered_on: date | None, values: Values) -> None:
    if answer is AskAnswer.OPEN and answered_on is not None:
        sentence = f"answered on {answered_on}, and the answer is open; say how it was answered"
        raise values.fault(sentence, at="answered_on")
    if answer is not AskAnswer.OPEN and answered_on is None:
        sentence = f"the answer is {answer}, on no day; give the day in answered_on"
        raise values.fault(sentence, at="answer")


_PARTIES = Joined(Reference(Target.PARTY))
_AUDIENCES = Joined(Reference(Target.AUDIENCE, words=frozenset({PUBLIC})))
ASK = Record(
    "ask",
    (
        Key("id", Id("ask"), "id", is_required=True),
        Key("asked_by", _PARTIES, "codes of the parties that asked, joined by ;", default=()),
        Key("asked", _PARTIES, "codes of the parties asked, joined by ;", is_required=True),
        Key("change", ChangeText(), "change that is asked for, such as secure ceasefire", "none"),
        Key("text", Text(), "text: what is asked for, in words", default=""),
        Key(
            "asked_on",
            Day(),
            "day on which it was asked, from which it is known",
            is_required=True,
        ),
        Key("due", Day(), "day by which an answer is wanted", "none"),
        Key(
            "answer",
            Word("answer", tuple(AskAnswer)),
            "answer so far",
            "open",
            default=AskAnswer.OPEN,
        ),
        Key("answered_on", Day(), "day on which it was answered, from which that is known", "open"),
        Key("cost", Number("a cost"), "relative cost of asking, from 0, without unit", "1"),
        Key(
            "releasable_to",
            _AUDIENCES,
            "audiences that may see it, joined by ;",
            PUBLIC,
            default=(PUBLIC,),
        ),
        Key(
            "evidence",
            Joined(Reference(Target.STATEMENT)),
            "ids of the statements it rests on, joined by ;",
            "none",
            default=(),
        ),
        Key("note", Text(), "free text: anything else", default=""),
    ),
    _ask,
    is_row=True,
)
