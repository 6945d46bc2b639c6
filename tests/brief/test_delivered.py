"""The table of how much is delivered to each line of the need."""

from guarantor.brief.document import I, LineResult, Quantiles
from guarantor.brief.sections.delivered import delivered
from tests.brief.sample import sample
from tests.brief.telling import change


def span(low: float | None, high: float | None) -> I:
    """Return an interval."""
    return {"low": low, "high": high}


def table(p10: I, p50: I, p90: I, *, runs: int = 0) -> list[list[str]]:
    """Return the rows told of the first line of the need, with these quantiles."""
    found: Quantiles = {"p10": p10, "p50": p50, "p90": p90, "method": "exact"}
    if runs:
        found |= {"method": "sampled", "runs": runs, "seed": 1}
    asked = next(row for row in sample()["requirements"] if row["asked"])
    line: LineResult = asked["lines"][0]
    change(line, quantiles={"nobody_moves_first": found, "moving_together": found})
    tables = delivered({**asked, "lines": [line]})
    return [[cell.text for cell in row.cells] for one in tables for row in one.rows]


def test_how_much_is_delivered_is_told_with_both_ends() -> None:
    """Nothing reads as none, an open end as more, two ends alike as one number."""
    (row,) = table(span(0, 0), span(500, None), span(3500, 9000))

    assert row[2:] == ["none", "500 or more", "3,500–9,000", "exact"]


def test_what_was_drawn_says_so() -> None:
    """With how many runs."""
    (row,) = table(span(250, 250), span(0, None), span(None, None), runs=65_536)

    assert row[2:] == ["250", "none to unbounded", "unbounded", "sampled, 65,536 runs"]


def test_where_nothing_bounds_it_there_is_no_table() -> None:
    """From nothing to all, from nothing to no end, or nothing at all."""
    for ends in (span(0, None), span(0, 0), span(0, 11000)):
        assert table(ends, ends, ends) == []


def test_a_line_without_quantiles_is_left_out() -> None:
    """Only those of the requirement asked about have some."""
    assert all(delivered(row) == [] for row in sample()["requirements"])
