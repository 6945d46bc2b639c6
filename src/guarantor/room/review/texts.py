"""Texts: a document as it is kept in the folder, with its blocks and the bytes it came from."""

import hashlib
import json
import os
from pathlib import Path

from guarantor.errors import CannotWrite
from guarantor.model import Block, Document, KnownDocument, Span, Text
from guarantor.room.kept_text import inside
from guarantor.room.opening import Source
from guarantor.room.origins import DOCUMENTS

ORIGINALS = "originals"
"""The folder within ``documents`` that holds the bytes, each file under their hash."""
_NO_TEXT = "The text of this document is not kept in the folder."


def keep_text(root: Path, name: str, document: Document, original: bytes) -> None:
    """Keep the text of a document, its blocks beside it, and the bytes it was read from.

    Args:
        root: The folder that holds ``documents/``; made where there is none.
        name: Its address, such as ``documents/doc-12ab.txt``.
        document: What was read.
        original: The bytes of the file.

    Raises:
        CannotWrite: The folder cannot be written.
    """
    path = root / name
    blocks = [[*block.span, block.is_boilerplate] for block in document.blocks]
    digest = hashlib.sha256(original).hexdigest()
    beside = {"sha256": digest, "media_type": document.media_type, "blocks": blocks}
    originals = root / DOCUMENTS / ORIGINALS
    try:
        originals.mkdir(parents=True, exist_ok=True)
        _write(originals / digest, original)
        _write(_beside(path), f"{json.dumps(beside, separators=(',', ':'))}\n".encode())
        _write(path, document.text.readable.encode())
    except OSError as error:
        raise CannotWrite(str(path), error.strerror or "it cannot be made") from error


def carry_texts(source: Source, into: Path) -> None:
    """Keep the texts of an operation's documents, with all that is kept of them, elsewhere, too.

    Raises:
        CannotWrite: The folder cannot be written.
    """
    for known in source.operation.documents.values():
        beside = str(_beside(Path(known.source)))
        for name in (known.source, beside, f"{DOCUMENTS}{ORIGINALS}/{known.sha256}"):
            if (file := inside(source.kept, name)) is not None:
                _carry(file, into / name)


def _carry(file: Path, into: Path) -> None:
    try:
        into.parent.mkdir(parents=True, exist_ok=True)
        _write(into, file.read_bytes())
    except OSError as error:
        raise CannotWrite(str(into), error.strerror or "it cannot be made") from error


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, and see to it that it is on the disk."""
    new = path.with_name(f".{path.name}.new")
    with new.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def _beside(path: Path) -> Path:
    return path.with_suffix(".blocks.json")


def kept_document(source: Source, known: KnownDocument) -> tuple[Document | None, str | None]:
    """Return a document as it is kept, or in a sentence why it is not.

    Where its blocks are not kept beside it, as of a text that was put there by hand, every line is
    one.
    """
    path = inside(source.kept, known.source)
    if path is None or path.suffix != ".txt":
        return None, _NO_TEXT
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return None, "The text of this document cannot be read as UTF-8."
    return (
        Document(
            name=known.read_from or known.source,
            sha256=known.sha256,
            media_type="text/plain",
            text=Text.plain(text),
            blocks=_blocks(path, text),
            title=known.title,
            site=known.site,
            dated=known.published_on,
        ),
        None,
    )


def _blocks(path: Path, text: str) -> tuple[Block, ...]:
    try:
        told = json.loads(_beside(path).read_bytes())["blocks"]
        blocks = tuple(Block(Span(int(start), int(end)), bool(aside)) for start, end, aside in told)
    except (OSError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return _lines(text)
    ends = [0, *(end for block in blocks for end in block.span), len(text)]
    return blocks if ends == sorted(ends) else _lines(text)


def _lines(text: str) -> tuple[Block, ...]:
    blocks: list[Block] = []
    at = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            start = at + line.index(stripped)
            blocks.append(Block(Span(start, start + len(stripped))))
        at += len(line)
    return tuple(blocks)
