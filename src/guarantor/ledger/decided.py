"""What decisions add: steps become part of what they are steps of; reviews stand aside."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from guarantor.errors import BrokenLedger, LostStep
from guarantor.model import PUBLIC, Content, Kind, Piece, day

_Key = tuple[Kind, str]
ASIDE = frozenset({Kind.REVIEW})
"""Kinds that say how the ledger came about, and nothing of the operation."""
_LISTS = {Kind.CONTRIBUTION: "steps", Kind.PROPOSITION: "record"}
_STATE = ("firmness", "quantity", "terms", "fulfilment", "evidence")
"""What a contribution without steps says in place of its one step."""


def folded(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return pieces with each step in the contribution or proposition that it is of.

    A step stands where its day puts it, on one day after those that are there. A contribution
    that had no steps gets its one step, known from the day when all its evidence was published.
    To whom the steps there are releasable stays as it was.

    Raises:
        BrokenLedger: A step or a review is not kept as this version keeps it.
        LostStep: A step is of something that does not stand any more.
    """
    for piece in pieces:
        _check_shape(piece)
    steps = [piece for piece in pieces if piece.kind is Kind.STEP]
    if not steps:
        return tuple(pieces)
    kept: dict[_Key, Piece] = {
        (piece.kind, piece.id): piece for piece in pieces if piece.kind is not Kind.STEP
    }
    published = {
        piece.id: str(piece.content["published_on"])
        for piece in pieces
        if piece.kind is Kind.STATEMENT
    }
    for step in steps:
        key = _owner(step, kept)
        kept[key] = _with_step(kept[key], step, published)
    return tuple(kept.values())


def other_version(name: str) -> BrokenLedger:
    """Return the refusal of a decision that is not kept as this version keeps it."""
    return BrokenLedger(
        f"{name} is not a decision as this version of guarantor keeps it; open it with the version "
        "that entered it"
    )


def _check_shape(piece: Piece) -> None:
    content = piece.content
    match piece.kind:
        case Kind.STEP:
            step = content.get("step")
            since = step.get("since") if isinstance(step, Mapping) else None
            if not isinstance(content.get("of"), str) or not isinstance(since, str):
                raise other_version(piece.id)
        case Kind.REVIEW:
            if not {"document", "item", "statement", "state"}.issubset(content):
                raise other_version(piece.id)


def _owner(step: Piece, kept: Mapping[_Key, Piece]) -> _Key:
    for kind in _LISTS:
        if (kind, str(step.content["of"])) in kept:
            return kind, str(step.content["of"])
    raise LostStep(step.id, str(step.content["of"]))


def _with_step(piece: Piece, step: Piece, published: Mapping[str, str]) -> Piece:
    content: dict[str, Any] = dict(piece.content)
    name = _LISTS[piece.kind]
    if piece.kind is Kind.CONTRIBUTION and not content.get(name):
        content = _with_its_one_step(content, published)
    released = content.get("releasable_to") or PUBLIC
    content[name] = _in_order(content.get(name) or (), step.content["step"], released)
    return Piece(kind=piece.kind, id=piece.id, content=content)


def _in_order(steps: Sequence[Content], new: Content, released: object) -> list[Content]:
    since = day(str(new["since"]))
    after = sum(1 for one in steps if day(str(one["since"])) <= since)
    earlier, later = list(steps[:after]), list(steps[after:])
    if later and "releasable_to" in new and "releasable_to" not in later[0]:
        # What says nothing of it is releasable as the step before it: as the one that was there.
        named = (one["releasable_to"] for one in reversed(earlier) if "releasable_to" in one)
        later[0] = {**later[0], "releasable_to": next(named, released)}
    return [*earlier, new, *later]


def _with_its_one_step(content: dict[str, Any], published: Mapping[str, str]) -> dict[str, Any]:
    state = {key: content.pop(key) for key in _STATE if key in content}
    days = [published[name] for name in state["evidence"] if name in published]
    return {**content, "steps": [{"since": max(days, key=day), **state}]}


def apart(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return the pieces that say something of the operation."""
    return tuple(piece for piece in pieces if piece.kind not in ASIDE)
