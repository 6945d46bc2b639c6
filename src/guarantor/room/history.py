"""How did an offer come to stand as it does?"""

from collections.abc import Iterable

from guarantor.errors import UnknownId
from guarantor.ledger import Change
from guarantor.model import Operation, View
from guarantor.room.heading import asked
from guarantor.room.ledger_documents import History, HistoryEntry
from guarantor.room.ledger_rows import days_of_change, ledger_rows
from guarantor.room.news import news, seen_on
from guarantor.room.options import Options
from guarantor.room.rows import number, statement_row, term_rows
from guarantor.viability import Engine, is_stated


def history(operation: Operation, options: Options, offer_id: str) -> History:
    """Return an offer as it stands, and how it stood each time that something of it changed.

    Entries are worked out from what the audience saw day by day (schema ``guarantor/history/1``),
    up to the day asked from; what its party said of taking part at all is among what changed.

    Raises:
        UnknownId: The offer, or what an option names, is not in view.
    """
    view = options.view(operation)
    if offer_id not in view.offers:
        where = f" in view for {view.audience} as known on {view.as_known_on}"
        raise UnknownId(kind="offer", name=offer_id, known=view.offers, where=where)
    engine = Engine(view, options.question(view), options.method)
    rows = ledger_rows(engine, days_of_change(operation, options, view), (), None)
    party = view.offers[offer_id].party
    entries = []
    for one in news(operation, options):
        found = one.about(offer_id, party)
        if found and one.day <= view.as_known_on:
            then = seen_on(operation, options, one.day)
            if offer_id in then.offers:
                entries.append(_entry(then, offer_id, found))
    return {
        "schema": "guarantor/history/1",
        **asked(view, engine.question, options),
        "row": next(row for row in rows if row["id"] == offer_id),
        "entries": entries,
    }


def _entry(then: View, offer_id: str, found: Iterable[Change]) -> HistoryEntry:
    offer = then.offers[offer_id]
    quantity = offer.quantity
    basis = "stated" if is_stated(offer, then) else "reported"
    cited = dict.fromkeys(name for change in found for name in change.evidence)
    return {
        "day": then.as_known_on.isoformat(),
        "changes": [change.sentence for change in found],
        "firmness": offer.firmness.value,
        "is_offer": offer.firmness.is_offer,
        "unit": offer.unit,
        "quantity": str(quantity),
        "quantity_low": number(quantity.low) or 0,
        "quantity_high": number(quantity.high),
        "quantity_basis": basis if quantity.is_disclosed else "undisclosed",
        "terms": term_rows(then, then.terms_of(offer)),
        "caveats": list(offer.caveats),
        "note": offer.note,
        "evidence": [
            statement_row(then.statements[name]) for name in cited if name in then.statements
        ],
    }
