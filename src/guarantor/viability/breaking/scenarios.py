"""Scenarios at their most favourable: what could stand, if everything that can go well does."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import numpy as np

from guarantor.errors import TooLarge
from guarantor.viability.events import is_fulfilment, is_uncertain
from guarantor.viability.fixpoint import Reading, Scenarios, Solution, solve
from guarantor.viability.formulas import Column, Formula
from guarantor.viability.structure import Structure

MOST_CASES = 12
"""Most uncertain propositions under a ``not`` that are taken case by case."""


@dataclass(frozen=True, order=True)
class Literal:
    """Something that must hold, or must not."""

    name: str
    holds: bool = True

    def __str__(self) -> str:
        """Return ``x`` or ``not x``."""
        return self.name if self.holds else f"not {self.name}"


@dataclass(frozen=True, kw_only=True)
class Outlook:
    """A structure read at its most favourable.

    Every uncertain event goes well. What stands under a ``not`` can be good or bad, so each way it
    can go is a *case* of its own, and something is possible when it holds in some case.
    """

    structure: Structure
    reading: Reading

    @cached_property
    def uncertain(self) -> frozenset[str]:
        """The events that can go either way, fulfilments left aside."""
        return frozenset(
            name
            for name, chance in self.structure.chances.items()
            if is_uncertain(chance) and not is_fulfilment(name)
        )

    @cached_property
    def cases(self) -> tuple[Mapping[str, bool], ...]:
        """Every way in which the uncertain events under a ``not`` can go.

        Raises:
            TooLarge: They are more than 12.
        """
        names = [name for name in self.structure.settled_first if name in self.uncertain]
        if len(names) > MOST_CASES:
            msg = (
                f"{len(names)} uncertain propositions stand under a not; at most {MOST_CASES} are "
                "taken case by case: suppose some of them"
            )
            raise TooLarge(msg)
        choices = product((True, False), repeat=len(names))
        return tuple(dict(zip(names, chosen, strict=True)) for chosen in choices)

    @cached_property
    def case_truths(self) -> tuple[Mapping[str, bool], ...]:
        """For each case, the truth of every proposition that stands under a ``not``."""
        names = self.structure.settled_first
        solution = solve(self.structure, self._scenarios([()]), self.reading, names)
        return tuple(
            {name: bool(solution.truths[name][case]) for name in names}
            for case in range(len(self.cases))
        )

    def solve(
        self,
        failing: Sequence[Iterable[Literal]] = ((),),
        *,
        forced: Sequence[Mapping[str, bool]] | None = None,
        names: Iterable[str] | None = None,
    ) -> Solution:
        """Return the fixed point when some literals fail and all else goes as well as it can.

        There is a column for each set of ``failing`` literals and each case, cases fastest. A
        positive literal fails with its event; a literal under a ``not`` fails in the cases where it
        is false, so columns of other cases are to be left aside (:meth:`consistent`).

        Args:
            failing: Sets of literals that fail, each a scenario of its own.
            forced: For each of those scenarios, truths that are set whatever else holds.
            names: The truths asked for; all where left out.
        """
        return solve(self.structure, self._scenarios(failing, forced), self.reading, names)

    def some_case(self, column: Column) -> Column:
        """Return, for each set of failing literals, whether a column holds in some case."""
        held: Column = np.any(column.reshape(-1, len(self.cases)), axis=1)
        return held

    def possible(self, formula: Formula) -> bool:
        """Tell whether a formula can hold at all."""
        return bool(self.solve().holds(formula).any())

    def consistent(self, failing: Sequence[Iterable[Literal]]) -> Column:
        """Return in which columns every failing literal under a ``not`` is really false."""
        columns = [
            all(
                truths.get(literal.name, not literal.holds) != literal.holds for literal in literals
            )
            for literals in map(tuple, failing)
            for truths in self.case_truths
        ]
        return np.array(columns, dtype=bool)

    def _scenarios(
        self,
        failing: Sequence[Iterable[Literal]],
        forced: Sequence[Mapping[str, bool]] | None = None,
    ) -> Scenarios:
        cases, sets = len(self.cases), len(failing)
        width = cases * sets
        events = {
            name: np.full(width, chance.high > 0) for name, chance in self.structure.chances.items()
        }
        for name in self.cases[0]:
            events[name] = np.tile([case[name] for case in self.cases], sets)
        under_not = frozenset(self.structure.settled_first)
        for index, literals in enumerate(failing):
            for literal in literals:
                if literal.name not in under_not:
                    events[literal.name][index * cases : (index + 1) * cases] = False
        return Scenarios(width=width, events=events, forced=self._forced(forced, cases))

    def _forced(
        self, forced: Sequence[Mapping[str, bool]] | None, cases: int
    ) -> dict[str, tuple[Column, Column]]:
        if forced is None:
            return {}
        names = {name for scenario in forced for name in scenario}
        return {
            name: (
                np.repeat([name in scenario for scenario in forced], cases),
                np.repeat([scenario.get(name, False) for scenario in forced], cases),
            )
            for name in names
        }
