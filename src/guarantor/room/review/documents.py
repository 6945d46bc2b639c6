"""What the documents of the review hold."""

from typing import Any, Literal, NotRequired

from typing_extensions import TypedDict

from guarantor.brief.document import StatementRow

State = Literal["open", "awaiting", "accepted", "rejected", "split", "merged"]
DraftKind = Literal["step", "contribution", "record"]


class ReviewHeading(TypedDict):
    """What stands on every document of the review."""

    operation: str
    name: str
    audience: str
    marking: str
    as_known_on: str


class Fields(TypedDict):
    """A statement as a form; the columns of ``statements.csv`` but for its id, days and source."""

    speaker: str
    speaker_party: list[str]
    standing: str
    about: list[str]
    kind: str
    stance: str
    firmness: str | None
    quantity: str
    unit: str
    condition: str
    expression: str  # the condition over ids of the operation; it becomes a term, not a column
    said_on: str | None
    paraphrase: str
    attribution: str
    reliability: str
    credibility: str


class Verdict(TypedDict):
    """What somebody decided on an item."""

    by: str
    at: str
    decided: State


class DayNamed(TypedDict):
    """A day that a clause names; ``None`` where the day of the document would have to be known."""

    text: str
    day: str | None


class Disagreement(TypedDict):
    """What is on record and does not agree with an item."""

    code: str
    message: str
    statements: list[StatementRow]


class Item(TypedDict):
    """A proposal, or what a person added, and what was decided on it."""

    id: str
    start: int  # in the text, counted in Unicode characters, half-open
    end: int
    quote: str
    fields: Fields
    days: list[DayNamed]
    is_quoted: bool
    rule: str  # what proposed it: a rule, a language model, or who added it
    note: str
    state: State
    verdicts: list[Verdict]
    statement: str | None  # the id of the statement that it became
    unknown_parties: list[str]  # codes that are no parties of the operation
    disagreements: list[Disagreement]
    related: list[StatementRow]  # on record about the same parties and subject, latest first


class Sentence(TypedDict):
    """A sentence of the text, or a heading."""

    start: int
    end: int
    passage: int  # number of the passage; a repeated one stands in several places
    repeated: bool  # whether it stood earlier already
    boilerplate: bool


class DocumentRow(TypedDict):
    """A document in the queue."""

    id: str
    source: str
    title: str
    site: str
    published_on: str | None
    date_basis: str | None
    origin: str  # address or words
    reason: str
    same_origin: list[str]  # ids of the other documents of that origin
    releasable_to: list[str]
    read_from: str
    sha256: str
    text: bool  # whether its text is kept
    statements: int  # statements on record from it


class Counted(DocumentRow):
    """A document in the queue, with how far its review is."""

    open: int | None  # `None` where nobody looked yet: of many documents the last ones are read
    awaiting: int
    accepted: int
    rejected: int


class Named(TypedDict):
    """A party to choose."""

    code: str
    name: str


class Choices(TypedDict):
    """What the form lets one choose."""

    stances: list[str]
    standings: list[str]
    firmness: list[str]
    attributions: list[str]
    kinds: list[str]
    reliability: list[str]
    credibility: list[str]
    states: list[str]  # of the record of a proposition
    parties: list[Named]
    contributions: list[str]
    propositions: list[str]
    audiences: list[str]


class Decided(TypedDict):
    """A decision in the log, latest first."""

    first: int  # number of its first entry
    last: int
    by: str
    at: str
    said: str
    undone: bool


class ReviewQueue(ReviewHeading):
    """Every document that waits for a review, schema ``guarantor/review/1``."""

    schema: Literal["guarantor/review/1"]
    may_write: bool
    why_not: str | None  # in a sentence, where nothing may be written
    reviewers: int  # how many persons have to agree: 1 or 2
    documents: list[Counted]
    choices: Choices
    log: list[Decided]


class ReviewDocument(ReviewHeading):
    """A document with its proposals, schema ``guarantor/review-document/1``."""

    schema: Literal["guarantor/review-document/1"]
    document: DocumentRow
    text: str | None
    no_text: str | None
    sentences: list[Sentence]
    items: list[Item]


class StepDraft(TypedDict):
    """What an accepted statement implies for the operation, for a person to mend and take."""

    kind: DraftKind
    of: str  # a contribution or a proposition; of a new contribution its id
    title: str
    why: str
    content: dict[str, Any]  # a step, a contribution or a record, as the folder writes it
    awaiting: NotRequired[str]  # who took it, where another person has to take the very same


class Drafts(ReviewHeading):
    """The steps that a statement implies, schema ``guarantor/drafts/1``."""

    schema: Literal["guarantor/drafts/1"]
    statement: StatementRow
    drafts: list[StepDraft]


class CheckedForm(ReviewHeading):
    """What on record does not agree with a form, schema ``guarantor/checked-form/1``."""

    schema: Literal["guarantor/checked-form/1"]
    unknown_parties: list[str]
    disagreements: list[Disagreement]
    related: list[StatementRow]


class Turned(TypedDict):
    """One of the five answers, before and after a decision."""

    question: str
    before: list[str]
    after: list[str]


class Effect(TypedDict):
    """What a decision changed, shown after it was taken."""

    changes: list[str]  # what became known, in sentences
    answers: list[Turned]  # those that read otherwise now
    chance_before: str
    chance_after: str


class Decision(TypedDict):
    """What was entered, schema ``guarantor/decision/1``."""

    schema: Literal["guarantor/decision/1"]
    entries: list[int]
    said: str
    document: str | None
    item: str | None
    statement: str | None
    effect: NotRequired[Effect]
