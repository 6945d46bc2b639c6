"""Situations: how things stand once some changes have come about."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from guarantor.errors import OverBudget, TooLarge
from guarantor.model import Chance, Change, ChangeKind, End, View
from guarantor.viability.asks.changing import changed_by_all
from guarantor.viability.asks.harm import under_not
from guarantor.viability.asks.meeting import Meeting
from guarantor.viability.asks.unbounded import Switches, without_bounds
from guarantor.viability.assessment import LOGIC_COUNTINGS, Engine, Possible
from guarantor.viability.breaking.minimal import Family, MinimalSets
from guarantor.viability.breaking.scenarios import Literal
from guarantor.viability.building import build
from guarantor.viability.counting import Counting
from guarantor.viability.diagrams.exact import Exact
from guarantor.viability.diagrams.targets import Wanted
from guarantor.viability.fixpoint import Reading
from guarantor.viability.formulas import Truth, leaves
from guarantor.viability.method import DEFAULT, Kind, Method
from guarantor.viability.question import Question
from guarantor.viability.structure import Structure

Chances = Mapping[Reading, Chance]
CutSetCounts = Mapping[Counting, int | None]
_TOGETHER = Reading.MOVING_TOGETHER
NO_SWITCH: Switches = frozenset()


@dataclass(frozen=True, kw_only=True)
class Standing:
    """Whether a need can be met, and which offers can stand, in one situation.

    Attributes:
        possible: Whether it can be met at all, in both countings and readings.
        offers: The offers that can stand, moving together, the undisclosed enough.
        cut_sets: How many cut sets there are, moving together; ``None`` where the need is
            impossible or their family outgrows its budget.
    """

    possible: Possible
    offers: tuple[str, ...]
    cut_sets: CutSetCounts


class Situation:
    """A view in which some changes have come about; each part is worked out when asked for.

    Some further changes only make an event certain. They are *switches*: nothing has to be built or
    compiled anew for them.
    """

    def __init__(
        self,
        view: View,
        question: Question,
        changes: Iterable[Change] = (),
        method: Method = DEFAULT,
        exact: Callable[[], Exact] | None = None,
    ) -> None:
        """Let some changes come about.

        Args:
            view: What is on record.
            question: What is asked of it.
            changes: The changes.
            method: What may be spent on a diagram.
            exact: Returns an engine that was made for the view with these changes, if there is one.

        Raises:
            UnknownId: A subject, or a term that is to be dropped, is not in view.
        """
        self.view = changed_by_all(view, changes)
        self.question = question
        self._method = method
        self._exact = exact

    @cached_property
    def felt(self) -> frozenset[str]:
        """What P(met), the cut sets and whether the need is possible can hang on, by id.

        A change of anything else leaves them as they are.
        """
        asked = {leaf.name for leaf in leaves(self._high.met()) if isinstance(leaf, Truth)}
        cone = self._high.cone(asked.union(self._high.settled_first))
        parts = (self.view.offers[name].part_of for name in cone if name in self.view.offers)
        return cone.union(whole for whole in parts if whole is not None)

    def switch(self, change: Change) -> str | None:
        """Return the event that a change makes certain; ``None`` where it is no switch.

        A proposition under a ``not`` is none, for it can do harm, nor one whose chance hangs on the
        case, nor what is excluded now, settled or supposed.
        """
        if change.kind not in {ChangeKind.SECURE, ChangeKind.JOIN}:
            return None
        name = change.subject
        chance = self._high.chances.get(name)
        proposition = self.view.propositions.get(name)
        if chance is None or chance.high <= 0 or name in self._under_not:
            return None
        return None if proposition is not None and proposition.chance_given else name

    @cached_property
    def _under_not(self) -> frozenset[str]:
        return under_not(self.view)

    def chances(self, switched: Sequence[Switches]) -> list[Chances] | None:
        """Return P(met) in both readings with each of some sets of events made certain.

        Returns:
            ``None`` where the diagram outgrows its budget and need not be exact, and where chances
            are sampled: the difference of two samples says little.

        Raises:
            OverBudget: It outgrows its budget and has to be exact.
            OutOfTime: The method's time is up.
        """
        if self._method.kind is Kind.SAMPLED:
            return None
        try:
            by_reading = {reading: self._chances(reading, switched) for reading in Reading}
        except (OverBudget, TooLarge):
            if self._method.kind is Kind.EXACT:
                raise
            return None
        return [
            {reading: by_reading[reading][case] for reading in Reading}
            for case in range(len(switched))
        ]

    def _chances(self, reading: Reading, switched: Sequence[Switches]) -> list[Chance]:
        known = without_bounds(self._low, self._high, reading, switched)
        open_cases = [case for case, chance in enumerate(known) if chance is None]
        if open_cases:
            asked = [switched[case] for case in open_cases]
            for case, chance in zip(open_cases, self._meeting.chances(reading, asked), strict=True):
                known[case] = chance
        return [chance for chance in known if chance is not None]

    def standing(self, switched: Switches, *, cut_sets: bool) -> Standing:
        """Return what can stand, with some events made certain.

        Switches change nothing at its most favourable, where their events happen anyway; they only
        take cut sets away, those that name them.

        Args:
            switched: Events that are made certain.
            cut_sets: Whether cut sets are counted; that takes longest.
        """
        counts = {
            counting: self._cut_sets(counting, switched) if cut_sets else None
            for counting in LOGIC_COUNTINGS
        }
        return Standing(
            possible=self._possible, offers=self._engine.standing[_TOGETHER], cut_sets=counts
        )

    def _cut_sets(self, counting: Counting, switched: Switches) -> int | None:
        family = self._families[counting]
        if family is None:
            return None
        root = family.root
        for level, literal in enumerate(family.literals):
            if literal is not None and literal in {Literal(name) for name in switched}:
                root, _ = family.families.sharing(root, level)
        return family.families.count(root)

    @cached_property
    def _families(self) -> Mapping[Counting, Family | None]:
        return {counting: self._family(counting) for counting in LOGIC_COUNTINGS}

    def _family(self, counting: Counting) -> Family | None:
        if not self._possible[counting][_TOGETHER]:
            return None
        structure = build(self.view, self.question, counting)
        try:
            return MinimalSets(structure, _TOGETHER, structure.met()).cut_sets
        except OverBudget:
            return None

    @cached_property
    def _possible(self) -> Possible:
        return self._engine.possible(self._engine.requirement)

    @cached_property
    def _engine(self) -> Engine:
        return Engine(self.view, self.question)

    @cached_property
    def _meeting(self) -> Meeting:
        if self._exact is not None:
            return Meeting(self._exact())
        return Meeting(Exact(self._low, self._high, self._method, wanted=Wanted.MET))

    @cached_property
    def _low(self) -> Structure:
        return build(self.view, self.question, Counting.LOW, by_case=True)

    @cached_property
    def _high(self) -> Structure:
        return build(self.view, self.question, Counting.HIGH, by_case=True)

    def structure(self, end: End) -> Structure:
        """Return the structure at one end."""
        return self._low if end is End.LOW else self._high
