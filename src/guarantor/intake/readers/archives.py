"""Archives: zip, tar and gzip, and tars that are compressed."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from hashlib import sha256
from typing import IO

from guarantor.intake.readers.limits import (
    MOST_BYTES,
    MOST_MEMBERS,
    MOST_RATIO,
    MOST_UNPACKED,
    RATIO_COUNTS_FROM,
    TOO_MANY,
    TOO_MUCH,
    not_read,
    printable,
)
from guarantor.model import Document, NotRead
from guarantor.model.ports import Claim, Enclosed

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_GZIP = b"\x1f\x8b"
_BZIP = b"BZh"
_XZ = b"\xfd7zXZ\x00"
_TAR_AT, _TAR = 257, b"ustar"
_OFFICE = ("[Content_Types].xml", "mimetype")
_PASSWORD = "it is locked with a password; unlock it and hand it in anew"  # noqa: S105 a sentence
_UNKNOWN_METHOD = "it is packed in a way that is not known; unpack it into a folder"
_DAMAGED = "it is cut off or damaged; fetch it anew"
_ENDED_EARLY = (
    "the archive is cut off or damaged, so what follows in it was not read; fetch it anew"
)
_BOMB = (
    f"it unpacks to more than {MOST_RATIO} times its size, as only bombs do; if that is meant, "
    "unpack it into a folder"
)
_LARGE = (
    f"it unpacks to more than the {MOST_BYTES // 1_000_000} MB of one file; split it, or unpack it "
    "into a folder"
)
_Results = Iterator[Document | NotRead | Enclosed]


class ArchiveReader:
    """Unpacks archives; what they hold is read by whoever claims that."""

    def claim(self, data: bytes, name: str) -> Claim:
        """Claim what begins with the mark of an archive that can be unpacked."""
        del name
        marks = (*_ZIP, _GZIP, _BZIP, _XZ)
        return Claim.CONTENT if data.startswith(marks) or _is_tar(data) else Claim.NONE

    def read(self, data: bytes, name: str) -> _Results:
        """Yield the files of an archive in order, and which of them were not unpacked."""
        if data.startswith(_ZIP):
            yield from _unzipped(data, name)
        elif _is_tar(data):
            yield from _untarred(io.BytesIO(data), name, data)
        else:
            yield from _decompressed(data, name)


def _is_tar(data: bytes) -> bool:
    return data.startswith(_TAR, _TAR_AT)


def _unzipped(data: bytes, name: str) -> _Results:
    digest = sha256(data).hexdigest()
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError):
        yield not_read(name, _DAMAGED, digest)
        return
    if members and members[0].filename in _OFFICE:
        yield not_read(
            name, "it is an office file or an e-book; save it as PDF, HTML or text", digest
        )
        return
    if len(members) > MOST_MEMBERS:
        yield not_read(name, TOO_MANY, digest)
        return
    for member in members:
        if not member.is_dir():
            yield _from_zip(archive, member, name)


def _from_zip(archive: zipfile.ZipFile, member: zipfile.ZipInfo, name: str) -> NotRead | Enclosed:
    """Return one file of a zip; its declared size is believed only as a bound."""
    inner = f"{name}/{printable(member.filename)}"
    if member.flag_bits & 1:
        return not_read(inner, _PASSWORD)
    if member.file_size > MOST_BYTES:
        is_bomb = member.file_size > MOST_RATIO * max(member.compress_size, 1)
        return not_read(inner, _BOMB if is_bomb else _LARGE)
    if _is_suspicious(member.file_size, member.compress_size):
        return not_read(inner, _BOMB)
    try:
        with archive.open(member) as stream:
            return Enclosed(member.filename, stream.read(MOST_BYTES + 1)[:MOST_BYTES])
    except NotImplementedError:
        return not_read(inner, _UNKNOWN_METHOD)
    except RuntimeError:
        return not_read(inner, _PASSWORD)
    except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError):
        return not_read(inner, _DAMAGED)


def _is_suspicious(unpacked: int, packed: int) -> bool:
    return unpacked > RATIO_COUNTS_FROM and unpacked > MOST_RATIO * max(packed, 1)


class _Member(tarfile.TarInfo):
    """A member of a tar; a broken or a missing one is an error and not the end of it."""

    @classmethod
    def fromtarfile(cls, archive: tarfile.TarFile) -> "_Member":
        """Return the next member.

        Raises:
            tarfile.ReadError: What follows is neither a member nor the end.
        """
        try:
            return super().fromtarfile(archive)
        except tarfile.EOFHeaderError:  # type: ignore[attr-defined]
            raise
        except tarfile.HeaderError as error:
            raise tarfile.ReadError(str(error)) from error


def _untarred(stream: "_Bounded | io.BytesIO", name: str, data: bytes) -> _Results:
    """Yield the files of a tar one by one as the stream comes along."""
    digest = sha256(data).hexdigest()
    try:
        with tarfile.open(fileobj=stream, mode="r|", tarinfo=_Member) as archive:
            for number, member in enumerate(archive):
                if number >= MOST_MEMBERS:
                    yield not_read(name, TOO_MANY, digest)
                    return
                if member.isfile():
                    yield _from_tar(archive, member, name)
    except _TooMuchError:
        yield not_read(name, TOO_MUCH, digest)
    except (tarfile.TarError, EOFError, OSError, zlib.error, lzma.LZMAError, ValueError):
        yield not_read(name, _ENDED_EARLY, digest)


def _from_tar(archive: tarfile.TarFile, member: tarfile.TarInfo, name: str) -> NotRead | Enclosed:
    inner = f"{name}/{printable(member.name)}"
    if member.size > MOST_BYTES:
        return not_read(inner, _LARGE)
    held = archive.extractfile(member)
    unpacked = held.read() if held else b""
    if len(unpacked) < member.size:
        return not_read(inner, _DAMAGED)
    return Enclosed(member.name, unpacked)


class _TooMuchError(Exception):
    """A stream that unpacks to more than it may."""


class _Bounded(io.RawIOBase):
    """A stream that stops where it unpacks to too much."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream
        self.given = 0

    def read(self, size: int = -1) -> bytes:
        """Return the next bytes.

        Raises:
            _TooMuchError: There are more than there may be.
        """
        block = self.stream.read(size)
        self.given += len(block)
        if self.given > MOST_UNPACKED:
            raise _TooMuchError
        return block


