"""Counting: how quantities, needs and doubtful dates are counted."""

from decimal import Decimal
from enum import StrEnum

from guarantor.model import Need, Quantity


class Counting(StrEnum):
    """How quantities, needs and doubtful dates are counted."""

    LOW = "low"
    """Low quantities, high needs, an undisclosed quantity at its stated least, else as nothing."""
    HIGH = "undisclosed_enough"
    """High quantities, low needs, an undisclosed quantity at its stated most, else as enough."""
    DISCLOSED = "disclosed"
    """High quantities, low needs, an undisclosed quantity at its stated least, else as nothing."""

    def amount(self, quantity: Quantity) -> Decimal | None:
        """Return how much a quantity counts; ``None`` is enough for any need."""
        if self is Counting.LOW or (self is Counting.DISCLOSED and not quantity.is_disclosed):
            return quantity.low
        return quantity.high

    def need(self, need: Need) -> Decimal | None:
        """Return how much a need counts; ``None`` where nobody said."""
        return need.high if self is Counting.LOW else need.low
