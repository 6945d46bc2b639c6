"""Bounds on the chance that a need is met, however the uncertain events hang together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from guarantor.errors import OverBudget
from guarantor.model import Line
from guarantor.viability.breaking.cutsets import cut_sets
from guarantor.viability.breaking.minimal import WITHIN, Goes, MinimalSets
from guarantor.viability.breaking.scenarios import Literal, Outlook
from guarantor.viability.diagrams.functions import FALSE, TRUE
from guarantor.viability.diagrams.parcels import by_capability
from guarantor.viability.events import fulfilment, is_fulfilment, is_uncertain
from guarantor.viability.fixpoint import Reading
from guarantor.viability.formulas import (
    AtLeastOf,
    Both,
    Constant,
    Either,
    Event,
    Formula,
    No,
    SumReaches,
    Truth,
)
from guarantor.viability.method import Method
from guarantor.viability.structure import Structure

Ends = tuple[float, float]
_INFINITE = float("inf")


@dataclass(frozen=True, kw_only=True)
class Bounds:
    """What the chance lies between, whatever the dependence between the uncertain events.

    Attributes:
        low: It is at least this, from 0 to 1.
        high: It is at most this, from 0 to 1.
        is_low_best: Whether no path set gives a larger ``low``; else a family outgrew its budget
            and ``low`` is true but may be smaller than it could be.
        is_high_best: Whether no cut set gives a smaller ``high``, likewise.
    """

    low: float
    high: float
    is_low_best: bool = True
    is_high_best: bool = True


def bounds(low: Structure, high: Structure, reading: Reading, method: Method = WITHIN) -> Bounds:
    """Return what the chance of a need lies between, whatever hangs together with what.

    It cannot be met unless something in every cut set holds, so it is at most as likely as that,
    and that at most the sum of the literals' chances. It is met where a whole path set holds, so it
    fails at most as often as something in that does, and that at most the sum of the chances of
    failing (Boole; Fréchet 1935).

    Args:
        low: The structure with quantities counted low.
        high: The same with quantities counted high.
        reading: How circular conditions are read.
        method: What may be spent: most nodes of a family, and time.

    Raises:
        OutOfTime: The time is up.
    """
    most, is_high_best = _at_most(high, reading, method)
    least, is_low_best = _at_least(low, reading, method)
    return Bounds(low=least, high=most, is_low_best=is_low_best, is_high_best=is_high_best)


def _at_most(structure: Structure, reading: Reading, method: Method) -> tuple[float, bool]:
    """Return the smallest sum over cut sets, 1 at most, and whether it is the smallest."""
    holding = Holding(structure)
    try:
        minimal = MinimalSets(structure, reading, structure.met(), method=method)
        costs = [0.0 if one is None else holding.most(one) for one in minimal.literals]
        return min(_Cheapest(minimal, minimal.cutting, costs).cost, 1.0), True
    except OverBudget:
        outlook = Outlook(structure=structure, reading=reading)
        if not outlook.possible(structure.met()):
            return 0.0, True
        found = cut_sets(outlook, structure.met(), method=method)
        return min([1.0, *(sum(map(holding.most, cut)) for cut in found.sets)]), found.complete


def _at_least(structure: Structure, reading: Reading, method: Method) -> tuple[float, bool]:
    """Return the largest 1 − sum over path sets, 0 at least, and whether it is the largest.

    A path set is a core path set with enough fulfilments. So first the cheapest of either is
    sought: often fulfilments alone, or both together, sum to 1 or more already. Where not,
    fulfilments become variables too. That failing, the cheapest core path set is taken, and for it
    the cheapest fulfilments.
    """
    arriving = _arriving(structure)
    if arriving >= 1:
        return 0.0, True
    search = _Worst(structure, reading, method)
    try:
        core = search.cheapest(_if_all_arrives)
    except OverBudget:
        return 0.0, False
    if core.cost + arriving >= 1:
        return 0.0, True
    try:
        return max(0.0, 1 - search.cheapest(_at_worst).cost), True
    except OverBudget:
        return search.beyond(core), False


class _Worst:
    """The search for the cheapest path set, read at its least favourable."""

    def __init__(self, structure: Structure, reading: Reading, method: Method) -> None:
        self._structure = structure
        self._reading = reading
        self._method = method
        self._holding = Holding(structure)

    def cheapest(self, goes: Goes) -> "_Cheapest":
        """Return the path set whose failures have the smallest sum."""
        structure = self._structure
        minimal = MinimalSets(
            structure, self._reading, structure.met(), method=self._method, goes=goes
        )
        costs = [
            0.0 if one is None else self._holding.most(_against(one)) for one in minimal.literals
        ]
        return _Cheapest(minimal, minimal.sufficing, costs)

    def beyond(self, core: "_Cheapest") -> float:
        """Return what the cheapest core path set gives, with the cheapest fulfilments for it."""
        taken = {
            one.name for one in core.literals() if one.name not in self._structure.settled_first
        }

        def goes(structure: Structure, event: str) -> bool | None:
            if is_fulfilment(event) or event in structure.settled_first:
                return _at_worst(structure, event)
            return event in taken or structure.chances[event].low == 1

        spent = sum(self._holding.most(Literal(name, holds=False)) for name in taken)
        try:
            return max(0.0, 1 - spent - self.cheapest(goes).cost)
        except OverBudget:
            return 0.0


def _against(literal: Literal) -> Literal:
    return Literal(literal.name, holds=not literal.holds)


def _at_worst(structure: Structure, event: str) -> bool | None:
    """Tell how an event goes at its least favourable; ``None`` where it can go either way."""
    chance = structure.chances[event]
    if event in structure.settled_first:
        return None if is_uncertain(chance) else chance.high > 0
    return None if 0 < chance.low < 1 else chance.low == 1


def _if_all_arrives(structure: Structure, event: str) -> bool | None:
    """Tell the same, were everything to arrive that is not sure to fail to."""
    return structure.chances[event].low > 0 if is_fulfilment(event) else _at_worst(structure, event)


class _Cheapest:
    """The set of literals with the smallest sum among those that make a monotone function true.

    A sweep from the leaves: a node costs what the cheaper of its two sides does. Sets that clash
    need no care: the chances in one sum to 1 or more, whatever they hang together with.
    """

    def __init__(self, minimal: MinimalSets, root: int, costs: Sequence[float]) -> None:
        self._minimal = minimal
        self._root = root
        self._costs = costs
        self._known = {FALSE: _INFINITE, TRUE: 0.0}
        self.cost = self._cost(root)

    def _cost(self, one: int) -> float:
        found = self._known.get(one)
        if found is None:
            functions = self._minimal.functions
            with_it = self._costs[functions.level[one]] + self._cost(functions.high[one])
            found = self._known[one] = min(self._cost(functions.low[one]), with_it)
        return found

    def literals(self) -> Iterator[Literal]:
        """Yield the literals of the set; there has to be one."""
        functions, one = self._minimal.functions, self._root
        while one != TRUE:
            low = functions.low[one]
            if self._known[low] <= self._known[one]:
                one = low
                continue
            if (literal := self._minimal.literals[functions.level[one]]) is not None:
                yield literal
            one = functions.high[one]


def _arriving(structure: Structure) -> float:
    """Return what the fulfilments of any path set cost at least, offers being divisible.

    Lines of one capability may count the same deliveries, so of those only the dearest counts.
    """
    essential = [line for line in structure.asked.lines if line.priority == "essential"]
    groups = by_capability(essential)
    return sum(max(_for_line(structure, line) for line in group) for group in groups)


def _for_line(structure: Structure, line: Line) -> float:
    """Return what the fulfilments of a line cost at least: those that give most for it first."""
    need = structure.counting.need(line.need)
    if need is None:
        return _INFINITE
    missing, cost = Fraction(need), 0.0
    for failing, amount in sorted(_offered(structure, line, need), key=lambda one: one[0] / one[1]):
        taken = min(amount, missing)
        cost += failing * float(taken / amount)
        missing -= taken
    return cost if missing <= 0 else _INFINITE


def _offered(structure: Structure, line: Line, need: Decimal) -> Iterator[tuple[float, Fraction]]:
    """Yield how often each offer for a line fails to arrive, and how much of the need it gives."""
    for offer in structure.view.offers.values():
        chance = structure.chances[fulfilment(offer.id)].low
        if chance > 0 and structure.counts_on(offer, line):
            amount = structure.counting.amount(offer.quantity)
            given = Fraction(need if amount is None else min(amount, need))
            if given > 0:
                yield 1 - chance, given


class Holding:
    """The chances of literals, as far as they are known without independence.

    The chance of an event is given. That a proposition under a ``not`` is true follows from events,
    so its chance is bounded by theirs.
    """

    def __init__(self, structure: Structure) -> None:
        self._structure = structure
        self._truths: dict[str, Ends] = {}
        for name in structure.settled_first:
            self._truths[name] = self._ends(structure.equations[name])

    def most(self, literal: Literal) -> float:
        """Return the highest chance that a literal holds, whatever hangs together with what."""
        chance = self._structure.chances[literal.name]
        low, high = self._truths.get(literal.name, (chance.low, chance.high))
        return high if literal.holds else 1 - low

    def _ends(self, formula: Formula) -> Ends:
        match formula:
            case Constant(value):
                return float(value), float(value)
            case Event(name):
                return self._structure.chances[name].low, self._structure.chances[name].high
            case Truth(name):
                return self._truths[name]
            case No(part):
                low, high = self._ends(part)
                return 1 - high, 1 - low
            case SumReaches():
                return 0.0, 1.0
            case AtLeastOf(count, parts):
                return _enough(count, [self._ends(part) for part in parts])
            case Both(parts):
                return _enough(len(parts), [self._ends(part) for part in parts])
            case Either(parts):
                return _enough(1, [self._ends(part) for part in parts])


def _enough(count: int, parts: Sequence[Ends]) -> Ends:
    """Return how often at least so many parts hold, whatever they hang together with.

    It fails when more than the others fail.
    """
    failing = most_together(len(parts) - count + 1, [1 - low for low, _ in parts])
    return 1 - failing, most_together(count, [high for _, high in parts])


def most_together(count: int, chances: Sequence[float]) -> float:
    """Return how often at least so many of some events happen at most (Rüger 1978).

    At least ``count`` of them means at least ``count - r`` of those without the ``r`` likeliest,
    and the expected number of these is the sum of their chances.
    """
    if count <= 0:
        return 1.0
    if count > len(chances):
        return 0.0
    rarest = sorted(chances)
    least = min(sum(rarest[: len(rarest) - r]) / (count - r) for r in range(count))
    return min(least, 1.0)
