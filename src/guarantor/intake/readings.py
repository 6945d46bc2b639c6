"""Reads a clause: what it does, what it is about, how firm, how much, and when it was said."""

import re
from collections.abc import Sequence
from datetime import date

from guarantor.intake import kinds, speakers, stances, values
from guarantor.intake.conditions import Condition
from guarantor.intake.days import Day
from guarantor.intake.setting import Clause, masked
from guarantor.intake.word_tables import word_set
from guarantor.model import Firmness, Stance

OFFERS = word_set(
    "troops monitoring backstop military_aid air naval airlift logistics intelligence "
    "training medical police engineering funding contributions"
)
"""The kinds of what a party can offer; only of these a proposal tells the firmness."""
OWN = frozenset(
    {Stance.PLEDGED, Stance.REFUSED, Stance.WITHDRAWN, Stance.SUSPENDED, Stance.CONDITIONAL}
)
"""What a party says of its own doing."""
_KEPT = frozenset(
    {Stance.DENIED, Stance.UNDISCLOSED, Stance.WITHDRAWN, Stance.SUSPENDED, Stance.REQUESTED}
)
_STRENGTHS = (
    (
        re.compile(r"\b(?:could|might|may)\b|\bopen to\b|\bconsider", re.IGNORECASE),
        Firmness.FLOATED,
    ),
    (
        re.compile(
            r"\b(?:ready|prepared|willing|readiness|willingness|intend|plans? to)\b", re.IGNORECASE
        ),
        Firmness.SIGNALLED,
    ),
    (
        re.compile(r"\b(?:not|no|never|n't)\b|\b(?:hing|depend)\w* ", re.IGNORECASE),
        Firmness.FLOATED,
    ),
    (
        re.compile(
            r"\b(?:will|shall|'ll|offer\w*|pledg\w+|promis\w+|is to|are to)\b", re.IGNORECASE
        ),
        Firmness.PLEDGED,
    ),
    (re.compile(r"\bwould\b|\bsupport", re.IGNORECASE), Firmness.SIGNALLED),
)
_TAIL = re.compile(
    r",?\s+\b(?:because|citing|following|due to|amid|owing to|in response to|now that|so that|"
    r"after)"
    r"\b(?! (?:the|a) (?:ceasefire|truce))[^;]*$|^(?:After|Following|Since|Because|Amid)\b[^,]*,",
    re.IGNORECASE,
)
_TAKING_BACK = re.compile(
    r"\b(?:withdr\w+|pull\w* (?:out|back)|leaving|left|leaves|go(?:es|ing)? home|home)\b",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\b(?:similar|same|such|that (?:offer|pledge)|its share|step in|more|as many|likewise|too)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:it|its|that|this|these|those|them|they|so|such|similar|one|ones|none|same|he|she|yes|no|"
    r"share|figure|numbers?|how many|which|more|we)\b",
    re.IGNORECASE,
)
_PRONOUNS = re.compile(r"\b(?:it|he|she|they|we|I|its|their|our|his|her)\b|[“\"]", re.IGNORECASE)
_POSSIBLE = re.compile(r"\b(?:would|will|could|may|might)\b")
_OWN_OFFER = re.compile(r"\b(?:promis|offer|pledg|commit|agreed to|intend|plan)\w*")
_WHILE = re.compile(r"while \w+ing\b")
_BOUND = re.compile(r"(?:wants?|needs?|until|pending)\b", re.IGNORECASE)
"""How conditions begin without which what a clause does cannot be told."""
_AHEAD = re.compile(r"\b(?:by|until|before|from|for)\s*$")


def is_accompanying(text: str) -> bool:
    """Tell whether a clause only tells what goes with the one before: *while tightening …*."""
    return bool(_WHILE.match(text))


def rule(
    clause: Clause, condition: Condition | None, subject: tuple[str, ...]
) -> stances.Rule | None:
    """Return the rule that fits a clause, the speaker's name and the condition left out.

    Rules that need it look at the subject: *will* counts only of the speaker's own doing, *must*
    only of the doing of others, *is not so* only where somebody says it.
    """
    is_apart = condition is not None and not _BOUND.match(condition.text)
    text = masked(clause.text, condition.span if condition and is_apart else None)
    if clause.speaker is not None and clause.speaker.how == "after":
        start, end = clause.speaker.frame
        text = text[:start] + " " + text[end:].lstrip(" ,")
    elif clause.speaker is not None:
        text = masked(text, clause.speaker.span)
    found = stances.found(text)
    if found is None:
        return clause.rule_before if is_accompanying(clause.text) else None
    own = set(subject) & set(clause.voice.codes)
    fits = {
        stances.NOT_SO: bool(clause.voice.text),
        stances.MUST: bool(subject and clause.voice.text and not own),
        stances.WILL: bool(own or not clause.voice.codes)
        if subject
        else bool(clause.voice.text and _PRONOUNS.search(clause.text)),
    }
    return found.rule if fits.get(found.rule.name, True) else None


