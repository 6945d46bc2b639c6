"""The chances alone: exact where that fits, sampled where not, and the same as an assessment's."""

from decimal import Decimal

import pytest

from guarantor import room
from guarantor.errors import OverBudget, UnknownId
from guarantor.model import Firmness
from guarantor.room import ChanceBook, Options, method
from guarantor.room import chances as module

EXAMPLE = room.open_source("example").operation
UKRAINE = room.open_source("ukraine-2025").operation


@pytest.mark.parametrize(
    "options",
    [
        Options(),
        Options(suppose={"ceasefire": False}, decides=("BRA",)),
        Options(firm=Firmness.PLEDGED, method=method(method="sampled", tolerance=0.01)),
    ],
)
def test_they_are_those_of_the_assessment(options: Options) -> None:
    """By diagram or by samples, from the same seed."""
    document = room.assess(EXAMPLE, options)

    found = room.quick_chances(EXAMPLE, options)

    assert found["schema"] == "guarantor/chance/1"
    assert found["chance"] == document["chance"]
    assert found["parties"] == document["parties"]
    lines = [{"id": line["id"], "met": line["met"]} for line in document["lines"]]
    assert found["lines"] == lines
    assert {key: found[key] for key in ("firm", "suppose", "audience", "valid_on")} == {
        key: document[key] for key in ("firm", "suppose", "audience", "valid_on")
    }


def test_with_runs_they_are_sampled_and_say_so() -> None:
    """Within four standard errors of the exact ones."""
    book = ChanceBook(UKRAINE)
    options = Options(firm=Firmness.FLOATED)

    exact = book.chances(options)["chance"]["moving_together"]
    found = book.chances(options, 1 << 14)["chance"]["moving_together"]

    assert exact["method"] == "exact"
    if found["method"] == "sampled":
        assert (found["runs"], found["seed"]) == (1 << 14, 1)
        error = found["standard_error"]["high"]
        assert error is not None
        assert abs(found["high"] - exact["high"]) <= 4 * error


def test_what_was_kept_for_one_question_is_not_told_for_another() -> None:
    """A book that answered others answers as a new one does."""
    book = ChanceBook(EXAMPLE)
    asked = [
        Options(),
        Options(suppose={"ceasefire": False}),
        Options(decides=("ALF",)),
        Options(firm=Firmness.COMMITTED),
        Options(without=("assumed",)),
        Options(parameters={"others": Decimal(2)}),
        Options(suppose={"alf-troops": False}),
    ]
    for options in [*asked, *asked]:
        assert book.chances(options, 256) == room.quick_chances(EXAMPLE, options, 256)


def test_an_unknown_name_is_refused() -> None:
    """As everywhere."""
    for options in (Options(suppose={"nobody": True}), Options(decides=("NOBODY",))):
        with pytest.raises(UnknownId):
            room.quick_chances(EXAMPLE, options, 64)


def test_what_has_to_be_exact_is_or_is_refused() -> None:
    """Where the method is left open, what outgrows its budget is sampled; then at once."""
    book = ChanceBook(EXAMPLE)
    with pytest.raises(OverBudget):
        book.chances(Options(method=method(method="exact", nodes=10)))

    for _ in range(2):
        found = book.chances(Options(method=method(nodes=10)))
        assert found["chance"]["moving_together"]["method"] == "sampled"


def test_what_is_large_is_never_tried_by_diagram(monkeypatch: pytest.MonkeyPatch) -> None:
    """It would outgrow any budget, after a long time."""
    book = ChanceBook(EXAMPLE)
    assert not book.is_large(Options())
    monkeypatch.setattr(module, "LARGE", 3)

    assert book.is_large(Options())
    assert book.chances(Options())["chance"]["moving_together"]["method"] == "sampled"
