"""What every store keeps to. A second store joins by one line in ``STORES``."""

import re
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guarantor.errors import BrokenLedger
from guarantor.ledger import seal_all, verify
from guarantor.model import Draft, Store
from guarantor.store import JsonLinesStore, SqliteStore
from tests.ledger.samples import all_drafts, chain, record

STORES = [
    pytest.param(lambda path: SqliteStore(path / "a ledger?.db", create=True), id="sqlite"),
    pytest.param(lambda path: JsonLinesStore(path / "decisions?.jsonl", create=True), id="lines"),
]

Open = Callable[[], Store]


@pytest.fixture(params=STORES)
def reopen(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Open]:
    """Return what opens the same store anew each time it is called."""
    opened: list[Store] = []

    def open_it() -> Store:
        opened.append(request.param(tmp_path))
        return opened[-1]

    yield open_it
    for store in opened:
        store.close()


def test_a_new_store_is_empty(reopen: Open) -> None:
    """Nothing is the last entry of nothing."""
    store = reopen()

    assert list(store.entries()) == []
    assert store.last() is None


def test_entries_come_back_in_order_and_equal(reopen: Open) -> None:
    """More of them than a store reads at once."""
    entries = chain(1_234)
    store = reopen()

    store.append(entries)

    assert list(store.entries()) == entries
    assert store.last() == entries[-1]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drafts=st.lists(all_drafts, max_size=4))
def test_whatever_is_said_comes_back_as_it_was_sealed(reopen: Open, drafts: list[Draft]) -> None:
    """The store of one example follows on that of the one before: a ledger only grows."""
    store = reopen()
    kept = list(store.entries())

    store.append(added := seal_all(drafts, store.last()))
    store.close()

    store = reopen()
    assert list(store.entries()) == kept + added
    assert verify(store.entries(), store.place) == len(kept + added)
    store.close()


def test_what_was_appended_is_there_when_the_store_is_opened_again(reopen: Open) -> None:
    """Appending in three parts is appending once."""
    entries = chain(9)
    for start in (0, 3, 6):
        store = reopen()
        store.append(entries[start : start + 3])
        store.close()

    assert list(reopen().entries()) == entries


def test_what_was_appended_is_seen_by_others_at_once(reopen: Open) -> None:
    """Once append returns nothing is left to be done."""
    store, other = reopen(), reopen()

    store.append(chain(2))

    assert list(other.entries()) == chain(2)


def test_appending_nothing_changes_nothing(reopen: Open) -> None:
    """A folder without changes leaves no entry."""
    store = reopen()

    store.append([])

    assert list(store.entries()) == []


@pytest.mark.parametrize(
    "wrong",
    [
        pytest.param(chain(5)[3:], id="a gap before the first"),
        pytest.param([*chain(3)[2:], *chain(5)[4:]], id="a gap within"),
        pytest.param(chain(2)[1:], id="an entry kept already"),
        pytest.param(chain(3), id="a chain of its own"),
        pytest.param(
            [*chain(3)[2:], replace(chain(4)[3], draft=record("other"))], id="an altered entry"
        ),
        pytest.param(seal_all([record("x")], chain(2)[0])[:1], id="a second entry of one number"),
    ],
)
def test_what_does_not_follow_is_refused_and_nothing_of_it_kept(
    reopen: Open, wrong: list[object]
) -> None:
    """All or nothing: the good entries before the wrong one are not kept either."""
    store = reopen()
    store.append(chain(2))

    with pytest.raises(BrokenLedger, match="nothing was appended"):
        store.append(wrong)  # type: ignore[arg-type]  # the ids above hide the type

    assert list(store.entries()) == chain(2)
    store.append(chain(3)[2:])
    assert list(store.entries()) == chain(3)


def test_an_entry_sealed_before_another_came_is_refused(reopen: Open) -> None:
    """Two people appended; the second has to read again first."""
    one, two = reopen(), reopen()
    mine, yours = seal_all([record("mine")], one.last()), seal_all([record("yours")], two.last())
    one.append(mine)

    with pytest.raises(BrokenLedger, match="sealed as entry 1 does not follow entry 1"):
        two.append(yours)

    assert list(two.entries()) == mine


def test_somebody_may_append_while_another_reads(reopen: Open) -> None:
    """A long read keeps nobody from writing; it may or may not come to what is written then."""
    reader, writer = reopen(), reopen()
    writer.append(chain(2_000))
    read = reader.entries()
    next(read)

    writer.append(chain(10, writer.last()))

    assert sum(1 for _ in read) in {1_999, 2_009}
    assert sum(1 for _ in reader.entries()) == 2_010


def test_reading_takes_memory_for_a_few_entries_only(reopen: Open) -> None:
    """Ten thousand entries of about two kilobytes each are 20 MB; reading them takes a tenth."""
    store = reopen()
    for _ in range(10):
        drafts = [record(f"p-{number}", note="x" * 2_000) for number in range(1_000)]
        store.append(seal_all(drafts, store.last()))
    del drafts

    tracemalloc.start()
    count = sum(1 for _ in store.entries())
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert count == 10_000
    assert peak < 4_000_000


def test_the_place_names_the_store(reopen: Open) -> None:
    """It opens every message about it."""
    assert re.search(r"ledger|decisions", reopen().place)
