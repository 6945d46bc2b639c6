"""Entries and pieces for the tests of whatever keeps or reads them."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import strategies as st

from guarantor.ledger import seal_all
from guarantor.model import Action, Draft, Entry, Kind, Piece

NOON = datetime(2025, 3, 15, 12, tzinfo=UTC)

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda values: st.lists(values, max_size=3) | st.dictionaries(st.text(max_size=4), values),
    max_leaves=8,
)
pieces = st.builds(
    Piece,
    kind=st.sampled_from(Kind),
    id=st.sampled_from(["a", "b", "c", "d"]),
    content=st.dictionaries(st.text(max_size=4), json_values, max_size=3),
)
moments = st.integers(min_value=0, max_value=5).map(lambda hours: NOON + timedelta(hours=hours))
all_drafts = st.builds(
    Draft,
    action=st.sampled_from(Action),
    piece=pieces,
    recorded_by=st.text(max_size=4),
    recorded_at=moments,
    reason=st.text(max_size=4),
)


def piece(name: str, /, kind: Kind = Kind.PARTY, **content: object) -> Piece:
    """Return a piece of some content."""
    return Piece(kind=kind, id=name, content=content)


def record(name: str, /, action: Action = Action.RECORD, hour: int = 0, **content: object) -> Draft:
    """Return a draft about a party, some hours after noon."""
    return Draft(
        action=action,
        piece=Piece(kind=Kind.PARTY, id=name, content=content),
        recorded_by="an analyst",
        recorded_at=NOON + timedelta(hours=hour),
        reason="heard on the radio",
    )


def chain(count: int, last: Entry | None = None) -> Sequence[Entry]:
    """Return so many entries that follow the last one."""
    start = last.number if last else 0
    names = [f"party-{number}" for number in range(start + 1, start + count + 1)]
    return seal_all([record(name, name=f"The {name} – Ärmel") for name in names], last)
