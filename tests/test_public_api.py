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
        "Options",
        "SCHEMA_NAMES",
        "Source",
        "SourceKind",
        "assess",
        "breaks",
        "breaks_text",
        "brief_text",
        "check",
        "compile_diagram",
        "open_source",
        "schema",
        "start",
        "statements",
        "statements_text",
        "write_diagram",
        "write_page",
    ],
    "guarantor.store": ["SqliteStore"],
    "guarantor.viability": [
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
        "Method",
        "Question",
        "Reading",
        "Round",
        "SampledChance",
        "Sums",
        "Weakened",
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
