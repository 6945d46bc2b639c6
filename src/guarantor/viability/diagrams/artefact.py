"""The artefact: compiled diagrams as plain data that any program can evaluate, and back."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from typing_extensions import TypedDict

from guarantor.model import End, View
from guarantor.viability.building import build
from guarantor.viability.counting import Counting
from guarantor.viability.diagrams.core import Keep
from guarantor.viability.diagrams.diagram import PRODUCT, Diagram, Layer
from guarantor.viability.diagrams.exact import Exact
from guarantor.viability.events import owner, undisclosed_term
from guarantor.viability.fixpoint import Reading
from guarantor.viability.method import Method
from guarantor.viability.question import Question

VariableKind = Literal["proposition", "case", "party", "undisclosed_term"]
Case = tuple[Reading, End]
"""One reading at one end."""


class Ends(TypedDict):
    """A chance from 0 to 1 at either end."""

    low: float
    high: float


class Variable(TypedDict):
    """An event that can be supposed otherwise.

    ``switch`` is the name under which one does so: the proposition or party; the event itself where
    it is an undisclosed term. All cases of a proposition's chance have one switch. ``owner`` is the
    proposition or party, too; of an undisclosed term whose it is, or ``common_terms``.
    """

    id: str
    kind: VariableKind
    owner: str
    switch: str
    chance: Ends
    under_not: bool


class PlainLayer(TypedDict):
    """Nodes of one kind side by side; see :class:`Layer`.

    ``variable`` is ``None`` for products. Weights beyond the end of their list are 1.
    """

    variable: int | None
    low: list[int]
    high: list[int]
    low_weight: list[float]
    high_weight: list[float]


class PlainDiagram(TypedDict):
    """Layers, foundations first, and for each target a weight and a node."""

    layers: list[PlainLayer]
    roots: dict[str, tuple[float, int]]


class Artefact(TypedDict):
    """Everything that chances follow from, under whatever is supposed of the variables.

    ``answers`` says, by reading and end, the place of the diagram; equal ones are kept once.
    """

    variables: list[Variable]
    diagrams: list[PlainDiagram]
    answers: dict[str, dict[str, int]]


def artefact(
    view: View,
    question: Question,
    method: Method,
    track: Callable[[Sequence[Case], str], Iterable[Case]] = lambda cases, _: cases,
) -> Artefact:
    """Return a question compiled for both readings and both ends.

    What is certain can be supposed otherwise, too; what the question supposes, or the record
    settles, is worked in and is no variable. The same question of the same view gives the same.

    Args:
        view: What is on record.
        question: What is asked of it.
        method: How many nodes each diagram may take. The answer is exact, or there is none.
        track: Tells how far it is.

    Raises:
        OverBudget: A diagram would have more nodes than it may.
        OutOfTime: The method's time is up.
        TooLarge: Too much stands under a ``not`` with a chance that is an interval.
    """
    low, high = (
        build(view, question, counting, by_case=True) for counting in (Counting.LOW, Counting.HIGH)
    )
    exact = Exact(low, high, method, keep=Keep.EVERYTHING)
    exact.weights(End.HIGH)  # refuses what nobody could go through case by case
    diagrams: list[PlainDiagram] = []
    answers: dict[str, dict[str, int]] = {reading.value: {} for reading in Reading}
    for reading, end in track(list(product(Reading, End)), "Compiling"):
        found = plain(exact.diagram(end, reading))
        if found not in diagrams:
            diagrams.append(found)
        answers[reading.value][end.value] = diagrams.index(found)
    return {"variables": variables(exact, view), "diagrams": diagrams, "answers": answers}


def variables(exact: Exact, view: View) -> list[Variable]:
    """Return the variables of a compiled question, in their order."""
    low, high = exact.structures[End.LOW], exact.structures[End.HIGH]
    under_not = frozenset(high.settled_first)
    found: list[Variable] = []
    for name in exact.core.variables:
        kind = _kind(view, name)
        found.append(
            {
                "id": name,
                "kind": kind,
                "owner": owner(name),
                "switch": name if kind == "undisclosed_term" else owner(name),
                "chance": {"low": low.chances[name].low, "high": high.chances[name].high},
                "under_not": owner(name) in under_not,
            }
        )
    return found


def _kind(view: View, name: str) -> VariableKind:
    if name == undisclosed_term(owner(name)):
        return "undisclosed_term"
    if name in view.parties:
        return "party"
    return "proposition" if name in view.propositions else "case"


def plain(diagram: Diagram) -> PlainDiagram:
    """Return a diagram as plain data, nothing rounded."""
    return {
        "layers": [
            {
                "variable": None if layer.variable == PRODUCT else layer.variable,
                "low": layer.low.tolist(),
                "high": layer.high.tolist(),
                "low_weight": _shortened(layer.low_weight),
                "high_weight": _shortened(layer.high_weight),
            }
            for layer in diagram.layers
        ],
        "roots": {name: (_number(weight), node) for name, (weight, node) in diagram.roots.items()},
    }


def restored(found: PlainDiagram, names: Iterable[str]) -> Diagram:
    """Return the diagram that plain data was made from.

    Args:
        found: The plain data.
        names: The variables, in order.
    """
    layers: list[Layer] = []
    for layer in found["layers"]:
        size = len(layer["low"])
        made = Layer(
            variable=PRODUCT if layer["variable"] is None else layer["variable"],
            start=layers[-1].stop if layers else 2,
            low=np.array(layer["low"], dtype=np.int32),
            high=np.array(layer["high"], dtype=np.int32),
            low_weight=_lengthened(layer["low_weight"], size),
            high_weight=_lengthened(layer["high_weight"], size),
        )
        layers.append(made)
    roots: Mapping[str, tuple[float, int]] = {
        name: (float(weight), node) for name, (weight, node) in found["roots"].items()
    }
    return Diagram(variables=tuple(names), layers=tuple(layers), roots=roots)


def _shortened(weights: NDArray[np.float64]) -> list[float]:
    """Return weights without those at the end that are 1."""
    others = np.flatnonzero(weights != 1)
    return [_number(weight) for weight in weights[: int(others[-1]) + 1 if len(others) else 0]]


def _lengthened(weights: Sequence[float], size: int) -> NDArray[np.float64]:
    found = np.ones(size)
    found[: len(weights)] = weights
    return found


def _number(weight: float) -> float:
    """Return a weight as JSON writes it shortest; a whole number needs no point."""
    return int(weight) if weight in {0, 1} else float(weight)
