"""The assessment document: what every brief, page and program reads.

One JSON object, numbers unrounded, ids as in the folder. ``R`` has one value for each of the two
readings, ``I`` one for each end of an interval. The keys up to ``evidence`` answer the question
asked; those after it carry what is needed to tell it with its sources.
"""

from typing import Generic, NotRequired, TypeVar

from typing_extensions import TypedDict  # what reads shapes needs this one below Python 3.12

T = TypeVar("T")


class R(TypedDict, Generic[T]):
    """One value for each reading."""

    nobody_moves_first: T
    moving_together: T


class I(TypedDict):  # noqa: E742  the design's own letter
    """An interval; ``None`` leaves an end open."""

    low: float | None
    high: float | None


class Disclosure(TypedDict, Generic[T]):
    """One value on what was disclosed, one if the undisclosed were enough."""

    disclosed: T
    undisclosed_enough: T


class Switched(TypedDict):
    """What was switched beside the suppositions; left out where nothing was."""

    decides: NotRequired[list[str]]  # parties taken to have decided; their terms must still hold
    parameters: NotRequired[dict[str, float]]  # assumed parameters set to another value


class Coverage(TypedDict):
    """How much this file has heard."""

    statements: int
    origins: int
    last_heard: str | None


class Logic(TypedDict):
    """What has to hold; sets shortest first, ``complete`` if that is all of them."""

    possible: bool
    must_hold: list[str]
    cut_sets: list[list[str]]
    count: int
    complete: bool
    is_counted: bool
    path_sets: list[list[str]]
    path_count: int | None
    path_complete: bool


class DependenceFree(I):
    """What a chance lies between, however the uncertain events hang together."""

    low_is_best: bool
    high_is_best: bool


class Floor(TypedDict):
    """Whether it adds up from one firmness upwards, and which offers can stand there."""

    floor: str
    possible: Disclosure[R[bool]]
    offers: R[list[str]]


class Weakened(TypedDict):
    """An offer that now needs an alternative; any one of the sets would do."""

    offer: str
    now_needs: list[list[str]]


class HangsOn(TypedDict):
    """What is lost when a proposition or party fails."""

    id: str
    kind: str  # proposition | party
    lost: list[str]
    lost_by_firmness: dict[str, list[str]]
    weakened: list[Weakened]


class ChanceInterval(TypedDict):
    """A chance with the method that gave it."""

    low: float
    high: float
    method: str
    standard_error: NotRequired[I]  # where it was sampled, as the next two
    runs: NotRequired[int]
    seed: NotRequired[int]


class LesserChance(I):
    """A chance beside the main one; it is exact unless its method says otherwise."""

    method: NotRequired[str]
    standard_error: NotRequired[I]
    runs: NotRequired[int]
    seed: NotRequired[int]


class Ends(TypedDict):
    """A measure at the low and at the high end of every input; this is not an interval."""

    at_low: float
    at_high: float


class ImportanceRow(TypedDict):
    """How far a proposition or a party decides whether the need is met."""

    id: str
    kind: str
    birnbaum: R[Ends]
    criticality: R[Ends]
    shapley: R[Ends]
    banzhaf: R[Ends]


class MethodRow(TypedDict):
    """How chances were asked for."""

    kind: str
    nodes: int
    seed: int
    tolerance: float
    most_runs: int


class Quantiles(TypedDict):
    """How much is delivered to a line; an end is ``None`` where nothing bounds it."""

    p10: I  # reached with at least 90 %
    p50: I
    p90: I
    method: str
    runs: NotRequired[int]  # where it was sampled, as the next
    seed: NotRequired[int]


class LineResult(TypedDict):
    """A requirement line and what is held against it. Quantities in ``unit``."""

    id: str
    capability: str
    need: I
    unit: str
    priority: str
    met: NotRequired[R[LesserChance]]  # for the lines of the requirement asked about
    stated: I
    reported: I
    undisclosed: list[str]
    undisclosed_must_reach: float | None
    most_fielded: float | None
    quantiles: NotRequired[R[Quantiles]]  # for the lines of the requirement asked about
    possible: Disclosure[R[bool]]
    unknown_capability: list[str]  # offers whose capability nobody disclosed
    evidence: list[str]


class PartyResult(TypedDict):
    """Whether a party joins, and whether at least one of its offers stands."""

    code: str
    joins: R[LesserChance]
    contributes: R[LesserChance]


AlreadySo = TypedDict("AlreadySo", {"id": str, "is": str, "since": str})
"""A settled proposition; `is` is a keyword, so no class can say it."""


class Assumption(TypedDict):
    """Something nobody gave evidence for."""

    id: NotRequired[str]
    term: NotRequired[str]
    basis: str
    value: float | str | None
    low: float | None
    high: float | None
    note: str


class FindingRow(TypedDict):
    """A doubt about the data."""

    code: str
    message: str
    entry: str
    evidence: list[str]


