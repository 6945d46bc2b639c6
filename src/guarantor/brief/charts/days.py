"""Draws breadth and substance by day: steps that hold until something new was published."""

from collections.abc import Callable
from datetime import date, timedelta

from guarantor.brief.charts.svg import LINE, Sheet
from guarantor.brief.pictures import DayPoint, DaysPicture

LEFT, RIGHT = 26, 6
BREADTH, SUBSTANCE = 90, 130
NUMBER = 15  # pixels that the number of an event takes


class Axis:
    """Turns days into pixels; the last day keeps some room so that its step can be seen."""

    def __init__(self, points: tuple[DayPoint, ...], width: int) -> None:
        self.first, self.last = points[0].day, points[-1].day
        self.days = max((self.last - self.first).days + 2, 1)
        self.width = width - LEFT - RIGHT
        self.end = LEFT + float(self.width)

    def x(self, day: date) -> float:
        """Return where a day begins."""
        return LEFT + (day - self.first).days * self.width / self.days


def draw(picture: DaysPicture, sheet: Sheet) -> None:
    """Draw the numbers of the events, breadth, substance, the months and the legend."""
    points = picture.points
    axis = Axis(points, sheet.width)
    _events(sheet, points, axis)
    top = sheet.y
    _breadth(sheet, points, axis)
    _substance(sheet, points, axis)
    for point in points:
        if point.events:
            x = axis.x(point.day)
            sheet.add("line", "event", x1=x, x2=x, y1=top, y2=sheet.y)
    _months(sheet, axis)
    words = list(dict.fromkeys(word for point in points for word in point.by_firmness))
    sheet.legend(words)
    sheet.add("line", "numbers", x1=0, x2=14, y1=sheet.y + 6, y2=sheet.y + 6)
    sheet.write("offers with a number", x=18)


def _events(sheet: Sheet, points: tuple[DayPoint, ...], axis: Axis) -> None:
    """Write the numbers of events above their days, in as many rows as keep them apart."""
    ends: list[float] = []
    for point in points:
        for event in point.events:
            x = axis.x(point.day)
            row = next((at for at, end in enumerate(ends) if end <= x), len(ends))
            ends[row : row + 1] = [x + NUMBER]
            sheet.add("text", "mark", f"{event}", x=x, y=sheet.y + 11 + row * 13)
    sheet.y += len(ends) * 13 + 4


def _breadth(sheet: Sheet, points: tuple[DayPoint, ...], axis: Axis) -> None:
    sheet.write("Breadth: parties with an offer on record", css="label strong")
    most = max(point.parties for point in points)
    frame = _frame(sheet, BREADTH, most, axis)
    values = [(point.day, point.parties) for point in points]
    line = _steps(values, axis, frame)
    floor = frame(0)
    sheet.add("path", "breadth", d=f"M{LEFT} {floor:.1f} L{line} L{axis.end:.1f} {floor:.1f} Z")
    sheet.y += 12


def _substance(sheet: Sheet, points: tuple[DayPoint, ...], axis: Axis) -> None:
    sheet.write("Substance: offers by firmness", css="label strong")
    words = list(dict.fromkeys(word for point in points for word in point.by_firmness))
    most = max(sum(point.by_firmness.values()) for point in points)
    frame = _frame(sheet, SUBSTANCE, most, axis)
    below = [0] * len(points)
    for word in words:
        above = [low + point.by_firmness.get(word, 0) for low, point in zip(below, points, strict=True)]
        _band(sheet, word, points, (below, above), axis, frame)
        below = above
    numbers = [(point.day, point.with_number) for point in points]
    sheet.add("path", "numbers", d=f"M{_steps(numbers, axis, frame)}")


def _band(
    sheet: Sheet,
    word: str,
    points: tuple[DayPoint, ...],
    edges: tuple[list[int], list[int]],
    axis: Axis,
    frame: Callable[[float], float],
) -> None:
    """Draw one word of firmness between its lower and its upper edge."""
    days = [point.day for point in points]
    lower, upper = (
        _steps(list(zip(days, edge, strict=True)), axis, frame).split(" L") for edge in edges
    )
    outline = " L".join([*upper, *reversed(lower)])
    sheet.add("path", f"f-{word}", d=f"M{outline} Z", **sheet.fill(word))


def _frame(sheet: Sheet, height: int, most: int, axis: Axis) -> Callable[[float], float]:
    """Draw the scale of a panel and return where a number of it lies."""
    top, bottom = sheet.y + 4, sheet.y + height
    scale = (bottom - top) / max(most, 1)
    for tick in sorted({0, most // 2, most}):
        y = bottom - tick * scale
        sheet.add("line", "rule", x1=LEFT, x2=axis.end, y1=y, y2=y)
        sheet.add("text", "label number", f"{tick}", x=LEFT - 6, y=y + 4)
    sheet.y = bottom
    return lambda value: bottom - value * scale


def _steps(values: list[tuple[date, int]], axis: Axis, frame: Callable[[float], float]) -> str:
    """Return the corners of steps, each value holding until the next day with one."""
    corners = []
    ends = [axis.x(day) for day, _ in values[1:]] + [axis.end]
    for (day, value), end in zip(values, ends, strict=True):
        y = frame(value)
        corners += [f"{axis.x(day):.1f} {y:.1f}", f"{end:.1f} {y:.1f}"]
    return " L".join(corners)


def _months(sheet: Sheet, axis: Axis) -> None:
    """Write the first and the last day, and between them the months that have room."""
    y = sheet.y + 13
    taken = [(LEFT, LEFT + 50), (axis.end - 50, axis.end)]
    sheet.add("text", "label", f"{axis.first.day} {axis.first:%b}", x=LEFT, y=y)
    sheet.add("text", "label number", f"{axis.last.day} {axis.last:%b}", x=axis.end, y=y)
    day = (axis.first.replace(day=1) + timedelta(days=32)).replace(day=1)
    while day < axis.last:
        x = axis.x(day)
        sheet.add("line", "tick", x1=x, x2=x, y1=sheet.y, y2=sheet.y + 4)
        if all(x + 40 <= start or x >= end for start, end in taken):
            sheet.add("text", "label", f"1 {day:%b}", x=x, y=y)
        day = (day + timedelta(days=32)).replace(day=1)
    sheet.y += LINE + 6
