"""What stands in the ledger, and what has to be entered."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guarantor.errors import AlteredEntry
from guarantor.ledger import drafts, seal_all, standing, verify
from guarantor.model import FIRST, Action, Draft, Kind, Piece
from tests.ledger.samples import NOON, all_drafts, chain, moments, piece, pieces, record

once_each = st.lists(pieces, max_size=6, unique_by=lambda one: (one.kind, one.id))


def entered(new: Sequence[Piece], before: Sequence[Piece]) -> list[Draft]:
    """Return what an analyst enters at noon."""
    return drafts(new, before, by="an analyst", at=NOON, reason="a reason")


def test_what_was_recorded_stands_as_last_amended_until_withdrawn() -> None:
    """By hand: a is amended, b withdrawn, c stands; the order is that of first recording."""
    entries = seal_all(
        [
            record("a", name="Alfland"),
            record("b"),
            record("c"),
            record("a", Action.AMEND, name="Alfland and isles"),
            record("b", Action.WITHDRAW),
        ],
        None,
    )

    assert standing(entries) == (piece("a", name="Alfland and isles"), piece("c"))


def test_what_was_recorded_anew_stands_where_it_was_recorded_anew() -> None:
    """What was withdrawn in between is not what stood before."""
    entries = seal_all([record("a"), record("b"), record("a", Action.WITHDRAW), record("a")], None)

    assert standing(entries) == (piece("b"), piece("a"))


def test_one_id_of_two_kinds_is_two_pieces() -> None:
    """Statements and parties name themselves apart."""
    both = [piece("a"), piece("a", Kind.STATEMENT)]

    assert standing(seal_all(entered(both, []), None)) == tuple(both)


def test_an_entry_counts_from_the_moment_it_was_recorded() -> None:
    """Recorded at noon it stands at noon, and not a moment before."""
    entries = seal_all([record("a"), record("b", hour=1), record("a", Action.WITHDRAW, 2)], None)
    a_moment = timedelta(microseconds=1)

    assert standing(entries, NOON - a_moment) == ()
    assert standing(entries, NOON) == (piece("a"),)
    assert standing(entries, NOON + timedelta(hours=1)) == (piece("a"), piece("b"))
    assert standing(entries, NOON + timedelta(hours=2) - a_moment) == (piece("a"), piece("b"))
    assert standing(entries, NOON + timedelta(hours=2)) == (piece("b"),)


def test_new_changed_and_missing_pieces_are_recorded_amended_and_withdrawn() -> None:
    """And equal ones need no entry, in whatever order their keys are."""
    before = [piece("a", x="1"), piece("b", x="1"), piece("c", x="1", y="2")]
    new = [piece("c", y="2", x="1"), piece("d"), piece("a", x="2")]

    found = entered(new, before)

    assert [(draft.action, draft.piece) for draft in found] == [
        (Action.RECORD, piece("d")),
        (Action.AMEND, piece("a", x="2")),
        (Action.WITHDRAW, piece("b", x="1")),
    ]
    assert {(draft.recorded_by, draft.recorded_at, draft.reason) for draft in found} == {
        ("an analyst", NOON, "a reason")
    }


@given(st.lists(all_drafts), once_each)
def test_after_entering_them_the_new_pieces_stand(earlier: list[Draft], new: list[Piece]) -> None:
    """Whatever stood before; and there is nothing left to enter."""
    entries = seal_all(earlier, None)

    entries += seal_all(entered(new, standing(entries)), entries[-1] if entries else None)

    found = standing(entries)
    assert {(one.kind, one.id): one.content for one in found} == {
        (one.kind, one.id): one.content for one in new
    }
    assert entered(new, found) == []


@given(st.lists(all_drafts), moments)
def test_what_stands_at_a_moment_is_what_the_entries_until_then_say(
    said: list[Draft], moment: object
) -> None:
    """Later entries never change what stood."""
    entries = seal_all(said, None)

    until_then = [entry for entry in entries if entry.draft.recorded_at <= moment]  # type: ignore[operator]  # a datetime

    assert standing(entries, moment) == standing(until_then)  # type: ignore[arg-type]  # likewise


@given(st.lists(all_drafts, max_size=6), st.integers(0, 6))
def test_sealing_in_two_parts_is_sealing_at_once(said: list[Draft], cut: int) -> None:
    """The chain goes on from the last entry, and is whole."""
    first = seal_all(said[:cut], None)
    second = seal_all(said[cut:], first[-1] if first else None)

    assert first + second == seal_all(said, None)
    assert verify(first + second, "ledger") == len(said)


def test_the_first_entry_follows_nothing() -> None:
    """Sixty-four zeros stand for the hash before it."""
    (entry,) = chain(1)

    assert (entry.number, entry.previous) == (1, FIRST)


@given(
    st.lists(all_drafts, min_size=1, max_size=5),
    st.data(),
    st.sampled_from(["action", "kind", "id", "content", "by", "at", "reason"]),
)
def test_verifying_names_the_first_entry_that_was_altered(
    said: list[Draft], data: st.DataObject, what: str
) -> None:
    """Whatever of it was altered, with its hash left alone or made to fit."""
    entries = seal_all(said, None)
    place = data.draw(st.integers(0, len(said) - 1))
    draft = said[place]
    altered = {
        "action": replace(draft, action=next(a for a in Action if a is not draft.action)),
        "kind": replace(
            draft,
            piece=replace(draft.piece, kind=next(k for k in Kind if k is not draft.piece.kind)),
        ),
        "id": replace(draft, piece=replace(draft.piece, id="another")),
        "content": replace(draft, piece=replace(draft.piece, content={"said": "otherwise"})),
        "by": replace(draft, recorded_by="somebody else"),
        "at": replace(draft, recorded_at=draft.recorded_at + timedelta(seconds=1)),
        "reason": replace(draft, reason="for another reason"),
    }[what]
    entries[place] = replace(entries[place], draft=altered)

    with pytest.raises(AlteredEntry, match=f"^ledger: entry {place + 1} does not fit its hash"):
        verify(entries, "ledger")

    resealed = seal_all([altered], entries[place - 1] if place else None)
    if place + 1 < len(entries):
        entries[place] = resealed[0]
        with pytest.raises(AlteredEntry, match=f"entry {place + 2} does not follow"):
            verify(entries, "ledger")


def test_verifying_finds_entries_taken_out_doubled_or_moved() -> None:
    """By hand, with three of four entries each time."""
    one, two, three, four = chain(4)

    for entries, first in (
        ([one, three, four], 2),
        ([two, three, four], 1),
        ([one, two, two, three], 3),
        ([one, three, two, four], 2),
    ):
        with pytest.raises(AlteredEntry, match=f"entry {first} is missing"):
            verify(entries, "ledger")


def test_entries_cut_off_the_end_show_only_in_the_last_hash() -> None:
    """A chain says nothing of what came after: note the last hash elsewhere."""
    assert verify(chain(4)[:3], "ledger") == 3
    assert verify([], "ledger") == 0
