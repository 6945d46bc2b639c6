"""Choices: which sets of changes may be chosen, so many and at such a cost."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import combinations, islice

from guarantor.model import Change
from guarantor.viability.asks.outcomes import ChangeSet

ONE = Decimal(1)
"""What an ask costs where the register of asks gives no cost."""
Costs = Mapping[Change, Decimal]


class Choice:
    """Which sets of changes may be chosen.

    Attributes:
        changes: The candidates that cost no more than may be spent.
    """

    def __init__(
        self, changes: Iterable[Change], most: int, costs: Costs, budget: Decimal | None
    ) -> None:
        self._costs = costs
        self._budget = budget
        self.changes = tuple(one for one in dict.fromkeys(changes) if self.allows([one]))
        self.most = min(most, len(self.changes))

    def cost(self, changes: Iterable[Change]) -> Decimal:
        """Return what some changes cost together."""
        return sum((self._costs.get(one, ONE) for one in changes), Decimal(0))

    def allows(self, changes: Iterable[Change]) -> bool:
        """Tell whether some changes cost no more than may be spent."""
        return self._budget is None or self.cost(changes) <= self._budget

    def among(self, changes: Iterable[Change]) -> "Choice":
        """Return the same choice among some of the changes."""
        kept = frozenset(changes)
        mine = (one for one in self.changes if one in kept)
        return Choice(mine, self.most, self._costs, self._budget)

    def sets(self) -> Iterator[ChangeSet]:
        """Yield every set that may be chosen, smaller ones first, the empty one among them."""
        for size in range(self.most + 1):
            for some in combinations(self.changes, size):
                if self.allows(some):
                    yield frozenset(some)

    def some_sets(self, most: int) -> list[ChangeSet]:
        """Return the sets that may be chosen, so many of them at most."""
        return list(islice(self.sets(), most))

    def larger(self, chosen: ChangeSet) -> list[ChangeSet]:
        """Return a set as it is, and with one change more."""
        more = (chosen | {one} for one in self.changes if one not in chosen)
        within = [one for one in more if len(one) <= self.most and self.allows(one)]
        return [chosen, *within]

    def tie_break(self, chosen: ChangeSet) -> tuple[float, ...]:
        """Return what makes one of two equal sets better, the larger the better."""
        places = sorted(place for place, one in enumerate(self.changes) if one in chosen)
        return (-len(chosen), -float(self.cost(chosen)), *(-place for place in places))
