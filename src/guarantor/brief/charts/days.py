"""Draws breadth and substance by day: steps that hold until something new was published."""

import calendar
from datetime import date, timedelta

from guarantor.brief.charts.axes import LEFT, Axis, Frame, path
from guarantor.brief.charts.svg import LINE, Sheet
from guarantor.brief.firmness import firmest_first
from guarantor.brief.pictures import DayPoint, DaysPicture

BREADTH, SUBSTANCE = 90, 130  # heights of the panels
NUMBER = 15  # pixels that the number of an event takes
ROOM = 50  # pixels that the name of a day takes


def draw(picture: DaysPicture, sheet: Sheet) -> None:
    """Draw the numbers of the events, breadth, substance, the months and the legend."""
    points, axis = picture.points, Axis(picture.points, sheet.width)
    words = firmest_first(word for point in points for word in point.by_firmness)
    _numbers_of_events(sheet, points, axis)
    _breadth(sheet, points, axis)
    _substance(sheet, points, axis, words)
    _months(sheet, axis)
    sheet.legend(words)
    sheet.add("line", "numbers", x1=0, x2=14, y1=sheet.y + 6, y2=sheet.y + 6)
    sheet.write("those with a number", x=18)


def _numbers_of_events(sheet: Sheet, points: tuple[DayPoint, ...], axis: Axis) -> None:
    """Write the numbers above their days, in as many rows as keep them apart."""
    ends: list[float] = []
    for point in points:
        for event in point.events:
            x = axis.x(point.day)
            row = next((at for at, end in enumerate(ends) if end <= x), len(ends))
            ends[row : row + 1] = [x + NUMBER]
            sheet.add("text", "mark", f"{event}", x=min(x, axis.end - 4), y=sheet.y + 11 + row * 13)
    sheet.y += len(ends) * 13 + 4


def _breadth(sheet: Sheet, points: tuple[DayPoint, ...], axis: Axis) -> None:
    sheet.write("Breadth: parties with an offer on record", css="label strong")
    frame = _frame(sheet, BREADTH, max(point.parties for point in points), axis)
    steps = frame.steps([point.parties for point in points])
    floor = [f"{axis.end:.1f} {frame.bottom:.1f}", f"{LEFT} {frame.bottom:.1f}"]
    sheet.add("path", "breadth", d=f"{path([*steps, *floor])} Z")
    _lines_of_events(sheet, points, frame, BREADTH)
    sheet.y += 12


def _substance(sheet: Sheet, points: tuple[DayPoint, ...], axis: Axis, words: list[str]) -> None:
    """Draw the offers one word of firmness upon another, the firmest at the bottom."""
    sheet.write("Substance: their offers by firmness", css="label strong")
    frame = _frame(sheet, SUBSTANCE, max(sum(p.by_firmness.values()) for p in points), axis)
    lower = [0] * len(points)
    for word in words:
        many = [point.by_firmness.get(word, 0) for point in points]
        upper = [low + more for low, more in zip(lower, many, strict=True)]
        outline = [*frame.steps(upper), *reversed(frame.steps(lower))]
        sheet.add("path", f"f-{word}", d=f"{path(outline)} Z")
        lower = upper
    sheet.add("path", "numbers", d=path(frame.steps([point.with_number for point in points])))
    _lines_of_events(sheet, points, frame, SUBSTANCE)


def _lines_of_events(sheet: Sheet, points: tuple[DayPoint, ...], frame: Frame, height: int) -> None:
    """Draw a line through a panel on each day with an event."""
    for point in points:
        if point.events:
            x, top = frame.axis.x(point.day), frame.bottom - height + 4
            sheet.add("line", "event", x1=x, x2=x, y1=top, y2=frame.bottom)


def _frame(sheet: Sheet, height: int, most: int, axis: Axis) -> Frame:
    """Draw the scale of a panel and move to its floor."""
    frame = Frame(axis, sheet.y + height, (height - 4) / max(most, 1))
    for tick in sorted({0, most // 2, most}):
        y = frame.y(tick)
        sheet.add("line", "rule", x1=LEFT, x2=axis.end, y1=y, y2=y)
        sheet.add("text", "label number", f"{tick}", x=LEFT - 6, y=y + 4)
    sheet.y = frame.bottom
    return frame


def _months(sheet: Sheet, axis: Axis) -> None:
    """Write the first and the last day, and between them the months that have room."""
    y = sheet.y + 13
    sheet.add("text", "label", _short(axis.first), x=LEFT, y=y)
    if axis.last > axis.first:
        sheet.add("text", "label number", _short(axis.last), x=axis.end, y=y)
    month, ends = axis.first, float(LEFT + ROOM)
    while (month := _next_month(month)) < axis.last:
        x = axis.x(month)
        sheet.add("line", "tick", x1=x, x2=x, y1=sheet.y, y2=sheet.y + 4)
        if ends <= x <= axis.end - 2 * ROOM:
            sheet.add("text", "label", _short(month), x=x, y=y)
            ends = x + ROOM
    sheet.y += LINE + 6


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def _short(day: date) -> str:
    return f"{day.day} {calendar.month_abbr[day.month]}"
