"""What the charts show, as data; how it is drawn is the business of ``charts``."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One offer among others: a code to print in it, and whether its party gave a number."""

    code: str
    label: str
    has_number: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OffersPicture:
    """Offers by capability and firmness, each a tile of its own."""

    title: str
    description: str
    capabilities: tuple[tuple[str, tuple[tuple[str, tuple[Tile, ...]], ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """From one amount to another; ``high`` is ``None`` where nothing bounds it."""

    label: str
    low: float
    high: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsGroup:
    """Needs of one capability held against the same offers, in ``unit``.

    Attributes:
        disclosed: What was stated and what was reported, apart; without those that nobody gave.
        undisclosed: How many offers have a size that nobody disclosed. They are never drawn as 0.
        needs: The published needs, smallest first; those unknown are left out.
    """

    capability: str
    unit: str
    disclosed: tuple[Span, ...]
    undisclosed: int
    needs: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsPicture:
    """What is on the table against each published need."""

    title: str
    description: str
    groups: tuple[NeedsGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPoint:
    """How things stood at the end of a day; ``events`` are the numbers of that day's events."""

    day: date
    parties: int
    by_firmness: Mapping[str, int]
    with_number: int
    events: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysPicture:
    """Breadth and substance, day by day as published."""

    title: str
    description: str
    points: tuple[DayPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Offers by firmness, firmest first."""

    label: str
    by_firmness: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class LossesPicture:
    """Which offers fall with what; ``total`` is how many could stand."""

    title: str
    description: str
    total: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPoint:
    """How likely a need is met in a month, and without a break: each from low to high end."""

    month: int
    met: tuple[float, float]
    unbroken: tuple[float, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthsPicture:
    """Chances month by month."""

    title: str
    description: str
    points: tuple[MonthPoint, ...]


Picture = OffersPicture | NeedsPicture | DaysPicture | LossesPicture | MonthsPicture
