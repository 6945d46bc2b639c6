"""The sentences of a block of text."""

import re

from guarantor.model import Span

_END = re.compile(r"(?:[.!?…]+[\"”’'»)\]]*|[!?…]+)(?=\s|$)|\n[^\S\n]*\n\s*")
_OPENING = re.compile(r"[\s\"“\u2018'«(\[–—-]*")
_ABBREVIATION = re.compile(
    r"\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Cpt|Sgt|Cmdr|Adm|Brig|Gov|Sen|Rep|Amb|Rev|Hon|"
    r"St|Ste|Mt|No|Nos|Art|Arts|Vol|Fig|para|paras|p|pp|vs|v|cf|ca|approx|est|incl|e\.g|i\.e|"
    r"Dept|Univ)\.$"
)
_MONTH = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Mon|Tues?|Wed|Thu|Thurs?|Fri|Sat|Sun|"
    r"Jr|Sr|Inc|Ltd|Co|Corp)\.$"
)
_INITIALS = re.compile(r"(?:\b[^\W\d_]\.)+$")
_DOTTED = re.compile(r"(?:\b[^\W\d_]\.){2,}$")
_LONGEST_ABBREVIATION = 20
_STARTER = re.compile(
    r"(?:The|A|An|In|On|At|He|She|It|They|We|But|And|Its|His|Her|Their|This|That|These|There|"
    r"However|Meanwhile|For|If|As|After|Before|While|When|Asked|According|Both|No|Not|I)\b"
)


def sentences(text: str) -> tuple[Span, ...]:
    """Return the sentences of a block, in order, without the space around them.

    A stop ends one unless it belongs to an abbreviation or an initial; after an abbreviation with
    several stops, such as ``U.S.``, only where a word follows that usually begins a sentence. So
    does an empty line.

    Example:
        >>> text = 'Lt. Gen. Ray of the U.S. spoke. "We stay." Mr. Fox left.'
        >>> [text[start:end] for start, end in sentences(text)]
        ['Lt. Gen. Ray of the U.S. spoke.', '"We stay."', 'Mr. Fox left.']
    """
    found: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if not _ends(text, start, match):
            continue
        _add(found, text, start, match.end())
        start = match.end()
    _add(found, text, start, len(text))
    return tuple(found)


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))


def _ends(text: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether a stop or an empty line ends a sentence."""
    opening = _OPENING.match(text, match.end())
    after = opening.end() if opening else match.end()
    if after >= len(text):
        return True
    follows = text[after]
    if match[0].startswith("\n"):
        return True
    if follows.islower():
        return False
    if not match[0].startswith(".") or match[0].startswith(".."):
        return True
    before = text[max(start, match.start() - _LONGEST_ABBREVIATION) : match.start() + 1]
    if _MONTH.search(before):
        return bool(_STARTER.match(text, after))
    if _ABBREVIATION.search(before):
        return False
    if _DOTTED.search(before):
        return bool(_STARTER.match(text, after))
    return not _INITIALS.search(before)
