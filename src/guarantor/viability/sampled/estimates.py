"""Estimates: chances counted over runs, each with its error."""

from dataclasses import dataclass
from math import sqrt

ERRORS = 3
"""How many standard errors an error is stated with."""


@dataclass(frozen=True, kw_only=True)
class Estimate:
    """An estimated chance.

    Attributes:
        mean: The share of the runs in which it holds, from 0 to 1.
        standard_error: One standard deviation of the mean. It is never 0 because all runs agree:
            nine runs are added, half of which hold (Agresti and Coull 1998, at three standard
            errors), so where none of *n* runs holds, three standard errors are some 6.4 / *n*. It
            is 0 only where nothing had to be drawn.
        runs: How many runs it rests on; 0 where the structure alone decides and it is certain.
    """

    mean: float
    standard_error: float
    runs: int

    @classmethod
    def of(cls, hits: int, runs: int) -> "Estimate":
        """Return the estimate from how many of some runs hold."""
        share = (hits + ERRORS**2 / 2) / (runs + ERRORS**2)
        error = sqrt(share * (1 - share) / (runs + ERRORS**2))
        return cls(mean=hits / runs, standard_error=error, runs=runs)

    @classmethod
    def certain(cls, *, holds: bool) -> "Estimate":
        """Return what is so in every run."""
        return cls(mean=float(holds), standard_error=0.0, runs=0)


@dataclass(frozen=True, kw_only=True)
class SampledChance:
    """A chance as an interval whose ends are estimates."""

    low: Estimate
    high: Estimate


def in_order(estimate: Estimate) -> tuple[float, float]:
    """Order estimates by their mean; what is certainly 0 or 1 lies beyond what was always so."""
    error = estimate.standard_error
    return estimate.mean, error if estimate.mean < 0.5 else -error  # noqa: PLR2004  the middle