class TermRow(TypedDict):
    """A term as text, as a sentence, and on whose word."""

    text: str
    sentence: str
    basis: str
    evidence: list[str]
    note: str
    common: bool
    needs: list[str]  # ids the term names, groups by their name


class OfferRow(TypedDict):
    """A contribution as it stands in the view."""

    id: str
    party: str
    capability: str | None
    unit: str
    firmness: str
    is_offer: bool  # not declined, withdrawn, denied or suspended
    quantity: str  # as a person reads it: "3,000–4,000", "undisclosed"
    quantity_low: float
    quantity_high: float | None
    quantity_basis: str  # stated | reported | undisclosed
    part_of: str | None
    since: str
    terms: list[TermRow]
    caveats: list[str]
    there: bool | None  # in place on the day asked about; None where that is left aside or unknown
    evidence: list[str]
    note: str
    can_stand: R[bool]  # at the floor asked about, all else as favourable as can be


class PartyRow(TypedDict):
    """A party; ``last_heard`` is the latest publication of a word of its own or about it."""

    code: str
    name: str
    roles: list[str]
    terms: list[TermRow]
    last_heard: str | None
    offers: list[str]
    statements: list[str]  # ids of statements by or about it
    note: str


class RecordRow(TypedDict):
    """What was known of a proposition from a day on."""

    since: str
    state: str
    evidence: list[str]
    note: str


class PropositionRow(TypedDict):
    """A proposition with its record up to the day."""

    id: str
    text: str
    when: str | None
    when_sentence: str | None
    basis: str | None
    chance: I
    chance_weight: NotRequired[float]
    chance_given: bool
    settled: bool | None
    record: list[RecordRow]
    settled_by: str
    note: str


class RequirementRow(TypedDict):
    """A published requirement set held against the same offers, at the floor asked about."""

    name: str
    text: str
    asked: bool  # the one the assessment answers
    lines: list[LineResult]
    possible: Disclosure[R[bool]]
    floors: list[Floor]
    evidence: list[str]
    note: str


class SweepRow(TypedDict):
    """How the answer turns with one parameter: one row for a parameter and a value in its range."""

    parameter: str
    value: float
    possible: Disclosure[R[bool]]
    offers: R[list[str]]
    chance: R[I] | None


class DayRow(TypedDict):
    """How things stood on one day on which something was published.

    ``parties`` is breadth: parties with an offer on record; ``offers`` by firmness is substance.
    """

    day: str
    statements: int
    parties: int
    offers_by_firmness: dict[str, int]
    offers_with_quantity: int
    can_stand: R[int]
    changed: list[str]  # contributions whose step became known that day
    events: list[str]
    on_record: dict[str, str]  # contribution id -> its firmness that day, offers only
    sized: list[str]  # those of them whose quantity was disclosed that day


class Wait(TypedDict):
    """Something that offers wait for: an id or ``undisclosed``, with the offers by basis."""

    id: str
    text: str
    by_basis: dict[str, list[str]]  # stated | reported | read | assumed -> contribution ids
    parties: list[str]
    settled: bool | None
    state: str | None  # of the latest record: refused, contested, stands, open, ...
    state_since: str | None
    state_evidence: list[str]
    evidence: list[str]


class Clash(TypedDict):
    """A refusal or promise that stands against what offers' or propositions' terms need."""

    code: str  # refusal_against_term | promise_against_term
    need: str  # the literal that is needed: "russia_consent", "not arms_flow"
    by: list[str]  # the parties whose refusal or promise it is
    offers: list[str]  # the offers that cannot stand while it lasts, all else favourable
    propositions: list[str]  # the propositions whose `when` needs it
    by_basis: dict[str, list[str]]  # basis of those terms -> offer or proposition ids
    with_alternative: list[str]  # those of them that could be in another way all the same
    since: str
    evidence: list[str]


class StatementRow(TypedDict):
    """A statement, as its page published it."""

    id: str
    said_on: str | None
    published_on: str
    date_basis: str
    speaker: str
    speaker_parties: list[str]
    standing: str
    about: list[str]
    kind: str
    stance: str
    firmness: str | None
    quantity: str
    unit: str
    condition: str
    paraphrase: str
    source: str
    attribution: str
    reliability: str
    credibility: int


class EventRow(TypedDict):
    """An event up to the day, or planned after it."""

    id: str
    day: str
    until: str | None
    kind: str
    text: str
    participants: list[str]
    status: str
    evidence: list[str]


class ArrangementRow(TypedDict):
    """How far something is arranged."""

    topic: str
    state: str
    text: str
    evidence: list[str]
    note: str


class Indispensable(TypedDict):
    """A statement without which the answer would be another one."""

    statement: str
    changes: list[str]  # sentences: what becomes of the answer without it


# --- uncertain chances --------------------------------------------------------------------------


