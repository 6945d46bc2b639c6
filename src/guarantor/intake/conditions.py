"""The condition that a clause names, in its words and over ids of the operation."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from guarantor.intake.actors.mentions import mentions
from guarantor.intake.word_tables import word_set
from guarantor.model import Span

_SUBJECT = re.compile(
    r"\s+(?=(?:the|a|an|its|his|her|their|both|all|no|each|every|other|others|that|this|these|"
    r"those|"
    r"it|he|she|they|we|there|parliament|talks|peace|(?-i:[A-Z]\w*)|\w+s|fighting|guns)\b)",
    re.IGNORECASE,
)
_ALWAYS = (
    r"only (?:if|when|once|after|where)|unless|on (?:the )?condition|on (?:\w+ ){0,2}conditions|"
    r"on the understanding|(?:for )?as long as|so long as|as soon as|subject to|assuming|"
    r"in the event|in case|hing(?:es?|ing|ed) on|depend(?:s|ed|ing|ent)? (?:up)?on|"
    r"contingent (?:up)?on|conditional (?:up)?on|conditioned on|predicated on|rest(?:s|ed) on|"
    r"(?:is|are|was|were|been|be) tied to|not (?:before|until|unless)|in exchange for|"
    r"in return for|presuppos\w+|if and when|the moment|"
    r"barring|(?:stands|stand) or (?:falls?) with|hang(?:s|ing)? (?:up)?on|hostage to|(?:with|"
    r"on) (?:the|one) proviso|"
    r"wait(?:s|ing)? (?:for|until)|not without|(?:would|will) first (?:need|have|want)|provided|"
    r"providing|absent"
)
_SOMETIMES = (
    r"if|once|until|before|without|were|should|the day|pending|"
    r"only (?:under|with|as part of|together with|alongside)"
)
_TRIGGER = re.compile(rf"\b(?:(?:but|and) )?(?:{_ALWAYS}|{_SOMETIMES})\b", re.IGNORECASE)
_LEAD = re.compile(r"(?:but |and )?", re.IGNORECASE)
_NOT_IF = re.compile(
    r"\b(?:ask(?:ed|s|ing)?|see|wonder(?:ed|s)?|know|knew|unclear|say|said|decide|check(?:ed)?|as|"
    r"even|"
    r"doubt(?:ed|s)?|tell|told|unsure|matter|what|only|nothing|little|not)\s*$",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|would|shall|can|could|might|may|is to|are to|'ll|ready|prepared|willing)\b"
)
_POSSIBLE = re.compile(r"\b(?:would|will|could|might|may)\b")
_BACKING = re.compile(r"\s+(?:a|an|any|the|such|\w+ (?:backing|support|change|guarantees?))\b")
_TO = re.compile(r"\s+(?:\w+ ){1,5}to\b")
_NOUN = re.compile(r"\s+(?:the|a|an|its|their|both|[A-Z])")
_APPROVAL = re.compile(
    r"\s+(?:an?|the|its|their|further|approval|parliament\w*|\w+ approval)\b", re.IGNORECASE
)
_NEGATED = re.compile(
    r"\b(?:not|n't|no|nor|never|neither|nobody|none|refus\w+|rul\w+ out|cannot|impossible)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"\b(?:suspend\w*|halt\w*|paus\w+|fr[oe]+z\w+|postpon\w+|hold|ice|keeps?|kept|remain\w*|"
    r"delay\w*)\b",
    re.IGNORECASE,
)
_SAYS = (
    r"(?:said|says|say|added|adds|announced|told|explained|confirmed|confirms|insisted|insists|"
    r"repeated|stated|warned|noted|reports?|reported|argued|according)"
)
_STOPS = re.compile(
    rf",\s+(?=(?:[\w'’.-]+\s+){{0,9}}?{_SAYS}\b)|,\s+(?=(?:which|who|but|and|while|yet|though|"
    r"because|as)\b)|[;:]|\s[–—]\s|[\"”](?=\s*(?:,|\w+ said|$))|\s+because\b|\s+but\b|[.!?]+[\"”]?$"
)
_LEADING = re.compile(r",\s+")
_NEED = re.compile(
    r"^(?P<goal>for (?:any |the |a |an |its |their |this |such )?[^,;]{3,120}? to [^,;]{2,60}),\s+"
    r"(?P<need>[^;]{4,240}?\b(?:must|has to|have to|needs? to)\b[^;.]{2,160})",
    re.IGNORECASE,
)
_COMPLETE = re.compile(r"\b(?:needs?|wants?) [^;,.]{3,80}? first\b", re.IGNORECASE)
_DATE = re.compile(
    r"\s+(?:the end of|at least|now|then|recently|today|tomorrow|further notice|\d|mid|late|early|"
    r"next|last|spring|summer|autumn|winter|Christmas|Easter|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*)\b"
)
_PLAIN = word_set(
    "a an the of to in on for and or is are be been by with at as it its their that this has "
    "have had was were will would can could may might must should do does did not no only if "
    "once when after before unless until provided providing subject hinges depends from there "
    "who which what any all first such new own goes comes"
)
_JOINS = re.compile(
    r"\b(?:join(?:s|ed)?|takes? part|took part|participat\w+|contribut\w+|(?:is|are) (?:in|"
    r"on board))\b",
    re.IGNORECASE,
)
_ENOUGH = 0.6
"""What share of a proposition's words a condition has to share with it."""
_SHORTEST_STEM = 3


