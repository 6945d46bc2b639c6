"""Statements, and what rests on one, as tables."""

from guarantor.export import Table
from guarantor.room.evidence_documents import EvidenceView, StatementView
from guarantor.room.tables.making import STATEMENT_COLUMNS, statement_cells, table

REST = ("statement", "kind", "id", "label", "gives", "alone")


def evidence_table(document: EvidenceView) -> Table:
    """Return the statements listed, a row each."""
    return table("evidence", STATEMENT_COLUMNS, map(statement_cells, document["statements"]))


def statement_table(document: StatementView) -> Table:
    """Return what rests on a statement, a row each."""
    said = document["statement"]["id"]
    return table(
        "statement",
        REST,
        (
            {
                "statement": said,
                "kind": rest["kind"],
                "id": rest["id"],
                "label": rest["label"],
                "gives": rest["gives"],
                "alone": rest["alone"],
            }
            for rest in document["rests_on_it"]
        ),
    )
