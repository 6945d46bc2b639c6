"""Whom a person's name means on a day."""

from collections.abc import Iterable
from datetime import date

from guarantor.intake.actors.tables import Term
from guarantor.intake.actors.words import Mention, Recognised
from guarantor.model import Span

_MOST_CANDIDATES = 4


def named(terms: Iterable[Term], span: Span, on: date | None) -> Mention:
    """Return the mention of a person by the full name.

    Whoever holds an office on the day is meant; else whoever held one, without it.
    """
    every = tuple(terms)
    holding = [term for term in every if on is not None and term.holds_on(on)]
    if holding:
        return _mention(holding, span, note="")
    past = [term for term in every if on is None or term.since <= on] or list(every)
    latest = max(term.since for term in past)
    kept = past if on is None else [term for term in past if term.since == latest]
    codes = _codes(kept)
    note = "" if on is None else "holds no office on that day that the tables know of"
    return Mention(
        span=span,
        codes=codes,
        recognised=Recognised.PERSON,
        person=kept[-1].persons[0],
        standing=kept[-1].standing if on is None and len(codes) == 1 else None,
        note=note
        if len(codes) == 1
        else f"{kept[0].persons[0]} held offices of {' and '.join(codes)}",
    )


def by_surname(
    terms: Iterable[Term], span: Span, on: date | None, *, has_title: bool = False
) -> Mention | None:
    """Return the mention of a person by the surname alone, or nothing where it names nobody.

    On a known day only those who hold an office can be meant. Without a day everybody is meant
    whose office the tables tell, and with a title before the name everybody whom they list.
    """
    meant = [term for term in terms if _may_be_meant(term, on, has_title=has_title)]
    codes = _codes(meant)
    if not meant or len(codes) > _MOST_CANDIDATES:
        return None
    return _mention(meant, span, note=_who(meant) if len(codes) > 1 else "")


def _may_be_meant(term: Term, on: date | None, *, has_title: bool) -> bool:
    if on is None:
        return bool(term.office) or has_title
    return term.holds_on(on)


def _mention(terms: list[Term], span: Span, note: str) -> Mention:
    known = [term for term in terms if term.office] or terms
    latest = max(known, key=lambda term: term.since)
    return Mention(
        span=span,
        codes=_codes(terms),
        recognised=Recognised.PERSON,
        office=latest.office,
        standing=latest.standing,
        person=latest.persons[0],
        note=note,
    )


def _codes(terms: Iterable[Term]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term.code for term in terms))


def _who(terms: Iterable[Term]) -> str:
    return "may be " + " or ".join(
        dict.fromkeys(f"{term.persons[0]} ({term.code})" for term in terms)
    )
