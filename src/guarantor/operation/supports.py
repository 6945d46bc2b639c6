"""What propositions rest on: other propositions, who joins, who offers, loops."""

from collections.abc import Iterator, Mapping

from guarantor.model import AtLeast, Atom, Condition, Kind, Proposition, Total, walk
from guarantor.operation.ids import Ids

_Support = tuple[str, str]
"""What a condition rests on: its name, and its kind (``total`` for a sum of offers)."""


class Supports:
    """The graph of which proposition rests on what, through each ``when``."""

    def __init__(
        self,
        propositions: Mapping[str, Proposition],
        groups: Mapping[str, tuple[str, ...]],
        ids: Ids,
    ) -> None:
        self._groups = groups
        self._ids = ids
        self._rests = {
            name: tuple(self._named_in(one.when)) if one.when else ()
            for name, one in propositions.items()
        }
        self._known: dict[str, str | None] = {}

    def against_not(self, node: Condition) -> Iterator[tuple[str, str]]:
        """Yield each name in one part under a ``not`` that may not stand there, and why."""
        for name, kind in self._named_by(node):
            if kind != Kind.PROPOSITION:
                yield name, f"it rests on {_event(name, kind)}"
                continue
            if name not in self._known:
                self._known[name] = self._reason(name)
            if reason := self._known[name]:
                yield name, f"{name} rests on {reason}"

    def _named_in(self, condition: Condition) -> Iterator[_Support]:
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

    def _reason(self, start: str) -> str | None:
        """Return why a proposition may not stand under a ``not``, with the path; else ``None``."""
        came_from: dict[str, str] = {start: ""}
        for name in (queue := [start]):
            for other, kind in self._rests.get(name, ()):
                if kind != Kind.PROPOSITION:
                    path = [*_path(name, came_from), other]
                    return f"{_event(other, kind)} ({' → '.join(path)})"
                if other not in came_from:
                    came_from[other] = name
                    queue.append(other)
        loop = self._loop(start)
        return f"a loop ({' → '.join(loop)})" if loop else None

    def _loop(self, start: str) -> list[str]:
        """Return the path from a proposition into a loop and once around it, if there is one."""
        path, on_path, done = [start], {start}, set[str]()
        ways = [self._propositions_under(start)]
        while ways:
            other = next(ways[-1], None)
            if other is None:
                ways.pop()
                finished = path.pop()
                on_path.discard(finished)
                done.add(finished)
            elif other in on_path:
                return [*path, other]
            elif other not in done:
                path.append(other)
                on_path.add(other)
                ways.append(self._propositions_under(other))
        return []

    def _propositions_under(self, name: str) -> Iterator[str]:
        return (other for other, kind in self._rests.get(name, ()) if kind == Kind.PROPOSITION)


def _path(name: str, came_from: Mapping[str, str]) -> list[str]:
    path = [name]
    while came_from[path[-1]]:
        path.append(came_from[path[-1]])
    return path[::-1]


def _event(name: str, kind: str) -> str:
    if kind == Kind.PARTY:
        return f"{name} joining"
    return f"{name} being offered" if kind == Kind.CONTRIBUTION else f"what is offered: {name}"
