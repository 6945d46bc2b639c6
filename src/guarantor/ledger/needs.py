"""What does a term need? What can hold no more once something fails, or once it holds.

All else is taken as favourable as can be, so whatever is found is certain: a term that an
alternative could still meet is not said to need the one that failed.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from guarantor.model import (
    CERTAIN,
    All,
    AnyOf,
    AtLeast,
    Atom,
    Condition,
    Not,
    Proposition,
    RecordState,
    Term,
    Total,
    View,
)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What is known to hold and to fail; everything else may turn out either way."""

    view: View
    holding: frozenset[str] = frozenset()
    failing: frozenset[str] = frozenset()

    def can_hold(self, condition: Condition) -> bool:
        """Tell whether a condition may still hold."""
        match condition:
            case Atom(name):
                return name not in self.failing
            case AtLeast(count, members):
                return len(self._members(members) - self.failing) >= self._least(count)
            case Total():
                return True
            case Not(part):
                return not self.must_hold(part)
            case All(parts):
                return all(map(self.can_hold, parts))
            case AnyOf(parts):
                return any(map(self.can_hold, parts))

    def must_hold(self, condition: Condition) -> bool:
        """Tell whether a condition holds whatever else happens."""
        match condition:
            case Atom(name):
                return name in self.holding
            case AtLeast(count, members):
                return len(self._members(members) & self.holding) >= self._most(count)
            case Total():
                return False
            case Not(part):
                return not self.can_hold(part)
            case All(parts):
                return all(map(self.must_hold, parts))
            case AnyOf(parts):
                return any(map(self.must_hold, parts))

    def _members(self, members: str | tuple[str, ...]) -> set[str]:
        return set(self.view.groups.get(members, ()) if isinstance(members, str) else members)

    def _least(self, count: int | str) -> float:
        return float(self.view.parameters[count].low) if isinstance(count, str) else count

    def _most(self, count: int | str) -> float:
        return float(self.view.parameters[count].high) if isinstance(count, str) else count


def once_failed(view: View, proposition: str) -> Circumstances:
    """Return what else fails or holds once a proposition fails, through their ``when``."""
    return _followed(Circumstances(view, failing=frozenset({proposition})))


def once_held(view: View, proposition: str) -> Circumstances:
    """Return what else fails or holds once a proposition holds, through their ``when``."""
    return _followed(Circumstances(view, holding=frozenset({proposition})))


def blocked_terms(circumstances: Circumstances, terms: Iterable[Term]) -> list[Term]:
    """Return the terms that cannot hold in some circumstances, though they could without them."""
    free = Circumstances(circumstances.view)
    return [
        term
        for term in terms
        if term.condition is not None
        and free.can_hold(term.condition)
        and not circumstances.can_hold(term.condition)
    ]


def _followed(start: Circumstances) -> Circumstances:
    """Follow the ``when`` of every proposition until nothing changes any more."""
    view, holding, failing = start.view, set(start.holding), set(start.failing)
    open_ones = {
        name: proposition
        for name, proposition in view.propositions.items()
        if name not in holding | failing and not _is_settled(view, name)
    }
    while True:
        now = Circumstances(view, frozenset(holding), frozenset(failing))
        fails = {name for name, one in open_ones.items() if one.when and not now.can_hold(one.when)}
        holds = {name for name, one in open_ones.items() if _follows(one, now)}
        if not fails and not holds:
            return now
        failing |= fails
        holding |= holds
        for name in fails | holds:
            del open_ones[name]


def _follows(proposition: Proposition, now: Circumstances) -> bool:
    """Tell whether a proposition is defined by a ``when`` that holds."""
    when = proposition.when
    return when is not None and proposition.chance == CERTAIN and now.must_hold(when)


def _is_settled(view: View, name: str) -> bool:
    latest = view.latest(name)
    return latest is not None and latest.state in {RecordState.HOLDS, RecordState.FAILS}
