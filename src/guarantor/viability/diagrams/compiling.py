"""Compiling: the decision diagram of lines that have to be met together, level by level.

A *part* of what is still to be decided shares no variable and no line with the rest. Equal parts
are one node, known by its core and the state of each of its groups of lines; where a part falls
apart, its chance is the product of those of the new parts. What cannot be met any more is left out
at once, and lines of which all is decided leave their chance behind as a weight.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

import numpy as np
from numpy.typing import NDArray

from guarantor.errors import OverBudget
from guarantor.viability.diagrams.components import Components
from guarantor.viability.diagrams.deliveries import Deliveries
from guarantor.viability.diagrams.functions import Functions
from guarantor.viability.method import Method

Rows = NDArray[np.int32]
"""One part a row: its core, then the state of each group; 0 where it is none of the part's."""
Tickets = NDArray[np.int64]
"""Parts before equal ones are made one node: a row an edge, a column a part; -1 for none."""


@dataclass(frozen=True, kw_only=True)
class Edges:
    """Where nodes lead.

    Attributes:
        weights: For each node, the share of the chance that remains; 0 where none does.
        parts: The parts that are left; none where all is decided.
    """

    weights: NDArray[np.float64]
    parts: Tickets


@dataclass(frozen=True, kw_only=True)
class Level:
    """The nodes of one variable, and where they lead when it is false and when it is true."""

    variable: int
    low: Edges
    high: Edges


@dataclass(frozen=True, kw_only=True)
class Compiled:
    """Nodes by level, first variables first, numbered throughout from 0.

    Attributes:
        levels: The levels.
        nodes: For each ticket, the number of its node.
        roots: For each target, one edge.
    """

    levels: Sequence[Level]
    nodes: Tickets
    roots: Mapping[str, Edges]


def compiled(
    functions: Functions,
    groups: Sequence[Deliveries],
    targets: Mapping[str, Sequence[int]],
    method: Method,
) -> Compiled:
    """Return the nodes from which the chance of each target follows.

    Args:
        functions: Where the functions live that the groups wait for.
        groups: The groups of lines.
        targets: For each target, the places of the groups that it needs met, all of them.
        method: What may be spent.

    Raises:
        OverBudget: There would be more nodes than it allows.
        OutOfTime: Its time is up.
    """
    frontier = _Frontier(functions, groups)
    roots = {name: frontier.root(places) for name, places in targets.items()}
    levels: list[Level] = []
    nodes = np.zeros(0, dtype=np.int64)
    made = 0
    while (level := frontier.next_level()) is not None:
        tickets, rows = frontier.take(level)
        distinct, which = _distinct_rows(rows)
        if made + len(distinct) > method.nodes:
            raise OverBudget(method.nodes)
        method.check_time()
        if len(nodes) < frontier.tickets:
            nodes = np.concatenate([nodes, np.zeros(frontier.tickets, dtype=np.int64)])
        nodes[tickets] = made + which
        made += len(distinct)
        low = frontier.edges(distinct, high=False)
        high = frontier.edges(distinct, high=True)
        levels.append(Level(variable=level, low=low, high=high))
    return Compiled(levels=levels, nodes=nodes, roots=roots)


