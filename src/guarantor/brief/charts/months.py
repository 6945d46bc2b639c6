"""Draws chances month by month: a band from the low to the high end, day to day."""

from collections.abc import Sequence

from guarantor.brief.charts.axes import RIGHT, path
from guarantor.brief.charts.svg import LINE, Sheet
from guarantor.brief.pictures import MonthPoint, MonthsPicture

LEFT = 40  # pixels kept for the scale of percents
HEIGHT = 110
TICKS = (0, 0.5, 1)
ROOM, LAST_ROOM = 26, 74  # pixels that the number of a month takes, and that of the last

Band = Sequence[tuple[int, tuple[float, float]]]


def draw(picture: MonthsPicture, sheet: Sheet) -> None:
    """Draw one panel for each curve over the same months."""
    points = picture.points
    sheet.write("Met in the month", css="label strong")
    _panel(sheet, points, [(one.month, one.met) for one in points])
    sheet.y += 10
    sheet.write("Met in every month up to it, without a break", css="label strong")
    _panel(sheet, points, [(one.month, one.unbroken) for one in points if one.unbroken])


def _panel(sheet: Sheet, points: Sequence[MonthPoint], band: Band) -> None:
    bottom = sheet.y + HEIGHT
    first, last = points[0].month, points[-1].month
    pixels = (sheet.width - LEFT - RIGHT) / max(last - first, 1)

    def corner(month: int, chance: float) -> str:
        return f"{LEFT + (month - first) * pixels:.1f} {bottom - chance * (HEIGHT - 6):.1f}"

    for tick in TICKS:
        y = bottom - tick * (HEIGHT - 6)
        sheet.add("line", "rule", x1=LEFT, x2=sheet.width - RIGHT, y1=y, y2=y)
        sheet.add("text", "label number", f"{tick:.0%}", x=LEFT - 6, y=y + 4)
    if band:
        low = [corner(month, ends[0]) for month, ends in band]
        high = [corner(month, ends[1]) for month, ends in band]
        sheet.add("path", "breadth", d=f"{path([*low, *reversed(high)])} Z")
    sheet.y = bottom
    _months(sheet, first, last, pixels)


def _months(sheet: Sheet, first: int, last: int, pixels: float) -> None:
    """Write the numbers of the months that have room, the first and the last among them."""
    every = max(int(ROOM // pixels) + 1, 1)
    shown = [month for month in range(first, last, every) if (last - month) * pixels >= LAST_ROOM]
    for month in (*shown, last):
        x = LEFT + (month - first) * pixels
        sheet.add("line", "tick", x1=x, x2=x, y1=sheet.y, y2=sheet.y + 4)
        text = f"month {month}" if month == last else str(month)
        sheet.add("text", "label number", text, x=x + 4 if month < last else x, y=sheet.y + 15)
    sheet.y += LINE + 6
