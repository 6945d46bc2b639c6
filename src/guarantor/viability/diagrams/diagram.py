"""The decision diagram: chances of many targets as one sweep over its nodes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Values = NDArray[np.float64]

Numbers = NDArray[np.int32]

PRODUCT = -1
"""The variable of a layer whose nodes are products."""
_LARGE = 30_000
"""From so many nodes on, sweeps are worth loading a compiler for."""


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
    low: Numbers
    high: Numbers
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
        if chances.ndim == 1 and len(self) > _LARGE:
            # Here and not on top: importing numba takes longer than most questions.
            from guarantor.viability.diagrams.sweep_kernels import sweep_up  # noqa: PLC0415

            sweep_up(self._flat, chances, found)
            return found
        for layer in self.layers:
            _sweep_layer(layer, chances, found)
        return found

    @cached_property
    def _flat(
        self,
    ) -> tuple[NDArray[np.int64], NDArray[np.int64], Numbers, Numbers, Values, Values]:
        """Of each layer its variable and first node, then of each node low, high and weights."""
        starts = [*(layer.start for layer in self.layers), len(self)]
        none, one = np.zeros(2, dtype=np.int32), np.ones(2)
        return (
            np.array([layer.variable for layer in self.layers], dtype=np.int64),
            np.array(starts, dtype=np.int64),
            np.concatenate([none, *(layer.low for layer in self.layers)]),
            np.concatenate([none, *(layer.high for layer in self.layers)]),
            np.concatenate([one, *(layer.low_weight for layer in self.layers)]),
            np.concatenate([one, *(layer.high_weight for layer in self.layers)]),
        )

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
        if len(self) > _LARGE:
            from guarantor.viability.diagrams.sweep_kernels import sweep_down  # noqa: PLC0415  likewise

            sweep_down(self._flat, chances, values, reach, found)
            return found
        for layer in reversed(self.layers):
            if layer.start <= root:
                _sweep_back(layer, chances, values, reach, found)
        return found


def _sweep_layer(layer: Layer, chances: Values, values: Values) -> None:
    """Work out what the nodes of one layer are worth."""
    low, high = values[layer.low], values[layer.high]
    into = values[layer.start : layer.stop]
    if layer.variable == PRODUCT:
        np.multiply(low, high, out=into)
        return
    chance = chances[layer.variable]
    shape = (-1, *[1] * (chances.ndim - 1))
    low *= layer.low_weight.reshape(shape)
    high *= layer.high_weight.reshape(shape)
    low *= 1 - chance
    high *= chance
    np.add(low, high, out=into)


def _sweep_back(
    layer: Layer, chances: Values, values: Values, reach: Values, gradient: Values
) -> None:
    """Pass on how far the nodes of one layer are reached, and note what their variable decides."""
    here = reach[layer.start : layer.stop]
    low, high = layer.low[: len(here)], layer.high[: len(here)]
    if layer.variable == PRODUCT:
        np.add.at(reach, low, here * values[high])
        np.add.at(reach, high, here * values[low])
        return
    to_low = here * layer.low_weight[: len(here)]
    to_high = here * layer.high_weight[: len(here)]
    gradient[layer.variable] += to_high @ values[high] - to_low @ values[low]
    chance = chances[layer.variable]
    np.add.at(reach, low, to_low * (1 - chance))
    np.add.at(reach, high, to_high * chance)
