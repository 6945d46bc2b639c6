"""A fingerprint: what is kept of a document to tell whether another comes from the same report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from guarantor.intake.origins.facts import Fact, Kind, facts, long_words
from guarantor.intake.origins.wording import Signature, bare_words, mended, shingles, signature
from guarantor.model import Document, Passage

MOST_FACTS = 96
"""Most facts that are kept, the first ones: a report tells first what it is about."""
MOST_CHARACTERS = 640
"""Most characters of facts that are kept."""
MOST_WORDS = 80
"""Most longer words that are kept, the first ones."""
MOST_PASSAGES = 48
"""Most passages that are known again one by one."""

_PASSAGE = np.dtype([("hash", "<u4"), ("words", "<u2")])
_LONG_WORD = np.dtype([("place", "u1"), ("hash", "<u4")])
_WORDS_END = 0xFFFF


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What is kept of a document: at most two kilobytes, whatever its length.

    Attributes:
        name: The document's name.
        sha256: Hash of the file it was read from.
        dated: The day it bears.
        body: Hash of its words without boilerplate, case and punctuation.
        size: How many different shingles it has; 0 where nothing of it is more than boilerplate.
        values: Its MinHash signature, as bytes.
        blocks: Hash and number of words of each passage, as bytes.
        told: Its facts: a line for each passage, tabs between them, each behind its kind.
        wording: Place of the passage and hash of each longer word, as bytes.
    """

    name: str
    sha256: str
    dated: date | None
    body: bytes
    size: int
    values: bytes
    blocks: bytes
    told: str
    wording: bytes

    @property
    def signature(self) -> Signature:
        """Its MinHash signature."""
        return np.frombuffer(self.values, np.uint16)

    @property
    def passages(self) -> tuple[NDArray[np.uint32], NDArray[np.uint16]]:
        """The hash and the number of words of each passage."""
        found = np.frombuffer(self.blocks, _PASSAGE)
        return found["hash"], found["words"]

    @property
    def words(self) -> tuple[NDArray[np.uint8], NDArray[np.uint32]]:
        """The place of the passage and the hash of each longer word."""
        found = np.frombuffer(self.wording, _LONG_WORD)
        return found["place"], found["hash"]

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
    return Fingerprint(
        name=document.name,
        sha256=document.sha256,
        dated=document.dated,
        body=_body(flat, document),
        size=len(found),
        values=signature(list(found)).tobytes() if found else b"",
        blocks=_blocks(words[:MOST_PASSAGES]),
        told=_told(told),
        wording=_wording(long_words(words[:MOST_PASSAGES], told)),
    )


def _body(words: Sequence[str], document: Document) -> bytes:
    """Return the hash of a body; without one, of all words; without any, of the name."""
    said = words or bare_words(mended(document.text.readable)) or [document.sha256, document.name]
    return blake2b(" ".join(said).encode("utf-8", "replace"), digest_size=16).digest()


def _blocks(passages: Sequence[Sequence[str]]) -> bytes:
    rows = [
        (crc32(" ".join(words).encode("utf-8", "replace")), min(len(words), _WORDS_END))
        for words in passages
    ]
    return np.array(rows, _PASSAGE).tobytes()


def _wording(passages: Sequence[Sequence[str]]) -> bytes:
    rows = [(place, crc32(word.encode())) for place, words in enumerate(passages) for word in words]
    return np.array(rows[:MOST_WORDS], _LONG_WORD).tobytes()


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
