"""Spread: how far uncertain chances move the chance that a requirement is met, and which does."""

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from guarantor.model import Chance, End
from guarantor.viability.diagrams.core import Keep
from guarantor.viability.diagrams.diagram import Diagram
from guarantor.viability.diagrams.exact import Exact
from guarantor.viability.diagrams.targets import MET, Wanted
from guarantor.viability.events import fulfilment, is_fulfilment, owner
from guarantor.viability.fixpoint import Reading
from guarantor.viability.method import Method
from guarantor.viability.spreads.promoting import is_arrival, promoted
from guarantor.viability.structure import Structure

DRAWS = 4096
"""How many sets of chances are drawn, unless the diagram is large."""
_MOST_VALUES = 1 << 27
"""Most values of nodes that are worked out; so many draws are made as that allows."""
_LEAST_DRAWS = 256
_VALUES_AT_A_TIME = 1 << 22
_PERCENTS = (0.1, 0.5, 0.9)

Values = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Driver:
    """How much of the spread comes from one uncertain chance.

    Attributes:
        event: The event whose chance it is: a proposition, in a case of its chance or in all, a
            party's decision, or an offer's fulfilment.
        share: The share of the variance of P(met) that would be gone were the chance known: its
            first-order index (Sobol 1993), from 0 to 1.
    """

    event: str
    share: float

    @property
    def owner(self) -> str:
        """The id of the proposition, party or contribution."""
        return owner(self.event)


@dataclass(frozen=True, kw_only=True)
class Spread:
    """How far the chance that a requirement is met is spread, at one end in one reading.

    Attributes:
        mean: Its mean, exactly: the chance at the means of all.
        deviation: Its standard deviation.
        p10: What it exceeds in nine of ten cases.
        p50: Its median.
        p90: What it exceeds in one of ten cases.
        drivers: The uncertain chances that it rests on, the one with the largest share first.
        together: The share of the variance that no chance has alone.
        draws: How many sets of chances were drawn.
        seed: What they were drawn from.
    """

    mean: float
    deviation: float
    p10: float
    p50: float
    p90: float
    drivers: tuple[Driver, ...]
    together: float
    draws: int
    seed: int


class Spreading:
    """The spread of one question, both ends and both readings on the same draws.

    Chances that are intervals stay at their end; what stands under a ``not`` at the end that makes
    for the least, or the most, with every uncertain chance at its mean.
    """

    def __init__(self, low: Structure, high: Structure, method: Method) -> None:
        """Prepare.

        Args:
            low: The structure with quantities counted low, each case of a chance an event.
            high: The same with quantities counted high.
            method: What may be spent on a diagram, and the seed.
        """
        offers = frozenset(
            owner(event)
            for event, chance in high.chances.items()
            if is_fulfilment(event) and chance.weight is not None
        )
        structures = (promoted(low, offers), promoted(high, offers))
        self._exact = Exact(*structures, method, wanted=Wanted.MET, keep=Keep.OPEN)
        self._method = method

    @property
    def uncertain(self) -> tuple[str, ...]:
        """The events whose chance is uncertain itself, in the order of the diagram."""
        return tuple(self._event(self._exact.core.variables[place]) for place in self._places())

    def at(self, end: End, reading: Reading, *, draws: int | None = None) -> Spread:
        """Return the spread at one end in one reading.

        Args:
            end: The end of all intervals.
            reading: How circular conditions are read.
            draws: How many sets of chances to draw; 4,096 where left out, fewer if the diagram has
                more than 32,768 nodes.

        Raises:
            OverBudget: The diagram outgrows the budget.
            OutOfTime: The method's time is up.
            TooLarge: Too much stands under a ``not`` with a chance that is an interval.
        """
        diagram = self._exact.diagram(end, reading)
        means = self._means(diagram, end)
        mean = float(diagram.chances(means)[MET])
        slopes = diagram.gradient(means, MET)
        many = draws or max(min(DRAWS, _MOST_VALUES // len(diagram)), _LEAST_DRAWS)
        places = self._places()
        drawn = self._drawn(many)
        met = self._met(diagram, means, drawn)
        # What a chance moves alone is a straight line; the rest is what only several move together.
        alone = mean + slopes[places] @ (drawn - means[places][:, None])
        variances = slopes[places] ** 2 * np.array([_variance(self._chance(p)) for p in places])
        rest = float(np.mean((met - alone) ** 2)) if places else 0.0
        return self._told(mean, met, variances, rest)

    def _told(self, mean: float, met: Values, variances: Values, rest: float) -> Spread:
        whole = float(variances.sum()) + rest
        shares = variances / whole if whole else variances
        drivers = [
            Driver(event=event, share=float(share))
            for event, share in zip(self.uncertain, shares, strict=True)
        ]
        p10, p50, p90 = (float(one) for one in np.quantile(met, _PERCENTS))
        return Spread(
            mean=mean,
            deviation=sqrt(whole),
            p10=p10,
            p50=p50,
            p90=p90,
            drivers=tuple(sorted(drivers, key=lambda one: (-one.share, one.event))),
            together=rest / whole if whole else 0.0,
            draws=len(met),
            seed=self._method.seed,
        )

    def _means(self, diagram: Diagram, end: End) -> Values:
        """Return the chance of each variable, or its mean, in the case that counts."""
        corners = self._exact.weights(end)
        met = diagram.chances(corners)[MET]
        best = int(np.argmin(met) if end is End.LOW else np.argmax(met))
        return np.asarray(corners[:, best], dtype=np.float64)

    def _chance(self, place: int) -> Chance:
        return self._exact.structures[End.HIGH].chances[self._exact.core.variables[place]]

    def _places(self) -> list[int]:
        """Return the places of the uncertain chances among the variables."""
        everywhere = range(len(self._exact.core.variables))
        return [place for place in everywhere if self._chance(place).weight is not None]

    def _event(self, variable: str) -> str:
        return fulfilment(owner(variable)) if is_arrival(variable) else variable

    def _drawn(self, draws: int) -> Values:
        """Return sets of chances: a row an uncertain chance, a column a set."""
        rng = np.random.default_rng(self._method.seed)
        betas = [self._chance(place).beta for place in self._places()]
        rows = [rng.beta(*beta, size=draws) for beta in betas if beta is not None]
        return np.array(rows).reshape(len(rows), draws)

    def _met(self, diagram: Diagram, means: Values, drawn: Values) -> Values:
        """Return the chance that the requirement is met for each set of chances."""
        step = max(_VALUES_AT_A_TIME // len(diagram), 1)
        places = self._places()
        found: list[Values] = []
        for first in range(0, drawn.shape[1], step):
            self._method.check_time()
            some = drawn[:, first : first + step]
            chances = np.repeat(means[:, None], some.shape[1], axis=1)
            chances[places] = some
            found.append(diagram.chances(chances)[MET])
        return np.concatenate(found)


def _variance(chance: Chance) -> float:
    """Return the variance of an uncertain chance.

    Example:
        >>> _variance(Chance(low=0.5, high=0.5, weight=3))
        0.0625
    """
    return chance.low * (1 - chance.low) / (1 + (chance.weight or 0))
