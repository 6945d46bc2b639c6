"""Repeating: whether two documents repeat one another's words, whole passages told apart."""

from array import array
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from guarantor.intake.origins.facts import Kind
from guarantor.intake.origins.fingerprints import Fingerprint
from guarantor.intake.origins.wording import SHINGLE

REPEATED = 0.3
"""The least likeness of words at which a document repeats another."""
ELSE = 0.15
"""The least likeness of what is left beside whole passages that both have."""
MOST_LEFT = 0.4
"""Less than this share left beside those passages, and the passages are the document."""
PAGES = 3
"""A passage that so many documents have that share nothing else belongs to their site."""

LEAST_LEFT = 0.15
"""Such documents have at least this share of their own."""

_LOOKED_AT = 8
_FEW_FACTS = 2


class Alike(NamedTuple):
    """How far two documents repeat one another.

    Attributes:
        likeness: Of all shingles that either has, the share that both have (Jaccard); passages
            that belong to a site are left out.
        rest: The same without any whole passage that both have.
        left: The smaller share of a document that is left without those passages.
    """

    likeness: float
    rest: float
    left: float


def is_repeated(alike: Alike) -> bool:
    """Tell whether two documents repeat one another.

    Whole passages that both have are not enough where each also has much of its own that the other
    lacks: pages of one site share a notice, and two reports one communiqué.
    """
    return alike.likeness >= REPEATED and (alike.rest >= ELSE or alike.left < MOST_LEFT)


def alike(one: Fingerprint, other: Fingerprint, pages: Collection[int] = ()) -> Alike:
    """Return how far two documents repeat one another, as their signatures estimate it.

    Args:
        one: A document.
        other: Another.
        pages: Hashes of passages that belong to a site and do not count.
    """
    agreeing = float(np.mean(one.signature == other.signature))
    both = agreeing / (1 + agreeing) * (one.size + other.size)
    mine, theirs = _sizes(one), _sizes(other)
    common = mine.keys() & theirs.keys()
    noise = sum(mine[place] for place in sorted(common & set(pages)))
    whole = sum(mine[place] for place in sorted(common - set(pages)))
    sizes = [
        max(held.size - sum(size for place, size in passages.items() if place in pages), 1)
        for held, passages in ((one, mine), (other, theirs))
    ]
    both = min(max(both - noise, 0.0), *sizes)
    left = [max(size - whole, 0) for size in sizes]
    rest = min(max(both - whole, 0.0), *left)
    return Alike(
        both / (sum(sizes) - both),
        rest / max(sum(left) - rest, 1),
        min(left[0] / sizes[0], left[1] / sizes[1]),
    )


def _sizes(one: Fingerprint) -> dict[int, int]:
    """Return how many shingles lie within each passage."""
    hashes, words = one.passages
    sizes = np.maximum(words.astype(np.int64) - SHINGLE + 1, 0)
    return dict(zip(hashes.tolist(), sizes.tolist(), strict=True))


def pages(fingerprints: Sequence[Fingerprint]) -> frozenset[int]:
    """Return the hashes of passages that belong to a site and not to what is told.

    They are those that three or more documents have which share nothing else: neither the words of
    what is left nor two quotations or figures in it.

    Args:
        fingerprints: Documents of different bodies, in a fixed order.
    """
    return frozenset(
        passage
        for passage, holders in _holders(fingerprints)
        if _strangers([fingerprints[place] for place in holders]) >= PAGES
    )


def _holders(fingerprints: Sequence[Fingerprint]) -> Iterator[tuple[int, list[int]]]:
    """Yield each passage that several documents have, and some of those."""
    if not fingerprints:
        return
    hashes, lengths = array("I"), array("I")
    for one in fingerprints:
        own = np.unique(one.passages[0])
        hashes.frombytes(own.tobytes())
        lengths.append(len(own))
    flat = np.array(hashes, np.uint32)
    owners = np.repeat(np.arange(len(lengths), dtype=np.uint32), lengths)
    order = np.argsort(flat, kind="stable")
    values, starts, counts = np.unique(flat[order], return_index=True, return_counts=True)
    for place in np.flatnonzero(counts >= PAGES).tolist():
        start = int(starts[place])
        yield int(values[place]), owners[order[start : start + _LOOKED_AT]].tolist()


def _strangers(holders: Sequence[Fingerprint]) -> int:
    """Return how many documents there are of which none shares anything else with another."""
    found: list[Fingerprint] = []
    for one in holders:
        if all(_share_nothing_else(one, other) for other in found):
            found.append(one)
    return len(found)


def _share_nothing_else(one: Fingerprint, other: Fingerprint) -> bool:
    """Tell whether two documents have whole passages in common and are strangers beside them.

    A notice quotes nobody: who has a quotation in common, even within those passages, is none.
    """
    found = alike(one, other)
    if found.left < LEAST_LEFT or found.rest >= ELSE:
        return False
    common = set(_sizes(one)) & set(_sizes(other))
    return len(_telling(one, common) & _telling(other, common)) < _FEW_FACTS


def _telling(one: Fingerprint, common: set[int]) -> set[str]:
    hashes = one.passages[0].tolist()
    return {
        fact.text
        for place, fact in one.facts
        if fact.kind is Kind.QUOTED or (fact.kind is Kind.NUMBER and hashes[place] not in common)
    }
