"""What the documents of the evidence hold."""

from typing import Literal

from typing_extensions import TypedDict

from guarantor.brief.document import StatementRow
from guarantor.room.facets import FacetValue
from guarantor.room.heading import Asked


class OriginRow(TypedDict):
    """A report, with the pages that it stands on: everything on them has one origin."""

    origin: str  # an address, a document of the folder, a name, or the id of a sourceless statement
    site: str | None  # the host of a page of the web
    in_folder: bool  # the address is that of a text kept in the folder
    documents: list[str]  # the addresses of those in which it is found
    reasons: list[str]  # in sentences why they have this origin, where somebody or something said
    statements: list[str]
    first: str  # published
    last: str


class Side(TypedDict):
    """One side of a contradiction."""

    side: Literal["needs", "against", "for", "own_word", "others"]
    label: str
    statements: list[StatementRow]


class Contradiction(TypedDict):
    """Two sides of one matter; ``offers`` cannot stand while a refusal or promise lasts."""

    code: Literal[
        "refusal_against_term",
        "promise_against_term",
        "contested",
        "contradicting_statements",
        "condition_left_out",
    ]
    id: str  # a literal, a proposition or a party
    text: str
    state: str | None  # of the latest record
    since: str | None
    by: list[str]  # the parties whose refusal or promise it is
    offers: list[str]
    sides: list[Side]


class EvidenceView(Asked):
    """Who said what, schema ``guarantor/evidence-view/1``."""

    schema: Literal["guarantor/evidence-view/1"]
    sort: str
    total: int  # statements in view; `statements` has those that the facets leave
    statements: list[StatementRow]
    facets: dict[str, list[FacetValue]]  # about, speaker, stance, origin
    text: str  # the words that were looked for
    columns: list[str]  # what may be sorted by
    origins: list[OriginRow]  # of the statements listed, in order of first publication
    contradictions: list[Contradiction]  # of everything in view


RestKind = Literal[
    "offer",
    "term",
    "party",
    "party_term",
    "common_term",
    "proposition",
    "record",
    "requirement",
    "requirement_line",
    "parameter",
    "arrangement",
    "event",
    "ask",
]


class Rest(TypedDict):
    """Something that rests on a statement."""

    kind: RestKind
    id: str
    label: str
    gives: str  # in words what the statement gives it
    alone: bool  # nothing else in view is cited for that


class StatementView(Asked):
    """One statement and what rests on it, schema ``guarantor/statement/1``."""

    schema: Literal["guarantor/statement/1"]
    statement: StatementRow
    origin: OriginRow
    same_origin: list[StatementRow]  # the others of its report
    rests_on_it: list[Rest]
    without_it: list[str] | None  # what becomes of the answer; None where that was not worked out
    text: str | None  # of its document
    no_text: str | None  # in a sentence why there is none
    passage: tuple[int, int] | None  # where it stands in the text, counted in Unicode characters
