"""Assembling: the levels of a compiled diagram laid out as one sweep, foundations first."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from guarantor.viability.diagrams.compiling import Compiled, Edges
from guarantor.viability.diagrams.diagram import PRODUCT, Diagram, Layer
from guarantor.viability.diagrams.functions import TRUE, Functions

Numbers = NDArray[np.int64]


def assembled(
    variables: Sequence[str],
    compiled: Compiled,
    functions: Functions,
    targets: Mapping[str, int],
) -> Diagram:
    """Return the diagram of compiled targets and of targets that are functions.

    Args:
        variables: The events, in order.
        compiled: The nodes of the former.
        functions: Where the latter live.
        targets: The latter, by name.
    """
    return _Assembly(variables, compiled, functions).diagram(targets)


class _Assembly:
    """A diagram in the making."""

    def __init__(self, variables: Sequence[str], compiled: Compiled, functions: Functions) -> None:
        self._variables = tuple(variables)
        self._compiled = compiled
        self._functions = functions
        self._layers: list[Layer] = []
        self._size = 2
        self._places = np.zeros(int(compiled.nodes.max(initial=-1)) + 1, dtype=np.int64)
        self._of_function: dict[int, int] = {0: 0, 1: 1}

    def diagram(self, targets: Mapping[str, int]) -> Diagram:
        by_level = self._functions_by_level(targets.values())
        levels = {level.variable: level for level in self._compiled.levels}
        end = len(self._places)
        for variable in sorted({*by_level, *levels}, reverse=True):
            level = levels.get(variable)
            mine = sorted(by_level.get(variable, ()))
            low = self._function_children(self._functions.low, mine)
            high = self._function_children(self._functions.high, mine)
            low_weight = high_weight = np.ones(len(mine))
            if level is not None:
                count = len(level.low.weights)
                low = np.concatenate([self._led_to(level.low), low])
                high = np.concatenate([self._led_to(level.high), high])
                low_weight = np.concatenate([level.low.weights, low_weight])
                high_weight = np.concatenate([level.high.weights, high_weight])
                self._places[end - count : end] = self._size + np.arange(count)
                end -= count
            first = self._size + len(low) - len(mine)
            self._of_function.update({node: first + at for at, node in enumerate(mine)})
            self._add(variable, low, high, low_weight, high_weight)
        roots = {
            name: (float(edges.weights[0]), int(self._led_to(edges)[0]))
            for name, edges in self._compiled.roots.items()
        }
        roots |= {name: (1.0, self._of_function[node]) for name, node in targets.items()}
        return Diagram(variables=self._variables, layers=tuple(self._layers), roots=roots)

    def _functions_by_level(self, roots: Iterable[int]) -> dict[int, set[int]]:
        """Return every node below some functions, by its variable."""
        found: dict[int, set[int]] = {}
        seen = {0, 1}
        waiting = list(roots)
        while waiting:
            node = waiting.pop()
            if node not in seen:
                seen.add(node)
                found.setdefault(self._functions.level[node], set()).add(node)
                waiting += [self._functions.low[node], self._functions.high[node]]
        return found

    def _function_children(self, leads: Sequence[int], nodes: Sequence[int]) -> Numbers:
        return np.array([self._of_function[leads[node]] for node in nodes], dtype=np.int64)

    def _led_to(self, edges: Edges) -> Numbers:
        """Return the node that each edge leads to; products are added where it leads to several."""
        nodes = (
            np.where(
                edges.parts < 0,
                TRUE,
                self._places[self._compiled.nodes[np.maximum(edges.parts, 0)]],
            )
            if edges.parts.size
            else edges.parts
        )
        found = np.full(len(edges.weights), TRUE, dtype=np.int64)
        for column in nodes.T:
            found = self._products(found, column)
        return np.where(edges.weights > 0, found, 0)

    def _products(self, one: Numbers, other: Numbers) -> Numbers:
        """Return the products of nodes with others, pair by pair; equal pairs are one node."""
        found = np.where(one == TRUE, other, one)
        both = np.flatnonzero((one != TRUE) & (other != TRUE))
        if len(both):
            pairs = np.stack([one[both], other[both]], axis=1)
            distinct, which = np.unique(pairs, axis=0, return_inverse=True)
            found[both] = self._size + which.reshape(-1)
            ones = np.ones(len(distinct))
            self._add(PRODUCT, distinct[:, 0], distinct[:, 1], ones, ones)
        return found

    def _add(
        self,
        variable: int,
        low: Numbers,
        high: Numbers,
        low_weight: NDArray[np.float64],
        high_weight: NDArray[np.float64],
    ) -> None:
        layer = Layer(
            variable=variable,
            start=self._size,
            low=low.astype(np.int32),
            high=high.astype(np.int32),
            low_weight=low_weight,
            high_weight=high_weight,
        )
        self._layers.append(layer)
        self._size = layer.stop
