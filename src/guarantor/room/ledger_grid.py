"""The grid of the ledger: what each party offers of each capability."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from guarantor.model import Offer, View, say_range
from guarantor.room.labels import capability_words
from guarantor.room.ledger_documents import Amount, Axis, Grid, GridCell, LedgerRow
from guarantor.room.ledger_rows import rung
from guarantor.room.naming import party_name
from guarantor.room.rows import number

Key = tuple[str, str | None]
Basis = Literal["stated", "reported"]
_BASES: tuple[Basis, ...] = ("stated", "reported")


def grid(view: View, rows: Sequence[LedgerRow]) -> Grid:
    """Return the rows by party and capability.

    What is declined, withdrawn, denied or on hold stands in its cell and adds nothing to it; what
    is part of another offer is counted there already.
    """
    cells: dict[Key, list[LedgerRow]] = {}
    for row in rows:
        cells.setdefault((row["party"], row["capability"]), []).append(row)
    parties = sorted(
        {party for party, _ in cells}, key=lambda code: party_name(view, code).casefold()
    )
    kinds = sorted({kind for _, kind in cells}, key=lambda kind: (kind is None, kind or ""))
    return {
        "parties": [{"id": code, "label": party_name(view, code)} for code in parties],
        "capabilities": [_kind(kind) for kind in kinds],
        "cells": [
            _cell(view, (party, kind), cells[party, kind])
            for party in parties
            for kind in kinds
            if (party, kind) in cells
        ],
    }


def _kind(kind: str | None) -> Axis:
    return {"id": kind, "label": "undisclosed" if kind is None else capability_words(kind)}


def _cell(view: View, key: Key, rows: list[LedgerRow]) -> GridCell:
    party, kind = key
    counted = [row for row in rows if row["is_offer"] and row["part_of"] is None]
    return {
        "party": party,
        "capability": kind,
        "offers": [row["id"] for row in rows],
        "firmest": max(rows, key=lambda row: rung(row["firmness"]))["firmness"],
        "amounts": _amounts(view, counted),
        "undisclosed": sum(row["quantity_basis"] == "undisclosed" for row in counted),
    }


def _amounts(view: View, rows: list[LedgerRow]) -> list[Amount]:
    """Return what the offers of a cell sum to, stated before reported, unit by unit."""
    parts: dict[tuple[Basis, str], list[Offer]] = {}
    for basis in _BASES:
        for row in rows:
            if row["quantity_basis"] == basis:
                parts.setdefault((basis, row["unit"]), []).append(view.offers[row["id"]])
    return [_amount(offers, unit, basis) for (basis, unit), offers in parts.items()]


def _amount(offers: list[Offer], unit: str, basis: Basis) -> Amount:
    low = sum((offer.quantity.low for offer in offers), start=Decimal(0))
    highs = [offer.quantity.high for offer in offers]
    high = (
        None if None in highs else sum((one for one in highs if one is not None), start=Decimal(0))
    )
    return {
        "unit": unit,
        "basis": basis,
        "low": number(low) or 0,
        "high": number(high),
        "words": say_range(low, high),
    }
