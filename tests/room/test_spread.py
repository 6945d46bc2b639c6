"""The spread of the answer in the assessment document."""

from dataclasses import replace

import pytest

from guarantor import room
from guarantor.errors import OverBudget
from guarantor.model import Chance, Operation, Status


@pytest.fixture
def operation() -> Operation:
    """Return the example, the north's acceptance and Alfland's decision uncertain."""
    example = room.open_source("example").operation
    north = replace(
        example.propositions["north_accepts"], chance=Chance(low=0.5, high=0.5, weight=12)
    )
    party = replace(example.parties["ALF"], decision=Chance(low=0.9, high=0.9, weight=50))
    return replace(
        example,
        propositions={**example.propositions, north.id: north},
        parties={**example.parties, "ALF": party},
    )


def test_an_uncertain_chance_spreads_the_answer(operation: Operation) -> None:
    """By hand: met is a product with both, so of its square each moves v/m^2, or nearly.

    The mean is the chance at the means. 0.25/13/0.25 of the north against 0.09/51/0.81 of Alfland.
    """
    document = room.assess(operation, room.Options())
    found = document["spread"]
    assert found is not None
    high = found["moving_together"]["at_high"]
    shares = {row["id"]: row["share"] for row in high["drivers"]}

    assert high["mean"] == pytest.approx(0.07978176, abs=1e-12)
    assert list(shares) == ["north_accepts", "ALF"]
    assert shares["north_accepts"] / shares["ALF"] == pytest.approx(
        (1 / 13) / (0.09 / 51 / 0.81), rel=1e-9
    )
    assert high["p10"] < high["p50"] < high["p90"]
    assert found["moving_together"]["at_low"]["deviation"] == 0


def test_without_an_uncertain_chance_there_is_no_spread() -> None:
    """The document has no such key."""
    document = room.assess(room.open_source("example").operation, room.Options())

    assert "spread" not in document


def test_a_spread_is_not_sampled(operation: Operation) -> None:
    """Where the answer is, or where the diagram outgrows its budget; exact it has to be, or end."""
    sampled = room.Options(method=room.method(method="sampled", tolerance=0.05))
    small = room.Options(method=room.method(nodes=1, tolerance=0.05))

    assert room.assess(operation, sampled)["spread"] is None
    assert room.assess(operation, small)["spread"] is None
    with pytest.raises(OverBudget):
        room.assess(operation, room.Options(method=room.method(method="exact", nodes=1)))


def test_the_public_is_not_told_whose_decision_it_is_while_it_is_live(
    operation: Operation,
) -> None:
    """As in every ranking."""
    live = replace(operation, status=Status.LIVE)
    found = room.assess(live, room.Options())["spread"]
    assert found is not None

    assert [row["id"] for row in found["moving_together"]["at_high"]["drivers"]] == [
        "north_accepts"
    ]
