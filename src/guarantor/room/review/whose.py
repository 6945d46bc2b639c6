"""Whose reports are new documents: their own, or those of documents on record?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from guarantor.intake import Fingerprint, Origin, fingerprint, origins, passages
from guarantor.ledger.origins import first_of
from guarantor.model import Action, Kind, KnownDocument
from guarantor.room.opening import Source
from guarantor.room.review.texts import kept_document


def origins_of_new(source: Source, new: Sequence[Fingerprint]) -> dict[str, Origin]:
    """Return the origin of each document, of those on record and of new ones, by its name.

    What is on record keeps its origins, whoever gave them; what a person split stays apart.

    Args:
        source: The opened operation.
        new: The fingerprints of the new documents, each named by its id.
    """
    documents = source.operation.documents
    kept = dict(_fingerprints(source))
    found = origins(
        [*kept.values(), *new],
        merges=_together(documents, kept),
        splits=_apart(source, kept),
    )
    return {name: one for one in found for name in one.documents}


def _together(
    documents: Mapping[str, KnownDocument], kept: Mapping[str, Fingerprint]
) -> list[tuple[str, ...]]:
    """Return the documents on record that share an origin, whoever gave it to them."""
    groups: dict[str, list[str]] = {}
    for name in kept:
        groups.setdefault(first_of(documents[name], documents), []).append(name)
    return [tuple(names) for names in groups.values() if len(names) > 1]


def _apart(source: Source, kept: Mapping[str, Fingerprint]) -> list[tuple[str, str]]:
    """Return the pairs on record that a person split, so that no copy brings them together."""
    documents = source.operation.documents
    standing = {
        entry.draft.piece.id: entry.draft.action
        for entry in source.entries
        if entry.draft.piece.kind is Kind.DOCUMENT
    }
    split = [name for name in kept if standing.get(name) is Action.SPLIT]
    return [
        (name, other)
        for name in split
        for other in kept
        if first_of(documents[name], documents) != first_of(documents[other], documents)
    ]


def _fingerprints(source: Source) -> Iterator[tuple[str, Fingerprint]]:
    for known in source.operation.documents.values():
        document, _ = kept_document(source, known)
        if document is not None:
            named = replace(document, name=known.id)
            yield known.id, fingerprint(named, passages(named))
