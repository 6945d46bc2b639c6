"""Kept where? Stores that keep the entries of a ledger."""

from guarantor.store.json_lines import JsonLinesStore
from guarantor.store.sqlite import SqliteStore

__all__ = ["JsonLinesStore", "SqliteStore"]
