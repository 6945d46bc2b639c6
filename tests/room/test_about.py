"""What an operation is, on every screen."""

from datetime import date
from decimal import Decimal

import pytest

from guarantor import room
from guarantor.errors import UnknownId


def test_the_example_says_what_it_is_and_what_may_be_set() -> None:
    """By hand, off the folder: the public sees five of the six contributions."""
    document = room.about(room.open_source("example"), room.Options())

    assert document["schema"] == "guarantor/about/1"
    assert (document["operation"], document["place"], document["status"]) == (
        "example",
        "bundled",
        "historical",
    )
    assert document["marking"] == "Audience: public"
    assert (document["first_day"], document["last_day"]) == ("2025-01-21", "2025-03-11")
    assert document["activation"] == "2025-06-01"
    assert document["counts"] == {
        "parties": 7,
        "offers": 5,
        "propositions": 6,
        "statements": 12,
        "events": 3,
    }
    assert document["parameters"] == [
        {
            "id": "others",
            "value": 1,
            "low": 1,
            "high": 2,
            "whole": True,
            "basis": "assumed",
            "note": 'the statement says only "together with others"',
            "evidence": [],
        }
    ]
    assert [one["name"] for one in document["requirements"]] == [
        "monitoring",
        "reassurance",
        "line",
    ]


def test_everything_in_view_has_a_name() -> None:
    """An offer is called by its kind and its party; a party with an article where it takes one."""
    names = room.about(room.open_source("ukraine-2025"), room.Options())["names"]

    assert names["GBR"] == "United Kingdom"
    assert names["gbr-troops"] == "land troops of the United Kingdom"
    assert names["us_backstop"].startswith("The United States")


def test_a_closer_audience_sees_what_the_public_does_not() -> None:
    """The day of Bravia's aircraft is the coalition's last; its banner says for whom it is."""
    source = room.open_source("example")

    document = room.about(source, room.Options(audience="coalition"))

    assert document["counts"]["offers"] == 6
    assert document["last_day"] == "2025-03-15"
    assert document["marking"] == "Audience: coalition only"


def test_the_days_do_not_turn_with_the_day_asked_from() -> None:
    """A reader may still go on to a later day; what is counted is what was known."""
    document = room.about(room.open_source("example"), room.Options(as_known_on=date(2025, 1, 31)))

    assert (document["first_day"], document["last_day"]) == ("2025-01-21", "2025-03-11")
    assert document["counts"]["offers"] == 2
    assert "bra-troops" not in document["names"]


def test_a_parameter_keeps_its_own_value_while_it_is_set() -> None:
    """The address says what it is set to."""
    options = room.Options(parameters={"others": Decimal(2)})

    document = room.about(room.open_source("example"), options)

    assert [row["value"] for row in document["parameters"]] == [1]


def test_what_is_not_in_view_cannot_be_supposed() -> None:
    """Not even on the page that says what there is."""
    with pytest.raises(UnknownId, match="bra-airlift"):
        room.about(room.open_source("example"), room.Options(suppose={"bra-airlift": True}))
