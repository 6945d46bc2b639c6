"""Coalitions of any size, drawn from a seed: what the benchmarks are run on.

They are drawn to look like the coalitions that were really put together. A few large contributors
and many small ones; a party's offers are of few kinds (one to three; three to six for a large one);
most terms wait for a political fact, some for enough others, some for one partner; a few partners
wait for each other, so that they move together or not at all. Every chance and about a third of the
quantities are intervals.
"""

import random
from datetime import date
from decimal import Decimal

from guarantor.ledger import view
from guarantor.model import (
    AtLeast,
    Atom,
    Base,
    Basis,
    Chance,
    Condition,
    Contribution,
    Firmness,
    Line,
    Need,
    Operation,
    Party,
    Proposition,
    Quantity,
    Requirement,
    Step,
    Term,
    View,
    all_of,
    any_of,
)

_DAY = date(2025, 3, 1)


def coalition(
    *,
    parties: int,
    contributions: int,
    seed: int,
    propositions: int = 8,
    lines: int = 8,
    need: float = 0.5,
) -> View:
    """Return a coalition as its view.

    Args:
        parties: How many.
        contributions: How many; every party gives at least one.
        seed: From which everything is drawn.
        propositions: How many, four or more.
        lines: How many capabilities, each with one essential line.
        need: What each line needs, as a share of all that is offered to it.
    """
    return view(_Draw(parties, contributions, propositions, lines, seed).operation(need))


class _Draw:
    """One coalition from one seed."""

    def __init__(
        self, parties: int, contributions: int, propositions: int, lines: int, seed: int
    ) -> None:
        self.random = random.Random(seed)  # noqa: S311  a benchmark draws the same again
        self.parties = [f"P{number:02}" for number in range(1, parties + 1)]
        self.propositions = [f"fact{number}" for number in range(1, propositions + 1)]
        self.capabilities = [f"capability{number}" for number in range(1, lines + 1)]
        # A quarter of the parties are large: they give half of everything.
        large = self.parties[: max(parties // 4, 1)]
        extra = contributions - parties
        chosen = [
            *self.parties,
            *(self.random.choice(large if index % 2 else self.parties) for index in range(extra)),
        ]
        self.owners = {f"{code}-{index:03}": code for index, code in enumerate(sorted(chosen))}
        self.kinds = {code: self.some_kinds(code in large) for code in self.parties}

    def some_kinds(self, large: bool) -> list[str]:  # noqa: FBT001  a fact about one party
        """Return the capabilities that a party has."""
        most = len(self.capabilities)
        count = self.random.randint(3, 6) if large else self.random.randint(1, 3)
        return self.random.sample(self.capabilities, min(count, most))

    def chance(self, low: float, high: float) -> Chance:
        """Return an interval about a tenth wide, its ends whole hundredths."""
        middle = self.random.uniform(low, high)
        return Chance(low=round(middle - 0.05, 2), high=round(min(middle + 0.05, 1), 2))

    def operation(self, need: float) -> Operation:
        """Return the whole operation."""
        offers = {name: self.contribution(name) for name in self.owners}
        return Operation(
            id="benchmark",
            name="Benchmark",
            as_known_on=_DAY,
            requirement="all",
            groups={
                "everybody": tuple(self.parties),
                "first_offers": tuple(
                    name for name, one in offers.items() if one.capability == self.capabilities[0]
                ),
            },
            parties=self.all_parties(),
            propositions={name: self.proposition(name) for name in self.propositions},
            contributions=offers,
            requirements={"all": self.requirement(offers, need)},
        )

    def proposition(self, name: str) -> Proposition:
        """Return a proposition; a third rest on an earlier one, the last on enough parties."""
        earlier = self.propositions[: self.propositions.index(name)]
        when: Condition | None = None
        if name == self.propositions[-1]:
            when = AtLeast(max(len(self.parties) // 3, 1), "everybody")
        elif earlier and self.random.random() < 0.35:
            when = Atom(self.random.choice(earlier))
        return Proposition(
            id=name,
            text=f"It is so that {name}",
            when=when,
            basis=Basis.READ if when else None,
            chance=self.chance(0.6, 0.95),
            is_chance_given=True,
        )

    def all_parties(self) -> dict[str, Party]:
        """Return the parties; about a tenth are in pacts of two or three, without any ground."""
        terms = {code: self.party_terms(code) for code in self.parties}
        left = self.random.sample(self.parties, max(len(self.parties) // 8, 1) * 2)
        while len(left) > 1:
            ring = [left.pop() for _ in range(min(len(left), self.random.choice([2, 2, 3])))]
            for one, other in zip(ring, [*ring[1:], ring[0]], strict=True):
                if one != other:
                    terms[one] = (*terms[one], _term(Atom(other)))
        return {
            code: Party(
                code=code,
                name=code,
                decision=self.chance(0.5, 0.95),
                is_decision_given=True,
                terms=terms[code],
            )
            for code in self.parties
        }

    def party_terms(self, code: str) -> tuple[Term, ...]:
        """Return what a party waits for: mostly a political fact."""
        draw = self.random.random()
        if draw < 0.35:
            return ()
        if draw < 0.65:
            return (_term(Atom(self.fact())),)
        if draw < 0.75:
            return (_term(any_of(Atom(self.fact()), Atom(self.partner(code)))),)
        if draw < 0.85:
            return (_term(AtLeast(self.random.randint(2, 5), "everybody")),)
        if draw < 0.92:
            return (_term(AtLeast(2, "first_offers")),)
        return (_term(all_of(Atom(self.fact()), Atom(self.partner(code)))),)

    def fact(self) -> str:
        """Return a proposition; the first are named most."""
        return self.propositions[int(self.random.random() ** 2 * len(self.propositions))]

    def partner(self, code: str) -> str:
        """Return another party, large ones first."""
        others = [other for other in self.parties if other != code]
        return others[int(self.random.random() ** 2 * len(others))]

    def contribution(self, name: str) -> Contribution:
        """Return one offer."""
        code = self.owners[name]
        large = self.parties.index(code) < len(self.parties) // 4
        amount = self.random.randint(2, 12) * (3 if large else 1)
        spread = self.random.choice([0, 0, 2])
        terms = (_term(Atom(self.fact())),) if self.random.random() < 0.15 else ()
        step = Step(
            since=_DAY,
            evidence=("S-1",),
            firmness=Firmness.PLEDGED,
            quantity=Quantity(low=Decimal(amount), high=Decimal(amount + spread)),
            terms=terms,
            fulfilment=self.chance(0.7, 0.95),
        )
        capability = self.random.choice(self.kinds[code])
        return Contribution(
            id=name, party=code, capability=capability, base=Base(unit="units"), steps=(step,)
        )

    def requirement(self, offers: dict[str, Contribution], need: float) -> Requirement:
        """Return one essential line for each capability."""
        lines = []
        for capability in self.capabilities:
            steps = [one.steps[0] for one in offers.values() if one.capability == capability]
            total = sum((step.quantity.low for step in steps if step.quantity), Decimal(0))
            least = Decimal(int(total * Decimal(need)))
            lines.append(
                Line(
                    id=f"line-{capability}",
                    capability=capability,
                    need=Need(low=least, high=least + total // 20),
                    unit="units",
                )
            )
        return Requirement(name="all", lines=tuple(lines))


def _term(condition: Condition) -> Term:
    return Term(condition=condition)
