"""Kernels: the sweeps over a decision diagram, compiled.

Their plain twins are in :mod:`guarantor.viability.diagrams.diagram`, layer by layer in NumPy.
"""

import numpy as np
from numpy.typing import NDArray

from guarantor.viability.sampled.bit_kernels import compiled

Values = NDArray[np.float64]
Flat = tuple[
    NDArray[np.int64], NDArray[np.int64], NDArray[np.int32], NDArray[np.int32], Values, Values
]
"""Of each layer its variable and its first node, then of each node low, high and both weights."""


@compiled
def sweep_up(  # pragma: no cover  machine code is not traced
    flat: Flat, chances: Values, values: Values
) -> None:
    """Work out what every node is worth, foundations first; the first two values are given."""
    variables, starts, low, high, low_weight, high_weight = flat
    for layer in range(len(variables)):
        variable = variables[layer]
        if variable < 0:
            for node in range(starts[layer], starts[layer + 1]):
                values[node] = values[low[node]] * values[high[node]]
        else:
            chance = chances[variable]
            for node in range(starts[layer], starts[layer + 1]):
                values[node] = (1 - chance) * low_weight[node] * values[low[node]] + (
                    chance * high_weight[node] * values[high[node]]
                )


@compiled
def sweep_down(  # pragma: no cover  machine code is not traced
    flat: Flat, chances: Values, values: Values, reach: Values, gradient: Values
) -> None:
    """Work out how far what is reached from above depends on the chance of each variable."""
    variables, starts, low, high, low_weight, high_weight = flat
    for layer in range(len(variables) - 1, -1, -1):
        variable = variables[layer]
        first, last = starts[layer], min(starts[layer + 1], len(reach))
        if variable < 0:
            for node in range(first, last):
                reach[low[node]] += reach[node] * values[high[node]]
                reach[high[node]] += reach[node] * values[low[node]]
        else:
            chance = chances[variable]
            decides = 0.0
            for node in range(first, last):
                to_low = reach[node] * low_weight[node]
                to_high = reach[node] * high_weight[node]
                decides += to_high * values[high[node]] - to_low * values[low[node]]
                reach[low[node]] += to_low * (1 - chance)
                reach[high[node]] += to_high * chance
            gradient[variable] += decides
