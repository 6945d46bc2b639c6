"""Refusals and promises that stand against what is needed."""

from dataclasses import replace
from datetime import date

from guarantor import room
from guarantor.ledger import view
from guarantor.model import Record, RecordState, View
from guarantor.room.waits import clashes, waits


def recorded(name: str, state: RecordState, evidence: str) -> View:
    """Return the example with one more record of a proposition."""
    seen = view(room.open_source("example").operation)
    said = seen.propositions[name]
    record = Record(since=date(2025, 3, 12), state=state, evidence=(evidence,))
    changed = replace(said, record=(*said.record, record))
    return replace(seen, propositions={**seen.propositions, name: changed})


def test_a_refusal_of_what_has_an_alternative_blocks_nobody() -> None:
    """Alfland said the backstop or a UN mandate."""
    (row,) = clashes(recorded("backstop", RecordState.REFUSED, "GUA-1"))

    assert (row["code"], row["need"], row["by"]) == ("refusal_against_term", "backstop", ["GUA"])
    assert row["by_basis"] == {"stated": ["alf-troops"]}
    assert row["with_alternative"] == ["alf-troops"]
    assert row["offers"] == []


def test_a_refusal_blocks_through_a_definition() -> None:
    """Without the north there is no ceasefire, which all four offers share as a common term."""
    (row,) = clashes(recorded("north_accepts", RecordState.REFUSED, "NOR-1"))

    assert row["propositions"] == ["ceasefire"]
    assert row["offers"] == ["alf-troops", "bra-troops", "cha-troops", "del-monitors"]
    assert row["with_alternative"] == []


def test_a_promise_stands_against_what_must_not_be() -> None:
    """Deltia's monitors go only where there is no UN mandate."""
    (row,) = clashes(recorded("un_mandate", RecordState.STANDS, "ALF-1"))

    assert (row["code"], row["need"]) == ("promise_against_term", "not un_mandate")
    assert (row["by"], row["offers"]) == (["ALF"], ["del-monitors"])


def test_what_is_waited_for_is_settled_on_the_day_asked_about() -> None:
    """Consent that holds until August is settled in July, and open again in December."""
    seen = recorded("host_consent", RecordState.HOLDS, "SOU-1")
    said = seen.propositions["host_consent"]
    ending = replace(said.record[-1], until=date(2025, 8, 1))
    changed = replace(said, record=(*said.record[:-1], ending))
    seen = replace(seen, propositions={**seen.propositions, "host_consent": changed})

    for asked, settled in ((date(2025, 7, 1), True), (date(2025, 12, 1), None)):
        rows = {row["id"]: row for row in waits(seen, asked)}
        assert rows["host_consent"]["settled"] is settled


def test_an_open_question_stands_against_nothing() -> None:
    """As the example has it."""
    assert clashes(view(room.open_source("example").operation)) == []