def stance(clause: Clause, fitting: stances.Rule | None, condition: Condition | None) -> Stance:
    """Return what a clause does, its condition taken into account."""
    plain = fitting.stance if fitting else Stance.ASSERTED
    if condition is None:
        return plain
    words = condition.text.lower()
    is_threat = plain in {Stance.WITHDRAWN, Stance.SUSPENDED} and _POSSIBLE.search(clause.text)
    if is_threat and words.startswith(("if", "unless")):
        return Stance.CONDITIONAL
    if plain in _KEPT:
        return Stance.CONDITIONAL if words.startswith("want") else plain
    if words.startswith("until") and plain is Stance.ASSERTED:
        return Stance.SUSPENDED
    return Stance.CONDITIONAL


def kind(clause: Clause, condition: Condition | None, does: Stance) -> str:
    """Return what a clause is about: by its own words, else by those of what it refers back to."""
    who = clause.speaker.span if clause.speaker else None
    frame = clause.speaker.frame if clause.speaker and clause.speaker.how == "after" else None
    told = masked(clause.text, frame, who, condition.span if condition else None)
    if does is Stance.WITHDRAWN:
        told = _TAKING_BACK.sub(_blank, told)
    main = told[speakers.subject(told).start :]
    for text in (_TAIL.sub("", main), main, told, masked(clause.text, frame, who)):
        if (found := kinds.kind(text)) != kinds.OTHER:
            is_vague = found == "contributions" and clause.kind_before in OFFERS
            return clause.kind_before if is_vague and _SAME.search(text) else found
    if does is Stance.WITHDRAWN:
        return "withdrawal"
    is_told = does is not Stance.ASSERTED or (clause.voice.text and _BACK.search(clause.text))
    return clause.kind_before if is_told else kinds.OTHER


def firmness(
    clause: Clause,
    fitting: stances.Rule | None,
    does: Stance,
    about: str,
    condition: Condition | None,
) -> Firmness | None:
    """Return how firm an offer a clause expresses; nothing where it is about none.

    Args:
        clause: The clause.
        fitting: The rule that fits it.
        does: What it does.
        about: Its kind.
        condition: The condition that it names: an offer under it is as firm as its own words.
    """
    if about not in OFFERS:
        return None
    if does is Stance.CONDITIONAL:
        text = masked(clause.text, condition.span if condition else None)
        return next((firm for pattern, firm in _STRENGTHS if pattern.search(text)), None)
    if does is Stance.DENIED:
        return Firmness.DENIED if _OWN_OFFER.search(clause.text) else None
    if does is Stance.SUSPENDED:
        return Firmness.SUSPENDED
    return fitting.firmness if fitting else None


def amount(
    clause: Clause, condition: Condition | None, about: str, does: Stance
) -> values.Amount | None:
    """Return the amount that a clause is about, outside its condition and its reasons.

    A unit without a number, such as *a battalion*, counts only in what a party says of its own.
    """
    who = clause.speaker.span if clause.speaker else None
    text = masked(clause.text, who, condition.span if condition else None)
    found = values.amount(_TAIL.sub(_blank, text), of_persons=about in OFFERS - {"funding"})
    is_single = found is not None and found.quantity == "1"
    if is_single and (about == "funding" or does not in OWN | {Stance.ASSERTED}):
        return None
    return found


def said_on(clause: Clause, named: Sequence[Day], dated: date | None) -> date | None:
    """Return the day named right beside the verb of saying, where it is not still to come."""
    if clause.speaker is None or not clause.speaker.verb:
        return None
    start, end = clause.speaker.frame
    for one in named:
        is_beside = start - 2 <= one.span.start <= end + 25
        is_past = one.day is not None and (dated is None or one.day <= dated)
        before = clause.text[max(0, one.span.start - 8) : one.span.start].lower()
        if is_beside and is_past and not _AHEAD.search(before):
            return one.day
    return None


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
