"""The core of a question: the events that truths rest on, and the truths as functions of them.

Both ends and both readings share one order of the variables and one store of functions, so that
what is the same in two of them is worked out once.
"""

from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from functools import cached_property

from guarantor.model import End, Line
from guarantor.viability.diagrams.functions import FALSE, Functions
from guarantor.viability.diagrams.ordering import ordered
from guarantor.viability.diagrams.parcels import by_capability, offers_on, parcels_of
from guarantor.viability.diagrams.symbolic import Symbolic
from guarantor.viability.events import is_fulfilment
from guarantor.viability.fixpoint import Reading
from guarantor.viability.formulas import Event, leaves
from guarantor.viability.method import Method
from guarantor.viability.structure import Structure


class Keep(Enum):
    """Which events are variables of a diagram; the others are constants in it."""

    OPEN = "open"
    """What can go either way at the end asked for: all that a single answer needs."""
    UNCERTAIN = "uncertain"
    """What can go either way at some end: so that any of it can be supposed later."""
    EVERYTHING = "everything"
    """What is certain, too: so that it can be supposed otherwise later."""


class Core:
    """The variables of a question and what every truth comes to over them.

    Attributes:
        structures: The structure at each end.
        variables: The core events that can go either way, in the order they are decided.
        keep: Which events are variables.
        functions: The functions of all ends and readings.
    """

    def __init__(
        self, structures: Mapping[End, Structure], method: Method, keep: Keep = Keep.UNCERTAIN
    ) -> None:
        """Choose the variables and their order.

        Args:
            structures: The structure at each end.
            method: What may be spent on each diagram.
            keep: Which events are variables.
        """
        self.structures = structures
        self.keep = keep
        names = _core_events(structures.values())
        if keep is not Keep.EVERYTHING:
            names = [name for name in names if not _is_settled(structures, name)]
        high = structures[End.HIGH]
        groups = by_capability(high.asked.lines)
        self.variables = tuple(ordered(high, names, [_shares(high, one) for one in groups]))
        self.functions = Functions(len(self.variables), method)
        self._symbolic: dict[tuple[End, Reading], Symbolic] = {}

    @cached_property
    def place(self) -> Mapping[str, int]:
        """The place of each variable in the order."""
        return {name: place for place, name in enumerate(self.variables)}

    def symbolic(self, end: End, reading: Reading) -> Symbolic:
        """Return the truths at one end in one reading.

        Raises:
            OverBudget: The functions outgrow their budget.
            OutOfTime: The method's time is up.
        """
        if self._ends_agree:
            end = End.HIGH
        if (end, reading) not in self._symbolic:
            structure = self.structures[end]
            self._symbolic[end, reading] = Symbolic(
                structure, reading, self.functions, self._events[end], structure.equations
            )
        return self._symbolic[end, reading]

    @cached_property
    def _ends_agree(self) -> bool:
        low, high = self.structures[End.LOW], self.structures[End.HIGH]
        return self._events[End.LOW] == self._events[End.HIGH] and low.equations == high.equations

    @cached_property
    def _events(self) -> Mapping[End, Mapping[str, int]]:
        """The function of each event at each end."""
        return {
            end: {name: self._event(structure, name, end) for name in structure.chances}
            for end, structure in self.structures.items()
        }

    def _event(self, structure: Structure, name: str, end: End) -> int:
        place = self.place.get(name)
        chance = structure.chances[name]
        if place is None:
            return int(chance.high > 0)
        is_certain = chance.at(end) in {0.0, 1.0} and name not in structure.at_both_ends
        if self.keep is Keep.OPEN and is_certain:
            return int(chance.at(end))
        return self.functions.variable(place)


def _core_events(structures: Iterable[Structure]) -> list[str]:
    """Return the events that some party or offer rests on, fulfilments left aside."""
    found: dict[str, None] = {}
    for structure in structures:
        for name in structure.cone([*structure.view.parties, *structure.view.offers]):
            for leaf in leaves(structure.equations[name]):
                if isinstance(leaf, Event) and not is_fulfilment(leaf.name):
                    found[leaf.name] = None
    return sorted(found)


def _is_settled(structures: Mapping[End, Structure], event: str) -> bool:
    """Tell whether an event is certain or impossible, whatever the end."""
    chances = [one.chances[event] for one in structures.values() if event in one.chances]
    return all(chance.low == chance.high and chance.high in {0.0, 1.0} for chance in chances)


def _shares(structure: Structure, lines: Sequence[Line]) -> dict[str, float]:
    """Return how much of the needs of some lines each offer could give, capped at all of it."""
    parcels = parcels_of(structure, lines, lambda _: FALSE, End.HIGH)
    shares: dict[str, float] = {}
    for offer, parcel in zip(offers_on(structure, lines), parcels.parcels, strict=True):
        parts = zip(parcel.amounts, parcels.needs, strict=True)
        shares[offer.id] = max((amount / need for amount, need in parts if need), default=0.0)
    return shares
