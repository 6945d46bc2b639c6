"""Deciding on the items of a document: accept, mend, reject, split, merge, add."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import pairwise
from typing import Literal, cast

from guarantor.errors import CannotDecide
from guarantor.model import PUBLIC, Action, Kind, Piece, Span, at_place
from guarantor.room.opening import Source, open_source
from guarantor.room.review.documents import Decision, Fields, Verdict
from guarantor.room.review.items import (
    CLOSED,
    OF_A_MODEL,
    OF_A_PERSON,
    Entered,
    empty_fields,
    item_id,
    quoted,
)
from guarantor.room.review.keeping import Act, keep, person, reasoned, told
from guarantor.room.review.naming import first_free
from guarantor.room.review.opened import Opened, open_document

Ending = Literal["accepted", "rejected"]
_ONE_WORD = re.compile(r"[A-Za-z0-9_]+")
"""What a kind has to be to stand within an id."""


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Who decides, on which document, for which audience it is shown.

    Attributes:
        name: The operation: a folder or a ledger file.
        document: Id of the document.
        by: Who decides.
        reason: Why, in words; may be empty.
        audience: The audience whose documents are reviewed.
        at: When, in UTC; now where left out.
    """

    name: str
    document: str
    by: str
    reason: str = ""
    audience: str = PUBLIC
    at: datetime | None = None

    @property
    def moment(self) -> datetime:
        """When it is decided."""
        return self.at or datetime.now(UTC)


def accept(wanted: Wanted, item: str, fields: Fields | None = None) -> Decision:
    """Accept an item, as it is proposed or as mended.

    Where two persons have to agree the first one's word waits for the second, who has to accept
    the very same; whoever mends it further is the first again.

    Raises:
        CannotDecide: It is decided already, or the same person accepted it, or the statement would
            have a fault.
        UnknownId: There is no such document or item.
    """
    source, opened = _opened(wanted)
    return _ended(wanted, source, opened, opened.item(item), ending="accepted", fields=fields)


def reject(wanted: Wanted, item: str) -> Decision:
    """Reject an item: it is kept, with who rejected it, and becomes no statement.

    Raises:
        CannotDecide: It is decided already, or the same person rejected it.
        UnknownId: There is no such document or item.
    """
    source, opened = _opened(wanted)
    return _ended(wanted, source, opened, opened.item(item), ending="rejected", fields=None)


def add(wanted: Wanted, span: Span, fields: Fields | None = None) -> Decision:
    """Add what nothing proposed: a stretch of the text, and the statement that it makes.

    Args:
        wanted: Who adds it, to which document.
        span: The stretch; the space around it is left out.
        fields: The statement; where left out the stretch waits as an open item.

    Raises:
        CannotDecide: The stretch holds no words, or the statement would have a fault.
    """
    source, opened = _opened(wanted)
    new = _new_item(opened, _trimmed(opened.text, span), fields)
    if fields is not None:
        return _ended(wanted, source, opened, new, ending="accepted", fields=fields)
    return _kept(wanted, source, [Act(Action.RECORD, new.piece())], f"added {new.id}", new)


def split(wanted: Wanted, item: str, at: Sequence[int]) -> Decision:
    """Part an item in two or more at some places of the text; the parts wait as open items.

    Raises:
        CannotDecide: It is decided already, or a part would hold no words.
    """
    source, opened = _opened(wanted)
    whole = _open_item(opened, item)
    edges = [whole.span.start, *sorted(set(at)), whole.span.end]
    if len(edges) < 3 or edges != sorted(set(edges)):  # noqa: PLR2004  two ends and a place between
        msg = f"{item} is parted within itself: give places between {edges[0]} and {edges[-1]}"
        raise CannotDecide(msg)
    parts = [
        _part(opened, whole, _trimmed(opened.text, Span(start, end)))
        for start, end in pairwise(edges)
    ]
    acts = [Act(Action.SPLIT, _closed(whole, "split", wanted).piece())]
    acts += [Act(Action.RECORD, part.piece()) for part in parts]
    names = ", ".join(one.id for one in parts)
    return _kept(wanted, source, acts, f"split {item} into {names}", parts[0])


