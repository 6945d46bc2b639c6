"""The small operations of the golden vectors, each with one thing that is easily got wrong."""

from datetime import date
from decimal import Decimal

from guarantor.model import (
    CERTAIN,
    UNDISCLOSED,
    Base,
    Chance,
    Contribution,
    Firmness,
    GivenChance,
    Line,
    Need,
    Operation,
    Party,
    Priority,
    Proposition,
    Quantity,
    Requirement,
    Step,
    Term,
    envelope,
    parse_condition,
)
from guarantor.operation import bundled, open_folder

_DAY = date(2025, 3, 1)
Span = float | tuple[float, float]


def golden_operations() -> dict[str, Operation]:
    """Return the operations by name."""
    return {
        "pair": pair(),
        "pacts": pacts(),
        "under-not": under_not(),
        "cases": cases(),
        "total": total(),
        "two-lines": two_lines(),
        "example": open_folder(bundled("example"))[0],
    }


def pair() -> Operation:
    """Return the operation that the page on the format works by hand.

    The need is 2. Alfland offers 3 and joins once there is a ceasefire; Bravia offers 2.
    """
    return _operation(
        "pair",
        propositions=[_proposition("ceasefire", 0.5)],
        parties=[_party("ALF", (0.8, 0.9), "ceasefire"), _party("BRA", 0.6)],
        offers=[
            _offer("alf-troops", 3, fulfilment=0.9),
            _offer("bra-troops", 2),
        ],
        lines=[_line("land", 2)],
    )


def pacts() -> Operation:
    """Return two pacts: one without any ground, one that a third party or a fact can start."""
    return _operation(
        "pacts",
        propositions=[_proposition("invited", (0.4, 0.6))],
        parties=[
            _party("AAA", 0.9, "BBB"),
            _party("BBB", (0.7, 0.8), "AAA"),
            _party("CCC", 0.5, "DDD or invited"),
            _party("DDD", 0.6, "CCC or AAA"),
        ],
        offers=[
            _offer("aaa-troops", 2, fulfilment=(0.8, 1.0)),
            _offer("bbb-troops", 2),
            _offer("ccc-troops", 3, "at_least(2, [aaa-troops, bbb-troops, ddd-troops])"),
            _offer("ddd-troops", 1, fulfilment=0.75),
        ],
        lines=[_line("land", 4)],
    )


def under_not() -> Operation:
    """Return two propositions under a ``not``, both intervals: neither end of either is best."""
    return _operation(
        "under-not",
        propositions=[
            _proposition("mandate", (0.2, 0.7)),
            _proposition("vetoed", (0.1, 0.5), when="not mandate"),
            _proposition("backstop", (0.3, 0.4)),
            _proposition("certain", 1.0),
        ],
        parties=[
            _party("AAA", 0.9, "not mandate"),
            _party("BBB", 0.8, "mandate and certain"),
            _party("CCC", (0.5, 0.6), "not vetoed and backstop"),
        ],
        offers=[
            _offer("aaa-troops", 2),
            _offer("bbb-troops", 2, None, fulfilment=0.5),
            _offer("ccc-troops", None, fulfilment=(0.9, 1.0)),
        ],
        lines=[_line("land", 2)],
    )


def cases() -> Operation:
    """Return a chance that depends on the case, one case of it an interval."""
    rows = (
        GivenChance(parse_condition("mandate and north"), _chance((0.8, 0.9))),
        GivenChance(parse_condition("mandate or south"), _chance(0.5)),
        GivenChance(None, _chance((0.1, 0.2))),
    )
    ceasefire = Proposition(
        id="ceasefire",
        text="It is so that ceasefire",
        chance=envelope(rows),
        is_chance_given=True,
        chance_given=rows,
    )
    return _operation(
        "cases",
        propositions=[
            _proposition("mandate", (0.3, 0.6)),
            _proposition("north", 0.5),
            _proposition("south", 0.4),
            ceasefire,
        ],
        parties=[_party("AAA", 0.9, "ceasefire"), _party("BBB", (0.7, 0.8), "not ceasefire")],
        offers=[_offer("aaa-troops", 2, fulfilment=0.9), _offer("bbb-troops", 2)],
        lines=[_line("land", 2)],
    )


