"""Steps: what an accepted statement implies for a contribution or a proposition."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from guarantor.errors import CannotDecide, UnknownId
from guarantor.ledger import view
from guarantor.model import (
    NEVER_OFFERED,
    OWN_WORD,
    PUBLIC,
    Firmness,
    Kind,
    Offer,
    Operation,
    Stance,
    Statement,
    View,
)
from guarantor.room.opening import Source
from guarantor.room.review.documents import Drafts, StepDraft
from guarantor.room.review.heading import review_heading
from guarantor.room.review.items import expression_of
from guarantor.room.review.naming import first_free
from guarantor.room.rows import statement_row

_STATES = {
    Stance.ASSERTED: "stands",
    Stance.PLEDGED: "stands",
    Stance.DENIED: "contested",
    Stance.REFUSED: "refused",
    Stance.CONDITIONAL: "open",
    Stance.REQUESTED: "open",
    Stance.SUSPENDED: "open",
    Stance.WITHDRAWN: "open",
}
"""What a statement makes of a proposition's record, for a person to mend; never a settled state."""
_FIRMNESS = {
    Stance.REFUSED: Firmness.DECLINED,
    Stance.WITHDRAWN: Firmness.WITHDRAWN,
    Stance.SUSPENDED: Firmness.SUSPENDED,
    Stance.UNDISCLOSED: Firmness.UNDISCLOSED,
}


def drafts(source: Source, statement: str, audience: str = PUBLIC) -> Drafts:
    """Return the steps that a statement implies (``guarantor/drafts/1``); often there is none.

    First those of contributions, then of propositions; a record of these is seen by everybody, so
    what stands in a document for some audiences only implies none. A draft is a form to be mended:
    nothing of it counts before somebody takes it.

    Raises:
        UnknownId: The audience sees no such statement.
    """
    seen = view(source.operation, audience=audience)
    if statement not in seen.statements:
        raise UnknownId(kind="statement", name=statement, known=seen.statements)
    said = seen.statements[statement]
    term = expression_of(source.pieces, said)
    releasable = audiences_of(source.operation, said)
    waiting = list(_waiting(source, seen, statement))
    implied = [
        *_of_contributions(seen, said, term, releasable),
        *(() if releasable else _of_propositions(seen, said, term)),
    ]
    return {
        "schema": "guarantor/drafts/1",
        **review_heading(seen),
        "statement": statement_row(said),
        "drafts": [*waiting, *(one for one in implied if not _is_among(one, waiting))],
    }


def _is_among(draft: StepDraft, others: Iterable[StepDraft]) -> bool:
    """Tell whether a step is one of others, whatever is said of it."""
    key = (draft["kind"], draft["of"], draft["content"])
    return any(key == (one["kind"], one["of"], one["content"]) for one in others)


def _waiting(source: Source, seen: View, statement: str) -> Iterator[StepDraft]:
    """Yield the steps that somebody took already and that wait for another person's word."""
    for piece in source.pieces:
        content = piece.content
        if piece.kind is not Kind.REVIEW or not content.get("draft"):
            continue
        draft = content["draft"]
        is_new = draft["kind"] == "contribution"
        is_known = draft["of"] in {*seen.offers, *seen.propositions}
        if content["statement"] == statement and (is_new or is_known):
            yield {
                "kind": draft["kind"],
                "of": draft["of"],
                "title": f"{draft['of']}, as {content['by']} took it",
                "why": f"{content['by']} took this step; it counts once another person takes it.",
                "content": draft["content"],
                "awaiting": content["by"],
            }


def _of_contributions(
    seen: View, said: Statement, term: str, releasable: list[str]
) -> Iterator[StepDraft]:
    firmness = said.firmness or _FIRMNESS.get(said.stance)
    if firmness is None:
        return
    for party in said.about or said.speaker_parties:
        if party not in seen.parties:
            continue
        step = _step(said, firmness, term, is_own=party in said.speaker_parties)
        if releasable:
            step["releasable_to"] = releasable
        found = [one for one in seen.offers.values() if _is_of(seen, one, party, said.kind)]
        for offer in found:
            yield {
                "kind": "step",
                "of": offer.id,
                "title": f"A step of {offer.id}: {firmness.value}",
                "why": f"{said.id} speaks of {said.kind} of {party}, as what {offer.id} rests on.",
                "content": _in_unit(step, said, offer),
            }
        if not found and firmness not in NEVER_OFFERED:
            yield _new(seen, said, party, step)


def _step(said: Statement, firmness: Firmness, term: str, *, is_own: bool) -> dict[str, Any]:
    step: dict[str, Any] = {"since": said.published_on.isoformat(), "firmness": firmness.value}
    if said.quantity:
        low, _, high = said.quantity.partition("-")
        step["quantity"] = {"low": _number(low), "high": _number(high)} if high else _number(low)
    if term:
        basis = "stated" if is_own and said.attribution in OWN_WORD else "reported"
        step["terms"] = [{"if": term, "basis": basis, "evidence": [said.id]}]
    return {**step, "evidence": [said.id]}


