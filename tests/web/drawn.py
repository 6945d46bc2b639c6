"""Drawn operations: what the random ones hold, and all else that the logic of a page knows.

Beside circles, thresholds, sums, ``not``, undisclosed quantities and terms, dates and caveats there
are contributions that are part of others or of no known capability, chances case by case, totals by
a parameter, tenths that no binary number holds, several terms that offers share, numbers of the
parties' own and of others, and several requirement sets.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from guarantor.model import (
    IMPOSSIBLE,
    AtLeast,
    Atom,
    Base,
    Basis,
    CommonTerm,
    Condition,
    Contribution,
    Firmness,
    GivenChance,
    Line,
    Need,
    Not,
    Operation,
    Parameter,
    Priority,
    Proposition,
    Quantity,
    Requirement,
    Step,
    Term,
    Total,
    envelope,
)
from guarantor.room import Options
from tests.samples import statement
from tests.viability.random_operations import DAYS, GROUNDED, OFFERS, PARTIES, Dice

FLOORS = [Firmness.FLOATED, Firmness.SIGNALLED, Firmness.PLEDGED, Firmness.COMMITTED]
NAMES = [*PARTIES, *GROUNDED, "pact", "backstop", "ceasefire", *OFFERS, "ccc-hidden"]


@dataclass
class Drawn(Dice):
    """One drawn operation, and the questions that are asked of it, from one seed."""

    seed: int

    def __post_init__(self) -> None:
        super().__init__(self.seed)

    def condition(self, depth: int = 2) -> Condition:
        draw = self.random.random()
        if draw < 0.04:
            return Total(self.random.choice(["troops", "lift"]), "enough")
        if draw < 0.08:
            return Total("troops", Decimal(self.random.randint(1, 60)) / 10)
        if draw < 0.12:
            return AtLeast("others", "everybody")
        if draw < 0.16:
            return AtLeast(self.random.choice([0, 1]), ("mandate", "ceasefire", "pact"))
        if draw < 0.2:
            return Atom("ceasefire")
        return super().condition(depth)

    def grounded(self) -> Condition:
        draw = self.random.random()
        if draw < 0.2:
            return Atom("ceasefire")
        if draw < 0.35:
            return AtLeast(self.random.choice([1, 2]), ("mandate", "invited"))
        return super().grounded()

    def quantity(self) -> Quantity:
        if self.maybe(0.3):
            low = Decimal(self.random.randint(0, 30)) / 10
            return Quantity(low=low, high=low + Decimal(self.random.randint(0, 7)) / 10)
        return super().quantity()

    def step(self, since: date, number: int) -> Step:
        found = super().step(since, number)
        return replace(found, fulfilment=IMPOSSIBLE) if self.maybe(0.05) else found

    def contribution(self, name: str) -> Contribution:
        found = super().contribution(name)
        if self.maybe(0.3):
            others = [other for other in OFFERS if other != name]
            base = replace(found.base, part_of=self.random.choice(others))
            return replace(found, base=base)
        return found

    def hidden(self) -> Contribution:
        """Return a contribution of which nobody said what it is."""
        steps = (self.step(DAYS[0], 1),)
        base = Base(unit="")
        return Contribution(id="ccc-hidden", party="CCC", capability=None, base=base, steps=steps)

    def by_case(self) -> Proposition:
        """Return a proposition whose chance depends on the case; each case rests on one other."""
        case: Condition = Atom(self.random.choice(GROUNDED))
        rows = [GivenChance(Not(case) if self.maybe(0.3) else case, self.chance())]
        rows.append(GivenChance(None, IMPOSSIBLE if self.maybe(0.4) else self.chance()))
        return Proposition(
            id="ceasefire",
            text="It is so that ceasefire",
            chance=envelope(rows),
            is_chance_given=True,
            chance_given=tuple(rows),
        )

    def common(self) -> tuple[CommonTerm, ...]:
        """Return terms that offers share: one may be undisclosed, one names an offer."""
        conditions: list[Condition | None] = [None, Atom("bbb-troops"), self.condition(1)]
        return tuple(
            CommonTerm(
                capabilities=self.random.choice([("troops",), ("troops", "lift")]),
                term=Term(condition=condition, basis=Basis.ASSUMED),
            )
            for condition in conditions
            if self.maybe(0.15)
        )

    def operation(self) -> Operation:
        found = super().operation()
        second = Requirement(
            name="second",
            text="Something else",
            lines=(
                self.line("front", "troops", Priority.ESSENTIAL),
                self.tenths("rear", "troops"),
                self.line("extra", "lift", Priority.DESIRED),
            ),
        )
        enough = Decimal(self.random.randint(1, 50)) / 10
        return replace(
            found,
            groups={**found.groups, "everybody": tuple(PARTIES)},
            parameters={
                **found.parameters,
                "enough": Parameter(name="enough", value=enough, low=Decimal(0), high=Decimal(9)),
            },
            common_terms=(*found.common_terms, *self.common()),
            propositions={**found.propositions, "ceasefire": self.by_case()},
            contributions={**found.contributions, "ccc-hidden": self.hidden()},
            requirements={**found.requirements, "second": second},
            statements={
                f"S-{number}": statement(f"S-{number}", day, speaker_parties=speakers)
                for number, (day, speakers) in enumerate(
                    zip(DAYS, [("AAA", "BBB"), ("CCC",), (), ("AAA",)], strict=True), 1
                )
            },
        )

    def tenths(self, name: str, capability: str) -> Line:
        """Return a line whose need is no whole number."""
        low = Decimal(self.random.randint(0, 40)) / 10
        need = Need(low=low, high=low + Decimal("0.3"))
        caveats = ("rear",) if self.maybe(0.5) else ()
        return Line(
            id=name,
            capability=capability,
            need=need,
            unit="units",
            priority=Priority.DESIRED if self.maybe(0.5) else Priority.ESSENTIAL,
            excluded_caveats=caveats,
        )

    def options(self) -> Options:
        """Return a question: some of everything that a page can switch."""
        chosen = self.random.sample(NAMES, self.random.choice([0, 1, 1, 2, 3]))
        parameters: dict[str, Decimal] = {}
        if self.maybe(0.4):
            parameters["others"] = Decimal(self.random.randint(0, 3))
        if self.maybe(0.4):
            parameters["enough"] = Decimal(self.random.randint(0, 300)) / 100
        return Options(
            requirement=self.random.choice([None, "all", "second"]),
            firm=self.random.choice(FLOORS),
            suppose={name: self.maybe(0.5) for name in chosen},
            decides=tuple(self.random.sample(PARTIES, self.random.choice([0, 0, 1, 2]))),
            parameters=parameters,
        )
