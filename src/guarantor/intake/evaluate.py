"""Measures proposals against texts labelled by hand: precision, recall and F, with intervals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from guarantor.intake.actors.mentions import mentions
from guarantor.intake.days import days
from guarantor.intake.figures import TITLE, Count, Score, as_json, row, score
from guarantor.intake.gold import GoldClause, GoldDocument, GoldStatement
from guarantor.intake.wording import is_same_condition, is_same_speaker
from guarantor.model import Document, Proposal, Span, Stance

Proposer = Callable[[Document, date | None], Sequence[Proposal]]
"""What is measured: a document and its day in, proposals out."""

SCHEMA = "guarantor/intake-evaluation/1"
STEPS = (
    "actors",
    "days",
    "clause found",
    "speaker",
    "party",
    "standing",
    "about",
    "stance",
    "kind",
    "firmness",
    "quantity",
    "condition",
)
"""What is measured, in the order in which an evaluation tells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """How good proposals are on labelled texts.

    Attributes:
        documents: How many texts.
        clauses: How many clauses are labelled.
        statements: How many of them hold a statement.
        proposals: How many proposals were made.
        scores: The figures of each step.
        stances: The figures of each stance.
    """

    documents: int
    clauses: int
    statements: int
    proposals: int
    scores: tuple[Score, ...]
    stances: tuple[Score, ...]

    def as_json(self) -> dict[str, object]:
        """Return the evaluation as plain values, ready for JSON."""
        return {
            "schema": SCHEMA,
            "documents": self.documents,
            "clauses": self.clauses,
            "statements": self.statements,
            "proposals": self.proposals,
            "steps": [as_json(one) for one in self.scores],
            "stances": [as_json(one) for one in self.stances],
        }

    def __str__(self) -> str:
        """Return the evaluation as a table."""
        head = (
            f"{self.documents} documents, {self.clauses} clauses, {self.statements} statements, "
            f"{self.proposals} proposals"
        )
        rows = [*map(row, self.scores), "", *map(row, self.stances)]
        return "\n".join((head, "", TITLE, *rows))


def evaluate(documents: Sequence[GoldDocument], proposer: Proposer) -> Evaluation:
    """Return how good proposals are on labelled texts.

    A proposal belongs to the labelled clause of which it covers more than half, where it covers
    no other more; the first to belong to a clause counts, each further one is wrong. A field is
    proposed where a proposal fills it, wanted where the label does. *Clause found* asks only
    whether a statement was seen; of every other step an unseen statement counts as missed.

    Args:
        documents: The labelled texts.
        proposer: What is measured.

    Returns:
        The figures, in the order of :data:`STEPS`.
    """
    counted = [_of_document(one, tuple(proposer(one.document, one.dated))) for one in documents]
    return Evaluation(
        documents=len(documents),
        clauses=sum(len(one.clauses) for one in documents),
        statements=sum(clause.statement is not None for one in documents for clause in one.clauses),
        proposals=sum(one["clause found"].proposed for one in counted),
        scores=tuple(score(name, [one[name] for one in counted]) for name in STEPS),
        stances=tuple(score(name, [one[name] for one in counted]) for name in Stance),
    )


# ---- one document -------------------------------------------------------------------------------


def _of_document(gold: GoldDocument, proposals: tuple[Proposal, ...]) -> dict[str, Count]:
    paired = pairs(gold.clauses, proposals)
    wanted = [clause.statement for clause in gold.clauses if clause.statement is not None]
    matched = [(made, label) for made, label in paired if label is not None]
    counts = {
        "actors": _actors(gold),
        "days": _days(gold),
        "clause found": Count(len(matched), len(proposals), len(wanted)),
    }
    for name, (proposed, labelled, is_same) in _FIELDS.items():
        counts[name] = Count(
            sum(
                1
                for made, label in matched
                if labelled(label) and proposed(made) and is_same(made, label)
            ),
            sum(1 for made in proposals if proposed(made)),
            sum(1 for label in wanted if labelled(label)),
        )
    for stance in Stance:
        counts[stance] = Count(
            sum(1 for made, label in matched if made.stance == label.stance == stance),
            sum(1 for made in proposals if made.stance is stance),
            sum(1 for label in wanted if label.stance is stance),
        )
    return counts


