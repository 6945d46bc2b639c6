"""Items: the proposals of a document, with what was decided on them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from guarantor.errors import BadDay
from guarantor.ledger.decided import other_version
from guarantor.model import Kind, NamedDay, Piece, Proposal, Span, Statement, day
from guarantor.room.review.documents import Fields, State, Verdict

OF_A_PERSON = "person"
"""The rule of what a person added, and not a rule of the package or a language model."""
OF_A_MODEL = "llm:"
"""How the rule of what a language model proposed begins."""
CLOSED: frozenset[State] = frozenset({"accepted", "rejected", "split", "merged"})
"""States in which nothing waits any more."""


@dataclass(frozen=True, kw_only=True)
class Entered:
    """An item as the ledger and the machine have it.

    Attributes:
        id: Its id within the document: where it stands, and which it is of those there.
        fields: The statement that is proposed, or that was decided.
        proposed: What was proposed first, where somebody decided otherwise.
        statement: Id of the statement that it became.
    """

    id: str
    document: str
    span: Span
    quote: str
    fields: Fields
    days: tuple[NamedDay, ...] = ()
    is_quoted: bool = False
    rule: str
    note: str = ""
    state: State = "open"
    verdicts: tuple[Verdict, ...] = ()
    statement: str | None = None
    proposed: Fields | None = field(default=None)

    def piece(self) -> Piece:
        """Return the review of the item as the ledger keeps it."""
        return Piece(
            kind=Kind.REVIEW, id=review_id(self.document, self.id), content=self._content()
        )

    def _content(self) -> dict[str, Any]:
        return {
            "document": self.document,
            "item": self.id,
            "start": self.span.start,
            "end": self.span.end,
            "quote": self.quote,
            "fields": dict(self.fields),
            "proposed": None if self.proposed is None else dict(self.proposed),
            "days": [[one.text, one.day.isoformat() if one.day else None] for one in self.days],
            "is_quoted": self.is_quoted,
            "rule": self.rule,
            "note": self.note,
            "state": self.state,
            "verdicts": [dict(one) for one in self.verdicts],
            "statement": self.statement,
        }


def review_id(document: str, item: str) -> str:
    """Return the id under which the review of an item is kept."""
    return f"{document}/{item}"


def entered(
    document: str, proposals: Iterable[Proposal], pieces: Iterable[Piece]
) -> tuple[Entered, ...]:
    """Return the items of a document in order: what is proposed, as decided on so far.

    Args:
        document: Its id.
        proposals: What the machine proposes for it.
        pieces: The pieces of the operation; the reviews among them count.
    """
    found = {one.id: one for one in _proposed(document, proposals)}
    for content in reviews(pieces, document):
        one = _reviewed(document, content)
        found[one.id] = one
    return tuple(sorted(found.values(), key=lambda one: (*one.span, one.id)))


def reviews(pieces: Iterable[Piece], document: str) -> Iterable[Mapping[str, Any]]:
    """Return what was decided on the items of a document."""
    return [
        piece.content
        for piece in pieces
        if piece.kind is Kind.REVIEW and piece.content["document"] == document
    ]


def _proposed(document: str, proposals: Iterable[Proposal]) -> Iterator[Entered]:
    seen: dict[Span, int] = {}
    for one in proposals:
        number = seen[one.span] = seen.get(one.span, 0) + 1
        yield _open_item(document, item_id(one.span, number), one)


def by_model(document: str, proposals: Iterable[Proposal]) -> Iterator[Entered]:
    """Yield the proposals of a language model as open items, beside those of the rules."""
    for number, one in enumerate(proposals, start=1):
        yield _open_item(document, f"{item_id(one.span)}-model-{number}", one)


def _open_item(document: str, name: str, one: Proposal) -> Entered:
    return Entered(
        id=name,
        document=document,
        span=one.span,
        quote=one.quote,
        fields=fields_of(one),
        days=one.days,
        is_quoted=one.is_quoted,
        rule=one.rule,
        note=one.note,
    )


def item_id(span: Span, number: int = 1) -> str:
    """Return the id of an item: where it stands; of several there, the later ones are numbered.

    Example:
        >>> item_id(Span(12, 40)), item_id(Span(12, 40), 2)
        ('12-40', '12-40-2')
    """
    place = f"{span.start}-{span.end}"
    return place if number == 1 else f"{place}-{number}"


def fields_of(one: Proposal) -> Fields:
    """Return a proposal as a form; a source that nobody graded is F, what it says 6."""
    return {
        "speaker": one.speaker,
        "speaker_party": list(one.speaker_parties),
        "standing": one.standing.value,
        "about": list(one.about),
        "kind": one.kind,
        "stance": one.stance.value,
        "firmness": one.firmness.value if one.firmness else None,
        "quantity": one.quantity,
        "unit": one.unit,
        "condition": one.condition,
        "expression": one.expression,
        "said_on": one.said_on.isoformat() if one.said_on else None,
        "paraphrase": quoted(one.quote),
        "attribution": one.attribution.value,
        "reliability": "F",
        "credibility": "6",
    }


def quoted(words: str) -> str:
    """Return the words of a passage as a paraphrase that says that they are not ours.

    Example:
        >>> quoted("a  tentative ceasefire")
        '“a tentative ceasefire”'
    """
    return f"“{' '.join(words.split())}”"


def empty_fields(quote: str) -> Fields:
    """Return the form of a sentence for which nothing was proposed: the writer asserts it."""
    return {
        "speaker": "",
        "speaker_party": [],
        "standing": "press",
        "about": [],
        "kind": "other",
        "stance": "asserted",
        "firmness": None,
        "quantity": "",
        "unit": "",
        "condition": "",
        "expression": "",
        "said_on": None,
        "paraphrase": quoted(quote),
        "attribution": "reported_by_other",
        "reliability": "F",
        "credibility": "6",
    }


def _reviewed(document: str, content: Mapping[str, Any]) -> Entered:
    try:
        return _read(document, content)
    except (BadDay, KeyError, TypeError, ValueError) as error:
        raise other_version(review_id(document, str(content["item"]))) from error


def _read(document: str, content: Mapping[str, Any]) -> Entered:
    return Entered(
        id=content["item"],
        document=document,
        span=Span(content["start"], content["end"]),
        quote=content["quote"],
        fields=content["fields"],
        days=tuple(NamedDay(text, day(on) if on else None) for text, on in content["days"]),
        is_quoted=content["is_quoted"],
        rule=content["rule"],
        note=content["note"],
        state=content["state"],
        verdicts=tuple(content["verdicts"]),
        statement=content["statement"],
        proposed=content["proposed"],
    )


def expression_of(pieces: Iterable[Piece], said: Statement) -> str:
    """Return the condition of a statement over ids, as its review has it; else nothing."""
    for piece in pieces:
        content = piece.content
        if piece.kind is Kind.REVIEW and "fields" in content and content["statement"] == said.id:
            return str(content["fields"]["expression"])
    return ""
