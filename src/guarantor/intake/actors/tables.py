"""The tables of the package: who bears which name, and who held which office when.

Each row names its source: ``own`` is compiled by hand for this package; ``factbook`` is the World
Factbook's list of chiefs of state and heads of government in snapshots up to March 2025 (CC0);
``petrarch2`` the country actors of PETRARCH2 up to January 2014 (Open Event Data Alliance, MIT).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from guarantor.intake import word_tables
from guarantor.intake.actors.words import Recognised
from guarantor.model import Standing

FULL_NAME = 2
"""How many words a person's full name has at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name that a text may use for a party.

    Attributes:
        text: The name.
        codes: The party, or every party that it may mean.
        kind: What kind of name it is; ``None`` where it means no party and only hides one.
        standing: The standing of a body that bears it, such as a parliament.
        settled_by: The candidates that another name of theirs in the same text settles.
        why: Why it is ambiguous.
    """

    text: str
    codes: tuple[str, ...]
    kind: Recognised | None
    standing: Standing | None = None
    settled_by: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A person's time in an office, from its first day to the day of the next holder.

    Attributes:
        code: The party.
        persons: The person's name, in every spelling that the table knows.
        surname: The part by which the person goes alone.
        office: The office; empty where the source does not tell.
        standing: The office as a standing; ``None`` where the source does not tell.
        since: The first day.
        until: The day after the last; ``None`` where no end is known.
    """

    code: str
    persons: tuple[str, ...]
    surname: str
    office: str
    standing: Standing | None
    since: date
    until: date | None

    def holds_on(self, day: date) -> bool:
        """Tell whether the person held the office on a day."""
        return self.since <= day and (self.until is None or day < self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A kind of office, such as ``defence minister``."""

    text: str
    standing: Standing
    is_one_person: bool


@cache
def names() -> tuple[Name, ...]:
    """Return every name of a state, organisation, seat, group and place."""
    return tuple(_names())


@cache
def terms() -> tuple[Term, ...]:
    """Return every time in office that the tables know."""
    return (*_officials(), *_leaders())


@cache
def offices() -> tuple[Office, ...]:
    """Return the kinds of office that a text may name."""
    return tuple(
        Office(
            text=row["office"],
            standing=Standing(row["standing"]),
            is_one_person=bool(row["is_one_person"]),
        )
        for row in _rows("offices")
    )


@cache
def former_codes() -> dict[str, str]:
    """Return the codes that other lists or other times use, and the code of today."""
    return {row["code"]: row["iso"] for row in _rows("codes")}


@cache
def plain_words() -> frozenset[str]:
    """Return the surnames that are also words or common names: alone they name nobody."""
    return frozenset(row["name"].casefold() for row in _rows("plain_words"))


@cache
def short_names() -> dict[str, tuple[str, ...]]:
    """Return what stands for a party once the text has named it, such as ``the Union``."""
    return {row["name"]: _split(row["code"]) for row in _rows("short_names")}


def _names() -> Iterator[Name]:
    yield from _states()
    for row in _rows("organisations"):
        for text in (row["name"], row["short"], *_split(row["other"])):
            yield Name(text=text, codes=(row["code"],), kind=Recognised.ORGANISATION)
    for row in _rows("seats"):
        standing = Standing(row["standing"]) if row["standing"] else None
        yield Name(text=row["name"], codes=(row["code"],), kind=Recognised.SEAT, standing=standing)
    for row in _rows("groups"):
        yield Name(
            text=row["name"],
            codes=(row["code"],),
            kind=Recognised.GROUP,
            standing=Standing.ARMED_GROUP,
        )
    for row in _rows("places"):
        yield Name(text=row["name"], codes=(row["code"],), kind=Recognised.PLACE)
    for row in _rows("ambiguous"):
        yield Name(
            text=row["name"],
            codes=_split(row["candidates"]),
            kind=Recognised(row["kind"]),
            settled_by=_split(row["settled_by"]),
            why=row["why"],
        )
    for row in _rows("not_actors"):
        yield Name(text=row["name"], codes=(), kind=None)


def _states() -> Iterator[Name]:
    for row in _rows("states"):
        code = (row["code"],)
        for text in (row["name"], *_split(row["other"])):
            yield Name(text=text, codes=code, kind=Recognised.NAME)
        for text in _split(row["demonyms"]):
            yield Name(text=text, codes=code, kind=Recognised.DEMONYM)
            if not text.endswith(("s", "sh", "ch", "ese", "men", "x")):
                yield Name(text=f"{text}s", codes=code, kind=Recognised.DEMONYM)
        for text in _split(row["capitals"]):
            yield Name(text=text, codes=code, kind=Recognised.CAPITAL)


def _leaders() -> Iterator[Term]:
    """Return the leaders of the lists; one without an end ends with the next that we know of."""
    later: dict[tuple[str, str], list[date]] = {}
    for term in _officials():
        later.setdefault((term.code, term.office), []).append(term.since)
    for row in _rows("leaders"):
        since = date.fromisoformat(row["since"])
        others = (day for day in later.get((row["code"], row["office"]), ()) if day > since)
        yield Term(
            code=row["code"],
            persons=(row["person"],),
            surname=row["surname"],
            office=row["office"],
            standing=Standing(row["standing"]) if row["standing"] else None,
            since=since,
            until=_day(row["until"]) or min(others, default=None),
        )


def _officials() -> Iterator[Term]:
    for row in _rows("officials"):
        persons = _split(row["person"])
        for person in persons:
            yield Term(
                code=row["code"],
                persons=(person,),
                surname=row["surname"] or person.split()[-1],
                office=row["office"],
                standing=Standing(row["standing"]),
                since=date.fromisoformat(row["since"]),
                until=_day(row["until"]),
            )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def _rows(table: str) -> list[dict[str, str]]:
    return word_tables.rows("guarantor.intake.actors", table)