def merge(wanted: Wanted, items: Sequence[str]) -> Decision:
    """Join items of one document into one, which waits as an open item with the first one's form.

    Raises:
        CannotDecide: There are fewer than two, or one is decided already.
    """
    source, opened = _opened(wanted)
    whole = sorted((_open_item(opened, name) for name in dict.fromkeys(items)), key=_place)
    if len(whole) < 2:  # noqa: PLR2004  to merge takes two
        msg = "two items or more are merged; name them"
        raise CannotDecide(msg)
    span = Span(whole[0].span.start, max(one.span.end for one in whole))
    new = _part(opened, whole[0], span)
    acts = [Act(Action.MERGE, _closed(one, "merged", wanted).piece()) for one in whole]
    acts.append(Act(Action.RECORD, new.piece()))
    names = " and ".join(one.id for one in whole)
    return _kept(wanted, source, acts, f"merged {names} into {new.id}", new)


def _place(one: Entered) -> tuple[int, int, str]:
    return (*one.span, one.id)


def _opened(wanted: Wanted) -> tuple[Source, Opened]:
    source = open_source(wanted.name)
    return source, open_document(source, wanted.audience, wanted.document)


def _open_item(opened: Opened, name: str) -> Entered:
    item = opened.item(name)
    _check_open(item)
    return item


def _check_open(item: Entered) -> None:
    if item.state in CLOSED:
        msg = f"{item.id} is {item.state} already; undo that first"
        raise CannotDecide(msg)


def _ended(
    wanted: Wanted,
    source: Source,
    opened: Opened,
    item: Entered,
    *,
    ending: Ending,
    fields: Fields | None,
) -> Decision:
    _check_open(item)
    decided = _with_verdict(item, ending, fields, wanted)
    final = replace(decided, state=ending)
    becomes: list[Act] = []
    if ending == "accepted":
        statement = _statement(source, opened, final)
        final = replace(final, statement=statement.id)
        becomes = [Act(Action.RECORD, statement)]
    if not _is_final(decided, source.operation.reviewers):
        waits = replace(decided, state="awaiting")
        acts = [_act(opened, waits)]
        return _kept(wanted, source, acts, f"{ending} {item.id}", waits, later=becomes)
    said = f"{ending} {item.id}" + (f" as {final.statement}" if becomes else "")
    return _kept(wanted, source, [*becomes, _act(opened, final)], said, final)


def _act(opened: Opened, item: Entered) -> Act:
    is_kept = any(one.id == item.id and _is_kept(one) for one in opened.items)
    return Act(Action.AMEND if is_kept else Action.RECORD, item.piece())


def _is_kept(item: Entered) -> bool:
    """Tell whether an item is on record already, and not just proposed by a rule."""
    is_of_a_rule = item.rule != OF_A_PERSON and not item.rule.startswith(OF_A_MODEL)
    return bool(item.verdicts) or not is_of_a_rule


def _with_verdict(item: Entered, ending: Ending, fields: Fields | None, wanted: Wanted) -> Entered:
    """Return an item with a person's word on it; a mended one forgets what was agreed before."""
    given = item.fields if fields is None else fields
    is_mended = given != item.fields
    earlier = () if is_mended else tuple(one for one in item.verdicts if one["decided"] == ending)
    who = person(wanted.by)
    if any(one["by"] == who for one in earlier):
        msg = f"{who} {ending} {item.id} already; another person has to agree"
        raise CannotDecide(msg)
    verdict: Verdict = {"by": who, "at": wanted.moment.isoformat(), "decided": ending}
    return replace(
        item,
        fields=given,
        proposed=item.proposed or (item.fields if is_mended else None),
        verdicts=(*earlier, verdict),
    )


