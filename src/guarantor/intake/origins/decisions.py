"""Decisions: what a person said about which documents come from one report; they win."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations

from guarantor.errors import Unusable
from guarantor.intake.origins.fingerprints import Fingerprint
from guarantor.intake.origins.stars import Pair

Decided = Sequence[Collection[str]]
"""Groups of documents, each named by its name or by the hash of its file."""


class Bound:
    """Documents that are together before anything is compared: copies, and what a person merged.

    Args:
        fingerprints: The documents, in a fixed order.
        splits: Groups of which no two are of one origin.
        merges: Groups of which all are of one origin.

    Raises:
        Unusable: The decisions contradict each other.

    Attributes:
        of: The node of each document: the smallest place among those bound together.
        apart: Pairs of nodes that must not be together.
    """

    def __init__(
        self, fingerprints: Sequence[Fingerprint], splits: Decided, merges: Decided
    ) -> None:
        places = _places(fingerprints, {name for group in (*splits, *merges) for name in group})
        self.of = list(range(len(fingerprints)))
        self._members: dict[int, set[int]] = {}
        self._foes: dict[int, set[int]] = {}
        for one, other in _split(splits, places):
            self._foes.setdefault(one, set()).add(other)
            self._foes.setdefault(other, set()).add(one)
        for group in merges:
            found = sorted({place for name in group for place in places.get(name, ())})
            for other in found[1:]:
                if not self._bind(found[0], other):
                    raise _contradiction(fingerprints[found[0]], fingerprints[other])
        self._bind_copies(fingerprints)
        self.apart = {
            _pair(self.of[one], self.of[other])
            for one, foes in self._foes.items()
            for other in foes
        }

    def is_single(self, node: int) -> bool:
        """Tell whether a node is one document with which nothing was bound together."""
        return node not in self._members

    def foes(self, place: int) -> list[int]:
        """Return the documents from which a person keeps a document apart, in order."""
        return sorted(self._foes.get(place, ()))

    def _bind_copies(self, fingerprints: Sequence[Fingerprint]) -> None:
        """Bind each document to the first copy of it that it may be with."""
        first: dict[bytes, int] = {}
        others: dict[bytes, list[int]] = {}
        for place, one in enumerate(fingerprints):
            known = first.setdefault(one.body, place)
            if known == place or self._bind(known, place):
                continue
            apart = others.setdefault(one.body, [])
            if not any(self._bind(other, place) for other in apart):
                apart.append(place)

    def _bind(self, one: int, other: int) -> bool:
        """Bind two documents, with all that each is bound to, unless they are to be apart."""
        low, high = _pair(self.of[one], self.of[other])
        if low == high:
            return True
        staying = self._members.get(low, {low})
        joining = self._members.get(high, {high})
        if any(self._foes.get(place, set()) & staying for place in joining):
            return False
        self._members.pop(high, None)
        staying |= joining
        self._members[low] = staying
        for place in joining:
            self.of[place] = low
        return True


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _places(fingerprints: Sequence[Fingerprint], wanted: set[str]) -> dict[str, list[int]]:
    """Return where the documents are that decisions name."""
    places: dict[str, list[int]] = {}
    for place, one in enumerate(fingerprints):
        for name in {one.name, one.sha256} & wanted:
            places.setdefault(name, []).append(place)
    return places


def _split(splits: Decided, places: Mapping[str, Sequence[int]]) -> Iterator[Pair]:
    """Yield the pairs to be kept apart; a document that is not here binds nobody."""
    for group in splits:
        for one, other in combinations(sorted(set(group)), 2):
            for mine in places.get(one, ()):
                yield from ((mine, theirs) for theirs in places.get(other, ()) if mine != theirs)


def _contradiction(one: Fingerprint, other: Fingerprint) -> Unusable:
    return Unusable(
        f"{one.name} and {other.name} were both merged into one origin and split into two: take "
        "one of the decisions back"
    )
