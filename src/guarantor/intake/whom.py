"""Whose statement a clause is, and about whom."""

import re

from guarantor.intake import speakers
from guarantor.intake.actors import Mention, Recognised
from guarantor.intake.readings import OWN
from guarantor.intake.setting import Clause, Setting
from guarantor.intake.stances import Rule
from guarantor.intake.voices import Around, Voice, voice
from guarantor.model import Span, Stance

_TOGETHER = re.compile(r"\bthe two\b|\bboth\b|\bbetween\b|\beach other\b|\bagreed\b", re.IGNORECASE)
_PAIR = re.compile(
    r"\b(?:the two|both) (?:nations|countries|states|sides|governments|parties|capitals|leaders|"
    r"presidents|ministers|armies)\b",
    re.IGNORECASE,
)
_MODAL = re.compile(
    r"\s*(?:,[^,;]*,)?\s*(?:will|would|shall|could|can|may|might|is|are|was|were|stands? by|"
    r"wants? out|does|do)\b(?! not want)"
)
_WORDS = re.compile(
    r"\b(?:offer|pledge|promise|commitment|contribution|candidate|motion|proposal|cancel\w*|"
    r"approved|back(?:ed|s) (?:away|out)|reversed|voted|decided|cabinet)\b"
)
_BODY = re.compile(
    r"['’]s (?:\w+ )?(?:government|cabinet|council|parliament|ministry|senate|court|leadership|"
    r"junta)\b"
)
_OWNED = re.compile(
    r"['’]|\s+(?!has|have|had|also|now|then|again)[a-z]+(?<!ed)(?<!s)(?<!ew)(?<!ut)(?<!oze)\s+"
    r"(?:has|is|was|are|were|have|had)\b"
)
_GAP = 6
_MOST = 3


def actor(
    setting: Setting,
    clause: Clause,
    rule: Rule | None,
    does: Stance,
    subject: tuple[str, ...],
) -> Voice:
    """Return who speaks; where nobody is named, the party whose own act of words the clause tells.

    *Serbia has suspended its patrols* is Serbia's word. *Serbia will send patrols* is the
    writer's: who said so is not told.
    """
    spoken = clause.voice
    if spoken.text or spoken.codes or rule is None or not subject:
        return spoken
    if does not in OWN | {Stance.REQUESTED}:
        return spoken
    begin = speakers.subject(clause.text).start
    end = _subject_end(setting, clause, begin, subject)
    if not end or _MODAL.match(clause.text, end) or not _is_act(clause, rule):
        return spoken
    span = Span(clause.start + begin, clause.start + end)
    around = Around(before=clause.before)
    found = voice(clause.text[begin:end], span, setting.mentions, setting.memory, around)
    return found if found.codes else spoken


def _is_act(clause: Clause, rule: Rule) -> bool:
    """Tell whether a clause tells an act of words, such as taking back an offer."""
    if rule.name in {"takes back", "sets apart"}:
        return bool(_WORDS.search(clause.text))
    return True


def _subject_end(setting: Setting, clause: Clause, begin: int, subject: tuple[str, ...]) -> int:
    """Return where the party that is the subject ends; 0 where more than a party is it."""
    end = 0
    for one in setting.within(Span(clause.start + begin, clause.span.end)):
        if one.code in subject and (not end or one.span.start - clause.start - end < _GAP):
            end = one.span.end - clause.start
            is_adjective = one.recognised is Recognised.DEMONYM and clause.text[end - 1] != "s"
            if is_adjective:
                return 0
        elif end:
            break
    if match := _BODY.match(clause.text, end):
        end = match.end()
    return 0 if _OWNED.match(clause.text, end) else end


def about(
    setting: Setting,
    clause: Clause,
    does: Stance,
    subject: tuple[str, ...],
    spoken: Voice,
) -> tuple[str, ...]:
    """Return the parties that a clause speaks about.

    Of a request those who are asked; of what two did together both; else the subject of what is
    told, else who speaks, else the first party named. Where a clause that does more than tell
    names nobody it is the organisation that the text names above all others.
    """
    inside = [one for one in setting.parties_within(clause.span) if not _speaks(clause, one)]
    if does is Stance.REQUESTED:
        others = [one.code for one in inside if one.code not in spoken.codes]
        asked = setting.memory.organisation
        return tuple(others[:1]) or (asked if not set(asked) & set(spoken.codes) else ())
    named = tuple(dict.fromkeys(one.code for one in inside if not one.person))
    if _PAIR.search(clause.text) and len(named) <= 1 and (pair := _pair(setting, clause)):
        return pair
    if does is Stance.ASSERTED and len(named) > 1 and _TOGETHER.search(clause.text):
        return named[:_MOST]
    first = tuple(one.code for one in inside[:1])
    body = setting.memory.organisation if does is not Stance.ASSERTED else ()
    return subject or spoken.codes or first or body


def _pair(setting: Setting, clause: Clause) -> tuple[str, ...]:
    """Return the two states that the sentence named last."""
    earlier = (
        one.code
        for one in reversed(clause.before)
        if one.code
        and not one.code.startswith("X")
        and not one.person
        and not setting.is_place(one)
    )
    later, *before = [*dict.fromkeys(earlier), ""]
    return (before[0], later) if before and before[0] else ()


def _speaks(clause: Clause, one: Mention) -> bool:
    if clause.speaker is None:
        return False
    start, end = clause.speaker.span
    return clause.start + start <= one.span.start < clause.start + end
