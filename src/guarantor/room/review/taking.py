"""Taking a step: what an accepted statement implies is entered, and then its effect is shown."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from guarantor.brief import Assessment, brief_answers
from guarantor.errors import CannotDecide, UnknownId
from guarantor.ledger import changes, view
from guarantor.ledger.visibility import visible_contributions, visible_statements
from guarantor.model import PUBLIC, Action, Kind, Piece, Statement
from guarantor.room.assess import assess
from guarantor.room.chances import ChanceBook
from guarantor.room.opening import Source, open_source
from guarantor.room.options import Options
from guarantor.room.review.documents import Decision, Effect, StepDraft, Turned
from guarantor.room.review.keeping import Act, Kept, keep, person, reasoned, told
from guarantor.room.review.naming import first_free
from guarantor.room.review.steps import audiences_of, checked
from guarantor.room.review.undoing import NEW_OFFER


def take(
    name: str,
    statement: str,
    draft: StepDraft,
    *,
    by: str,
    reason: str = "",
    audience: str = PUBLIC,
    at: datetime | None = None,
) -> Decision:
    """Enter a step, a new contribution or a record, and return what that changed.

    Where two persons have to agree, the first one's step waits until another takes the very same.

    Raises:
        CannotDecide: It does not rest on the statement, the same person took it already, or the
            operation would have a fault.
        UnknownId: The audience sees no such statement, contribution or proposition.
    """
    source = open_source(name)
    draft = _named(draft)
    rests_on = _statement(source, statement, audience)
    checked(draft, rests_on, audiences_of(source.operation, rests_on))
    _check_owner(source, draft, audience)
    who = person(by)
    waiting = _waiting(source, statement, draft)
    said = f"{_verb(draft)} {draft['of']} on {statement}"
    acts = [Act(Action.RECORD, _piece(source, statement, draft))]
    if source.operation.reviewers > 1:
        if waiting is None:
            return _first_word(source, statement, draft, acts, by=who, said=said, at=at)
        if waiting.content["by"] == who:
            msg = f"{who} took this step already; another person has to agree"
            raise CannotDecide(msg)
    if waiting is not None:
        acts.append(Act(Action.WITHDRAW, waiting))
    why = reasoned(said, reason)
    kept = keep(source, acts, by=who, reason=why, at=at)
    return {**told(kept, said, statement=statement), "effect": effect(kept, audience)}


def _statement(source: Source, name: str, audience: str) -> Statement:
    seen = visible_statements(source.operation, audience)
    if name not in seen:
        raise UnknownId(kind="statement", name=name, known=seen)
    return source.operation.statements[name]


def _named(draft: StepDraft) -> StepDraft:
    """Return a draft of the thing that it names: a new contribution may have been renamed."""
    name = draft["content"].get("id")
    is_new = draft["kind"] == "contribution"
    return {**draft, "of": name} if is_new and isinstance(name, str) else draft


def _check_owner(source: Source, draft: StepDraft, audience: str) -> None:
    """Check that a step is of what the audience sees, and that what is new is new."""
    name, operation = draft["of"], source.operation
    if draft["kind"] == "contribution":
        if name in operation.contributions:
            msg = f"there is a contribution {name} already; take a step of it, or give another id"
            raise CannotDecide(msg)
        return
    is_step = draft["kind"] == "step"
    known = visible_contributions(operation, audience) if is_step else operation.propositions
    if name not in known:
        kind = "contribution" if is_step else "proposition"
        raise UnknownId(kind=kind, name=name, known=known)


def _verb(draft: StepDraft) -> str:
    return {
        "step": "recorded a step of",
        "contribution": NEW_OFFER.rstrip(),
        "record": "recorded a state of",
    }[draft["kind"]]


def _piece(source: Source, statement: str, draft: StepDraft) -> Piece:
    content: dict[str, Any] = draft["content"]
    if draft["kind"] == "contribution":
        return Piece(kind=Kind.CONTRIBUTION, id=draft["of"], content=content)
    taken = {piece.id for piece in source.pieces} | {
        entry.draft.piece.id for entry in source.entries
    }
    stem = f"{draft['of']}+{statement}"
    name = first_free(stem, taken, "+")
    return Piece(kind=Kind.STEP, id=name, content={"of": draft["of"], "step": content})


def _review(statement: str, draft: StepDraft, by: str) -> Piece:
    content = {
        "document": "",
        "item": "",
        "statement": statement,
        "state": "awaiting",
        "by": by,
        "draft": {"kind": draft["kind"], "of": draft["of"], "content": draft["content"]},
    }
    return Piece(kind=Kind.REVIEW, id=f"step/{statement}/{draft['of']}", content=content)


def _waiting(source: Source, statement: str, draft: StepDraft) -> Piece | None:
    """Return the same step as somebody took it who waits for another person's word."""
    for piece in source.pieces:
        content = piece.content
        if piece.kind is Kind.REVIEW and content.get("draft") and content["statement"] == statement:
            of_it = content["draft"]
            if all(of_it[key] == draft[key] for key in ("kind", "of", "content")):
                return piece
    return None


def _first_word(
    source: Source,
    statement: str,
    draft: StepDraft,
    later: Sequence[Act],
    *,
    by: str,
    said: str,
    at: datetime | None,
) -> Decision:
    review = _review(statement, draft, by)
    is_known = any(one.kind is Kind.REVIEW and one.id == review.id for one in source.pieces)
    acts = [Act(Action.AMEND if is_known else Action.RECORD, review)]
    said = f"{said}, awaiting another"
    kept = keep(source, acts, by=by, reason=said, at=at, later=later)
    return told(kept, said, statement=statement)


def effect(kept: Kept, audience: str = PUBLIC) -> Effect:
    """Return what a decision changed in the answer, for an audience."""
    options = Options(audience=audience)
    before, after = (
        view(source.operation, audience=audience) for source in (kept.before, kept.after)
    )
    was, now = (_answered(source, options) for source in (kept.before, kept.after))
    return {
        "changes": [one.sentence for one in changes(before, after)],
        "answers": _turned(was, now),
        "chance_before": _chance(was),
        "chance_after": _chance(now),
    }


def _answered(source: Source, options: Options) -> Assessment | None:
    """Return the assessment; nothing where it would take too long to be waited for."""
    if ChanceBook(source.operation).is_large(options):
        return None
    return assess(source.operation, options)


def _turned(was: Assessment | None, now: Assessment | None) -> list[Turned]:
    if was is None or now is None:
        return []
    pairs = zip(brief_answers(was)["answers"], brief_answers(now)["answers"], strict=True)
    turned: list[Turned] = []
    for old, new in pairs:
        before = [old["text"], *(point["text"] for point in old["points"])]
        after = [new["text"], *(point["text"] for point in new["points"])]
        if before != after:
            turned.append(
                {
                    "question": new["title"],
                    "before": [one for one in before if one not in after],
                    "after": [one for one in after if one not in before],
                }
            )
    return turned


def _chance(document: Assessment | None) -> str:
    if document is None:
        return ""
    low, high = (document["chance"]["moving_together"][end] for end in ("low", "high"))
    return f"{low:.0%}" if low == high else f"{low:.0%} to {high:.0%}"
