"""The sums done by hand in the methods page come out of the program."""

import re

import pytest

from guarantor import room
from guarantor.brief import Assessment
from tests.docs.generator import DOCS

PAGE = (DOCS / "methods" / "viability.md").read_text(encoding="utf-8")
FOUR_ENDS = r"([\d.]+) \| " * 4
ROW = re.compile(
    rf"^\| `(\w+)` \| ((?:line|joins) `\w+`|met) \| {FOUR_ENDS}".rstrip(), re.MULTILINE
)
ROWS = ROW.findall(PAGE)


def _found(document: Assessment, what: str) -> list[float | None]:
    """Return the four ends of a chance, low and high, in both readings."""
    kind, _, name = what.replace("`", "").partition(" ")
    match kind:
        case "line":
            both = next(line["met"] for line in document["lines"] if line["id"] == name)
        case "joins":
            both = next(party["joins"] for party in document["parties"] if party["code"] == name)
        case _:
            chance = document["chance"]
            ends = (chance["nobody_moves_first"], chance["moving_together"])
            return [end for one in ends for end in (one["low"], one["high"])]
    intervals = (both["nobody_moves_first"], both["moving_together"])
    return [end for one in intervals for end in (one["low"], one["high"])]


def test_the_page_has_its_table() -> None:
    """A table that could not be read would check nothing."""
    assert len(ROWS) == 6


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]} {row[1]}")
def test_a_sum_done_by_hand_comes_out(row: tuple[str, ...]) -> None:
    """The page gives every digit, so the program may differ by rounding alone."""
    requirement, what, *numbers = row
    operation = room.open_source("example").operation

    document = room.assess(operation, room.Options(requirement=requirement))

    assert _found(document, what) == pytest.approx([float(one) for one in numbers], abs=1e-12)
