"""Texts: kept whole with their blocks, read as they were kept, or said why not."""

import json
from pathlib import Path

import pytest

from guarantor import room
from guarantor.errors import CannotWrite
from guarantor.intake import read
from guarantor.model import Block, Document, KnownDocument, Span
from guarantor.room.review.texts import keep_text, kept_document

PAGE = (
    "<html><head><title>News</title></head><body><nav><ul><li><a href='/'>Home</a></li></ul></nav>"
    "<article><h1>Caf&eacute; 😀 meeting of the chiefs</h1><p>Alfland will send 600 soldiers to "
    "the north, its minister said on Monday after a long night of talks.</p><p>Bravia refuses to "
    "send any, and Guarantia did not say what it would do in the end.</p></article></body></html>"
).encode()


def known(source: str) -> KnownDocument:
    """Return a document on record at an address."""
    return KnownDocument(id="d", source=source, origin="d", releasable_to=("public",))


def kept(folder: str, source: str) -> tuple[Document | None, str | None]:
    """Return what is kept at an address."""
    return kept_document(room.open_source(folder), known(source))


def test_a_text_comes_back_with_its_blocks_and_its_bytes(folder: str) -> None:
    """Boilerplate stays apart; the original lies under its hash."""
    (document,) = read(PAGE, "page.html")
    assert isinstance(document, Document)

    keep_text(Path(folder), "documents/page.txt", document, PAGE)

    again, no_text = kept(folder, "documents/page.txt")
    assert again is not None
    assert no_text is None
    assert again.text.readable == document.text.readable
    assert again.blocks == document.blocks
    assert Path(folder, "documents/originals", document.sha256).read_bytes() == PAGE
    beside = Path(folder, "documents/page.blocks.json").read_text(encoding="utf-8")
    assert json.loads(beside)["sha256"] == document.sha256
    assert beside.endswith("}\n")


@pytest.mark.parametrize(
    "beside",
    [
        None,
        b"",
        b"[]",
        b"{}",
        b"\xff",
        b'{"blocks": 5}',
        b'{"blocks": [1]}',
        b'{"blocks": [[0, 2]]}',
        b'{"blocks": [[2, 1, false]]}',
        b'{"blocks": [[0, 999999, false]]}',
        b'{"blocks": [[-3, 2, false]]}',
        b'{"blocks": [[0, 1e999, false]]}',
        b'{"blocks": [["a", 2, false]]}',
        b"[" * 100_000,
    ],
)
def test_where_blocks_are_not_kept_every_line_is_one(folder: str, beside: bytes | None) -> None:
    """As of a text that was put there by hand, or whose blocks were spoilt."""
    text = "\ufeffOne 😀 line. \r\n\n  Another.\u2028Third."
    Path(folder, "documents/hand.txt").write_bytes(text.encode())
    if beside is not None:
        Path(folder, "documents/hand.blocks.json").write_bytes(beside)

    document, _ = kept(folder, "documents/hand.txt")

    assert document is not None
    assert document.blocks == (Block(Span(0, 11)), Block(Span(17, 25)), Block(Span(26, 32)))
    assert list(document.lines) == ["One 😀 line.", "Another.", "Third."]


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("documents/none.txt", "The text of this document is not kept in the folder."),
        ("https://example.org/a.txt", "The text of this document is not kept in the folder."),
        ("documents/page.pdf", "The text of this document is not kept in the folder."),
        ("operation.yaml", "The text of this document is not kept in the folder."),
        ("documents/bytes.txt", "The text of this document cannot be read as UTF-8."),
    ],
)
def test_what_is_no_kept_text_is_said_so(folder: str, source: str, sentence: str) -> None:
    """In one sentence."""
    Path(folder, "documents/bytes.txt").write_bytes(b"caf\xe9")
    Path(folder, "documents/page.pdf").write_bytes(b"%PDF")

    assert kept(folder, source) == (None, sentence)


def test_a_text_that_cannot_be_kept_is_told(folder: str) -> None:
    """The folder's documents are a file, and no folder."""
    (document,) = read(b"Some words.", "a.txt")
    assert isinstance(document, Document)
    place = Path(folder, "new")
    place.mkdir()
    (place / "documents").write_text("a file")

    with pytest.raises(CannotWrite, match="cannot be written"):
        keep_text(place, "documents/a.txt", document, b"Some words.")
