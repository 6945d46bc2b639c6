"""A sweep over a grid: every combination is answered as if it were asked alone."""

import csv
from dataclasses import replace
from datetime import date
from io import StringIO
from typing import Any

import pytest

from guarantor import room
from guarantor.errors import BadAxis, NotForThePublic, TooManyScenarios, UnknownId
from guarantor.model import Operation, Status
from guarantor.room.sweep import Sweep
from guarantor.viability import Kind, Method

HOW = (
    "cannot be read; write NAME=VALUE,VALUE such as us_backstop=true,false, or NAME=LOW..HIGH such "
    "as others=1..3"
)


@pytest.fixture(scope="module")
def operation() -> Operation:
    """The example."""
    return room.open_source("example").operation


def swept(operation: Operation, *over: str, **options: Any) -> Sweep:  # noqa: ANN401  as options are
    """Sweep in the calling process."""
    return room.sweep_grid(operation, room.Options(**options), over, workers=1)


def test_every_combination_is_a_row_and_the_last_varies_fastest(operation: Operation) -> None:
    """Three values by two by two; a value given twice counts once."""
    document = swept(operation, "others=1..2,2,4", "backstop=true,FALSE", "firm=pledged,floated")

    assert document["schema"] == "guarantor/sweep/1"
    assert document["over"] == [
        {"name": "others", "kind": "parameter", "values": [1, 2, 4]},
        {"name": "backstop", "kind": "proposition", "values": [True, False]},
        {"name": "firm", "kind": "option", "values": ["pledged", "floated"]},
    ]
    rows = document["scenarios"]
    assert len(rows) == 12
    assert rows[0]["values"] == {"others": 1, "backstop": True, "firm": "pledged"}
    assert rows[1]["values"] == {"others": 1, "backstop": True, "firm": "floated"}
    assert rows[-1]["values"] == {"others": 4, "backstop": False, "firm": "floated"}


def test_each_row_is_what_assess_says_of_it(operation: Operation) -> None:
    """A requirement, a day, a proposition, a party and an offer; the parameter as it stands."""
    document = swept(
        operation,
        "requirement=reassurance",
        "valid_on=2025-12",
        "backstop=true",
        "BRA=true",
        "cha-troops=false,true",
        "others=1",
    )

    for holds, row in zip((False, True), document["scenarios"], strict=True):
        options = room.Options(
            requirement="reassurance",
            valid_on=date(2025, 12, 31),
            suppose={"backstop": True, "BRA": True, "cha-troops": holds},
        )
        assessed = room.assess(operation, options)
        assert row["chance"] == assessed["chance"]
        asked = next(one for one in assessed["requirements"] if one["asked"])
        assert row["possible"] == asked["possible"]
        stand = [one["can_stand"]["moving_together"] for one in assessed["offers"]]
        assert row["offers"] is not None
        assert row["offers"]["moving_together"] == sum(stand)
        assert row["error"] is None


def test_a_parameter_turns_the_answer(operation: Operation) -> None:
    """Two others: Bravia and Charland wait for each other, and nobody moves first."""
    one, two = swept(operation, "others=1,2")["scenarios"]

    assert one["possible"] != two["possible"]
    assert two["possible"] is not None
    assert two["possible"]["undisclosed_enough"] == {
        "nobody_moves_first": False,
        "moving_together": True,
    }
    assert two["offers"] == {"nobody_moves_first": 2, "moving_together": 4}


def test_a_range_goes_to_its_last_step_that_is_not_above_its_end(operation: Operation) -> None:
    """Exactly, as decimal numbers are: no 0.30000000000000004."""
    prices = replace(operation.parameters["others"], name="price")
    priced = replace(operation, parameters={**operation.parameters, "price": prices})

    document = swept(priced, "price=0.1..0.35:0.1, 2 ,5..5")

    assert document["over"][0]["values"] == [0.1, 0.2, 0.3, 2, 5]


