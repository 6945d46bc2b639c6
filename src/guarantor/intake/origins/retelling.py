"""Retelling: whether two reports tell the same rare facts, in whatever words.

A report on the same event by somebody who was there as well shares its names, a day and a figure or
two; a rewriting has few facts of its own. So what counts is the share of shared facts in the facts
of that document which has less, each weighed by how rare it is; longer words count as small facts.
"""

from array import array
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
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
_FEWEST, _KEYS, _WIDEST = 2, 32, 48
_KINDS = tuple(Kind)
_CODES = {str(kind): code for code, kind in enumerate(_KINDS)}
_HASH_BITS, _SORTED_IN = 29, 8
_HASH = (1 << _HASH_BITS) - 1
_WORDS = np.uint32(_CODES[Kind.WORD] << _HASH_BITS)
"""Numbers from here on are words: they are the last kind."""
_SHARE_OF = np.array([_SHARES[kind] for kind in _KINDS])
_PART_OF = np.array([_PARTS.get(kind, 1.0) for kind in _KINDS])


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
    common: NDArray[np.uint32]


class Retelling:
    """The rare facts of some documents.

    Args:
        fingerprints: The documents. Their facts are weighed by how many of these they stand in.
        pages: Hashes of passages that belong to a site and whose facts do not count.
    """

    def __init__(self, fingerprints: Sequence[Fingerprint], pages: Collection[int] = ()) -> None:
        self._fingerprints = fingerprints
        self._pages = frozenset(pages)
        most = sum(one.most_facts for one in fingerprints)
        flat, end = np.empty(most, np.uint32), 0
        for place in range(len(fingerprints)):
            held = self._ids(place)
            flat[end : end + len(held)] = held
            end += len(held)
        self._known, self._counts = _repeated(flat[:end])

    def _ids(self, place: int, without: Collection[int] = ()) -> NDArray[np.uint32]:
        """Return a number for each fact, in order, then for each word; it begins with its kind.

        They are made anew each time: for all documents they would take half the memory again.
        """
        one = self._fingerprints[place]
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
        kept = np.concatenate((np.array(facts, np.uint32), words | _WORDS))
        _, first = np.unique(kept, return_index=True)
        held: NDArray[np.uint32] = kept[np.sort(first)]
        return held

    def _weights(self, held: NDArray[np.uint32]) -> NDArray[np.float64]:
        """Return what facts weigh, 1 being a name that stands in two documents alone."""
        places, is_known = self._found(held)
        counts = np.ones(len(held))
        counts[is_known] = self._counts[places[is_known]]
        kinds = held >> _HASH_BITS
        everywhere = len(self._fingerprints) + _BACKGROUND
        bits = np.log2(everywhere / (counts + _BACKGROUND * _SHARE_OF[kinds]))
        rarest = np.log2(everywhere / (2 + _BACKGROUND * _SHARES[Kind.NAME]))
        weights: NDArray[np.float64] = _PART_OF[kinds] * np.maximum(bits, 0) / rarest
        return weights

    def _found(self, held: NDArray[np.uint32]) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
        """Return the places of facts among those that several documents have, and which are."""
        if not len(self._known):
            return np.zeros(len(held), np.intp), np.zeros(len(held), np.bool_)
        places = np.minimum(np.searchsorted(self._known, held), len(self._known) - 1)
        return places, self._known[places] == held

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs that share enough of their heaviest facts, each once, the smaller first.

        Enough is a quarter of what a retelling needs. A fact that stands in more than 48 documents
        brings nobody together.
        """
        flat, bounds = array("I"), [0]
        for place in range(len(self._fingerprints)):
            flat.frombytes(self._keys(self._ids(place)).tobytes())
            bounds.append(len(flat))
        keys = np.array(flat, np.uint32)
        by_owner, begins, rank = _grouped(keys, bounds)
        for place, (start, end) in enumerate(pairwise(bounds)):
            spans = zip(begins[start:end].tolist(), rank[start:end].tolist(), strict=True)
            before = [by_owner[begin:own] for begin, own in spans]
            weights = self._weights(self._known[keys[start:end]]).repeat(
                [len(one) for one in before]
            )
            if weights.sum() >= ENOUGH / 4:
                others, which = np.unique(np.concatenate(before), return_inverse=True)
                enough = np.bincount(which, weights) >= ENOUGH / 4
                yield from ((other, place) for other in others[enough].tolist())

    def _keys(self, held: NDArray[np.uint32]) -> NDArray[np.uint32]:
        """Return the heaviest facts of a document among those that any other has."""
        places, is_known = self._found(held)
        weights = self._weights(held[is_known])
        known = places[is_known]
        is_useful = self._counts[known] <= _WIDEST
        useful, weights = known[is_useful], weights[is_useful]
        return useful[np.lexsort((useful, -weights))][:_KEYS].astype(np.uint32)

    def are_near(self, one: int, other: int) -> bool:
        """Tell whether two documents may be of the same days, as far as they bear days."""
        days = self._fingerprints[one].dated, self._fingerprints[other].dated
        return days[0] is None or days[1] is None or abs((days[0] - days[1]).days) <= DAYS

    def shared(self, one: int, other: int) -> Shared:
        """Return what two documents share; words of passages that both have are no retelling."""
        whole = self._whole(one, other)
        mine, theirs = self._ids(one, whole), self._ids(other, whole)
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

    def _sum(self, held: NDArray[np.uint32]) -> float:
        return float(self._weights(np.sort(held)).sum())

    def told(self, one: int, shared: Shared) -> tuple[Fact, ...]:
        """Return shared facts as a document tells them, mere words left out, the rarest first."""
        weights = self._weights(shared.common)
        weight_of = dict(zip(shared.common.tolist(), weights.tolist(), strict=True))
        found = {
            Fact(Kind(item[0]), item[1:]): weight_of[number]
            for _, item in self._fingerprints[one].items
            if (number := _number(item)) in weight_of
        }
        return tuple(sorted(found, key=lambda fact: (-found[fact], fact)))


def _repeated(flat: NDArray[np.uint32]) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
    """Return the numbers that stand more than once, in order, and how often each does.

    An eighth of them is sorted at a time, so that little memory is taken.
    """
    values, counts = [], []
    parts = flat.view(np.uint8)[:: flat.itemsize] % _SORTED_IN  # by one byte of each
    for part in range(_SORTED_IN):
        some = np.sort(flat[parts == part])
        is_again = np.concatenate(([False], some[1:] == some[:-1], [False]))
        begins = np.flatnonzero(~is_again[:-1] & is_again[1:])
        ends = np.flatnonzero(is_again[:-1] & ~is_again[1:])
        values.append(some[begins])
        counts.append((ends - begins + 1).astype(np.uint32))
    known = np.concatenate(values)
    order = np.argsort(known)
    return known[order], np.concatenate(counts)[order]


def _grouped(
    keys: NDArray[np.uint32], bounds: Sequence[int]
) -> tuple[NDArray[np.uint32], NDArray[np.uint32], NDArray[np.uint32]]:
    """Return the owners of keys, grouped by key, and where to find a key among them.

    Args:
        keys: The keys of one owner after the other.
        bounds: Where those of each begin, and where those of the last end.

    Returns:
        The owners; for each key where its group begins, and where its own owner stands in it.
    """
    order = np.argsort(keys, kind="stable")
    ascending = np.arange(len(order), dtype=np.uint32)
    rank = np.empty_like(ascending)
    rank[order] = ascending
    by_key = keys[order]
    ascending[1:][by_key[1:] == by_key[:-1]] = 0
    begins = np.empty_like(rank)
    begins[order] = np.maximum.accumulate(ascending)
    del ascending, by_key
    owners = np.repeat(np.arange(len(bounds) - 1, dtype=np.uint32), np.diff(bounds))
    return owners[order], begins, rank


def _number(item: str) -> int:
    """Return a fact as a number, its kind before a hash of 29 bits."""
    return _CODES[item[0]] << _HASH_BITS | crc32(item[1:].encode()) & _HASH


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
