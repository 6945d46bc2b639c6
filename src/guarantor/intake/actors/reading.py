"""Reads the actors of a text: names first, then offices, then persons, each built on the last."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from guarantor.intake.actors import lookup, persons
from guarantor.intake.actors.matching import Found, Token, tokens
from guarantor.intake.actors.tables import Name, Office, Term, short_names
from guarantor.intake.actors.words import Mention, Recognised
from guarantor.model import Span, Standing

_POSSESSIVE = re.compile(r"['’]s?")
_DESCRIBING = frozenset(
    "new newly former ex deputy acting interim senior top chief elected ousted caretaker outgoing "
    "then current two three several some many military presidential transitional government "
    "veteran hardline unnamed unidentified own main ruling supreme permanent leading high ranking "
    "federal state national and".split()
)
_JOINING = frozenset({"of", "in", "for", "from"})
_ARTICLES = frozenset({"the", "a", "an", "its", "his", "her", "their"})
_PARTICLES = frozenset("de del della der den di da dos du van von bin ibn al el la le of".split())
_TITLES = frozenset("mr mrs ms miss sir dame lord lady president king general dr".split())
_GIVEN = frozenset(
    {"Jordan", "Chad", "Georgia", "Israel", "Washington", "Paris", "London", "Sofia", "Kenya"}
)
_VERBS_TOO = frozenset({"Polish"})
_ADJECTIVES = frozenset({"military", "general", "official", "police", "front", "side", "congress"})
_VERBS = frozenset("said says has have had will would could is was were told who in of and".split())
_NEED = 4
"""How many states a text names before ``the coalition`` may be the operation's."""


class _Text:
    """A text, its words, and which of them are taken by a mention."""

    def __init__(self, text: str, on: date | None) -> None:
        self.text = text
        self.on = on
        self.words = tokens(text)
        self.taken: dict[int, Mention] = {}

    def span(self, first: int, after: int) -> Span:
        return Span(self.words[first].start, self.words[after - 1].end)

    def between(self, index: int) -> str:
        """Return what stands between a word and the one before it."""
        if index <= 0 or index >= len(self.words):
            return ""
        return self.text[self.words[index - 1].end : self.words[index].start]

    def is_adjacent(self, index: int) -> bool:
        """Tell whether nothing but space or a hyphen parts a word from the one before it."""
        return 0 < index < len(self.words) and self.between(index).strip(" -\u00a0") == ""

    def is_capital(self, index: int) -> bool:
        return 0 <= index < len(self.words) and self.words[index].text[:1].isupper()

    def begins_sentence(self, index: int) -> bool:
        return index == 0 or bool(re.search(r"[.!?:;\n“\"(–—]", self.between(index)))

    def take(self, first: int, after: int, mention: Mention) -> None:
        for index in range(first, after):
            self.taken[index] = mention

    def is_free(self, first: int, after: int) -> bool:
        return not any(index in self.taken for index in range(first, after))

    def bounds(self, mention: Mention) -> tuple[int, int]:
        """Return the first word of a mention and the one after its last."""
        mine = [index for index, other in self.taken.items() if other is mention]
        return min(mine), max(mine) + 1


def read(text: str, *, on: date | None, parties: Mapping[str, str]) -> tuple[Mention, ...]:
    """Return every actor of a text in order, offices that name no party among them."""
    reading = _Text(text, on)
    _take_names(reading, parties)
    _take_short_names(reading, parties)
    _settle(reading, parties)
    _take_offices(reading)
    _take_introduced(reading)
    _take_surnames(reading)
    unique = {id(mention): mention for mention in reading.taken.values()}
    return tuple(sorted(unique.values(), key=lambda mention: mention.span))


# ---- names ------------------------------------------------------------------------------------


def _take_names(reading: _Text, parties: Mapping[str, str]) -> None:
    """Take names and full names of persons, from left to right, the longest of each place."""
    own = lookup.party_names(lookup.sorted_parties(parties))
    index = 0
    while index < len(reading.words):
        found = _longest(reading, index, own)
        if found is None:
            index += 1
            continue
        mention = _mention(reading, found)
        if mention is not None:
            reading.take(found.first, found.after, mention)
        index = found.after


