"""What-ifs on a compiled diagram: ``python -m benchmarks.viability.sweeping``.

A what-if is one sweep: other chances in, every target out. All of Birnbaum's importances are one
sweep up and one down.
"""

import sys
from collections.abc import Callable, Iterator
from functools import partial
from time import perf_counter

import numpy as np

from benchmarks.viability.generator import coalition
from guarantor.model import End
from guarantor.viability import Engine, Question, Reading
from guarantor.viability.diagrams.diagram import Diagram
from guarantor.viability.diagrams.targets import MET

_TIMES = 300
_LARGEST = 300_000


def main() -> None:
    """Print, for some coalitions of 30 parties, how long what-ifs and all importances take."""
    sys.stdout.write("nodes | what-if ms, median | p95 | importances ms, median | p95 | ratio\n")
    for nodes, diagram in _diagrams():
        rng = np.random.default_rng(1)
        chances = rng.uniform(size=len(diagram.variables))
        whatif = _milliseconds(partial(diagram.chances, chances))
        every = _milliseconds(partial(diagram.gradient, chances, MET))
        row = (*whatif, *every, every[0] / whatif[0])
        sys.stdout.write(f"{nodes:,} | {' | '.join(f'{value:.2f}' for value in row)}\n")


def _diagrams() -> Iterator[tuple[int, Diagram]]:
    for seed in range(12):
        view = coalition(parties=30, contributions=200, seed=seed)
        exact = Engine(view, Question.about(view)).answering.exact()
        diagram = exact.diagram(End.HIGH, Reading.MOVING_TOGETHER)
        if len(diagram) <= _LARGEST:
            yield len(diagram), diagram


def _milliseconds(question: Callable[[], object]) -> tuple[float, float]:
    """Return the median and the 95th percentile of some hundred times, the first left out."""
    question()
    times = []
    for _ in range(_TIMES):
        begun = perf_counter()
        question()
        times.append(1000 * (perf_counter() - begun))
    times.sort()
    return times[_TIMES // 2], times[_TIMES * 95 // 100]


if __name__ == "__main__":
    main()
