"""A fingerprint: what is kept of a document to tell whether another comes from the same report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from struct import Struct
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from guarantor.intake.origins.facts import Fact, Kind, facts, long_words
from guarantor.intake.origins.wording import (
    VALUES,
    Signature,
    bare_words,
    mended,
    shingles,
    signature,
)
from guarantor.model import Document, Passage

MOST_FACTS = 96
"""Most facts that are kept, the first ones: a report tells first what it is about."""
MOST_CHARACTERS = 720
"""Most characters of facts that are kept."""
MOST_WORDS = 72
"""Most longer words that are kept, the first ones."""
MOST_PASSAGES = 48
"""Most passages that are known again one by one."""

_BODY = 16
_HEAD = Struct(f"<{_BODY}sIHHH")
_PASSAGE = np.dtype([("hash", "<u4"), ("words", "<u2")])
_WORDS_END = 0xFFFF
_WORD_BITS = 24
"""A longer word is kept as so many bits of a hash, below the place of its passage."""
_WORD_HASH = (1 << _WORD_BITS) - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What is kept of a document: at most two kilobytes, whatever its length.

    Attributes:
        name: The document's name.
        dated: The day it bears.
        told: Its facts: a line for each passage, tabs between them, each behind its kind.
        marks: Everything else, packed, because a hundred thousand of these are in memory.
    """

    name: str
    dated: date | None
    told: str
    marks: bytes

    @property
    def sha256(self) -> str:
        """Hash of the file that it was read from."""
        length = _HEAD.unpack_from(self.marks)[2]
        return self.marks[_HEAD.size : _HEAD.size + length].decode()

    @property
    def body(self) -> bytes:
        """Hash of its words without boilerplate, case and punctuation."""
        return self.marks[:_BODY]

    @property
    def size(self) -> int:
        """How many different shingles it has; 0 where it is nothing but boilerplate."""
        return int(_HEAD.unpack_from(self.marks)[1])

    @property
    def signature(self) -> Signature:
        """Its MinHash signature; of no values where it has no shingles."""
        _, size, sha, _, _ = _HEAD.unpack_from(self.marks)
        return np.frombuffer(self.marks, np.uint16, VALUES if size else 0, _HEAD.size + sha)

    @property
    def passages(self) -> tuple[NDArray[np.uint32], NDArray[np.uint16]]:
        """The hash and the number of words of each passage."""
        _, size, sha, passages, _ = _HEAD.unpack_from(self.marks)
        start = _HEAD.size + sha + 2 * VALUES * bool(size)
        found = np.frombuffer(self.marks, _PASSAGE, passages, start)
        return found["hash"], found["words"]

    @property
    def words(self) -> tuple[NDArray[np.uint32], NDArray[np.uint32]]:
        """The place of the passage and the hash of each longer word."""
        words = _HEAD.unpack_from(self.marks)[4]
        found = np.frombuffer(self.marks[len(self.marks) - 4 * words :], np.uint32)
        return found >> np.uint32(_WORD_BITS), found & np.uint32(_WORD_HASH)

    @property
    def most_facts(self) -> int:
        """How many facts and longer words it has at most."""
        words = int(_HEAD.unpack_from(self.marks)[4])
        return self.told.count("\n") + self.told.count("\t") + 1 + words

    @property
    def items(self) -> Iterator[tuple[int, str]]:
        """Each fact as it is kept, its kind first, behind the place of its passage."""
        for place, line in enumerate(self.told.split("\n")):
            for item in line.split("\t"):
                if item:
                    yield place, item

    @property
    def facts(self) -> Iterator[tuple[int, Fact]]:
        """Each fact behind the place of its passage among the passages."""
        return ((place, Fact(Kind(item[0]), item[1:])) for place, item in self.items)


def fingerprint(document: Document, passages: Sequence[Passage]) -> Fingerprint:
    """Return what is kept of a document.

    Boilerplate leaves no trace in it, but where a document is nothing else.

    Args:
        document: The document.
        passages: Its passages.
    """
    texts = [mended(one.text) for one in passages if not one.is_boilerplate]
    words = [bare_words(text) for text in texts]
    flat = [word for some in words for word in some]
    found = set(shingles(flat))
    told = facts(texts[:MOST_PASSAGES])
    sha256 = document.sha256.encode()
    blocks = _blocks(words[:MOST_PASSAGES])
    long = _long(long_words(words[:MOST_PASSAGES], told))
    head = _HEAD.pack(_body(flat, document), len(found), len(sha256), len(blocks), len(long))
    values = signature(list(found)).tobytes() if found else b""
    return Fingerprint(
        name=document.name,
        dated=document.dated,
        told=_told(told),
        marks=b"".join((head, sha256, values, blocks.tobytes(), long.tobytes())),
    )


def _body(words: Sequence[str], document: Document) -> bytes:
    """Return the hash of a body; without one, of all words; without any, of the name."""
    said = words or bare_words(mended(document.text.readable)) or [document.sha256, document.name]
    return blake2b(" ".join(said).encode("utf-8", "replace"), digest_size=_BODY).digest()


def _blocks(passages: Sequence[Sequence[str]]) -> NDArray[np.void]:
    rows = [(crc32(" ".join(words).encode()), min(len(words), _WORDS_END)) for words in passages]
    return np.array(rows, _PASSAGE)


def _long(passages: Sequence[Sequence[str]]) -> NDArray[np.uint32]:
    found = [
        place << _WORD_BITS | crc32(word.encode()) & _WORD_HASH
        for place, words in enumerate(passages)
        for word in words
    ]
    return np.array(found[:MOST_WORDS], np.uint32)


def _told(passages: Sequence[Sequence[Fact]]) -> str:
    lines: list[str] = []
    facts_left, characters_left = MOST_FACTS, MOST_CHARACTERS
    for some in passages:
        items: list[str] = []
        for kind, text in some:
            item = f"{kind}{text}"
            characters_left -= len(item) + 1
            if not facts_left or characters_left < 0:
                return "\n".join([*lines, "\t".join(items)])
            facts_left -= 1
            items.append(item)
        lines.append("\t".join(items))
        characters_left -= 1
    return "\n".join(lines)
