"""Documents and fingerprints made of plain text, paragraphs divided by an empty line."""

from collections.abc import Collection, Mapping
from datetime import date
from hashlib import sha256

from guarantor.intake.origins import Fingerprint, fingerprint, origins
from guarantor.intake.passages import passages
from guarantor.model import Block, Document, Span, Text


def document(
    name: str, text: str, dated: date | None = None, boilerplate: Collection[str] = ()
) -> Document:
    """Return a document whose blocks are its paragraphs."""
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        end = at + len(paragraph)
        blocks.append(Block(Span(at, end), paragraph in boilerplate))
        at = end + 2
    return Document(
        name=name,
        sha256=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        media_type="text/plain",
        text=Text.plain(text),
        blocks=tuple(blocks),
        dated=dated,
    )


def printed(name: str, text: str, dated: date | None = None) -> Fingerprint:
    """Return the fingerprint of a text."""
    made = document(name, text, dated)
    return fingerprint(made, passages(made))


def grouped(texts: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Return which texts are of one origin, by name, the names in order."""
    found = origins([printed(name, text) for name, text in texts.items()])
    return sorted(tuple(sorted(one.documents)) for one in found)
