"""Firmness: the ladder, and the states beside it."""

import pytest

from guarantor.model import LADDER, NEVER_OFFERED, Firmness


def test_undisclosed_firmness_counts_as_floated() -> None:
    """It stands at the lowest floor and at no other."""
    assert Firmness.UNDISCLOSED.is_at_least(Firmness.FLOATED)
    assert not Firmness.UNDISCLOSED.is_at_least(Firmness.SIGNALLED)


@pytest.mark.parametrize("state", sorted(NEVER_OFFERED))
def test_a_state_beside_the_ladder_is_never_offered(state: Firmness) -> None:
    """Not even at the lowest floor."""
    assert not state.is_offer
    assert not state.is_at_least(Firmness.FLOATED)


def test_each_rung_is_at_least_itself_and_those_below() -> None:
    """Weakest first."""
    for place, rung in enumerate(LADDER):
        assert [rung.is_at_least(floor) for floor in LADDER] == [
            other <= place for other in range(len(LADDER))
        ]
