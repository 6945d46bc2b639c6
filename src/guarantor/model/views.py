"""What an engine sees: an operation as known on a day, to an audience."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from guarantor.model.asks import Ask
from guarantor.model.contributions import CommonTerm, Offer, Term
from guarantor.model.evidence import Arrangement, Event, KnownDocument, Statement
from guarantor.model.operations import (
    Parameter,
    Party,
    Proposition,
    Record,
    Requirement,
)
from guarantor.model.words import Firmness, RecordState, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """An operation as known on a day, to an audience, without some statements.

    Conditions name only ids that are in view: one that the audience may not see or that was not
    known that day is replaced by what is never true. Records, terms, statements and events are
    those known that day, in order of becoming known.

    Attributes:
        audience: For whom the view is made.
        audiences: The named audiences that may see no more than this one.
        as_known_on: The day asked from.
        without: The statements and bases that the view does without.
        offers: The contributions, each as its latest known and releasable step says.
        statements: The statements published by the day, but those left out or withheld.
        documents: The documents on record that the audience may know of, by their addresses.
        origins: The report that each of them comes from: an address, or the report in words.
        asks: The asks put by the day, each open until the day it was answered; what they ask of is
            in view.
    """

    id: str
    name: str
    question: str
    theatre: str
    status: Status
    activation: date | None
    valid_on: date | None
    as_known_on: date
    requirement: str
    firm: Firmness
    notice_days_default: Parameter | None
    note: str
    audience: str
    audiences: tuple[str, ...]
    without: tuple[str, ...]
    groups: Mapping[str, tuple[str, ...]]
    parameters: Mapping[str, Parameter]
    common_terms: tuple[CommonTerm, ...]
    parties: Mapping[str, Party]
    propositions: Mapping[str, Proposition]
    offers: Mapping[str, Offer]
    requirements: Mapping[str, Requirement]
    statements: Mapping[str, Statement]
    events: Mapping[str, Event]
    asks: Mapping[str, Ask]
    arrangements: tuple[Arrangement, ...]
    documents: Mapping[str, KnownDocument] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)

    def terms_of(self, offer: Offer) -> tuple[Term, ...]:
        """Return every term an offer waits for: its own, its party's, then those it shares."""
        shared = (common.term for common in self.common_terms if common.binds(offer))
        return (*offer.terms, *self.parties[offer.party].terms, *shared)

    def origin(self, said: Statement) -> str:
        """Return the report that a statement comes from: statements of one origin are one source.

        That is the address of its document, or of the one whose report the document repeats, or
        that report's name; the id of the statement where it cites none.
        """
        return self.origins.get(said.address, said.address) or said.id

    def latest(self, proposition: str) -> Record | None:
        """Return the latest record known of a proposition."""
        record = self.propositions[proposition].record
        return record[-1] if record else None

    def settled(self, proposition: str, valid_on: date | None) -> bool | None:
        """Return whether a proposition is settled as true or false, or ``None`` if it is not.

        A record with an ``until`` settles up to that day of the *valid on* clock; where that day
        is unknown, dates are left aside.
        """
        latest = self.latest(proposition)
        if latest is None or latest.state not in {RecordState.HOLDS, RecordState.FAILS}:
            return None
        if latest.until is not None and valid_on is not None and valid_on >= latest.until:
            return None
        return latest.state is RecordState.HOLDS
