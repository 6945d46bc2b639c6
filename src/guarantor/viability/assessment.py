"""The whole answer to a question: logic, chance, lines and what hangs on what."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from guarantor.model import FLOORS, End, Firmness, Line, Requirement, View
from guarantor.viability.answering import Answering, Chances
from guarantor.viability.breaking.bounds import Bounds, bounds
from guarantor.viability.breaking.hanging import HangsOn, hangs_on, lost_without
from guarantor.viability.breaking.lines import Held, held
from guarantor.viability.breaking.logic import Logic, logic
from guarantor.viability.breaking.minimal import WITHIN
from guarantor.viability.breaking.scenarios import Outlook
from guarantor.viability.building import build
from guarantor.viability.counting import Counting
from guarantor.viability.diagrams.measures import Measures, measures
from guarantor.viability.diagrams.targets import Wanted
from guarantor.viability.fixpoint import Reading, Solution
from guarantor.viability.formulas import Formula, has_sum
from guarantor.viability.method import DEFAULT, Method
from guarantor.viability.pacts import pacts
from guarantor.viability.question import Question
from guarantor.viability.structure import Structure

LOGIC_COUNTINGS = (Counting.DISCLOSED, Counting.HIGH)
"""The two countings of logic, always in this order."""

Possible = Mapping[Counting, Mapping[Reading, bool]]


@dataclass(frozen=True, kw_only=True)
class Floor:
    """Whether a requirement adds up from one firmness upwards, and the offers that can stand."""

    floor: Firmness
    possible: Possible
    offers: Mapping[Reading, tuple[str, ...]]


@dataclass(frozen=True)
class Engine:
    """Answers one question about one view; every part is worked out when it is asked for."""

    view: View
    question: Question
    method: Method = DEFAULT

    @property
    def requirement(self) -> Requirement:
        """The requirement asked about."""
        return self.view.requirements[self.question.requirement]

    @cached_property
    def _structures(self) -> Mapping[Counting, Structure]:
        high = build(self.view, self.question, Counting.HIGH)
        if any(map(has_sum, high.equations.values())):
            disclosed = build(self.view, self.question, Counting.DISCLOSED)
        else:  # only sums count quantities
            disclosed = replace(high, counting=Counting.DISCLOSED)
        return {Counting.DISCLOSED: disclosed, Counting.HIGH: high}

    @cached_property
    def _outlooks(self) -> Mapping[tuple[Counting, Reading], Outlook]:
        return {
            (counting, reading): Outlook(structure=self._structures[counting], reading=reading)
            for counting in LOGIC_COUNTINGS
            for reading in Reading
        }

    @cached_property
    def _favourable(self) -> Mapping[tuple[Counting, Reading], Solution]:
        """What stands with nothing failing; only a ``total`` makes the countings differ in it."""
        high = {reading: self._outlooks[Counting.HIGH, reading].solve() for reading in Reading}
        equations = [structure.equations for structure in self._structures.values()]
        same = equations[0] == equations[1]
        return {
            (counting, reading): high[reading] if same else outlook.solve()
            for (counting, reading), outlook in self._outlooks.items()
        }

    def possible(self, requirement: Requirement | Line) -> Possible:
        """Tell whether a requirement or a line can be met, in both countings and readings."""
        return {
            counting: {
                reading: bool(
                    self._favourable[counting, reading]
                    .holds(_formula(self._structures[counting], requirement))
                    .any()
                )
                for reading in Reading
            }
            for counting in LOGIC_COUNTINGS
        }

    @cached_property
    def standing(self) -> Mapping[Reading, tuple[str, ...]]:
        """The offers that can stand, each with all else as favourable as can be."""
        solutions = {reading: self._favourable[Counting.HIGH, reading] for reading in Reading}
        return {
            reading: tuple(name for name in self.view.offers if solution.truths[name].any())
            for reading, solution in solutions.items()
        }

    def logic(self) -> Mapping[Counting, Mapping[Reading, Logic]]:
        """Return what must hold, the cut sets and path sets, in both countings and readings.

        Raises:
            OutOfTime: The method's time is up.
        """
        high = {reading: self._logic(Counting.HIGH, reading) for reading in Reading}
        disclosed, enough = (self._structures[counting] for counting in LOGIC_COUNTINGS)
        if disclosed.equations == enough.equations and disclosed.met() == enough.met():
            return dict.fromkeys(LOGIC_COUNTINGS, high)
        low = {reading: self._logic(Counting.DISCLOSED, reading) for reading in Reading}
        return {Counting.DISCLOSED: low, Counting.HIGH: high}

    def _logic(self, counting: Counting, reading: Reading) -> Logic:
        target = self._structures[counting].met()
        return logic(self._outlooks[counting, reading], target, self._within)

    @property
    def _within(self) -> Method:
        """What may be spent on the families of minimal sets."""
        return replace(WITHIN, is_out_of_time=self.method.is_out_of_time)

    def bounds(self, reading: Reading) -> Bounds:
        """Return what the chance of the requirement lies between, whatever the dependence.

        Raises:
            OutOfTime: The method's time is up.
        """
        return bounds(self._low, self._structures[Counting.HIGH], reading, self._within)

    @cached_property
    def _low(self) -> Structure:
        return build(self.view, self.question, Counting.LOW)

    def floors(self, requirement: Requirement) -> tuple[Floor, ...]:
        """Return whether a requirement adds up at each firmness floor, firmest first."""
        return tuple(
            Floor(floor=floor, possible=engine.possible(requirement), offers=engine.standing)
            for floor, engine in self._by_floor.items()
        )

    @cached_property
    def _by_floor(self) -> Mapping[Firmness, "Engine"]:
        return {
            floor: self
            if floor is self.question.firm
            else Engine(self.view, replace(self.question, firm=floor), self.method)
            for floor in FLOORS
        }

    def hangs_on(self) -> tuple[HangsOn, ...]:
        """Return what hangs on each proposition and party, moving together.

        Raises:
            OutOfTime: The method's time is up.
        """
        return hangs_on(self._outlooks[Counting.HIGH, Reading.MOVING_TOGETHER], self.method)

    def lost_without(self, name: str) -> tuple[str, ...]:
        """Return the offers lost when a proposition or party fails, moving together."""
        return lost_without(self._outlooks[Counting.HIGH, Reading.MOVING_TOGETHER], name)

    def held(self, line: Line) -> Held:
        """Return what is held against a line, moving together, the undisclosed enough."""
        key = Counting.HIGH, Reading.MOVING_TOGETHER
        return held(self._outlooks[key], self._favourable[key], line)

    def pacts(self) -> tuple[tuple[str, ...], ...]:
        """Return the loops of conditions that wait for each other."""
        return pacts(self._structures[Counting.HIGH])

    def chances(self, reading: Reading) -> Chances:
        """Return every chance in one reading.

        Raises:
            OverBudget: The answer has to be exact and its diagram outgrows the budget.
            OutOfTime: The method's time is up.
            TooLarge: Too much stands under a ``not`` with a chance that is an interval.
        """
        return self.answering.chances(reading)

    def measures(self, end: End, reading: Reading) -> dict[str, Measures]:
        """Return how far each uncertain proposition and party decides, at one end in one reading.

        Raises:
            OverBudget: The diagram outgrows its budget.
        """
        return measures(self.answering.exact(Wanted.MET), end, reading)

    @cached_property
    def answering(self) -> Answering:
        """What works the chances out, and keeps the diagrams it made."""
        return Answering(self.view, self.question, self.method)


def _formula(structure: Structure, requirement: Requirement | Line) -> Formula:
    if isinstance(requirement, Line):
        return structure.line(requirement)
    return structure.requirement(requirement)
