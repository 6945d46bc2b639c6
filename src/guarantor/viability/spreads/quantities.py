"""Quantities: how much is delivered to a line, as the chance of each sum, whatever the need.

It follows from one pass down the variables. What is still undecided of a line is known by the
functions of its undecided offers; to each such *rest* belongs the chance of each sum delivered so
far. An offer that turns out to be offered adds its quantity to the sums in case it arrives, and one
that is refused is forgotten, so that many decisions lead to one rest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import lcm

import numpy as np
from numpy.typing import NDArray

from guarantor.errors import OverBudget
from guarantor.model import End, Line
from guarantor.viability.diagrams.exact import Exact
from guarantor.viability.diagrams.functions import TRUE, Functions
from guarantor.viability.events import fulfilment
from guarantor.viability.fixpoint import Reading
from guarantor.viability.method import Method
from guarantor.viability.structure import Structure

EDGE = 1e-9
"""A chance that misses a level by less has met it: it is lost to rounding."""
_MOST_SUMS = 1 << 18
"""Most different sums that are told apart."""
LARGEST = 1 << 62
"""Least sum that is too large for machine numbers."""
_SUMS_A_NODE = 16
"""How many chances of a sum may be worked out for each node that a diagram may have."""

Shares = NDArray[np.float64]
Rest = tuple[tuple[int, int], ...]
"""For each undecided function, what is left of it, and which it was at the start."""


@dataclass(frozen=True, kw_only=True)
class Amounts:
    """The sums that can be delivered to a line, as whole numbers of one small unit.

    Attributes:
        unit: How much the small unit is.
        sums: Every sum, smallest first.
        beyond: Whether the last of them stands for any sum with an offer that nothing bounds.
    """

    unit: Fraction
    sums: NDArray[np.int64]
    beyond: bool

    def amount(self, place: int) -> Decimal | None:
        """Return a sum in the line's unit; ``None`` where nothing bounds it."""
        if self.beyond and place == len(self.sums) - 1:
            return None
        return in_unit(int(self.sums[place]), self.unit)


def in_unit(whole: int, unit: Fraction) -> Decimal:
    """Return a whole number of small units as an amount.

    Example:
        >>> in_unit(25, Fraction(1, 10))
        Decimal('2.5')
    """
    exact = whole * unit
    return Decimal(exact.numerator) / Decimal(exact.denominator)


@dataclass(frozen=True, kw_only=True)
class Delivered:
    """What is delivered to a line at one end in one reading.

    Attributes:
        amounts: The sums.
        shares: The chance of each: a row a sum, a column for each choice of ends of what stands
            under a ``not``.
    """

    amounts: Amounts
    shares: Shares

    def reached(self, end: End, level: float) -> Decimal | None:
        """Return the most that is reached with a chance; ``None`` where nothing bounds it.

        Of several choices of ends the one that gives least counts at the low end, and that which
        gives most at the high end.
        """
        at_least = np.cumsum(self.shares[::-1], axis=0)[::-1]
        places = [int(np.flatnonzero(column >= level - EDGE)[-1]) for column in at_least.T]
        return self.amounts.amount(min(places) if end is End.LOW else max(places))


@dataclass(frozen=True, kw_only=True)
class Adding:
    """An offer as it adds to a line.

    Attributes:
        function: The function of the core events under which it is offered.
        chance: The chance that it arrives once offered.
        amount: How much it adds.
    """

    function: int
    chance: float
    amount: int


def delivered(exact: Exact, line: Line, end: End, reading: Reading, method: Method) -> Delivered:
    """Return the distribution of what is delivered to a line.

    The low end takes every chance and quantity at its low end, an undisclosed quantity at its
    stated least, else as nothing; the high end the opposite, and nothing bounds an undisclosed
    quantity without a stated most.

    Args:
        exact: The question, prepared.
        line: The line; its need does not matter.
        end: Which end.
        reading: How circular conditions are read.
        method: What may be spent.

    Raises:
        OverBudget: There are more sums and rests than the method's nodes allow for.
        OutOfTime: The method's time is up.
        TooLarge: Too much stands under a ``not`` with a chance that is an interval.
    """
    offers, amounts = _offered(exact, line, end, reading)
    weights = exact.weights(end)
    passing = _Pass(exact.core.functions, amounts, offers, weights, method)
    return Delivered(amounts=amounts, shares=passing.shares())


