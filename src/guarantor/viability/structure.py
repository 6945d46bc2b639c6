"""The structure of an operation: what each truth rests on, for one question and one counting."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from graphlib import TopologicalSorter

from guarantor.errors import UnknownId
from guarantor.model import (
    CERTAIN,
    UNKNOWN,
    All,
    AnyOf,
    AtLeast,
    Atom,
    Chance,
    Condition,
    Firmness,
    Line,
    Need,
    Not,
    Offer,
    Quantity,
    Requirement,
    Term,
    Total,
    View,
    ids_named,
)
from guarantor.viability.formulas import (
    AtLeastOf,
    Both,
    Constant,
    Either,
    Event,
    Formula,
    No,
    SumReaches,
    Truth,
    leaves,
    negated_truths,
)


class Counting(StrEnum):
    """How quantities, needs and doubtful dates are counted."""

    LOW = "low"
    """Low quantities, high needs, an undisclosed quantity at its stated least, else as nothing."""
    HIGH = "undisclosed_enough"
    """High quantities, low needs, an undisclosed quantity at its stated most, else as enough."""
    DISCLOSED = "disclosed"
    """High quantities, low needs, an undisclosed quantity at its stated least, else as nothing."""

    def amount(self, quantity: Quantity) -> Decimal | None:
        """Return how much a quantity counts; ``None`` is enough for any need."""
        if self is Counting.LOW or (self is Counting.DISCLOSED and not quantity.is_disclosed):
            return quantity.low
        return quantity.high

    def need(self, need: Need) -> Decimal | None:
        """Return how much a need counts; ``None`` where nobody said."""
        return need.high if self is Counting.LOW else need.low


@dataclass(frozen=True, kw_only=True)
class Question:
    """What is asked of a view.

    Attributes:
        requirement: Name of the requirement set.
        firm: The firmness from which offers count.
        valid_on: The day asked about; ``None`` leaves dates aside.
        suppose: What is set true or false whatever else is the case.
    """

    requirement: str
    firm: Firmness
    valid_on: date | None
    suppose: Mapping[str, bool] = field(default_factory=dict)

    @classmethod
    def about(
        cls,
        view: View,
        *,
        requirement: str | None = None,
        firm: Firmness | None = None,
        valid_on: date | None = None,
        suppose: Mapping[str, bool] | None = None,
    ) -> "Question":
        """Return a question about a view; what is left out is the operation's own.

        Raises:
            UnknownId: The requirement, or something supposed, is not in view.
        """
        name = requirement or view.requirement
        if name not in view.requirements:
            raise UnknownId(
                kind="requirement", name=name, nearest=_nearest(name, view.requirements)
            )
        question = cls(
            requirement=name,
            firm=firm or view.firm,
            valid_on=valid_on or view.valid_on,
            suppose=dict(suppose or {}),
        )
        question.check(view)
        return question

    def check(self, view: View) -> None:
        """Check that everything supposed is in view.

        Raises:
            UnknownId: Something is not, as known on the day or to the audience.
        """
        known = view.parties.keys() | view.propositions.keys() | view.offers.keys()
        for supposed in self.suppose:
            if supposed not in known:
                where = f" in view for {view.audience} as known on {view.as_known_on}"
                raise UnknownId(
                    kind="id", name=supposed, nearest=_nearest(supposed, known), where=where
                )

    def supposing(self, name: str, *, holds: bool) -> "Question":
        """Return the same question with one supposition more."""
        return replace(self, suppose={**self.suppose, name: holds})


def _nearest(name: str, names: Iterable[str]) -> str | None:
    close = difflib.get_close_matches(name, list(names), n=1)
    return close[0] if close else None


def undisclosed_term(owner: str) -> str:
    """Return the name of the event that an owner's undisclosed term holds."""
    return f"{owner}#undisclosed"


def fulfilment(offer: str) -> str:
    """Return the name of the event that what is offered arrives."""
    return f"{offer}#fulfilment"


def is_fulfilment(event: str) -> bool:
    """Tell whether an event is the fulfilment of an offer."""
    return event.endswith("#fulfilment")


COMMON = "common_terms"
"""The owner of an undisclosed common term."""


