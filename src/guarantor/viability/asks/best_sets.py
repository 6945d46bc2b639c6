"""Best sets: the few changes that together bring most, proven best where they can all be tried."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from guarantor.model import Change, View
from guarantor.viability.asks.changing import changed_by_all
from guarantor.viability.asks.choices import Choice, Costs
from guarantor.viability.asks.effects import net_by_firmness
from guarantor.viability.asks.outcomes import (
    NOTHING,
    ChangeSet,
    MapOver,
    Outcome,
    Outcomes,
    Sought,
)
from guarantor.viability.asks.set_bounds import met_at_most
from guarantor.viability.asks.situations import Chances, Situation, Standing
from guarantor.viability.fixpoint import Reading
from guarantor.viability.method import DEFAULT, Method
from guarantor.viability.question import Question

MOST_SETS = 2_000
"""Most sets of changes that are all tried."""
_DIGITS = 12
_CHANCES = Sought(chances=True)
_OFFERS = Sought(standing=True)
_CUT_SETS = Sought(standing=True, cut_sets=True)
Worth = tuple[float, ...]


class How(StrEnum):
    """How a best set was found."""

    PROVEN = "proven"
    """Every set that may be chosen was tried."""
    GREEDY = "greedy"
    """The change that adds most was taken, one after another."""


class By(StrEnum):
    """What makes one set better than another."""

    CHANCE = "chance"
    """P(met)."""
    LOGIC = "logic"
    """Whether the need is possible, the offers that can stand, the cut sets that are left."""


@dataclass(frozen=True, kw_only=True)
class BestSet:
    """The changes that together bring most.

    Attributes:
        changes: Them, in the order of the candidates. Empty where no change brings anything.
        how: Whether it is proven that no other set brings more.
        by: What was compared.
        sets: How many sets may be chosen, counted up to one more than are ever all tried.
        cost: What they cost together.
        before: P(met) without them; ``None`` where it was not worked out.
        after: P(met) with them.
        at_most: What P(met) cannot exceed at the low end, moving together, whichever set is chosen;
            ``None`` where sets are not compared by chance.
        standing: What can stand with them.
        offers_at_most: How many offers can stand with all candidates together; ``None`` where sets
            are compared by chance, or where some change can take offers away.
    """

    changes: tuple[Change, ...]
    how: How
    by: By
    sets: int
    cost: Decimal
    before: Chances | None
    after: Chances | None
    at_most: float | None
    standing: Standing
    offers_at_most: int | None


def best_set(  # noqa: PLR0913  the two last ones say how, not what
    view: View,
    question: Question,
    changes: Iterable[Change],
    most: int,
    *,
    costs: Costs | None = None,
    budget: Decimal | None = None,
    method: Method = DEFAULT,
    map_over: MapOver = map,
) -> BestSet:
    """Return the set of changes that together bring most.

    Sets are compared by P(met), moving together, at the low end and then at the high one. Where no
    set that was tried moves it, they are compared by logic: in how many countings and readings the
    need is possible, then by the offers that can stand, firmest first, then by the cut sets that
    are left. Of equals the smaller set is better, then the cheaper one, then the earlier one.

    All sets are tried where there are at most 2,000. Otherwise the change that adds most is taken,
    one after another. That has no guarantee here, because a need that several changes have to fill
    together gives nothing for each of them; so a bound is stated instead.

    Args:
        view: What is on record.
        question: What is asked of it.
        changes: The candidates.
        most: How many changes at most, from 0.
        costs: What each costs; 1 where left out.
        budget: What they may cost together; any where left out.
        method: What may be spent on a diagram.
        map_over: Applies a function to many items in order: ``map``, or that of an executor.

    Raises:
        UnknownId: The subject of a change, or the term that it drops, is not in view.
        OverBudget: A diagram outgrows its budget and has to be exact.
        OutOfTime: The method's time is up.
    """
    choice = Choice(changes, most, costs or {}, budget)
    return best_of(Outcomes.about(view, question, method, map_over), choice)


def best_of(outcomes: Outcomes, choice: Choice) -> BestSet:
    """Return the best of the sets that may be chosen."""
    search = _Search(outcomes)
    felt = choice.among(one for one in choice.changes if outcomes.may_be_felt(one))
    chosen, how, sets = search.by_chance(felt)
    if chosen:
        return _told(outcomes, choice, felt, (chosen, how, By.CHANCE, sets))
    chosen, how, sets = search.by_logic(choice)
    return _told(outcomes, choice, felt, (chosen, how, By.LOGIC, sets))


class _Search:
    """Looks for the best set, all of them at once or one change after another."""

    def __init__(self, outcomes: Outcomes) -> None:
        self._outcomes = outcomes

    def by_chance(self, choice: Choice) -> tuple[ChangeSet, How, int]:
        """Return the set with the largest P(met); the empty one where none moves it."""
        sets = choice.some_sets(MOST_SETS + 1)
        if len(sets) <= MOST_SETS:
            return self._best_by_chance(sets, choice), How.PROVEN, len(sets)
        chosen = NOTHING
        while (larger := self._best_by_chance(choice.larger(chosen), choice)) != chosen:
            chosen = larger
        return chosen, How.GREEDY, len(sets)

    def _best_by_chance(self, sets: Sequence[ChangeSet], choice: Choice) -> ChangeSet:
        found = self._outcomes.of(sets, _CHANCES)
        return max(sets, key=lambda one: (_by_chance(found[one]), choice.tie_break(one)))

    def by_logic(self, choice: Choice) -> tuple[ChangeSet, How, int]:
        """Return the set with which most can stand; the empty one where none changes that."""
        sets = choice.some_sets(MOST_SETS + 1)
        if len(sets) <= MOST_SETS:
            return self._best_by_logic(sets, choice), How.PROVEN, len(sets)
        chosen = NOTHING
        while (larger := self._best_by_logic(choice.larger(chosen), choice)) != chosen:
            if not chosen:
                choice = choice.among(self._with_effect(choice.larger(chosen)))
            chosen = larger
        return chosen, How.GREEDY, len(sets)

    def _best_by_logic(self, sets: Sequence[ChangeSet], choice: Choice) -> ChangeSet:
        """Count cut sets only for those that are equal in all else: it takes longest."""
        worth = self._standing(sets)
        best = max(worth.values())
        equals = [one for one in sets if worth[one] == best]
        left = self._cut_sets(equals)
        return max(equals, key=lambda one: (-left[one], choice.tie_break(one)))

    def _with_effect(self, sets: Sequence[ChangeSet]) -> Iterator[Change]:
        """Yield the changes that bring something by themselves, if only fewer cut sets."""
        worth, left = self._standing(sets), self._cut_sets(sets)
        for one in sets:
            if worth[one] > worth[NOTHING] or left[one] < left[NOTHING]:
                yield from one

    def _standing(self, sets: Sequence[ChangeSet]) -> Mapping[ChangeSet, Worth]:
        """Return in how many ways the need is possible, then how many offers stand, by rung."""
        moved = {one: frozenset(filter(self._outcomes.moves_logic, one)) for one in sets}
        found = self._outcomes.of(moved.values(), _OFFERS)
        return {one: self._worth(moved[one], found[moved[one]]) for one in sets}

    def _cut_sets(self, sets: Sequence[ChangeSet]) -> Mapping[ChangeSet, int]:
        """Return how many cut sets are left."""
        moved = {one: frozenset(filter(self._moves_cut_sets, one)) for one in sets}
        found = self._outcomes.of(moved.values(), _CUT_SETS)
        return {one: _cut_sets(found[moved[one]]) for one in sets}

    def _moves_cut_sets(self, change: Change) -> bool:
        return self._outcomes.moves_logic(change) and self._outcomes.may_be_felt(change)

    def _worth(self, changes: ChangeSet, found: Outcome) -> Worth:
        assert found.standing is not None  # noqa: S101  it was asked for
        view = changed_by_all(self._outcomes.situation.view, changes)
        made = sum(made for one in found.standing.possible.values() for made in one.values())
        return (made, *net_by_firmness(view, found.standing.offers))


def _by_chance(outcome: Outcome) -> Worth:
    if outcome.chances is None:
        return (0.0, 0.0)
    chance = outcome.chances[Reading.MOVING_TOGETHER]
    return (round(chance.low, _DIGITS), round(chance.high, _DIGITS))


def _cut_sets(outcome: Outcome) -> int:
    assert outcome.standing is not None  # noqa: S101  it was asked for
    return sum(count or 0 for count in outcome.standing.cut_sets.values())


def _told(
    outcomes: Outcomes, choice: Choice, felt: Choice, found: tuple[ChangeSet, How, By, int]
) -> BestSet:
    chosen, how, by, sets = found
    chances = outcomes.of([NOTHING, chosen], _CHANCES)
    standing = outcomes.of([chosen], _OFFERS)[chosen].standing
    assert standing is not None  # noqa: S101  it was asked for
    after = chances[chosen].chances
    at_most = None
    if by is By.CHANCE and after is not None:
        low = after[Reading.MOVING_TOGETHER].low
        is_proven = how is How.PROVEN
        at_most = low if is_proven else max(low, met_at_most(outcomes, felt.changes, felt.most))
    return BestSet(
        changes=tuple(one for one in choice.changes if one in chosen),
        how=how,
        by=by,
        sets=sets,
        cost=choice.cost(chosen),
        before=chances[NOTHING].chances,
        after=after,
        at_most=at_most,
        standing=standing,
        offers_at_most=_offers_at_most(outcomes, choice) if by is By.LOGIC else None,
    )


def _offers_at_most(outcomes: Outcomes, choice: Choice) -> int | None:
    """Return how many offers can stand with all changes, where none of them takes offers away."""
    if any(outcomes.can_lower(one) for one in choice.changes):
        return None
    view = outcomes.situation.view
    every = Situation(view, outcomes.situation.question, choice.changes)
    return len(every.standing(frozenset(), cut_sets=False).offers)
