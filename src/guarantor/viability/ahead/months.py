"""Months: what there is so many months after an operation began, and what lasts until then."""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date
from enum import StrEnum

from guarantor.model import CERTAIN, Chance, End, Lasting, Priority, Proposition, View
from guarantor.viability.building import build
from guarantor.viability.counting import Counting
from guarantor.viability.events import is_fulfilment, owner, undisclosed_term
from guarantor.viability.question import Question
from guarantor.viability.structure import Structure

MOST_MONTHS = 36
"""Most months that are looked ahead."""

Hazards = Mapping[str, Chance]
"""For each proposition and party that may end, the chance that it has ended a month later."""


class CountedFrom(StrEnum):
    """The day that months are counted from: the first of these that is known."""

    ACTIVATION = "activation"
    VALID_ON = "valid_on"
    AS_KNOWN_ON = "as_known_on"


@dataclass(frozen=True, kw_only=True)
class Moment:
    """A question so many months later, when nothing has ended yet.

    Attributes:
        number: How many months later.
        day: The day it is asked about.
        structures: The structure at each end. What is settled as holding, and may end, is an event
            of its own with a chance of 1.
    """

    number: int
    day: date
    structures: Mapping[End, Structure]


def first_day(view: View, question: Question) -> tuple[CountedFrom, date]:
    """Return what months are counted from, and that day."""
    if view.activation is not None:
        return CountedFrom.ACTIVATION, view.activation
    if question.valid_on is not None:
        return CountedFrom.VALID_ON, question.valid_on
    return CountedFrom.AS_KNOWN_ON, view.as_known_on


def months_later(start: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day where it has no such day.

    Beyond the last year of the calendar it stays at its last day.

    Example:
        >>> months_later(date(2025, 1, 31), 1), months_later(date(2025, 1, 31), 2)
        (datetime.date(2025, 2, 28), datetime.date(2025, 3, 31))
    """
    years, month = divmod(start.month - 1 + months, 12)
    year = start.year + years
    if year > MAXYEAR:
        return date.max
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(start.day, last))


def moment(view: View, question: Question, number: int) -> Moment:
    """Return a question asked so many months after its first day.

    Windows, notice, transit and the days up to which records hold are those of that day.
    """
    day = months_later(first_day(view, question)[1], number)
    asked = replace(question, valid_on=day)
    propositions = {
        name: _freed(one) if _may_end(view, asked, one) else one
        for name, one in view.propositions.items()
    }
    freed = replace(view, propositions=propositions)
    countings = {End.LOW: Counting.LOW, End.HIGH: Counting.HIGH}
    return Moment(
        number=number,
        day=day,
        structures={
            end: build(freed, asked, counting, by_case=True) for end, counting in countings.items()
        },
    )


def _may_end(view: View, question: Question, proposition: Proposition) -> bool:
    """Tell whether a proposition is settled as holding and may end all the same."""
    is_settled = view.settled(proposition.id, question.valid_on) is True
    return is_settled and proposition.lasting is not None


def _freed(proposition: Proposition) -> Proposition:
    """Return a proposition that holds as an event that happens for sure, so that it can end."""
    return replace(proposition, record=(), when=None, chance=CERTAIN, chance_given=())


def hazards(view: View, question: Question) -> Hazards:
    """Return the monthly hazards of a view; what is supposed stays as supposed and has none."""
    lasting: dict[str, Lasting | None] = {one.id: one.lasting for one in view.propositions.values()}
    lasting |= {party.code: party.lasting for party in view.parties.values()}
    return {
        name: one.monthly_hazard
        for name, one in lasting.items()
        if one is not None and name not in question.suppose
    }


def hazard_of(event: str, of: Hazards) -> Chance | None:
    """Return the monthly hazard of an event, or ``None`` where it lasts.

    It is that of the proposition or party whose own event it is, whatever the case. That an
    undisclosed term holds, or that an offer arrives, does not end.
    """
    name = owner(event)
    if is_fulfilment(event) or event == undisclosed_term(name):
        return None
    return of.get(name)


def lasted(chance: Chance, hazard: Chance, months: int) -> Chance:
    """Return the chance that something came about and has not ended some months later.

    Example:
        >>> lasted(Chance(low=0.5, high=0.5), Chance(low=0.1, high=0.2), 2).at(End.LOW)
        0.32000000000000006
    """
    return Chance(
        low=chance.low * (1 - hazard.high) ** months, high=chance.high * (1 - hazard.low) ** months
    )


def faded(structure: Structure, of: Hazards, months: int) -> Structure:
    """Return a structure whose events have come about and not ended some months later."""
    chances = dict(structure.chances)
    for event, chance in structure.chances.items():
        if (hazard := hazard_of(event, of)) is not None and months:
            chances[event] = lasted(chance, hazard, months)
    return replace(structure, chances=chances)


def is_outlived(later: Moment, earlier: Moment, of: Hazards) -> bool:
    """Tell whether a requirement that is met in a later month was met in an earlier one.

    So it is where nothing under a ``not`` may end, all rests on the same, and whatever counts
    later counted before: all that can happen between the two is that something ends.
    """
    return all(
        not any(name in of for name in structure.settled_first)
        and structure.equations == earlier.structures[end].equations
        and _counted(structure) <= _counted(earlier.structures[end])
        for end, structure in later.structures.items()
    )


def _counted(structure: Structure) -> set[tuple[str, str]]:
    """Return the offers that count on each essential line."""
    return {
        (line.id, offer.id)
        for line in structure.asked.lines
        if line.priority is Priority.ESSENTIAL
        for offer in structure.view.offers.values()
        if structure.counts_on(offer, line)
    }
