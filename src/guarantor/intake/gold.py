"""Texts whose statements somebody labelled by hand, to measure proposals by.

A file of JSON Lines in UTF-8, one document a line. ``dated`` is a day or ``null``; ``statement``
is ``null`` for a clause that holds nothing worth recording::

    {"id": "un-01", "dated": "2024-05-02", "text": "…",
     "clauses": [{"quote": "…", "statement": {"speaker": "…", "party": ["KEN"],
                  "standing": "minister", "about": ["KEN"], "stance": "pledged",
                  "kind": "troops", "firmness": "pledged", "quantity": "850",
                  "unit": "persons", "condition": ""}}],
     "actors": [{"quote": "Nairobi", "code": "KEN"}],
     "days": [{"quote": "next Thursday", "day": "2024-05-09"}]}
"""

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from guarantor.errors import FaultyGold
from guarantor.model import Block, Document, Firmness, Span, Stance, Standing, Text

_BLOCK = re.compile(r"\S[^\n]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldStatement:
    """What a careful reader finds in a clause."""

    speaker: str
    party: tuple[str, ...]
    standing: Standing
    about: tuple[str, ...]
    stance: Stance
    kind: str
    firmness: Firmness | None
    quantity: str
    unit: str
    condition: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldClause:
    """A clause, and the statement it holds; ``None`` where it holds none worth recording."""

    span: Span
    statement: GoldStatement | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """A labelled text.

    Attributes:
        id: Its id.
        dated: The day that it bears.
        text: The text.
        clauses: Its clauses, in order.
        actors: Each way of naming a party, and the party; empty where the text leaves it open.
        days: Each day named, and which day that is.
    """

    id: str
    dated: date | None
    text: str
    clauses: tuple[GoldClause, ...]
    actors: tuple[tuple[str, str], ...]
    days: tuple[tuple[str, date | None], ...]

    @property
    def document(self) -> Document:
        """The text as a document, a block a line."""
        return Document(
            name=self.id,
            sha256="",
            media_type="text/plain",
            text=Text.plain(self.text),
            blocks=tuple(Block(Span(*match.span())) for match in _BLOCK.finditer(self.text)),
        )


def read_gold(text: str, name: str) -> tuple[GoldDocument, ...]:
    """Return the documents of a labelled file.

    Args:
        text: The file's text.
        name: How to name the file where something is wrong with it.

    Raises:
        FaultyGold: Lines are not as described; one sentence for each, with its number.
    """
    found, faults = [], []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            found.append(_document(json.loads(line)))
        except json.JSONDecodeError as error:
            faults.append(f"{name}:{number}: no JSON ({error.msg}); write one object on the line")
        except _FaultyLine as error:
            faults.append(f"{name}:{number}: {error}")
    if not found and not faults:
        faults.append(f"{name}:1: the file holds no document; write one JSON object a line")
    if faults:
        raise FaultyGold(faults)
    return tuple(found)


class _FaultyLine(ValueError):
    """What is wrong with a line, and what to do."""


def _document(given: Any) -> GoldDocument:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(given, dict):
        msg = "no object; write {…} with id, dated, text and clauses"
        raise _FaultyLine(msg)
    text = _text(given, "text")
    return GoldDocument(
        id=_text(given, "id"),
        dated=_day(given.get("dated"), "dated"),
        text=text,
        clauses=_clauses(given, text),
        actors=tuple((_text(one, "quote"), _text(one, "code")) for one in _list(given, "actors")),
        days=tuple(
            (_text(one, "quote"), _day(one.get("day"), "day")) for one in _list(given, "days")
        ),
    )


def _clauses(given: dict[str, Any], text: str) -> tuple[GoldClause, ...]:
    found: list[GoldClause] = []
    for one in _list(given, "clauses"):
        quote = _text(one, "quote")
        start = text.find(quote)
        if start < 0 or not quote:
            msg = f"the quote {quote[:60]!r} does not stand in the text; copy it from there"
            raise _FaultyLine(msg)
        if text.find(quote, start + 1) >= 0:
            msg = f"the quote {quote[:60]!r} stands in the text twice; quote more of it"
            raise _FaultyLine(msg)
        if found and start < found[-1].span.end:
            msg = f"the quote {quote[:60]!r} begins before the last one ends; put them in order"
            raise _FaultyLine(msg)
        span = Span(start, start + len(quote))
        statement = one.get("statement")
        found.append(GoldClause(span=span, statement=_statement(statement) if statement else None))
    return tuple(found)


def _statement(given: Any) -> GoldStatement:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(given, dict):
        msg = "a statement is no object; write {…} or null"
        raise _FaultyLine(msg)
    firmness = given.get("firmness")
    return GoldStatement(
        speaker=_text(given, "speaker"),
        party=_words(given, "party"),
        standing=_one_of(Standing, _text(given, "standing"), "standing"),
        about=_words(given, "about"),
        stance=_one_of(Stance, _text(given, "stance"), "stance"),
        kind=_text(given, "kind"),
        firmness=_one_of(Firmness, firmness, "firmness") if firmness else None,
        quantity=_text(given, "quantity"),
        unit=_text(given, "unit"),
        condition=_text(given, "condition"),
    )


def _one_of(words: Any, given: object, key: str) -> Any:  # noqa: ANN401 - any closed list
    try:
        return words(given)
    except ValueError:
        known = ", ".join(str(one) for one in words)
        msg = f"{key} {given!r} is none of {known}"
        raise _FaultyLine(msg) from None


def _text(given: dict[str, Any], key: str) -> str:
    value = given.get(key)
    if not isinstance(value, str):
        msg = f"{key} is missing or no text; write it between quotation marks"
        raise _FaultyLine(msg)
    return value


def _words(given: dict[str, Any], key: str) -> tuple[str, ...]:
    value = given.get(key)
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        msg = f'{key} is no list of codes; write [] or ["KEN"]'
        raise _FaultyLine(msg)
    return tuple(value)


def _list(given: dict[str, Any], key: str) -> list[dict[str, Any]]:
    value = given.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        msg = f"{key} is no list of objects; write [] or [{{…}}]"
        raise _FaultyLine(msg)
    return value


def _day(value: object, key: str) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        msg = f"{key} {value!r} is no day; write YYYY-MM-DD or null"
        raise _FaultyLine(msg) from None
