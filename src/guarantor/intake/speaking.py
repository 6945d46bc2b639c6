"""Parts a sentence into clauses and finds for each who speaks in it."""

import re
from collections.abc import Iterator

from guarantor.intake import readings, speakers
from guarantor.intake.actors import Mention
from guarantor.intake.clauses import clauses, quotations
from guarantor.intake.setting import Clause, Setting
from guarantor.intake.speakers import Speaker
from guarantor.intake.stances import Rule
from guarantor.intake.voices import WRITER, Around, Voice, voice
from guarantor.model import Span

_VERB_FIRST = re.compile(
    r"(?:requests?|calls?|welcomes?|notes?|underlines?|rejects?|decides?|urges?|demands?|stresses|"
    r"expresses|condemns?|recalls?|reaffirms?|reiterates?|authori[sz]es|encourages?|asks?|invites?|"
    r"emphasi[sz]es|regrets?|takes note|endorses|requested|called|welcomed|rejected|urged|denied)\b"
)
_GOING_ON = frozenset({"would", "will", "that", "had", "has", "where", "when", "at", "during"})
_APPOSED = re.compile(r",\s+(?:an?|the|who)\b[^,;]{2,70}(?=,)")
_PRONOUN = re.compile(
    r"\b(he|she|it|they)\b(?:\s+\w+)?\s+(?:would|could|did|does|do|had|has|have|will|can|cannot)\b"
)
_FIRST_WORD = re.compile(r"[“\"]?(\w+)")


def spoken_clauses(setting: Setting, start: int, sentence: str) -> Iterator[Clause]:
    """Return the clauses of a sentence, each with who speaks in it, and remember both."""
    skipped = speakers.dateline(sentence)
    start, sentence = start + skipped, sentence[skipped:]
    quoted = quotations(sentence)
    whole = speakers.speaker(sentence, quoted)
    spoken: Voice | None = None
    if whole is not None and whole.how != "before":
        spoken = _voice(setting, start, sentence, whole)
    previous: Voice | None = None
    rule_before: Rule | None = None
    for span in clauses(sentence):
        text = sentence[span.start : span.end]
        own = speakers.speaker(text, quotations(text))
        is_quoted = _is_quoted(span, quoted, own.frame if own else None)
        if own is not None:
            current = _voice(setting, start + span.start, text, own)
        elif whole is not None and spoken is not None and _covers(whole, span, sentence):
            current = spoken
        else:
            current = _continued(setting, start + span.start, text, previous, is_quoted=is_quoted)
        setting.memory.spoke(current)
        clause = Clause(
            text=text,
            start=start + span.start,
            voice=current,
            speaker=own,
            before=tuple(setting.within(Span(start, start + span.start))),
            is_quoted=is_quoted,
            kind_before=setting.memory.kind,
            rule_before=rule_before,
        )
        yield clause
        rule_before = readings.rule(clause, None, ())
        previous = current if current.text else previous
        if codes := setting.subject(start + span.start, text) or current.codes:
            setting.memory.subjects.append(codes)


def _covers(whole: Speaker, clause: Span, sentence: str) -> bool:
    """Tell whether what attributes a sentence also covers a clause of it."""
    if whole.how == "before":
        return False
    if whole.how == "colon":
        return True
    low, high = sorted((clause.end, whole.frame.start))
    return clause.start <= whole.frame.start and ";" not in sentence[low:high]


def _voice(setting: Setting, start: int, text: str, found: Speaker) -> Voice:
    span = Span(start + found.span.start, start + found.span.end)
    before = setting.within(Span(start, span.start))
    begin = start + speakers.subject(text).start
    apposed: list[Mention] = []
    if match := _APPOSED.match(text, found.span.end):
        apposed = setting.within(Span(span.end, start + match.end()))
    around = Around(
        before=before,
        adjunct=[one for one in before if one.span.end <= begin and setting.is_place(one)],
        apposed=apposed,
    )
    return voice(found.text, span, setting.mentions, setting.memory, around)


def _continued(
    setting: Setting, start: int, text: str, previous: Voice | None, *, is_quoted: bool
) -> Voice:
    """Return who goes on speaking in a clause that names nobody; the writer where nobody does."""
    if is_quoted:
        return setting.memory.voices[-1] if setting.memory.voices else WRITER
    begin = speakers.subject(text).start
    word = _FIRST_WORD.match(text, begin)
    first = word[1].lower() if word else ""
    goes_on = first in speakers.PRONOUNS | _GOING_ON or bool(_VERB_FIRST.match(text, begin))
    if previous is not None and (goes_on or readings.is_accompanying(text)):
        return previous
    if (match := _PRONOUN.search(text)) and not setting.subject(start, text):
        span = Span(start + match.start(1), start + match.end(1))
        return voice(match[1], span, setting.mentions, setting.memory, Around())
    return WRITER


def _is_quoted(clause: Span, quoted: tuple[Span, ...], frame: Span | None) -> bool:
    """Tell whether most of a clause but its speaker stands between quotation marks."""
    told = clause.end - clause.start - (frame.end - frame.start if frame else 0)
    inside = sum(max(0, min(one.end, clause.end) - max(one.start, clause.start)) for one in quoted)
    return 2 * inside > told
