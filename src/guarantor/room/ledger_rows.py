"""Rows of the ledger: the offers in view, with what changed of them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from guarantor.ledger import Change, ChangeKind, changes
from guarantor.model import LADDER, Firmness, Operation, View
from guarantor.room.labels import capability_words, labels
from guarantor.room.ledger_documents import ChangeRow, LedgerRow
from guarantor.room.naming import party_name
from guarantor.room.news import news, seen_on
from guarantor.room.options import Options
from guarantor.room.rows import offer_row
from guarantor.viability import Engine


def ledger_rows(
    engine: Engine, days: Counter[str], since: Sequence[Change], before: View | None
) -> list[LedgerRow]:
    """Return every offer in view.

    Args:
        engine: What was asked.
        days: On how many days something of an offer became known.
        since: What changed since the day compared with.
        before: What was in view that day; ``None`` where none is compared.
    """
    view = engine.view
    called = labels(view)
    told: dict[str, list[str]] = {}
    for change in since:
        if change.kind is ChangeKind.OFFER:
            told.setdefault(change.id, []).append(change.sentence)
    return [
        {
            **offer_row(engine, offer),
            "label": called[offer.id],
            "party_name": party_name(view, offer.party),
            "capability_words": capability_words(offer.capability),
            "days": days[offer.id],
            "is_new": before is not None and offer.id not in before.offers,
            "changed": " ".join(told[offer.id]) if offer.id in told else None,
        }
        for offer in view.offers.values()
    ]


def days_of_change(operation: Operation, options: Options, view: View) -> Counter[str]:
    """Return on how many days something of each offer became known, up to the day asked from."""
    counted: Counter[str] = Counter()
    known: set[str] = set()
    for one in news(operation, options):
        if one.day > view.as_known_on:
            break
        told = (*one.changes, *one.repeated)
        offers = {change.id for change in told if change.kind is ChangeKind.OFFER}
        parties = {change.id for change in told if change.kind is ChangeKind.PARTY_TERM}
        known |= offers & view.offers.keys()
        touched = {name for name in known if view.offers[name].party in parties}
        counted.update((offers & known) | touched)
    return counted


def changes_since(
    operation: Operation, options: Options, view: View, compare: date | None
) -> tuple[View | None, tuple[Change, ...]]:
    """Return what was in view on another day, and what changed since."""
    if compare is None:
        return None, ()
    before = seen_on(operation, options, compare)
    return before, changes(before, view)


def change_rows(found: Iterable[Change]) -> list[ChangeRow]:
    """Return changes as documents tell them."""
    return [
        {
            "kind": change.kind.value,
            "id": change.id,
            "key": change.key,
            "before": change.before,
            "after": change.after,
            "evidence": list(change.evidence),
            "sentence": change.sentence,
        }
        for change in found
    ]


def rung(firmness: str) -> int:
    """Return how firm a word is: the ladder from 0 up, what is never offered below it."""
    word = Firmness(firmness)
    return LADDER.index(word.rung) if word.is_offer else -1
