"""Who speaks in a sentence: by a verb of saying, by *according to*, or as the subject that acts."""

import re
from typing import NamedTuple

from guarantor.model import Span

_SAID = (
    r"(?:says?|said|saying|tells?|told|adds?|added|announce[sd]?|confirm(?:s|ed)|declare[sd]?|"
    r"explain(?:s|ed)|insist(?:s|ed)?|repeat(?:s|ed)|reiterate[sd]?|state[sd]|warn(?:s|ed)|"
    r"note[sd]|report(?:s|ed)|claim(?:s|ed)|assert(?:s|ed)|argue[sd]|indicate[sd]|remark(?:s|ed)|"
    r"stress(?:es|ed)|underline[sd]|underscore[sd]|emphasi[sz]e[sd]|highlight(?:s|ed)|"
    r"suggest(?:s|ed)|maintain(?:s|ed)(?= that)|acknowledge[sd]?|admit(?:s|ted)|conceded?s?|"
    r"reveal(?:s|ed)|disclose[sd]|signal(?:s|led|ed)|hint(?:s|ed)|reckon(?:s|ed)|recall(?:s|"
    r"ed)(?= that)|"
    r"wrote|writes|tweeted|posted|commented|replied|replies|answer(?:s|ed)|respond(?:s|ed)|"
    r"quipped|shrugged|inform(?:s|ed)|let it be known|vow(?:s|ed)|predict(?:s|ed)|testified|"
    r"describe[sd]|called|calls|observe[sd]|estimate[sd]|continued|concluded|"
    r"complain(?:s|ed)|promise[sd]|pledge[sd]|accuse[sd]|cautioned|clarified|went on)"
)
_ASKS = (
    r"(?:ask(?:s|ed)|urge[sd]?|demand(?:s|ed)|request(?:s|ed)|appeal(?:s|ed)|want(?:s|ed)?|"
    r"call(?:s|ed) (?:on|for|upon)|invite[sd]|plead(?:s|ed)|press(?:es|ed)|propose[sd]|"
    r"den(?:y|ies|ied)|dismiss(?:es|ed)|reject(?:s|ed)?|refuse[sd]?|decline[sd]|offer(?:s|ed)|"
    r"rule[sd] out|exclude[sd]|agree[sd]?|refute[sd]|dispute[sd]|welcome[sd]|condemn(?:s|ed)|"
    r"decide[sd]|undertook|commit(?:s|ted)|threaten(?:s|ed)|opposes?d?|objects?|objected|"
    r"praise[sd]|criticis?e[sd]|distanced|neither confirmed|left open|leaves open|"
    r"(?:did|does|do|would|will|could|can|has|have|had)(?: not|n't|not) (?:disclose|say|specify|"
    r"reveal|name|comment|elaborate|give|confirm|identify|discuss|rule|exclude|be drawn)|"
    r"would neither|expects?|insist(?:s|ed) on|seeks?|sought|hoped for|warns?|"
    r"gave no|gives no|beg(?:s|ged)|(?:has |have |had )?left (?:\w+ ){0,3}?unanswered|"
    r"reserved|cancelled|withdrew its|took back|turned down|voted|considers?)"
)
_ADVERBS = (
    r"(?:also|again|then|later|repeatedly|once more|now|already|still|just|has|have|had|is|was|"
    r"reportedly|earlier|flatly|firmly|categorically|simply|only|publicly|privately|\w+ly|"
    r"for (?:his|her|its|their) part|in turn|meanwhile|however|by contrast|too|instead|afterwards|"
    r"once again|on \w+day(?: \w+)?|(?:late |early )?(?:yesterday|today)|this week|last \w+|who)"
)
_BEFORE = re.compile(
    rf"(?P<who>[^;]*?[^\s,;])(?:,?\s+{_ADVERBS})*,?\s+(?P<verb>{_SAID}|{_ASKS})\b(?!-)"
)
_CLOSING = re.compile(
    rf"[,\"”’?!]\s*(?P<who>(?!which\b|who\b|and\b|but\b|that\b)[^,;\"“”]{{1,90}}?)"
    rf"(?:,\s+(?:an?|the) [^,;\"“”]{{2,60}},)?(?:\s+{_ADVERBS})*\s+"
    rf"(?P<verb>{_SAID}|continue[sd]|began)\b(?=\s*(?:[,.;:!?”\"–—]|$)|\s+(?:in|on|at|to|after|"
    rf"before|during|"
    rf"over|from|via|through|with|by|when|while|as|of|yesterday|today|earlier|later|again|this|"
    rf"last|late|"
    rf"here|there|afterwards|reporters|us|me|journalists|parliament|lawmakers|MPs|the|\w+day|"
    rf"\w+ly)\b)",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"[,\"”’?!]\s*(?P<verb>said|says|added|adds|warned|explained|announced|replied|"
    r"insisted)\s+(?P<who>(?!that\b|it\b|he\b|"
    r"on\b|in\b|to\b|they\b|the same\b)[^,;\"“”]{2,110})",
    re.IGNORECASE,
)
_ACCORDING = re.compile(
    r"\b(?:according to|in the words of|as (?:described|told) by|as quoted by)\s+"
    r"(?P<who>[^,;:]{2,120})"
    r"|\bin (?P<whose>[^,;:]{2,60}?)['’]s (?:words|view|account)\b",
    re.IGNORECASE,
)
_COLON = re.compile(
    r"[\"“]?(?P<who>(?:[^\s:;,]+\s){0,8}?[^\s:;,]+)(?:,[^:;,]{2,60},?)?"
    r"(?:\s+(?P<verb>(?:was|is|were|are|gave|put|had|has|made|went|struck|offered|"
    r"sounded)\b[^:;]{1,60}))?"
    r":\s+(?=[\"“\w])"
)
_LEADING = re.compile(
    r"^(?:\s*(?:but|and|yet|while|although|though|whereas|then|so|however|meanwhile|instead|still|"
    r"nevertheless|nonetheless|separately|earlier|later|also|second|first|third|yesterday|today|"
    r"(?:on |late )?\w+day|last \w+|this \w+)\b[,:]?\s+)+",
    re.IGNORECASE,
)
_ADJUNCT = re.compile(
    r"^(?:In|At|On|After|Before|Following|During|By|From|For|With|Since|Under|Looking|Asked|"
    r"Speaking|"
    r"Despite|Amid|Late|Early|Last|This|As|When|Once|If|Until|Over|Through|Within|To|Against|"
    r"Besides|"
    r"Unlike|Like|Given|Having|Because)\b[^,;]*,\s+",
    re.IGNORECASE,
)
_TAIL = re.compile(rf"(?:,?\s+(?:{_ADVERBS}))+$|,\s[^,]*,?$|,$", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\s*(?:,\s+(?:which|who|whose|where|whom|a|an|the|himself|herself)\b|\s(?:that|which|"
    r"who) ).*$",
    re.DOTALL,
)
_DETERMINED = re.compile(
    r"(?:the|a|an|its|his|her|their|two|three|several|some|many|senior|most|both|one|another|other|"
    r"no|neither|[A-Z“\"])",
)
_NOBODY = re.compile(
    r"(?:nobody|none|no one|neither|nothing|whether|how|what|where|when|why|if|reports?|rumou?rs|"
    r"which|"
    r"that|this|these|those|there|here|an?(?: \w+)? (?:request|demand|call|claim|proposal|move|"
    r"step|report)|"
    r"yesterday|today|tomorrow|last|late|early|and|or|but|yet|not|so|then|to|in|on|at|for|every|"
    r"each|it is|question|answer)\b(?!['’]s)",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\b(?:been|be|is|are|was|were|being|the|a|an|his|her|its|their|of|to|for|in|by|and|or|no|any|"
    r"not|"
    r"this|that|as|so|with|on|at|after|before|about|from|into|over|all|some|such)(?:\s+\w+ly)*\s*$",
    re.IGNORECASE,
)
_ACTING = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|do|does|did|made|"
    r"makes|gave|gives|"
    r"took|takes|came|comes|went|held|holds|brought|met|sent|put|set)\b|~",
    re.IGNORECASE,
)
_OPEN_RELATIVE = re.compile(r"\s(?:that|which|whom|who|where)\s[^,]*$")
_VERB_LAST = re.compile(r"(?<!\bthe)(?<!\bThe)\s[a-z]+ed$")
_ABBREVIATED = re.compile(r"\b[A-Z]\.$")
_PARENTHESES = re.compile(r",[^,]*,|\s(?:who|which|that)\b.*$|\([^)]*\)")
PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "who", "that"})
_PRESS = re.compile(
    r"\b(?:newspapers?|television|radio|agency|Reuters|AFP|AP|BBC|paper|media|news|broadcaster|"
    r"correspondent|magazine|daily|weekly)\b"
)
_DATELINE = re.compile(
    r"^(?:[A-Z][A-Z'’\- ]{2,}(?:,[^–—.]{1,25})?(?: ?\([^)]{1,40}\))?\s*[–—-]\s+|\d{1,2}[.:]\d\d\s+|"
    r"(?:Q(?:uestion)?|A(?:nswer)?): )"
)
_LONGEST = 130
_FEW_WORDS = 4
_SPEECH = re.compile(rf"(?:{_SAID})\b", re.IGNORECASE)


