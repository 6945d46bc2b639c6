"""Who has offered what, how firmly, and what changed between two days?"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from guarantor.errors import Unusable
from guarantor.model import Operation
from guarantor.room.facets import Facet, facet_counts, has_words, narrowed
from guarantor.room.heading import asked
from guarantor.room.labels import capability_words
from guarantor.room.ledger_documents import LedgerRow, LedgerView
from guarantor.room.ledger_grid import grid
from guarantor.room.ledger_rows import (
    change_rows,
    changes_since,
    days_of_change,
    ledger_rows,
    rung,
)
from guarantor.room.naming import party_name
from guarantor.room.news import news
from guarantor.room.options import Options
from guarantor.room.rows import iso
from guarantor.room.sorting import sorted_by
from guarantor.viability import Engine

UNDISCLOSED = "undisclosed"
"""The value of a capability that nobody disclosed, in the address."""

_BASES = ("stated", "reported", UNDISCLOSED)

COLUMNS: dict[str, Any] = {
    "id": lambda row: row["id"],
    "party": lambda row: row["party_name"].casefold(),
    "capability": lambda row: row["capability"],
    "firmness": lambda row: rung(row["firmness"]),
    "quantity": lambda row: row["quantity_high"],
    "basis": lambda row: row["quantity_basis"],
    "since": lambda row: row["since"],
    "days": lambda row: row["days"],
    "there": lambda row: row["there"],
}
"""What the ledger may be sorted by; firmness weakest first."""


@dataclass(frozen=True, kw_only=True)
class Facets:
    """What the ledger is narrowed to; of each, one of the values is enough.

    Attributes:
        party: Codes of parties.
        capability: Capabilities; ``undisclosed`` is one that nobody disclosed.
        firmness: Words of firmness.
        basis: On whose word the quantity stands: ``stated``, ``reported`` or ``undisclosed``.
        text: Words that all have to stand in the row.
    """

    party: tuple[str, ...] = ()
    capability: tuple[str, ...] = ()
    firmness: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    text: str = ""


def ledger_view(
    operation: Operation,
    options: Options,
    facets: Facets | None = None,
    *,
    sort: str = "",
    compare: date | None = None,
) -> LedgerView:
    """Return the offers in view, narrowed and sorted (schema ``guarantor/ledger-view/1``).

    Args:
        operation: Everything on record.
        options: How it is asked.
        facets: What to narrow it to; nothing where left out.
        sort: A column of :data:`COLUMNS`, with ``-`` in front for the last first; the order of
            the folder where empty.
        compare: The day since which changes are told.

    Raises:
        UnknownId: An option names what is not in view.
        Unusable: There is no such column, or the day compared with is after the day asked from.
    """
    chosen = facets or Facets()
    view = options.view(operation)
    engine = Engine(view, options.question(view), options.method)
    if compare is not None and compare > view.as_known_on:
        msg = (
            f"{compare} is after {view.as_known_on}, the day asked from; compare with a day before"
        )
        raise Unusable(msg)
    before, since = changes_since(operation, options, view, compare)
    found = ledger_rows(engine, days_of_change(operation, options, view), since, before)
    by = _facets(engine, chosen)
    said = [row for row in found if _has_words(row, chosen.text)]
    rows = sorted_by(narrowed(said, by), sort, COLUMNS, lambda row: row["id"])
    return {
        "schema": "guarantor/ledger-view/1",
        **asked(view, engine.question, options),
        "activation": iso(view.activation),
        "compare": iso(compare),
        "sort": sort,
        "total": len(found),
        "rows": rows,
        "facets": facet_counts(said, by),
        "text": chosen.text,
        "columns": list(COLUMNS),
        "grid": grid(view, rows),
        "days": [
            {
                "day": one.day.isoformat(),
                "statements": len(one.statements),
                "changes": len(one.changes),
            }
            for one in news(operation, options)
        ],
        "changes": change_rows(since),
    }


def _facets(engine: Engine, chosen: Facets) -> list[Facet[LedgerRow]]:
    view = engine.view
    return [
        Facet(
            name="party",
            values=lambda row: (row["party"],),
            chosen=chosen.party,
            label=lambda code: party_name(view, code),
            order=lambda code: (0, party_name(view, code).casefold()),
        ),
        Facet(
            name="capability",
            values=lambda row: (row["capability"] or UNDISCLOSED,),
            chosen=chosen.capability,
            label=lambda name: UNDISCLOSED if name == UNDISCLOSED else capability_words(name),
        ),
        Facet(
            name="firmness",
            values=lambda row: (row["firmness"],),
            chosen=chosen.firmness,
            order=_firmest_first,
        ),
        Facet(
            name="basis",
            values=lambda row: (row["quantity_basis"],),
            chosen=chosen.basis,
            order=lambda basis: (_BASES.index(basis) if basis in _BASES else len(_BASES), basis),
        ),
    ]


def _firmest_first(word: str) -> tuple[float, str]:
    try:
        return -rung(word), word
    except ValueError:  # an address may ask for a word that is none
        return 2, word


def _has_words(row: LedgerRow, wanted: str) -> bool:
    terms = (term["sentence"] for term in row["terms"])
    return has_words(
        wanted,
        row["id"],
        row["party"],
        row["label"],
        row["party_name"],
        row["firmness"],
        row["quantity"],
        row["unit"],
        row["note"],
        *row["caveats"],
        *terms,
    )
