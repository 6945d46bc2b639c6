"""Knowing: which decisions may an audience know of?"""

from collections.abc import Iterable, Mapping
from typing import Any

from guarantor.ledger.visibility import (
    known_audiences,
    names_in,
    visible_contributions,
    visible_documents,
    visible_statements,
)
from guarantor.model import PUBLIC, Entry, Kind, Piece
from guarantor.room.opening import Source


class Knowing:
    """What an audience may know of the decisions taken on an operation.

    What was undone is withheld as it was while it stood.

    Args:
        source: The operation.
        audience: The audience.
    """

    def __init__(self, source: Source, audience: str) -> None:
        operation = source.operation
        decided = [entry.draft.piece for entry in source.entries]
        self._audiences = frozenset(known_audiences(operation, audience))
        withheld = operation.documents.keys() - visible_documents(operation, audience)
        received = {one.id: one for one in decided if one.kind is Kind.DOCUMENT}
        self._documents = withheld | {
            name
            for name, one in received.items()
            if self._audiences.isdisjoint(_audiences(one.content))
        }
        self._addresses = {operation.documents[name].source for name in withheld} | {
            str(received[name].content["source"]) for name in self._documents & received.keys()
        }
        self._statements = operation.statements.keys() - visible_statements(operation, audience)
        self._statements |= {
            one.id for one in decided if one.kind is Kind.STATEMENT and self._is_from_withheld(one)
        }
        self._offers = operation.contributions.keys() - visible_contributions(operation, audience)

    def may_know(self, entries: Iterable[Entry]) -> bool:
        """Tell whether the audience may know of a decision: of each of its entries, and why."""
        return not any(
            self._is_withheld(entry.draft.piece) or self._names_withheld(entry.draft.reason)
            for entry in entries
        )

    def _names_withheld(self, text: str) -> bool:
        withheld = self._documents | self._statements | self._offers
        return not withheld.isdisjoint(names_in(text))

    def _is_from_withheld(self, statement: Piece) -> bool:
        return str(statement.content["source"]).partition("#char=")[0] in self._addresses

    def _is_withheld(self, piece: Piece) -> bool:
        content = piece.content
        match piece.kind:
            case Kind.DOCUMENT:
                return not self._documents.isdisjoint({piece.id, content["origin"]})
            case Kind.STATEMENT:
                return piece.id in self._statements
            case Kind.STEP:
                return self._is_withheld_step(content["of"], content["step"])
            case Kind.CONTRIBUTION:
                return self._is_withheld_step(piece.id, content)
            case Kind.REVIEW if content.get("draft"):
                draft = content["draft"]
                return self._is_withheld_step(draft["of"], draft["content"])
            case Kind.REVIEW:
                return content["document"] in self._documents
            case _:
                return False

    def _is_withheld_step(self, owner: str, step: Mapping[str, Any]) -> bool:
        """Tell it of a step or a record, or of a contribution with steps of its own."""
        named = step.get("releasable_to", self._audiences)
        audiences = [named] if isinstance(named, str) else named
        is_hidden = owner in self._offers or self._audiences.isdisjoint(audiences)
        cites = not self._statements.isdisjoint(step.get("evidence", ()))
        return (
            is_hidden
            or cites
            or any(self._is_withheld_step(owner, one) for one in step.get("steps", ()))
        )


def _audiences(document: Mapping[str, Any]) -> list[str]:
    """Return to whom a document is releasable, as its row says."""
    return [one.strip() for one in str(document.get("releasable_to") or PUBLIC).split(";")]
