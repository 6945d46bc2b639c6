"""How much, and how likely: amounts that say what nobody disclosed, and chances as intervals."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class End(StrEnum):
    """The end of every interval that a result is computed at."""

    LOW = "low"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How much is offered, in the contribution's unit.

    Attributes:
        low: The least it can be. For an undisclosed quantity what was stated as its least, or 0:
            a bound, not an amount.
        high: The most it can be; ``None`` where nothing bounds it.
        is_disclosed: Whether anybody gave a number.
    """

    low: Decimal
    high: Decimal | None
    is_disclosed: bool = True

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high < self.low):
            msg = f"a quantity runs from 0 upwards, low end first, not {self.low} to {self.high}"
            raise ValueError(msg)
        if self.is_disclosed and self.high is None:
            msg = "a disclosed quantity is bounded"
            raise ValueError(msg)

    @classmethod
    def exactly(cls, amount: Decimal | int) -> "Quantity":
        """Return a disclosed quantity that is one number."""
        return cls(low=Decimal(amount), high=Decimal(amount))

    def __str__(self) -> str:
        """Return the quantity as a person would write it, such as ``3,000–4,000``."""
        if self.is_disclosed:
            return say_range(self.low, self.high)
        bounds = [f"at least {say_number(self.low)}"] if self.low else []
        bounds += [f"at most {say_number(self.high)}"] if self.high is not None else []
        return f"undisclosed ({', '.join(bounds)})" if bounds else "undisclosed"


UNDISCLOSED = Quantity(low=Decimal(0), high=None, is_disclosed=False)
"""A quantity that exists and that nobody disclosed. It is never zero."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """How much a requirement line needs; where ``low`` is ``None`` nobody said."""

    low: Decimal | None
    high: Decimal | None

    def __post_init__(self) -> None:
        if (self.low is None) != (self.high is None):
            msg = "a need has both ends or neither"
            raise ValueError(msg)
        if self.low is not None and self.high is not None and not 0 <= self.low <= self.high:
            msg = f"a need runs from 0 upwards, low end first, not {self.low} to {self.high}"
            raise ValueError(msg)

    def __str__(self) -> str:
        """Return the need as a person would write it."""
        return "unknown" if self.low is None else say_range(self.low, self.high)


MOST_WEIGHT = 1_000_000
"""The largest weight of an uncertain chance: its spread is then below a thousandth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """A chance from 0 to 1: an interval, a point, or a point that is uncertain itself.

    An uncertain chance is a Beta distribution of alpha = mean x weight and beta = (1 - mean) x
    weight. Whoever asks for its ends is given its mean.

    Attributes:
        low: The low end; of an uncertain chance its mean.
        high: The high end; of an uncertain chance its mean, too.
        weight: How many cases an uncertain chance is as good as, above 0 and at most 1,000,000;
            its mean lies between 0 and 1 and is neither. ``None`` where the chance is a point or
            an interval.
    """

    low: float
    high: float
    weight: float | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high <= 1:
            msg = f"a chance runs from 0 to 1, low end first, not {self.low} to {self.high}"
            raise ValueError(msg)
        if self.weight is not None:
            self._check_weight(self.weight)

    def _check_weight(self, weight: float) -> None:
        if self.low != self.high or self.low in {0, 1}:
            msg = f"an uncertain chance has one mean within 0 to 1, not {self.low} to {self.high}"
            raise ValueError(msg)
        if not 0 < weight <= MOST_WEIGHT:
            msg = f"a weight is above 0 and at most {MOST_WEIGHT:,}, not {weight}"
            raise ValueError(msg)

    def at(self, end: End) -> float:
        """Return one end."""
        return self.low if end is End.LOW else self.high

    @property
    def beta(self) -> tuple[float, float] | None:
        """The alpha and beta of an uncertain chance, else ``None``.

        Example:
            >>> Chance(low=0.25, high=0.25, weight=12).beta
            (3.0, 9.0)
        """
        if self.weight is None:
            return None
        return self.low * self.weight, (1 - self.low) * self.weight

    def __str__(self) -> str:
        """Return the chance as a person would write it.

        Example:
            >>> print(Chance(low=0.2, high=0.4), Chance(low=0.4, high=0.4, weight=12), sep="; ")
            0.2–0.4; Beta, mean 0.4, weight 12
        """
        if self.weight is not None:
            return f"Beta, mean {self.low:.15g}, weight {self.weight:.15g}"
        low, high = f"{self.low:.15g}", f"{self.high:.15g}"
        return low if low == high else f"{low}–{high}"


UNKNOWN = Chance(low=0.0, high=1.0)
CERTAIN = Chance(low=1.0, high=1.0)
IMPOSSIBLE = Chance(low=0.0, high=0.0)

WORDS: dict[str, Chance] = {
    "almost no chance": Chance(low=0.01, high=0.05),
    "very unlikely": Chance(low=0.05, high=0.20),
    "unlikely": Chance(low=0.20, high=0.45),
    "roughly even": Chance(low=0.45, high=0.55),
    "likely": Chance(low=0.55, high=0.80),
    "very likely": Chance(low=0.80, high=0.95),
    "almost certain": Chance(low=0.95, high=0.99),
}
"""Words of estimative probability with their bands (ICD 203, 2015)."""


def say_number(amount: Decimal) -> str:
    """Return a number with thousands apart and no idle zeros.

    Example:
        >>> say_number(Decimal("12500.50"))
        '12,500.5'
    """
    text = f"{amount:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def say_range(low: Decimal, high: Decimal | None) -> str:
    """Return a range, or one number where both ends are the same."""
    if high is None:
        return f"{say_number(low)} or more"
    return say_number(low) if low == high else f"{say_number(low)}–{say_number(high)}"
