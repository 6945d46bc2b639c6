"""The functions on the Aralia fault trees: ``python -m benchmarks.viability.fault_trees DIR``.

They are no coalitions: the events are many, nothing is summed and nothing waits for itself. They
show how far the functions alone go on structures that others have published answers for.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.viability.aralia import FaultTree, known, trees
from guarantor.errors import OutOfTime, OverBudget
from guarantor.viability.diagrams.functions import FALSE, TRUE, Functions
from guarantor.viability.diagrams.symbolic import Resolved
from guarantor.viability.formulas import Event, Formula, Truth, leaves, parts_of
from guarantor.viability.method import Method

TOLERANCE = 2e-5
"""Largest relative difference to a published value that counts as the same: it has six digits."""
SECONDS = 120.0


def chance(tree: FaultTree, seconds: float) -> tuple[float, int]:
    """Return the chance of a tree's top gate, and how many nodes its functions took.

    Raises:
        OutOfTime: The seconds of processor time are up.
        OverBudget: The functions outgrow their budget.
    """
    end = time.process_time() + seconds
    method = Method(is_out_of_time=lambda: time.process_time() > end)
    order = list(dict.fromkeys(_events(tree, Truth(tree.top), set())))
    functions = Functions(len(order), method)
    events = {name: functions.variable(place) for place, name in enumerate(order)}
    resolved = Resolved(functions, events)
    for gate in _foundations_first(tree):
        resolved.truths[gate] = resolved.of(tree.gates[gate])
    chances = [tree.chances[name] for name in order]
    return _worth(functions, resolved.truths[tree.top], chances), len(functions.level)


def _events(tree: FaultTree, formula: Formula, seen: set[str]) -> Iterator[str]:
    """Yield the events in the order in which they are met from the top, a gate's own first."""
    if isinstance(formula, Event):
        yield formula.name
    elif isinstance(formula, Truth):
        if formula.name not in seen:
            seen.add(formula.name)
            yield from _events(tree, tree.gates[formula.name], seen)
    else:
        for part in sorted(parts_of(formula), key=lambda part: isinstance(part, Truth)):
            yield from _events(tree, part, seen)


def _foundations_first(tree: FaultTree) -> list[str]:
    """Return the gates, each after those that it reads."""
    found: dict[str, None] = {}

    def visit(gate: str) -> None:
        if gate not in found:
            for leaf in leaves(tree.gates[gate]):
                if isinstance(leaf, Truth):
                    visit(leaf.name)
            found[gate] = None

    visit(tree.top)
    return list(found)


def _worth(functions: Functions, root: int, chances: list[float]) -> float:
    """Return the chance of a function; a node's successors are always older than itself."""
    values = {FALSE: 0.0, TRUE: 1.0}
    for node in sorted(_below(functions, root)):
        chance = chances[functions.level[node]]
        low, high = values[functions.low[node]], values[functions.high[node]]
        values[node] = (1 - chance) * low + chance * high
    return values[root]


def _below(functions: Functions, root: int) -> set[int]:
    found: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node > TRUE and node not in found:
            found.add(node)
            waiting += [functions.low[node], functions.high[node]]
    return found


def main(folder: Path) -> None:
    """Print a row for each tree, and how many come to the published value."""
    published = known(folder)
    same = 0
    sys.setrecursionlimit(100_000)
    for tree in trees(folder):
        expected = published[tree.name].chance
        begun = time.process_time()
        try:
            found, nodes = chance(tree, SECONDS)
        except (OutOfTime, OverBudget) as error:
            _say(f"{tree.name:10} no answer: {type(error).__name__}")
            continue
        is_same = expected is not None and abs(found - expected) <= TOLERANCE * expected
        same += is_same
        seconds = time.process_time() - begun
        _say(
            f"{tree.name:10} {found:.6g} {'=' if is_same else '≠'} {expected} "
            f"({nodes:,} nodes, {seconds:.1f} s)"
        )
    _say(f"{same} of {len(published)} within {TOLERANCE:g} of the published value")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
