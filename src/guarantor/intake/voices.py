"""Who stands behind the words that name a speaker: party, office and kind of attribution."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from guarantor.intake.actors import Mention, Recognised
from guarantor.intake.kinds import OTHER
from guarantor.intake.speakers import is_press
from guarantor.model import Attribution, Span, Standing

_PERSONAL = frozenset({"he", "she", "i"})
_IMPERSONAL = frozenset({"it", "they", "we", "who", "that"})
_POSSESSIVE = re.compile(r"^(?:its|his|her|their|our)\b", re.IGNORECASE)
_ANONYMOUS = re.compile(
    r"\b(?:officials?|diplomats?|sources?|people familiar|aides?|insiders?|observers|analysts?|"
    r"person familiar|who (?:asked|declined)|unnamed|anonym\w+)\b",
    re.IGNORECASE,
)
_COLLECTIVE = re.compile(
    r"\b(?:communiqu[ée]|statement|leaders|ministers|heads of|governments?|states|members|"
    r"countries|"
    r"council|commission|parliament|senate|cabinet|summit|delegation)\b",
    re.IGNORECASE,
)
_MISSION = re.compile(
    r"\b(?:mission|force commander|special representative|secretary[- ]general|head of mission|"
    r"chief (?:monitor|observer)|monitors|observers|peacekeep\w+|envoy|mediator)\b",
    re.IGNORECASE,
)
_ARMED = re.compile(
    r"\b(?:rebels?|insurgents?|militants?|guerrillas?|militias?|separatists?|fighters|junta|"
    r"armed group|warlords?|coup leaders?|gang leaders?|gangs?)\b",
    re.IGNORECASE,
)
_SPOKEN_FOR = re.compile(
    r"\bspokes(?:man|woman|person|people)|press (?:office|secretary)\b", re.IGNORECASE
)
_OFFICIAL = re.compile(
    r"\b(?:official|diplomat|source|colonel|general|brigadier|captain|major|admiral|commander|"
    r"ambassador|envoy|minister|adviser|government|delegat\w+)s?\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(r"\s(?:with|between|about|against)\s")
_SPECIFIC = {
    Standing.PARLIAMENT: r"\b(?:parliament|senate|congress|assembly|chamber|lower house)\b",
    Standing.LEGISLATOR: r"\b(?:lawmakers?|legislators?|MPs?|senators?|deput(?:y|ies)|"
    r"committee's chair\w*|chair\w* of the \w+ committee)\b",
    Standing.COURT: r"\b(?:court|judges?|tribunal|prosecutors?)\b",
    Standing.OPPOSITION: r"\bopposition\b",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who speaks.

    Attributes:
        text: In the words of the text; empty where it names nobody.
        codes: The parties that speak.
        standing: In which office.
        attribution: How the text attributes it.
        note: What is doubtful about it.
    """

    text: str
    codes: tuple[str, ...] = ()
    standing: Standing = Standing.PRESS
    attribution: Attribution = Attribution.REPORTED_BY_OTHER
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What a sentence mentions around a speaker.

    Attributes:
        before: All before the speaker.
        adjunct: Those that only tell where, as in ``In London, the minister said``.
        apposed: Those that explain the speaker, as in ``the commander, a Norwegian general,``.
    """

    before: Sequence[Mention] = ()
    adjunct: Sequence[Mention] = ()
    apposed: Sequence[Mention] = ()


WRITER = Voice(text="")
"""The writer of the document."""


@dataclass(slots=True)
class Memory:
    """What a text has told so far: who spoke, and which parties it named.

    Attributes:
        voices: Those who spoke, the latest last.
        subjects: The parties that sentences were about, the latest last.
        organisations: How often the text names each organisation.
        kind: What the last statement of the paragraph was about.
    """

    voices: list[Voice] = field(default_factory=list)
    subjects: list[tuple[str, ...]] = field(default_factory=list)
    organisations: dict[str, int] = field(default_factory=dict)
    kind: str = OTHER

    @classmethod
    def of(cls, mentions: Iterable[Mention]) -> "Memory":
        """Return an empty memory that knows which organisations the text names."""
        memory = cls()
        for mention in mentions:
            for code in mention.codes:
                if code.startswith("X"):
                    memory.organisations[code] = memory.organisations.get(code, 0) + 1
        return memory

    def spoke(self, voice: Voice) -> None:
        """Remember who spoke."""
        if voice.text:
            self.voices.append(voice)

    @property
    def organisation(self) -> tuple[str, ...]:
        """The organisation that the text names most; empty where two are named as often."""
        most = max(self.organisations.values(), default=0)
        leading = [code for code, count in self.organisations.items() if count == most]
        return (leading[0],) if len(leading) == 1 else ()


def voice(
    text: str,
    span: Span,
    mentions: Sequence[Mention],
    memory: Memory,
    around: "Around",
) -> Voice:
    """Return who stands behind the words of a speaker.

    Args:
        text: The words.
        span: Where they stand, in the coordinates of the mentions.
        mentions: What the document mentions.
        memory: What it told before.
        around: What the sentence mentions around the speaker.
    """
    word = text.lower()
    if word in _PERSONAL | _IMPERSONAL:
        return _by_pronoun(word, span, mentions, memory)
    head = span.start + len(_COMPANY.split(text, maxsplit=1)[0])
    inside = [one for one in mentions if span.start <= one.span.start and one.span.end <= head]
    standing = _standing(text, inside)
    codes, note = _codes(text, inside, standing, memory, around)
    if codes and all(code.startswith("X") for code in codes) and standing is Standing.OFFICIAL:
        standing = Standing.INTERNATIONAL_ORGANISATION
    if is_press(text) and standing is Standing.OFFICIAL:
        standing = Standing.PRESS
    return Voice(
        text=text,
        codes=() if standing in {Standing.ARMED_GROUP, Standing.PRESS} else codes,
        standing=standing,
        attribution=_attribution(text, standing, inside),
        note=note,
    )


def _by_pronoun(word: str, span: Span, mentions: Sequence[Mention], memory: Memory) -> Voice:
    """Return the last speaker that a pronoun fits: a person for *he*, a body for *it*.

    Where no person has spoken yet, it is the last whom the text named.
    """
    for past in reversed(memory.voices):
        is_body = past.attribution is Attribution.COLLECTIVE
        if word in _PERSONAL and not is_body:
            return past
        if word in _IMPERSONAL and (is_body or word in {"they", "we"}):
            return past
    if word in _PERSONAL:
        named = [one for one in mentions if one.person and one.span.end <= span.start]
        if named:
            return _named(named[-1])
    return memory.voices[-1] if memory.voices else WRITER


def _named(one: Mention) -> Voice:
    """Return a person that the text has named as a speaker."""
    return Voice(
        text=one.person,
        codes=(one.code,) if one.code else (),
        standing=one.standing or Standing.OFFICIAL,
        attribution=Attribution.NAMED,
    )


def _standing(text: str, inside: Sequence[Mention]) -> Standing:
    if _SPOKEN_FOR.search(text) or re.search(r"['’]s office$", text):
        return Standing.ARMED_GROUP if _ARMED.search(text) else Standing.SPOKESPERSON
    if _ARMED.search(text):
        return Standing.ARMED_GROUP
    for standing, pattern in _SPECIFIC.items():
        if re.search(pattern, text, re.IGNORECASE):
            return standing
    offices = [one for one in inside if one.recognised in {Recognised.OFFICE, Recognised.PERSON}]
    for one in offices:
        if one.standing is not None:
            return one.standing
    named = [one.standing for one in inside if one.standing is not None]
    if named:
        return named[0]
    if _MISSION.search(text) and not offices:
        return Standing.INTERNATIONAL_ORGANISATION
    return Standing.OFFICIAL


def _codes(
    text: str,
    inside: Sequence[Mention],
    standing: Standing,
    memory: Memory,
    around: "Around",
) -> tuple[tuple[str, ...], str]:
    """Return the parties that a speaker stands for, and what is doubtful about them."""
    sure = [one for one in inside if one.code and one.recognised is not Recognised.PLACE]
    if sure:
        offices = [one for one in sure if one.recognised in {Recognised.OFFICE, Recognised.PERSON}]
        chosen = offices[:1] if offices and not re.search(r"\band\b", text) else sure
        if len(chosen) > 1 and not re.search(r"\band\b|,", text):
            chosen = chosen[:1]
        return tuple(dict.fromkeys(one.code for one in chosen)), ""
    open_ones = [one for one in inside if len(one.codes) > 1]
    if open_ones:
        return (), f"{text}: may be {' or '.join(open_ones[0].codes)}"
    if places := [one for one in inside if one.code]:
        return (places[-1].code,), ""
    return _by_context(text, standing, memory, around), ""


def _by_context(text: str, standing: Standing, memory: Memory, around: "Around") -> tuple[str, ...]:
    """Return the party of an office that names none: by the sentence, else by who spoke before."""
    named = [one.code for one in around.before if one.code]
    nearby = [one.code for one in (*around.apposed, *around.adjunct) if one.code]
    if _POSSESSIVE.match(text):
        return (*named, *nearby)[:1] or (memory.subjects[-1] if memory.subjects else ())
    words = _nouns(text)
    for past in reversed(memory.voices):
        if words & _nouns(past.text) and past.codes:
            return past.codes
    if _MISSION.search(text) and memory.organisation:
        return memory.organisation
    if nearby:
        return (nearby[0],)
    if _ANONYMOUS.search(text) or _MISSION.search(text):
        return ()
    if named:
        return (named[0],)
    if not _OFFICIAL.search(text) and standing is Standing.OFFICIAL:
        return ()
    return memory.subjects[-1] if memory.subjects else ()


def _nouns(text: str) -> frozenset[str]:
    return frozenset(
        word
        for word in re.findall(r"[^\W\d_]{4,}", text.lower())
        if word not in {"foreign", "defence", "defense", "from", "said", "with", "that"}
    )


def _attribution(text: str, standing: Standing, inside: Sequence[Mention]) -> Attribution:
    if standing is Standing.SPOKESPERSON:
        return Attribution.SPOKESPERSON
    if standing is Standing.PRESS:
        return Attribution.REPORTED_BY_OTHER
    is_named = any(one.person for one in inside)
    if not is_named and _ANONYMOUS.search(text):
        return Attribution.ANONYMOUS
    bodies = {Standing.PARLIAMENT, Standing.COURT}
    has_office = any(one.office for one in inside) and not _COLLECTIVE.search(text)
    if not is_named and not has_office:
        return Attribution.COLLECTIVE
    return Attribution.COLLECTIVE if standing in bodies else Attribution.NAMED
