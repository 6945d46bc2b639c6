"""What does one party offer, say, refuse and wait for, and who waits for it?"""

from collections.abc import Sequence
from datetime import date

from guarantor.brief.document import LesserChance, PartyResult, R
from guarantor.errors import OutOfTime, OverBudget, TooLarge, UnknownId
from guarantor.model import Operation, View
from guarantor.room.contradictions import AGAINST, OF_WORDS, contradictions
from guarantor.room.discretion import is_discreet
from guarantor.room.evidence_documents import Contradiction
from guarantor.room.heading import asked
from guarantor.room.labels import labels
from guarantor.room.ledger_documents import LedgerRow
from guarantor.room.ledger_rows import days_of_change, ledger_rows
from guarantor.room.options import Options
from guarantor.room.party_documents import PartyCard, WaitsFor
from guarantor.room.results import party_results
from guarantor.room.rows import event_row, party_row, statement_row, term_rows
from guarantor.room.waited_for import waited_for
from guarantor.viability import Engine, Reading

_Joins = tuple[R[LesserChance] | None, R[LesserChance] | None]


def party_card(
    operation: Operation, options: Options, code: str, results: Sequence[PartyResult] | None = None
) -> PartyCard:
    """Return the card of a party (schema ``guarantor/party/1``).

    Args:
        operation: Everything on record.
        options: How it is asked.
        code: Which party.
        results: The chances of the parties under the same options, where they are at hand.

    Raises:
        UnknownId: The party, or what an option names, is not in view.
    """
    view = options.view(operation)
    if code not in view.parties:
        raise UnknownId(kind="party", name=code, known=view.parties)
    engine = Engine(view, options.question(view), options.method)
    row = party_row(view, view.parties[code])
    rows = ledger_rows(engine, days_of_change(operation, options, view), (), None)
    offers = [offer for offer in rows if offer["party"] == code]
    by_day = sorted(view.statements.values(), key=lambda one: one.published_on)
    said = [one for one in by_day if code in one.speaker_parties]
    said_of_it = [one for one in by_day if code in one.about and one not in said]
    joins, contributes = _chances(engine, code, results)
    return {
        "schema": "guarantor/party/1",
        **asked(view, engine.question, options),
        "party": row,
        "offers": offers,
        "said": list(map(statement_row, said)),
        "said_of_it": list(map(statement_row, said_of_it)),
        "refusals": [statement_row(one) for one in said if one.stance in AGAINST],
        "contradictions": [one for one in contradictions(view) if _is_side(one, code)],
        "waits_for": _waits_for(view, code, offers),
        "waited_for": waited_for(view, code),
        "events": [
            event_row(event)
            for event in sorted(view.events.values(), key=lambda one: one.day)
            if code in event.participants
        ],
        "last_heard": row["last_heard"],
        "days_since_heard": _days_since(view, row["last_heard"]),
        "lost": _lost(engine, code),
        "joins": joins,
        "contributes": contributes,
        "names": labels(view),
    }


def _waits_for(view: View, code: str, offers: list[LedgerRow]) -> list[WaitsFor]:
    party = view.parties[code]
    taking_part: list[WaitsFor] = [
        {"kind": "party", "id": code, "label": party.name, "term": term}
        for term in term_rows(view, party.terms)
    ]
    for row in offers:
        offer = view.offers[row["id"]]
        shared = [common.term for common in view.common_terms if common.binds(offer)]
        taking_part += [
            {"kind": "offer", "id": row["id"], "label": row["label"], "term": term}
            for term in term_rows(view, (*offer.terms, *shared))
        ]
    return taking_part


def _days_since(view: View, last_heard: str | None) -> int | None:
    return None if last_heard is None else (view.as_known_on - date.fromisoformat(last_heard)).days


def _is_side(one: Contradiction, code: str) -> bool:
    if one["code"] in OF_WORDS:
        return one["id"] == code
    speakers = (
        name
        for side in one["sides"]
        for row in side["statements"]
        for name in row["speaker_parties"]
    )
    return code in one["by"] or (one["code"] == "contested" and code in speakers)


def _lost(engine: Engine, code: str) -> dict[str, list[str]] | None:
    """Return the offers lost if the party stays out, by firmness, where that may be told."""
    if is_discreet(engine.view):
        return None
    found: dict[str, list[str]] = {}
    for offer in engine.lost_without(code):
        found.setdefault(engine.view.offers[offer].firmness.value, []).append(offer)
    return found


def _chances(engine: Engine, code: str, results: Sequence[PartyResult] | None) -> _Joins:
    """Return the chances that the party joins and that it contributes."""
    known = _worked_out(engine) if results is None else results
    rows = [row for row in known if row["code"] == code]
    return (rows[0]["joins"], rows[0]["contributes"]) if rows else (None, None)


def _worked_out(engine: Engine) -> list[PartyResult]:
    try:
        return party_results(engine, {reading: engine.chances(reading) for reading in Reading})
    except (OutOfTime, OverBudget, TooLarge):  # the card stands without its chances
        return []
