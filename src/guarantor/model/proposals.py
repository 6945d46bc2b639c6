"""What the machine proposes: statements that a person may accept, mend or reject."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from guarantor.model.documents import Span
from guarantor.model.words import Attribution, Firmness, Stance, Standing


class NamedDay(NamedTuple):
    """A day that a text names.

    Attributes:
        text: The words, such as ``next Thursday``.
        day: Which day that is; ``None`` where the document's own day would have to be known.
    """

    text: str
    day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A statement that a rule, or a language model, finds in a clause of a document.

    Nothing of it counts before a person decided on it.

    Attributes:
        span: The clause, in the readable text.
        quote: Its words, as they stand there.
        speaker: Who speaks, in words; empty where the text does not say.
        speaker_parties: The parties that speak; empty for the writer of the document.
        standing: In which office.
        about: The parties it speaks about.
        stance: What it does.
        kind: What it is about, such as ``troops``.
        firmness: How firm an offer it expresses, where it speaks of one.
        quantity: The amount it names, ``100`` or ``100-200``; empty where it names none.
        unit: The unit of that amount.
        condition: The condition it names, in its words.
        expression: The same over ids of the operation, where it matches any; else empty.
        said_on: The day it was said, where the text gives it.
        days: Every day that the clause names.
        attribution: How the document attributes it.
        is_quoted: Whether the words are the speaker's own, between quotation marks.
        rule: Name of what proposed it: a rule of the package, or ``llm:`` and the model's name.
        note: Why, or what is doubtful about it, in one sentence.
    """

    span: Span
    quote: str
    speaker: str
    speaker_parties: tuple[str, ...]
    standing: Standing
    about: tuple[str, ...]
    stance: Stance
    kind: str
    firmness: Firmness | None = None
    quantity: str = ""
    unit: str = ""
    condition: str = ""
    expression: str = ""
    said_on: date | None = None
    days: tuple[NamedDay, ...] = ()
    attribution: Attribution = Attribution.REPORTED_BY_OTHER
    is_quoted: bool = False
    rule: str
    note: str = ""
