"""The register of asks: its nouns, and each of its faults at its place."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from guarantor.model import Ask, AskAnswer, Change, ChangeKind, Kind
from guarantor.operation import build, open_folder, read_folder, write_pieces
from tests.operation.small import ASKS, check_small, write_small


def test_asks_are_read_into_their_nouns(tmp_path: Path) -> None:
    """What is left out is open, public and of no cost that anybody gave; (backstop) is backstop."""
    operation = check_small(tmp_path, asks=ASKS).operation

    assert operation
    assert operation.asks == {
        "more": Ask(
            id="more",
            asked_by=("AAA",),
            asked=("BBB",),
            change=Change(ChangeKind.ADD, "bbb-troops", "500"),
            text="Send more",
            asked_on=date(2025, 3, 2),
            due=date(2025, 3, 20),
            cost=Decimal("1.5"),
            releasable_to=("friends", "public"),
            note="So far",
        ),
        "stay": Ask(
            id="stay",
            asked_by=("AAA", "BBB"),
            asked=("AAA",),
            change=Change(ChangeKind.DROP, "aaa-troops", "backstop"),
            asked_on=date(2025, 2, 2),
            answer=AskAnswer.PARTLY,
            answered_on=date(2025, 3, 1),
            evidence=("A-1", "B-1"),
        ),
    }


def test_a_register_that_is_not_there_is_empty(tmp_path: Path) -> None:
    """As is one of which only the header stands."""
    header = ASKS.splitlines()[0]
    (tmp_path / "other").mkdir()

    without, empty = check_small(tmp_path), check_small(tmp_path / "other", asks=f"{header}\n")

    assert without.operation
    assert without.operation.asks == {}
    assert empty.operation == without.operation
    assert empty.pieces == without.pieces


def test_a_register_is_written_back_byte_for_byte(tmp_path: Path) -> None:
    """As text; and its pieces make the same operation, and the same file but for quotes."""
    (tmp_path / "one").mkdir()
    folder = write_small(tmp_path / "one", asks=ASKS)
    operation, pieces = open_folder(folder)

    read_folder(folder).write(tmp_path / "two")
    write_pieces(pieces, tmp_path / "three")

    assert (tmp_path / "two" / "asks.csv").read_text() == ASKS
    assert (tmp_path / "three" / "asks.csv").read_text() == ASKS
    assert open_folder(tmp_path / "three") == (operation, pieces)
    assert build(pieces, "ledger") == operation
    assert [piece.id for piece in pieces if piece.kind is Kind.ASK] == ["more", "stay"]


def test_an_ask_has_a_namespace_of_its_own(tmp_path: Path) -> None:
    """Like a statement or an event: one may be called like a proposition."""
    asks = ASKS.replace("more,", "backstop,").replace("stay,", "talks,")

    assert check_small(tmp_path, asks=asks).faults == ()


@pytest.mark.parametrize(
    "change",
    [
        "secure ceasefire",
        "join BBB",
        "drop aaa-troops: backstop",
        '"drop BBB: at_least(others,offers)"',
        "firm bbb-troops: committed",
        "fulfil bbb-troops",
        "disclose bbb-troops: 3000",
        "",
    ],
)
def test_every_kind_of_change_can_be_asked_for(tmp_path: Path, change: str) -> None:
    """Of what it is about."""
    assert check_small(tmp_path, asks=ASKS.replace("add bbb-troops: 500", change)).faults == ()


AT = "asks.csv:2:"
FAULTS = [
    (
        "more,AAA,BBB",
        "more,AAA,",
        [f"{AT}10: this ask lacks asked; give the codes of the parties asked, joined by ;"],
    ),
    (
        "more,AAA,BBB",
        "more,AAA;X,BBB",
        [f"{AT}10: X is no party of parties.yaml; there are AAA, BBB"],
    ),
    (
        "more,AAA,BBB",
        "stay,AAA,BBB",
        ["asks.csv:3:1: stay is already the id of an ask (asks.csv:2:1); rename one of them"],
    ),
    (
        "more,AAA,BBB",
        "not,AAA,BBB",
        [f"{AT}1: not is a word of the language and no ask; choose another"],
    ),
    (
        "add bbb-troops: 500,Send more",
        ",",
        [f"{AT}1: this ask says neither in change nor in text what is asked for; give one of them"],
    ),
    (
        "add bbb-troops: 500",
        "ad bbb-troops: 500",
        [
            (
                f"{AT}14: ad is no kind of change; write secure, join, drop, firm, fulfil, "
                "disclose or add"
            )
        ],
    ),
    (
        "add bbb-troops: 500",
        "add bbb-troops: many",
        [f"{AT}30: many is no amount; write digits, and a point before decimals"],
    ),
    (
        "add bbb-troops: 500",
        "add bbb-trops: 500",
        [f"{AT}18: bbb-trops is no contribution of contributions.yaml; did you mean bbb-troops?"],
    ),
    (
        "add bbb-troops: 500",
        "add unknown: 500",
        [f"{AT}18: unknown is a word of the language and no contribution; choose another"],
    ),
    (
        "add bbb-troops: 500",
        "secure BBB",
        [
            (
                f"{AT}21: BBB is no proposition of propositions.yaml; there are backstop, "
                "ceasefire, peace"
            )
        ],
    ),
    (
        "add bbb-troops: 500",
        "join  bbb-troops",
        [f"{AT}20: bbb-troops is no party of parties.yaml; there are AAA, BBB"],
    ),
    (
        "add bbb-troops: 500",
        "fulfil BBB",
        [f"{AT}21: BBB is no contribution of contributions.yaml; there are aaa-troops, bbb-troops"],
    ),
    (
        "add bbb-troops: 500",
        "drop peace: backstop",
        [
            (
                f"{AT}19: peace is no party or contribution of parties.yaml and "
                "contributions.yaml; there are AAA, BBB, aaa-troops, bbb-troops"
            )
        ],
    ),
    (
        "add bbb-troops: 500",
        "drop bbb-troops: peace",
        [f"{AT}31: bbb-troops never set the term peace; it has none, so ask for another"],
    ),
    (
        "add bbb-troops: 500",
        '"drop BBB:   peace"',
        [f"{AT}27: BBB never set the term peace; its terms are at_least(others, offers)"],
    ),
    (
        "add bbb-troops: 500",
        "drop aaa-troops: peace or or",
        [f"{AT}40: 'or' does not belong here; after the colon comes a term as it is written"],
    ),
    (
        "2025-03-02,2025-03-20",
        "2025-03-02,2025-03-01",
        [f"{AT}55: due on 2025-03-01, before it was asked on 2025-03-02; correct one of them"],
    ),
    (
        "2025-03-02,2025-03-20",
        ",2025-03-20",
        [
            (
                f"{AT}44: this ask lacks asked_on; give the day on which it was asked, from which "
                "it is known"
            )
        ],
    ),
    (
        "2025-03-20,,,",
        "2025-03-20,yes,,",
        [f"{AT}66: yes is no answer; write open, accepted, refused, partly or evaded"],
    ),
    (
        "2025-03-20,,,",
        "2025-03-20,refused,,",
        [f"{AT}66: the answer is refused, on no day; give the day in answered_on"],
    ),
    (
        "2025-03-20,,,",
        "2025-03-20,,2025-03-04,",
        [f"{AT}67: answered on 2025-03-04, and the answer is open; say how it was answered"],
    ),
    (
        "2025-03-20,,,",
        "2025-03-20,refused,2025-03-01,",
        [f"{AT}74: answered on 2025-03-01, before it was asked on 2025-03-02; correct one of them"],
    ),
    (",1.5,", ",-1,", [f"{AT}68: a cost runs from 0 upwards, not -1; give no sign"]),
    (
        ",1.5,",
        ",cheap,",
        [f"{AT}68: cheap is no number; write digits, and a point before decimals"],
    ),
    (
        "friends;public",
        "friend;public",
        [f"{AT}72: friend is no audience of operation.yaml; did you mean friends?"],
    ),
    (
        "friends;public,,",
        "friends;public,A-3,",
        [f"{AT}87: A-3 is no statement of statements.csv; did you mean A-1?"],
    ),
    (
        "id,asked_by",
        "id,by",
        [
            f"asks.csv:1:1: the header lacks asked_by; the first line is {ASKS.splitlines()[0]}",
            "asks.csv:1:4: by is no column of asks.csv; take it out",
        ],
    ),
]


@pytest.mark.parametrize(("old", "new", "faults"), FAULTS)
def test_each_fault_is_told_at_its_place(
    tmp_path: Path, old: str, new: str, faults: list[str]
) -> None:
    """One thing changed in a sound register: what is wrong and what to do, and nothing else."""
    assert old in ASKS

    checked = check_small(tmp_path, asks=ASKS.replace(old, new, 1))

    assert list(map(str, checked.faults)) == faults
    assert checked.warnings == ()


def test_within_a_month_nothing_is_out_of_order(tmp_path: Path) -> None:
    """Asked in March, which is read as its last day, and due on the 20th."""
    asks = ASKS.replace("2025-03-02,2025-03-20", "2025-03,2025-03-20")

    assert check_small(tmp_path, asks=asks).faults == ()
