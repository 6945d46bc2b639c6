"""What to ask for as a table."""

from collections.abc import Mapping

from guarantor.brief.document import AskRow, AsksDocument
from guarantor.export import Cell, Table
from guarantor.room.tables.making import listed, table

ASKS = (
    "change",
    "kind",
    "subject",
    "detail",
    "sentence",
    "gain_at_low",
    "gain_at_high",
    "gain_per_cost_at_low",
    "gain_per_cost_at_high",
    "offers_regained",
    "offers_lost",
    "cut_sets_removed_disclosed",
    "cut_sets_removed_undisclosed_enough",
    "makes_possible_disclosed",
    "makes_possible_undisclosed_enough",
    "cost",
    "cost_given",
    "asked",
    "in_best_set",
)


def asks_table(document: AsksDocument) -> Table:
    """Return what to ask for, the best first, a row each; moving together."""
    best = document["best"]["changes"]
    rows = ({**_cells(row), "in_best_set": row["change"] in best} for row in document["rows"])
    return table("asks", ASKS, rows)


def _cells(row: AskRow) -> dict[str, Cell]:
    gain, per_cost = row["gain"], row["gain_per_cost"]
    possible = row["makes_possible"]
    return {
        "change": row["change"],
        "kind": row["kind"],
        "subject": row["subject"],
        "detail": row["detail"],
        "sentence": row["sentence"],
        "gain_at_low": gain["moving_together"]["at_low"] if gain else None,
        "gain_at_high": gain["moving_together"]["at_high"] if gain else None,
        "gain_per_cost_at_low": per_cost["moving_together"]["at_low"] if per_cost else None,
        "gain_per_cost_at_high": per_cost["moving_together"]["at_high"] if per_cost else None,
        "offers_regained": _offers(row["offers_regained"]),
        "offers_lost": _offers(row["offers_lost"]),
        "cut_sets_removed_disclosed": row["cut_sets_removed"]["disclosed"],
        "cut_sets_removed_undisclosed_enough": row["cut_sets_removed"]["undisclosed_enough"],
        "makes_possible_disclosed": possible["disclosed"]["moving_together"],
        "makes_possible_undisclosed_enough": possible["undisclosed_enough"]["moving_together"],
        "cost": row["cost"],
        "cost_given": row["cost_given"],
        "asked": listed(one["id"] for one in row["asked"]),
    }


def _offers(by_firmness: Mapping[str, list[str]]) -> str:
    return listed(name for names in by_firmness.values() for name in names)