class Speaker(NamedTuple):
    """Words that name who speaks.

    Attributes:
        text: The words.
        span: Where they stand in the sentence.
        verb: The verb of saying; empty for *according to*.
        frame: All that only attributes: the speaker with the verb.
        how: ``before``, ``after``, ``according``, ``colon``.
    """

    text: str
    span: Span
    verb: str
    frame: Span
    how: str


def speaker(sentence: str, quoted: tuple[Span, ...] = ()) -> Speaker | None:
    """Return who speaks in a clause or sentence; nothing where it does not say.

    Args:
        sentence: What to read.
        quoted: What stands between quotation marks there: nobody is sought within.

    Example:
        >>> speaker("Warsaw will not send soldiers, the Polish prime minister repeated").text
        'the Polish prime minister'
        >>> speaker("Kenya's minister said on Wednesday that it would").text
        "Kenya's minister"
    """
    masked = _masked(sentence, quoted)
    relayed: Speaker | None = None
    for reader in (_according, _closing, _colon, _before):
        found = reader(sentence, masked)
        if found is not None and is_press(found.text) and reader is not _before:
            relayed = relayed or found
        elif found is not None:
            return found
    return relayed


def _masked(sentence: str, quoted: tuple[Span, ...]) -> str:
    for start, end in quoted:
        sentence = sentence[:start] + "~" * (end - start) + sentence[end:]
    return sentence