class Condition(NamedTuple):
    """A condition that a clause names.

    Attributes:
        text: Its words.
        span: Where they stand.
    """

    text: str
    span: Span


def condition(clause: str) -> Condition | None:
    """Return the condition that a clause names; nothing where it names none.

    Words that are not always conditions count only beside an offer, a demand or a refusal:
    *once* after *would send*, *before* and *until* after a *not*.

    Example:
        >>> condition("Ghana could provide engineers, but only after its parliament has voted").text
        'only after its parliament has voted'
        >>> condition("He was asked if it rained") is None
        True
    """
    if match := _NEED.match(clause):
        return Condition(match["need"].strip(), Span(*match.span("need")))
    if match := _COMPLETE.search(clause):
        return Condition(match[0], Span(*match.span()))
    for match in _TRIGGER.finditer(clause):
        if not _counts(clause, match):
            continue
        lead = _LEAD.match(match[0])
        start = match.start() + (lead.end() if lead else 0)
        text = clause[start : _end(clause, start, match.end())].rstrip(' ,."”')
        if " " in text:
            return Condition(text, Span(start, start + len(text)))
    return None


def _counts(clause: str, match: re.Match[str]) -> bool:
    """Tell whether words that may begin a condition do so here."""
    word = re.sub(r"^(?:but|and) ", "", match[0].lower())
    before, after = clause[: match.start()], clause[match.end() :]
    checked = _CHECKS.get(word)
    return checked(before, after) if checked else True


def _after_if(before: str, after: str) -> bool:
    return not _NOT_IF.search(before) and bool(after.strip())


def _after_once(before: str, after: str) -> bool:
    return bool(_FUTURE.search(before + after)) and bool(_SUBJECT.match(after))


def _after_until(before: str, after: str) -> bool:
    if _HELD.search(before):
        return not _DATE.match(after)
    return _after_before(before, after)


def _after_before(before: str, after: str) -> bool:
    return bool(_NEGATED.search(before)) and bool(_SUBJECT.match(after))


def _after_without(before: str, after: str) -> bool:
    return bool(_NEGATED.search(before + after)) and bool(_BACKING.match(after))


def _after_were(before: str, after: str) -> bool:
    is_inverted = before.rstrip().endswith((",", "said"))
    return is_inverted and bool(_POSSIBLE.search(before)) and bool(_TO.match(after))


def _after_should(before: str, after: str) -> bool:
    if not before.strip():
        return True
    return bool(_POSSIBLE.search(before)) and bool(_NOUN.match(after))


def _after_the_day(before: str, after: str) -> bool:
    return bool(_POSSIBLE.search(before)) and bool(_SUBJECT.match(after))


def _after_pending(_before: str, after: str) -> bool:
    return bool(_APPROVAL.match(after))


def _after_absent(_before: str, after: str) -> bool:
    return bool(_BACKING.match(after))


def _after_provided(_before: str, after: str) -> bool:
    is_begun = after.lstrip().startswith("that ") or bool(_SUBJECT.match(after))
    return is_begun and _is_clause(after)


