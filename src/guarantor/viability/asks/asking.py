"""What to ask for: what each change that may be asked for would bring."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from guarantor.model import Change, View
from guarantor.viability.asks.effects import Effect, best_first, effect
from guarantor.viability.asks.outcomes import NOTHING, MapOver, Outcome, Outcomes, Sought
from guarantor.viability.method import DEFAULT, Method
from guarantor.viability.question import Question

_CHANCES = Sought(chances=True)
_CUT_SETS = Sought(standing=True, cut_sets=True)
_OFFERS = Sought(standing=True)


def effects(
    view: View,
    question: Question,
    changes: Iterable[Change],
    *,
    method: Method = DEFAULT,
    map_over: MapOver = map,
) -> tuple[Effect, ...]:
    """Return what each of some changes would bring by itself, the best first.

    They are in order of their gain, moving together and then where nobody moves first, the low end
    before the high one; then of whether they make the need possible; of the offers regained, the
    firmest first; of the cut sets removed; and of their texts.

    Args:
        view: What is on record.
        question: What is asked of it.
        changes: The changes.
        method: What may be spent on a diagram. Where one outgrows it, gains are ``None`` unless the
            answer has to be exact.
        map_over: Applies a function to many items in order: ``map``, or that of an executor.

    Raises:
        UnknownId: The subject of a change, or the term that it drops, is not in view.
        OverBudget: A diagram outgrows its budget and has to be exact.
        OutOfTime: The method's time is up.
    """
    return effects_of(Outcomes.about(view, question, method, map_over), changes)


def effects_of(
    outcomes: Outcomes, changes: Iterable[Change], *, switches_only: bool = False
) -> tuple[Effect, ...]:
    """Return what each of some changes would bring by itself, the best first.

    Args:
        outcomes: Where outcomes are worked out.
        changes: The changes.
        switches_only: Whether P(met) and cut sets are left aside for what is no switch, which would
            have to be compiled anew.
    """
    view = outcomes.situation.view
    asked = list(dict.fromkeys(changes))
    work = _Work(outcomes, switches_only=switches_only)
    before = work.before()
    after = work.after(asked)
    found = [effect(one, before, after[one]) for one in asked]
    return tuple(sorted(found, key=lambda one: best_first(view, one)))


class _Work:
    """Works out no more than a change can move."""

    def __init__(self, outcomes: Outcomes, *, switches_only: bool) -> None:
        self._outcomes = outcomes
        self._switches_only = switches_only

    def before(self) -> Outcome:
        """Return how things stand without any change."""
        chances = self._outcomes.of([NOTHING], _CHANCES)[NOTHING].chances
        standing = self._outcomes.of([NOTHING], _CUT_SETS)[NOTHING].standing
        return Outcome(chances=chances, standing=standing)

    def after(self, changes: list[Change]) -> Mapping[Change, Outcome]:
        """Return what each change comes to; what it cannot move is as before."""
        before = self.before()
        chances = self._chances(changes)
        standing = self._standing(changes)
        return {
            one: self._completed(one, before, chances.get(one), standing.get(one))
            for one in changes
        }

    def _completed(
        self, change: Change, before: Outcome, chances: Outcome | None, standing: Outcome | None
    ) -> Outcome:
        """Return an outcome in which what a change cannot move is as before."""
        is_felt = self._outcomes.is_felt(change)
        found = chances.chances if chances else None if is_felt else before.chances
        if standing is None or standing.standing is None or before.standing is None:
            return Outcome(chances=found, standing=before.standing)
        now = standing.standing
        if not is_felt:
            now = replace(now, cut_sets=before.standing.cut_sets)
        return Outcome(chances=found, standing=now)

    def _chances(self, changes: list[Change]) -> Mapping[Change, Outcome]:
        felt = [one for one in changes if self._outcomes.is_felt(one) and self._is_wanted(one)]
        return self._of(felt, _CHANCES)

    def _standing(self, changes: list[Change]) -> Mapping[Change, Outcome]:
        moved = [one for one in changes if self._outcomes.moves_logic(one)]
        with_sets = [one for one in moved if self._outcomes.is_felt(one) and self._is_wanted(one)]
        without = [one for one in moved if one not in set(with_sets)]
        return {**self._of(with_sets, _CUT_SETS), **self._of(without, _OFFERS)}

    def _is_wanted(self, change: Change) -> bool:
        is_switch = self._outcomes.situation.switch(change) is not None
        return is_switch or not self._switches_only

    def _of(self, changes: list[Change], sought: Sought) -> Mapping[Change, Outcome]:
        found = self._outcomes.of([frozenset({one}) for one in changes], sought)
        return {one: found[frozenset({one})] for one in changes}