def _according(sentence: str, masked: str) -> Speaker | None:
    match = _ACCORDING.search(masked)
    if match is None:
        return None
    group = "who" if match["who"] else "whose"
    span = _trimmed(sentence, Span(*match.span(group)))
    return Speaker(_said(sentence, span), span, "", Span(*match.span()), "according")


def is_press(text: str) -> bool:
    """Tell whether words name a newspaper, an agency or the like."""
    return bool(_PRESS.search(text))


def _closing(sentence: str, masked: str) -> Speaker | None:
    """Return the speaker after the words, as in ``…, the minister said``."""
    for match in _CLOSING.finditer(masked):
        span = _trimmed(sentence, Span(*match.span("who")))
        is_person = _is_speaker(_said(sentence, span)) and not _ACTING.search(match["who"])
        goes_on = re.match(r"\s+(?:that|it|he|she|they|to|on|for)\b", masked[match.end() :])
        is_said = bool(_SPEECH.fullmatch(match["verb"])) or match["verb"] in {"began", "continued"}
        if is_person and is_said and (not goes_on or "~" in masked[: match.start() + 1]):
            before = masked[: match.start()].strip()
            if _ADJUNCT.match(before + ", x") and "~" not in before:
                continue
            return Speaker(
                _said(sentence, span),
                span,
                match["verb"],
                Span(match.start(), match.end()),
                "after",
            )
    for match in _INVERTED.finditer(masked):
        span = _trimmed(sentence, Span(*match.span("who")))
        if _is_speaker(_said(sentence, span)):
            frame = Span(match.start(), span.end)
            return Speaker(_said(sentence, span), span, match["verb"], frame, "after")
    return None