_CHECKS: Mapping[str, Callable[[str, str], bool]] = MappingProxyType(
    {
        "if": _after_if,
        "once": _after_once,
        "until": _after_until,
        "before": _after_before,
        "without": _after_without,
        "were": _after_were,
        "should": _after_should,
        "the day": _after_the_day,
        "pending": _after_pending,
        "absent": _after_absent,
        "provided": _after_provided,
        "providing": _after_provided,
    }
)
"""What the words before and after have to be like where a word does not always tell a condition."""


def _is_clause(text: str) -> bool:
    return bool(
        re.search(r"\b(?:is|are|was|were|has|have|had|be|would|will|can|could|\w+(?:s|ed))\b", text)
    )


def _end(clause: str, start: int, after: int) -> int:
    """Return where a condition ends: at the next speaker, stop or, at the beginning, comma."""
    stops = [match.start() for match in _STOPS.finditer(clause, after)]
    if not clause[:start].strip(' "“') or clause[:start].rstrip().endswith((",", " that")):
        stops += [match.start() for match in _LEADING.finditer(clause, after)]
    return min(stops, default=len(clause))


# ---- over ids of the operation -----------------------------------------------------------------


def expression(text: str, *, parties: Mapping[str, str], propositions: Mapping[str, str]) -> str:
    """Return a condition over the ids of an operation, where its words surely mean them.

    A proposition is meant when the words of its id, or most words of its text, stand in the
    condition; a party when the condition says that it joins. Parts joined by *and* are taken one
    by one; one that means nothing known, or several things, leaves the whole empty. So does
    *or*, which may join words as well as conditions.

    Example:
        >>> propositions = {"peace_agreement": "A peace agreement is signed"}
        >>> expression("once a peace agreement is signed", parties={}, propositions=propositions)
        'peace_agreement'
    """
    found: list[str] = []
    if not text or not (parties or propositions):
        return ""
    for part in re.split(r"\band\b", text):
        meant = _meant(part, parties, propositions)
        if not meant:
            return _meant(text, parties, propositions)
        if meant not in found:
            found.append(meant)
    return " and ".join(found)


def _meant(text: str, parties: Mapping[str, str], propositions: Mapping[str, str]) -> str:
    words = _stems(text)
    codes = {one.code for one in mentions(text, on=None, parties=parties)} - {""}
    scored = [
        (score, name)
        for name, told in propositions.items()
        if (score := _score(words, codes, name, told, parties)) > 0
    ]
    best = max((score for score, _ in scored), default=0.0)
    names = [name for score, name in scored if score == best]
    if len(names) == 1:
        return names[0]
    joining = sorted(codes & parties.keys())
    if not names and len(joining) == 1 and _JOINS.search(text):
        return joining[0]
    return ""


def _score(
    words: frozenset[str],
    codes: set[str],
    name: str,
    told: str,
    parties: Mapping[str, str],
) -> float:
    """Return how surely a proposition is meant: 0 where it is not."""
    parts = [part for part in re.split(r"[_-]", name) if part]
    own = [part for part in parts if _is_in(part, words, codes, parties)]
    by_id = len(parts) if len(own) == len(parts) else 0
    told_words = _stems(told)
    shared = told_words & words
    others = {one.code for one in mentions(told, on=None, parties=parties)} - {""}
    is_told = len(shared) > 1 and len(shared) >= _ENOUGH * len(told_words) and others <= codes
    return by_id + (len(shared) / len(told_words) + 1 if is_told else 0)


def _is_in(part: str, words: frozenset[str], codes: set[str], parties: Mapping[str, str]) -> bool:
    if _stem(part.lower()) in words:
        return True
    named = {one.code for one in mentions(part.upper(), on=None, parties=parties)}
    named |= {one.code for one in mentions(part.capitalize(), on=None, parties=parties)}
    return bool((named - {""}) & codes) or part.upper() in codes


def _stems(text: str) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]{2,}", text.lower())
    return frozenset(_stem(word) for word in words if word not in _PLAIN)


def _stem(word: str) -> str:
    for ending in ("ations", "ation", "ments", "ment", "ing", "ies", "ied", "ed", "es", "s", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word
