"""Exact chances: a question compiled once, each of its ends and readings one decision diagram."""

from itertools import product

import numpy as np
from numpy.typing import NDArray

from guarantor.errors import TooLarge
from guarantor.model import Chance, End
from guarantor.viability.diagrams.assembling import assembled
from guarantor.viability.diagrams.compiling import compiled
from guarantor.viability.diagrams.core import Core, Keep
from guarantor.viability.diagrams.deliveries import Deliveries
from guarantor.viability.diagrams.diagram import Diagram
from guarantor.viability.diagrams.targets import Targets, Wanted, targets
from guarantor.viability.fixpoint import Reading
from guarantor.viability.method import Method
from guarantor.viability.structure import Structure

MOST_CORNERS = 4096
"""Most ways of choosing ends for what stands under a ``not``."""
_LARGEST_KEPT = 1_000_000
"""Most nodes of a diagram that is kept after the single answer it was made for."""
_MOST_GROUPS = 40
"""Most groups of lines that one diagram holds, a bit each."""


class Exact:
    """The chances of a question, exact for independent events.

    Targets are named ``met``, ``line ID``, ``joins CODE`` and ``contributes CODE``.
    """

    def __init__(
        self,
        low: Structure,
        high: Structure,
        method: Method,
        *,
        wanted: Wanted = Wanted.EVERYTHING,
        keep: Keep = Keep.UNCERTAIN,
    ) -> None:
        """Prepare; diagrams are compiled when they are asked for.

        Args:
            low: The structure with quantities counted low.
            high: The same with quantities counted high.
            method: What may be spent on each diagram.
            wanted: Which targets are.
            keep: Which events are variables, and can be supposed otherwise later.
        """
        self.structures = {End.LOW: low, End.HIGH: high}
        self.core = Core(self.structures, method, keep)
        self._method = method
        self._wanted = wanted
        self._targets: dict[tuple[End, Reading], Targets] = {}
        self._diagrams: dict[Targets, Diagram] = {}
        self._answers: dict[tuple[Targets, End], dict[str, NDArray[np.float64]]] = {}

    def chances(self, reading: Reading) -> dict[str, Chance]:
        """Return the chance of every target as an interval.

        Raises:
            OverBudget: A diagram would have more nodes than it may.
            OutOfTime: The method's time is up.
            TooLarge: Too much stands under a ``not`` with a chance that is an interval.
        """
        lows, highs = self._at(End.LOW, reading), self._at(End.HIGH, reading)
        return {name: interval(lows[name], high) for name, high in highs.items()}

    def _at(self, end: End, reading: Reading) -> dict[str, NDArray[np.float64]]:
        """Return the chance of each target at one end, a column a corner; it is kept."""
        key = (self._targets_at(end, reading), end)
        if key not in self._answers:
            self._answers[key] = self.diagram(end, reading).chances(self.weights(end))
        return self._answers[key]

    def weights(self, end: End, structure: Structure | None = None) -> NDArray[np.float64]:
        """Return the chance of each variable at one end: a row a variable, a column a corner.

        A proposition under a ``not`` whose chance is an interval is taken at both ends, case by
        case: each way of doing so is a corner.

        Args:
            end: The end.
            structure: Where the chances are taken from; the engine's own where left out.
        """
        structure = structure or self.structures[end]
        given = [structure.chances[name] for name in self.core.variables]
        both = [
            place
            for place, name in enumerate(self.core.variables)
            if name in structure.at_both_ends
        ]
        if 1 << len(both) > MOST_CORNERS:
            msg = (
                f"{len(both)} propositions under a not have a chance that is an interval, which is "
                f"{2 ** len(both):,} cases and more than {MOST_CORNERS:,}: give some of them one "
                "number, or suppose them"
            )
            raise TooLarge(msg)
        weights = np.array([[chance.at(end)] for chance in given]).reshape(len(given), 1)
        weights = np.repeat(weights, 1 << len(both), axis=1)
        for column, ends in enumerate(product(End, repeat=len(both))):
            for place, chosen in zip(both, ends, strict=True):
                weights[place, column] = given[place].at(chosen)
        return weights

    def at(self, end: End) -> NDArray[np.float64]:
        """Return the chance of each variable at one end, what stands under a ``not`` included."""
        chances = self.structures[end].chances
        return np.array([chances[name].at(end) for name in self.core.variables])

    def diagram(self, end: End, reading: Reading) -> Diagram:
        """Return the diagram of one end in one reading; equal ones are compiled once.

        One that is large and made for a single answer is not kept.

        Raises:
            OverBudget: It would have more nodes than it may.
            OutOfTime: The method's time is up.
        """
        found = self._targets_at(end, reading)
        if found in self._diagrams:
            return self._diagrams[found]
        diagram = self._compiled(found)
        if self.core.keep is not Keep.OPEN or len(diagram) <= _LARGEST_KEPT:
            self._diagrams[found] = diagram
        return diagram

    def _targets_at(self, end: End, reading: Reading) -> Targets:
        if (end, reading) not in self._targets:
            self._targets[end, reading] = targets(self.core, end, reading, self._wanted)
        return self._targets[end, reading]

    def _compiled(self, found: Targets) -> Diagram:
        if len(found.groups) > _MOST_GROUPS:
            msg = (
                f"{len(found.groups)} lines of different capabilities are more than the "
                f"{_MOST_GROUPS} that are answered exactly together: ask for --method sampled"
            )
            raise TooLarge(msg)
        core = self.core
        groups = [Deliveries(parcels) for parcels in found.groups]
        nodes = compiled(core.functions, groups, dict(found.lines), self._method)
        return assembled(core.variables, nodes, core.functions, dict(found.functions))


def interval(lows: NDArray[np.float64], highs: NDArray[np.float64]) -> Chance:
    """Return the interval from the lowest to the highest of some corners, rounding cut off."""
    low, high = (min(max(float(one), 0.0), 1.0) for one in (lows.min(), highs.max()))
    return Chance(low=min(low, high), high=high)
