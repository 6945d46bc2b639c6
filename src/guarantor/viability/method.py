"""Methods: how chances are worked out, and what may be spent on it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from guarantor.errors import OutOfTime


class Kind(StrEnum):
    """How chances are worked out."""

    EXACT = "exact"
    """By decision diagram, or not at all."""
    SAMPLED = "sampled"
    """By drawing every event, again and again."""
    AUTO = "auto"
    """Exact where the diagram stays within its budget, else sampled; each answer says which."""


@dataclass(frozen=True, kw_only=True)
class Method:
    """How chances are worked out, and what may be spent on it.

    Attributes:
        kind: Exact, sampled, or exact where that fits.
        nodes: Most nodes of a decision diagram. It is counted in nodes, not in seconds, so that
            the method is the same on every machine.
        seed: What samples are drawn from.
        tolerance: What three standard errors of the chance of the whole requirement should be at
            most, when it is sampled.
        most_runs: Where sampling stops in any case; the error is then larger, and said.
        is_out_of_time: Asked from time to time; once it says yes, the question ends with
            :class:`OutOfTime`, never with another method.
    """

    kind: Kind = Kind.AUTO
    nodes: int = 6_000_000
    seed: int = 1
    tolerance: float = 0.001
    most_runs: int = 1 << 24
    is_out_of_time: Callable[[], bool] | None = None

    def __post_init__(self) -> None:
        if self.nodes < 1 or self.most_runs < 1 or self.tolerance <= 0 or self.seed < 0:
            msg = "a method may take one node and one run or more, within a tolerance above 0"
            raise ValueError(msg)

    def check_time(self) -> None:
        """Check that there is time left.

        Raises:
            OutOfTime: There is not.
        """
        if self.is_out_of_time is not None and self.is_out_of_time():
            raise OutOfTime


DEFAULT = Method()
"""Exact where it fits six million nodes, else sampled to a thousandth."""
