"""Kept where? Stores that keep the entries of a ledger."""

from guarantor.store.sqlite import SqliteStore

__all__ = ["SqliteStore"]
