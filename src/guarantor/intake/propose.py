"""Proposes the statements of a document, clause by clause and speaker by speaker."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from guarantor.intake import kinds, readings, whom
from guarantor.intake.actors import read as read_actors
from guarantor.intake.conditions import Condition, condition, expression
from guarantor.intake.days import days
from guarantor.intake.passages import passages
from guarantor.intake.sentences import sentences
from guarantor.intake.setting import Clause, Setting, masked
from guarantor.intake.speaking import spoken_clauses
from guarantor.intake.stances import Rule
from guarantor.intake.voices import Memory, Voice
from guarantor.intake.word_tables import word_set
from guarantor.model import Document, NamedDay, Proposal, Span, Stance, Standing

_EVENTS = word_set(
    "ceasefire peace_agreement attack control encirclement withdrawal mandate prisoners "
    "meeting sanctions humanitarian elections command membership planning"
)
_WITH_CONDITION = frozenset(
    {Stance.CONDITIONAL, Stance.SUSPENDED, Stance.REQUESTED, Stance.WITHDRAWN}
)
_BACKGROUND = re.compile(
    r"\b(?:was|were) (?:established|founded|created|built|born|set up|formed) (?:in|on|at)\b"
    r"|\bhas served (?:in|as)\b|\bused to\b|\b(?:years|months|centur\w+) (?:ago|earlier)\b",
    re.IGNORECASE,
)
_COMMENT = re.compile(
    r"\b(?:remains?|appears?|seems?|complicat\w+|challeng\w+|urgent|context|evident|concerns?|"
    r"likely|struggl\w+|risks?|fears?|hopes?|questions?|doubts?|tension\w*|balance)\b",
    re.IGNORECASE,
)
LONGEST_SENTENCE = 2000
"""Characters of the longest sentence that is read: longer ones are tables and lists, not prose."""
_TELLING = frozenset({"persons", "battalions", "companies"})
TELLS = "tells"
"""The rule of a clause that only tells something."""


def propose(
    document: Document,
    *,
    dated: date | None,
    parties: Mapping[str, str],
    propositions: Mapping[str, str],
    capabilities: Collection[str] = (),
) -> tuple[Proposal, ...]:
    """Return the statements that the rules find in a document, in order.

    A passage that the document repeats gives its statements once, at its first place; what
    belongs to the page gives none, nor does a sentence of more than 2,000 characters. Nothing of
    it counts before a person decided.

    Args:
        document: What to read.
        dated: The day that it bears. Without it days that are reckoned from it stay unknown.
        parties: Code and name of each party of the operation; may be empty.
        propositions: Id and text of each proposition of the operation; may be empty.
        capabilities: The operation's own capabilities: one that a clause names in so many words
            is its kind.
    """
    text = document.text.readable
    mentions = read_actors(text, on=dated, parties=parties)
    setting = Setting(text, mentions, dated, parties, propositions, Memory.of(mentions))
    return tuple(
        proposal
        for passage in passages(document)
        if not passage.is_boilerplate
        for proposal in _of_block(setting, passage.spans[0], capabilities)
    )


def _of_block(setting: Setting, block: Span, capabilities: Collection[str]) -> Iterator[Proposal]:
    text = setting.text[block.start : block.end]
    setting.memory.kind = kinds.OTHER
    for start, end in sentences(text):
        if end - start > LONGEST_SENTENCE:
            continue
        for clause in spoken_clauses(setting, block.start + start, text[start:end]):
            proposal = _proposal(setting, clause, capabilities)
            if proposal is not None:
                if proposal.kind != kinds.OTHER:
                    setting.memory.kind = proposal.kind
                yield proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """What a clause was read as."""

    condition: Condition | None
    subject: tuple[str, ...]
    rule: Rule | None
    stance: Stance
    kind: str
    voice: Voice
    about: tuple[str, ...]


def _proposal(setting: Setting, clause: Clause, capabilities: Collection[str]) -> Proposal | None:
    if clause.text.rstrip(' "”').endswith("?"):
        return None
    named = condition(clause.text)
    told = masked(clause.text, named.span if named else None)
    subject = setting.subject(clause.start, told, clause.speaker)
    rule = readings.rule(clause, named, subject)
    stance = readings.stance(clause, rule, named)
    voice = whom.actor(setting, clause, rule, stance, subject)
    read = _Reading(
        condition=named,
        subject=subject,
        rule=rule,
        stance=stance,
        kind=_own(clause.text, capabilities) or readings.kind(clause, named, stance),
        voice=voice,
        about=whom.about(setting, clause, stance, subject, voice),
    )
    return _made(setting, clause, read) if _is_worth(clause, read) else None


def _own(text: str, capabilities: Collection[str]) -> str:
    """Return the operation's own capability that a clause names in so many words."""
    lowered = text.lower()
    named = (
        one
        for one in sorted(capabilities, key=len, reverse=True)
        if re.search(rf"\b{re.escape(one.lower().replace('_', ' '))}\b", lowered)
    )
    return next((one for one in named if one in kinds.KINDS), "")


def _made(setting: Setting, clause: Clause, read: _Reading) -> Proposal:
    keeps = read.condition is not None and read.stance in _WITH_CONDITION
    kept = read.condition if keeps else None
    words = kept.text if kept else ""
    amount = readings.amount(clause, kept, read.kind, read.stance)
    named = days(clause.text, dated=setting.dated)
    return Proposal(
        span=clause.span,
        quote=clause.text,
        speaker=read.voice.text,
        speaker_parties=read.voice.codes,
        standing=read.voice.standing,
        about=read.about,
        stance=read.stance,
        kind=read.kind,
        firmness=readings.firmness(clause, read.rule, read.stance, read.kind, read.condition),
        quantity=amount.quantity if amount else "",
        unit=amount.unit if amount else "",
        condition=words,
        expression=expression(words, parties=setting.parties, propositions=setting.propositions),
        said_on=readings.said_on(clause, named, setting.dated),
        days=tuple(NamedDay(one.text, one.day) for one in named),
        attribution=read.voice.attribution,
        is_quoted=clause.is_quoted,
        rule=_name(read),
        note=read.voice.note,
    )


def _name(read: _Reading) -> str:
    """Return the name of the rule that a proposal rests on."""
    if read.stance is Stance.CONDITIONAL:
        return "names a condition"
    return read.rule.name if read.rule else TELLS


def _is_worth(clause: Clause, read: _Reading) -> bool:
    """Tell whether a clause holds a statement that a record may need."""
    if _BACKGROUND.search(clause.text) and read.rule is None:
        return False
    is_other = read.kind == kinds.OTHER
    if read.stance is not Stance.ASSERTED:
        return not is_other or bool(read.voice.text or read.voice.codes or read.about)
    if is_other:
        return False
    if read.voice.text and read.voice.standing is not Standing.PRESS:
        return True
    if read.kind in readings.OFFERS:
        amount = readings.amount(clause, None, read.kind, read.stance)
        return bool(read.about and (read.rule or (amount and amount.unit in _TELLING)))
    return read.kind in _EVENTS and (
        bool(days(clause.text, dated=None))
        or (bool(read.subject) and not _COMMENT.search(clause.text))
    )
