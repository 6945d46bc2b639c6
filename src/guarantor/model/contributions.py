"""Who offers what, on which terms, and what became known of it step by step."""

from dataclasses import dataclass, fields
from datetime import date

from guarantor.model.amounts import UNDISCLOSED, UNKNOWN, Chance, Quantity
from guarantor.model.conditions import Condition, ids_named
from guarantor.model.time import Window
from guarantor.model.words import Basis, Firmness

PUBLIC = "public"
"""The audience that everybody belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One thing that has to hold before a party takes part or an offer stands.

    Attributes:
        condition: What has to hold; ``None`` for a condition that exists and was not disclosed.
        basis: On whose word.
        evidence: The statements it rests on; a bare term rests on those of its step.
        note: What the term says and what we read into it.
    """

    condition: Condition | None
    basis: Basis = Basis.STATED
    evidence: tuple[str, ...] = ()
    note: str = ""

    @property
    def text(self) -> str:
        """The term as the folder writes it."""
        return "undisclosed" if self.condition is None else str(self.condition)


@dataclass(frozen=True, slots=True, kw_only=True)
class CommonTerm:
    """A term that every offer of some capabilities shares, unless the term names the offer."""

    capabilities: tuple[str, ...]
    term: Term

    def binds(self, offer: "Offer") -> bool:
        """Tell whether an offer shares the term."""
        condition = self.term.condition
        is_named = condition is not None and offer.id in ids_named(condition)
        return offer.capability in self.capabilities and not is_named


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What became known of a contribution on one day; what it leaves out (``None``) stays.

    Attributes:
        since: Day from which this was known: the day its evidence was published. ``None`` for the
            one step of a contribution without steps: known once all its evidence was published.
        evidence: The statements it rests on. Never empty.
        firmness: How far the party has bound itself.
        quantity: How much, in the contribution's unit.
        unit: That unit.
        terms: What has to hold, as voiced then. They add to the earlier ones.
        withdrawn_terms: Texts of earlier terms that are taken back.
        fulfilment: The chance that what is offered arrives.
        available: The days on which it can be there.
        notice_days: Days from activation to moving.
        transit_days: Days from moving to arriving.
        caveats: What it may not be used for.
        part_of: The contribution that already counts this one.
        releasable_to: The audiences that may see the step; everybody may see ``public``.
        note: Anything else.
    """

    since: date | None
    evidence: tuple[str, ...]
    firmness: Firmness | None = None
    quantity: Quantity | None = None
    unit: str | None = None
    terms: tuple[Term, ...] = ()
    withdrawn_terms: tuple[str, ...] = ()
    fulfilment: Chance | None = None
    available: Window | None = None
    notice_days: int | None = None
    transit_days: int | None = None
    caveats: tuple[str, ...] | None = None
    part_of: str | None = None
    releasable_to: tuple[str, ...] | None = None
    note: str | None = None

    def __post_init__(self) -> None:
        if not self.evidence:
            msg = "a step cites the statements it rests on"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What a party offers, or has refused, over all its steps.

    Attributes:
        id: Its id in the operation.
        party: Code of the party that offers it.
        capability: Of which kind; ``None`` where nobody disclosed it.
        base: What the entry itself gives beside its steps; every step can override it.
        steps: What became known, in order of the file. Never empty.
    """

    id: str
    party: str
    capability: str | None
    base: "Base"
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What a contribution says once, for all its steps."""

    unit: str = ""
    available: Window | None = None
    notice_days: int | None = None
    transit_days: int | None = None
    caveats: tuple[str, ...] = ()
    part_of: str | None = None
    releasable_to: tuple[str, ...] = (PUBLIC,)
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A contribution as it stands in a view: what its latest known and releasable step says.

    Attributes:
        sources: For each key that a step gave, the statements of that step.
        since: Day from which the latest step was known.
        first_since: Day from which the first step was known.
        terms: The terms known that day and not taken back; common terms are not among them.
    """

    id: str
    party: str
    capability: str | None
    unit: str
    firmness: Firmness
    quantity: Quantity = UNDISCLOSED
    terms: tuple[Term, ...] = ()
    fulfilment: Chance = UNKNOWN
    available: Window | None = None
    notice_days: int | None = None
    transit_days: int | None = None
    caveats: tuple[str, ...] = ()
    part_of: str | None = None
    note: str = ""
    since: date
    first_since: date
    sources: dict[str, tuple[str, ...]]

    @property
    def evidence(self) -> tuple[str, ...]:
        """Every statement that the offer rests on, each once, in order of its steps."""
        cited = [*self.sources.values(), *(term.evidence for term in self.terms)]
        return tuple(dict.fromkeys(name for names in cited for name in names))


STEP_KEYS = tuple(
    field.name
    for field in fields(Step)
    if field.name not in {"since", "evidence", "terms", "withdrawn_terms", "releasable_to"}
)
"""The keys that a later step overrides one by one."""
