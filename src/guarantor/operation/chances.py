"""Shapes that are made of chances: those given case by case, and how long something lasts."""

from dataclasses import dataclass

from guarantor.model import UNKNOWN, GivenChance, Lasting
from guarantor.operation.amounts import CHANCE
from guarantor.operation.nodes import Hole, Node, find
from guarantor.operation.reading import Reading, Unread
from guarantor.operation.shapes import Key, ListOf, Record, Schema, Values
from guarantor.operation.terms import NOTE, ConditionText, evidence_key


def _row(values: Values) -> GivenChance:
    case, chance, other = values["if"], values["chance"], values["else"]
    if other is not None:
        if case is not None or chance is not None:
            sentence = "else stands alone in its row; put if and chance in a row above it"
            raise values.fault(sentence, at="else")
        return GivenChance(None, other)
    if case is None or chance is None:
        lacking = "if; give the condition" if case is None else "chance; give the chance"
        sentence = f"this case lacks {lacking} of the case, or else: CHANCE for every other one"
        raise values.reading.fault(values.node.place, sentence)
    return GivenChance(case, chance)


_ROW = Record(
    "case of a chance",
    (
        Key("if", ConditionText(is_case=True), "condition of the case", "the row says else"),
        Key("chance", CHANCE, "chance from 0 to 1 in that case", "the row says else"),
        Key(
            "else",
            CHANCE,
            "chance from 0 to 1 in every other case; it stands last, alone in its row",
            "in every other case the chance is unknown",
        ),
    ),
    _row,
    besides={"oneOf": [{"required": ["if", "chance"]}, {"required": ["else"], "maxProperties": 1}]},
)
_ROWS = ListOf(_ROW, "a list of cases")


@dataclass(frozen=True, slots=True)
class GivenChancesShape:
    """Chances case by case; where ``else`` is left out, the chance of other cases is unknown."""

    def read(self, node: Node, reading: Reading) -> tuple[GivenChance, ...]:
        """Read the rows; the last one is every other case."""
        if isinstance(node, Hole):
            raise Unread
        rows = _ROWS.read(node, reading)
        if not any(row.condition is not None for row in rows):
            sentence = "no row has an if; give one, or give a chance in place of chance_given"
            raise reading.fault(node.place, sentence)
        early = [number for number, row in enumerate(rows[:-1]) if row.condition is None]
        for number in early:
            sentence = "else stands last, because no row after it counts; move it to the end"
            reading.fault(find(node, number).place, sentence)
        if early:
            raise Unread
        return rows if rows[-1].condition is None else (*rows, GivenChance(None, UNKNOWN))

    def schema(self) -> Schema:
        """Return an array's schema."""
        return {**_ROWS.schema(), "minItems": 1}


CHANCE_GIVEN = GivenChancesShape()
LASTING = Record(
    "lasting",
    (
        Key(
            "monthly_hazard",
            CHANCE,
            "chance from 0 to 1 that it has ended a month later",
            is_required=True,
        ),
        evidence_key(),
        NOTE,
    ),
    lambda values: Lasting(**values.given),
)
