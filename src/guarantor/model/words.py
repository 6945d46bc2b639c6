"""The closed lists: the words that a record may use, and no others."""

from enum import StrEnum


class Firmness(StrEnum):
    """How far a party has bound itself: the ladder, weakest first, and the states beside it."""

    FLOATED = "floated"
    SIGNALLED = "signalled"
    PLEDGED = "pledged"
    ALLOCATED = "allocated"
    COMMITTED = "committed"
    DELIVERED = "delivered"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    DENIED = "denied"
    SUSPENDED = "suspended"
    UNDISCLOSED = "undisclosed"

    @property
    def is_offer(self) -> bool:
        """Whether a contribution in this state can be offered at all."""
        return self not in NEVER_OFFERED

    def is_at_least(self, floor: "Firmness") -> bool:
        """Tell whether this is an offer on or above a floor; undisclosed counts as floated."""
        return self.is_offer and LADDER.index(self.rung) >= LADDER.index(floor)

    @property
    def rung(self) -> "Firmness":
        """The rung of the ladder it counts on: undisclosed firmness counts as floated."""
        return Firmness.FLOATED if self is Firmness.UNDISCLOSED else self


LADDER = (
    Firmness.FLOATED,
    Firmness.SIGNALLED,
    Firmness.PLEDGED,
    Firmness.ALLOCATED,
    Firmness.COMMITTED,
    Firmness.DELIVERED,
)
NEVER_OFFERED = frozenset(
    {Firmness.DECLINED, Firmness.WITHDRAWN, Firmness.DENIED, Firmness.SUSPENDED}
)
FLOORS = (Firmness.PLEDGED, Firmness.SIGNALLED, Firmness.FLOATED)
"""The floors that every assessment compares, firmest first."""


class Basis(StrEnum):
    """On whose word a term stands."""

    STATED = "stated"
    REPORTED = "reported"
    READ = "read"
    ASSUMED = "assumed"


class Standing(StrEnum):
    """In which office a speaker spoke."""

    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    MINISTER = "minister"
    OFFICIAL = "official"
    LEGISLATOR = "legislator"
    PARLIAMENT = "parliament"
    COURT = "court"
    OPPOSITION = "opposition"
    SPOKESPERSON = "spokesperson"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    ARMED_GROUP = "armed_group"
    PRESS = "press"


class Stance(StrEnum):
    """What a statement does."""

    ASSERTED = "asserted"
    DENIED = "denied"
    CONDITIONAL = "conditional"
    PLEDGED = "pledged"
    REFUSED = "refused"
    REQUESTED = "requested"
    UNDISCLOSED = "undisclosed"
    WITHDRAWN = "withdrawn"
    SUSPENDED = "suspended"


class Attribution(StrEnum):
    """How a statement is attributed."""

    NAMED = "named"
    SPOKESPERSON = "spokesperson"
    COLLECTIVE = "collective"
    ANONYMOUS = "anonymous"
    REPORTED_BY_OTHER = "reported_by_other"
    MEDIA_TALLY = "media_tally"


OWN_WORD = frozenset({Attribution.NAMED, Attribution.SPOKESPERSON, Attribution.COLLECTIVE})
"""Attributions under which a party's word is its own."""


class DateBasis(StrEnum):
    """Whether a publication day stood on the page or was inferred."""

    PAGE = "page"
    INFERRED = "inferred"


class RecordState(StrEnum):
    """What a record says of a proposition; only the first two settle it."""

    HOLDS = "holds"
    FAILS = "fails"
    STANDS = "stands"
    REFUSED = "refused"
    CONTESTED = "contested"
    OPEN = "open"


class Role(StrEnum):
    """What a party is in the operation."""

    FRAMEWORK_NATION = "framework_nation"
    CONTRIBUTOR = "contributor"
    HOST = "host"
    GUARANTEEING_STATE = "guaranteeing_state"
    PARTY_TO_THE_CONFLICT = "party_to_the_conflict"
    OBSERVER = "observer"


class Priority(StrEnum):
    """Whether a requirement set is met without a line."""

    ESSENTIAL = "essential"
    DESIRED = "desired"


class Status(StrEnum):
    """Whether an operation is still being assembled."""

    LIVE = "live"
    HISTORICAL = "historical"


class EventKind(StrEnum):
    """What kind of event happened or is planned."""

    MEETING = "meeting"
    AGREEMENT = "agreement"
    CEASEFIRE = "ceasefire"
    DEPLOYMENT = "deployment"
    DEADLINE = "deadline"
    CONTESTED = "contested"
    OTHER = "other"


class EventStatus(StrEnum):
    """What is known of an event."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"
    CLAIMED = "claimed"
    DENIED = "denied"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"


class ChangeKind(StrEnum):
    """What kind of change is asked for."""

    SECURE = "secure"
    JOIN = "join"
    DROP = "drop"
    FIRM = "firm"
    FULFIL = "fulfil"
    DISCLOSE = "disclose"
    ADD = "add"


class AskAnswer(StrEnum):
    """How an ask was answered so far."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    PARTLY = "partly"
    EVADED = "evaded"


class Topic(StrEnum):
    """What has to be arranged before a force can act."""

    COMMAND = "command"
    HEADQUARTERS = "headquarters"
    LEGAL_BASIS = "legal_basis"
    MANDATE = "mandate"
    RULES_OF_ENGAGEMENT = "rules_of_engagement"
    AREA = "area"
    FUNDING = "funding"
    EXIT = "exit"


class ArrangementState(StrEnum):
    """How far an arrangement is made."""

    DECIDED = "decided"
    OPEN = "open"
    CONTESTED = "contested"
    UNKNOWN = "unknown"
