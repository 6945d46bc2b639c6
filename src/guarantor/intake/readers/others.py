"""Kinds of files that are not read, known by their first bytes, each with what to do."""

from collections.abc import Iterator
from hashlib import sha256

from guarantor.intake.readers.limits import not_read
from guarantor.model import Document, NotRead
from guarantor.model.ports import Claim, Enclosed

_IMAGE = "is an image; run text recognition over it and hand in the text"
_OFFICE = "is an office file; save it as PDF, HTML or text"
_MEDIA = "is a recording; write down what is said in it and hand in the text"
_PACKED = "is an archive of a kind that is not unpacked; unpack it into a folder"
_PROGRAM = "is a program; leave it out"
_DATA = "is a data file; save what is told in it as text"
_MARKS = (
    *((mark, _IMAGE) for mark in (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF87a", b"GIF89a")),
    *((mark, _IMAGE) for mark in (b"II*\x00", b"MM\x00*", b"\x00\x00\x01\x00", b"8BPS")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OFFICE),
    (b"{\\rtf", _OFFICE),
    *((mark, _MEDIA) for mark in (b"ID3", b"OggS", b"fLaC", b"\x1aE\xdf\xa3", b"FLV\x01")),
    *((mark, _PACKED) for mark in (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07")),
    *((mark, _PACKED) for mark in (b"\x28\xb5\x2f\xfd", b"\x04\x22\x4d\x18", b"!<arch>\n")),
    *((mark, _PROGRAM) for mark in (b"\x7fELF", b"MZ\x90", b"\xca\xfe\xba\xbe", b"\x00asm")),
    *((mark, _DATA) for mark in (b"SQLite format 3\x00", b"PAR1", b"\x89HDF")),
)
_LATER_MARKS = (
    (4, b"ftyp", _MEDIA),
    (8, b"WEBP", _IMAGE),
    (8, b"WAVE", _MEDIA),
    (8, b"AVI ", _MEDIA),
)
_FIRST = frozenset(mark[0] for mark, _ in _MARKS)


class OtherReader:
    """Tells of images, office files and the like that they are not read, and what to do."""

    def claim(self, data: bytes, name: str) -> Claim:
        """Claim what begins with the mark of a kind that is not read."""
        del name
        return Claim.CONTENT if _what(data) else Claim.NONE

    def read(self, data: bytes, name: str) -> Iterator[Document | NotRead | Enclosed]:
        """Yield why the file is not read."""
        yield not_read(name, f"it {_what(data)}", sha256(data).hexdigest())


def _what(data: bytes) -> str:
    if data[:1] and data[0] in _FIRST:
        for mark, what in _MARKS:
            if data.startswith(mark):
                return what
    return next((what for at, mark, what in _LATER_MARKS if data.startswith(mark, at)), "")
