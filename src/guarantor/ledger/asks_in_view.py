"""The asks known on a day, to an audience."""

from collections.abc import Callable, Container
from dataclasses import replace

from guarantor.ledger.known import Known
from guarantor.ledger.visibility import visible_asks
from guarantor.model import (
    Ask,
    AskAnswer,
    Change,
    ChangeKind,
    Condition,
    Operation,
    parse_condition,
)


def asks_in_view(
    operation: Operation,
    known: Known,
    in_view: Container[str],
    scrubbed: Callable[[Condition], Condition],
    *,
    audience: str,
) -> dict[str, Ask]:
    """Return the asks put by the day, each open until the day it was answered.

    Like a record, an ask whose every statement is left out is gone. So is one of something that is
    not in view.

    Args:
        operation: Everything on record.
        known: What counts as known.
        in_view: The ids of parties, propositions and offers in view.
        scrubbed: Rewrites a condition so that it names only what is in view.
        audience: For whom the view is made.
    """
    visible = visible_asks(operation, audience)
    return {
        name: _in_view(ask, known, scrubbed)
        for name, ask in operation.asks.items()
        if name in visible
        and ask.asked_on <= known.day
        and (not ask.evidence or known.still(ask.evidence))
        and (ask.change is None or ask.change.subject in in_view)
    }


def _in_view(ask: Ask, known: Known, scrubbed: Callable[[Condition], Condition]) -> Ask:
    is_answered = ask.answered_on is not None and ask.answered_on <= known.day
    return replace(
        ask,
        change=ask.change and _change(ask.change, scrubbed),
        answer=ask.answer if is_answered else AskAnswer.OPEN,
        answered_on=ask.answered_on if is_answered else None,
        releasable_to=tuple(name for name in ask.releasable_to if name in known.audiences),
        evidence=known.cited(ask.evidence),
    )


def _change(change: Change, scrubbed: Callable[[Condition], Condition]) -> Change:
    """Return a change whose term reads as the term itself does in the view."""
    if change.kind is not ChangeKind.DROP or change.detail == "undisclosed":
        return change
    return replace(change, detail=str(scrubbed(parse_condition(change.detail))))
