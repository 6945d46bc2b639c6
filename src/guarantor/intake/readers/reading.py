"""One file in, all that can be read of it out: whatever it is and however broken."""

from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.metadata import EntryPoint, entry_points

from guarantor.intake.readers.endings import well_named
from guarantor.intake.readers.limits import (
    MOST_DEPTH,
    MOST_MEMBERS,
    MOST_UNPACKED,
    TOO_DEEP,
    TOO_MANY,
    TOO_MUCH,
    not_read,
    printable,
    too_large,
)
from guarantor.model import Document, NotRead
from guarantor.model.ports import Enclosed, Reader

GROUP = "guarantor.readers"
_HERE = "guarantor.intake.readers"
BUILT_IN = (
    EntryPoint("archives", f"{_HERE}.archives:ArchiveReader", GROUP),
    EntryPoint("feeds", f"{_HERE}.feeds:FeedReader", GROUP),
    EntryPoint("mail", f"{_HERE}.mail:MailReader", GROUP),
    EntryPoint("others", f"{_HERE}.others:OtherReader", GROUP),
    EntryPoint("pages", f"{_HERE}.pages:PageReader", GROUP),
    EntryPoint("pdf", f"{_HERE}.pdf:PdfReader", GROUP),
    EntryPoint("text", f"{_HERE}.plain:TextReader", GROUP),
)
"""The readers of the package, in the form in which every other one is found."""


@cache
def readers() -> tuple[Reader, ...]:
    """Return the installed readers; one of an installed package comes before the package's own."""
    found = {one.name: one for one in BUILT_IN} | {
        one.name: one for one in sorted(entry_points(group=GROUP))
    }
    own = {one.value for one in BUILT_IN}
    in_order = sorted(found.values(), key=lambda one: (one.value in own, one.name))
    return tuple(one.load()() for one in in_order)


def read(data: bytes, name: str) -> Iterator[Document | NotRead]:
    """Yield every document of a file, and what of it could not be read.

    The kind is told by the content first and the name second. What a file encloses is read in its
    turn, down to a bounded depth and up to a bounded size. Bad input raises nothing, and every file
    yields something.

    Args:
        data: The bytes of the file.
        name: Its name; what it encloses is named ``name/inner``.

    Example:
        >>> [document] = read(b"The council meets again.", "note.txt")
        >>> document.media_type, list(document.lines)
        ('text/plain', ['The council meets again.'])
    """
    yield from _Reading().results(data, name, 0)


class _Reading:
    """The reading of one file with all that it encloses."""

    def __init__(self) -> None:
        self.members = 0
        self.unpacked = 0

    def results(self, data: bytes, name: str, depth: int) -> Iterator[Document | NotRead]:
        """Yield what stands in a file; at least one result."""
        if refused := too_large(name, len(data)):
            yield refused
            return
        nothing = True
        for result in self._read(data, name, depth):
            nothing = False
            yield result
        if nothing:
            yield not_read(name, "there is nothing in it to read; leave it out", _hash(data))

    def _read(self, data: bytes, name: str, depth: int) -> Iterator[Document | NotRead]:
        names: dict[str, int] = {}
        try:
            for found in _reader(data, name).read(data, name):
                if not isinstance(found, Enclosed):
                    yield well_named(found) if isinstance(found, Document) else found
                    continue
                inner = f"{name}/{_unique(found.name, names)}"
                if why := self._refusal(found, depth):
                    yield not_read(name, why, _hash(data))
                    return
                yield from self.results(found.data, inner, depth + 1)
        except (Exception, RecursionError) as error:  # noqa: BLE001 a file is an item of a batch
            yield not_read(
                name,
                f"it is damaged ({type(error).__name__}), so what follows in it was not read; "
                "fetch it anew, or save what it says as text",
                _hash(data),
            )

    def _refusal(self, found: Enclosed, depth: int) -> str:
        """Return why a file and what follows in it are not unpacked; empty where they are."""
        self.members += 1
        self.unpacked += len(found.data)
        if depth >= MOST_DEPTH:
            return TOO_DEEP
        if self.members > MOST_MEMBERS:
            return TOO_MANY
        if self.unpacked > MOST_UNPACKED:
            return TOO_MUCH
        return ""


def _reader(data: bytes, name: str) -> Reader:
    """Return the reader that claims a file most surely; the first of equals."""
    return max(readers(), key=lambda reader: reader.claim(data, name))


def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()


def _unique(name: str, names: dict[str, int]) -> str:
    """Return a name that no other file beside it has."""
    clean = unique = printable(name)
    while unique in names:
        names[clean] += 1
        unique = f"{clean} ({names[clean]})"
    names[unique] = 1
    return unique