def test_a_scenario_without_a_chance_keeps_what_is_known_of_it(operation: Operation) -> None:
    """Whether it is possible takes no diagram."""
    document = swept(operation, "backstop=true", method=Method(kind=Kind.EXACT, nodes=1))

    (row,) = document["scenarios"]
    assert document["failed"] == 1
    assert row["chance"] is None
    assert row["error"] is not None
    assert row["error"].startswith("the decision diagram outgrows its budget of 1 nodes")
    assert row["possible"] is not None
    assert row["offers"] == {"nobody_moves_first": 4, "moving_together": 4}


def test_a_scenario_that_fails_altogether_says_why_and_costs_no_other(
    operation: Operation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where its worker dies."""

    def fail(*_: object) -> object:
        msg = "no memory"
        raise MemoryError(msg)

    monkeypatch.setattr("guarantor.room.sweep.possible_row", fail)

    (row,) = swept(operation, "backstop=true")["scenarios"]

    assert row == {
        "values": {"backstop": True},
        "possible": None,
        "offers": None,
        "chance": None,
        "error": "ended with MemoryError: no memory",
    }


@pytest.mark.parametrize(
    ("over", "sentence"),
    [
        (["others"], f"--over others: {HOW}"),
        (["=1"], f"--over =1: {HOW}"),
        (["others=1,,2"], f"--over others=1,,2: {HOW}"),
        (
            ["others=many"],
            "--over others=many: is no number and no range; write 3, 0.25, 1..3 or 0..1:0.25",
        ),
        (["others=3..1"], "--over others=3..1: begins above its end; write LOW..HIGH"),
        (
            ["others=1..3:0"],
            "--over others=1..3:0: has no step; write LOW..HIGH:STEP with a step above 0",
        ),
        (["others=1.5"], "--over others=1.5: at_least counts by it; give whole numbers"),
        (["others=1..2:0.5"], "--over others=1..2:0.5: at_least counts by it; give whole numbers"),
        (
            ["backstop=maybe"],
            "--over backstop=maybe: backstop is true or false; write backstop=true,false",
        ),
        (
            ["firm=declined"],
            (
                "--over firm=declined: firmness is one of floated, signalled, pledged, allocated, "
                "committed, delivered"
            ),
        ),
        (
            ["valid_on=soon"],
            (
                "--over valid_on=soon: soon: a day reads YYYY-MM-DD, or YYYY-MM for the last day "
                "of a month"
            ),
        ),
        (
            ["others=1", "others=2"],
            "--over others=2: named twice; give all its values at once",
        ),
        (["CHA=true"], "--over CHA: also set for all scenarios; leave it out here or there"),
    ],
)
def test_what_cannot_be_swept_over_is_one_sentence(
    operation: Operation, over: list[str], sentence: str
) -> None:
    """It says where, and what to write."""
    with pytest.raises(BadAxis) as refused:
        swept(operation, *over, suppose={"CHA": True})

    assert str(refused.value) == sentence


def test_what_is_not_in_view_is_unknown(operation: Operation) -> None:
    """The nearest that is there is named, and what is withheld is not."""
    with pytest.raises(UnknownId, match="did you mean backstop"):
        swept(operation, "backstp=true")
    with pytest.raises(UnknownId, match="no such requirement"):
        swept(operation, "requirement=nothing")
    with pytest.raises(UnknownId, match="bra-airlift: no such parameter, id or option"):
        swept(operation, "bra-airlift=true")

    assert swept(operation, "bra-airlift=true", audience="coalition")["failed"] == 0


def test_a_sweep_that_explodes_says_how_many_scenarios_there_would_be(
    operation: Operation,
) -> None:
    """It is counted, not made: the second would not fit into any memory."""
    with pytest.raises(TooManyScenarios) as refused:
        swept(operation, "others=1..60000", "backstop=true,false")
    assert str(refused.value).startswith(
        "these values make 120,000 scenarios, and 100,000 is the most of one sweep: sweep over"
    )
    with pytest.raises(TooManyScenarios, match="2,000,000,000,000 scenarios"):
        swept(operation, "others=0..999999999999,0..999999999999")


def test_the_public_does_not_sweep_over_parties_of_a_live_operation(operation: Operation) -> None:
    """What falls with whose decision is for those who assemble it; propositions are asked."""
    live = replace(operation, status=Status.LIVE)

    with pytest.raises(NotForThePublic):
        swept(live, "BRA=true,false")
    assert swept(live, "backstop=true")["failed"] == 0
    assert swept(live, "BRA=true,false", audience="coalition")["failed"] == 0


def test_it_is_told_as_a_table(operation: Operation) -> None:
    """What is swept over is not said to be the same in all scenarios."""
    document = swept(operation, "others=1,2", "backstop=true,false", without=("NOR-1",))

    assert room.sweep_text(document).splitlines() == [
        "Monitoring force for Northland: 4 scenarios over others and backstop.",
        (
            "As known on 15 Mar 2025, to public, held against monitoring, offers floated or "
            "firmer, valid on 1 Dec 2025, without NOR-1."
        ),
        "Chances take what is uncertain as independent. Where two values stand, the first is when",
        "nobody moves first, the second when all move together.",
        "",
        "others  backstop  possible  if undisclosed enough  offers  P(met)",
        "1       true      yes       yes                    4       0–20 %",
        "1       false     no        no                     4       0 %",
        "2       true      no / yes  no / yes               2 / 4   0 % / 0–14 %",
        "2       false     no        no                     2 / 4   0 %",
    ]


def test_the_table_says_what_was_swept_sampled_not_bounded_and_not_answered(
    operation: Operation,
) -> None:
    """Each in its place."""
    options = ("firm=floated", "valid_on=2025-12-01", "requirement=monitoring")
    sampled = swept(operation, *options, method=Method(kind=Kind.SAMPLED, tolerance=0.01))
    head, asked, *_, row = room.sweep_text(sampled).splitlines()
    assert head.endswith("1 scenario over firm and valid_on and requirement.")
    assert asked == "As known on 15 Mar 2025, to public."
    assert " sampled (standard error 0.00" in row

    refused = swept(operation, "others=1", method=Method(kind=Kind.EXACT, nodes=1))
    *_, head, row, _, end = room.sweep_text(refused).splitlines()
    assert head.endswith("P(met)  ended with")
    assert "–       the decision diagram outgrows" in row
    assert end == "1 of 1 has no chance; its row says why."

    unbounded = swept(operation, "GUA=true", suppose={"backstop": True})
    unbounded["scenarios"][0]["chance"] = {
        "nobody_moves_first": {"low": 0, "high": 1, "method": "exact"},
        "moving_together": {"low": 0, "high": 1, "method": "exact"},
    }
    text = room.sweep_text(unbounded)
    assert "backstop true" in text
    assert text.endswith("0–100 %: the public record does not bound it.")


def test_what_no_run_showed_is_not_told_as_nothing(operation: Operation) -> None:
    """A sample cannot exclude."""
    method = Method(kind=Kind.SAMPLED, tolerance=0.05)
    text = room.sweep_text(swept(operation, "backstop=false", "un_mandate=false", method=method))

    assert "in none of" in text or text.splitlines()[-1].endswith("0 %")


def test_it_is_told_as_csv(operation: Operation) -> None:
    """A row a scenario, a column a value; what there is not is empty."""
    document = swept(operation, "others=1,2", "backstop=true")
    document["scenarios"][1] = {
        "values": {"others": 2, "backstop": True},
        "possible": None,
        "offers": None,
        "chance": None,
        "error": "its worker died, twice",
    }

    first, second = csv.DictReader(StringIO(room.sweep_csv(document)))

    assert (first["others"], first["backstop"]) == ("1", "true")
    assert first["possible_disclosed_moving_together"] == "true"
    assert first["offers_nobody_moves_first"] == "4"
    assert float(first["chance_moving_together_high"]) == pytest.approx(0.1995, abs=1e-4)
    assert first["chance_moving_together_method"] == "exact"
    assert first["chance_moving_together_standard_error_low"] == first["error"] == ""
    assert second["error"] == "its worker died, twice"
    assert second["possible_disclosed_moving_together"] == second["offers_moving_together"] == ""
    assert second["chance_moving_together_low"] == ""
