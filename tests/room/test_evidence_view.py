"""Who said what, on which page, and what speaks against what."""

from pathlib import Path

import pytest

from guarantor import room
from guarantor.errors import Unusable
from guarantor.room import EvidenceFacets
from guarantor.room.evidence_documents import Contradiction
from guarantor.room.origins import site
from tests.ledger.folders import opened, said

EXAMPLE = room.open_source("example").operation
UKRAINE = room.open_source("ukraine-2025").operation


def sides(matter: Contradiction) -> list[tuple[str, list[str]]]:
    """Return the sides of a contradiction, each with its statements."""
    return [(one["side"], [row["id"] for row in one["statements"]]) for one in matter["sides"]]


def test_statements_are_listed_in_order_of_publication() -> None:
    """Of one day by id."""
    document = room.evidence_view(EXAMPLE, room.Options())

    assert [row["id"] for row in document["statements"]] == [
        *("DEL-1", "DEL-2", "SOU-0", "GUA-1", "ALF-0", "RQ-1", "ALF-1", "BRA-1", "CHA-1"),
        *("GUA-2", "NOR-1", "SOU-1"),
    ]


def test_facets_narrow_by_who_speaks_and_how() -> None:
    """By hand: Guarantia refused once and asserted once."""
    document = room.evidence_view(
        EXAMPLE, room.Options(), EvidenceFacets(speaker=("GUA",), stance=("refused",))
    )

    assert [row["id"] for row in document["statements"]] == ["GUA-1"]
    stances = {one["value"]: one["count"] for one in document["facets"]["stance"]}
    assert stances == {"asserted": 1, "conditional": 0, "pledged": 0, "refused": 1}
    assert document["total"] == 12


def test_a_statement_on_several_parties_counts_for_each(tmp_path: Path) -> None:
    """And a speaker of no party is found as such."""
    operation = opened(
        tmp_path,
        said("S-1", "2025-03-01", about="ALF;BRA", speaker_party=""),
        said("S-2", "2025-03-02"),
    )

    document = room.evidence_view(operation, room.Options(), EvidenceFacets(speaker=("",)))

    assert [row["id"] for row in document["statements"]] == ["S-1"]
    assert [(one["value"], one["label"]) for one in document["facets"]["speaker"]] == [
        ("ALF", "Alfland"),
        ("", "of no party"),
    ]
    about = {one["value"]: one["count"] for one in document["facets"]["about"]}
    assert about == {"ALF": 1, "BRA": 1}


def test_what_stands_on_one_page_has_one_origin(tmp_path: Path) -> None:
    """Two statements of one page; a text of the folder; a statement without a source."""
    operation = opened(
        tmp_path,
        said("S-1", "2025-03-01", source="https://example.org/a"),
        said("S-2", "2025-03-04", source="https://example.org/a"),
        said("S-3", "2025-03-02", source="documents/a.txt"),
        said("S-4", "2025-03-03", source=""),
    )

    document = room.evidence_view(operation, room.Options())

    assert document["origins"] == [
        {
            "origin": "https://example.org/a",
            "site": "example.org",
            "in_folder": False,
            "documents": ["https://example.org/a"],
            "reasons": [],
            "statements": ["S-1", "S-2"],
            "first": "2025-03-01",
            "last": "2025-03-04",
        },
        {
            "origin": "documents/a.txt",
            "site": None,
            "in_folder": True,
            "documents": ["documents/a.txt"],
            "reasons": [],
            "statements": ["S-3"],
            "first": "2025-03-02",
            "last": "2025-03-02",
        },
        {
            "origin": "S-4",
            "site": None,
            "in_folder": False,
            "documents": [],
            "reasons": [],
            "statements": ["S-4"],
            "first": "2025-03-03",
            "last": "2025-03-03",
        },
    ]
    page = EvidenceFacets(origin=("https://example.org/a",))
    found = room.evidence_view(operation, room.Options(), page)["statements"]
    assert [row["id"] for row in found] == ["S-1", "S-2"]


def test_an_address_that_is_none_has_no_site() -> None:
    """As a source in words, or a bracket that is never closed."""
    assert [site(one) for one in ("a letter", "https://[x", "ftp://example.org")] == [None] * 3


def test_both_sides_of_what_was_contested_stand_beside_each_other() -> None:
    """Guarantia ruled it out, an official said that it was open."""
    (matter,) = room.evidence_view(EXAMPLE, room.Options())["contradictions"]

    assert (matter["code"], matter["id"], matter["state"]) == ("contested", "backstop", "open")
    assert sides(matter) == [
        ("for", ["GUA-2"]),
        ("against", ["GUA-1"]),
    ]


def test_a_refusal_stands_beside_who_needs_what_was_refused(tmp_path: Path) -> None:
    """Alfland needs a backstop; Guarantia refuses one; nobody said of Alfland what it did not."""
    operation = opened(
        tmp_path,
        said("S-1", "2025-03-01"),
        said(
            "S-2", "2025-03-02", speaker_party="GUA", about="GUA", kind="backstop", stance="refused"
        ),
        propositions="""\
- {id: backstop, text: There is a backstop, record: [{since: 2025-03-02, is: refused,
   evidence: [S-2]}]}
""",
        contributions="""\
- {id: troops, party: ALF, capability: land_troops, unit: persons, firmness: pledged,
   terms: [backstop], evidence: [S-1]}
""",
    )

    (matter,) = room.evidence_view(operation, room.Options())["contradictions"]

    assert matter["code"] == "refusal_against_term"
    assert (matter["by"], matter["offers"], matter["since"]) == (["GUA"], ["troops"], "2025-03-02")
    assert sides(matter) == [("needs", ["S-1"]), ("against", ["S-2"])]


def test_own_word_and_what_others_say_of_it_stand_beside_each_other(tmp_path: Path) -> None:
    """Alfland refused; a newspaper has it pledge."""
    operation = opened(
        tmp_path,
        said("S-1", "2025-03-01", stance="refused", firmness="declined"),
        said("S-2", "2025-03-02", attribution="anonymous", speaker_party="", firmness="pledged"),
    )

    (matter,) = room.evidence_view(operation, room.Options())["contradictions"]

    assert (matter["code"], matter["id"]) == ("contradicting_statements", "ALF")
    assert sides(matter) == [
        ("own_word", ["S-1"]),
        ("others", ["S-2"]),
    ]


def test_the_bundled_operation_has_its_refusals() -> None:
    """Russia refused the force that others' readings take; every side that speaks is in view."""
    document = room.evidence_view(UKRAINE, room.Options())

    codes = {one["code"] for one in document["contradictions"]}
    assert {"refusal_against_term", "contested"} <= codes
    assert document["total"] == 151
    assert sum(len(one["statements"]) for one in document["origins"]) == 151


@pytest.mark.parametrize("sort", ["published", "-credibility", "speaker", "said", "-origin"])
def test_statements_are_sorted_by_a_column(sort: str) -> None:
    """Without losing any."""
    assert len(room.evidence_view(UKRAINE, room.Options(), sort=sort)["statements"]) == 151


def test_words_are_looked_for_in_what_was_said() -> None:
    """And an unknown column is named."""
    found = room.evidence_view(EXAMPLE, room.Options(), EvidenceFacets(text="thirty CEASEFIRE"))
    assert [row["id"] for row in found["statements"]] == ["SOU-1"]
    with pytest.raises(Unusable, match="day: no column to sort by"):
        room.evidence_view(EXAMPLE, room.Options(), sort="day")
