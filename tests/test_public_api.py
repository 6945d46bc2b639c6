"""What each area offers to the others: a change here is a change of the house."""

from importlib import import_module

import pytest

FRONTS = {
    "guarantor.brief": ["Assessment", "brief_page", "brief_text"],
    "guarantor.ledger": [
        "Change",
        "ChangeKind",
        "blocked_terms",
        "changes",
        "drafts",
        "findings",
        "known_audiences",
        "once_failed",
        "once_held",
        "released",
        "seal_all",
        "standing",
        "verify",
        "view",
    ],
    "guarantor.operation": [
        "BUNDLED",
        "Checked",
        "Folder",
        "SCHEMA_NAMES",
        "build",
        "bundled",
        "check_folder",
        "open_folder",
        "read_folder",
        "schema",
        "start_folder",
        "write_pieces",
    ],
    "guarantor.room": [
        "Failed",
        "Options",
        "SCHEMA_NAMES",
        "Source",
        "SourceKind",
        "asks",
        "asks_text",
        "assess",
        "breaks",
        "breaks_text",
        "brief_text",
        "check",
        "compile_diagram",
        "dask_executor",
        "method",
        "open_source",
        "run_all",
        "schema",
        "start",
        "statements",
        "statements_text",
        "sweep_csv",
        "sweep_grid",
        "sweep_text",
        "write_diagram",
        "write_page",
    ],
    "guarantor.store": ["SqliteStore"],
    "guarantor.viability": [
        "Bounds",
        "Chances",
        "Counting",
        "Engine",
        "Estimate",
        "Floor",
        "HangsOn",
        "Held",
        "Kind",
        "LOGIC_COUNTINGS",
        "Logic",
        "Measures",
        "Method",
        "PlainDiagram",
        "Question",
        "Reading",
        "Round",
        "SampledChance",
        "Sums",
        "Variable",
        "Weakened",
        "artefact",
        "cascade",
        "is_stated",
        "there",
    ],
}


@pytest.mark.parametrize("front", FRONTS)
def test_a_front_offers_these_names_and_no_others(front: str) -> None:
    """Sorted as people look names up."""
    area = import_module(front)

    assert sorted(area.__all__) == sorted(FRONTS[front])
    assert all(hasattr(area, name) for name in area.__all__)
