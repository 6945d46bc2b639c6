"""Pacts: parties and offers whose conditions wait for each other in a loop."""

from collections.abc import Iterator, Mapping

from guarantor.viability.structure import Structure


def pacts(structure: Structure) -> tuple[tuple[str, ...], ...]:
    """Return the loops of a structure, each as its members by name, largest first."""
    found = [tuple(sorted(loop)) for loop in loops(structure.reads) if len(loop) > 1]
    return tuple(sorted(found, key=lambda loop: (-len(loop), loop)))


def loops(reads: Mapping[str, frozenset[str]]) -> Iterator[set[str]]:
    """Yield the strongly connected components (Tarjan 1972), without recursion.

    Each comes after those that it reads.
    """
    index: dict[str, int] = {}
    lowest: dict[str, int] = {}
    path: list[str] = []
    on_path: set[str] = set()
    for root in reads:
        if root in index:
            continue
        work = [(root, iter(sorted(reads[root])))]
        while work:
            name, onward = work[-1]
            if name not in index:
                index[name] = lowest[name] = len(index)
                path.append(name)
                on_path.add(name)
            for read in onward:
                if read not in index:
                    work.append((read, iter(sorted(reads[read]))))
                    break
                if read in on_path:
                    lowest[name] = min(lowest[name], lowest[read])
            else:
                work.pop()
                if work:
                    parent = work[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[name])
                if lowest[name] == index[name]:
                    yield _unwound(path, on_path, name)


def _unwound(path: list[str], on_path: set[str], name: str) -> set[str]:
    loop: set[str] = set()
    while name not in loop:
        last = path.pop()
        on_path.discard(last)
        loop.add(last)
    return loop
