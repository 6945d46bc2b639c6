"""The files of a batch: those of a folder, or the members of a zip, in an order that stays."""

import os
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from guarantor.errors import Unusable
from guarantor.intake.readers import MOST_BYTES


class Item(NamedTuple):
    """A file of a batch and how it is known again.

    Attributes:
        name: Its name within the folder or zip, parts separated by slashes.
        size: How many bytes it has.
        mark: When it was changed, in nanoseconds; in a zip the checksum of its bytes.
    """

    name: str
    size: int
    mark: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where the files of a batch lie: a folder, a zip, or one other file.

    Attributes:
        path: The folder or file.
        is_zip: Whether it is a zip, whose members are the files.
    """

    path: Path
    is_zip: bool = False

    def items(self) -> list[Item]:
        """Return the files, in order of their names.

        What is neither a file nor a folder, such as a pipe, is left out, and so is a linked folder.
        """
        if self.is_zip:
            return sorted(_members(self.path))
        if self.path.is_dir():
            return sorted(_walked(self.path, ""))
        return [_item(self.path, self.path.name)]

    def read(self, name: str) -> bytes:
        """Return the bytes of a file; never many more than one may have.

        Raises:
            OSError: It is gone or may not be read.
            RuntimeError: It is locked with a password.
            zipfile.BadZipFile: It is damaged.
        """
        if self.is_zip:
            archive, members = _opened(str(self.path), self.path.stat().st_mtime_ns)
            with archive.open(members[name]) as stream:
                return stream.read(MOST_BYTES + 1)
        path = self.path / name if self.path.is_dir() else self.path
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)


def place_of(folder: Path) -> Place:
    """Return where the files of a batch lie.

    Raises:
        Unusable: There is nothing of that name.
    """
    if folder.is_dir():
        return Place(folder.resolve())
    if folder.is_file():
        return Place(folder.resolve(), zipfile.is_zipfile(folder))
    msg = f"{folder}: there is no such folder or archive; name one that is there"
    raise Unusable(msg)


def _walked(folder: Path, prefix: str) -> Iterator[Item]:
    with os.scandir(folder) as entries:
        for entry in entries:
            name = f"{prefix}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from _walked(Path(entry.path), f"{name}/")
            elif entry.is_file():
                yield _item(Path(entry.path), name)


def _item(path: Path, name: str) -> Item:
    found = path.stat()
    return Item(name, found.st_size, found.st_mtime_ns)


def _members(path: Path) -> Iterator[Item]:
    _, members = _opened(str(path), path.stat().st_mtime_ns)
    return (Item(name, member.file_size, member.CRC) for name, member in members.items())


@lru_cache(maxsize=1)
def _opened(path: str, mark: int) -> tuple[zipfile.ZipFile, dict[str, zipfile.ZipInfo]]:
    """Return a zip and its members by name, kept open; a second one of a name is counted."""
    del mark  # with it the zip is opened anew once it was changed
    archive = zipfile.ZipFile(path)
    members: dict[str, zipfile.ZipInfo] = {}
    counts: dict[str, int] = {}
    for member in archive.infolist():
        if not member.is_dir():
            count = counts[member.filename] = counts.get(member.filename, 0) + 1
            name = member.filename if count == 1 else f"{member.filename} ({count})"
            members[name] = member
    return archive, members
