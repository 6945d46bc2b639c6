"""Families: many sets kept as one zero-suppressed decision diagram, counted without a list.

A family is a whole number that names a node (Minato 1993): 0 is the family without any set, 1 that
of the empty set alone, any other node splits its sets into those without a member and those with
it. Sets that share members share nodes, so families of billions of sets fit.
"""

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush

from guarantor.errors import OverBudget
from guarantor.viability.diagrams.functions import FALSE, TRUE, Functions
from guarantor.viability.method import Method

EMPTY, UNIT = 0, 1
_STEPS = 10
"""How many times the budget of nodes the steps may take in which families are made."""
_OFTEN = 1_000
"""After so many steps the time is checked."""

_Open = tuple[float, int, float, int, tuple[int, ...]]
"""A partial set: minus the best it can come to, its turn, its product, what is left, members."""


class Families:
    """Families of sets of variables, sharing their nodes.

    Attributes:
        level: For each node, the place of its member in the order; that of 0 and 1 is past all.
        lacking: For each node, its sets without the member.
        holding: For each node, its sets with the member, the member left out of them.
    """

    def __init__(self, functions: Functions, method: Method) -> None:
        """Start with no family but those that every store has.

        Args:
            functions: Where the functions are whose solutions are wanted.
            method: What may be spent by :meth:`minimal` and :meth:`failing`: most nodes, and time.
        """
        members = functions.level[FALSE]
        self.level = [members, members]
        self.lacking = [EMPTY, EMPTY]
        self.holding = [EMPTY, EMPTY]
        self._functions = functions
        self._method = method
        self._unique: dict[tuple[int, int, int], int] = {}
        self._minimal = {FALSE: EMPTY, TRUE: UNIT}
        self._failing: dict[tuple[int, int], int] = {}
        self._counts = {EMPTY: 0, UNIT: 1}
        self._shortest: dict[int, float] = {EMPTY: float("inf"), UNIT: 0}

    def node(self, level: int, lacking: int, holding: int) -> int:
        """Return the family of the sets in ``lacking``, and of those in ``holding`` with a member.

        Every member of those sets comes later in the order.
        """
        if holding == EMPTY:
            return lacking
        key = (level, lacking, holding)
        found = self._unique.get(key)
        if found is None:
            found = self._unique[key] = len(self.level)
            self.level.append(level)
            self.lacking.append(lacking)
            self.holding.append(holding)
        return found

    def minimal(self, function: int) -> int:
        """Return the smallest sets of variables that make a function true, all others false.

        The function is monotone: no variable makes it false by being true. Its smallest solutions
        are those without the first variable, and with it those of the rest that do not suffice
        without it (Rauzy 1993).

        Raises:
            OverBudget: The family outgrows its budget.
            OutOfTime: The time is up.
        """
        found = self._minimal.get(function)
        if found is None:
            low, high = self._functions.low[function], self._functions.high[function]
            lacking = self.minimal(low)
            holding = self.failing(self.minimal(high), low)
            found = self.node(self._functions.level[function], lacking, holding)
            self._minimal[function] = found
        return found

    def failing(self, family: int, function: int) -> int:
        """Return the sets of a family that do not make a function true, all else being false.

        Raises:
            OverBudget: The family outgrows its budget.
            OutOfTime: The time is up.
        """
        if family == EMPTY or function == TRUE:
            return EMPTY
        if function == FALSE:
            return family
        key = (family, function)
        found = self._failing.get(key)
        if found is None:
            found = self._failing[key] = self._split(family, function)
            self._check()
        return found

    def _check(self) -> None:
        steps, nodes = len(self._failing), self._method.nodes
        if len(self.level) > nodes or steps > nodes * _STEPS:
            raise OverBudget(nodes)
        if steps % _OFTEN == 0:
            self._method.check_time()

    def _split(self, family: int, function: int) -> int:
        functions, level = self._functions, self.level[family]
        variable = functions.level[function]
        if variable < level:  # the variable is in no set
            return self.failing(family, functions.low[function])
        low, high = function, function
        if variable == level:
            low, high = functions.low[function], functions.high[function]
        lacking = self.failing(self.lacking[family], low)
        return self.node(level, lacking, self.failing(self.holding[family], high))

    def count(self, family: int) -> int:
        """Return how many sets a family has."""
        found = self._counts.get(family)
        if found is None:
            found = self.count(self.lacking[family]) + self.count(self.holding[family])
            self._counts[family] = found
        return found

    def shortest(self, family: int) -> float:
        """Return the size of the smallest set; infinite where there is none."""
        found = self._shortest.get(family)
        if found is None:
            with_it = 1 + self.shortest(self.holding[family])
            found = self._shortest[family] = min(self.shortest(self.lacking[family]), with_it)
        return found

    def of_size(self, family: int, size: int) -> int:
        """Return the sets of a family that have so many members."""
        known: dict[tuple[int, int], int] = {}

        def rest(one: int, left: int) -> int:
            if self.shortest(one) > left:
                return EMPTY
            if one == UNIT:
                return UNIT if left == 0 else EMPTY
            if (one, left) not in known:
                holding = rest(self.holding[one], left - 1)
                known[one, left] = self.node(
                    self.level[one], rest(self.lacking[one], left), holding
                )
            return known[one, left]

        return rest(family, size)

    def sharing(self, family: int, member: int) -> tuple[int, int]:
        """Return the sets without a member, and those with it, the member left out of them."""
        known: dict[int, tuple[int, int]] = {}

        def rest(one: int) -> tuple[int, int]:
            level = self.level[one]
            if level >= member:
                return (self.lacking[one], self.holding[one]) if level == member else (one, EMPTY)
            if one not in known:
                lacking, holding = rest(self.lacking[one]), rest(self.holding[one])
                known[one] = (
                    self.node(level, lacking[0], holding[0]),
                    self.node(level, lacking[1], holding[1]),
                )
            return known[one]

        return rest(family)

    def in_order(self, family: int, order: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """Yield sets of one size as words in an order of the members, as a dictionary does."""
        if family == UNIT:
            yield ()
        for place, member in enumerate(order):
            if family in {EMPTY, UNIT}:
                return
            family, holding = self.sharing(family, member)
            if holding != EMPTY:
                for others in self.in_order(holding, order[place + 1 :]):
                    yield (member, *others)

    def most_probable(
        self, family: int, chances: Sequence[float]
    ) -> Iterator[tuple[float, tuple[int, ...]]]:
        """Yield sets by the product of their members' chances, largest first, none that is 0.

        Best first: what a partial set can come to at best is known, so that the next one is always
        taken up at its end. Equals come in no order but always in the same.

        Args:
            family: The sets.
            chances: The chance of each variable, from 0 to 1.
        """
        best = self._best(family, chances)
        waiting: list[_Open] = [(-best[family], 0, 1.0, family, ())] if best[family] > 0 else []
        made = 0
        while waiting:
            value, _, product, one, chosen = heappop(waiting)
            if one == UNIT:
                yield -value, chosen
                continue
            level = self.level[one]
            with_it = (product * chances[level], self.holding[one], (*chosen, level))
            for reached, rest, members in ((product, self.lacking[one], chosen), with_it):
                if reached * best[rest] > 0:
                    made += 1
                    heappush(waiting, (-reached * best[rest], made, reached, rest, members))

    def _best(self, family: int, chances: Sequence[float]) -> dict[int, float]:
        """Return the largest product of a set, for a family and all that it is made of."""
        best = {EMPTY: 0.0, UNIT: 1.0}

        def rest(one: int) -> float:
            if one not in best:
                with_it = chances[self.level[one]] * rest(self.holding[one])
                best[one] = max(rest(self.lacking[one]), with_it)
            return best[one]

        rest(family)
        return best
