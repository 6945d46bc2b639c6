"""Random operations, small enough to go through every scenario, rich enough to hold every feature.

Circular conditions, pacts without ground, thresholds, sums, ``not``, intervals, undisclosed
quantities and terms, steps, common terms, dates and caveats all occur.
"""

import random
from datetime import date
from decimal import Decimal

from guarantor.model import (
    UNDISCLOSED,
    UNKNOWN,
    AtLeast,
    Atom,
    Base,
    Basis,
    Chance,
    CommonTerm,
    Condition,
    Contribution,
    Firmness,
    Line,
    Need,
    Not,
    Operation,
    Parameter,
    Party,
    Priority,
    Proposition,
    Quantity,
    Record,
    RecordState,
    Requirement,
    Step,
    Term,
    Total,
    Window,
    all_of,
    any_of,
)
from tests.samples import statement

DAYS = [date(2025, 1, 10), date(2025, 2, 10), date(2025, 3, 10), date(2025, 4, 10)]
CHANCES = [0.0, 0.2, 0.5, 0.7, 0.9, 1.0]
PARTIES = ["AAA", "BBB", "CCC"]
OFFERS = ["aaa-troops", "bbb-troops", "bbb-lift", "ccc-troops"]
GROUNDED = ["mandate", "invited"]
MOST_FREE = 8


