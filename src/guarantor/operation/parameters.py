"""Shape of a parameter: a number of the model with the range that is swept beside the result."""

from dataclasses import dataclass
from decimal import Decimal

from guarantor.model import Basis, Parameter
from guarantor.operation.amounts import Number
from guarantor.operation.nodes import Hole, Keyed, Node
from guarantor.operation.reading import Reading, Unread
from guarantor.operation.shapes import Key, Record, Schema, Values
from guarantor.operation.terms import BASIS, evidence_key
from guarantor.operation.words import Text


def _parameter(values: Values) -> Parameter:
    value: Decimal = values["value"]
    low: Decimal = value if values["low"] is None else values["low"]
    high: Decimal = value if values["high"] is None else values["high"]
    if not low <= value <= high:
        sentence = f"{value:f} lies outside {low:f} to {high:f}; let low, value and high ascend"
        raise values.fault(sentence, at="value")
    return Parameter(
        name="",
        value=value,
        low=low,
        high=high,
        basis=values["basis"],
        evidence=values["evidence"],
        note=values["note"],
    )


@dataclass(frozen=True, slots=True)
class ParameterShape:
    """A number alone, or a mapping with its range, basis and evidence.

    Attributes:
        number: What the value and both ends may be.
    """

    number: Number

    def read(self, node: Node, reading: Reading) -> Parameter:
        """Read a parameter in either form; its name is for the reader of the whole to set."""
        match node:
            case Hole():
                raise Unread
            case Keyed():
                return self._record().read(node, reading)
            case _:
                value = self.number.read(node, reading)
                return Parameter(name="", value=value, low=value, high=value)

    def _record(self) -> Record[Parameter]:
        return Record(
            "parameter",
            (
                Key("value", self.number, "value that results are computed with", is_required=True),
                Key("low", self.number, "low end of the range that is swept", "the value"),
                Key("high", self.number, "high end of the range that is swept", "the value"),
                Key("basis", BASIS, "word on which it stands", "assumed", default=Basis.ASSUMED),
                evidence_key(),
                Key("note", Text(), "free text: why it is so", default=""),
            ),
            _parameter,
        )

    def schema(self) -> Schema:
        """Return either form's schema."""
        return {"anyOf": [self.number.schema(), self._record().schema()]}
