"""Draws a picture at a width."""

from typing import assert_never

from guarantor.brief.charts import days, losses, months, needs, tiles
from guarantor.brief.charts.svg import Sheet
from guarantor.brief.pictures import (
    DaysPicture,
    LossesPicture,
    MonthsPicture,
    NeedsPicture,
    OffersPicture,
    Picture,
)

WIDE, NARROW = 720, 330
"""Widths in pixels: for a screen or a sheet of paper, and for a telephone."""


def draw(picture: Picture, *, width: int, name: str) -> str:
    """Return a picture as SVG; its ids begin with ``name``."""
    sheet = Sheet(picture, width=width, name=name)
    match picture:
        case OffersPicture():
            tiles.draw(picture, sheet)
        case NeedsPicture():
            needs.draw(picture, sheet)
        case DaysPicture():
            days.draw(picture, sheet)
        case LossesPicture():
            losses.draw(picture, sheet)
        case MonthsPicture():
            months.draw(picture, sheet)
        case _:
            assert_never(picture)
    return sheet.markup()
