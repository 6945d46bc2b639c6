"""Propositions whose chance differs from case to case."""

from typing import Any

import pytest

from guarantor.model import UNKNOWN, Atom, Chance, GivenChance, Proposition, envelope

LIKELY = GivenChance(Atom("backstop"), Chance(low=0.6, high=0.6, weight=10))
ELSE = GivenChance(None, Chance(low=0.1, high=0.3))


def proposition(*rows: GivenChance, **given: Any) -> Proposition:  # noqa: ANN401  keys of a noun
    """Return a proposition with chances case by case."""
    keys = {"chance": Chance(low=0.1, high=0.6), "is_chance_given": True, **given}
    return Proposition(id="ceasefire", text="It holds", chance_given=rows, **keys)


def test_the_envelope_runs_from_the_lowest_to_the_highest() -> None:
    """It has no weight: it is no distribution."""
    assert envelope([LIKELY, ELSE]) == Chance(low=0.1, high=0.6)
    assert envelope([LIKELY]) == Chance(low=0.6, high=0.6)
    assert proposition(LIKELY, ELSE).chance == Chance(low=0.1, high=0.6)


@pytest.mark.parametrize("rows", [(LIKELY,), (ELSE, LIKELY), (ELSE, ELSE)])
def test_the_last_row_and_no_other_is_every_other_case(rows: tuple[GivenChance, ...]) -> None:
    """So that in every case there is one chance."""
    with pytest.raises(ValueError, match="the last one is every other case, and no other is"):
        proposition(*rows)


@pytest.mark.parametrize("given", [{"chance": UNKNOWN}, {"is_chance_given": False}])
def test_the_chance_is_the_envelope(given: dict[str, Any]) -> None:
    """Whoever looks at the chance alone is not misled."""
    with pytest.raises(ValueError, match="is the envelope of its rows"):
        proposition(LIKELY, ELSE, **given)