def _offered(exact: Exact, line: Line, end: End, reading: Reading) -> tuple[list[Adding], Amounts]:
    """Return what counts on a line, and the sums that it can come to."""
    structure = exact.structures[end]
    truths = exact.core.symbolic(end, reading).truths
    counted = [
        (truths[name], structure.chances[fulfilment(name)].at(end), amount)
        for name, amount in _counted(structure, line)
        if truths[name] and structure.chances[fulfilment(name)].at(end)
    ]
    given = [amount for _, _, amount in counted if amount is not None]
    per_unit = lcm(*(amount.denominator for amount in given))
    beyond = int(sum(given, Fraction(0)) * per_unit) + 1
    offers = [
        Adding(
            function=function,
            chance=chance,
            amount=beyond if amount is None else int(amount * per_unit),
        )
        for function, chance, amount in counted
        if amount != 0
    ]
    sums = _attainable([one.amount for one in offers], beyond)
    is_open = any(amount is None for _, _, amount in counted)
    return offers, Amounts(unit=Fraction(1, per_unit), sums=sums, beyond=is_open)


def _counted(structure: Structure, line: Line) -> list[tuple[str, Fraction | None]]:
    """Return the offers that count on a line, each with how much; ``None`` is unbounded."""
    amounts = [
        (offer.id, structure.counting.amount(offer.quantity))
        for offer in structure.view.offers.values()
        if structure.counts_on(offer, line)
    ]
    return [(name, None if amount is None else Fraction(amount)) for name, amount in amounts]


def _attainable(amounts: Sequence[int], beyond: int) -> NDArray[np.int64]:
    """Return every sum that some of the amounts come to; all beyond what is bounded are one."""
    if beyond >= LARGEST:
        raise OverBudget(_MOST_SUMS)
    sums = np.zeros(1, dtype=np.int64)
    for amount in amounts:
        sums = np.union1d(sums, np.minimum(sums + amount, beyond))
        if len(sums) > _MOST_SUMS:
            raise OverBudget(_MOST_SUMS)
    return sums


class _Pass:
    """One pass down the variables, from nothing decided to all."""

    def __init__(
        self,
        functions: Functions,
        amounts: Amounts,
        offers: Sequence[Adding],
        weights: NDArray[np.float64],
        method: Method,
    ) -> None:
        self._functions = functions
        self._sums = amounts.sums
        self._weights = weights
        self._method = method
        self._blocks: dict[int, list[tuple[float, NDArray[np.intp]]]] = {}
        for one in offers:
            after = np.minimum(self._sums + one.amount, self._sums[-1])
            places = np.searchsorted(self._sums, after)
            self._blocks.setdefault(one.function, []).append((one.chance, places))
        self._left = method.nodes * _SUMS_A_NODE
        self._waiting: dict[int, dict[Rest, Shares]] = {}
        self._done = np.zeros((len(self._sums), weights.shape[1]))

    def shares(self) -> Shares:
        """Return the chance of each sum: a row a sum, a column a corner."""
        start = np.zeros((len(self._sums), self._weights.shape[1]))
        start[0] = 1.0
        self._place([(function, function) for function in self._blocks], start)
        while self._waiting:
            level = min(self._waiting)
            self._method.check_time()
            for rest, shares in self._waiting.pop(level).items():
                self._spend(shares.size)
                self._decide(level, rest, shares)
        return self._done

    def _decide(self, level: int, rest: Rest, shares: Shares) -> None:
        """Let the first variable that a rest waits for be false and true, as far as it can be."""
        functions = self._functions
        chance = self._weights[level]
        for after, weight in ((functions.low, 1 - chance), (functions.high, chance)):
            if weight.any():
                moved = [
                    (after[now] if functions.level[now] == level else now, block)
                    for now, block in rest
                ]
                self._place(moved, shares * weight)

    def _place(self, moved: Sequence[tuple[int, int]], shares: Shares) -> None:
        """Add what a rest has come to to what waits for its next variable, or to what is done."""
        for now, block in moved:
            if now == TRUE:
                for chance, places in self._blocks[block]:
                    shares = _with(chance, places, shares)
        rest = tuple((now, block) for now, block in moved if now > TRUE)
        if not rest:
            self._done = self._done + shares
            return
        level = min(self._functions.level[now] for now, _ in rest)
        here = self._waiting.setdefault(level, {})
        here[rest] = here[rest] + shares if rest in here else shares

    def _spend(self, size: int) -> None:
        self._left -= size
        if self._left < 0:
            raise OverBudget(self._method.nodes)


def _with(chance: float, places: NDArray[np.intp], shares: Shares) -> Shares:
    """Return the chance of each sum once an offer is known to be offered.

    Args:
        chance: The chance that it arrives.
        places: For each sum the place of the sum with the offer.
        shares: The chance of each sum before.
    """
    grown = (1 - chance) * shares
    for corner in range(shares.shape[1]):
        arrives = chance * shares[:, corner]
        grown[:, corner] += np.bincount(places, weights=arrives, minlength=len(shares))
    return grown
