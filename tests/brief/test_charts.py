"""The charts, held against their data: what is long is much, and what is unknown has no end."""

import re
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from guarantor.brief.charts import NARROW, WIDE, draw
from guarantor.brief.pictures import (
    Bar,
    DayPoint,
    DaysPicture,
    LossesPicture,
    MonthPoint,
    MonthsPicture,
    NeedsGroup,
    NeedsPicture,
    OffersPicture,
    Picture,
    Span,
    Tile,
)

NEEDS = NeedsPicture(
    title="Needs",
    description="Against each need",
    groups=(
        NeedsGroup(
            capability="Land troops",
            unit="persons",
            disclosed=(Span(label="stated", low=2500, high=5000),),
            undisclosed=2,
            needs=(Span(label="Plan", low=10000, high=10000),),
        ),
        NeedsGroup(
            capability="Air",
            unit="aircraft",
            disclosed=(),
            undisclosed=0,
            needs=(Span(label="Shield", low=120, high=None),),
        ),
    ),
)
LOSSES = LossesPicture(
    title="Losses",
    description="By firmness",
    total=8,
    bars=(
        Bar(label="A ceasefire is in force", by_firmness={"pledged": 1, "floated": 3}),
        Bar(label="A name that takes several lines " * 4, by_firmness={"undisclosed": 2}),
    ),
)
DAYS = DaysPicture(
    title="Days",
    description="By day",
    points=(
        DayPoint(
            day=date(2024, 12, 30),
            parties=1,
            by_firmness={"floated": 1},
            with_number=0,
            events=(),
        ),
        DayPoint(
            day=date(2025, 3, 15),
            parties=2,
            by_firmness={"pledged": 1, "floated": 1},
            with_number=1,
            events=(1, 2),
        ),
    ),
)
OFFERS = OffersPicture(
    title="Offers",
    description="A tile each",
    capabilities=tuple(
        (
            capability,
            (
                (
                    "floated",
                    tuple(
                        Tile(code=f"P{n:02}", label=f"Party {n}", has_number=n == 0)
                        for n in range(9)
                    ),
                ),
            ),
        )
        for capability in ("Land troops", "Air", "Sea")
    ),
)
MONTHS = MonthsPicture(
    title="Months",
    description="Month by month",
    points=tuple(
        MonthPoint(month=n, met=(0.1, 0.5), unbroken=(0.0, 0.5) if n > 2 else None)
        for n in range(37)
    ),
)
ONE_DAY = DaysPicture(title="A day", description="One", points=DAYS.points[:1])


def drawn(picture: Picture, width: int = WIDE) -> ET.Element:
    """Return a picture as drawn."""
    return ET.fromstring(draw(picture, width=width, name="c"))  # noqa: S314  our own drawing


def bars(picture: Picture, css: str) -> list[float]:
    """Return the lengths of bars of a class."""
    found = (one for one in drawn(picture).iter("rect") if one.get("class") == css)
    return [float(one.get("width") or 0) for one in found]


@pytest.mark.parametrize("picture", [NEEDS, LOSSES, DAYS, OFFERS, ONE_DAY, MONTHS])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_drawing_stays_on_its_sheet_and_says_what_it_shows(picture: Picture, width: int) -> None:
    """Nothing is drawn beyond the edge; title and description are its text alternative."""
    sheet = drawn(picture, width)
    height = float(sheet.get("height") or 0)

    assert sheet.get("viewBox") == f"0 0 {width} {sheet.get('height')}"
    assert [one.text for one in sheet[:2]] == [picture.title, picture.description]
    assert sheet.get("aria-labelledby") == "c-title c-desc"
    for one in sheet.iter("rect"):
        right = float(one.get("x") or 0) + float(one.get("width") or 0)
        assert right <= width
        assert float(one.get("y") or 0) <= height
    for one in sheet.iter("text"):
        assert 0 <= float(one.get("x") or 0) <= width


def test_a_need_twice_as_large_is_twice_as_long() -> None:
    """One scale from zero for what is stated and what is needed: 2,500 to 5,000 of 10,000."""
    (stated,), (span,) = bars(NEEDS, "bar stated"), bars(NEEDS, "bar stated range")
    need, aircraft = bars(NEEDS, "bar need")

    assert span == pytest.approx(stated, abs=0.1)
    assert need == pytest.approx(4 * stated, abs=0.1)
    assert aircraft == need


def test_the_undisclosed_reach_beyond_every_need_and_stay_open() -> None:
    """The outline has no left edge and ends in a point."""
    (path,) = (one for one in drawn(NEEDS).iter("path") if one.get("class") == "undisclosed")

    reach = max(float(x) for x in re.findall(r"[HL](\d+\.?\d*)", path.get("d") or ""))

    assert reach > bars(NEEDS, "bar need")[0]
    assert path.get("fill") == "url(#c-hatch)"
    assert not (path.get("d") or "").endswith("Z")


def test_losses_are_as_long_as_they_are_many() -> None:
    """Three floated are three times one pledged; undisclosed firmness is hatched."""
    (pledged, *_), (floated, *_) = bars(LOSSES, "f-pledged"), bars(LOSSES, "f-floated")

    assert floated == pytest.approx(3 * pledged, abs=0.1)
    hatched = [one for one in drawn(LOSSES).iter("rect") if one.get("class") == "f-undisclosed"]
    assert all(one.get("fill") == "url(#c-hatch)" for one in hatched)
    assert "4 of 8" in {one.text for one in drawn(LOSSES).iter("text")}


def test_each_offer_is_a_tile_dashed_where_nobody_gave_a_number() -> None:
    """Nine tiles for each of three capabilities, one of them with a number."""
    tiles = [str(one.get("class")) for one in drawn(OFFERS).iter("rect")]

    assert tiles.count("f-floated open") == 24
    assert tiles.count("f-floated") == 3


def test_days_carry_their_events_and_firmness_from_the_ground_up() -> None:
    """The firmest lies at the bottom; two events of one day stand above each other."""
    sheet = drawn(DAYS)

    marks = [one for one in sheet.iter("text") if one.get("class") == "mark"]
    bands = [str(one.get("class")) for one in sheet.iter("path")]

    assert [one.text for one in marks] == ["1", "2"]
    assert len({one.get("y") for one in marks}) == 2
    assert bands == ["breadth", "f-pledged", "f-floated", "numbers"]
    assert {"30 Dec", "1 Feb", "15 Mar"} <= {one.text for one in sheet.iter("text")}