def _longest(
    reading: _Text, index: int, own: "lookup.Phrases[Name]"
) -> Found[Name | tuple[Term, ...]] | None:
    candidates: list[Found[Name | tuple[Term, ...]]] = []
    for table in (lookup.names(), lookup.persons(), own):
        for found in table.at(reading.text, reading.words, index):
            candidates.append(Found(found.first, found.after, found.payload))
            break
    return max(candidates, key=lambda found: found.after, default=None)


def _mention(reading: _Text, found: Found[Name | tuple[Term, ...]]) -> Mention | None:
    span = reading.span(found.first, found.after)
    if isinstance(found.payload, tuple):
        return persons.named(found.payload, span, reading.on)
    name = found.payload
    if name.kind is None:
        return None
    doubt = _doubt(reading, found.first, found.after)
    return Mention(
        span=span,
        codes=name.codes,
        recognised=name.kind,
        standing=name.standing,
        is_certain=not doubt,
        note=doubt or name.why,
    )


def _doubt(reading: _Text, first: int, after: int) -> str:
    """Return why a name may mean something else here; empty where it does not."""
    name = reading.words[first].text
    if after - first > 1:
        return ""
    if name in _VERBS_TOO and reading.begins_sentence(first):
        follows = reading.words[after].text if after < len(reading.words) else ""
        return "at the beginning of a sentence it may be a verb" if follows in _ARTICLES else ""
    if name not in _GIVEN:
        return ""
    is_surname = (
        reading.is_adjacent(first)
        and reading.is_capital(first - 1)
        and not reading.begins_sentence(first - 1)
        and first - 1 not in reading.taken
        and "-" not in reading.between(first)
    )
    is_given = (
        reading.is_adjacent(after)
        and reading.is_capital(after)
        and not any(lookup.names().at(reading.text, reading.words, after))
        and not any(lookup.offices().at(reading.text, reading.words, after))
    )
    return "it may be a person's name" if is_surname or is_given else ""


def _take_short_names(reading: _Text, parties: Mapping[str, str]) -> None:
    """Take ``the Union``, ``the coalition`` and the like where the text names their party."""
    named = {mention.code for mention in reading.taken.values()}
    states = {code for code in named if code and not code.startswith("X")}
    for phrase, codes in short_names().items():
        known = [code for code in codes if code in named or code in parties]
        if not known and codes == ("XCW",) and len(states) >= _NEED:
            known = ["XCW"]
        if not known:
            continue
        for match in re.finditer(rf"\b[Tt]he {phrase[4:]}\b(?! (?:govern|part))", reading.text):
            index = next(
                i for i, word in enumerate(reading.words) if word.start == match.start() + 4
            )
            if reading.is_free(index, index + 1):
                mention = Mention(
                    span=Span(match.start() + 4, match.end()),
                    codes=tuple(known),
                    recognised=Recognised.ORGANISATION,
                    note="named before",
                )
                after = index + len(tokens(phrase)) - 1
                reading.take(index, after, mention)


def _settle(reading: _Text, parties: Mapping[str, str]) -> None:
    """Settle names with several candidates by other names in the text, then by the operation."""
    sure = {mention.code for mention in reading.taken.values()} - {""}
    settled_by = {name.codes: name.settled_by for name in _ambiguous()}
    for mention in list({id(one): one for one in reading.taken.values()}.values()):
        if len(mention.codes) < 2:
            continue
        allowed = settled_by.get(mention.codes, mention.codes)
        by_text = [code for code in mention.codes if code in sure]
        by_parties = [code for code in mention.codes if code in parties]
        if len(by_text) == 1 and by_text[0] in allowed:
            note = "settled by another name of it in the text"
            _swap(reading, mention, replace(mention, codes=tuple(by_text), note=note))
        elif len(by_parties) == 1:
            note = "settled by the operation's parties"
            _swap(reading, mention, replace(mention, codes=tuple(by_parties), note=note))


def _ambiguous() -> Iterator[Name]:
    return (name for name in lookup.tables.names() if len(name.codes) > 1)


def _swap(reading: _Text, old: Mention, new: Mention) -> None:
    reading.take(*reading.bounds(old), new)


# ---- offices ----------------------------------------------------------------------------------


def _take_offices(reading: _Text) -> None:
    """Join offices to the parties beside them, and to the persons that follow."""
    for found in lookup.offices().all(reading.text, reading.words):
        if not reading.is_free(found.first, found.after):
            continue
        first, party = _party_before(reading, found.first)
        after = found.after
        if party is None:
            after, party = _party_after(reading, found.after)
        if party is None and _is_adjective(reading, found):
            continue
        mention = _office(reading, found.payload, party, first, after)
        after = found.after if party is None or first < found.first else after
        reading.take(first, after, mention)
        _take_person_after(reading, mention, first, found.after)


