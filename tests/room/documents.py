"""Every document behind a screen, and every table of one, as one text."""

import json
from collections.abc import Mapping
from datetime import timedelta

from guarantor import room
from guarantor.export import Table

Told = tuple[list[Mapping[str, object]], list[Table]]


def screens(source: room.Source, options: room.Options) -> str:
    """Return all that is told without an assessment, document by document, table by table."""
    return _text(_lists(source, options), _single(source, options))


def assessed(source: room.Source, options: room.Options) -> str:
    """Return what is told out of an assessment, and what there is to ask for."""
    assessment = room.assess(source.operation, options)
    broken = room.broken(assessment)
    asks = room.asks(source.operation, options)
    tables = [
        room.broken_table(broken),
        room.answer_table(assessment),
        room.brief_table(assessment),
        room.asks_table(asks),
    ]
    return _text(([broken, room.answers(assessment)], tables))


def _text(*parts: Told) -> str:
    documents = [json.dumps(document) for made, _ in parts for document in made]
    return "\n".join([*documents, *(room.csv_text(one) for _, made in parts for one in made)])


def _lists(source: room.Source, options: room.Options) -> Told:
    operation = source.operation
    before = options.view(operation).as_known_on - timedelta(days=14)
    ledger = room.ledger_view(operation, options, compare=before)
    evidence = room.evidence_view(operation, options)
    line = room.timeline(operation, options)
    parties = room.party_list(operation, options)
    tables = [
        room.ledger_table(ledger),
        room.evidence_table(evidence),
        room.timeline_table(line),
        room.party_list_table(parties),
    ]
    others = [room.about(source, options), room.record(operation, options)]
    return [*others, ledger, evidence, line, parties], tables


def _single(source: room.Source, options: room.Options) -> Told:
    """Return every offer, statement and party by itself."""
    operation = source.operation
    view = options.view(operation)
    histories = [room.history(operation, options, name) for name in view.offers]
    statements = [room.statement_view(source, options, name) for name in view.statements]
    cards = [room.party_card(operation, options, code) for code in view.parties]
    tables = [
        *map(room.history_table, histories),
        *map(room.statement_table, statements),
        *map(room.party_table, cards),
    ]
    return [*histories, *statements, *cards], tables
