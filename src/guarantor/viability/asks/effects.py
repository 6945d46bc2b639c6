"""Effects: what one change brings, compared with how things stand without it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from guarantor.model import LADDER, UNKNOWN, Chance, Change, Firmness, View
from guarantor.viability.asks.changing import changed
from guarantor.viability.asks.outcomes import Outcome
from guarantor.viability.asks.situations import Chances
from guarantor.viability.assessment import LOGIC_COUNTINGS, Possible
from guarantor.viability.counting import Counting
from guarantor.viability.fixpoint import Reading

_DIGITS = 12
"""Gains are compared to so many decimals: beyond them lies rounding."""


@dataclass(frozen=True, kw_only=True)
class Gain:
    """By how much P(met) grows at each end, from -1 to 1."""

    at_low: float
    at_high: float


@dataclass(frozen=True, kw_only=True)
class Effect:
    """What one change would bring by itself.

    Attributes:
        change: The change.
        gain: By how much P(met) grows, in both readings; ``None`` where no chance bounds it before
            or after, or where it was not worked out.
        makes_possible: Where the need is impossible before and possible after.
        regained: The offers that can stand then and cannot before, moving together, the undisclosed
            enough.
        lost: The offers of which the opposite is true.
        cut_sets_removed: How many cut sets fewer the need has, moving together; ``None`` where it
            is impossible before or after, or where that was not worked out.
    """

    change: Change
    gain: Mapping[Reading, Gain] | None
    makes_possible: Possible
    regained: tuple[str, ...]
    lost: tuple[str, ...]
    cut_sets_removed: Mapping[Counting, int | None]

    @property
    def is_any(self) -> bool:
        """Whether it brings anything at all, good or bad."""
        gains = self.gain.values() if self.gain else ()
        moved = any(round(end, _DIGITS) for one in gains for end in (one.at_low, one.at_high))
        possible = any(made for one in self.makes_possible.values() for made in one.values())
        fewer = any(self.cut_sets_removed.values())
        return bool(moved or possible or fewer or self.regained or self.lost)


def effect(change: Change, before: Outcome, after: Outcome) -> Effect:
    """Return what a change brings, from what was worked out before it and after it."""
    assert before.standing is not None  # noqa: S101  both were asked for
    assert after.standing is not None  # noqa: S101
    was, now = before.standing, after.standing
    return Effect(
        change=change,
        gain=gain(before.chances, after.chances),
        makes_possible={
            counting: {
                reading: now.possible[counting][reading] and not was.possible[counting][reading]
                for reading in Reading
            }
            for counting in LOGIC_COUNTINGS
        },
        regained=tuple(name for name in now.offers if name not in was.offers),
        lost=tuple(name for name in was.offers if name not in now.offers),
        cut_sets_removed={
            counting: _fewer(was.cut_sets[counting], now.cut_sets[counting])
            for counting in LOGIC_COUNTINGS
        },
    )


def gain(before: Chances | None, after: Chances | None) -> Mapping[Reading, Gain] | None:
    """Return by how much P(met) grows; ``None`` where nothing bounds it before or after."""
    if before is None or after is None:
        return None
    if all(_is_unbounded(one) for one in (*before.values(), *after.values())):
        return None
    return {
        reading: Gain(
            at_low=after[reading].low - before[reading].low,
            at_high=after[reading].high - before[reading].high,
        )
        for reading in Reading
    }


def _is_unbounded(chance: Chance) -> bool:
    return chance == UNKNOWN or chance.high <= 0


def _fewer(before: int | None, after: int | None) -> int | None:
    return None if before is None or after is None else before - after


def best_first(view: View, effect: Effect) -> tuple[object, ...]:
    """Return what sorts effects of changes to a view, the best first."""
    gains = effect.gain or {}
    made = sum(made for one in effect.makes_possible.values() for made in one.values())
    fewer = sum(number or 0 for number in effect.cut_sets_removed.values())
    offers = net_by_firmness(changed(view, effect.change), effect.regained, effect.lost)
    return (
        tuple(
            -round(end, _DIGITS)
            for reading in (Reading.MOVING_TOGETHER, Reading.NOBODY_MOVES_FIRST)
            for end in ((gains[reading].at_low, gains[reading].at_high) if gains else (0.0, 0.0))
        ),
        -made,
        tuple(-number for number in offers),
        -fewer,
        str(effect.change),
    )


def net_by_firmness(
    view: View, regained: Iterable[str], lost: Iterable[str] = ()
) -> tuple[int, ...]:
    """Return how many offers more can stand on each rung of the ladder, firmest first."""
    counts: dict[Firmness, int] = dict.fromkeys(reversed(LADDER), 0)
    for names, sign in ((regained, 1), (lost, -1)):
        for name in names:
            counts[view.offers[name].firmness.rung] += sign
    return tuple(counts.values())
