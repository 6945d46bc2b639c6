"""Comparing: which documents are tied by their words, and which by the facts that they retell."""

from collections.abc import Collection, Sequence

import numpy as np

from guarantor.intake.origins.banding import alike as banded
from guarantor.intake.origins.fingerprints import Fingerprint
from guarantor.intake.origins.nouns import Embed, Stage, Tie
from guarantor.intake.origins.repeating import alike, is_repeated
from guarantor.intake.origins.retelling import ENOUGH, RETOLD, Retelling, Shared, is_retold

CLOSE = 0.85
"""The least cosine between the vectors of documents that are close in meaning."""
NEAR = 0.5
"""Meaning is asked about where the facts reach this share of what a retelling needs."""

_AT_ONCE = 256

Ties = dict[tuple[int, int], Tie]
"""What ties two documents, by their places, the smaller first."""


def repetitions(
    fingerprints: Sequence[Fingerprint], places: Sequence[int], pages: Collection[int]
) -> Ties:
    """Return which documents repeat another with light edits.

    Args:
        fingerprints: All documents.
        places: Which of them to compare; each has words.
        pages: Hashes of passages that belong to a site.
    """
    if not places:
        return {}
    ties: Ties = {}
    signatures = np.stack([fingerprints[place].signature for place in places])
    for row, other in banded(signatures):
        one, two = places[row], places[other]
        found = alike(fingerprints[one], fingerprints[two], pages)
        if is_repeated(found):
            ties[one, two] = Tie(Stage.LIGHT, found.likeness, (one, two))
    return ties


def retellings(
    fingerprints: Sequence[Fingerprint],
    places: Sequence[int],
    pages: Collection[int],
    embeddings: Embed | None = None,
) -> Ties:
    """Return which documents retell another's rare facts.

    Args:
        fingerprints: All documents.
        places: Which of them to compare, in order.
        pages: Hashes of passages that belong to a site.
        embeddings: Gives vectors for documents, by name; they decide where facts nearly do.
    """
    ties: Ties = {}
    close: Ties = {}
    held = Retelling([fingerprints[place] for place in places], pages)
    for row, other in held.candidates():
        if not held.are_near(row, other):
            continue
        shared, pair = held.shared(row, other), (places[row], places[other])
        if is_retold(shared):
            ties[pair] = Tie(Stage.STORY, shared.likeness, pair, held.told(row, shared))
        elif embeddings is not None and _is_close(shared):
            close[pair] = Tie(Stage.EMBEDDING, 0.0, pair, held.told(row, shared))
    if embeddings is not None and close:
        for pair, cosine in _cosines(fingerprints, close, embeddings).items():
            if cosine >= CLOSE:
                ties[pair] = close[pair]._replace(likeness=cosine)
    return ties


def _is_close(shared: Shared) -> bool:
    return shared.likeness >= NEAR * RETOLD and shared.weight >= NEAR * ENOUGH


def _cosines(
    fingerprints: Sequence[Fingerprint],
    pairs: Collection[tuple[int, int]],
    embeddings: Embed,
) -> dict[tuple[int, int], float]:
    places = sorted({place for pair in pairs for place in pair})
    row_of = {place: row for row, place in enumerate(places)}
    names = [fingerprints[place].name for place in places]
    rows = [
        np.asarray(embeddings(names[start : start + _AT_ONCE]), np.float32)
        for start in range(0, len(names), _AT_ONCE)
    ]
    vectors = np.concatenate(rows)
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors /= np.where(lengths > 0, lengths, 1)
    return {
        (one, other): min(float(vectors[row_of[one]] @ vectors[row_of[other]]), 1.0)
        for one, other in pairs
    }