class Dice:
    """One random operation from one seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311  a test draws the same again

    def maybe(self, chance: float) -> bool:
        return self.random.random() < chance

    def chance(self) -> Chance:
        draw = self.random.random()
        if draw < 0.3:
            return UNKNOWN
        if draw < 0.65:
            point = self.random.choice(CHANCES)
            return Chance(low=point, high=point)
        low, high = sorted(self.random.sample(CHANCES, 2))
        return Chance(low=low, high=high)

    def quantity(self) -> Quantity:
        low = Decimal(self.random.randint(0, 6)) / 2
        draw = self.random.random()
        if draw < 0.25:
            return UNDISCLOSED
        if draw < 0.4:
            high = low + self.random.randint(0, 3) if self.maybe(0.5) else None
            return Quantity(low=low, high=high, is_disclosed=False)
        return Quantity(low=low, high=low + self.random.choice([0, 0, 1, 2]))

    def condition(self, depth: int = 2) -> Condition:
        draw = self.random.random()
        if depth and draw < 0.17:
            return all_of(self.condition(depth - 1), self.condition(depth - 1))
        if depth and draw < 0.52:
            return any_of(self.condition(depth - 1), self.condition(depth - 1))
        if draw < 0.58:
            return Not(self.grounded())
        if draw < 0.72:
            counts: list[int | str] = [1, 2, "others"]
            return AtLeast(self.random.choice(counts), "offers")
        if draw < 0.78:
            return AtLeast(1, tuple(self.random.sample([*PARTIES, *OFFERS, "pact"], 2)))
        if draw < 0.85:
            return Total("troops", Decimal(self.random.randint(1, 8)) / 2)
        return Atom(self.random.choice([*PARTIES, *OFFERS, *GROUNDED, "pact", "backstop"]))

    def grounded(self) -> Condition:
        """Return what may stand under a not: it rests on no one who joins and on no loop."""
        if self.maybe(0.2):
            return all_of(Atom("mandate"), Atom("invited"))
        return Atom(self.random.choice(GROUNDED))

    def terms(self) -> tuple[Term, ...]:
        count = self.random.choice([0, 0, 1, 1, 2])
        return tuple(
            Term(
                condition=None if self.maybe(0.1) else self.condition(),
                basis=self.random.choice(list(Basis)),
                evidence=self.random.choice([(), ("S-1",), ("S-2", "S-3")]),
            )
            for _ in range(count)
        )

    def step(self, since: date, number: int) -> Step:
        return Step(
            since=since,
            evidence=(f"S-{number}",),
            firmness=self.random.choice(
                [
                    Firmness.FLOATED,
                    Firmness.SIGNALLED,
                    Firmness.PLEDGED,
                    Firmness.COMMITTED,
                    Firmness.UNDISCLOSED,
                    Firmness.SUSPENDED,
                ]
                if number == 1 or self.maybe(0.4)
                else [None]
            ),
            quantity=self.quantity() if number == 1 or self.maybe(0.4) else None,
            terms=self.terms(),
            fulfilment=self.chance() if self.maybe(0.3) else None,
            notice_days=self.random.choice([None, 10, 40]),
            caveats=self.random.choice([None, None, ("rear",)]),
            available=self.random.choice(
                [None, None, Window(start=date(2025, 5, 1)), Window(end=date(2025, 7, 1))]
            ),
        )

    def contribution(self, name: str) -> Contribution:
        steps = tuple(
            self.step(day, number)
            for number, day in enumerate(DAYS[: self.random.randint(1, 3)], 1)
        )
        return Contribution(
            id=name,
            party=name[:3].upper(),
            capability="lift" if name.endswith("lift") else "troops",
            base=Base(unit="units", transit_days=self.random.choice([None, 20])),
            steps=steps,
        )

    def proposition(self, name: str, when: Condition | None) -> Proposition:
        given = when is None or self.maybe(0.6)
        record: tuple[Record, ...] = ()
        if self.maybe(0.25):
            state = self.random.choice(list(RecordState))
            until = self.random.choice([None, date(2025, 7, 15)])
            record = (Record(since=DAYS[1], until=until, state=state, evidence=("S-2",)),)
        return Proposition(
            id=name,
            text=f"It is so that {name}",
            when=when,
            basis=Basis.READ if when else None,
            chance=self.chance() if given else Chance(low=1.0, high=1.0),
            is_chance_given=given,
            record=record,
        )

    def line(self, name: str, capability: str, priority: Priority) -> Line:
        low = Decimal(self.random.randint(0, 7)) / 2
        need = Need(low=low, high=low + self.random.choice([0, 1]))
        return Line(
            id=name,
            capability=capability,
            need=Need(low=None, high=None) if self.maybe(0.05) else need,
            unit="units",
            priority=priority,
            excluded_caveats=("rear",) if self.maybe(0.2) else (),
        )

    def operation(self) -> Operation:
        """Return an operation with all of it."""
        invited = Atom("mandate") if self.maybe(0.4) else None
        propositions = [
            self.proposition("mandate", None),
            self.proposition("invited", invited),
            self.proposition("pact", self.condition() if self.maybe(0.7) else None),
            self.proposition("backstop", self.condition() if self.maybe(0.3) else None),
        ]
        common = CommonTerm(
            capabilities=("troops",),
            term=Term(condition=self.condition(1), basis=Basis.ASSUMED),
        )
        default = Decimal(self.random.choice([20, 60]))
        return Operation(
            id="random",
            name="Random",
            as_known_on=date(2025, 4, 30),
            valid_on=self.random.choice([None, date(2025, 7, 1), date(2025, 8, 1)]),
            activation=date(2025, 6, 1),
            requirement="all",
            notice_days_default=self.random.choice(
                [None, Parameter(name="notice", value=default, low=default, high=default)]
            ),
            groups={"offers": tuple(OFFERS)},
            parameters={
                "others": Parameter(
                    name="others", value=Decimal(1), low=Decimal(1), high=Decimal(3)
                )
            },
            common_terms=(common,) if self.maybe(0.4) else (),
            parties={
                code: Party(code=code, name=code, decision=self.chance(), terms=self.terms())
                for code in PARTIES
            },
            propositions={one.id: one for one in propositions},
            contributions={name: self.contribution(name) for name in OFFERS},
            requirements={
                "all": Requirement(
                    name="all",
                    lines=(
                        self.line("land", "troops", Priority.ESSENTIAL),
                        self.line(
                            "lift",
                            "lift",
                            self.random.choice([Priority.ESSENTIAL, *[Priority.DESIRED] * 3]),
                        ),
                    ),
                )
            },
            statements={
                f"S-{number}": statement(f"S-{number}", day) for number, day in enumerate(DAYS, 1)
            },
        )

    def suppose(self) -> dict[str, bool]:
        """Return suppositions about things that are always in view."""
        names = [*PARTIES, *GROUNDED, "pact", "backstop", *OFFERS]
        chosen = self.random.sample(names, self.random.choice([0, 0, 1, 2]))
        return {name: self.maybe(0.5) for name in chosen}
