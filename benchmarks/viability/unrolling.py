"""Unrolling: loops of conditions written out round by round, for programs that know no loops.

A round can only add truths to a least fixed point, and take them from a greatest, so there are no
more rounds that change anything than there are truths to change. That holds of any set of truths
that breaks all loops, the others being written out in between; a small set needs few rounds.
"""

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

from benchmarks.viability.asked import Asked
from benchmarks.viability.gates import FALSE, TRUE, Gates
from guarantor.viability import Reading
from guarantor.viability.formulas import Formula, Truth, leaves

Reads = Mapping[str, frozenset[str]]


def unrolled(asked: Asked, chances: Mapping[str, float]) -> tuple[Gates, dict[str, int]]:
    """Return gates without loops, and the gate of each target.

    Args:
        asked: What is asked. Nobody moves first starts from false, moving together from true.
        chances: The chance of each event.
    """
    gates = Gates(chances)
    start = TRUE if asked.reading is Reading.MOVING_TOGETHER else FALSE
    equations = asked.equations()
    truths: dict[str, int] = {}
    for loop in _loops(_reads(equations)):
        _unroll(gates, {name: equations[name] for name in loop}, truths, start)
    return gates, {
        name: gates.of(formula, truths.__getitem__) for name, formula in asked.targets.items()
    }


def _unroll(gates: Gates, loop: Mapping[str, Formula], truths: dict[str, int], start: int) -> None:
    """Add the gates of a loop's truths to those of all that it rests on."""
    reads = _reads(loop)
    breaking = _breaking(reads)
    between = {name: read - breaking for name, read in reads.items() if name not in breaking}
    order = tuple(TopologicalSorter(between).static_order())
    truths.update(dict.fromkeys(breaking, start))
    for _ in range(len(breaking) + 1):
        for name in order:
            truths[name] = gates.of(loop[name], truths.__getitem__)
        after = {name: gates.of(loop[name], truths.__getitem__) for name in sorted(breaking)}
        if all(truths[name] == gate for name, gate in after.items()):
            return
        truths.update(after)


def _reads(equations: Mapping[str, Formula]) -> Reads:
    """Return, for each truth, which of the others given its formula reads."""
    return {
        name: frozenset(leaf.name for leaf in leaves(formula) if isinstance(leaf, Truth))
        & equations.keys()
        for name, formula in equations.items()
    }


def _breaking(reads: Reads) -> frozenset[str]:
    """Return truths without which there is no loop: each time the one read most in what is left."""
    left = dict(reads)
    breaking: set[str] = set()
    while (cycle := _cycle(left)) is not None:
        times = {name: sum(name in read for read in left.values()) for name in cycle}
        worst = max(sorted(cycle), key=times.__getitem__)
        breaking.add(worst)
        left = {name: read - {worst} for name, read in left.items() if name != worst}
    return frozenset(breaking)


def _cycle(reads: Reads) -> list[str] | None:
    try:
        TopologicalSorter(reads).prepare()
    except CycleError as error:
        names: list[str] = error.args[1]
        return names
    return None


def _loops(reads: Reads) -> Iterator[frozenset[str]]:
    """Yield the truths that rest on each other, or one that rests on none such, foundations first.

    Two truths are in one loop when each is reached from the other.
    """
    reached = {name: _reached(reads, name) for name in reads}
    loops = {
        name: frozenset(other for other in below if name in reached[other]) or frozenset({name})
        for name, below in reached.items()
    }
    order = {
        loop: frozenset(loops[read] for name in loop for read in reads[name]) - {loop}
        for loop in loops.values()
    }
    yield from TopologicalSorter(order).static_order()


def _reached(reads: Reads, start: str) -> frozenset[str]:
    seen: set[str] = set()
    waiting = [start]
    while waiting:
        more = reads[waiting.pop()] - seen
        seen |= more
        waiting.extend(more)
    return frozenset(seen)