class _Frontier:
    """The parts that were met and are not nodes yet, by their first variable."""

    def __init__(self, functions: Functions, groups: Sequence[Deliveries]) -> None:
        self.tickets = 0
        self._groups = groups
        self._components = Components(functions, [group.functions for group in groups])
        self._own = [_own_places(members) for members in self._components.members]
        self._waiting: dict[int, list[tuple[Tickets, Rows]]] = {}

    def root(self, places: Sequence[int]) -> Edges:
        """Return the edge to the start of some groups."""
        weight = 1.0
        states = np.zeros((1, len(self._groups)), dtype=np.int32)
        for place in places:
            weight *= self._groups[place].weight
            states[0, place] = self._groups[place].start
        cores = np.array([self._components.start()])
        return self._hand_out(np.array([weight]), cores, states)

    def next_level(self) -> int | None:
        """Return the first variable for which parts wait."""
        return min(self._waiting, default=None)

    def take(self, level: int) -> tuple[Tickets, Rows]:
        """Return the parts that wait for a variable, with their tickets."""
        batches = self._waiting.pop(level)
        tickets = np.concatenate([tickets for tickets, _ in batches])
        return tickets, np.concatenate([rows for _, rows in batches])

    def edges(self, rows: Rows, *, high: bool) -> Edges:
        """Return where parts lead once their first variable is decided."""
        cores, which = _distinct(rows[:, 0])
        moves = [self._components.move(int(core), high=high) for core in cores]
        weights = np.ones(len(rows))
        states = rows[:, 1:].copy()
        decided = [move[1:] for move in moves]
        touched = reduce(or_, (offered | refused for offered, refused in decided))
        for number, own in enumerate(self._own):
            if own(touched) and states[:, number].any():
                self._step(number, decided, which, states, weights)
        after = np.array([core for core, _, _ in moves], dtype=np.int64)
        return self._hand_out(weights, after[which], states)

    def _step(
        self,
        number: int,
        decided: Sequence[tuple[int, int]],
        which: NDArray[np.intp],
        states: Rows,
        weights: NDArray[np.float64],
    ) -> None:
        """Move the states of one group on, in place, and multiply the weights by what remains."""
        own = self._own[number]
        patterns: dict[tuple[int, int], int] = {}
        of_core = np.array(
            [
                patterns.setdefault((own(offered), own(refused)), len(patterns))
                for offered, refused in decided
            ]
        )
        kinds = list(patterns)
        keys = states[:, number].astype(np.int64) * len(kinds) + of_core[which]
        distinct, back = _distinct(keys)
        group = self._groups[number]
        steps = [
            group.step(int(key) // len(kinds), *kinds[int(key) % len(kinds)]) for key in distinct
        ]
        weights *= np.array([weight for weight, _ in steps])[back]
        states[:, number] = np.array([state for _, state in steps], dtype=np.int32)[back]

    def _hand_out(
        self, weights: NDArray[np.float64], cores: NDArray[np.int64], states: Rows
    ) -> Edges:
        """Divide what is left after an edge into parts and give each a ticket."""
        width = states.shape[1]
        open_groups = (states > 0) @ (1 << np.arange(width, dtype=np.int64))
        keys = np.where(weights > 0, cores << width | open_groups, -1)
        distinct, which = np.unique(keys, return_inverse=True)
        parts = [
            self._components.parts(int(key) >> width, int(key) & ((1 << width) - 1))
            if key >= 0
            else []
            for key in distinct
        ]
        tickets = np.full((len(keys), max(map(len, parts))), -1, dtype=np.int64)
        for column in range(tickets.shape[1]):
            of_kind = [one[column] if len(one) > column else (0, 0) for one in parts]
            bits, core = np.array(of_kind, dtype=np.int64).T
            edges = np.flatnonzero(bits[which])
            kind = which[edges]
            mask = (bits[kind][:, None] >> np.arange(width)) & 1
            rows = np.concatenate([core[kind][:, None], states[edges] * mask], axis=1)
            tickets[edges, column] = self._wait(rows.astype(np.int32))
        return Edges(weights=weights, parts=tickets)

    def _wait(self, rows: Rows) -> Tickets:
        """Let parts wait for their first variable, and return their tickets."""
        tickets = np.arange(self.tickets, self.tickets + len(rows))
        self.tickets += len(rows)
        levels = np.array(self._components.level)[rows[:, 0]]
        for level in np.unique(levels):
            here = levels == level
            self._waiting.setdefault(int(level), []).append((tickets[here], rows[here]))
        return tickets


def _own_places(members: Sequence[int]) -> Callable[[int], int]:
    """Return what tells which of a group's functions are decided, a bit for each of its own."""
    everywhere = sum(1 << place for place in members)
    known: dict[int, int] = {0: 0}

    def own(decided: int) -> int:
        mine = decided & everywhere
        if mine not in known:
            bits = (1 << at for at, place in enumerate(members) if mine >> place & 1)
            known[mine] = sum(bits)
        return known[mine]

    return own


def _distinct(keys: NDArray[np.int64] | Rows) -> tuple[NDArray[np.int64], NDArray[np.intp]]:
    """Return the distinct keys, and for each key which of them it is; keys are 0 or more."""
    top = int(keys.max(initial=0)) + 1
    if top > 4 * len(keys) + 1000:
        return np.unique(keys, return_inverse=True)
    seen = np.zeros(top, dtype=bool)
    seen[keys] = True
    distinct = np.flatnonzero(seen)
    place = np.zeros(top, dtype=np.intp)
    place[distinct] = np.arange(len(distinct))
    return distinct, place[keys]


_MIX = np.uint64(0x9E3779B97F4A7C15)
"""The golden ratio in 64 bits, odd: multiplying by it spreads every bit upwards (Knuth 1998)."""


def _distinct_rows(rows: Rows) -> tuple[Rows, NDArray[np.intp]]:
    """Return the distinct rows, and for each row which of them it is."""
    code = np.zeros(len(rows), dtype=np.uint64)
    for column in rows.T:
        code ^= column.astype(np.uint64)
        code *= _MIX
        code ^= code >> np.uint64(29)
    _, first, which = np.unique(code, return_index=True, return_inverse=True)
    distinct = rows[first]
    if not np.array_equal(distinct[which], rows):  # two different rows had one code
        distinct, which = np.unique(rows, axis=0, return_inverse=True)
    return distinct, which.reshape(-1)
