"""Stars: groups in which every member is tied to the centre, so that nothing chains."""

from collections.abc import Collection, Iterable, Mapping
from math import fsum

Pair = tuple[int, int]
"""Two members, the smaller number first."""


def stars(
    members: Collection[int], ties: Mapping[Pair, float], apart: Collection[Pair] = ()
) -> dict[int, int]:
    """Return the centre of the group that each member belongs to.

    Star clustering (Aslam, Pelekhov and Rus 1998): the member with the strongest ties is a centre,
    what is tied to it is not, and so on through those left. Every other member then goes to the
    centre to which it is tied most strongly, unless it is to be kept apart from one who is there.
    Two that are tied to a third, but not to each other, are so never together unless the third is
    their centre.

    Args:
        members: Who there is; among equals the smaller number comes first.
        ties: How strongly two are tied, above 0.
        apart: Who must not be together.

    Returns:
        The centre of each member; a centre is its own.

    Example:
        A chain of four breaks into a star and what is left of it.

        >>> stars(range(4), {(0, 1): 0.5, (1, 2): 0.9, (2, 3): 0.5})
        {0: 1, 1: 1, 2: 1, 3: 3}
    """
    tied = _neighbours(ties)
    foes = _foes(apart)
    centre: dict[int, int] = {}
    centre.update((one, one) for one in members if one not in tied)
    left = set(members) - centre.keys()
    while left:
        centres = _centres(left, tied)
        grown: dict[int, set[int]] = {one: {one} for one in centres}
        for _, member, to in _by_strength(left, centres, tied):
            if member not in centre and not grown[to] & foes.get(member, set()):
                centre[member] = to
                grown[to].add(member)
        centre.update((one, one) for one in centres)
        left -= centre.keys()
    return {member: centre[member] for member in sorted(centre)}


def _neighbours(ties: Mapping[Pair, float]) -> dict[int, dict[int, float]]:
    tied: dict[int, dict[int, float]] = {}
    for (one, other), strength in ties.items():
        tied.setdefault(one, {})[other] = strength
        tied.setdefault(other, {})[one] = strength
    return tied


def _foes(apart: Iterable[Pair]) -> dict[int, set[int]]:
    foes: dict[int, set[int]] = {}
    for one, other in apart:
        foes.setdefault(one, set()).add(other)
        foes.setdefault(other, set()).add(one)
    return foes


def _centres(left: set[int], tied: Mapping[int, Mapping[int, float]]) -> list[int]:
    """Return the centres among those left, the one with the strongest ties first."""
    weight = {
        one: fsum(strength for other, strength in tied[one].items() if other in left)
        for one in left
    }
    centres: list[int] = []
    taken: set[int] = set()
    for one in sorted(left, key=lambda one: (-weight[one], one)):
        if one not in taken:
            centres.append(one)
            taken.add(one)
            taken.update(other for other in tied[one] if other in left)
    return centres


def _by_strength(
    left: set[int], centres: Collection[int], tied: Mapping[int, Mapping[int, float]]
) -> list[tuple[float, int, int]]:
    """Return each tie of a member to a centre, the strongest first, its strength negative."""
    hubs = set(centres)
    found = [
        (-strength, member, to)
        for to in centres
        for member, strength in tied[to].items()
        if member in left and member not in hubs
    ]
    return sorted(found)
