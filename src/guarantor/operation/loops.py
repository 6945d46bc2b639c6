"""Loops among names that lead to names, found in time that grows with their number only."""

from collections import deque
from collections.abc import Collection, Mapping

LONGEST_PATH = 12
"""How many names of a path a sentence shows."""


def reversed_ways(under: Mapping[str, Collection[str]]) -> dict[str, list[str]]:
    """Return for each name the names that lead to it."""
    above: dict[str, list[str]] = {name: [] for name in under}
    for name, others in under.items():
        for other in others:
            above[other].append(name)
    return above


def ways_into_loops(under: Mapping[str, Collection[str]]) -> dict[str, str]:
    """Return the next name of a way into a loop, for each name that rests on one.

    What rests only on ends is an end itself (Kahn 1962); what is left over rests on a loop.
    """
    left = {name: set(others) for name, others in under.items()}
    above = reversed_ways(under)
    ends = deque(name for name, others in left.items() if not others)
    while ends:
        end = ends.popleft()
        for upper in above[end]:
            left[upper].discard(end)
            if not left[upper]:
                ends.append(upper)
    return {name: min(others) for name, others in left.items() if others}


def names_on_loops(into_loop: Mapping[str, str], under: Mapping[str, Collection[str]]) -> set[str]:
    """Return the names on loops, without those that only lead into one."""
    left = {name: [other for other in under[name] if other in into_loop] for name in into_loop}
    return set(ways_into_loops(reversed_ways(left)))


def path_into_loop(start: str, into_loop: Mapping[str, str]) -> str:
    """Return the path from a name into a loop and once around it, as a sentence shows it."""
    path = [start]
    while len(path) < LONGEST_PATH:
        following = into_loop[path[-1]]
        if following in path:
            return " → ".join([*path, following])
        path.append(following)
    return " → ".join([*path, "…"])