def pairs(
    clauses: Sequence[GoldClause], proposals: Sequence[Proposal]
) -> list[tuple[Proposal, GoldStatement | None]]:
    """Return each proposal with the label of its clause; ``None`` where it has none of its own."""
    taken: set[Span] = set()
    found = []
    for made in proposals:
        clause = max(clauses, key=lambda one: _shared(made.span, one.span), default=None)
        is_own = (
            clause is not None
            and clause.span not in taken
            and 2 * _shared(made.span, clause.span) > clause.span.end - clause.span.start
        )
        if clause is not None and is_own:
            taken.add(clause.span)
        found.append((made, clause.statement if clause is not None and is_own else None))
    return found


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


class _Field(NamedTuple):
    """How a field is compared: what is proposed, what is labelled, and whether they agree."""

    proposed: Callable[[Proposal], object]
    labelled: Callable[[GoldStatement], object]
    is_same: Callable[[Proposal, GoldStatement], bool]


_FIELDS: dict[str, _Field] = {
    "speaker": _Field(
        lambda made: made.speaker,
        lambda label: label.speaker,
        lambda made, label: is_same_speaker(made.speaker, label.speaker),
    ),
    "party": _Field(
        lambda made: made.speaker_parties,
        lambda label: label.party,
        lambda made, label: set(made.speaker_parties) == set(label.party),
    ),
    "standing": _Field(
        lambda made: made.standing,
        lambda label: label.standing,
        lambda made, label: made.standing is label.standing,
    ),
    "about": _Field(
        lambda made: made.about,
        lambda label: label.about,
        lambda made, label: set(made.about) == set(label.about),
    ),
    "stance": _Field(
        lambda made: made.stance,
        lambda label: label.stance,
        lambda made, label: made.stance is label.stance,
    ),
    "kind": _Field(
        lambda made: made.kind,
        lambda label: label.kind,
        lambda made, label: made.kind == label.kind,
    ),
    "firmness": _Field(
        lambda made: made.firmness,
        lambda label: label.firmness,
        lambda made, label: made.firmness is label.firmness,
    ),
    "quantity": _Field(
        lambda made: made.quantity,
        lambda label: label.quantity,
        lambda made, label: (made.quantity, made.unit) == (label.quantity, label.unit),
    ),
    "condition": _Field(
        lambda made: made.condition,
        lambda label: label.condition,
        lambda made, label: is_same_condition(made.condition, label.condition),
    ),
}


def _places(text: str, quote: str) -> list[Span]:
    found, at = [], text.find(quote)
    while at >= 0 and quote:
        found.append(Span(at, at + len(quote)))
        at = text.find(quote, at + 1)
    return found


def _actors(gold: GoldDocument) -> Count:
    """Count names: each wording once, right where a label of the same party overlaps it."""
    made = mentions(gold.text, on=gold.dated)
    labelled = [(place, code) for quote, code in gold.actors for place in _places(gold.text, quote)]
    worded = {(gold.text[one.span.start : one.span.end], one.code) for one in made}
    right = {
        (gold.text[one.span.start : one.span.end], one.code)
        for one in made
        if any(_shared(one.span, place) and one.code == code for place, code in labelled)
    }
    found = sum(
        any(
            _shared(one.span, place) and one.code == code
            for place in _places(gold.text, quote)
            for one in made
        )
        for quote, code in gold.actors
    )
    return _two_sided(len(right), len(worded), found, len(gold.actors))


def _two_sided(right: int, proposed: int, found: int, wanted: int) -> Count:
    """Return a count where several wordings may be right by one label.

    Further wordings of what is right already are no errors: they are left out.
    """
    return Count(found, found + proposed - right, wanted)


def _days(gold: GoldDocument) -> Count:
    made = {(one.text, one.day, one.span) for one in days(gold.text, dated=gold.dated)}
    worded = {(text, day) for text, day, _ in made}
    labelled = [(place, day) for quote, day in gold.days for place in _places(gold.text, quote)]
    right = {
        (text, day)
        for text, day, span in made
        if any(_shared(span, place) and day == wanted for place, wanted in labelled)
    }
    found = sum(
        any(
            _shared(span, place) and day == wanted
            for place in _places(gold.text, quote)
            for _, day, span in made
        )
        for quote, wanted in gold.days
    )
    return _two_sided(len(right), len(worded), found, len(gold.days))
