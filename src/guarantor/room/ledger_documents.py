"""What the documents of the ledger hold."""

from typing import Literal

from typing_extensions import TypedDict

from guarantor.brief.document import OfferRow, StatementRow, TermRow
from guarantor.room.facets import FacetValue
from guarantor.room.heading import Asked


class LedgerRow(OfferRow):
    """An offer as it stands, with what changed of it."""

    label: str
    party_name: str
    capability_words: str
    days: int  # on so many days something of it became known, up to the day asked from
    is_new: bool  # not yet known on the day compared with
    changed: str | None  # since that day, in sentences; None where nothing did


class Amount(TypedDict):
    """What the offers of a cell sum to in one unit; stated and reported are never added."""

    unit: str
    basis: Literal["stated", "reported"]
    low: float
    high: float | None
    words: str


class GridCell(TypedDict):
    """What one party offers of one capability; ``None`` is a capability nobody disclosed."""

    party: str
    capability: str | None
    offers: list[str]
    firmest: str
    amounts: list[Amount]
    undisclosed: int  # offers of which nobody disclosed how much


class Axis(TypedDict):
    """A row or a column of the grid; an id of ``None`` is a capability nobody disclosed."""

    id: str | None
    label: str


class Grid(TypedDict):
    """The offers listed, by party and capability; cells without an offer are left out."""

    parties: list[Axis]
    capabilities: list[Axis]
    cells: list[GridCell]


class DayOfNews(TypedDict):
    """One day on which something became known."""

    day: str
    statements: int
    changes: int


class ChangeRow(TypedDict):
    """One thing that became known between two days."""

    kind: str  # statement | offer | record | party_term | event | ask
    id: str
    key: str
    before: str
    after: str
    evidence: list[str]
    sentence: str


class LedgerView(Asked):
    """Who has offered what, schema ``guarantor/ledger-view/1``."""

    schema: Literal["guarantor/ledger-view/1"]
    activation: str | None
    compare: str | None  # the day compared with
    sort: str
    total: int  # offers in view; `rows` has those that the facets leave
    rows: list[LedgerRow]
    facets: dict[str, list[FacetValue]]  # party, capability, firmness, basis
    text: str  # the words that were looked for
    columns: list[str]  # what may be sorted by
    grid: Grid
    days: list[DayOfNews]  # over all days, later ones than the day asked from among them
    changes: list[ChangeRow]  # of anything, since the day compared with


class HistoryEntry(TypedDict):
    """How an offer stood at the end of a day on which it changed."""

    day: str
    changes: list[str]  # sentences
    firmness: str
    is_offer: bool
    unit: str
    quantity: str
    quantity_low: float
    quantity_high: float | None
    quantity_basis: str  # stated | reported | undisclosed
    terms: list[TermRow]
    caveats: list[str]
    note: str
    evidence: list[StatementRow]  # what became known that day rests on these


class History(Asked):
    """How an offer came to stand as it does, schema ``guarantor/history/1``."""

    schema: Literal["guarantor/history/1"]
    row: LedgerRow
    entries: list[HistoryEntry]  # earliest first
