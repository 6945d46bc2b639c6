"""Takes surnames alone: of persons whom the text named in full before, or who held office."""

from dataclasses import replace

from guarantor.intake.actors import lookup, persons, tables
from guarantor.intake.actors.matching import tokens
from guarantor.intake.actors.taking import Taken
from guarantor.intake.actors.words import Mention, Recognised
from guarantor.intake.word_tables import word_set

_TITLES = word_set("mr mrs ms miss sir dame lord lady president king general dr")
_OPENERS = word_set(
    "the a an in on at for from by with but and yet while when if as after before since "
    "although though because unless until once for however meanwhile asked like unlike both "
    "either neither even only then now so still also that this what who how why where his her "
    "its their our my to of or nor not did does has had will would could should can may might "
    "is was were are"
)
_SHORTEST = 3


def take_surnames(taken: Taken) -> None:
    """Take surnames alone: of those the text named in full before, or of who held office."""
    known: dict[str, Mention] = {}
    for index, word in enumerate(taken.words):
        mention = taken.at(index)
        if mention is not None:
            if mention.person and mention.recognised in {Recognised.PERSON, Recognised.OFFICE}:
                _remember(taken, known, mention)
        elif not word.text[:1].isupper():
            continue
        elif (person := known.get(word.key)) is not None:
            span = taken.span(index, index + 1)
            again = replace(person, span=span, recognised=Recognised.PERSON)
            taken.take(index, index + 1, again)
        else:
            _take_surname(taken, index)


def _remember(taken: Taken, known: dict[str, Mention], mention: Mention) -> None:
    """Remember by which words a person may be named again, where the text has said the name."""
    said = tokens(taken.text[mention.span.start : mention.span.end])
    name = tokens(mention.person)
    spoken = {word.key for word in said}
    if not name or not spoken & {name[-1].key, name[0].key}:
        return
    given = name[:1] if len(name) > tables.FULL_NAME else []
    for word in (name[-1], *given, said[-1]):
        if len(word.text) >= _SHORTEST:
            known.setdefault(word.key, mention)


def _take_surname(taken: Taken, index: int) -> None:
    for found in lookup.surnames().at(taken.text, taken.words, index):
        first, after = found.first, found.after
        has_title = _has_title(taken, first, after)
        name = " ".join(word.key for word in taken.words[first:after])
        is_nobody = name in lookup.plain_surnames() or _is_of_another(taken, first, after)
        if (is_nobody and not has_title) or not taken.is_free(first, after):
            continue
        mention = persons.by_surname(
            found.payload, taken.span(first, after), taken.on, has_title=has_title
        )
        if mention is not None:
            taken.take(first, after, mention)
            return


def _has_title(taken: Taken, first: int, after: int) -> bool:
    """Tell whether a title before a surname or *administration* after it makes it sure."""
    is_titled = first > 0 and taken.words[first - 1].key in _TITLES
    return is_titled or (taken.is_adjacent(after) and taken.words[after].key == "administration")


def _is_of_another(taken: Taken, first: int, after: int) -> bool:
    """Tell whether a capitalised word beside a surname makes it somebody else's name."""
    has_given = (
        taken.is_adjacent(first)
        and taken.is_capital(first - 1)
        and taken.words[first - 1].key not in _OPENERS
        and taken.at(first - 1) is None
    )
    has_family = taken.is_adjacent(after) and taken.is_capital(after) and taken.at(after) is None
    return has_given or has_family
