"""A document opened for review: its text, what is proposed, and what was decided so far."""

from dataclasses import dataclass
from functools import lru_cache

from guarantor.errors import CannotDecide, UnknownId
from guarantor.intake import propose
from guarantor.ledger.visibility import visible_documents
from guarantor.model import Document, KnownDocument, Operation, Proposal
from guarantor.room.opening import Source
from guarantor.room.review.items import Entered, entered
from guarantor.room.review.texts import kept_document


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A document opened for review.

    Attributes:
        known: The document on record.
        document: Its text; ``None`` where that is not kept.
        no_text: In a sentence why there is none.
        items: What is proposed, and what was decided on it.
    """

    known: KnownDocument
    document: Document | None
    no_text: str | None
    items: tuple[Entered, ...]

    def item(self, name: str) -> Entered:
        """Return an item.

        Raises:
            UnknownId: There is none of that name.
        """
        for one in self.items:
            if one.id == name:
                return one
        raise UnknownId(kind="item", name=name, where=f" of {self.known.id}")

    @property
    def text(self) -> str:
        """Its text.

        Raises:
            CannotDecide: It is not kept.
        """
        if self.document is None:
            msg = f"{self.known.id}: {self.no_text}"
            raise CannotDecide(msg)
        return self.document.text.readable


def open_document(source: Source, audience: str, name: str) -> Opened:
    """Open a document that an audience may know of.

    Raises:
        UnknownId: There is no such document, or the audience may not know of it.
    """
    seen = visible_documents(source.operation, audience)
    if name not in seen:
        raise UnknownId(kind="document", name=name, known=seen)
    known = source.operation.documents[name]
    document, no_text = kept_document(source, known)
    proposals = () if document is None else proposed(document, source.operation)
    return Opened(
        known=known,
        document=document,
        no_text=no_text,
        items=entered(name, proposals, source.pieces),
    )


def proposed(document: Document, operation: Operation | None) -> tuple[Proposal, ...]:
    """Return what the rules of the package propose for a document, of an operation or of none."""
    if operation is None:
        return _proposed(document, (), (), ())
    return _proposed(
        document,
        tuple((party.code, party.name) for party in operation.parties.values()),
        tuple((one.id, one.text) for one in operation.propositions.values()),
        tuple(sorted({one.capability or "" for one in operation.contributions.values()} - {""})),
    )


@lru_cache(maxsize=256)
def _proposed(
    document: Document,
    parties: tuple[tuple[str, str], ...],
    propositions: tuple[tuple[str, str], ...],
    capabilities: tuple[str, ...],
) -> tuple[Proposal, ...]:
    return propose(
        document,
        dated=document.dated,
        parties=dict(parties),
        propositions=dict(propositions),
        capabilities=capabilities,
    )