def total() -> Operation:
    """Return an offer that waits for enough on the table, which is less at the low end."""
    return _operation(
        "total",
        propositions=[_proposition("invited", 0.7)],
        parties=[_party("AAA", 0.9), _party("BBB", (0.6, 0.8)), _party("CCC", 0.7)],
        offers=[
            _offer("aaa-troops", (2, 4), "invited"),
            _offer("bbb-troops", 2, "total(troops) >= 4", fulfilment=0.8),
            _offer("ccc-troops", (1, 2), "total(troops) >= 6"),
        ],
        lines=[_line("land", (5, 6)), _line("first", 2, priority="desired")],
    )


def two_lines() -> Operation:
    """Return two lines of one capability, held against the same deliveries."""
    return _operation(
        "two-lines",
        propositions=[_proposition("ceasefire", (0.5, 0.6))],
        parties=[_party("AAA", 0.9), _party("BBB", 0.7), _party("CCC", 0.4, "AAA or BBB")],
        offers=[
            _offer("aaa-troops", 3, "ceasefire", fulfilment=0.9, caveats=("rear",)),
            _offer("bbb-troops", 2, fulfilment=0.6),
            _offer("ccc-troops", (1, 2), fulfilment=(0.7, 0.8)),
            _offer("ccc-lift", 4, "ceasefire"),
        ],
        lines=[_line("all", 4), _line("front", 2, excluded=("rear",)), _line("lift", 4, "lift")],
    )


def _operation(
    name: str,
    *,
    propositions: list[Proposition],
    parties: list[Party],
    offers: list[Contribution],
    lines: list[Line],
) -> Operation:
    return Operation(
        id=name,
        name=name.replace("-", " ").capitalize(),
        as_known_on=_DAY,
        requirement="main",
        propositions={one.id: one for one in propositions},
        parties={one.code: one for one in parties},
        contributions={one.id: one for one in offers},
        requirements={"main": Requirement(name="main", lines=tuple(lines))},
    )


def _chance(span: Span) -> Chance:
    low, high = span if isinstance(span, tuple) else (span, span)
    return Chance(low=low, high=high)


def _terms(*conditions: str | None) -> tuple[Term, ...]:
    """Return terms; ``None`` is one that was not disclosed."""
    return tuple(Term(condition=parse_condition(one) if one else None) for one in conditions)


def _proposition(name: str, chance: Span, when: str | None = None) -> Proposition:
    return Proposition(
        id=name,
        text=f"It is so that {name}",
        when=parse_condition(when) if when else None,
        chance=_chance(chance),
        is_chance_given=True,
    )


def _party(code: str, decision: Span, *terms: str) -> Party:
    return Party(
        code=code,
        name=code.capitalize(),
        decision=_chance(decision),
        is_decision_given=True,
        terms=_terms(*terms),
    )


def _offer(
    name: str,
    amount: float | tuple[int, int] | None,
    *terms: str | None,
    fulfilment: Span | None = None,
    caveats: tuple[str, ...] = (),
) -> Contribution:
    low, high = amount if isinstance(amount, tuple) else (amount, amount)
    quantity = UNDISCLOSED
    if low is not None and high is not None:
        quantity = Quantity(low=Decimal(low), high=Decimal(high))
    step = Step(
        since=_DAY,
        evidence=("S-1",),
        firmness=Firmness.PLEDGED,
        quantity=quantity,
        terms=_terms(*terms),
        fulfilment=CERTAIN if fulfilment is None else _chance(fulfilment),
        caveats=caveats,
    )
    code, _, capability = name.partition("-")
    return Contribution(
        id=name, party=code.upper(), capability=capability, base=Base(unit="units"), steps=(step,)
    )


def _line(
    name: str,
    need: float | tuple[int, int],
    capability: str = "troops",
    *,
    priority: str = "essential",
    excluded: tuple[str, ...] = (),
) -> Line:
    low, high = need if isinstance(need, tuple) else (need, need)
    return Line(
        id=name,
        capability=capability,
        need=Need(low=Decimal(low), high=Decimal(high)),
        unit="units",
        priority=Priority(priority),
        excluded_caveats=excluded,
    )
