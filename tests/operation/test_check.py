"""A check tells every fault in one run, or gives the operation and its plain data."""

from pathlib import Path

import pytest

from guarantor.errors import FaultyFolder
from guarantor.model import (
    Kind,
    Piece,
)
from guarantor.operation import build, bundled, check_folder, open_folder
from tests.operation.small import CONTRIBUTIONS, broken, check_small, write_small


def test_the_pieces_carry_everything_as_the_folder_writes_it(tmp_path: Path) -> None:
    """In order of the files; days and words as given, numbers as numbers, columns as text."""
    pieces = check_small(tmp_path).pieces

    assert [(piece.kind, piece.id) for piece in pieces] == [
        (Kind.OPERATION, "small"),
        (Kind.PARTY, "AAA"),
        (Kind.PARTY, "BBB"),
        (Kind.PROPOSITION, "ceasefire"),
        (Kind.PROPOSITION, "backstop"),
        (Kind.PROPOSITION, "peace"),
        (Kind.CONTRIBUTION, "aaa-troops"),
        (Kind.CONTRIBUTION, "bbb-troops"),
        (Kind.REQUIREMENT, "watch"),
        (Kind.ARRANGEMENT, "command"),
        (Kind.STATEMENT, "A-1"),
        (Kind.STATEMENT, "B-1"),
        (Kind.EVENT, "talks"),
    ]
    assert pieces[8].content == {
        "name": "watch",
        "lines": [{"id": "land", "capability": "land", "need": 300, "unit": "persons"}],
    }
    assert pieces[12].content == {
        "id": "talks",
        "day": "2025-02-10",
        "until": "2025-02-12",
        "kind": "meeting",
        "text": "They met",
        "participants": "AAA;BBB",
        "status": "held",
        "evidence": "A-1",
    }


def test_a_ledger_of_the_pieces_is_the_same_operation(tmp_path: Path) -> None:
    """One road leads from both."""
    checked = check_small(tmp_path)

    assert build(checked.pieces, "ledger") == checked.operation


def test_a_faulty_piece_is_placed_at_its_number(tmp_path: Path) -> None:
    """A ledger has no lines and columns."""
    first, alfa, *others = check_small(tmp_path).pieces
    changed = Piece(kind=alfa.kind, id=alfa.id, content={**alfa.content, "decision": 1.5})

    with pytest.raises(FaultyFolder) as raised:
        build([first, changed, *others], "small.ledger")

    assert list(map(str, raised.value.faults)) == [
        "small.ledger:2:1: a chance is at most 1; give a smaller number"
    ]


@pytest.mark.parametrize(
    ("piece", "sentence"),
    [
        (
            Piece(kind=Kind.PARTY, id="CCC", content={"code": "DDD", "name": "x"}),
            "the party is kept as CCC, and its code says otherwise; record it anew",
        ),
        (
            Piece(kind=Kind.PARTY, id="CCC", content={"code": "CCC", "name": b"x"}),
            "the party CCC holds what is no plain data; record it anew",
        ),
        (
            Piece(kind=Kind.OPERATION, id="small", content={}),
            "an operation has one entry of kind operation, not 2; record just one",
        ),
    ],
)
def test_a_ledger_can_be_faulty_in_its_own_ways(
    tmp_path: Path, piece: Piece, sentence: str
) -> None:
    """Nothing that a folder could be."""
    pieces = check_small(tmp_path).pieces

    with pytest.raises(FaultyFolder) as raised:
        build([*pieces, piece], "x")

    assert sentence in {fault.message for fault in raised.value.faults}


def test_a_ledger_without_an_operation_is_a_fault() -> None:
    """It has no question and no day."""
    with pytest.raises(FaultyFolder, match="x:1:1: an operation has one entry of kind operation"):
        build([], "x")


