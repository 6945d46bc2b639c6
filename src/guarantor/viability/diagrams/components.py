"""Components: what is left to decide, and how it falls apart into parts of their own."""

from collections.abc import Sequence

from guarantor.viability.diagrams.functions import FALSE, TRUE, Functions

Core = tuple[tuple[int, int], ...]
"""Functions that are undecided: the place of each and what is left of it, by place."""


class Components:
    """Cores, each known by a number, with what they come to as variables are decided.

    Attributes:
        places: The place of each function.
        members: For each group of lines, the places of its functions.
        level: For each core, the first variable that is left in it.
    """

    def __init__(self, functions: Functions, groups: Sequence[Sequence[int]]) -> None:
        """Start with no core.

        Args:
            functions: Where the functions live.
            groups: For each group of lines, the functions that it waits for.
        """
        every = dict.fromkeys(one for group in groups for one in group)
        self.places = {function: place for place, function in enumerate(every)}
        self.members = [[self.places[one] for one in group] for group in groups]
        self.level: list[int] = []
        self._functions = functions
        self._cores: list[Core] = []
        self._numbers: dict[Core, int] = {}
        self._moves: dict[tuple[int, bool], tuple[int, int, int]] = {}
        self._parts: dict[tuple[int, int], list[tuple[int, int]]] = {}

    def start(self) -> int:
        """Return the core in which nothing is decided."""
        return self._number(tuple((place, one) for one, place in self.places.items()))

    def move(self, core: int, *, high: bool) -> tuple[int, int, int]:
        """Return what a core comes to once its first variable is decided.

        Returns:
            The core that is left, and the functions that became true and false, a bit a place.
        """
        found = self._moves.get((core, high))
        if found is None:
            found = self._moves[core, high] = self._move(core, high=high)
        return found

    def _move(self, core: int, *, high: bool) -> tuple[int, int, int]:
        level = self.level[core]
        leads = self._functions.high if high else self._functions.low
        decided = {FALSE: 0, TRUE: 0}
        left = []
        for place, node in self._cores[core]:
            after = leads[node] if self._functions.level[node] == level else node
            if after in decided:
                decided[after] |= 1 << place
            else:
                left.append((place, after))
        return self._number(tuple(left)), decided[TRUE], decided[FALSE]

    def parts(self, core: int, groups: int) -> list[tuple[int, int]]:
        """Return the parts into which a core and some groups of lines fall.

        Two groups are in one part when what they wait for rests on a variable in common.

        Returns:
            For each part, its groups, a bit each, and the core that they wait for.
        """
        found = self._parts.get((core, groups))
        if found is None:
            found = self._parts[core, groups] = self._divide(core, groups)
        return found

    def _divide(self, core: int, groups: int) -> list[tuple[int, int]]:
        left = dict(self._cores[core])
        pools: list[tuple[int, int, frozenset[int]]] = []
        for number, members in enumerate(self.members):
            if groups >> number & 1:
                places = frozenset(place for place in members if place in left)
                pools = _joined(pools, (self._variables(left, places), 1 << number, places))
        return [
            (bits, self._number(tuple((place, left[place]) for place in sorted(places))))
            for _, bits, places in pools
        ]

    def _variables(self, left: dict[int, int], places: frozenset[int]) -> int:
        variables = 0
        for place in places:
            variables |= self._functions.support(left[place])
        return variables

    def _number(self, core: Core) -> int:
        found = self._numbers.get(core)
        if found is None:
            found = self._numbers[core] = len(self._cores)
            self._cores.append(core)
            levels = (self._functions.level[node] for _, node in core)
            self.level.append(min(levels, default=-1))
        return found


Pool = tuple[int, int, frozenset[int]]
"""Variables, groups and places that belong together; the first two a bit each."""


def _joined(pools: list[Pool], new: Pool) -> list[Pool]:
    """Return the pools with one more, joined to those that it shares a variable with."""
    apart = []
    for pool in pools:
        if pool[0] & new[0]:
            new = (pool[0] | new[0], pool[1] | new[1], pool[2] | new[2])
        else:
            apart.append(pool)
    return [*apart, new]
