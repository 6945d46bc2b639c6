"""The section on how sure the chance itself is."""

from guarantor.brief import Assessment
from guarantor.brief.compose import compose
from guarantor.brief.document import DriverRow, SpreadEnds, SpreadRow
from tests.brief.sample import sample
from tests.brief.telling import rows, said

DRIVERS: list[DriverRow] = [
    {"id": "north_accepts", "event": "north_accepts", "share": 0.9},
    {"id": "del-monitors", "event": "del-monitors#fulfilment", "share": 0.07},
    {"id": "ALF", "event": "ALF", "share": 0.0},
]


def spread(drivers: list[DriverRow] = DRIVERS) -> Assessment:
    """Return the sample with a spread."""
    row: SpreadRow = {
        "mean": 0.08,
        "deviation": 0.02,
        "p10": 0.05,
        "p50": 0.08,
        "p90": 0.11,
        "drivers": drivers,
        "together": 0.03,
        "draws": 4096,
        "seed": 1,
    }
    ends: SpreadEnds = {"at_low": row, "at_high": row}
    return {**sample(), "spread": {"nobody_moves_first": ends, "moving_together": ends}}


def test_it_tells_how_far_and_whose_uncertainty_it_is() -> None:
    """What moves nothing is left out; a fulfilment is an arrival."""
    assert (
        "8 % on average; in eight of ten cases it lies within 5–11 %" in said(spread(), "spread")[0]
    )
    assert rows(spread(), "spread", "Whose uncertainty") == [
        ["The north accepts the ceasefire", "90 %"],
        ["The arrival of Deltia’s monitors", "7 %"],
    ]


def test_where_nothing_moves_it_there_is_no_table() -> None:
    """One sentence is enough."""
    assert len(said(spread(drivers=[]), "spread")) == 1


def test_where_it_is_not_worked_out_it_says_so() -> None:
    """Not silently."""
    document: Assessment = {**sample(), "spread": None}

    (told,) = said(document, "spread")
    assert told.endswith("only where the answer is exact, and here it is not.")


def test_without_uncertain_chances_there_is_no_section() -> None:
    """The section says nothing, so the brief leaves it out."""
    assert "spread" not in {one.anchor for one in compose(sample()).annexes}
