"""The second slow twin: a decision diagram over every event, fulfilments included.

A reduced ordered binary decision diagram after Bryant (1986), plain and whole: equal functions are
one node, so a fixed point is reached when a round of the conditions gives back the same nodes.
Nothing in it is clever, and it goes a little further than the enumeration of every scenario.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import reduce
from itertools import product

from guarantor.model import Chance, End
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
    leaves,
)
from guarantor.viability.structure import Structure

FALSE, TRUE = 0, 1


class Diagram:
    """Functions of events that happen or not; each is the number of a node.

    Attributes:
        order: The events, those asked about first on top.
        nodes: For each node its level, and where it leads when its event fails and when it happens.
            A node comes after the two that it leads to.
    """

    def __init__(self, order: tuple[str, ...]) -> None:
        self.order = order
        self.nodes = [(len(order), FALSE, FALSE), (len(order), TRUE, TRUE)]
        self._level = {name: level for level, name in enumerate(order)}
        self._number: dict[tuple[int, int, int], int] = {}
        self._chosen: dict[tuple[int, int, int], int] = {}

    def event(self, name: str) -> int:
        """Return that an event happens."""
        return self._node(self._level[name], FALSE, TRUE)

    def choice(self, test: int, then: int, otherwise: int) -> int:
        """Return ``then`` where ``test`` holds and ``otherwise`` where it does not."""
        if test in {FALSE, TRUE}:
            return then if test == TRUE else otherwise
        if then == otherwise:
            return then
        key = test, then, otherwise
        if key not in self._chosen:
            level = min(self.nodes[node][0] for node in key)
            fails = self.choice(*(self._under(node, level, 1) for node in key))
            happens = self.choice(*(self._under(node, level, 2) for node in key))
            self._chosen[key] = self._node(level, fails, happens)
        return self._chosen[key]

    def _node(self, level: int, fails: int, happens: int) -> int:
        if fails == happens:
            return fails
        key = level, fails, happens
        if key not in self._number:
            self._number[key] = len(self.nodes)
            self.nodes.append(key)
        return self._number[key]

    def _under(self, node: int, level: int, side: int) -> int:
        return self.nodes[node][side] if self.nodes[node][0] == level else node

    def all_chances(self, chances: Mapping[str, float]) -> list[float]:
        """Return the chance of every node, given the chance of each event."""
        found = [0.0, 1.0]
        for level, fails, happens in self.nodes[2:]:
            chance = chances[self.order[level]]
            found.append((1 - chance) * found[fails] + chance * found[happens])
        return found

    def of(self, formula: Formula, truth: Callable[[str], int]) -> int:
        """Return the node of a formula, given the node of each truth."""
        match formula:
            case Constant(value):
                return TRUE if value else FALSE
            case Event(name):
                return self.event(name)
            case Truth(name):
                return truth(name)
            case No(part):
                return self.choice(self.of(part, truth), FALSE, TRUE)
            case Both(parts):
                nodes = (self.of(part, truth) for part in parts)
                return reduce(lambda one, other: self.choice(other, one, FALSE), nodes, TRUE)
            case Either(parts):
                nodes = (self.of(part, truth) for part in parts)
                return reduce(lambda one, other: self.choice(other, TRUE, one), nodes, FALSE)
            case AtLeastOf(count, parts):
                return self._reaches(parts, (Decimal(1),) * len(parts), count, truth)
            case SumReaches(need, parts, amounts):
                return FALSE if need is None else self._reaches(parts, amounts, need, truth)

    def _reaches(
        self,
        parts: Sequence[Formula],
        amounts: Sequence[Decimal | None],
        need: Decimal | int,
        truth: Callable[[str], int],
    ) -> int:
        """Return that the amounts of the parts that hold sum to a need."""
        nodes = [self.of(part, truth) for part in parts]
        found: dict[tuple[int, Decimal], int] = {}

        def rest(index: int, missing: Decimal) -> int:
            if missing <= 0:
                return TRUE
            if index == len(nodes):
                return FALSE
            if (index, missing) not in found:
                amount = amounts[index]
                without = rest(index + 1, missing)
                with_it = TRUE if amount is None else rest(index + 1, missing - amount)
                found[index, missing] = self.choice(nodes[index], with_it, without)
            return found[index, missing]

        return rest(0, Decimal(need))


def every_target(structure: Structure) -> dict[str, Formula]:
    """Return all that a chance is given of: the set, its lines, who joins and who contributes."""
    view = structure.view
    targets: dict[str, Formula] = {"met": structure.met()}
    for line in view.requirements[structure.question.requirement].lines:
        targets[f"line {line.id}"] = structure.line(line)
    for code in view.parties:
        own = (Truth(offer.id) for offer in view.offers.values() if offer.party == code)
        targets[f"joins {code}"] = Truth(code)
        targets[f"contributes {code}"] = Either(tuple(own))
    return targets


def chance_at(
    structure: Structure, end: End, targets: Mapping[str, Formula], reading: Reading
) -> dict[str, float]:
    """Return one end of the chance of each target.

    What stands under a ``not`` is taken at both ends of its chance, case by case.
    """
    diagram = Diagram(tuple(dict.fromkeys(_events(structure, targets))))
    truths = fixed_point(diagram, structure, reading, targets)
    roots = {name: diagram.of(formula, truths.__getitem__) for name, formula in targets.items()}
    cases = [diagram.all_chances(case) for case in _cases(structure, end, diagram.order)]
    pick = min if end is End.LOW else max
    return {name: pick(case[root] for case in cases) for name, root in roots.items()}


def fixed_point(
    diagram: Diagram, structure: Structure, reading: Reading, targets: Mapping[str, Formula]
) -> dict[str, int]:
    """Return the node of each truth that some targets rest on."""
    read = (leaf for target in targets.values() for leaf in leaves(target))
    needed = structure.cone(leaf.name for leaf in read if isinstance(leaf, Truth))
    start = TRUE if reading is Reading.MOVING_TOGETHER else FALSE
    truths = dict.fromkeys(needed, start)
    settled = [name for name in structure.settled_first if name in needed]
    for name in settled:
        truths[name] = diagram.of(structure.equations[name], truths.__getitem__)
    while True:
        after = {
            name: truths[name]
            if name in settled
            else diagram.of(structure.equations[name], truths.__getitem__)
            for name in sorted(needed)
        }
        if after == truths:
            return truths
        truths = after


def _events(structure: Structure, targets: Mapping[str, Formula]) -> Iterator[str]:
    """Yield the events that targets rest on, in the order in which a reader comes across them."""
    seen: set[str] = set()
    waiting = list(targets.values())[::-1]
    while waiting:
        below: list[Formula] = []
        for leaf in leaves(waiting.pop()):
            if isinstance(leaf, Event):
                yield leaf.name
            elif leaf.name not in seen:
                seen.add(leaf.name)
                below.append(structure.equations[leaf.name])
        waiting.extend(reversed(below))


def _cases(structure: Structure, end: End, events: tuple[str, ...]) -> Iterator[dict[str, float]]:
    """Yield the chances of the events, once for every choice of ends of those under a ``not``."""

    def options(name: str, chance: Chance) -> tuple[float, ...]:
        both = name in structure.settled_first and chance.low < chance.high
        return (chance.low, chance.high) if both else (chance.at(end),)

    ends = (options(name, structure.chances[name]) for name in events)
    for case in product(*ends):
        yield dict(zip(events, case, strict=True))
