"""What was asked of whom, and which change it would bring.

A change is a short text of its own: what shall change, of whom, and how far. Printing a change and
parsing the text are inverse.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from guarantor.errors import BadChange, BadCondition
from guarantor.model.condition_text import ID_PATTERN, parse_condition
from guarantor.model.contributions import PUBLIC
from guarantor.model.words import LADDER, AskAnswer, ChangeKind

_ID = re.compile(ID_PATTERN)
_AMOUNT = re.compile(r"[0-9]{1,16}(?:\.[0-9]{1,9})?")
_WORD = re.compile(r"\S+")
_FORM = "a change reads KIND ID or KIND ID: DETAIL, such as secure ceasefire"
_LONGEST_SHOWN = 40
_UNDISCLOSED = "undisclosed"
_NEEDED = {
    ChangeKind.DROP: "the term as it is written, or undisclosed",
    ChangeKind.FIRM: "the firmness",
    ChangeKind.DISCLOSE: "the amount",
    ChangeKind.ADD: "the amount",
}
"""What comes after the colon; the other kinds have no colon."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change that may be asked for.

    Attributes:
        kind: ``secure``: a proposition comes true; ``join``: a party decides to take part;
            ``drop``: an offer or party sets one of its terms no longer; ``firm``: an offer's
            firmness rises; ``fulfil``: an offer arrives for certain; ``disclose``: an offer's
            undisclosed quantity is disclosed; ``add``: an offer's quantity grows.
        subject: The id of the proposition, party or contribution.
        detail: For ``drop`` the text of the term as conditions print it, or ``undisclosed``; for
            ``firm`` the rung of the ladder that it rises to; for ``disclose`` and ``add`` the
            amount in the offer's unit, in digits. Empty for the others.
    """

    kind: ChangeKind
    subject: str
    detail: str = ""

    def __post_init__(self) -> None:
        _check_subject(self.kind, self.subject, 0)
        if _canonical(self.kind, self.detail, self.subject, 0) != self.detail:
            msg = f"the detail of a change is written as it is printed, not {self.detail}"
            raise ValueError(msg)

    def __str__(self) -> str:
        """Return the change as the folder writes it.

        Example:
            >>> print(Change(ChangeKind.ADD, "alf-troops", "500"))
            add alf-troops: 500
        """
        return f"{self.kind} {self.subject}{f': {self.detail}' if self.detail else ''}"

    @classmethod
    def parse(cls, text: str) -> "Change":
        """Read a change.

        Raises:
            BadChange: The text is no change. It carries the column, from 1.

        Example:
            >>> Change.parse("drop alf-troops:  (backstop)").detail
            'backstop'
        """
        head, colon, rest = text.partition(":")
        words = [(word[0], word.start()) for word in _WORD.finditer(head)]
        missing = [("", len(head))] * (2 - len(words))
        (kind_text, kind_at), (subject, subject_at), *more = [*words, *missing]
        kind = _kind(kind_text, kind_at)
        _check_subject(kind, subject, subject_at)
        for word, start in more:
            sentence = f"{_shown(word)} does not belong here; {_FORM}"
            raise BadChange(sentence, start + 1)
        if colon and kind not in _NEEDED:
            sentence = f"{kind} takes nothing after the id; take the colon and the rest out"
            raise BadChange(sentence, len(head) + 1)
        start = len(head) + len(colon) + len(rest) - len(rest.lstrip())
        return cls(kind, subject, _canonical(kind, rest.strip(), subject, start))


def _kind(text: str, start: int) -> ChangeKind:
    if text in set(ChangeKind):
        return ChangeKind(text)
    *others, last = ChangeKind
    sentence = f"{_shown(text)} is no kind of change; write {', '.join(others)} or {last}"
    raise BadChange(sentence, start + 1)


def _check_subject(kind: ChangeKind, subject: str, start: int) -> None:
    if not subject:
        sentence = f"the change breaks off; after {kind} comes an id"
        raise BadChange(sentence, start + 1)
    if not _ID.fullmatch(subject):
        sentence = f"{_shown(subject)} is no id; after {kind} comes the id of what changes"
        raise BadChange(sentence, start + 1)


def _canonical(kind: ChangeKind, detail: str, subject: str, start: int) -> str:
    """Return a detail as it is printed.

    Raises:
        BadChange: It is missing, or is none of this kind.
    """
    if kind not in _NEEDED:
        if detail:
            sentence = f"{kind} takes nothing after the id; take {_shown(detail)} out"
            raise BadChange(sentence, start + 1)
        return ""
    if not detail:
        sentence = f"after {kind} {_shown(subject)} comes a colon and {_NEEDED[kind]}"
        raise BadChange(sentence, start + 1)
    match kind:
        case ChangeKind.DROP:
            return _term(detail, start)
        case ChangeKind.FIRM:
            return _rung(detail, start)
        case _:
            return _amount(detail, start, may_be_nothing=kind is ChangeKind.DISCLOSE)


def _term(text: str, start: int) -> str:
    if text == _UNDISCLOSED:
        return text
    try:
        return str(parse_condition(text))
    except BadCondition as error:
        sentence = f"{error.message}; after the colon comes a term as it is written"
        raise BadChange(sentence, start + error.column) from error


def _rung(text: str, start: int) -> str:
    if text in LADDER:
        return text
    *others, last = LADDER
    sentence = f"{_shown(text)} is no rung of the ladder; write {', '.join(others)} or {last}"
    raise BadChange(sentence, start + 1)


def _amount(text: str, start: int, *, may_be_nothing: bool) -> str:
    if not _AMOUNT.fullmatch(text):
        sentence = f"{_shown(text)} is no amount; write digits, and a point before decimals"
        raise BadChange(sentence, start + 1)
    if not may_be_nothing and not Decimal(text):
        sentence = "an offer grows by more than nothing; give an amount above 0"
        raise BadChange(sentence, start + 1)
    whole, _, decimals = text.partition(".")
    return ".".join(filter(None, (whole.lstrip("0") or "0", decimals.rstrip("0"))))


def _shown(text: str) -> str:
    line = " ".join(text.split()) or '""'
    return line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 1]}…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """What was asked of some parties, and how they answered.

    Attributes:
        id: Its id among the asks.
        asked_by: The parties that asked; empty where nobody said who.
        asked: The parties that were asked. Never empty.
        change: What is asked for; ``None`` where no change says it.
        text: What is asked for, in words.
        asked_on: The day it was asked: the day from which it counts as known.
        due: The day by which an answer is wanted.
        answer: How it was answered.
        answered_on: The day it was answered, from which that counts as known; ``None`` while it is
            open.
        cost: What asking costs beside other asks, from 0, without unit; ``None`` where nobody said.
        releasable_to: The audiences that may see it.
        evidence: The statements it rests on.
        note: Anything else.
    """

    id: str
    asked_by: tuple[str, ...] = ()
    asked: tuple[str, ...]
    change: Change | None = None
    text: str = ""
    asked_on: date
    due: date | None = None
    answer: AskAnswer = AskAnswer.OPEN
    answered_on: date | None = None
    cost: Decimal | None = None
    releasable_to: tuple[str, ...] = (PUBLIC,)
    evidence: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if not self.asked:
            msg = "an ask is put to somebody"
            raise ValueError(msg)
        if (self.answer is AskAnswer.OPEN) != (self.answered_on is None):
            msg = "an ask is open as long as it has no day on which it was answered"
            raise ValueError(msg)
        if self.cost is not None and (self.cost.is_nan() or self.cost < 0):
            msg = f"a cost runs from 0 upwards, not {self.cost}"
            raise ValueError(msg)
