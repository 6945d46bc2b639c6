"""The section on the months ahead, and its chart."""

from xml.etree import ElementTree as ET

import pytest

from guarantor.brief import Assessment, brief_page, brief_text
from guarantor.brief.charts import NARROW, WIDE, draw
from guarantor.brief.compose import compose
from guarantor.brief.content import Chart
from guarantor.brief.document import ChanceInterval, MonthRow, OverTime, R
from guarantor.brief.pictures import MonthPoint, MonthsPicture
from tests.brief.reading import Page
from tests.brief.sample import sample
from tests.brief.telling import rows, said, section


def exact(low: float, high: float) -> ChanceInterval:
    """Return an exact chance."""
    return {"low": low, "high": high, "method": "exact"}


def sampled(low: float, high: float) -> ChanceInterval:
    """Return a sampled chance, each end within 0.3 points."""
    errors: ChanceInterval = {
        **exact(low, high),
        "method": "sampled",
        "standard_error": {"low": 0.0005, "high": 0.001},
        "runs": 262_144,
        "seed": 1,
    }
    return errors


def both(one: ChanceInterval, other: ChanceInterval | None = None) -> R[ChanceInterval]:
    """Return a chance for each reading."""
    return {"nobody_moves_first": one, "moving_together": other or one}


def month(
    number: int, met: R[ChanceInterval], throughout: R[ChanceInterval] | None, there: int
) -> MonthRow:
    """Return a month."""
    return {
        "month": number,
        "day": f"2025-{6 + number:02}-01",
        "offers_there": {"low": there, "high": 4},
        "met": met,
        "throughout": throughout,
    }


def ahead(months: list[MonthRow], counted_from: str = "activation") -> Assessment:
    """Return the sample with months ahead, a break counting from month 1."""
    over_time: OverTime = {"counted_from": counted_from, "since": 1, "months": months}
    return {**sample(), "over_time": over_time}


ALIKE = [
    month(0, both(exact(0, 0)), None, 0),
    month(1, both(exact(0.2, 0.45)), both(exact(0.2, 0.45)), 4),
    month(2, both(exact(0.25, 0.3)), both(sampled(0.1, 0.3)), 4),
]
APART = [*ALIKE[:2], month(2, both(exact(0.1, 0.2), exact(0.25, 0.3)), both(exact(0.1, 0.3)), 4)]


def test_without_months_ahead_there_is_no_section() -> None:
    """The section says nothing, so the brief leaves it out."""
    assert "over-time" not in {one.anchor for one in compose(sample()).annexes}


def test_each_month_is_told_with_who_is_in_place() -> None:
    """One column where both readings say the same."""
    assert rows(ahead(ALIKE), "over-time", "Is the need met?") == [
        ["0", "1 Jun 2025", "0–4", "excluded on the terms stated", ""],
        ["1", "1 Jul 2025", "4", "unlikely (20–45 %)", "unlikely (20–45 %)"],
        ["2", "1 Aug 2025", "4", "unlikely (25–30 %)", "10–30 %"],
    ]


def test_readings_that_differ_stand_side_by_side() -> None:
    """Nobody first, then together."""
    last = rows(ahead(APART), "over-time", "Is the need met?")[2]

    assert last[3:] == ["very unlikely (10–20 %)", "unlikely (25–30 %)", "10–30 %", "10–30 %"]


def test_what_counts_and_what_was_drawn_is_said() -> None:
    """From when on a break counts; how far off an estimate may be."""
    told = said(ahead(ALIKE), "over-time")

    assert told[0] == "Months are counted from the activation, 1 Jun 2025."
    assert "in every month from month 1 (1 Jul 2025) on" in told[2]
    assert told[3] == (
        "“Without a break” is in part sampled: 262,144 runs from seed 1, each end within 0.3 "
        "percentage points (three standard errors)."
    )


def test_what_is_not_known_of_days_is_said() -> None:
    """And that windows and notice are left aside."""
    from_day = said(ahead(ALIKE, "valid_on"), "over-time")[0]
    from_known = said(ahead(ALIKE, "as_known_on"), "over-time")[0]

    assert from_day.startswith("The activation is unknown: months are counted from the day asked")
    assert from_known.endswith("windows and notice are left aside.")


def test_where_the_need_is_never_met_no_break_counts() -> None:
    """In a sentence instead of a column that stays empty unexplained."""
    document = ahead(ALIKE[:1])
    document["over_time"]["since"] = None

    assert said(document, "over-time")[2] == (
        "In none of these months, from the day asked about on, can the need be met."
    )


def test_the_chart_shows_the_months_moving_together() -> None:
    """A band from low to high end; the second begins where a break counts."""
    (chart,) = (
        block for block in section(ahead(APART), "over-time").blocks if isinstance(block, Chart)
    )
    picture = chart.picture
    assert isinstance(picture, MonthsPicture)

    assert picture.title == "Is the need met? 2 months ahead, moving together"
    assert [point.met for point in picture.points] == [(0, 0), (0.2, 0.45), (0.25, 0.3)]
    assert [point.unbroken for point in picture.points] == [None, (0.2, 0.45), (0.1, 0.3)]


def test_page_and_terminal_tell_the_months() -> None:
    """Both hold the numbers."""
    page = Page(brief_page(ahead(ALIKE)))
    text = brief_text(ahead(ALIKE))

    assert "over-time" in page.values("id")
    assert any("unlikely (25–30 %)" in words for _, words in page.texts)
    assert "Over time" in text


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_chance_twice_as_large_stands_twice_as_high(width: int) -> None:
    """0 at the floor; 0.4 and 0.8 above it; months apart alike, the last at the right edge."""
    points = tuple(
        MonthPoint(month=number, met=(0, chance), unbroken=None)
        for number, chance in enumerate((0, 0.4, 0.8))
    )
    picture = MonthsPicture(title="Months", description="Ahead", points=points)

    drawn = ET.fromstring(draw(picture, width=width, name="c"))  # noqa: S314  our own drawing
    (band,) = (one for one in drawn.iter("path") if one.get("class") == "breadth")
    corners = [
        tuple(map(float, corner.split()))
        for corner in (band.get("d") or "").strip("MZ ").split(" L")
    ]
    (x0, floor), (x1, _), (x2, _) = corners[:3]
    (_, top), (_, middle), _ = corners[3:]

    assert x1 - x0 == pytest.approx(x2 - x1, abs=0.2)
    assert x2 == pytest.approx(width - 6, abs=0.1)
    assert floor - top == pytest.approx(2 * (floor - middle), abs=0.2)
