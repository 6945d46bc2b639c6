"""Shares with their intervals: how often something was right, and how sure that is."""

import math
import random
from dataclasses import dataclass
from typing import NamedTuple

_Z = 1.959963984540054
_RESAMPLES = 1000
_SEED = 20250315
TITLE = f"{'':<14}{'precision':>22}{'recall':>22}{'F':>22}{'right':>7}{'of':>6}{'wanted':>8}"
"""The head of a table of figures."""


class Interval(NamedTuple):
    """The ends of a 95 % interval."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Count:
    """How often a step was right.

    Attributes:
        right: How many were found and right.
        proposed: How many were found.
        wanted: How many there were to find.
    """

    right: int = 0
    proposed: int = 0
    wanted: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.right + other.right, self.proposed + other.proposed, self.wanted + other.wanted
        )

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; ``None`` where nothing was found."""
        return self.right / self.proposed if self.proposed else None

    @property
    def recall(self) -> float | None:
        """The share of what there was that was found; ``None`` where there was nothing."""
        return self.right / self.wanted if self.wanted else None

    @property
    def f(self) -> float | None:
        """The harmonic mean of both; ``None`` where neither is known."""
        total = self.proposed + self.wanted
        return 2 * self.right / total if total else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A step's figures.

    Attributes:
        name: The step.
        count: How often it was right.
        precision_interval: 95 %, by Wilson (1927).
        recall_interval: 95 %, by Wilson (1927).
        f_interval: 95 %, from resampling whole documents (Efron 1979).
    """

    name: str
    count: Count
    precision_interval: Interval | None
    recall_interval: Interval | None
    f_interval: Interval | None


def wilson(right: int, total: int) -> Interval | None:
    """Return the 95 % interval of a share (Wilson 1927); nothing where there is no case.

    Example:
        >>> low, high = wilson(5, 10)
        >>> round(low, 3), round(high, 3)
        (0.237, 0.763)
    """
    if total == 0:
        return None
    share = right / total
    square = _Z * _Z
    centre = (share + square / (2 * total)) / (1 + square / total)
    half = _Z * math.sqrt(share * (1 - share) / total + square / (4 * total * total))
    half /= 1 + square / total
    return Interval(min(share, max(0.0, centre - half)), max(share, min(1.0, centre + half)))


def score(name: str, counts: list[Count]) -> Score:
    """Return the figures of a step from its counts, one a document."""
    total = sum(counts, Count())
    return Score(
        name=name,
        count=total,
        precision_interval=wilson(total.right, total.proposed),
        recall_interval=wilson(total.right, total.wanted),
        f_interval=_resampled(counts),
    )


def _resampled(counts: list[Count]) -> Interval | None:
    """Return the interval of F when documents are drawn anew, always the same draws."""
    rng = random.Random(_SEED)  # noqa: S311 - a resampling, no secret
    figures = []
    for _ in range(_RESAMPLES):
        right = proposed = wanted = 0
        for one in rng.choices(counts, k=len(counts)) if counts else ():
            right, proposed, wanted = (
                right + one.right,
                proposed + one.proposed,
                wanted + one.wanted,
            )
        if proposed + wanted:
            figures.append(2 * right / (proposed + wanted))
    if not figures:
        return None
    figures.sort()
    edge = len(figures) // 40
    return Interval(figures[edge], figures[-1 - edge])


def row(score: Score) -> str:
    """Return the figures of a step as a row of a table, under :data:`TITLE`."""
    count = score.count
    figures = "".join(
        f"{_figure(value, interval):>22}"
        for value, interval in (
            (count.precision, score.precision_interval),
            (count.recall, score.recall_interval),
            (count.f, score.f_interval),
        )
    )
    return f"{score.name:<14}{figures}{count.right:>7}{count.proposed:>6}{count.wanted:>8}"


def _figure(value: float | None, interval: Interval | None) -> str:
    if value is None or interval is None:
        return "–"
    return f"{value:.2f} ({interval.low:.2f}–{interval.high:.2f})"


def as_json(score: Score) -> dict[str, object]:
    """Return the figures of a step as plain values, ready for JSON."""
    count = score.count
    return {
        "name": score.name,
        "right": count.right,
        "proposed": count.proposed,
        "wanted": count.wanted,
        "precision": _with_interval(count.precision, score.precision_interval),
        "recall": _with_interval(count.recall, score.recall_interval),
        "f": _with_interval(count.f, score.f_interval),
    }


def _with_interval(value: float | None, interval: Interval | None) -> dict[str, float] | None:
    if value is None or interval is None:
        return None
    return {"value": value, "low": interval.low, "high": interval.high}