def _number(text: str) -> int | float:
    return int(text) if text.isdigit() else float(text)


def _in_unit(step: dict[str, Any], said: Statement, offer: Offer) -> dict[str, Any]:
    """Return a step without the amount where it is not in the contribution's unit, and say so."""
    if "quantity" not in step or said.unit == offer.unit:
        return step
    amount = f"{said.quantity} {said.unit}".strip()
    rest = {key: value for key, value in step.items() if key != "quantity"}
    return {**rest, "note": f"Names {amount}, which is not in {offer.unit or 'its unit'}."}


def _new(seen: View, said: Statement, party: str, step: dict[str, Any]) -> StepDraft:
    capability = _capability(seen, said.kind)
    name = first_free(f"{party.lower()}-{capability.replace('_', '-')}", seen.offers)
    content = {"id": name, "party": party, "capability": capability, "unit": said.unit}
    return {
        "kind": "contribution",
        "of": name,
        "title": f"A new contribution of {party}: {capability.replace('_', ' ')}",
        "why": f"{said.id} speaks of an offer of {party}, and nothing on record rests on such.",
        "content": {**{k: v for k, v in content.items() if v}, "steps": [step]},
    }


def _capability(seen: View, kind: str) -> str:
    """Return the capability that most offers resting on statements of a kind have."""
    named = [
        one.capability
        for one in seen.offers.values()
        if one.capability and _rests_on_kind(seen, one, kind)
    ]
    return max(sorted(set(named)), key=named.count, default=kind or "undisclosed")


def _is_of(seen: View, offer: Offer, party: str, kind: str) -> bool:
    return offer.party == party and (offer.capability == kind or _rests_on_kind(seen, offer, kind))


def _rests_on_kind(seen: View, offer: Offer, kind: str) -> bool:
    cited = (seen.statements[name] for name in offer.evidence if name in seen.statements)
    return any(one.kind == kind for one in cited)


def _of_propositions(seen: View, said: Statement, term: str) -> Iterator[StepDraft]:
    state = _STATES.get(said.stance)
    if state is None or (said.firmness is not None and said.stance is not Stance.CONDITIONAL):
        return
    parties = {*said.about, *said.speaker_parties}
    for one in seen.propositions.values():
        cited = [*one.evidence, *(name for row in one.record for name in row.evidence)]
        rows = [seen.statements[name] for name in cited if name in seen.statements]
        if any(
            row.kind == said.kind and parties & {*row.about, *row.speaker_parties} for row in rows
        ):
            yield {
                "kind": "record",
                "of": one.id,
                "title": f"A record of {one.id}: {state}",
                "why": f"{said.id} speaks of what the record of {one.id} rests on.",
                "content": {
                    "since": said.published_on.isoformat(),
                    "is": state,
                    "evidence": [said.id],
                    **({"note": f"On the condition {term}."} if term else {}),
                },
            }


def audiences_of(operation: Operation, said: Statement) -> list[str]:
    """Return to whom a step may be released at most: to whom its document is; nothing for all."""
    for one in operation.documents.values():
        if one.source == said.address and PUBLIC not in one.releasable_to:
            return list(one.releasable_to)
    return []


def checked(draft: StepDraft, said: Statement, audiences: Sequence[str]) -> None:
    """Check that a draft rests on the statement from which it was drafted.

    Args:
        draft: What is to be taken.
        said: The statement.
        audiences: To whom it may be released at most; nothing for all.

    Raises:
        CannotDecide: It does not, or says not since when, or more may see it than the document of
            the statement.
    """
    content = draft["content"]
    is_new = draft["kind"] == "contribution"
    steps = content.get("steps", [content]) if is_new else [content]
    is_whole = is_new and "steps" not in content  # known once its evidence was published
    if not isinstance(steps, list) or not all(is_whole or _is_dated(one) for one in steps):
        msg = "a step, or a record, says since when it was known; give the day as since"
        raise CannotDecide(msg)
    if not all(said.id in _listed(one.get("evidence")) for one in steps):
        msg = f"the step does not cite {said.id}; a step rests on the statement it is drafted from"
        raise CannotDecide(msg)
    released = [set(_listed(_given(content, one))) for one in steps]
    if audiences and (
        draft["kind"] == "record" or not all(map(set(audiences).issuperset, released))
    ):
        msg = (
            f"{said.id} stands in a document for {' and '.join(audiences)} only; name no one else "
            "in releasable_to of the step"
        )
        raise CannotDecide(msg)


def _is_dated(step: object) -> bool:
    return isinstance(step, dict) and isinstance(step.get("since"), str)


def _given(content: dict[str, Any], step: dict[str, Any]) -> object:
    """Return to whom a step is releasable; where nothing says so, to everybody."""
    return step.get("releasable_to", content.get("releasable_to", PUBLIC))


def _listed(value: object) -> list[str]:
    """Return what a list, or a single word in its place, names."""
    return [str(one) for one in (value if isinstance(value, list) else [value])]