@dataclass(frozen=True, kw_only=True)
class Structure:
    """What each truth rests on.

    Attributes:
        view: The view it was made from.
        question: The question it was made for.
        counting: How quantities and needs count in it.
        equations: For each proposition, party and contribution, in this order, the formula that
            makes it true.
        chances: The chance of every event.
        settled_first: The propositions under a ``not`` and what they rest on, each after what it
            rests on. They are never part of a loop.
    """

    view: View
    question: Question
    counting: Counting
    equations: Mapping[str, Formula]
    chances: Mapping[str, Chance]
    settled_first: tuple[str, ...]

    @cached_property
    def reads(self) -> Mapping[str, frozenset[str]]:
        """For each truth, the other truths that its formula reads."""
        return {
            name: frozenset(leaf.name for leaf in leaves(formula) if isinstance(leaf, Truth))
            for name, formula in self.equations.items()
        }

    @cached_property
    def read_by(self) -> Mapping[str, frozenset[str]]:
        """For each truth, the other truths whose formulas read it; never what is settled first."""
        readers: dict[str, set[str]] = {name: set() for name in self.equations}
        for name in self.equations.keys() - set(self.settled_first):
            for read in self.reads[name]:
                readers[read].add(name)
        return {name: frozenset(names) for name, names in readers.items()}

    def cone(self, targets: Iterable[str]) -> frozenset[str]:
        """Return the truths that some targets rest on, themselves among them."""
        seen: set[str] = set()
        waiting = list(targets)
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting.extend(self.reads[name] - seen)
        return frozenset(seen)

    def line(self, line: Line) -> SumReaches:
        """Return that a line is met: what is delivered and there sums to its need."""
        offers = [offer for offer in self.view.offers.values() if self.counts_on(offer, line)]
        return SumReaches(
            need=self.counting.need(line.need),
            parts=tuple(self.delivered(offer) for offer in offers),
            amounts=tuple(self.counting.amount(offer.quantity) for offer in offers),
        )

    def requirement(self, requirement: Requirement) -> Formula:
        """Return that a requirement is met: every essential line of it is."""
        essential = [line for line in requirement.lines if line.priority == "essential"]
        return Both(tuple(map(self.line, essential))) if essential else Constant(value=False)

    def met(self) -> Formula:
        """Return that the requirement asked about is met."""
        return self.requirement(self.view.requirements[self.question.requirement])

    def delivered(self, offer: Offer) -> Formula:
        """Return that a contribution is offered and really arrives."""
        return Both((Truth(offer.id), Event(fulfilment(offer.id))))

    def counts_on(self, offer: Offer, line: Line) -> bool:
        """Tell whether a contribution can count on a line, were it delivered."""
        return (
            offer.capability == line.capability
            and not set(offer.caveats) & set(line.excluded_caveats)
            and not is_counted_elsewhere(offer, self.view, self.question)
            and is_there(offer, self.view, self.question.valid_on, self.counting)
        )


def can_be_offered(offer: Offer, question: Question) -> bool:
    """Tell whether a contribution is on or above the floor, or supposed to be offered."""
    return question.suppose.get(offer.id, offer.firmness.is_at_least(question.firm))


def is_counted_elsewhere(offer: Offer, view: View, question: Question) -> bool:
    """Tell whether another contribution that can be offered already counts this one."""
    whole = view.offers.get(offer.part_of or "")
    return whole is not None and can_be_offered(whole, question)


def is_there(offer: Offer, view: View, valid_on: date | None, counting: Counting) -> bool:
    """Tell whether a contribution is in place on the day asked about.

    Where notice is unknown it is not there when counting low, and there otherwise.
    """
    known = there(offer, view, valid_on)
    return counting is not Counting.LOW if known is None else known


def there(offer: Offer, view: View, valid_on: date | None) -> bool | None:
    """Tell whether a contribution is in place on a day; ``None`` where notice is unknown.

    Where activation or the day is unknown, dates are left aside: it is there.
    """
    if valid_on is None or view.activation is None:
        return True
    if offer.available is not None and not offer.available.contains(valid_on):
        return False
    room = (valid_on - view.activation).days - (offer.transit_days or 0)
    default = view.notice_days_default
    notice = default.value if offer.notice_days is None and default else offer.notice_days
    if notice is None:
        return None if room >= 0 else False
    return notice <= room


def build(view: View, question: Question, counting: Counting) -> Structure:
    """Return the structure of a view for a question and a counting."""
    builder = _Builder(view, question, counting)
    equations: dict[str, Formula] = {}
    for name in view.propositions:
        equations[name] = builder.proposition(name)
    for code in view.parties:
        equations[code] = builder.party(code)
    for offer in view.offers.values():
        equations[offer.id] = builder.offer(offer)
    return Structure(
        view=view,
        question=question,
        counting=counting,
        equations=equations,
        chances=builder.chances,
        settled_first=_settled_first(equations),
    )