def _colon(sentence: str, masked: str) -> Speaker | None:
    """Return the speaker before a colon, as in ``Zelensky's office: we never agreed``."""
    start = _start(masked)
    match = _COLON.match(masked, start)
    if match is None:
        return None
    span = _trimmed(sentence, Span(*match.span("who")))
    text = _said(sentence, span)
    if not _is_speaker(text) or _ACTING.search(text):
        return None
    if match["verb"] and _SPEECH.match(match["verb"].split()[0]):
        return None
    return Speaker(text, span, match["verb"] or "", Span(span.start, match.end()), "colon")


def _before(sentence: str, masked: str) -> Speaker | None:
    """Return the speaker before the verb, as in ``The minister said that …``."""
    start = _start(masked)
    match = _BEFORE.match(masked, start)
    if match is None:
        return None
    span = _trimmed(sentence, Span(*match.span("who")))
    text = _said(sentence, span)
    before = masked[match.start("who") : match.start("verb")]
    if not _is_speaker(text) or _is_passive(before) or _OPEN_RELATIVE.search(before):
        return None
    if _VERB_LAST.search(text):
        return None
    if _ACTING.search(_PARENTHESES.sub(" ", masked[match.start("who") : match.end("who")] + ",")):
        return None
    return Speaker(text, span, match["verb"], Span(span.start, match.end()), "before")


def _is_passive(before: str) -> bool:
    """Tell whether the words before a verb make it passive, or an adjective."""
    return bool(_PASSIVE.search(before))


def _start(text: str) -> int:
    """Return where the subject of a clause begins, past conjunctions and adjuncts."""
    start = 0
    while True:
        match = _LEADING.match(text[start:]) or _ADJUNCT.match(text[start:])
        if match is None or not match.end():
            return start
        start += match.end()


def _trimmed(sentence: str, span: Span) -> Span:
    start, end = span
    while start < end and sentence[start] in " \"“'\u2018,":
        start += 1
    text = sentence[start:end]
    text = _RELATIVE.sub("", text)
    while (shorter := _TAIL.sub("", text).rstrip()) != text and shorter:
        text = shorter
    text = text.rstrip(' ,"”')
    is_short = _ABBREVIATED.search(text)
    return Span(start, start + len(text if is_short else text.rstrip(" .")))


def _said(sentence: str, span: Span) -> str:
    return sentence[span.start : span.end]


def _is_speaker(text: str) -> bool:
    """Tell whether words can name a speaker."""
    if text.lower() in PRONOUNS:
        return True
    words = text.split()
    if not words or len(text) > _LONGEST or "~" in text or _NOBODY.match(text):
        return False
    return bool(_DETERMINED.match(text)) or len(words) <= _FEW_WORDS


def dateline(sentence: str) -> int:
    """Return how much of a sentence only says where or when it was written.

    Example:
        >>> dateline("VIENNA – Talks went on.")
        9
    """
    match = _DATELINE.match(sentence)
    return match.end() if match else 0


def subject(clause: str) -> Span:
    """Return where the subject of a clause may stand: what comes first, past its adjuncts.

    Example:
        >>> text = "but in Rome, Italy will wait"
        >>> text[slice(*subject(text))]
        'Italy will wait'
    """
    return Span(_start(clause), len(clause))