def test_a_unit_may_change_where_no_line_counts_it(tmp_path: Path) -> None:
    """A step's unit is compared as well as the contribution's; without a number there is none."""
    changed = CONTRIBUTIONS.replace("quantity: 500", "quantity: 2, unit: battalions")
    bare = CONTRIBUTIONS.replace("  unit: persons\n", "").replace(
        "  quantity: {low: 100, high: 200}\n", ""
    )

    assert [str(fault) for fault in check_small(tmp_path, contributions=changed).faults] == [
        (
            "requirements.yaml:3:53: the line land counts persons, but land is offered by "
            "aaa-troops in battalions; give both one unit, or another capability"
        )
    ]
    assert [str(fault) for fault in check_small(tmp_path, contributions=bare).faults] == [
        (
            "requirements.yaml:3:53: the line land counts persons, but land is offered by "
            "aaa-troops without a unit; give both one unit, or another capability"
        )
    ]


def test_parts_that_count_each_other_are_faults(tmp_path: Path) -> None:
    """Nobody would count them at all."""
    contributions = CONTRIBUTIONS.replace(
        "  firmness: pledged\n", "  firmness: pledged\n  part_of: aaa-troops\n"
    )
    contributions = contributions.replace("quantity: 500", "quantity: 500, part_of: bbb-troops")

    assert [str(fault) for fault in check_small(tmp_path, contributions=contributions).faults] == [
        (
            "contributions.yaml:7:51: aaa-troops is part of a circle (aaa-troops → bbb-troops → "
            "aaa-troops); name the one that counts it all"
        ),
        (
            "contributions.yaml:13:12: bbb-troops is part of a circle (bbb-troops → aaa-troops → "
            "bbb-troops); name the one that counts it all"
        ),
    ]


def test_all_faults_of_all_files_come_in_one_run(tmp_path: Path) -> None:
    """In order of the files, of the lines and of the columns."""
    checked = check_small(
        tmp_path,
        operation=broken("operation.yaml", "requirement: watch", "requirement: wacth"),
        parties=broken("parties.yaml", "[host], decision: 0.9", "[hots], decision: 9"),
        contributions=broken("contributions.yaml", "firmness: pledged", "firmness: plegded"),
        statements="id\n",
        events=broken("events.csv", "held", "hold"),
    )

    assert [(fault.file, fault.line, fault.column) for fault in checked.faults] == [
        ("operation.yaml", 4, 14),
        ("parties.yaml", 1, 36),
        ("parties.yaml", 1, 53),
        ("contributions.yaml", 12, 13),
        ("statements.csv", 1, 1),
        ("events.csv", 2, 54),
    ]
    assert checked.operation is None
    assert checked.pieces == ()


def test_a_faulty_entry_is_still_known_by_its_id(tmp_path: Path) -> None:
    """What names it is not faulty for that."""
    faults = check_small(
        tmp_path, parties=broken("parties.yaml", "decision: 0.9", "decision: 9")
    ).faults

    assert len(faults) == 1


def test_after_two_hundred_suggestions_there_are_no_more(tmp_path: Path) -> None:
    """A folder full of faults is checked as soon as any other."""
    many = "".join(f"- {{code: P{n}, name: x, rolls: []}}\n" for n in range(300))

    faults = check_small(tmp_path, parties=many).faults

    messages = [fault.message for fault in faults if fault.file == "parties.yaml"]
    assert messages[0] == "rolls is no key of a party; did you mean roles?"
    assert messages[299].startswith("rolls is no key of a party; its keys are code, name, roles")


def test_opening_a_faulty_folder_raises_all_its_faults(tmp_path: Path) -> None:
    """A line each."""
    write_small(
        tmp_path, parties=broken("parties.yaml", "[host], decision: 0.9", "[hots], decision: 9")
    )

    with pytest.raises(FaultyFolder) as raised:
        open_folder(tmp_path)

    assert str(raised.value) == (
        "parties.yaml:1:36: hots is no role; did you mean host?\n"
        "parties.yaml:1:53: a chance is at most 1; give a smaller number"
    )


@pytest.mark.parametrize("name", ["example", "ukraine-2025"])
def test_a_bundled_operation_has_no_fault(name: str) -> None:
    """And a ledger of it is the same operation."""
    checked = check_folder(bundled(name))

    assert checked.faults == ()
    assert build(checked.pieces, "ledger") == checked.operation