def _settled_first(equations: Mapping[str, Formula]) -> tuple[str, ...]:
    """Return what stands under a ``not`` with all that it rests on, foundations first."""
    rests_on: dict[str, set[str]] = {}
    waiting = [name for formula in equations.values() for name in negated_truths(formula)]
    while waiting:
        name = waiting.pop()
        if name not in rests_on:
            rests_on[name] = {
                leaf.name for leaf in leaves(equations[name]) if isinstance(leaf, Truth)
            }
            waiting.extend(rests_on[name])
    return tuple(TopologicalSorter(rests_on).static_order())


class _Builder:
    """Turns what is on record into formulas, and collects the events they read."""

    def __init__(self, view: View, question: Question, counting: Counting) -> None:
        self.view = view
        self.question = question
        self.counting = counting
        self.chances: dict[str, Chance] = {
            fulfilment(offer.id): offer.fulfilment for offer in view.offers.values()
        }

    def proposition(self, name: str) -> Formula:
        proposition = self.view.propositions[name]
        settled = self.view.settled(name, self.question.valid_on)
        if (constant := self.question.suppose.get(name, settled)) is not None:
            return Constant(constant)
        self.chances[name] = proposition.chance
        event = Event(name)
        when = proposition.when
        return event if when is None else Both((event, self.condition(when, asker=None)))

    def party(self, code: str) -> Formula:
        if (supposed := self.question.suppose.get(code)) is not None:
            return Constant(supposed)
        party = self.view.parties[code]
        self.chances[code] = party.decision
        terms = (self.term(term, owner=code, asker=code) for term in party.terms)
        return Both((Event(code), *terms))

    def offer(self, offer: Offer) -> Formula:
        if (supposed := self.question.suppose.get(offer.id)) is not None:
            return Constant(supposed)
        if not offer.firmness.is_at_least(self.question.firm):
            return Constant(value=False)
        own = (self.term(term, owner=offer.id, asker=offer.party) for term in offer.terms)
        common = (
            self.term(shared.term, owner=COMMON, asker=offer.party)
            for shared in self.view.common_terms
            if offer.capability in shared.capabilities and not _names(shared.term, offer)
        )
        return Both((Truth(offer.party), *own, *common))

    def term(self, term: Term, *, owner: str, asker: str) -> Formula:
        if term.condition is None:
            name = undisclosed_term(owner)
            self.chances[name] = UNKNOWN
            return Event(name)
        return self.condition(term.condition, asker=asker)

    def condition(self, condition: Condition, *, asker: str | None) -> Formula:
        match condition:
            case Atom(name):
                return Truth(name)
            case Not(part):
                return No(self.condition(part, asker=asker))
            case All(parts):
                return Both(tuple(self.condition(part, asker=asker) for part in parts))
            case AnyOf(parts):
                return Either(tuple(self.condition(part, asker=asker) for part in parts))
            case AtLeast(count, members):
                return AtLeastOf(int(self.number(count)), self.counted(members, asker))
            case Total(capability, amount):
                return self.total(capability, self.number(amount))

    def number(self, given: Decimal | int | str) -> Decimal:
        return self.view.parameters[given].value if isinstance(given, str) else Decimal(given)

    def counted(self, members: str | tuple[str, ...], asker: str | None) -> tuple[Formula, ...]:
        """Return the members of a group, each once, but the party that asks and its offers."""
        names = self.view.groups[members] if isinstance(members, str) else members
        return tuple(
            Truth(name)
            for name in dict.fromkeys(names)
            if asker is None or asker not in {name, self._party_of(name)}
        )

    def _party_of(self, name: str) -> str | None:
        offer = self.view.offers.get(name)
        return offer.party if offer else None

    def total(self, capability: str, amount: Decimal) -> Formula:
        offers = [
            offer
            for offer in self.view.offers.values()
            if offer.capability == capability
            and not is_counted_elsewhere(offer, self.view, self.question)
        ]
        return SumReaches(
            need=amount,
            parts=tuple(Truth(offer.id) for offer in offers),
            amounts=tuple(self.counting.amount(offer.quantity) for offer in offers),
        )


def _names(term: Term, offer: Offer) -> bool:
    return term.condition is not None and offer.id in ids_named(term.condition)


def is_uncertain(chance: Chance) -> bool:
    """Tell whether an event can go either way: its chance is not exactly 0 or 1."""
    return chance.high > 0 and chance != CERTAIN
