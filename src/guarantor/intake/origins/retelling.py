"""Retelling: whether two reports tell the same rare facts, in whatever words.

A report on the same event by somebody who was there as well shares its names, a day and a figure or
two; a rewriting has few facts of its own. So what counts is the share of shared facts in the facts
of that document which has less, each weighed by how rare it is; longer words count as small facts.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from guarantor.intake.origins.facts import Fact, Kind
from guarantor.intake.origins.fingerprints import Fingerprint

RETOLD = 0.33
"""The least likeness at which a document retells another."""
ENOUGH = 4.0
"""What the shared facts have to weigh at least: so many facts that stand nowhere else."""
DAYS = 10
"""Reports that bear days further apart than this do not retell one another."""

_BACKGROUND = 200
"""Reports that are counted beside the batch, so that a batch of three can tell what is rare."""
_SHARES = {
    Kind.QUOTED: 0.002,
    Kind.NUMBER: 0.004,
    Kind.COMMON_NUMBER: 0.15,
    Kind.NAME: 0.005,
    Kind.COMMON_NAME: 0.2,
    Kind.WORD: 0.03,
}
"""In which share of the background each kind of fact stands: a rough order, not a measurement."""
_PARTS = {Kind.QUOTED: 0.6, Kind.WORD: 0.5}
"""A piece of a quotation weighs less than another fact: its neighbours come with it; a word less
still: a rewriting changes many, and two reports on one thing share some."""
_FEWEST, _KEYS, _WIDEST = 2, 24, 48
_WORDS = np.uint64(ord(Kind.WORD) << 32)


class Shared(NamedTuple):
    """What two documents share.

    Attributes:
        likeness: The share of shared facts in the document that has less, from 0 to 1; where they
            come in another order it counts for less, by a quarter where the order is reversed.
        weight: What they weigh, 1 being a fact that stands in these two alone.
        common: The shared facts as numbers.
    """

    likeness: float
    weight: float
    common: NDArray[np.uint64]


class Retelling:
    """The rare facts of some documents.

    Args:
        fingerprints: The documents. Their facts are weighed by how many of these they stand in.
        pages: Hashes of passages that belong to a site and whose facts do not count.
    """

    def __init__(self, fingerprints: Sequence[Fingerprint], pages: Collection[int] = ()) -> None:
        self._fingerprints = fingerprints
        self._pages = frozenset(pages)
        self._held = [self._ids(one) for one in fingerprints]
        flat = np.concatenate(self._held) if self._held else np.empty(0, np.uint64)
        self._known, self._counts = np.unique(flat, return_counts=True)
        self._weights = self._weighed()

    def _ids(self, one: Fingerprint, without: Collection[int] = ()) -> NDArray[np.uint64]:
        """Return a number for each fact, in order, then for each word; it begins with its kind."""
        hashes = one.passages[0].tolist()
        facts = [
            _number(item)
            for place, item in one.items
            if not self._pages or hashes[place] not in self._pages
        ]
        places, words = one.words
        left_out = self._pages | frozenset(without)
        if left_out and len(words):
            words = words[[hashes[place] not in left_out for place in places.tolist()]]
        kept = np.concatenate((np.array(facts, np.uint64), words | _WORDS))
        _, first = np.unique(kept, return_index=True)
        held: NDArray[np.uint64] = kept[np.sort(first)]
        return held

    def _weighed(self) -> NDArray[np.float64]:
        shares = np.zeros(128)
        pieces = np.ones(128)
        for kind, share in _SHARES.items():
            shares[ord(kind)] = share
        for kind, part in _PARTS.items():
            pieces[ord(kind)] = part
        kinds = (self._known >> np.uint64(32)).astype(np.intp)
        everywhere = len(self._held) + _BACKGROUND
        bits = np.log2(everywhere / (self._counts + _BACKGROUND * shares[kinds]))
        rarest = np.log2(everywhere / (2 + _BACKGROUND * _SHARES[Kind.NAME]))
        weights: NDArray[np.float64] = pieces[kinds] * np.maximum(bits, 0) / rarest
        return weights

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs that share two of their rarest facts, each once, the smaller first.

        A fact that stands in more than 48 documents brings nobody together.
        """
        postings: dict[int, list[int]] = {}
        for place, held in enumerate(self._held):
            found: Counter[int] = Counter()
            for key in self._keys(held):
                before = postings.setdefault(key, [])
                found.update(before)
                before.append(place)
            yield from ((other, place) for other in sorted(found) if found[other] >= _FEWEST)

    def _keys(self, held: NDArray[np.uint64]) -> list[int]:
        """Return the rarest facts of a document among those that any other has."""
        places = np.searchsorted(self._known, held)
        counts = self._counts[places]
        useful = places[(counts > 1) & (counts <= _WIDEST)]
        order = np.lexsort((useful, self._counts[useful]))
        return [int(place) for place in useful[order][:_KEYS]]

    def are_near(self, one: int, other: int) -> bool:
        """Tell whether two documents may be of the same days, as far as they bear days."""
        days = self._fingerprints[one].dated, self._fingerprints[other].dated
        return days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= DAYS

    def shared(self, one: int, other: int) -> Shared:
        """Return what two documents share; words of passages that both have are no retelling."""
        mine, theirs = self._held[one], self._held[other]
        if whole := self._whole(one, other):
            mine = self._ids(self._fingerprints[one], whole)
            theirs = self._ids(self._fingerprints[other], whole)
        common, at, there = np.intersect1d(mine, theirs, assume_unique=True, return_indices=True)
        weight, least = self._sum(common), min(self._sum(mine), self._sum(theirs))
        if not weight:
            return Shared(0.0, 0.0, common)
        is_fact = common < _WORDS
        order = _in_order(at[is_fact], there[is_fact])
        return Shared(weight / least * (3 + order) / 4, weight, common)

    def _whole(self, one: int, other: int) -> set[int]:
        passages = (self._fingerprints[place].passages[0].tolist() for place in (one, other))
        return set(next(passages)).intersection(next(passages))

    def _sum(self, held: NDArray[np.uint64]) -> float:
        return float(self._weights[np.searchsorted(self._known, np.sort(held))].sum())

    def told(self, one: int, shared: Shared) -> tuple[Fact, ...]:
        """Return shared facts as a document tells them, mere words left out, the rarest first."""
        weights = self._weights[np.searchsorted(self._known, shared.common)]
        weight_of = dict(zip(shared.common.tolist(), weights.tolist(), strict=True))
        found = {
            Fact(Kind(item[0]), item[1:]): weight_of[number]
            for _, item in self._fingerprints[one].items
            if (number := _number(item)) in weight_of
        }
        return tuple(sorted(found, key=lambda fact: (-found[fact], fact)))


def _number(item: str) -> int:
    """Return a fact as a number, its kind in the fifth byte."""
    return ord(item[0]) << 32 | crc32(item[1:].encode())


def is_retold(shared: Shared) -> bool:
    """Tell whether what two documents share makes one a retelling of the other."""
    return shared.likeness >= RETOLD and shared.weight >= ENOUGH


def _in_order(at: NDArray[np.intp], there: NDArray[np.intp]) -> float:
    """Return the share of pairs of facts that come in the same order (Kendall 1938)."""
    count = len(at)
    if count < _FEWEST:
        return 1.0
    places = there[np.argsort(at)]
    same = np.triu(places[:, None] < places[None, :], 1).sum()
    return float(same) / (count * (count - 1) / 2)
