"""The ledger and the history of an offer as tables."""

from guarantor.export import Cell, Table
from guarantor.room.ledger_documents import History, HistoryEntry, LedgerRow, LedgerView
from guarantor.room.tables.making import listed, table, terms

LEDGER = (
    "id",
    "party",
    "party_name",
    "capability",
    "firmness",
    "is_offer",
    "quantity",
    "quantity_low",
    "quantity_high",
    "unit",
    "quantity_basis",
    "part_of",
    "since",
    "days",
    "terms",
    "caveats",
    "there",
    "can_stand_nobody_moves_first",
    "can_stand_moving_together",
    "is_new",
    "changed",
    "evidence",
    "note",
)
HISTORY = (
    "offer",
    "day",
    "changes",
    "firmness",
    "is_offer",
    "quantity",
    "quantity_low",
    "quantity_high",
    "unit",
    "quantity_basis",
    "terms",
    "caveats",
    "evidence",
    "note",
)


def ledger_table(document: LedgerView) -> Table:
    """Return the offers listed, a row each.

    What nobody disclosed is ``undisclosed`` in words; in numbers its bounds stand, empty where
    nothing bounds it.
    """
    return table("ledger", LEDGER, map(ledger_cells, document["rows"]))


def ledger_cells(row: LedgerRow) -> dict[str, Cell]:
    """Return an offer under its columns."""
    return {
        "id": row["id"],
        "party": row["party"],
        "party_name": row["party_name"],
        "capability": row["capability"] or "undisclosed",
        "firmness": row["firmness"],
        "is_offer": row["is_offer"],
        **_quantity(row),
        "part_of": row["part_of"],
        "since": row["since"],
        "days": row["days"],
        "terms": terms(row["terms"]),
        "caveats": listed(row["caveats"]),
        "there": row["there"],
        "can_stand_nobody_moves_first": row["can_stand"]["nobody_moves_first"],
        "can_stand_moving_together": row["can_stand"]["moving_together"],
        "is_new": row["is_new"],
        "changed": row["changed"],
        "evidence": listed(row["evidence"]),
        "note": row["note"],
    }


def history_table(document: History) -> Table:
    """Return the days on which an offer changed, a row each."""
    offer = document["row"]["id"]
    return table(
        "history",
        HISTORY,
        (
            {
                "offer": offer,
                "day": entry["day"],
                "changes": " ".join(entry["changes"]),
                "firmness": entry["firmness"],
                "is_offer": entry["is_offer"],
                **_quantity(entry),
                "terms": terms(entry["terms"]),
                "caveats": listed(entry["caveats"]),
                "evidence": listed(said["id"] for said in entry["evidence"]),
                "note": entry["note"],
            }
            for entry in document["entries"]
        ),
    )


def _quantity(row: LedgerRow | HistoryEntry) -> dict[str, Cell]:
    """Return a quantity; one that nobody disclosed is never 0."""
    is_disclosed = row["quantity_basis"] != "undisclosed"
    return {
        "quantity": row["quantity"],
        "quantity_low": row["quantity_low"] if is_disclosed else row["quantity_low"] or None,
        "quantity_high": row["quantity_high"],
        "unit": row["unit"],
        "quantity_basis": row["quantity_basis"],
    }
