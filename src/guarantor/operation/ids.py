"""Which ids an operation declares, whether or not the rest of each entry can be read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from guarantor.model import Kind
from guarantor.operation.entries import Entry
from guarantor.operation.nodes import Keyed, Listed, Place, Scalar, find
from guarantor.operation.reading import Reading, a, shown

GROUP, PARAMETER = "group", "parameter"
_SHARED = frozenset({Kind.PARTY, Kind.PROPOSITION, Kind.CONTRIBUTION})
"""Kinds whose ids share one namespace, with those of groups and parameters."""


@dataclass(frozen=True, slots=True)
class Ids:
    """The ids declared.

    Attributes:
        shared: What each id of the one namespace names: a kind, ``group`` or ``parameter``.
        own: The ids of every kind that has a namespace of its own.
        audiences: The audiences of ``operation.yaml``.
        capabilities: The capabilities that contributions and requirement lines name.
    """

    shared: dict[str, str] = field(default_factory=dict)
    own: dict[Kind, set[str]] = field(default_factory=lambda: {kind: set() for kind in Kind})
    audiences: set[str] = field(default_factory=set)
    capabilities: set[str] = field(default_factory=set)

    def of(self, *kinds: str) -> Iterator[str]:
        """Yield the ids of the one namespace that name one of some kinds."""
        return (name for name, kind in self.shared.items() if kind in kinds)


def declared(entries: Iterable[Entry], reading: Reading) -> Ids:
    """Return the ids that entries declare, and note each that is declared twice."""
    ids = Ids()
    first: dict[tuple[str, str], tuple[str, Place]] = {}
    for space, what, scalar in _declarations(entries, ids):
        key = (space, scalar.text)
        if key not in first:
            first[key] = (what, scalar.place)
            continue
        earlier, place = first[key]
        where = f"{place.file}:{place.line}:{place.column}"
        sentence = (
            f"{shown(scalar.text)} is already the id of {a(earlier)} ({where}); rename one of them"
        )
        reading.fault(scalar.place, sentence)
    return ids


def _declarations(entries: Iterable[Entry], ids: Ids) -> Iterator[tuple[str, str, Scalar]]:
    for entry in entries:
        kind = entry.part.kind
        ids.capabilities.update(_capabilities(entry))
        if kind is Kind.OPERATION:
            yield from _in_header(entry, ids)
        elif (scalar := entry.id) is not None:
            if kind in _SHARED:
                ids.shared.setdefault(scalar.text, kind)
            else:
                ids.own[kind].add(scalar.text)
            yield "shared" if kind in _SHARED else kind, kind, scalar


def _in_header(entry: Entry, ids: Ids) -> Iterator[tuple[str, str, Scalar]]:
    ids.audiences.update(scalar.text for scalar in _names(entry, "audiences"))
    for key, what in (("groups", GROUP), ("parameters", PARAMETER)):
        for scalar in _names(entry, key):
            ids.shared.setdefault(scalar.text, what)
            yield "shared", what, scalar


def _names(entry: Entry, key: str) -> tuple[Scalar, ...]:
    named = entry.node.get(key) if isinstance(entry.node, Keyed) else None
    return tuple(name for name, _ in named.items) if isinstance(named, Keyed) else ()


def _capabilities(entry: Entry) -> Iterator[str]:
    lines = find(entry.node, "lines")
    holders = [entry.node, *(lines.items if isinstance(lines, Listed) else ())]
    for holder in holders:
        named = holder.get("capability") if isinstance(holder, Keyed) else None
        if isinstance(named, Scalar):
            yield named.text
