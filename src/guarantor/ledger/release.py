"""What may be exported to an audience? Pieces without a trace of what is withheld from it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from guarantor.ledger.decided import ASIDE
from guarantor.ledger.origins import first_of
from guarantor.ledger.redaction import redaction
from guarantor.ledger.visibility import (
    is_releasable,
    known_audiences,
    resolved_steps,
    scrub,
    shown_reason,
    visible_asks,
    visible_contributions,
    visible_documents,
    visible_statements,
)
from guarantor.ledger.voicing import Voicing
from guarantor.model import (
    Change,
    ChangeKind,
    Content,
    Contribution,
    Firmness,
    Kind,
    KnownDocument,
    Operation,
    Piece,
    parse_condition,
)

UNDISCLOSED_TERM = "undisclosed"


def released(pieces: Iterable[Piece], operation: Operation, audience: str) -> tuple[Piece, ...]:
    """Return what may be exported to an audience.

    Contributions lose the steps withheld from it and are gone where none is left; so are the asks
    and documents withheld from it, the statements that only these hold, the audiences that it may
    not know of, and every place that names any of these: in conditions they are never true, in
    texts they are blacked out. The result depends on nothing else than what the audience may see.

    Args:
        pieces: The operation, object by object.
        operation: The same, read.
        audience: A named audience of the operation, or ``public``.

    Raises:
        UnknownId: The operation names no such audience.
    """
    release = _Release(
        operation=operation,
        audiences=frozenset(known_audiences(operation, audience)),
        contributions=visible_contributions(operation, audience),
        asks=visible_asks(operation, audience),
        statements=visible_statements(operation, audience),
        documents=visible_documents(operation, audience),
    )
    blacken = redaction(release.withheld)
    return tuple(
        Piece(kind=piece.kind, id=piece.id, content=blacken.content(content))
        for piece in pieces
        if (content := release.content(piece)) is not None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Release:
    """What an audience may see and know of."""

    operation: Operation
    audiences: frozenset[str]
    contributions: frozenset[str]
    asks: frozenset[str]
    statements: frozenset[str]
    documents: frozenset[str]

    @property
    def withheld(self) -> frozenset[str]:
        """The ids and names that stand nowhere in what is released."""
        return frozenset(
            (self.operation.contributions.keys() - self.contributions)
            | (self.operation.asks.keys() - self.asks)
            | (self.operation.statements.keys() - self.statements)
            | (self.operation.documents.keys() - self.documents)
            | (self.operation.audiences.keys() - self.audiences)
        )

    def content(self, piece: Piece) -> Content | None:
        """Return what is released of a piece, or ``None`` where it is withheld."""
        if piece.kind in ASIDE:
            return None
        match piece.kind:
            case Kind.STATEMENT:
                return piece.content if piece.id in self.statements else None
            case Kind.CONTRIBUTION:
                return self._contribution(piece)
            case Kind.OPERATION:
                return self._operation(piece.content)
            case Kind.PARTY:
                return _replaced(piece.content, terms=self._terms(piece.content.get("terms")))
            case Kind.PROPOSITION:
                return self._proposition(piece.content)
            case Kind.ASK:
                return self._ask(piece)
            case Kind.DOCUMENT:
                return self._document(piece)
            case _:
                return piece.content

    def expression(self, text: str) -> str:
        """Return a condition without the ids that the audience may not know."""
        if text == UNDISCLOSED_TERM:
            return text
        condition = parse_condition(text)
        scrubbed = scrub(condition, self._names, self._capabilities)
        return text if scrubbed == condition else str(scrubbed)

    @property
    def _names(self) -> frozenset[str]:
        operation = self.operation
        return frozenset((*operation.parties, *operation.propositions, *self.contributions))

    @property
    def _capabilities(self) -> frozenset[str]:
        """The capabilities that something shown offers or needs."""
        offered = (self.operation.contributions[name].capability for name in self.contributions)
        needs = self.operation.requirements.values()
        needed = (line.capability for need in needs for line in need.lines)
        return frozenset(name for name in (*offered, *needed) if name is not None)

    def _term(self, term: Any) -> Any:  # noqa: ANN401  plain data: a text or a mapping
        if isinstance(term, Mapping):
            return {**term, "if": self.expression(term["if"])}
        return self.expression(term)

    def _terms(self, terms: list[Any] | None) -> list[Any] | None:
        return None if terms is None else [self._term(term) for term in terms]

    def _proposition(self, content: Content) -> Content:
        """Return a proposition whose conditions name nothing that is withheld."""
        when, cases = content.get("when"), content.get("chance_given")
        return _replaced(
            content,
            when=None if when is None else self.expression(when),
            chance_given=None if cases is None else [self._case(case) for case in cases],
        )

    def _case(self, case: Content) -> Content:
        return {**case, "if": self.expression(case["if"])} if "if" in case else case

    def _ask(self, piece: Piece) -> Content | None:
        if piece.id not in self.asks:
            return None
        content, named = piece.content, self.operation.asks[piece.id].releasable_to
        known = [name for name in named if name in self.audiences]
        is_known = len(known) == len(named)
        return _replaced(
            content,
            change=self._change(content.get("change")),
            releasable_to=content.get("releasable_to") if is_known else ";".join(known),
        )

    def _document(self, piece: Piece) -> Content | None:
        """Return a document without an origin, a file's name or an audience that is withheld."""
        if piece.id not in self.documents:
            return None
        document = self.operation.documents[piece.id]
        known = [name for name in document.releasable_to if name in self.audiences]
        withheld = self.operation.documents.keys() - self.documents
        shown = {"releasable_to": ";".join(known), "read_from": ""}
        if document.reason != shown_reason(document, withheld):
            shown["reason"] = ""
        root = first_of(document, self.operation.documents)
        if not withheld.isdisjoint({document.origin, root}):
            shown["origin"] = self._shared_origin(document, root)
        return {**piece.content, **shown}

    def _shared_origin(self, document: KnownDocument, root: str) -> str:
        """Return the origin of a document without what is withheld: the first that shares it."""
        known = self.operation.documents
        if root in self.documents or root not in known:
            return root
        shared = (one for one in known.values() if one.id in self.documents)
        first = next(one.id for one in shared if first_of(one, known) == root)
        return "" if first == document.id else first

    def _change(self, text: str | None) -> str | None:
        """Return a change with the term that it drops as it is released."""
        if not text:
            return text
        change = Change.parse(text)
        if change.kind is not ChangeKind.DROP:
            return text
        detail = self.expression(change.detail)
        return text if detail == change.detail else str(replace(change, detail=detail))

    def _operation(self, content: Content) -> Content:
        audiences = {
            name: parties
            for name, parties in (content.get("audiences") or {}).items()
            if name in self.audiences
        }
        hidden = self.operation.contributions.keys() - self.contributions
        groups = {
            name: [member for member in members if member not in hidden]
            for name, members in (content.get("groups") or {}).items()
        }
        return _replaced(
            content,
            audiences=audiences or None,
            groups=groups or None,
            common_terms=self._common_terms(content.get("common_terms") or ()) or None,
        )

    def _common_terms(self, terms: Iterable[Content]) -> list[Content]:
        """Return the terms shared by offers of a capability that is still named."""
        named = self._capabilities
        kept = [(term, [one for one in term["for"] if one in named]) for term in terms]
        return [{**self._term(term), "for": shared} for term, shared in kept if shared]

    def _contribution(self, piece: Piece) -> Content | None:
        if piece.id not in self.contributions:
            return None
        contribution, content = self.operation.contributions[piece.id], piece.content
        if content.get("steps") is None:
            return self._shown(content, terms=self._terms(content.get("terms")))
        shown = self._shown(content, steps=self._steps(contribution, content["steps"]))
        if self.audiences.isdisjoint(contribution.base.releasable_to):
            return _replaced(shown, note=None)
        return shown

    def _steps(self, contribution: Contribution, steps: list[Content]) -> list[Content]:
        voicing = Voicing(self.expression)
        released: list[Content] = []
        for content, step in zip(steps, resolved_steps(contribution), strict=True):
            if is_releasable(step, self.audiences):
                withdrawn, revoiced = voicing.after(step)
                terms = [*(self._terms(content.get("terms")) or ()), *revoiced]
                released.append(
                    self._shown(content, terms=terms or None, withdraw_terms=withdrawn or None)
                )
        if released[0].get("firmness") is None:  # an earlier step gave it, and is withheld
            released[0] = {**released[0], "firmness": Firmness.UNDISCLOSED.value}
        return released

    def _shown(self, content: Content, **changed: Any) -> Content:  # noqa: ANN401  plain data
        """Return content with changes, naming no audience or contribution that is withheld."""
        part_of = content.get("part_of")
        named = content.get("releasable_to")
        return _replaced(
            content,
            releasable_to=self._known_of(named),
            part_of=part_of if part_of in self.contributions else None,
            **changed,
        )

    def _known_of(self, named: str | list[str] | None) -> str | list[str] | None:
        if named is None or isinstance(named, str):
            return named if named in self.audiences else None
        return [name for name in named if name in self.audiences] or None


def _replaced(content: Content, **changed: Any) -> dict[str, Any]:  # noqa: ANN401  plain data
    """Return content with some keys replaced in their place; without those replaced by ``None``."""
    kept = {key: changed.pop(key, value) for key, value in content.items()}
    return {
        key: content.get(key) if value is None else value
        for key, value in {**kept, **changed}.items()
        if value is not None or (key in content and not content[key])  # an empty one stays
    }
