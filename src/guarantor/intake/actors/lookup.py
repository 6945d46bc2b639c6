"""The tables, ready to be found in a text."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from guarantor.intake.actors import tables
from guarantor.intake.actors.matching import Phrases, plain, tokens
from guarantor.intake.actors.tables import Name, Office, Term
from guarantor.intake.actors.words import Recognised

_SHORTEST_SURNAME = 4


@cache
def names() -> Phrases[Name]:
    """Return the names of states, organisations, seats, groups and places."""
    return Phrases((name.text, name) for name in tables.names() if name.text)


@lru_cache(maxsize=64)
def party_names(parties: tuple[tuple[str, str], ...]) -> Phrases[Name]:
    """Return the names that an operation gives its parties, and their codes."""
    return Phrases(
        (text, Name(text=text, codes=(code,), kind=Recognised.PARTY))
        for code, name in parties
        for text in (name, name[:1].lower() + name[1:])
        if len(text) > 1
    )


def sorted_parties(parties: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return parties in a form that can be remembered."""
    return tuple(sorted(parties.items()))


@cache
def offices() -> Phrases[Office]:
    """Return the kinds of office."""
    return Phrases((office.text, office) for office in tables.offices())


@cache
def persons() -> Phrases[tuple[Term, ...]]:
    """Return the full names of office holders, each with every time in office it may mean."""
    found: dict[tuple[str, ...], list[Term]] = defaultdict(list)
    spelled: dict[tuple[str, ...], str] = {}
    for term in tables.terms():
        for name in _full_names(term):
            key = tuple(word.key for word in tokens(name))
            spelled.setdefault(key, name)
            found[key].append(term)
    return Phrases((spelled[key], tuple(terms)) for key, terms in found.items())


def _full_names(term: Term) -> set[str]:
    """Return a person's names of at least two words, with and without those in the middle."""
    found = set()
    for person in term.persons:
        words = person.split()
        if len(words) > 1:
            found.add(person)
        if words and term.surname and plain(words[0]) != plain(term.surname.split()[0]):
            found.add(f"{words[0]} {term.surname}")
    return found


@cache
def _terms_by_code() -> dict[str, tuple[Term, ...]]:
    found: dict[str, list[Term]] = defaultdict(list)
    for term in tables.terms():
        found[term.code].append(term)
    return {code: tuple(terms) for code, terms in found.items()}


def terms_of(code: str) -> tuple[Term, ...]:
    """Return every time in an office of a party that the tables know."""
    return _terms_by_code().get(code, ())


@cache
def surnames() -> Phrases[tuple[Term, ...]]:
    """Return the surnames of office holders, each with every time in office it may mean."""
    found: dict[tuple[str, ...], list[Term]] = defaultdict(list)
    spelled: dict[tuple[str, ...], str] = {}
    for term in tables.terms():
        for surname in {term.surname, term.surname.split("-")[-1]}:
            if key := tuple(word.key for word in tokens(surname)):
                spelled.setdefault(key, surname)
                found[key].append(term)
    return Phrases((spelled[key], tuple(terms)) for key, terms in found.items())


@cache
def plain_surnames() -> frozenset[str]:
    """Return the surnames that alone name nobody: words, common names, states and offices.

    Short ones are among them unless they come first in the name, as *Xi* does.
    """
    taken = {name.text for name in tables.names()} | {one.text for one in tables.offices()}
    short = {
        term.surname
        for term in tables.terms()
        if len(term.surname) < _SHORTEST_SURNAME and not term.persons[0].startswith(term.surname)
    }
    return frozenset(map(plain, taken | short | tables.plain_words()))
