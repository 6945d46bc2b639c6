"""Support: why something holds, as a set of literals that suffice for it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from guarantor.viability.breaking.scenarios import Literal, Outlook
from guarantor.viability.fixpoint import Solution
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

_NEVER = 1 << 40
"""A round later than any: the formula does not hold."""
_LAST = np.iinfo(np.int32).max
"""The same among the rounds of truths, which are no larger."""


class Firsts:
    """Which parts came to hold first, worked out for every scenario of a solution at once."""

    def __init__(self, solution: Solution) -> None:
        self._solution = solution
        self._orders: dict[int, tuple[Sequence[Formula], NDArray[np.intp]]] = {}

    def of(self, parts: Sequence[Formula], column: int) -> list[Formula] | None:
        """Return parts, the earliest in a scenario first; nothing where some are no truths."""
        if id(parts) not in self._orders:
            names = [part.name for part in parts if isinstance(part, Truth)]
            if len(names) < len(parts) or not names:
                return None
            truths, rounds = self._solution.truths, self._solution.rounds
            when = [np.where(truths[name], rounds[name], _LAST) for name in names]
            # The parts are kept as well, so that no other has their identity.
            self._orders[id(parts)] = parts, np.argsort(np.stack(when), axis=0, kind="stable")
        order = self._orders[id(parts)][1][:, column]
        return [parts[index] for index in order.tolist()]


@dataclass
class Support:
    """Finds what suffices for a formula in one scenario of a solution.

    In the least reading only what came to hold earlier supports a truth, so that nothing supports
    itself. What stands under a ``not`` is supported by its whole case.
    """

    outlook: Outlook
    solution: Solution
    column: int
    firsts: Firsts
    literals: set[Literal] = field(default_factory=set)
    _seen: set[str] = field(default_factory=set)

    def of(self, formula: Formula) -> frozenset[Literal]:
        """Return literals that suffice for a formula that holds in the scenario."""
        waiting = [formula]
        while waiting:
            waiting.extend(self._expand(waiting.pop()))
        return frozenset(self.literals)

    def _expand(self, formula: Formula) -> list[Formula]:
        """Note a formula's own literals and return what else it needs."""
        match formula:
            case Event(name):
                if name in self.outlook.uncertain:
                    self.literals.add(Literal(name))
            case Truth(name) if name not in self._seen:
                self._seen.add(name)
                if name in self.outlook.structure.settled_first:
                    self._add_case()
                else:
                    return [self.outlook.structure.equations[name]]
            case No():
                self._add_case()
            case Both(parts):
                return list(parts)
            case Either(parts):
                return [min(parts, key=self._round)]
            case AtLeastOf(count, parts):
                first = self.firsts.of(parts, self.column)
                return (first or sorted(parts, key=self._round))[:count]
            case SumReaches():
                return self._smallest_sum(formula)
            case _:
                pass
        return []

    def _add_case(self) -> None:
        case = self.column % len(self.outlook.cases)
        truths = self.outlook.case_truths[case]
        self.literals |= {
            Literal(name, holds=holds)
            for name, holds in truths.items()
            if name in self.outlook.uncertain
        }

    def _round(self, formula: Formula) -> int:
        """Return when a formula came to hold."""
        match formula:
            case Constant(value):
                return 0 if value else _NEVER
            case Event(name):
                return 0 if self.solution.scenarios.events[name][self.column] else _NEVER
            case Truth(name):
                holds = self.solution.truths[name][self.column]
                return int(self.solution.rounds[name][self.column]) if holds else _NEVER
            case Both(parts):
                return max(map(self._round, parts), default=0)
            case Either(parts):
                return min(map(self._round, parts), default=_NEVER)
            case AtLeastOf(count, parts):
                ordered = [0, *sorted(map(self._round, parts))]
                return ordered[max(count, 0)] if count <= len(parts) else _NEVER
            case SumReaches():
                return max(map(self._round, self._smallest_sum(formula)), default=0)
            case No():
                return 0 if self.solution.holds(formula)[self.column] else _NEVER

    def _smallest_sum(self, formula: SumReaches) -> list[Formula]:
        """Return parts that reach the need: the earliest first, of those the largest."""
        amounts = dict(zip(formula.parts, formula.amounts, strict=True))
        infinite = Decimal("Infinity")

        def order(part: Formula) -> tuple[int, Decimal]:
            amount = amounts[part]
            return self._round(part), -(infinite if amount is None else amount)

        reached = Decimal(0)
        chosen: list[Formula] = []
        for part in sorted(formula.parts, key=order):
            if formula.need is not None and reached >= formula.need:
                return chosen
            amount = amounts[part]
            reached += infinite if amount is None else amount
            chosen.append(part)
        return chosen if formula.need is not None and reached >= formula.need else [_FALSE]


_FALSE = Constant(value=False)
