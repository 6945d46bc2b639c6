"""Meeting: the diagram of one chance alone, that the whole requirement is met."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from guarantor.model import Chance, End
from guarantor.viability.asks.unbounded import Switches
from guarantor.viability.diagrams.diagram import Diagram
from guarantor.viability.diagrams.exact import Exact, interval
from guarantor.viability.diagrams.targets import MET
from guarantor.viability.fixpoint import Reading

Values = NDArray[np.float64]


class Meeting:
    """P(met) of a question, exact, with some events made certain.

    Attributes:
        exact: The engine whose diagrams it reads.
    """

    def __init__(self, exact: Exact) -> None:
        self.exact = exact

    def chances(self, reading: Reading, switched: Sequence[Switches]) -> list[Chance]:
        """Return P(met) with each of some sets of events made certain.

        Raises:
            OverBudget: A diagram would have more nodes than it may.
            OutOfTime: The method's time is up.
            TooLarge: Too much stands under a ``not`` with a chance that is an interval.
        """
        lows, highs = (self._at(end, reading, switched) for end in End)
        return [interval(low, high) for low, high in zip(lows, highs, strict=True)]

    def _at(self, end: End, reading: Reading, switched: Sequence[Switches]) -> Values:
        """Return P(met) at one end: a row a set of switches, a column a corner."""
        diagram = self.exact.diagram(end, reading)
        weights = self.exact.weights(end)
        if sum(map(bool, switched)) > 1 and all(len(one) <= 1 for one in switched):
            return self._by_gradient(diagram, weights, switched)
        rows = [diagram.chances(self._set(weights, one))[MET] for one in switched]
        return np.array(rows).reshape(len(switched), weights.shape[1])

    def _by_gradient(
        self, diagram: Diagram, weights: Values, switched: Sequence[Switches]
    ) -> Values:
        """Return the same for sets of one event at most, by one sweep up and one down a corner.

        P(met) is linear in the chance of each event, so that its slope says what certainty adds.
        """
        place = self.exact.core.place
        base = diagram.chances(weights)[MET]
        rows = np.tile(base, (len(switched), 1))
        for corner in range(weights.shape[1]):
            slopes = diagram.gradient(weights[:, corner], MET)
            adds = slopes * (1 - weights[:, corner])
            for row, events in enumerate(switched):
                rows[row, corner] += sum(adds[place[name]] for name in events if name in place)
        return rows

    def _set(self, weights: Values, events: Switches) -> Values:
        place = self.exact.core.place
        rows = [place[name] for name in events if name in place]
        found = weights.copy()
        found[rows] = 1.0
        return found
