"""Reading a condition from its text."""

from decimal import Decimal
from functools import cache
from typing import Any, cast

from lark import (
    Lark,
    Token,
    Transformer,
    UnexpectedCharacters,
    UnexpectedToken,
    v_args,
)

from guarantor.errors import BadCondition
from guarantor.model.conditions import (
    AtLeast,
    Atom,
    Condition,
    Not,
    Total,
    all_of,
    any_of,
)

LONGEST_TEXT = 4_000
DEEPEST = 32
MOST_PARTS = 400
ID_PATTERN = r"[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*"
LANGUAGE_WORDS = frozenset({"and", "or", "not", "at_least", "total", "undisclosed"})
"""Words that are no ids because the language of conditions needs them."""

_GRAMMAR = rf"""
    ?start: any
    ?any: all ("or" all)+   -> any_of
        | all
    ?all: no ("and" no)+    -> all_of
        | no
    ?no: "not" no           -> negation
        | part
    ?part: ID               -> atom
        | "at_least" "(" count "," members ")" -> at_least
        | "total" "(" ID ")" ">=" amount       -> total
        | "(" any ")"
    count: NUMBER | ID
    amount: NUMBER | DECIMAL | ID
    ?members: ID                     -> group
        | "[" [ID ("," ID)*] "]"     -> listed
    ID: /{ID_PATTERN}/
    NUMBER: /[0-9]+/
    DECIMAL.2: /[0-9]+\.[0-9]+/
    %ignore /[ \t\r\n]+/
"""
_Sized = tuple[Condition, int, int]
"""A condition with its depth and its number of nodes."""


def parse_condition(text: str) -> Condition:
    """Read a condition.

    ``not`` binds closest, then ``and``, then ``or``.

    Raises:
        BadCondition: The text is no condition, or longer than 4,000 characters, deeper than 32 or
            of more than 400 parts. It carries the column, from 1.

    Example:
        >>> str(parse_condition("(a and b) or not (c or d)"))
        'a and b or not (c or d)'
    """
    if len(text) > LONGEST_TEXT:
        msg = f"a condition has at most {LONGEST_TEXT:,} characters, this one has {len(text):,}"
        raise BadCondition(msg, 1)
    try:
        parsed = cast("_Sized", _parser().parse(text))  # lark types what a transformer returns
    except UnexpectedCharacters as error:
        msg = f"{error.char!r} has no place in a condition"
        raise BadCondition(msg, error.column) from error
    except UnexpectedToken as error:
        raise BadCondition(*_misplaced(error, text)) from error
    return parsed[0]


def _misplaced(error: UnexpectedToken, text: str) -> tuple[str, int]:
    if error.token.type == "$END":
        return "the condition breaks off; an id or a closing bracket is missing", len(text) + 1
    return f"{str(error.token)!r} does not belong here", error.token.column or 1


@v_args(inline=True)
class _Builder(Transformer[Token, Any]):
    """Builds a condition from the bottom up, keeping its depth and size."""

    def any_of(self, *parts: _Sized) -> _Sized:
        return _sized(any_of(*(part[0] for part in parts)), parts)

    def all_of(self, *parts: _Sized) -> _Sized:
        return _sized(all_of(*(part[0] for part in parts)), parts)

    def negation(self, part: _Sized) -> _Sized:
        return _sized(Not(part[0]), (part,))

    def atom(self, name: Token) -> _Sized:
        return Atom(str(name)), 1, 1

    def at_least(self, count: int | str, members: str | tuple[str, ...]) -> _Sized:
        return AtLeast(count, members), 1, 1

    def total(self, capability: Token, amount: Decimal | str) -> _Sized:
        return Total(str(capability), amount), 1, 1

    def count(self, token: Token) -> int | str:
        return int(token) if token.type == "NUMBER" else str(token)

    def amount(self, token: Token) -> Decimal | str:
        return str(token) if token.type == "ID" else Decimal(token)

    def group(self, name: Token) -> str:
        return str(name)

    def listed(self, *names: Token) -> tuple[str, ...]:
        return tuple(map(str, names))


def _sized(condition: Condition, parts: tuple[_Sized, ...]) -> _Sized:
    depth = 1 + max(part[1] for part in parts)
    size = 1 + sum(part[2] for part in parts)
    if depth > DEEPEST or size > MOST_PARTS:
        msg = (
            f"a condition is at most {DEEPEST} deep and has at most {MOST_PARTS} parts; "
            "name a proposition for a part of it"
        )
        raise BadCondition(msg, 1)
    return condition, depth, size


@cache
def _parser() -> Lark:
    return Lark(
        _GRAMMAR, parser="lalr", lexer="basic", transformer=_Builder(), maybe_placeholders=False
    )
