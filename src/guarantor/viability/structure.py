"""The structure of an operation: what each truth rests on, for one question and one counting."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from guarantor.model import Chance, Line, Offer, Requirement, View
from guarantor.viability.counting import Counting
from guarantor.viability.events import fulfilment, owner
from guarantor.viability.formulas import (
    Both,
    Constant,
    Event,
    Formula,
    SumReaches,
    Truth,
    leaves,
)
from guarantor.viability.presence import is_counted_elsewhere, is_there
from guarantor.viability.question import Question


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

    @cached_property
    def at_both_ends(self) -> frozenset[str]:
        """The events whose chance is an interval taken at both ends, case by case.

        They are those of propositions under a ``not`` and of what these rest on: for them neither
        end is the low one for sure.
        """
        under_not = frozenset(self.settled_first)
        return frozenset(
            event
            for event, chance in self.chances.items()
            if chance.low < chance.high and owner(event) in under_not
        )

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

    @property
    def asked(self) -> Requirement:
        """The requirement asked about."""
        return self.view.requirements[self.question.requirement]

    def met(self) -> Formula:
        """Return that the requirement asked about is met."""
        return self.requirement(self.asked)

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
