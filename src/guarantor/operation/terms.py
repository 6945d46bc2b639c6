"""Shapes of conditions, and of the terms that are made of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from guarantor.errors import BadCondition
from guarantor.model import Basis, Condition, Term, parse_condition
from guarantor.operation.nodes import Node, Scalar, Sort
from guarantor.operation.reading import Clause, Reading, Target
from guarantor.operation.shapes import Key, ListOf, Record, Schema, Values, scalar_of
from guarantor.operation.words import Reference, Text, Word

UNDISCLOSED_WORD = "undisclosed"
NOTE = Key("note", Text(), "free text: anything else", default="")
BASIS = Word("basis", tuple(Basis))
EVIDENCE = ListOf(Reference(Target.STATEMENT), "a list of statement ids")


def evidence_key(*, is_required: bool = False) -> Key:
    """Return the key that cites statements."""
    left_out = "" if is_required else "an assumption, and listed as one"
    says = "statements it rests on, as a list of their ids"
    return Key("evidence", EVIDENCE, says, left_out, is_required=is_required, default=())


@dataclass(frozen=True, slots=True)
class ConditionText:
    """A condition as an expression.

    Attributes:
        is_term: Whether it is a term of a party or contribution.
        may_be_undisclosed: Whether the word ``undisclosed`` may stand for it.
        is_noted: Whether the ids that it names are looked up.
        is_case: Whether it is a case of a ``chance_given``.
    """

    is_term: bool = False
    is_case: bool = False
    may_be_undisclosed: bool = False
    is_noted: bool = True

    def read(self, node: Node, reading: Reading) -> Condition | None:
        """Read an expression; ``None`` is a condition that nobody disclosed."""
        scalar = scalar_of(node, reading, "a condition")
        if scalar.text == UNDISCLOSED_WORD and self.may_be_undisclosed:
            return None
        if scalar.text == UNDISCLOSED_WORD:
            sentence = "what nobody disclosed can be a term only; name here what has to hold"
            raise reading.fault(scalar.place, sentence)
        try:
            condition = parse_condition(scalar.text)
        except BadCondition as error:
            place = scalar.at(error.column - 1)
            raise reading.fault(place, error.message + _remedy(scalar)) from error
        if self.is_noted:
            reading.clauses.append(Clause(condition, scalar, self.is_term, self.is_case))
        return condition

    def schema(self) -> Schema:
        """Return a string's schema."""
        return {"type": "string", "minLength": 1}


def _remedy(scalar: Scalar) -> str:
    is_cut = scalar.text.count("(") > scalar.text.count(")") and scalar.lead == 0
    if is_cut:
        return "; within [ ] and { } put a condition that holds a comma in quotes"
    return "; write ids with and, or, not, at_least(k, group) and total(capability) >= n"


@dataclass(frozen=True, slots=True)
class Bare:
    """A term given as an expression alone: stated, on the evidence of what it stands in."""

    condition: Condition | None


def term(values: Values) -> Term:
    """Return the term that the keys of a record gave."""
    return Term(
        condition=values["if"],
        basis=values["basis"],
        evidence=values["evidence"],
        note=values["note"],
    )


_EXPRESSION = ConditionText(is_term=True, may_be_undisclosed=True)
_NOTE = Key("note", Text(), "free text: what the term says, and what is read into it", default="")
_BASIS = Key(
    "basis", BASIS, "word on which it stands: stated, reported, read or assumed", is_required=True
)
_TERM = Record(
    "term",
    (
        Key("if", _EXPRESSION, "condition that has to hold, or undisclosed", is_required=True),
        _BASIS,
        evidence_key(),
        _NOTE,
    ),
    term,
)


@dataclass(frozen=True, slots=True)
class TermShape:
    """An expression alone, or a mapping with its basis and evidence."""

    def read(self, node: Node, reading: Reading) -> Term | Bare:
        """Read a term in either form."""
        if isinstance(node, Scalar) and node.sort is not Sort.NOTHING:
            return Bare(_EXPRESSION.read(node, reading))
        return _TERM.read(node, reading)

    def schema(self) -> Schema:
        """Return either form's schema."""
        return {"anyOf": [_EXPRESSION.schema(), _TERM.schema()]}


TERMS = ListOf(TermShape(), "a list of terms")


def with_evidence(terms: Iterable[Term | Bare], evidence: tuple[str, ...]) -> tuple[Term, ...]:
    """Return terms, those given as an expression alone resting on some evidence."""
    return tuple(
        Term(condition=given.condition, evidence=evidence) if isinstance(given, Bare) else given
        for given in terms
    )


def common_term_keys() -> tuple[Key, ...]:
    """Return the keys that a common term shares with a term."""
    condition = ConditionText()
    says = "condition that each of these offers needs"
    return (Key("if", condition, says, is_required=True), _BASIS, evidence_key(), _NOTE)
