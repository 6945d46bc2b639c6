"""Laws of decisions, whatever their sequence."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guarantor import room
from guarantor.errors import CannotDecide, UnknownId
from guarantor.model import Span
from guarantor.room import ledgers
from guarantor.room.review.documents import Decided
from tests.room.review.newsroom import MORNING, items, standing, wanted, write

Act = Callable[[str, int, str], object]
"""A decision on an operation; a number picks what it is on, and a name who takes it."""


def _item(name: str, pick: int) -> str:
    listed = items(name)
    return listed[pick % len(listed)]["id"]


def _take(name: str, pick: int, by: str) -> object:
    statements = list(room.open_source(name).operation.statements)
    statement = statements[pick % len(statements)]
    drafts = room.drafts(room.open_source(name), statement)["drafts"]
    return room.take(name, statement, drafts[0], by=by) if drafts else None


def _split(name: str, pick: int, by: str) -> object:
    one = items(name)[pick % len(items(name))]
    return room.split(wanted(name, by=by), one["id"], [one["start"] + 3])


def _merge(name: str, pick: int, by: str) -> object:
    return room.merge(wanted(name, by=by), [_item(name, pick), _item(name, pick + 1)])


ACTS: dict[str, Act] = {
    "accept": lambda name, pick, by: room.accept(wanted(name, by=by), _item(name, pick)),
    "reject": lambda name, pick, by: room.reject(wanted(name, by=by), _item(name, pick)),
    "split": _split,
    "merge": _merge,
    "add": lambda name, pick, by: room.add(wanted(name, by=by), Span(pick, pick + 9)),
    "take": _take,
    "date": lambda name, pick, by: room.date_document(name, "copy", date(2025, 3, 1 + pick), by=by),
    "merge origins": lambda name, _, by: room.merge_origins(name, ["wire", "news"], by=by),
    "split origin": lambda name, _, by: room.split_origin(name, "copy", by=by),
    "receive": lambda name, pick, by: room.receive(
        name, [("a.txt", f"Alfland has {pick}".encode())], room.Receiving(by=by)
    ),
    "undo": lambda name, _, by: room.undo(name, by=by),
}


def _undo_everything(name: str) -> None:
    """Undo decision after decision until none stands."""
    while not all(one["undone"] or "ndoes" in one["said"] for one in _log(name)):
        room.undo(name, by="Ada")
    with pytest.raises(CannotDecide, match="there is no decision to undo"):
        room.undo(name, by="Ada")


def _log(name: str) -> list[Decided]:
    return room.review_queue(room.open_source(name), may_write=True)["log"]


@pytest.mark.parametrize("kind", ["folder", "ledger"])
@settings(max_examples=8)
@given(
    reviewers=st.sampled_from([1, 2]),
    decided=st.lists(
        st.tuples(
            st.sampled_from(sorted(ACTS)), st.integers(0, 9), st.sampled_from(["Ada", "Ben"])
        ),
        min_size=1,
        max_size=7,
    ),
)
def test_whatever_is_decided_verifies_and_is_undone_exactly(
    kind: str, reviewers: int, decided: list[tuple[str, int, str]]
) -> None:
    """What cannot be decided leaves nothing; undoing everything leaves what there was."""
    place = Path(tempfile.mkdtemp())
    try:
        name = write(place / "north", reviewers=reviewers)
        if kind == "ledger":
            ledger = place / "north.ledger"
            list(ledgers.importing(name, ledger, by="Ada", at=MORNING))
            name = str(ledger)
        start = standing(name)

        for act, pick, by in decided:
            before = room.open_source(name).entries
            try:
                ACTS[act](name, pick, by)
            except (CannotDecide, UnknownId):
                assert room.open_source(name).entries == before
            if room.open_source(name).entries:
                assert ledgers.verify(name).entries == len(room.open_source(name).entries)

        _undo_everything(name)
        assert standing(name) == start
    finally:
        shutil.rmtree(place)