def _decompressed(data: bytes, name: str) -> _Results:
    """Yield what a compressed file holds: the files of a tar, or the one file that it is."""
    digest = sha256(data).hexdigest()
    try:
        beginning = _opened(data).read(_TAR_AT + len(_TAR))
        if _is_tar(beginning):
            yield from _untarred(_Bounded(_opened(data)), name, data)
            return
        unpacked = _opened(data).read(MOST_BYTES + 1)
    except (EOFError, OSError, zlib.error, lzma.LZMAError, ValueError):
        yield not_read(name, _DAMAGED, digest)
        return
    if _is_suspicious(len(unpacked), len(data)):
        yield not_read(name, _BOMB, digest)
    elif len(unpacked) > MOST_BYTES:
        yield not_read(name, _LARGE, digest)
    else:
        yield Enclosed(_inner_name(name), unpacked)


def _opened(data: bytes) -> IO[bytes]:
    stream = io.BytesIO(data)
    if data.startswith(_GZIP):
        return gzip.GzipFile(fileobj=stream)  # type: ignore[return-value]
    return bz2.BZ2File(stream) if data.startswith(_BZIP) else lzma.LZMAFile(stream)


def _inner_name(name: str) -> str:
    """Return the name of the one file that a compressed file holds."""
    last = name.rsplit("/", 1)[-1]
    stem, _, ending = last.rpartition(".")
    return stem if stem and ending.lower() in {"gz", "bz2", "xz"} else "content"