def _is_adjective(reading: _Text, found: Found[Office]) -> bool:
    """Tell whether a word such as ``general`` or ``military`` only describes what follows."""
    if found.payload.text not in _ADJECTIVES or reading.is_capital(found.first):
        return False
    has_article = found.first > 0 and reading.words[found.first - 1].key in _ARTICLES
    goes_on = reading.is_adjacent(found.after) and reading.words[found.after].key not in _VERBS
    return not has_article or goes_on


def _office(
    reading: _Text, office: Office, party: Mention | None, first: int, after: int
) -> Mention:
    codes = party.codes if party else ()
    standing = office.standing
    if party and party.code.startswith("X") and standing in {Standing.OFFICIAL, Standing.HEAD_OF_STATE}:
        standing = Standing.INTERNATIONAL_ORGANISATION
    return Mention(
        span=reading.span(first, after),
        codes=codes,
        recognised=Recognised.OFFICE,
        office=office.text,
        standing=standing,
        person=_holder(reading, office, codes),
        note=party.note if party and len(codes) > 1 else "",
    )


def _holder(reading: _Text, office: Office, codes: tuple[str, ...]) -> str:
    """Return who held an office of one person on the day."""
    if reading.on is None or len(codes) != 1 or not office.is_one_person:
        return ""
    holders = {
        term.persons[0]
        for term in lookup.tables.terms()
        if term.code == codes[0] and term.office == office.text and term.holds_on(reading.on)
    }
    return min(holders) if len(holders) == 1 else ""


def _party_before(reading: _Text, first: int) -> tuple[int, Mention | None]:
    """Return the party right before an office, as in ``Kenya's new defence minister``."""
    index = first
    for _ in range(4):
        if not reading.between(index) or not _is_close(reading.between(index)):
            return first, None
        index -= 1
        mention = reading.taken.get(index)
        if mention is not None:
            is_party = mention.codes and mention.is_certain
            if not is_party or mention.recognised in {Recognised.PERSON, Recognised.OFFICE}:
                return first, None
            return reading.bounds(mention)[0], mention
        word = reading.words[index]
        if word.key not in _DESCRIBING and word.key != "s":
            return first, None
    return first, None


def _is_close(between: str) -> bool:
    return bool(re.fullmatch(r"[ \u00a0-]?|['’]|\n", between))


def _party_after(reading: _Text, after: int) -> tuple[int, Mention | None]:
    """Return the party that an office is of, as in ``the president of Armenia``."""
    index = after
    if not (index < len(reading.words) and _is_close(reading.between(index))):
        return after, None
    if reading.words[index].key not in _JOINING:
        return after, None
    index += 1
    if index < len(reading.words) and reading.words[index].key in _ARTICLES:
        index += 1
    mention = reading.taken.get(index)
    if mention is None or not mention.codes or not _is_close(reading.between(index)):
        return after, None
    end = reading.bounds(mention)[1]
    for found in lookup.offices().at(reading.text, reading.words, end) if end < len(reading.words) else ():
        if _is_close(reading.between(end)):
            return found.after, mention
    return end, mention


def _take_person_after(reading: _Text, office: Mention, first: int, index: int) -> None:
    """Join a person's name that follows an office, as in ``Defence Minister Jane Doe``."""
    known = reading.taken.get(index)
    if known is not None and known.recognised is Recognised.PERSON and reading.is_adjacent(index):
        codes = office.codes or known.codes
        after = reading.bounds(known)[1]
        joined = replace(
            office, codes=codes, person=known.person, span=reading.span(first, after)
        )
        reading.take(first, after, joined)
        return
    after = _name_end(reading, index)
    if after > index:
        name = reading.text[reading.words[index].start : reading.words[after - 1].end]
        codes = office.codes or _codes_of_name(reading, index, after)
        joined = replace(office, codes=codes, person=name, span=reading.span(first, after))
        reading.take(first, after, joined)


