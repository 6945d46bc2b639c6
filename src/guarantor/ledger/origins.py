"""Whose reports are they? The documents an audience may know of, and the origin of each."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from guarantor.ledger.visibility import visible_documents
from guarantor.model import KnownDocument, Operation


def documents_in_view(operation: Operation, audience: str) -> dict[str, KnownDocument]:
    """Return the documents that an audience may know of, by their addresses.

    Of one whose origin is withheld the reason is left out: it speaks of what is withheld.

    Raises:
        UnknownId: The operation names no such audience.
    """
    seen = visible_documents(operation, audience)
    withheld = operation.documents.keys() - seen
    return {
        one.source: replace(one, reason="") if one.origin in withheld else one
        for one in operation.documents.values()
        if one.id in seen
    }


def origins(documents: Iterable[KnownDocument], known: Mapping[str, object]) -> dict[str, str]:
    """Return the report that each document comes from, address by address.

    It is named by the address of the document whose report it is, or in words where it is none of
    the documents on record. Where that document is withheld, those that share it are named by the
    address of the first of them.

    Args:
        documents: The documents in view.
        known: Every document on record, by its id.
    """
    listed = list(documents)
    names = {one.id: one.source for one in listed}
    for one in listed:
        if one.origin not in names:
            names[one.origin] = one.source if one.origin in known else one.origin
    return {one.source: names[one.origin] for one in listed}
