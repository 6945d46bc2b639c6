"""The clauses of a sentence, and what stands between quotation marks."""

import re

from guarantor.model import Span

_QUOTED = re.compile(r"[“\"]([^“”\"]{1,1500})[”\"]|(?<!\w)[\u2018']([^\u2018’']{12,600})[’'](?!\w)")
_BREAK = re.compile(
    r"\s*;\s+"
    r"|,?\s+(?=[“\"]?(?:but|yet|whereas)\b(?! (?:only|not (?:before|until|unless)|that|also|"
    r"for)\b))"
    r"|,\s+(?=(?:while|though|although) (?!not\b)\w)"
    r"|,\s+(?=a (?:request|demand|call|claim|proposal|charge|report|step|move) (?:that|which)\b)"
    r"|,\s+(?=(?:where|at which|during which|after which|when) [^,;]{3,60} (?:was|were|is|are|had|"
    r"has)\b)"
    r"|,\s+(?=something \w+ )"
    r"|,\s+(?=and [“\"]?(?:the|its|his|her|their|a|an|he|she|it|they|we|I|[A-Z]))"
    r"|,\s+(?=and (?:calls?|asks?|asked|urges?|urged|decide[sd]|notes?|noted|requests?|requested|"
    r"welcome[sd]|reject(?:s|ed)|denie[sd]|refuse[sd]|promise[sd]|will|would|is|was|has|had)\b)"
    r"|,\s+(?=[A-Z][\w-]+(?: [A-Z][\w-]+)? (?:is|are|was|were|has|have|had|will|would|could|sent|"
    r"put|took|went|left|kept|gave)\b)"
    r"|\s+[–—]\s+(?=(?:but|and|yet)\b)"
    r"|,?\s+(?=while \w+ing\b)"
)
_OPENING = re.compile(r"(?:While|Although|Though|Whereas) ")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|does|do|"
    r"did|won't|wouldn't|can't|cannot|says?|said|\w{3,}(?:ed|s))\b|n't\b|'(?:ll|ve|re|d)\b"
)
_AND = re.compile(r"and\b")
_BARE_LIST = re.compile(r"and [A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*(?: (?:to|in|of|on)\b|[.,;]|$)")
_SUBORDINATE = re.compile(
    r"(?:If|When|After|Once|As|Before|Unless|Until|Since|Because|Should|Provided|Given|With)\b"
)
_SPLICE = re.compile(r"[A-Z]")
_SHORTEST = 12


def quotations(text: str) -> tuple[Span, ...]:
    """Return what stands between quotation marks, the marks left out.

    Example:
        >>> quotations('"We go," he said.')
        (Span(start=1, end=7),)
    """
    return tuple(
        Span(*match.span(1 if match[1] is not None else 2)) for match in _QUOTED.finditer(text)
    )


def clauses(sentence: str) -> tuple[Span, ...]:
    """Return the clauses of a sentence, in order.

    A sentence is parted where another statement begins: at a semicolon, at *but*, *yet* and
    *while*, at *and* before a subject of its own; never within quotation marks. What only limits a
    statement, such as *but only if*, stays with it.

    Example:
        >>> text = "Poland refuses, but would help with logistics; Rome has not answered."
        >>> [text[start:end] for start, end in clauses(text)]
        ['Poland refuses', 'but would help with logistics', 'Rome has not answered.']
    """
    inside = quotations(sentence)
    cuts: list[tuple[int, int]] = []
    for match in _BREAK.finditer(sentence):
        is_quoted = any(start < match.start() and match.end() < end for start, end in inside)
        if not is_quoted and _parts(sentence, match):
            cuts.append(match.span())
    if opening := _opening_cut(sentence, inside):
        cuts.append(opening)
    return _between(sentence, sorted(cuts))


def _parts(sentence: str, match: re.Match[str]) -> bool:
    """Tell whether a clause with a verb of its own stands on both sides of a break."""
    before, after = sentence[: match.start()], sentence[match.end() :]
    if min(len(before.strip()), len(after.strip())) < _SHORTEST:
        return False
    if ";" in match[0]:
        return True
    if _SPLICE.match(after) and _SUBORDINATE.match(sentence):
        return False
    if _AND.match(after) and _BARE_LIST.match(after):
        return False
    return bool(_FINITE.search(before) and _FINITE.search(after))


def _opening_cut(sentence: str, inside: tuple[Span, ...]) -> tuple[int, int] | None:
    """Return the comma that ends a clause such as ``While talks go on,``."""
    if not _OPENING.match(sentence):
        return None
    for match in re.finditer(r",\s+", sentence):
        if any(start < match.start() < end for start, end in inside):
            continue
        if _parts(sentence, match):
            return match.span()
    return None


def _between(sentence: str, cuts: list[tuple[int, int]]) -> tuple[Span, ...]:
    found, start = [], 0
    for begin, end in [*cuts, (len(sentence), len(sentence))]:
        if begin > start:
            found.append(Span(start, begin))
            start = end
        elif end > start:
            start = end
    return tuple(found)
