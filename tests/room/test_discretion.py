"""What the public is not shown of a live operation."""

from dataclasses import replace

import pytest

from guarantor import room
from guarantor.errors import NotForThePublic
from guarantor.model import Operation, Status


def live() -> Operation:
    """Return the example as if it were still being assembled."""
    return replace(room.open_source("example").operation, status=Status.LIVE)


def test_the_public_is_not_shown_whose_decision_would_break_it() -> None:
    """By hand: of monitoring's must-hold Alfland and Bravia are left out, conditions stay."""
    document = room.assess(live(), room.Options())
    logic = document["logic"]["undisclosed_enough"]["moving_together"]

    assert logic["must_hold"] == [
        "backstop",
        "ceasefire",
        "host_consent",
        "north_accepts",
        "not un_mandate",
    ]
    assert logic["cut_sets"] == [
        ["backstop"],
        ["host_consent"],
        ["north_accepts"],
        ["not un_mandate"],
    ]
    assert (logic["count"], logic["complete"]) == (4, False)
    assert {row["kind"] for row in (*document["hangs_on"], *document["weakens"])} == {"proposition"}


def test_an_audience_is_shown_it() -> None:
    """Those who assemble the force."""
    document = room.assess(live(), room.Options(audience="coalition"))

    assert "ALF" in document["logic"]["disclosed"]["moving_together"]["must_hold"]
    assert "party" in {row["kind"] for row in document["hangs_on"]}


def test_the_public_may_not_ask_what_falls_with_a_party() -> None:
    """Of a proposition it may; an audience may ask both."""
    with pytest.raises(NotForThePublic, match="--audience"):
        room.breaks(live(), "BRA", room.Options())
    assert room.breaks(live(), "host_consent", room.Options())["rounds"]
    assert room.breaks(live(), "BRA", room.Options(audience="coalition"))["rounds"]
