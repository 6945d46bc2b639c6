"""The ledger and planning room of a multinational peace operation."""

__version__ = "0.1.0"