class DriverRow(TypedDict):
    """How much of the spread comes from one uncertain chance."""

    id: str  # a proposition, a party, or a contribution for its fulfilment
    event: str
    share: float  # of the variance, from 0 to 1


class SpreadRow(TypedDict):
    """How far the chance that the requirement is met is spread."""

    mean: float
    deviation: float
    p10: float  # exceeded in nine of ten cases
    p50: float
    p90: float
    drivers: list[DriverRow]  # the largest share first
    together: float  # the share that no chance has alone
    draws: int
    seed: int


class SpreadEnds(TypedDict):
    """The spread at the low and at the high end of every interval; this is no interval."""

    at_low: SpreadRow
    at_high: SpreadRow


# --- over time ----------------------------------------------------------------------------------


class MonthRow(TypedDict):
    """How the requirement asked about stands so many months ahead."""

    month: int
    day: str
    offers_there: I  # offers in place: where notice is unknown counted as not, and as there
    met: R[ChanceInterval]
    throughout: R[ChanceInterval] | None  # in every month from `since` to this one; None before


class OverTime(TypedDict):
    """How the requirement asked about stands month by month."""

    counted_from: str  # activation | valid_on | as_known_on
    since: int | None  # the month from which a break counts; None where there is none
    months: list[MonthRow]


class AskedRow(TypedDict):
    """What the register of asks says of one ask."""

    id: str
    asked_by: list[str]
    asked: list[str]
    change: str | None  # what is asked for, as the register writes it; None where it is in words
    text: str
    asked_on: str
    due: str | None
    answer: str  # open | accepted | refused | partly | evaded
    answered_on: str | None
    cost: float | None
    evidence: list[str]
    note: str


class AskRow(TypedDict):
    """A change that may be asked for, and what it would bring by itself."""

    change: str
    kind: str  # secure | join | drop | firm | fulfil | disclose | add
    subject: str
    detail: str
    sentence: str
    gain: R[Ends] | None  # of the chance that the need is met; None where nothing bounds it
    gain_per_cost: R[Ends] | None
    offers_regained: dict[str, list[str]]  # firmness -> contribution ids
    offers_lost: dict[str, list[str]]
    cut_sets_removed: Disclosure[int | None]  # moving together
    makes_possible: Disclosure[R[bool]]
    cost: float
    cost_given: bool
    asked: list[AskedRow]


class Assessment(Switched):
    """The whole document, schema ``guarantor/assessment/1``."""

    schema: str
    operation: str
    requirement: str
    as_known_on: str
    valid_on: str | None
    audience: str
    firm: str
    priors: None
    suppose: dict[str, bool]
    without: list[str]
    coverage: Coverage
    logic: Disclosure[R[Logic]]
    by_firmness: list[Floor]
    hangs_on: list[HangsOn]
    weakens: list[HangsOn]  # what loses no offer but weakens some
    chance: R[ChanceInterval]
    method: MethodRow
    dependence_free: R[DependenceFree]
    importance: list[ImportanceRow]  # most decisive first; none where nothing gives chances
    asks: list[AskRow]  # what to ask for next, most gained first
    lines: list[LineResult]
    parties: list[PartyResult]
    pacts: list[list[str]]
    already_so: list[AlreadySo]
    assumptions: list[Assumption]
    findings: list[FindingRow]
    evidence: dict[str, list[str]]
    # What tells it, with its sources:
    name: str
    question: str
    theatre: str
    status: str
    activation: str | None
    note: str
    offers: list[OfferRow]
    party_rows: list[PartyRow]
    propositions: list[PropositionRow]
    requirements: list[RequirementRow]
    sweep: list[SweepRow]
    series: list[DayRow]
    waits: list[Wait]
    clashes: list[Clash]
    statements: list[StatementRow]
    events: list[EventRow]
    arrangements: list[ArrangementRow]
    indispensable: list[Indispensable]
    spread: NotRequired[R[SpreadEnds] | None]  # where a chance is uncertain; None where not exact
    over_time: NotRequired[OverTime]  # where months ahead are asked for


# What to ask for: the document of ``guarantor asks``, schema ``guarantor/asks/1``.


class BestSetRow(TypedDict):
    """The changes that together bring most."""

    changes: list[str]
    how: str  # proven | greedy
    by: str  # chance | logic
    most: int
    sets: int  # how many may be chosen, counted up to 2,001
    cost: float
    cost_limit: float | None
    before: R[I] | None
    after: R[I] | None
    at_most: float | None
    possible: Disclosure[R[bool]]
    offers: list[str]
    offers_at_most: int | None


class AsksDocument(Switched):
    """What to ask for, the best first."""

    schema: str
    operation: str
    name: str
    requirement: str
    as_known_on: str
    valid_on: str | None
    audience: str
    firm: str
    suppose: dict[str, bool]
    without: list[str]
    secure_only: bool  # the public of a live operation is told only what must be secured
    rows: list[AskRow]
    without_effect: list[str]
    best: BestSetRow
    other_asks: list[AskedRow]
