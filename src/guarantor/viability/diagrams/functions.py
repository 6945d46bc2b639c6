"""Functions: what each truth comes to over the core events, as shared decision diagrams.

A function is a whole number that names a node of a reduced ordered binary decision diagram
(Bryant 1986): two functions are the same exactly when their numbers are. 0 is false, 1 is true.
"""

from collections.abc import Callable, Sequence

from guarantor.errors import OverBudget
from guarantor.viability.formulas import SumReaches
from guarantor.viability.method import Method

FALSE, TRUE = 0, 1
_WORKSPACE = 4
"""How many times the nodes of a diagram the functions may take."""
_OFTEN = 10_000
"""After so many new nodes the time is checked."""


class Functions:
    """Reduced ordered decision diagrams that share their nodes.

    Attributes:
        level: For each node, the place of its variable in the order; that of 0 and 1 is past all.
        low: For each node, the function when the variable is false.
        high: For each node, the function when it is true.
    """

    def __init__(self, variables: int, method: Method) -> None:
        """Start with no function but false and true.

        Args:
            variables: How many variables there are.
            method: What may be spent on a diagram; functions may take four times as many nodes
                while they are worked out.
        """
        self.level = [variables, variables]
        self.low = [FALSE, TRUE]
        self.high = [FALSE, TRUE]
        self._method = method
        self._most = method.nodes * _WORKSPACE
        self._unique: dict[tuple[int, int, int], int] = {}
        self._conjunctions: dict[tuple[int, int], int] = {}
        self._disjunctions: dict[tuple[int, int], int] = {}
        self._negations: dict[int, int] = {FALSE: TRUE, TRUE: FALSE}
        self._supports: dict[int, int] = {FALSE: 0, TRUE: 0}

    def node(self, level: int, low: int, high: int) -> int:
        """Return the function that is ``high`` where a variable is true and ``low`` elsewhere."""
        if low == high:
            return low
        key = (level, low, high)
        found = self._unique.get(key)
        if found is None:
            found = len(self.level)
            if found > self._most:
                raise OverBudget(self._method.nodes)
            if found % _OFTEN == 0:
                self._method.check_time()
            self._unique[key] = found
            self.level.append(level)
            self.low.append(low)
            self.high.append(high)
        return found

    def variable(self, level: int) -> int:
        """Return the function that is true when a variable is."""
        return self.node(level, FALSE, TRUE)

    def conjunction(self, one: int, other: int) -> int:
        """Return the function that is true where both are."""
        if other in {one, TRUE}:
            return one
        if one == TRUE:
            return other
        if FALSE in (one, other):
            return FALSE
        return self._apply(one, other, self._conjunctions, self.conjunction)

    def disjunction(self, one: int, other: int) -> int:
        """Return the function that is true where either is."""
        if other in {one, FALSE}:
            return one
        if one == FALSE:
            return other
        if TRUE in (one, other):
            return TRUE
        return self._apply(one, other, self._disjunctions, self.disjunction)

    def _apply(
        self,
        one: int,
        other: int,
        known: dict[tuple[int, int], int],
        operation: Callable[[int, int], int],
    ) -> int:
        key = (one, other) if one < other else (other, one)
        found = known.get(key)
        if found is None:
            first, second = self.level[one], self.level[other]
            level = min(first, second)
            low_one, high_one = (self.low[one], self.high[one]) if first == level else (one, one)
            low_other, high_other = (
                (self.low[other], self.high[other]) if second == level else (other, other)
            )
            found = self.node(level, operation(low_one, low_other), operation(high_one, high_other))
            known[key] = found
        return found

    def negation(self, function: int) -> int:
        """Return the function that is true where another is false."""
        found = self._negations.get(function)
        if found is None:
            low, high = self.negation(self.low[function]), self.negation(self.high[function])
            found = self.node(self.level[function], low, high)
            self._negations[function] = found
            self._negations[found] = function
        return found

    def choice(self, which: int, then: int, otherwise: int) -> int:
        """Return the function that is ``then`` where ``which`` is true, else ``otherwise``."""
        return self.disjunction(
            self.conjunction(which, then), self.conjunction(self.negation(which), otherwise)
        )

    def at_least(self, count: int, parts: Sequence[int]) -> int:
        """Return the function that is true where at least so many parts are."""
        return self.sum_reaches(count, parts, [1] * len(parts))

    def reaches(self, formula: SumReaches, parts: Sequence[int]) -> int:
        """Return the function that is true where the amounts of what holds reach a need."""
        if formula.need is None:
            return FALSE
        need, amounts, _ = formula.scaled
        enough = max(need, 1)
        return self.sum_reaches(
            need, parts, [enough if amount is None else amount for amount in amounts]
        )

    def sum_reaches(self, need: int, parts: Sequence[int], amounts: Sequence[int]) -> int:
        """Return the function that is true where the amounts of the parts that hold reach a need.

        Amounts are 0 or more, so that a sum only grows: the larger rest contains the smaller. Equal
        parts are taken together, and parts in the order of their first variables: that keeps what
        is made on the way small.
        """
        merged: dict[int, int] = {}
        for part, amount in zip(parts, amounts, strict=True):
            merged[part] = merged.get(part, 0) + amount
        ordered = sorted(merged, key=self.level.__getitem__)
        left = [0] * (len(ordered) + 1)
        for index in reversed(range(len(ordered))):
            left[index] = left[index + 1] + merged[ordered[index]]
        known: dict[tuple[int, int], int] = {}

        def rest(index: int, missing: int) -> int:
            if missing <= 0:
                return TRUE
            if left[index] < missing:
                return FALSE
            found = known.get((index, missing))
            if found is None:
                part = ordered[index]
                with_it = rest(index + 1, missing - merged[part])
                without = rest(index + 1, missing)
                found = self.disjunction(self.conjunction(part, with_it), without)
                known[index, missing] = found
            return found

        return rest(0, need)

    def support(self, function: int) -> int:
        """Return the variables that a function rests on, as a number with a bit for each."""
        found = self._supports.get(function)
        if found is None:
            below = self.support(self.low[function]) | self.support(self.high[function])
            found = self._supports[function] = 1 << self.level[function] | below
        return found