def _is_final(item: Entered, reviewers: int) -> bool:
    return len({one["by"] for one in item.verdicts}) >= reviewers


def _closed(item: Entered, state: Literal["split", "merged"], wanted: Wanted) -> Entered:
    who = person(wanted.by)
    verdict: Verdict = {"by": who, "at": wanted.moment.isoformat(), "decided": state}
    return replace(item, state=state, verdicts=(*item.verdicts, verdict))


def _new_item(opened: Opened, span: Span, fields: Fields | None) -> Entered:
    quote = opened.text[span.start : span.end]
    return Entered(
        id=_free_id(opened, span),
        document=opened.known.id,
        span=span,
        quote=quote,
        fields=fields or empty_fields(quote),
        rule=OF_A_PERSON,
    )


def _part(opened: Opened, whole: Entered, span: Span) -> Entered:
    """Return a new item with another's form; its words are its own."""
    new = _new_item(opened, span, None)
    fields = cast("Fields", {**whole.fields, "paraphrase": quoted(new.quote)})
    return replace(new, fields=fields, days=whole.days, is_quoted=whole.is_quoted)


def _free_id(opened: Opened, span: Span) -> str:
    return first_free(item_id(span), {one.id for one in opened.items})


def _trimmed(text: str, span: Span) -> Span:
    start, end = max(span.start, 0), min(span.end, len(text))
    words = text[start:end]
    if not words.strip():
        msg = f"from {span.start} to {span.end} there are no words of the text"
        raise CannotDecide(msg)
    start += len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def _statement(source: Source, opened: Opened, item: Entered) -> Piece:
    """Return the statement that an item becomes, as the row of a folder."""
    known, fields = opened.known, item.fields
    if known.published_on is None or known.date_basis is None:
        msg = (
            f"{known.id} bears no day, and a statement is known from the day of its publication; "
            "give the document a day first"
        )
        raise CannotDecide(msg)
    name = _free_statement(source, fields, known.published_on.strftime("%Y%m%d"))
    row = {
        "id": name,
        "said_on": fields["said_on"] or "",
        "published_on": known.published_on.isoformat(),
        "date_basis": known.date_basis.value,
        "speaker": fields["speaker"],
        "speaker_party": ";".join(fields["speaker_party"]),
        "standing": fields["standing"],
        "about": ";".join(fields["about"]),
        "kind": fields["kind"],
        "stance": fields["stance"],
        "firmness": fields["firmness"] or "",
        "quantity": fields["quantity"],
        "unit": fields["unit"],
        "condition": fields["condition"],
        "paraphrase": fields["paraphrase"],
        "source": at_place(known.source, item.span),
        "attribution": fields["attribution"],
        "reliability": fields["reliability"],
        "credibility": fields["credibility"],
    }
    return Piece(kind=Kind.STATEMENT, id=name, content=row)


def _free_statement(source: Source, fields: Fields, day: str) -> str:
    parties = [*fields["about"], *fields["speaker_party"]]
    first = parties[0] if parties else "DOC"
    kind = fields["kind"] if _ONE_WORD.fullmatch(fields["kind"]) else "other"
    stem = f"{first}-{day}-{kind}"
    taken = source.operation.statements
    return next(name for n in range(1, len(taken) + 2) if (name := f"{stem}-{n}") not in taken)


def _kept(
    wanted: Wanted,
    source: Source,
    acts: Sequence[Act],
    said: str,
    item: Entered,
    *,
    later: Sequence[Act] = (),
) -> Decision:
    why = f"{said} of {wanted.document}"
    if item.state == "awaiting":
        why = f"{why}, awaiting another"
    reason = reasoned(why, wanted.reason)
    kept = keep(source, acts, by=wanted.by, reason=reason, at=wanted.at, later=later)
    return told(kept, why, document=wanted.document, item=item.id, statement=item.statement)
