"""Seams where a part can be swapped."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from guarantor.model.entries import Entry


class Store(Protocol):
    """Where entries are kept, in order, and never changed."""

    @property
    def place(self) -> str:
        """Name of the store for messages, such as a file name."""
        ...

    def append(self, entries: Sequence[Entry]) -> None:
        """Append sealed entries, all of them or none; once it returns they are durable.

        Raises:
            BrokenLedger: The first entry does not follow the last one kept.
        """
        ...

    def entries(self) -> Iterator[Entry]:
        """Yield every entry in order."""
        ...

    def last(self) -> Entry | None:
        """Return the last entry, or ``None`` where there is none."""
        ...

    def close(self) -> None:
        """Release the store."""
        ...
