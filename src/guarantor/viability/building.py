"""Building: what is on record, turned into the structure that a question asks for."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from graphlib import TopologicalSorter

from guarantor.model import (
    UNKNOWN,
    All,
    AnyOf,
    AtLeast,
    Atom,
    Chance,
    Condition,
    Not,
    Offer,
    Proposition,
    Term,
    Total,
    View,
)
from guarantor.viability.counting import Counting
from guarantor.viability.events import COMMON, fulfilment, in_case, undisclosed_term
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
from guarantor.viability.presence import is_counted_elsewhere
from guarantor.viability.question import Question
from guarantor.viability.structure import Structure


def build(
    view: View, question: Question, counting: Counting, *, by_case: bool = False
) -> Structure:
    """Return the structure of a view for a question and a counting.

    Args:
        view: What is on record.
        question: The question.
        counting: How quantities, needs and doubtful dates count.
        by_case: Whether a proposition whose chance depends on the case has an event for each case,
            as chances need it. Else it has one event, as logic needs it, that can happen wherever
            some case gives it a chance.
    """
    builder = _Builder(view, question, counting, by_case=by_case)
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
    rests_on: dict[str, list[str]] = {}  # in order, not as hashes fall: cases are told in it
    waiting = [name for formula in equations.values() for name in negated_truths(formula)]
    while waiting:
        name = waiting.pop()
        if name not in rests_on:
            found = (leaf.name for leaf in leaves(equations[name]) if isinstance(leaf, Truth))
            rests_on[name] = list(dict.fromkeys(found))
            waiting.extend(rests_on[name])
    return tuple(TopologicalSorter(rests_on).static_order())


class _Builder:
    """Turns what is on record into formulas, and collects the events they read."""

    def __init__(
        self, view: View, question: Question, counting: Counting, *, by_case: bool
    ) -> None:
        self.view = view
        self.question = question
        self.counting = counting
        self.by_case = by_case
        self.chances: dict[str, Chance] = {
            fulfilment(offer.id): offer.fulfilment for offer in view.offers.values()
        }

    def proposition(self, name: str) -> Formula:
        proposition = self.view.propositions[name]
        settled = self.view.settled(name, self.question.valid_on)
        if (constant := self.question.suppose.get(name, settled)) is not None:
            return Constant(constant)
        own = self.own_event(proposition)
        when = proposition.when
        return own if when is None else Both((own, self.condition(when, asker=None)))

    def own_event(self, proposition: Proposition) -> Formula:
        """Return that a proposition's own event happens, in whichever case there is."""
        name = proposition.id
        if not proposition.chance_given:
            self.chances[name] = proposition.chance
            return Event(name)
        cases = list(self.cases(proposition))
        if self.by_case:
            for number, (_, chance) in enumerate(cases):
                self.chances[in_case(name, number)] = chance
            return Either(
                tuple(
                    Both((case, Event(in_case(name, number))))
                    for number, (case, _) in enumerate(cases)
                )
            )
        self.chances[name] = proposition.chance
        return Both((Event(name), Either(tuple(case for case, chance in cases if chance.high > 0))))

    def cases(self, proposition: Proposition) -> Iterator[tuple[Formula, Chance]]:
        """Yield each case of a proposition's chance: its condition is the first that holds."""
        earlier: list[Formula] = []
        for given in proposition.chance_given:
            if given.condition is None:
                yield Both(tuple(earlier)), given.chance
                return
            here = self.condition(given.condition, asker=None)
            yield Both((*earlier, here)), given.chance
            earlier.append(No(here))

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
            if shared.binds(offer)
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
