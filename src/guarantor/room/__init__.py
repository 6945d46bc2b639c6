"""The room: opens an operation and answers every question about it."""

from guarantor.brief import brief_page
from guarantor.brief.asks_told import asks_text
from guarantor.export import Table, csv_text, xlsx_bytes
from guarantor.operation import SCHEMA_NAMES
from guarantor.room.about import OperationAbout, about
from guarantor.room.answered import Answers, answers
from guarantor.room.asks import asks
from guarantor.room.assess import assess
from guarantor.room.batches import BatchReport, OriginRow, batch, most_relevant, origins_of
from guarantor.room.breaks import Breaks, breaks, breaks_text
from guarantor.room.broken import Broken, broken
from guarantor.room.chances import ChanceBook, ChanceDocument, quick_chances
from guarantor.room.clusters import dask_executor
from guarantor.room.diagrams import CompiledDiagram, compile_diagram, write_diagram
from guarantor.room.evidence_documents import EvidenceView, StatementView
from guarantor.room.evidence_view import EvidenceFacets, evidence_view
from guarantor.room.folders import check, schema, start
from guarantor.room.heading import Asked, Heading, Marked, banner, file_name
from guarantor.room.history import history
from guarantor.room.ledger_documents import History, LedgerView
from guarantor.room.ledger_view import Facets, ledger_view
from guarantor.room.opening import Source, SourceKind, open_source
from guarantor.room.options import Options, method
from guarantor.room.party_card import party_card
from guarantor.room.party_documents import PartyCard
from guarantor.room.party_list import PartyList, party_list
from guarantor.room.pools import Failed, run_all
from guarantor.room.record import OnRecord, record
from guarantor.room.review.amending import date_document, merge_origins, split_origin
from guarantor.room.review.deciding import Wanted, accept, add, merge, reject, split
from guarantor.room.review.documents import (
    CheckedForm,
    Decision,
    Drafts,
    Effect,
    Fields,
    Item,
    ReviewDocument,
    ReviewQueue,
    StepDraft,
)
from guarantor.room.review.queue import check_form, review_document, review_queue
from guarantor.room.review.receipts import Receipt, receipt_text
from guarantor.room.review.receiving import Receiving, files_in, receive
from guarantor.room.review.steps import drafts
from guarantor.room.review.taking import take
from guarantor.room.review.undoing import undo
from guarantor.room.stamps import stamp
from guarantor.room.statement_view import statement_view
from guarantor.room.statements import statements, statements_text
from guarantor.room.structures import StructureDocument, structure
from guarantor.room.sweep import sweep_grid
from guarantor.room.sweep_told import sweep_csv, sweep_text
from guarantor.room.tables import (
    answer_table,
    asks_table,
    brief_table,
    broken_table,
    evidence_table,
    history_table,
    ledger_table,
    party_list_table,
    party_table,
    statement_table,
    timeline_table,
)
from guarantor.room.telling import brief_text, write_page
from guarantor.room.timeline import Timeline, timeline
from guarantor.room.what_if import what_if, why_without

__all__ = [
    "SCHEMA_NAMES",
    "Answers",
    "Asked",
    "BatchReport",
    "Breaks",
    "Broken",
    "ChanceBook",
    "ChanceDocument",
    "CheckedForm",
    "CompiledDiagram",
    "Decision",
    "Drafts",
    "Effect",
    "EvidenceFacets",
    "EvidenceView",
    "Facets",
    "Failed",
    "Fields",
    "Heading",
    "History",
    "Item",
    "LedgerView",
    "Marked",
    "OnRecord",
    "OperationAbout",
    "Options",
    "OriginRow",
    "PartyCard",
    "PartyList",
    "Receipt",
    "Receiving",
    "ReviewDocument",
    "ReviewQueue",
    "Source",
    "SourceKind",
    "StatementView",
    "StepDraft",
    "StructureDocument",
    "Table",
    "Timeline",
    "Wanted",
    "about",
    "accept",
    "add",
    "answer_table",
    "answers",
    "asks",
    "asks_table",
    "asks_text",
    "assess",
    "banner",
    "batch",
    "breaks",
    "breaks_text",
    "brief_page",
    "brief_table",
    "brief_text",
    "broken",
    "broken_table",
    "check",
    "check_form",
    "compile_diagram",
    "csv_text",
    "dask_executor",
    "date_document",
    "drafts",
    "evidence_table",
    "evidence_view",
    "file_name",
    "files_in",
    "history",
    "history_table",
    "ledger_table",
    "ledger_view",
    "merge",
    "merge_origins",
    "method",
    "most_relevant",
    "open_source",
    "origins_of",
    "party_card",
    "party_list",
    "party_list_table",
    "party_table",
    "quick_chances",
    "receipt_text",
    "receive",
    "record",
    "reject",
    "review_document",
    "review_queue",
    "run_all",
    "schema",
    "split",
    "split_origin",
    "stamp",
    "start",
    "statement_table",
    "statement_view",
    "statements",
    "statements_text",
    "structure",
    "sweep_csv",
    "sweep_grid",
    "sweep_text",
    "take",
    "timeline",
    "timeline_table",
    "undo",
    "what_if",
    "why_without",
    "write_diagram",
    "write_page",
    "xlsx_bytes",
]
