"""Exact chances: a question compiled once, each of its ends and readings one decision diagram."""

from itertools import product

import numpy as np
from numpy.typing import NDArray

from guarantor.errors import TooLarge
from guarantor.model import Chance, End
from guarantor.viability.assembling import assembled
from guarantor.viability.compiling import compiled
from guarantor.viability.core import Core, Keep
from guarantor.viability.deliveries import Deliveries
from guarantor.viability.diagram import Diagram
from guarantor.viability.events import owner
from guarantor.viability.fixpoint import Reading
from guarantor.viability.method import Method
from guarantor.viability.structure import Structure
from guarantor.viability.targets import Targets, Wanted, targets

MOST_CORNERS = 4096
"""Most ways of choosing ends for what stands under a ``not``."""
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

    def chances(self, reading: Reading) -> dict[str, Chance]:
        """Return the chance of every target as an interval.

        Raises:
            OverBudget: A diagram would have more nodes than it may.
            OutOfTime: The method's time is up.
            TooLarge: Too much stands under a ``not`` with a chance that is an interval.
        """
        lows = self._at(End.LOW, reading).min(axis=1, initial=1.0)
        highs = self._at(End.HIGH, reading).max(axis=1, initial=0.0)
        names = self.diagram(End.HIGH, reading).roots
        return {
            name: Chance(low=min(float(low), float(high), 1.0), high=min(float(high), 1.0))
            for name, low, high in zip(names, lows, highs, strict=True)
        }

    def _at(self, end: End, reading: Reading) -> NDArray[np.float64]:
        """Return the chances of all targets at one end: a row a target, a column a corner."""
        diagram = self.diagram(end, reading)
        found = diagram.chances(self.weights(end))
        return np.array([found[name] for name in self.diagram(End.HIGH, reading).roots])

    def weights(self, end: End) -> NDArray[np.float64]:
        """Return the chance of each variable at one end: a row a variable, a column a corner.

        A proposition under a ``not`` whose chance is an interval is taken at both ends, case by
        case: each way of doing so is a corner.
        """
        structure = self.structures[end]
        under_not = frozenset(structure.settled_first)
        given = [structure.chances[name] for name in self.core.variables]
        both = [
            place
            for place, name in enumerate(self.core.variables)
            if owner(name) in under_not and given[place].low < given[place].high
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

        Raises:
            OverBudget: It would have more nodes than it may.
        """
        if (end, reading) not in self._targets:
            self._targets[end, reading] = targets(self.core, end, reading, self._wanted)
        found = self._targets[end, reading]
        if found not in self._diagrams:
            self._diagrams[found] = self._compiled(found)
        return self._diagrams[found]

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
