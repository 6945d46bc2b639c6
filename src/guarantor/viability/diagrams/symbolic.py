"""Symbolic fixed points: what each truth comes to, as a function of the core events."""

from collections.abc import Iterable, Mapping, Sequence

from guarantor.viability.diagrams.functions import FALSE, TRUE, Functions
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
    parts_of,
)
from guarantor.viability.pacts import loops
from guarantor.viability.structure import Structure


class Resolved:
    """Formulas as functions, once those of the events and truths they read are known.

    Attributes:
        functions: The diagrams that the functions share.
        events: For each event, its function: a variable, or a constant where it is certain.
        truths: For each truth that is known, its function.
    """

    def __init__(self, functions: Functions, events: Mapping[str, int]) -> None:
        """Start with no truth known."""
        self.functions = functions
        self.events = events
        self.truths: dict[str, int] = {}

    def of(self, formula: Formula) -> int:
        """Return the function of a formula over events and truths."""
        functions = self.functions
        match formula:
            case Constant(value):
                return int(value)
            case Event(name):
                return self.events[name]
            case Truth(name):
                return self.truths[name]
            case No(part):
                return functions.negation(self.of(part))
            case Both(parts):
                return self._all(map(self.of, parts))
            case Either(parts):
                return self._any(map(self.of, parts))
            case AtLeastOf(count, parts):
                return functions.at_least(count, list(map(self.of, parts)))
            case SumReaches(parts=parts):
                return functions.reaches(formula, list(map(self.of, parts)))

    def _all(self, parts: Iterable[int]) -> int:
        found = TRUE
        for part in parts:
            found = self.functions.conjunction(found, part)
            if found == FALSE:
                break
        return found

    def _any(self, parts: Iterable[int]) -> int:
        found = FALSE
        for part in parts:
            found = self.functions.disjunction(found, part)
            if found == TRUE:
                break
        return found


class Symbolic(Resolved):
    """The truths of a structure in one reading, each as a function of the core events."""

    def __init__(
        self,
        structure: Structure,
        reading: Reading,
        functions: Functions,
        events: Mapping[str, int],
        names: Iterable[str],
    ) -> None:
        """Work out the fixed point.

        Args:
            structure: What each truth rests on.
            reading: Which fixed point.
            functions: Where the functions are made.
            events: The function of each event that the truths read.
            names: The truths asked for, closed under what they rest on.
        """
        super().__init__(functions, events)
        asked = frozenset(names)
        start = TRUE if reading is Reading.MOVING_TOGETHER else FALSE
        # In the order of the equations, so that functions are numbered alike in every process.
        reads = {name: structure.reads[name] for name in structure.equations if name in asked}
        for loop in loops(reads):
            self._settle(structure, [name for name in structure.equations if name in loop], start)

    def _settle(self, structure: Structure, loop: Sequence[str], start: int) -> None:
        """Iterate the members of a loop, or settle a single truth, until nothing changes."""
        self.truths.update(dict.fromkeys(loop, start))
        # Wide thresholds cost most, so they wait until what they count has come to rest.
        ordered = sorted(loop, key=lambda name: _width(structure.equations[name]))
        waiting = set(loop)
        while waiting:
            name = next(one for one in ordered if one in waiting)
            waiting.remove(name)
            found = self.of(structure.equations[name])
            if found != self.truths[name]:
                self.truths[name] = found
                waiting.update(one for one in loop if name in structure.reads[one])


def _width(formula: Formula) -> int:
    """Return of how many parts the widest threshold or sum in a formula is."""
    widest = max(map(_width, parts_of(formula)), default=0)
    if isinstance(formula, AtLeastOf | SumReaches):
        return max(widest, len(formula.parts))
    return widest