def _codes_of_name(reading: _Text, first: int, after: int) -> tuple[str, ...]:
    """Return the parties of the leaders that go by a name, whom a title makes sure."""
    for index in range(first, after):
        for found in lookup.surnames().at(reading.text, reading.words, index):
            if found.after == after:
                span = reading.span(index, after)
                mention = persons.by_surname(found.payload, span, reading.on)
                return mention.codes if mention else ()
    return ()


def _name_end(reading: _Text, index: int) -> int:
    """Return the end of the capitalised words that begin at a word."""
    after = index
    while after < len(reading.words) and after - index < 5 and after not in reading.taken:
        is_initial = after > index and len(reading.words[after - 1].text) == 1
        if not reading.is_adjacent(after) and not (is_initial and reading.between(after) == ". "):
            break
        is_particle = reading.words[after].key in _PARTICLES and reading.is_capital(after + 1)
        if not reading.is_capital(after) and not (is_particle and after > index):
            break
        after += 1
    return after


# ---- persons that the text itself introduces ----------------------------------------------------


def _take_introduced(reading: _Text) -> None:
    """Join persons to the office that follows them, as in ``Jane Doe, Kenya's foreign minister,``."""
    for mention in list({id(one): one for one in reading.taken.values()}.values()):
        if mention.recognised is not Recognised.OFFICE:
            continue
        first, _ = reading.bounds(mention)
        index = first
        if index and reading.words[index - 1].key in _ARTICLES and reading.is_adjacent(index):
            index -= 1
        if reading.between(index).strip() != "," or not index:
            continue
        begin = _name_begin(reading, index)
        if index - begin >= 2 and reading.is_free(begin, index):
            name = reading.text[reading.words[begin].start : reading.words[index - 1].end]
            person = replace(
                mention,
                span=reading.span(begin, index),
                recognised=Recognised.PERSON,
                person=name,
            )
            reading.take(begin, index, person)
            _swap(reading, mention, replace(mention, person=name))


def _name_begin(reading: _Text, after: int) -> int:
    begin = after
    while begin > 0 and after - begin < 4 and reading.is_capital(begin - 1):
        begin -= 1
        if not reading.is_adjacent(begin):
            break
    return begin


def _take_surnames(reading: _Text) -> None:
    """Take surnames alone: of those the text named in full before, or of who held office."""
    known: dict[str, Mention] = {}
    for index, word in enumerate(reading.words):
        mention = reading.taken.get(index)
        if mention is not None:
            if mention.person and mention.recognised in {Recognised.PERSON, Recognised.OFFICE}:
                _remember(reading, known, mention)
            continue
        if not word.text[:1].isupper():
            continue
        if (person := known.get(word.key)) is not None:
            taken = replace(person, span=reading.span(index, index + 1), recognised=Recognised.PERSON)
            reading.take(index, index + 1, taken)
        else:
            _take_surname(reading, index)


def _remember(reading: _Text, known: dict[str, Mention], mention: Mention) -> None:
    words = tokens(mention.person)
    said = reading.text[mention.span.start : mention.span.end]
    if words and (words[-1].text in said or words[0].text in said):
        for word in (words[-1], *(words[:1] if len(words) > 2 else ())):
            if len(word.text) > 2:
                known.setdefault(word.key, mention)
        spoken = tokens(said)
        known.setdefault(spoken[-1].key, mention)


def _take_surname(reading: _Text, index: int) -> None:
    for found in lookup.surnames().at(reading.text, reading.words, index):
        has_title = index > 0 and reading.words[index - 1].key in _TITLES
        is_plain = " ".join(
            word.key for word in reading.words[found.first : found.after]
        ) in lookup.plain_surnames()
        if is_plain and not has_title:
            continue
        if not has_title and _is_of_another(reading, found.first, found.after):
            continue
        if not reading.is_free(found.first, found.after):
            continue
        span = reading.span(found.first, found.after)
        mention = persons.by_surname(found.payload, span, reading.on)
        if mention is not None:
            reading.take(found.first, found.after, mention)
            return


def _is_of_another(reading: _Text, first: int, after: int) -> bool:
    """Tell whether a capitalised word beside a surname makes it somebody else's name."""
    before: Token | None = reading.words[first - 1] if reading.is_adjacent(first) else None
    has_given = (
        before is not None
        and before.text[:1].isupper()
        and not reading.begins_sentence(first - 1)
        and first - 1 not in reading.taken
    )
    has_family = reading.is_adjacent(after) and reading.is_capital(after) and after not in reading.taken
    return has_given or has_family
