"""What is known while a document is read for statements: its actors, its day, what came before."""

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from guarantor.intake import speakers
from guarantor.intake.actors import Mention, Recognised
from guarantor.intake.speakers import Speaker
from guarantor.intake.stances import Rule
from guarantor.intake.voices import Memory, Voice
from guarantor.model import Span

_WHERE = re.compile(
    r"\b(?:in|at|near|outside|from|around|over|through|via)\s+(?:\w+ )?$", re.IGNORECASE
)
_OBLIQUE = re.compile(
    r"\b(?:in|at|to|for|from|on|against|of|by|with)\s+(?:the\s+)?$", re.IGNORECASE
)
_JOINED = re.compile(r"\s*(?:,|and|-|, and|or)\s*(?:the\s+)?")
_THAT = re.compile(r"[^,;]{0,60}?\bthat\s+")
_NEAR = 45
"""How far into a clause its subject may begin, in characters."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A document while it is read.

    Attributes:
        text: Its readable text.
        mentions: Every actor that it names, in order.
        dated: The day that it bears.
        parties: Code and name of each party of the operation.
        propositions: Id and text of each proposition of the operation.
        memory: What it told so far.
    """

    text: str
    mentions: tuple[Mention, ...]
    dated: date | None
    parties: Mapping[str, str]
    propositions: Mapping[str, str]
    memory: Memory

    def within(self, span: Span) -> list[Mention]:
        """Return the actors named within a stretch of the text, in order."""
        first = bisect_left(self.mentions, span.start, key=lambda one: one.span.start)
        found = []
        for one in self.mentions[first:]:
            if one.span.start >= span.end:
                break
            if one.span.end <= span.end:
                found.append(one)
        return found

    def is_place(self, one: Mention) -> bool:
        """Tell whether words only tell where: a place, or a capital after *in*."""
        if one.recognised is Recognised.PLACE:
            return True
        before = self.text[max(0, one.span.start - 12) : one.span.start]
        return one.recognised is Recognised.CAPITAL and bool(_WHERE.search(before))

    def parties_within(self, span: Span) -> list[Mention]:
        """Return those named within a stretch that surely are one party and no mere place."""
        return [one for one in self.within(span) if one.code and not self.is_place(one)]

    def subject(self, start: int, text: str, speaker: Speaker | None = None) -> tuple[str, ...]:
        """Return the parties that stand as the subject of what a clause tells.

        Args:
            start: Where the clause begins in the document.
            text: Its words; what is blanked out in them is passed over.
            speaker: Who speaks in it: the subject is sought behind *said that*.
        """
        offset = _offset(text, speaker)
        inside = [
            one
            for one in self.parties_within(Span(start + offset, start + len(text)))
            if one.span.start - start <= offset + _NEAR and text[one.span.start - start].strip()
        ]
        if not inside or _OBLIQUE.search(text[offset : inside[0].span.start - start]):
            return ()
        codes = [inside[0].code]
        for one, other in pairwise(inside):
            if not _JOINED.fullmatch(text[one.span.end - start : other.span.start - start]):
                break
            codes.append(other.code)
        return tuple(dict.fromkeys(codes))


def _offset(text: str, speaker: Speaker | None) -> int:
    if speaker is None or speaker.how not in {"before", "colon"}:
        return speakers.subject(text).start
    offset = speaker.frame.end
    if that := _THAT.match(text, offset):
        offset = that.end()
    return offset + speakers.subject(text[offset:]).start


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A clause of a document with who speaks in it.

    Attributes:
        text: Its words.
        start: Where it begins in the document.
        voice: Who speaks.
        speaker: The words that name the speaker; ``None`` where the clause itself names none.
        before: What its sentence mentions before it.
        is_quoted: Whether it stands between quotation marks.
        kind_before: What the statement before was about.
        rule_before: The rule that fits the clause before in its sentence.
    """

    text: str
    start: int
    voice: Voice
    speaker: Speaker | None
    before: tuple[Mention, ...]
    is_quoted: bool
    kind_before: str
    rule_before: Rule | None

    @property
    def span(self) -> Span:
        """Where it stands in the document."""
        return Span(self.start, self.start + len(self.text))


def masked(text: str, *spans: Span | None) -> str:
    """Return a text in which stretches are blanked out, as long as before.

    Example:
        >>> masked("he said yes", Span(3, 7))
        'he      yes'
    """
    for span in spans:
        if span is not None:
            text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text
