"""The decision diagram: chances of many targets as one sweep over its nodes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

PRODUCT = -1
"""The variable of a layer whose nodes are products."""


@dataclass(frozen=True, kw_only=True)
class Layer:
    """Nodes of one kind that lie side by side; each rests on earlier ones only.

    A node of a decision on a variable with chance ``p`` is worth
    ``(1 - p) * low_weight * value[low] + p * high_weight * value[high]``; a product is worth
    ``value[low] * value[high]``.

    Attributes:
        variable: Place of the variable in the diagram's order, or ``PRODUCT``.
        start: Number of the first node.
        low: For each node, the node when the variable is false.
        high: For each node, the node when it is true.
        low_weight: For each node, the share of the chance that remains that way.
        high_weight: Likewise.
    """

    variable: int
    start: int
    low: NDArray[np.int32]
    high: NDArray[np.int32]
    low_weight: Values
    high_weight: Values

    @property
    def stop(self) -> int:
        """One past the number of the last node."""
        return self.start + len(self.low)


@dataclass(frozen=True, kw_only=True)
class Diagram:
    """Targets over independent events, compiled.

    Node 0 is worth 0 and node 1 is worth 1.

    Attributes:
        variables: The events, in order.
        layers: The nodes, foundations first.
        roots: For each target, a weight and the node it is worth that many times.
    """

    variables: tuple[str, ...]
    layers: Sequence[Layer]
    roots: Mapping[str, tuple[float, int]]

    def __len__(self) -> int:
        """Return how many nodes there are, 0 and 1 among them."""
        return self.layers[-1].stop if self.layers else 2

    def values(self, chances: Values) -> Values:
        """Return what every node is worth.

        Args:
            chances: The chance of each variable; or one row for each variable, a column a scenario.
        """
        found = np.empty((len(self), *chances.shape[1:]))
        found[0], found[1] = 0.0, 1.0
        for layer in self.layers:
            low, high = found[layer.low], found[layer.high]
            into = found[layer.start : layer.stop]
            if layer.variable == PRODUCT:
                np.multiply(low, high, out=into)
                continue
            chance = chances[layer.variable]
            weights = (layer.low_weight, layer.high_weight)
            if chances.ndim > 1:
                weights = (weights[0][:, None], weights[1][:, None])
            low *= weights[0]
            high *= weights[1]
            low *= 1 - chance
            high *= chance
            np.add(low, high, out=into)
        return found

    def chances(self, chances: Values) -> dict[str, Values]:
        """Return the chance of each target, in each scenario where there are several."""
        values = self.values(chances)
        return {name: weight * values[node] for name, (weight, node) in self.roots.items()}

    def gradient(self, chances: Values, target: str) -> Values:
        """Return how the chance of a target grows with that of each variable.

        The chance is linear in each, so this is what it is with the variable true, less what it is
        with the variable false (Birnbaum 1969). One sweep up, one down.

        Args:
            chances: The chance of each variable.
            target: A name among the roots.
        """
        values = self.values(chances)
        weight, root = self.roots[target]
        found = np.zeros(len(self.variables))
        reach = np.zeros(root + 1)
        reach[root] = weight
        for layer in reversed(self.layers):
            if layer.start > root:
                continue
            here = reach[layer.start : layer.stop]
            size = len(here)
            low, high = layer.low[:size], layer.high[:size]
            if layer.variable == PRODUCT:
                np.add.at(reach, low, here * values[high])
                np.add.at(reach, high, here * values[low])
                continue
            to_low = here * layer.low_weight[:size]
            to_high = here * layer.high_weight[:size]
            found[layer.variable] += to_high @ values[high] - to_low @ values[low]
            chance = chances[layer.variable]
            np.add.at(reach, low, to_low * (1 - chance))
            np.add.at(reach, high, to_high * chance)
        return found
