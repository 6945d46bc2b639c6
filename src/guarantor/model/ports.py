"""Seams where a part can be swapped."""

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple, Protocol

from guarantor.model.documents import Document, NotRead
from guarantor.model.entries import Entry


class Claim(IntEnum):
    """How surely a reader takes a file for one of its own; the surest reads it."""

    NONE = 0
    NAME = 1
    """Nothing but its name says so, or nothing says otherwise."""
    CONTENT = 2
    """Its content says so."""


class Enclosed(NamedTuple):
    """A file within a file: a member of an archive, an attachment of a mail.

    Attributes:
        name: Its name within the file that encloses it.
        data: Its bytes.
    """

    name: str
    data: bytes


class Reader(Protocol):
    """Reads files of one kind; named under the entry-point group ``guarantor.readers``."""

    def claim(self, data: bytes, name: str) -> Claim:
        """Tell how surely a file is of this kind; asked of every file, so it looks at little."""
        ...

    def read(self, data: bytes, name: str) -> Iterator[Document | NotRead | Enclosed]:
        """Yield what stands in a file; what it encloses is read by whoever claims that.

        Whatever it raises becomes a :class:`NotRead`, and what came before counts.
        """
        ...


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
