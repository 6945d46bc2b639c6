"""Takes the offices of a text, with the party beside them and the person behind them."""

from dataclasses import replace

from guarantor.intake.actors import lookup, persons, tables
from guarantor.intake.actors.matching import Found
from guarantor.intake.actors.tables import Office
from guarantor.intake.actors.taking import ARTICLES, Taken
from guarantor.intake.actors.words import Mention, Recognised
from guarantor.intake.word_tables import word_set
from guarantor.model import Standing

_DESCRIBING = word_set(
    "new newly former ex deputy acting interim senior top chief elected ousted caretaker "
    "outgoing then current two three several some many military presidential transitional "
    "government veteran hardline unnamed unidentified own main ruling supreme permanent "
    "leading high ranking federal state national and s"
)
_JOINING = frozenset({"of", "in", "for", "from"})
_PARTICLES = word_set("de del della der den di da dos du van von bin ibn al el la le of")
_ADJECTIVES = word_set("military general official police front side congress")
_FOLLOWING = word_set("said says has have had will would could is was were told who in of and")
_NEAR = 4
"""Within how many words before an office its party stands."""
_LONGEST_NAME = 5


def take_offices(taken: Taken) -> None:
    """Take offices with the parties beside them, and with the persons that follow."""
    for found in lookup.offices().all(taken.text, taken.words):
        if not taken.is_free(found.first, found.after):
            continue
        first, party = _party_before(taken, found.first)
        after = found.after
        if party is None:
            after, party = _party_after(taken, found.after)
        if party is None and _is_adjective(taken, found):
            continue
        mention = _office(taken, found.payload, party, first, after)
        taken.take(first, after, mention)
        if after == found.after:
            _join_person(taken, mention, first, after)


def _is_adjective(taken: Taken, found: Found[Office]) -> bool:
    """Tell whether a word such as ``general`` or ``military`` only describes what follows."""
    if found.payload.text not in _ADJECTIVES or taken.is_capital(found.first):
        return False
    has_article = found.first > 0 and taken.words[found.first - 1].key in ARTICLES
    goes_on = taken.is_adjacent(found.after) and taken.words[found.after].key not in _FOLLOWING
    return not has_article or goes_on


def _office(taken: Taken, office: Office, party: Mention | None, first: int, after: int) -> Mention:
    codes = party.codes if party else ()
    standing = office.standing
    is_body = party is not None and party.code.startswith("X")
    if is_body and standing in {Standing.OFFICIAL, Standing.HEAD_OF_STATE}:
        standing = Standing.INTERNATIONAL_ORGANISATION
    return Mention(
        span=taken.span(first, after),
        codes=codes,
        recognised=Recognised.OFFICE,
        office=office.text,
        standing=standing,
        person=_holder(taken, office, codes),
        note=party.note if party and len(codes) > 1 else "",
    )


def _holder(taken: Taken, office: Office, codes: tuple[str, ...]) -> str:
    """Return who held an office of one person on the day."""
    if taken.on is None or len(codes) != 1 or not office.is_one_person:
        return ""
    holders = {
        term.persons[0]
        for term in lookup.terms_of(codes[0])
        if term.office == office.text and term.holds_on(taken.on)
    }
    return min(holders) if len(holders) == 1 else ""


def _party_before(taken: Taken, first: int) -> tuple[int, Mention | None]:
    """Return the party right before an office, as in ``Kenya's new defence minister``."""
    index = first
    for _ in range(_NEAR):
        if not taken.is_close(index):
            break
        index -= 1
        mention = taken.at(index)
        if mention is not None:
            is_party = mention.codes and mention.is_certain
            if is_party and mention.recognised not in {Recognised.PERSON, Recognised.OFFICE}:
                return taken.bounds(index)[0], mention
            break
        if taken.words[index].key not in _DESCRIBING:
            break
    return first, None


def _party_after(taken: Taken, after: int) -> tuple[int, Mention | None]:
    """Return the party that an office is of, as in ``the president of Armenia``."""
    index = after
    if not taken.is_close(index) or taken.words[index].key not in _JOINING:
        return after, None
    index += 1
    if index < len(taken.words) and taken.words[index].key in ARTICLES:
        index += 1
    mention = taken.at(index)
    if mention is None or not mention.codes or not taken.is_close(index):
        return after, None
    end = taken.bounds(index)[1]
    if taken.is_close(end):
        for found in lookup.offices().at(taken.text, taken.words, end):
            return found.after, mention
    return end, mention


def _join_person(taken: Taken, office: Mention, first: int, index: int) -> None:
    """Join a person's name that follows an office, as in ``Defence Minister Jane Doe``."""
    known = taken.at(index)
    if known is not None and known.recognised is Recognised.PERSON and taken.is_adjacent(index):
        after = taken.bounds(index)[1]
        codes, person = office.codes or known.codes, known.person
    else:
        after = _name_end(taken, index)
        if after == index:
            return
        codes, person = office.codes or _of_leader(taken, index, after), taken.said(index, after)
    joined = replace(office, codes=codes, person=person, span=taken.span(first, after))
    taken.take(first, after, joined)


def _of_leader(taken: Taken, first: int, after: int) -> tuple[str, ...]:
    """Return the parties of the leaders that go by a name, whom a title makes sure."""
    for index in range(first, after):
        for found in lookup.surnames().at(taken.text, taken.words, index):
            if found.after == after:
                mention = persons.by_surname(
                    found.payload, taken.span(index, after), taken.on, has_title=True
                )
                return mention.codes if mention else ()
    return ()


def _name_end(taken: Taken, index: int) -> int:
    """Return the end of the capitalised words that begin at a word."""
    after = index
    while after < len(taken.words) and after - index < _LONGEST_NAME and taken.at(after) is None:
        is_initial = after > index and len(taken.words[after - 1].text) == 1
        if not taken.is_adjacent(after) and not (is_initial and taken.between(after) == ". "):
            break
        is_particle = taken.words[after].key in _PARTICLES and taken.is_capital(after + 1)
        if not taken.is_capital(after) and not (is_particle and after > index):
            break
        after += 1
    return after


def take_introduced(taken: Taken) -> None:
    """Take persons whose office follows them, as in ``Jane Doe, Kenya's foreign minister,``."""
    starts = {word.start: index for index, word in enumerate(taken.words)}
    for mention in taken.mentions:
        index = starts.get(mention.span.start)
        if mention.recognised is not Recognised.OFFICE or not index:
            continue
        if taken.words[index - 1].key in ARTICLES and taken.is_adjacent(index):
            index -= 1
        begin = _name_begin(taken, index)
        if taken.between(index).strip() != "," or index - begin < tables.FULL_NAME:
            continue
        if taken.is_free(begin, index):
            name = taken.said(begin, index)
            person = replace(
                mention,
                span=taken.span(begin, index),
                recognised=Recognised.PERSON,
                person=name,
            )
            taken.take(begin, index, person)
            taken.swap(mention, replace(mention, person=name))


def _name_begin(taken: Taken, after: int) -> int:
    begin = after
    while begin > 0 and after - begin < _LONGEST_NAME - 1 and taken.is_capital(begin - 1):
        begin -= 1
        if not taken.is_adjacent(begin):
            break
    return begin
