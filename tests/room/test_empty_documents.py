"""An operation without an offer and without a statement still has something useful to show."""

from pathlib import Path

import pytest

from guarantor import room
from tests.ledger.folders import opened
from tests.room.documents import assessed, screens


@pytest.fixture(params=["empty", "started"])
def source(request: pytest.FixtureRequest, tmp_path: Path) -> room.Source:
    """Return an operation of which nothing is known yet, and one that was just started."""
    folder = tmp_path / "north"
    if request.param == "started":
        return room.open_source(str(room.start("north", folder)))
    folder.mkdir()
    opened(folder)
    return room.open_source(str(folder))


def test_every_document_and_table_is_made(source: room.Source) -> None:
    """None raises, and each says of which operation it is."""
    for text in (screens(source, room.Options()), assessed(source, room.Options())):
        assert '"operation": "north"' in text


def test_an_empty_operation_says_what_there_is(tmp_path: Path) -> None:
    """Its parties, its need and its arrangements; no day, no offer, no statement."""
    opened(tmp_path)
    source = room.open_source(str(tmp_path))
    options = room.Options()

    about = room.about(source, options)
    assert (about["first_day"], about["last_day"]) == (None, None)
    assert about["counts"]["parties"] == 3
    ledger = room.ledger_view(source.operation, options)
    assert (ledger["rows"], ledger["days"], ledger["grid"]["cells"]) == ([], [], [])
    assert ledger["facets"] == {"party": [], "capability": [], "firmness": [], "basis": []}
    evidence = room.evidence_view(source.operation, options)
    assert (evidence["statements"], evidence["contradictions"]) == ([], [])
    assert len(room.timeline(source.operation, options)["arrangements"]) == 8
    card = room.party_card(source.operation, options, "ALF")
    assert (card["offers"], card["last_heard"], card["days_since_heard"]) == ([], None, None)
    assert len(room.answers(room.assess(source.operation, options))["answers"]) == 5
    assert room.csv_text(room.ledger_table(ledger)).count("\n") == 1
