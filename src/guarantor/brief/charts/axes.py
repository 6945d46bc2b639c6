"""Turns days and numbers into pixels."""

from dataclasses import dataclass
from datetime import date

from guarantor.brief.pictures import DayPoint

LEFT, RIGHT = 26, 6


class Axis:
    """Days from left to right; the last day keeps some room so that its step can be seen."""

    def __init__(self, points: tuple[DayPoint, ...], width: int) -> None:
        self.days = [point.day for point in points]
        self.first, self.last = self.days[0], self.days[-1]
        self.end = float(width - RIGHT)
        self._pixels = (width - LEFT - RIGHT) / ((self.last - self.first).days + 2)

    def x(self, day: date) -> float:
        """Return where a day begins."""
        return LEFT + (day - self.first).days * self._pixels


@dataclass(frozen=True, slots=True)
class Frame:
    """A panel: days from left to right, numbers upwards from ``bottom``."""

    axis: Axis
    bottom: float
    pixels: float

    def y(self, value: float) -> float:
        """Return where a number lies."""
        return self.bottom - value * self.pixels

    def steps(self, values: list[int]) -> list[str]:
        """Return the corners of steps, each value holding until the next day of the axis."""
        starts = [self.axis.x(day) for day in self.axis.days]
        corners = []
        for start, end, value in zip(starts, [*starts[1:], self.axis.end], values, strict=True):
            corners += [f"{start:.1f} {self.y(value):.1f}", f"{end:.1f} {self.y(value):.1f}"]
        return corners


def path(corners: list[str]) -> str:
    """Return corners as the path through them."""
    return f"M{' L'.join(corners)}"
