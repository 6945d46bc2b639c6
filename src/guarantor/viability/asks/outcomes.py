"""Outcomes: what sets of changes come to, worked out wherever there is room for it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Any

from guarantor.model import LADDER, Change, ChangeKind, View
from guarantor.viability.asks.harm import can_lower
from guarantor.viability.asks.situations import Chances, Situation, Standing
from guarantor.viability.asks.unbounded import Switches
from guarantor.viability.method import DEFAULT, Method
from guarantor.viability.question import Question

ChangeSet = frozenset[Change]
NOTHING: ChangeSet = frozenset()
MapOver = Callable[..., Iterable[Any]]
"""``map``, or the method of an executor that stands for it."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What a set of changes comes to; ``None`` for what nobody asked.

    Attributes:
        chances: P(met) in both readings; ``None`` also where it is too large to be exact.
        standing: Whether the need can be met, and what can stand.
    """

    chances: Chances | None = None
    standing: Standing | None = None


@dataclass(frozen=True, kw_only=True)
class Sought:
    """What is to be worked out of an outcome."""

    chances: bool = False
    standing: bool = False
    cut_sets: bool = False


@dataclass(frozen=True, kw_only=True)
class Batch:
    """Sets of changes that differ in switches only, to be worked out together.

    Attributes:
        changes: What they share and has to be built anew.
        switched: For each set, the events that it makes certain.
        sought: What is to be worked out.
    """

    changes: ChangeSet
    switched: tuple[Switches, ...]
    sought: Sought


def batch_outcomes(
    view: View, question: Question, method: Method, batch: Batch
) -> tuple[Outcome, ...]:
    """Return the outcome of every set of a batch, in order; it can be sent to another process.

    Raises:
        OverBudget: A diagram outgrows its budget and has to be exact.
        OutOfTime: The method's time is up.
    """
    return _outcomes(Situation(view, question, batch.changes, method), batch)


def _outcomes(situation: Situation, batch: Batch) -> tuple[Outcome, ...]:
    sought = batch.sought
    found = situation.chances(batch.switched) if sought.chances else None
    chances: Sequence[Chances | None] = found or [None] * len(batch.switched)
    return tuple(
        Outcome(
            chances=chance,
            standing=situation.standing(switched, cut_sets=sought.cut_sets)
            if sought.standing
            else None,
        )
        for switched, chance in zip(batch.switched, chances, strict=True)
    )


class Outcomes:
    """The outcomes of sets of changes to one view; each is worked out once.

    Attributes:
        situation: How things stand without any change.
        method: What may be spent on a diagram.
    """

    def __init__(
        self, situation: Situation, method: Method = DEFAULT, map_over: MapOver = map
    ) -> None:
        self.situation = situation
        self.method = method
        self._worker = partial(batch_outcomes, situation.view, situation.question, method)
        self._map_over = map_over
        self._known: dict[tuple[ChangeSet, Sought], Outcome] = {}

    @classmethod
    def about(
        cls, view: View, question: Question, method: Method = DEFAULT, map_over: MapOver = map
    ) -> "Outcomes":
        """Return the outcomes of changes to a view, as a question asks about it."""
        return cls(Situation(view, question, (), method), method, map_over)

    def of(self, sets: Iterable[ChangeSet], sought: Sought) -> Mapping[ChangeSet, Outcome]:
        """Return the outcome of each of some sets of changes."""
        asked = list(dict.fromkeys(sets))
        by_rest: dict[ChangeSet, dict[Switches, ChangeSet]] = {}
        for one in asked:
            if (one, sought) not in self._known:
                rest, switched = self._divided(one)
                by_rest.setdefault(rest, {})[switched] = one
        batches = [
            Batch(changes=rest, switched=tuple(parts), sought=sought)
            for rest, parts in by_rest.items()
        ]
        for batch, found in zip(batches, self._worked_out(batches), strict=True):
            sets_of = by_rest[batch.changes]
            for switched, outcome in zip(batch.switched, found, strict=True):
                self._known[sets_of[switched], sought] = outcome
        return {one: self._known[one, sought] for one in asked}

    def _worked_out(self, batches: list[Batch]) -> Iterator[tuple[Outcome, ...]]:
        """Yield the outcomes of batches in order; what needs nothing built anew stays here."""
        elsewhere = iter(self._map_over(self._worker, [one for one in batches if one.changes]))
        for batch in batches:
            yield next(elsewhere) if batch.changes else _outcomes(self.situation, batch)

    def _divided(self, changes: ChangeSet) -> tuple[ChangeSet, Switches]:
        """Return what has to be built anew, and the events of the switches."""
        events = {change: self.situation.switch(change) for change in changes}
        rest = frozenset(change for change, event in events.items() if event is None)
        return rest, frozenset(event for event in events.values() if event is not None)

    def is_felt(self, change: Change) -> bool:
        """Tell whether one change alone can move P(met), the cut sets or what is possible."""
        return change.subject in self.situation.felt

    def may_be_felt(self, change: Change) -> bool:
        """Tell whether a change can move P(met) by itself or beside any others."""
        return change.subject in self._ever_felt

    @cached_property
    def _ever_felt(self) -> frozenset[str]:
        """What P(met) can hang on when nothing keeps a condition, or an offer, from counting."""
        view = self.situation.view
        offers = {
            name: replace(offer, firmness=LADDER[-1], part_of=None)
            for name, offer in view.offers.items()
        }
        open_ended = {name: replace(one, record=()) for name, one in view.propositions.items()}
        widest = replace(view, offers=offers, propositions=open_ended)
        felt = Situation(widest, self.situation.question).felt
        wholes = (offer.part_of for offer in view.offers.values() if offer.id in felt)
        return felt.union(whole for whole in wholes if whole is not None)

    def can_lower(self, change: Change) -> bool:
        """Tell whether a change can lower P(met) at the low end, or take offers away."""
        return can_lower(self.situation.view, change)

    def moves_logic(self, change: Change) -> bool:
        """Tell whether one change alone can move what can stand, or the cut sets.

        At its most favourable an offer arrives unless that is excluded.
        """
        if change.kind is not ChangeKind.FULFIL:
            return True
        offer = self.situation.view.offers.get(change.subject)
        return offer is not None and offer.fulfilment.high <= 0
