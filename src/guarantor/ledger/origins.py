"""Whose reports are they? The documents an audience may know of, and the origin of each."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from guarantor.ledger.visibility import shown_reason, visible_documents
from guarantor.model import KnownDocument, Operation


def documents_in_view(operation: Operation, audience: str) -> dict[str, KnownDocument]:
    """Return the documents that an audience may know of, by their addresses.

    Of one whose origin is withheld the reason is left out, and so is one that names what is
    withheld.

    Raises:
        UnknownId: The operation names no such audience.
    """
    seen = visible_documents(operation, audience)
    withheld = operation.documents.keys() - seen
    return {
        one.source: replace(one, reason=shown_reason(one, withheld))
        for one in operation.documents.values()
        if one.id in seen
    }


def origins(
    documents: Iterable[KnownDocument], known: Mapping[str, KnownDocument]
) -> dict[str, str]:
    """Return the report that each document comes from, address by address.

    It is named by the address of the document whose report it is, or in words where it is none of
    the documents on record. What repeats a document that itself repeats another comes from that
    one. Where the document is withheld, those that share it are named by the address of the first
    of them.

    Args:
        documents: The documents in view.
        known: Every document on record, by its id.
    """
    listed = list(documents)
    names = {one.id: one.source for one in listed}
    found: dict[str, str] = {}
    for one in listed:
        root = first_of(one, known)
        if root not in names:
            names[root] = one.source if root in known else root
        found[one.source] = names[root]
    return found


def first_of(document: KnownDocument, known: Mapping[str, KnownDocument]) -> str:
    """Return the origin of a document, followed to the end: an id, or a report in words.

    Of documents that repeat each other in a circle it is the first by id.
    """
    passed = [document.id]
    origin = document.origin
    while origin in known and origin not in passed:
        passed.append(origin)
        origin = known[origin].origin
    if origin not in passed or origin == passed[-1]:
        return origin
    return min(passed[passed.index(origin) :])
