"""What propositions rest on: other propositions, who joins, who offers, loops."""

from collections import deque
from collections.abc import Iterator, Mapping

from guarantor.model import AtLeast, Atom, Condition, Kind, Proposition, Total, walk
from guarantor.operation.ids import Ids
from guarantor.operation.loops import LONGEST_PATH, path_into_loop, reversed_ways, ways_into_loops

_Support = tuple[str, str]
"""What a condition rests on: its name, and its kind (``total`` for a sum of offers)."""


class Supports:
    """The graph of which proposition rests on what, through each ``when`` and ``chance_given``."""

    def __init__(
        self,
        propositions: Mapping[str, Proposition],
        groups: Mapping[str, tuple[str, ...]],
        ids: Ids,
    ) -> None:
        self._groups = groups
        self._ids = ids
        rests = {
            name: list(dict.fromkeys(self._named_in(*_conditions(one))))
            for name, one in propositions.items()
        }
        under = {
            name: [other for other, kind in supports if kind == Kind.PROPOSITION and other in rests]
            for name, supports in rests.items()
        }
        events = {
            name: next((one for one in supports if one[1] != Kind.PROPOSITION), None)
            for name, supports in rests.items()
        }
        self._events = _events_reached({k: v for k, v in events.items() if v}, reversed_ways(under))
        self._into_loop = ways_into_loops(under)

    def against_not(self, node: Condition) -> Iterator[tuple[str, str]]:
        """Yield each name in one part under a ``not`` that may not stand there, and why."""
        for name, kind in self._named_by(node):
            if kind != Kind.PROPOSITION:
                yield name, f"it rests on {_said((name, kind))}"
            elif name in self._events:
                event, _ = self._events[name]
                yield name, f"{name} rests on {_said(event)} ({self._path_to_event(name)})"
            elif name in self._into_loop:
                yield name, f"{name} rests on a loop ({path_into_loop(name, self._into_loop)})"

    def _named_in(self, *conditions: Condition) -> Iterator[_Support]:
        for condition in conditions:
            for node, _ in walk(condition):
                yield from self._named_by(node)

    def _named_by(self, node: Condition) -> Iterator[_Support]:
        match node:
            case Atom(name):
                names: tuple[str, ...] = (name,)
            case AtLeast(members=str() as group):
                names = self._groups.get(group, ())
            case AtLeast(members=tuple() as members):
                names = members
            case Total():
                yield str(node), "total"
                return
            case _:
                names = ()
        for name in names:
            kind = self._ids.shared.get(name)
            if kind in {Kind.PARTY, Kind.PROPOSITION, Kind.CONTRIBUTION}:
                yield name, str(kind)

    def _path_to_event(self, start: str) -> str:
        event, following = self._events[start]
        path = [start]
        while following and len(path) < LONGEST_PATH:
            path.append(following)
            _, following = self._events[following]
        return " → ".join([*path, "…", event[0]] if following else [*path, event[0]])


def _conditions(proposition: Proposition) -> Iterator[Condition]:
    """Yield every condition that whether a proposition is true hangs on."""
    if proposition.when is not None:
        yield proposition.when
    for row in proposition.chance_given:
        if row.condition is not None:
            yield row.condition


def _said(support: _Support) -> str:
    name, kind = support
    if kind == Kind.PARTY:
        return f"{name} joining"
    return f"{name} being offered" if kind == Kind.CONTRIBUTION else f"what is offered: {name}"


def _events_reached(
    direct: Mapping[str, _Support], above: Mapping[str, list[str]]
) -> dict[str, tuple[_Support, str]]:
    """Return who joins or offers that each name rests on, and the next name of a shortest way.

    The name is empty where the event is next. Names that rest on no such event are left out.
    """
    reached = {name: (event, "") for name, event in direct.items()}
    queue = deque(reached)
    while queue:
        name = queue.popleft()
        event, _ = reached[name]
        for upper in above[name]:
            if upper not in reached:
                reached[upper] = (event, name)
                queue.append(upper)
    return reached
