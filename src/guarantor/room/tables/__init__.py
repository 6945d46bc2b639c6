"""The table of each document, as it is exported."""

from guarantor.room.tables.answers import answer_table, brief_table
from guarantor.room.tables.asks import asks_table
from guarantor.room.tables.breaks import broken_table
from guarantor.room.tables.evidence import evidence_table, statement_table
from guarantor.room.tables.ledger import history_table, ledger_table
from guarantor.room.tables.parties import party_table
from guarantor.room.tables.party_list import party_list_table
from guarantor.room.tables.times import timeline_table

__all__ = [
    "answer_table",
    "asks_table",
    "brief_table",
    "broken_table",
    "evidence_table",
    "history_table",
    "ledger_table",
    "party_list_table",
    "party_table",
    "statement_table",
    "timeline_table",
]
