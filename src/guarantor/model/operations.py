"""The undertaking under study: parties, propositions, requirements, and all of it together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from guarantor.model.amounts import UNKNOWN, Chance, Need
from guarantor.model.asks import Ask
from guarantor.model.conditions import Condition
from guarantor.model.contributions import CommonTerm, Contribution, Term
from guarantor.model.evidence import Arrangement, Event, KnownDocument, Statement
from guarantor.model.words import Basis, Firmness, Priority, RecordState, Role, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A number of the model that enters with its value; its range is swept beside the result."""

    name: str
    value: Decimal
    low: Decimal
    high: Decimal
    basis: Basis = Basis.ASSUMED
    evidence: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Lasting:
    """How long something lasts, once it is so.

    Attributes:
        monthly_hazard: The chance, from 0 to 1, that it has ended a month later.
        evidence: The statements it rests on; where there are none it is an assumption.
        note: Anything else.
    """

    monthly_hazard: Chance
    evidence: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A state, organisation or armed side.

    Attributes:
        decision: The chance that it decides to take part, whatever its terms.
        is_decision_given: Whether the folder gives that chance; left out means unknown.
        terms: What has to hold before it takes part at all.
        lasting: How long its taking part lasts; ``None`` where nothing is said of that.
    """

    code: str
    name: str
    roles: tuple[Role, ...] = ()
    decision: Chance = UNKNOWN
    is_decision_given: bool = False
    terms: tuple[Term, ...] = ()
    lasting: Lasting | None = None
    evidence: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is known of a proposition from a day on.

    Attributes:
        since: Day from which this was known.
        until: First day on which it no longer holds, on the *valid on* clock.
        state: What is known; ``holds`` and ``fails`` settle the proposition.
    """

    since: date
    until: date | None = None
    state: RecordState
    evidence: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class GivenChance:
    """A chance in one case: where a condition is true and no earlier one of the list is.

    Attributes:
        condition: The case; ``None`` is every other case, and stands last.
        chance: The chance in that case.
    """

    condition: Condition | None
    chance: Chance


def envelope(rows: Iterable[GivenChance]) -> Chance:
    """Return the interval from the lowest to the highest chance of any case.

    Example:
        >>> envelope([GivenChance(None, Chance(low=0.1, high=0.3))])
        Chance(low=0.1, high=0.3, weight=None)
    """
    chances = [row.chance for row in rows]
    return Chance(low=min(one.low for one in chances), high=max(one.high for one in chances))


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposition:
    """Something that may turn out true.

    Attributes:
        when: What has to hold besides its own event.
        basis: On whose word the ``when`` stands.
        chance: The chance of its own event; certain where only a ``when`` is given, because then
            the ``when`` is its definition; else unknown where left out. With ``chance_given`` the
            envelope of its rows.
        is_chance_given: Whether the folder gives that chance, or one for each case.
        chance_given: The chance of its own event case by case, the first true one counting; the
            last row is every other case. Empty where the chance is the same in all cases.
        lasting: How long it lasts once it holds; ``None`` where nothing is said of that.
    """

    id: str
    text: str
    when: Condition | None = None
    basis: Basis | None = None
    settled_by: str = ""
    chance: Chance = UNKNOWN
    is_chance_given: bool = False
    chance_given: tuple[GivenChance, ...] = ()
    record: tuple[Record, ...] = ()
    lasting: Lasting | None = None
    evidence: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if not self.chance_given:
            return
        *cases, last = self.chance_given
        if last.condition is not None or any(row.condition is None for row in cases):
            msg = "of the rows of chance_given the last one is every other case, and no other is"
            raise ValueError(msg)
        if not self.is_chance_given or self.chance != envelope(self.chance_given):
            msg = "with chance_given the chance is given, and is the envelope of its rows"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row of a requirement."""

    id: str
    capability: str
    need: Need
    unit: str
    priority: Priority = Priority.ESSENTIAL
    excluded_caveats: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """A named set of lines; met when every essential line is, of which there is at least one."""

    name: str
    text: str = ""
    lines: tuple[Line, ...]
    evidence: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """Everything on record about an undertaking, for every day and every audience.

    Attributes:
        activation: Day from which notice to move runs; ``None`` where unknown.
        valid_on: The day asked about; ``None`` where unknown (dates are then left aside).
        as_known_on: The day asked from.
        requirement: The requirement asked about unless another is named.
        firm: The firmness floor unless another is named.
        notice_days_default: Notice of a contribution that gives none; ``None`` where unknown.
        audiences: The parties of each named audience; ``public`` is everybody.
        documents: The documents on record; statements may cite others.
        reviewers: How many persons have to agree before a proposal becomes a statement: 1 or 2.
    """

    id: str
    name: str
    question: str = ""
    theatre: str = ""
    status: Status = Status.HISTORICAL
    activation: date | None = None
    valid_on: date | None = None
    as_known_on: date
    requirement: str
    firm: Firmness = Firmness.FLOATED
    notice_days_default: Parameter | None = None
    note: str = ""
    audiences: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    common_terms: tuple[CommonTerm, ...] = ()
    parties: Mapping[str, Party] = field(default_factory=dict)
    propositions: Mapping[str, Proposition] = field(default_factory=dict)
    contributions: Mapping[str, Contribution] = field(default_factory=dict)
    requirements: Mapping[str, Requirement] = field(default_factory=dict)
    statements: Mapping[str, Statement] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    asks: Mapping[str, Ask] = field(default_factory=dict)
    arrangements: tuple[Arrangement, ...] = ()
    documents: Mapping[str, KnownDocument] = field(default_factory=dict)
    reviewers: int = 1
