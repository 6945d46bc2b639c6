"""Monthly: the exact chance that a requirement is met in each of some months.

Months in which the same offers are in place, and the same is settled, differ in the chances of
their events only: one diagram serves all of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from guarantor.model import Chance, End, Priority
from guarantor.viability.ahead.months import Hazards, Moment, faded
from guarantor.viability.diagrams.core import Keep
from guarantor.viability.diagrams.diagram import Diagram
from guarantor.viability.diagrams.exact import Exact, interval
from guarantor.viability.diagrams.targets import MET, Wanted
from guarantor.viability.fixpoint import Reading
from guarantor.viability.formulas import Formula
from guarantor.viability.method import Method
from guarantor.viability.structure import Structure

Structures = Mapping[End, Structure]


class Monthly:
    """The months of a question, in groups that one diagram serves."""

    def __init__(self, moments: Sequence[Moment], hazards: Hazards, method: Method) -> None:
        """Group the months; diagrams are compiled when they are asked for."""
        self._method = method
        self._structures: dict[int, dict[End, Structure]] = {}
        self._group: dict[int, int] = {}
        self._exact: dict[int, Exact] = {}
        self._diagrams: dict[tuple[int, End, Reading], Diagram] = {}
        patterns: list[tuple[object, list[Mapping[str, Formula]]]] = []
        for one in moments:
            self._structures[one.number] = {
                end: faded(structure, hazards, one.number)
                for end, structure in one.structures.items()
            }
            pattern = _pattern(one.structures)
            if pattern not in patterns:
                patterns.append(pattern)
            self._group[one.number] = patterns.index(pattern)

    def __len__(self) -> int:
        """Return how many groups there are."""
        return len(set(self._group.values()))

    def chances(self, month: int) -> dict[Reading, Chance]:
        """Return the chance that the requirement is met in a month, in both readings.

        Raises:
            OverBudget: A diagram would have more nodes than it may.
            OutOfTime: The method's time is up.
            TooLarge: Too much stands under a ``not`` with a chance that is an interval.
        """
        self._method.check_time()
        return {reading: self._chance(month, reading) for reading in Reading}

    def _chance(self, month: int, reading: Reading) -> Chance:
        group = self._group[month]
        engine = self._engine(group)
        low, high = (
            self._diagram(group, end, reading).chances(
                engine.weights(end, self._structures[month][end])
            )[MET]
            for end in End
        )
        return interval(low, high)

    def _diagram(self, group: int, end: End, reading: Reading) -> Diagram:
        """Return a diagram of a group; its months share it, however large it is."""
        key = group, end, reading
        if key not in self._diagrams:
            self._diagrams[key] = self._engine(group).diagram(end, reading)
        return self._diagrams[key]

    def _engine(self, group: int) -> Exact:
        """Return the engine of a group, in which whatever is uncertain in a month is a variable."""
        if group not in self._exact:
            months = [month for month, of in self._group.items() if of == group]
            low, high = (
                _widest([self._structures[month][end] for month in months], end) for end in End
            )
            self._exact[group] = Exact(low, high, self._method, wanted=Wanted.MET, keep=Keep.OPEN)
        return self._exact[group]


def _widest(structures: Sequence[Structure], end: End) -> Structure:
    """Return a structure in which is certain, at an end, what is so in each of some like it.

    A chance lies halfway between the lowest and the highest: at 0 or 1 only where all of them do.
    """
    return replace(
        structures[0],
        chances={
            name: _halfway([one.chances[name] for one in structures], end)
            for name in structures[0].chances
        },
    )


def _halfway(chances: Sequence[Chance], end: End) -> Chance:
    lows, highs = [one.low for one in chances], [one.high for one in chances]
    if end is End.LOW:
        return Chance(low=(min(lows) + max(lows)) / 2, high=max(highs))
    return Chance(low=min(lows), high=(min(highs) + max(highs)) / 2)


def _pattern(structures: Structures) -> tuple[object, list[Mapping[str, Formula]]]:
    """Return what a diagram rests on: what counts on each essential line, and all equations."""
    counted = [
        [offer.id for offer in structure.view.offers.values() if structure.counts_on(offer, line)]
        for structure in structures.values()
        for line in structure.asked.lines
        if line.priority is Priority.ESSENTIAL
    ]
    return counted, [structure.equations for structure in structures.values()]
