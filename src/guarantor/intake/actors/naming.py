"""Takes the names of a text: of states, organisations, seats, groups, places and persons."""

import re
from collections.abc import Mapping
from dataclasses import replace

from guarantor.intake.actors import lookup, persons, tables
from guarantor.intake.actors.matching import Found, Phrases, tokens
from guarantor.intake.actors.tables import Name, Term
from guarantor.intake.actors.taking import ARTICLES, Taken
from guarantor.intake.actors.words import Mention, Recognised
from guarantor.model import Span

_ALSO_PERSONS = frozenset(
    {"Jordan", "Chad", "Georgia", "Israel", "Washington", "Paris", "London", "Sofia", "Kenya"}
)
_ALSO_VERBS = frozenset({"Polish"})
_COALITION = ("XCW",)
_STATES_OF_A_COALITION = 4
"""How many states a text names before ``the coalition`` may be the operation's."""

Payload = Name | tuple[Term, ...]


def take_names(taken: Taken, parties: Mapping[str, str]) -> None:
    """Take names and full names of persons, from left to right, the longest of each place."""
    own = lookup.party_names(lookup.sorted_parties(parties))
    index = 0
    while index < len(taken.words):
        found = _longest(taken, index, own)
        if found is None:
            index += 1
            continue
        mention = _mention(taken, found)
        if mention is not None:
            taken.take(found.first, found.after, mention)
        index = found.after


def _longest(taken: Taken, index: int, own: Phrases[Name]) -> Found[Payload] | None:
    candidates: list[Found[Payload]] = [
        Found(found.first, found.after, found.payload)
        for table in (lookup.names(), lookup.persons(), own)
        for found in table.at(taken.text, taken.words, index)
    ]
    return max(candidates, key=lambda found: found.after, default=None)


def _mention(taken: Taken, found: Found[Payload]) -> Mention | None:
    span = taken.span(found.first, found.after)
    if isinstance(found.payload, tuple):
        return persons.named(found.payload, span, taken.on)
    name = found.payload
    if name.kind is None:
        return None
    doubt = _doubt(taken, found.first) if found.after - found.first == 1 else ""
    return Mention(
        span=span,
        codes=name.codes,
        recognised=name.kind,
        standing=name.standing,
        is_certain=not doubt,
        note=doubt or name.why,
    )


def _doubt(taken: Taken, index: int) -> str:
    """Return why a name may mean something else here; empty where it does not."""
    name = taken.words[index].text
    if name in _ALSO_VERBS and taken.begins_sentence(index):
        follows = taken.words[index + 1].text if index + 1 < len(taken.words) else ""
        return "at the beginning of a sentence it may be a verb" if follows in ARTICLES else ""
    if name in _ALSO_PERSONS and (_is_surname(taken, index) or _is_given(taken, index + 1)):
        return "it may be a person's name"
    return ""


def _is_surname(taken: Taken, index: int) -> bool:
    """Tell whether a given name stands before a word."""
    return (
        taken.is_adjacent(index)
        and "-" not in taken.between(index)
        and taken.is_capital(index - 1)
        and not taken.begins_sentence(index - 1)
        and taken.at(index - 1) is None
    )


def _is_given(taken: Taken, after: int) -> bool:
    """Tell whether a surname begins at a word."""
    if not taken.is_adjacent(after) or not taken.is_capital(after):
        return False
    tables_of_others = (lookup.names(), lookup.offices())
    return not any(any(table.at(taken.text, taken.words, after)) for table in tables_of_others)


def take_short_names(taken: Taken, parties: Mapping[str, str]) -> None:
    """Take ``the Union``, ``the coalition`` and the like where the text names their party."""
    named = {code for mention in taken.mentions for code in mention.codes}
    starts = {word.start: index for index, word in enumerate(taken.words)}
    for phrase, codes in tables.short_names().items():
        meant = _meant(phrase, codes, named, parties)
        if not meant:
            continue
        short = phrase.removeprefix("the ")
        for match in re.finditer(rf"\b[Tt]he ({short})\b(?! (?:govern|part))", taken.text):
            index = starts.get(match.start(1))
            if index is None or not taken.is_free(index, index + 1):
                continue
            mention = Mention(
                span=Span(*match.span(1)),
                codes=meant,
                recognised=Recognised.ORGANISATION,
                note="named before",
            )
            taken.take(index, index + len(tokens(short)), mention)


def _meant(
    phrase: str, codes: tuple[str, ...], named: set[str], parties: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the parties that a short name may mean in a text."""
    known = tuple(code for code in codes if code in named or code in parties)
    if known:
        return known
    states = sum(not code.startswith("X") for code in named)
    is_coalition = codes == _COALITION and states >= _STATES_OF_A_COALITION
    return codes[:1] if is_coalition or "-" in phrase else ()


def settle(taken: Taken, parties: Mapping[str, str]) -> None:
    """Settle names with several candidates by other names in the text, then by the operation."""
    sure = {mention.code for mention in taken.mentions} - {""}
    allowed = {name.codes: name.settled_by for name in tables.names() if len(name.codes) > 1}
    for mention in taken.mentions:
        if len(mention.codes) == 1:
            continue
        by_text = [code for code in mention.codes if code in sure]
        by_parties = [code for code in mention.codes if code in parties]
        if len(by_text) == 1 and by_text[0] in allowed.get(mention.codes, mention.codes):
            note = "settled by another name of it in the text"
            taken.swap(mention, replace(mention, codes=tuple(by_text), note=note))
        elif len(by_parties) == 1:
            note = "settled by the operation's parties"
            taken.swap(mention, replace(mention, codes=tuple(by_parties), note=note))
