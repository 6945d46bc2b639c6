"""One statement of a reply, held against the text and the closed lists."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, NamedTuple, TypeVar

from guarantor.errors import BadCondition
from guarantor.intake.actors import former_codes, tables
from guarantor.intake.llm.amounts import names_amount
from guarantor.intake.llm.nouns import Task
from guarantor.intake.llm.quoting import are_words_of, find_quote, stands_in
from guarantor.model import (
    Attribution,
    Document,
    Firmness,
    NamedDay,
    Passage,
    Proposal,
    Span,
    Stance,
    Standing,
    ids_named,
    parse_condition,
)

Word = TypeVar("Word", bound=StrEnum)

_AMOUNT = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,9})?(?:-[0-9]{1,15}(?:\.[0-9]{1,9})?)?")
_UNIT = re.compile(r"\w{1,40}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MARKS = frozenset('"“”„‟«»')
_SHOWN = 60
_MOST_PARTS = 40


class Dropped(NamedTuple):
    """A statement that is no proposal, and why."""

    code: str
    reason: str


class Checked(NamedTuple):
    """A proposal, and what of the statement was left out of it, a sentence each."""

    proposal: Proposal
    left_out: tuple[str, ...]


def check(
    told: object, *, document: Document, portion: Sequence[Passage], task: Task, model: str
) -> Checked | Dropped:
    """Return a statement of a reply as a proposal, or why it is none."""
    if not isinstance(told, dict) or not isinstance(told.get("quote"), str):
        return Dropped("llm_schema", f"a statement without a quote was dropped ({_shown(told)})")
    quote = told["quote"]
    span = find_quote(document, quote, _passage(told.get("passage"), portion))
    if span is None:
        return Dropped(
            "llm_quote_not_found",
            f"a statement was dropped: its quote does not stand in the text ({_shown(quote)})",
        )
    stance, standing = _word(Stance, told.get("stance")), _word(Standing, told.get("standing"))
    kind = told.get("kind")
    if stance is None or standing is None or not isinstance(kind, str) or kind not in task.kinds:
        wrong = ", ".join(f"{told.get(key)}" for key in ("stance", "standing", "kind"))
        why = f"its stance, standing or kind is no word of the lists ({_shown(wrong)})"
        return Dropped("llm_schema", f"a statement was dropped: {why}")
    fields = _Fields(told, document, span, task)
    proposal = Proposal(
        span=span,
        quote=fields.quote,
        standing=standing,
        stance=stance,
        kind=kind,
        rule=f"llm:{model}",
        note="A language model reads it so; the quote stands in the text.",
        **fields.found(),
    )
    return Checked(proposal, tuple(fields.left_out))


@dataclass(slots=True, init=False)
class _Fields:
    """The fields of a statement, each taken only where the text bears it out."""

    told: dict[str, Any]
    text: str
    quote: str
    around: str
    task: Task
    left_out: list[str]

    def __init__(self, told: dict[str, Any], document: Document, span: Span, task: Task) -> None:
        readable = document.text.readable
        self.told, self.task, self.text, self.left_out = told, task, readable, []
        self.quote = readable[span.start : span.end]
        self.around = readable[max(span.start - 1, 0) : span.end + 1]

    def found(self) -> dict[str, Any]:
        """Return the fields of a proposal that the statement bears."""
        return {
            "speaker": self.speaker(),
            "speaker_parties": self.parties("party"),
            "about": self.parties("about"),
            "firmness": self.word(Firmness, "firmness"),
            "quantity": self.quantity(),
            "unit": self.unit(),
            "condition": self.condition(),
            "expression": self.expression(),
            "said_on": self.day("said_on", self.told.get("said_on")),
            "days": tuple(self.days()),
            "attribution": self.word(Attribution, "attribution") or Attribution.REPORTED_BY_OTHER,
            "is_quoted": self.is_quoted(),
        }

    def _without(self, key: str, value: object, why: str) -> None:
        self.left_out.append(f"{key} {_shown(value)} was left out: {why} ({_shown(self.quote)})")

    def _words(self, key: str) -> str:
        """Return a text of the statement, runs of space made one."""
        value = self.told.get(key)
        if value is None or isinstance(value, str):
            return " ".join((value or "").split())
        self._without(key, value, "it is no text")
        return ""

    def _list(self, key: str) -> list[Any]:
        value = self.told.get(key)
        if value is None:
            return []
        if isinstance(value, list) and len(value) <= _MOST_PARTS:
            return value
        self._without(key, value, "it is no list")
        return []

    def word(self, words: type[Word], key: str) -> Word | None:
        """Return a word of a closed list."""
        value = self.told.get(key)
        found = _word(words, value)
        if value and found is None:
            self._without(key, value, "it is no word of the list")
        return found

    def speaker(self) -> str:
        """Return who speaks, in words that the text has."""
        words = self._words("speaker")
        if words and not are_words_of(words, self.text):
            self._without("speaker", words, "the text does not say so")
            return ""
        return words

    def parties(self, key: str) -> tuple[str, ...]:
        """Return the parties whose codes are given by the operation, or known."""
        found: dict[str, None] = {}
        for told in self._list(key):
            code = told if isinstance(told, str) else ""
            if code not in self.task.parties:
                code = former_codes().get(code, code)
            if code in self.task.parties or code in _known_codes():
                found[code] = None
            else:
                self._without(key, told, "no party has that code")
        return tuple(found)

    def quantity(self) -> str:
        """Return an amount that the clause names."""
        words = self._words("quantity").replace(",", "").replace("–", "-")
        if not words:
            return ""
        if not _AMOUNT.fullmatch(words) or not names_amount(words, self.quote):
            self._without("quantity", words, "the clause does not name that amount")
            return ""
        return words

    def unit(self) -> str:
        """Return the unit of the amount."""
        words = self._words("unit").replace(" ", "_")
        if words and not _UNIT.fullmatch(words):
            self._without("unit", words, "it is no unit")
            return ""
        return words

    def condition(self) -> str:
        """Return a condition in the words of the text."""
        words = self._words("condition")
        if words and not stands_in(words, self.text):
            self._without("condition", words, "these are not the words of the text")
            return ""
        return words

    def expression(self) -> str:
        """Return a condition over propositions of the operation."""
        text = self._words("proposition")
        if not text:
            return ""
        try:
            named = ids_named(parse_condition(text))
        except BadCondition as error:
            self._without("proposition", text, error.message)
            return ""
        if not named <= self.task.propositions.keys():
            self._without("proposition", text, "it names something that is no proposition")
            return ""
        return text

    def day(self, key: str, value: object) -> date | None:
        """Return a day; of a document without a day only one whose year the text gives."""
        if value is None:
            return None
        day = _day(value)
        if day is None:
            self._without(key, value, "it is no day")
        elif self.task.dated is None and str(day.year) not in self.text:
            self._without(key, value, "nobody gave the day of the document")
            return None
        return day

    def days(self) -> Iterator[NamedDay]:
        """Return the days that the clause names in words of its own."""
        for told in self._list("dates"):
            words = told.get("text") if isinstance(told, dict) else None
            if isinstance(words, str) and stands_in(words, self.quote):
                yield NamedDay(" ".join(words.split()), self.day("dates", told.get("day")))
            else:
                self._without("dates", told, "the clause does not name it")

    def is_quoted(self) -> bool:
        """Tell whether the reply says so and quotation marks stand there."""
        return self.told.get("quoted") is True and not _MARKS.isdisjoint(self.around)


def _passage(number: object, portion: Sequence[Passage]) -> Passage | None:
    if isinstance(number, int) and 0 < number <= len(portion):
        return portion[number - 1]
    return None


def _word(words: type[Word], value: object) -> Word | None:
    return words(value) if isinstance(value, str) and value in set(words) else None


def _day(value: object) -> date | None:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return None
    try:
        return date.fromisoformat(value)
    except ValueError:  # such as 30 February
        return None


def _shown(value: object) -> str:
    """Return the beginning of what a model wrote, fit for a line."""
    text = " ".join(str(value).split())
    text = "".join(sign if sign.isprintable() else "?" for sign in text[: _SHOWN + 1])
    return f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text


@cache
def _known_codes() -> frozenset[str]:
    return frozenset(code for name in tables.names() for code in name.codes)
