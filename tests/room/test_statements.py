"""Who said what."""

import pytest

from guarantor import room
from guarantor.errors import UnknownId
from guarantor.model import day


def ids(**filters: object) -> list[str]:
    """Return the ids of the statements of the example that pass some filters."""
    operation = room.open_source("example").operation
    rows = room.statements(operation, room.Options(), **filters)  # type: ignore[arg-type]  # filters
    return [row["id"] for row in rows]


def test_statements_come_oldest_first() -> None:
    """By publication; those of one day in the order of the file."""
    assert ids()[:3] == ["DEL-1", "DEL-2", "SOU-0"]


def test_statements_are_filtered_by_party_kind_and_day() -> None:
    """By or about a party."""
    assert ids(party="GUA") == ["GUA-1", "GUA-2"]
    assert ids(kind="ceasefire") == ["NOR-1", "SOU-1"]
    assert ids(on=day("2025-03-10")) == ["GUA-2", "NOR-1"]
    assert ids(since=day("2025-03-10"), party="SOU") == ["SOU-1"]


def test_a_party_or_kind_nobody_recorded_is_an_error() -> None:
    """An empty list would read as silence."""
    with pytest.raises(UnknownId, match="no such party"):
        ids(party="ZZZ")
    with pytest.raises(UnknownId, match="no such kind of statement"):
        ids(kind="weather")


def test_a_statement_is_told_with_its_source_and_grade() -> None:
    """Where its page is, how it is attributed, how reliable it is."""
    operation = room.open_source("example").operation
    text = room.statements_text(room.statements(operation, room.Options(), party="GUA"))

    assert "GUA-2  published 2025-03-10" in text
    assert "https://example.org/gua2  [anonymous, C6]" in text
    assert room.statements_text([]).endswith("absence here is not absence.")
