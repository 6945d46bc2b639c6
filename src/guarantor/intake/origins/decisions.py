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
        places = _places(fingerprints)
        self.of = list(range(len(fingerprints)))
        self._members = {place: {place} for place in self.of}
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

    def foes(self, place: int) -> list[int]:
        """Return the documents from which a person keeps a document apart, in order."""
        return sorted(self._foes.get(place, ()))

    def _bind_copies(self, fingerprints: Sequence[Fingerprint]) -> None:
        """Bind each document to the first copy of it that it may be with."""
        nodes: dict[bytes, list[int]] = {}
        for place, one in enumerate(fingerprints):
            known = nodes.setdefault(one.body, [])
            if not any(self._bind(other, place) for other in known):
                known.append(place)

    def _bind(self, one: int, other: int) -> bool:
        """Bind two documents, with all that each is bound to, unless they are to be apart."""
        low, high = _pair(self.of[one], self.of[other])
        if low == high:
            return True
        joining = self._members[high]
        if any(self._foes.get(place, set()) & self._members[low] for place in joining):
            return False
        self._members[low] |= self._members.pop(high)
        for place in joining:
            self.of[place] = low
        return True


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


def _places(fingerprints: Sequence[Fingerprint]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, one in enumerate(fingerprints):
        for name in {one.name, one.sha256}:
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
