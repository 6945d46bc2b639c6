"""Minimal sets: all cut sets and path sets of a target, from the function of "it can be met"."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from guarantor.errors import OverBudget
from guarantor.model import End
from guarantor.viability.breaking.families import Families
from guarantor.viability.breaking.scenarios import Literal
from guarantor.viability.diagrams.core import Core
from guarantor.viability.diagrams.functions import FALSE, TRUE, Functions
from guarantor.viability.diagrams.symbolic import Symbolic
from guarantor.viability.events import is_fulfilment, is_uncertain
from guarantor.viability.fixpoint import Reading
from guarantor.viability.formulas import Event, Formula, Truth, leaves
from guarantor.viability.method import Method
from guarantor.viability.structure import Structure

WITHIN = Method(nodes=300_000)
"""What may be spent on a family unless something else is asked for."""
_MOST_LEVELS = 300
"""Most literals: diagrams are followed by recursion, a call or two for each level."""

Literals = frozenset[Literal]
Goes = Callable[[Structure, str], bool | None]


@dataclass(frozen=True, kw_only=True)
class Family:
    """All minimal sets of one kind.

    Attributes:
        families: Where the sets are kept.
        root: Their family.
        literals: The literal of each level; ``None`` for a level that no set names.
    """

    families: Families
    root: int
    literals: Sequence[Literal | None]

    @property
    def count(self) -> int:
        """How many sets there are in all."""
        return self.families.count(self.root)

    def shortest(self, most: int | None = None, largest: int | None = None) -> list[Literals]:
        """Return sets, shortest first, equals alphabetically.

        Args:
            most: How many at most; all where left out.
            largest: The size up to which they are wanted; any where left out.
        """
        return list(islice(self._by_size(largest), most))

    def _by_size(self, largest: int | None) -> Iterator[Literals]:
        sizes = len(self.literals) if largest is None else min(largest, len(self.literals))
        named = {level: str(one) for level, one in enumerate(self.literals) if one is not None}
        order = sorted(named, key=named.__getitem__)
        for size in range(sizes + 1):
            for found in self.families.in_order(self.families.of_size(self.root, size), order):
                yield self._named(found)

    def most_probable(self, chances: Mapping[Literal, float], most: int) -> list[Literals]:
        """Return the sets with the largest product of chances, none where it is 0.

        Args:
            chances: For each literal the chance of what the sets are about, from 0 to 1: that it
                fails for cut sets, that it holds for path sets. The product is the chance of the
                set where they are independent.
            most: How many.
        """
        by_level = [0.0 if one is None else chances[one] for one in self.literals]
        found = self.families.most_probable(self.root, by_level)
        return [self._named(levels) for _, levels in islice(found, most)]

    def _named(self, levels: Collection[int]) -> Literals:
        return frozenset(one for level in levels if (one := self.literals[level]) is not None)


def at_best(structure: Structure, event: str) -> bool | None:
    """Tell how an event goes at its most favourable; ``None`` where it can go either way.

    Fulfilments happen wherever they can: they are no literals.
    """
    chance = structure.chances[event]
    return chance.high > 0 if is_fulfilment(event) or not is_uncertain(chance) else None


class MinimalSets:
    """The cut sets and path sets of a target in one reading.

    A literal of an event stands for its event. Propositions under a ``not`` (and what they rest on)
    enter as two literals about their truth: their events are variables too, and the target has to
    be met, or not met, in every case that the literals of a set leave open.

    Attributes:
        reading: How circular conditions are read.
        functions: The diagrams, over literals and events under a ``not``.
        literals: The literal of each of their levels; ``None`` for an event under a ``not``.
    """

    def __init__(
        self,
        structure: Structure,
        reading: Reading,
        target: Formula,
        *,
        method: Method = WITHIN,
        goes: Goes = at_best,
    ) -> None:
        """Work out when the target is met.

        Args:
            structure: What each truth rests on, and how quantities count.
            reading: How circular conditions are read.
            target: What is to be met.
            method: What may be spent: most nodes of one family, and time.
            goes: How an event goes; ``None`` where it can go either way and has a literal.

        Raises:
            OverBudget: The functions outgrow their budget.
        """
        self._structure = structure
        self.reading = reading
        self._method = method
        under_not = frozenset(structure.settled_first)
        asked = {leaf.name for leaf in leaves(target) if isinstance(leaf, Truth)}
        cone = structure.cone(asked | under_not)
        settled = {name: goes(structure, name) for name in structure.chances}
        free = [name for name in self._in_order(target, cone) if settled[name] is None]
        self.literals, self._places = _levels(free, under_not)
        if len(self.literals) > _MOST_LEVELS:
            raise OverBudget(method.nodes)
        self.functions = Functions(len(self.literals), method)
        events = {name: int(bool(value)) for name, value in settled.items()}
        events |= {name: self.functions.variable(place) for name, place in self._places.items()}
        found = Symbolic(structure, reading, self.functions, events, cone)
        self._paired = {name: found.truths[name] for name in free if name in under_not}
        self._met = found.of(target)

    @cached_property
    def cut_sets(self) -> Family:
        """The smallest sets of literals whose failing makes the target impossible.

        Raises:
            OverBudget: They outgrow the budget.
        """
        return self._family(self.cutting, holding=False)

    @cached_property
    def path_sets(self) -> Family:
        """The smallest sets of literals whose holding makes the target met whatever else happens.

        Raises:
            OverBudget: They outgrow the budget.
        """
        return self._family(self.sufficing, holding=True)

    @cached_property
    def cutting(self) -> int:
        """The function of the literals that fail: the target is met in no case they leave open."""
        unmet = self._flipped(self._met)
        return self._in_every_case(
            self.functions.disjunction(self._ruled_out(holding=False), unmet)
        )

    @cached_property
    def sufficing(self) -> int:
        """The function of the literals that hold: the target is met in every case left open."""
        ruled_out = self._ruled_out(holding=True)
        return self._in_every_case(self.functions.disjunction(ruled_out, self._met))

    def chances(self, end: End) -> dict[Literal, float]:
        """Return the chance that each literal holds at one end, events being independent."""
        known = {FALSE: 0.0, TRUE: 1.0}
        event_at = {place: name for name, place in self._places.items()}

        def chance(function: int) -> float:
            if function not in known:
                happens = self._structure.chances[event_at[self.functions.level[function]]].at(end)
                low, high = self.functions.low[function], self.functions.high[function]
                known[function] = happens * chance(high) + (1 - happens) * chance(low)
            return known[function]

        found: dict[Literal, float] = {}
        for name, place in self._places.items():
            is_paired = name in self._paired
            truth = self._paired[name] if is_paired else self.functions.variable(place)
            found[Literal(name)] = chance(truth)
            if is_paired:
                found[Literal(name, holds=False)] = 1 - chance(truth)
        return found

    def _family(self, solutions: int, *, holding: bool) -> Family:
        families = Families(self.functions, self._method)
        clashing = self._in_every_case(self._ruled_out(holding=holding))
        root = families.failing(families.minimal(solutions), clashing)
        return Family(families=families, root=root, literals=self.literals)

    def _ruled_out(self, *, holding: bool) -> int:
        """Return the cases that literals under a ``not`` rule out, by holding or by failing."""
        functions = self.functions
        found = FALSE
        for name, truth in self._paired.items():
            place = self._places[name]
            against = functions.negation(truth)
            pair = (against, truth) if holding else (truth, against)
            for literal, cases in zip((place + 1, place + 2), pair, strict=True):
                ruled_out = functions.conjunction(functions.variable(literal), cases)
                found = functions.disjunction(found, ruled_out)
        return found

    def _in_every_case(self, function: int) -> int:
        """Return where a function is true whichever way the events under a ``not`` go."""

        def joined(level: int, low: int, high: int) -> int:
            if self.literals[level] is None:
                return self.functions.conjunction(low, high)
            return self.functions.node(level, low, high)

        return self._rebuilt(function, (FALSE, TRUE), joined)

    def _flipped(self, function: int) -> int:
        """Return a function's negation, read over which literals fail instead of which hold."""

        def joined(level: int, low: int, high: int) -> int:
            low, high = (low, high) if self.literals[level] is None else (high, low)
            return self.functions.node(level, low, high)

        return self._rebuilt(function, (TRUE, FALSE), joined)

    def _rebuilt(
        self, function: int, ends: tuple[int, int], joined: Callable[[int, int, int], int]
    ) -> int:
        known = {FALSE: ends[0], TRUE: ends[1]}

        def rest(one: int) -> int:
            if one not in known:
                low, high = rest(self.functions.low[one]), rest(self.functions.high[one])
                known[one] = joined(self.functions.level[one], low, high)
            return known[one]

        return rest(function)

    def _in_order(self, target: Formula, cone: Collection[str]) -> list[str]:
        """Return the events that are read: the core in its order, then fulfilments line by line."""
        structure = self._structure
        read = [leaf.name for leaf in leaves(target) if isinstance(leaf, Event)]
        for name in sorted(cone):
            read += [
                one.name for one in leaves(structure.equations[name]) if isinstance(one, Event)
            ]
        core = Core({End.LOW: structure, End.HIGH: structure}, self._method).variables
        place = {name: index for index, name in enumerate(core)}
        last = len(place)
        return sorted(
            dict.fromkeys(read), key=lambda name: (is_fulfilment(name), place.get(name, last))
        )


def _levels(
    names: Sequence[str], under_not: Collection[str]
) -> tuple[list[Literal | None], dict[str, int]]:
    """Return the literal of each level, and the level of each event.

    An event under a ``not`` has a level of its own and then those of its two literals.
    """
    literals: list[Literal | None] = []
    places: dict[str, int] = {}
    for name in names:
        places[name] = len(literals)
        paired = [None, Literal(name), Literal(name, holds=False)]
        literals += paired if name in under_not else [Literal(name)]
    return literals, places
