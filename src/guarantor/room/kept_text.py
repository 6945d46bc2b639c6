"""The text that a statement was taken from, where it is kept and the audience may read it."""

import re
from pathlib import Path

from guarantor.ledger.visibility import visible_documents, visible_statements
from guarantor.model import Statement
from guarantor.room.opening import Source
from guarantor.room.origins import DOCUMENTS

MOST_BYTES = 1_000_000
"""The largest text that is shown."""
_READABLE = frozenset({".txt", ".md"})
_NOWHERE = "The folder keeps no text of it that may be shown."
_QUOTED = re.compile(r"“([^”]+)”|\"([^\"]+)\"")
_SHORTEST = 8
"""Shorter quotes are too likely to be found where they were not said."""


def kept_text(source: Source, audience: str, said: Statement) -> tuple[str | None, str | None]:
    """Return the text of a statement's document, or why there is none in a sentence.

    A text is shown only where the audience may know of the document and see everything that is
    cited from it. Where that is not so, the sentence is the same as where none is kept.
    """
    if not said.source.startswith(DOCUMENTS):
        return None, "Its source is an address outside the folder; no text of it is kept."
    path = inside(source.kept, said.address)
    if path is None or not _may_be_read(source, audience, path):
        return None, _NOWHERE
    if path.suffix.lower() not in _READABLE:
        return None, "It is no plain text (.txt or .md), so it is not shown here."
    return _read(path)


def inside(folder: Path, address: str) -> Path | None:
    """Return the file in the folder's documents that an address names, if it is one.

    Links are followed first: what they lead to must lie in the documents, too.
    """
    try:
        root = folder.resolve(strict=True)
        documents = (root / DOCUMENTS).resolve(strict=True)
        path = (root / address).resolve(strict=True)
    except (OSError, ValueError, RuntimeError):  # missing, with a null byte, links in a circle
        return None
    if not documents.is_relative_to(root) or not path.is_relative_to(documents):
        return None
    return path if path.is_file() else None


def passage(text: str, said: Statement) -> tuple[int, int] | None:
    """Return where a statement stands in a text: as its source says, else where it is found."""
    if (span := said.span) is not None:
        return (span.start, span.end) if span.start < span.end <= len(text) else None
    return found(text, said.paraphrase)


def found(text: str, paraphrase: str) -> tuple[int, int] | None:
    """Return where a paraphrase stands in a text word for word, or what it quotes does.

    Spaces and line ends are alike. Of several quotes the longest that is found counts.

    Example:
        >>> found("He said: we are ready to go.", "He was “ready to go”.")
        (16, 27)
    """
    quoted = sorted(
        (one or other for one, other in _QUOTED.findall(paraphrase)), key=len, reverse=True
    )
    for wanted in (paraphrase, paraphrase.rstrip("."), *quoted):
        words = wanted.split()
        if len(" ".join(words)) >= _SHORTEST and (
            match := re.search(r"\s+".join(map(re.escape, words)), text)
        ):
            return match.span()
    return None


def _may_be_read(source: Source, audience: str, path: Path) -> bool:
    """Tell whether an audience may see, on some day, everything that is cited from a document."""
    documents = source.operation.documents.values()
    known = visible_documents(source.operation, audience)
    if any(one.id not in known and inside(source.kept, one.source) == path for one in documents):
        return False
    seen = visible_statements(source.operation, audience)
    return all(
        name in seen or inside(source.kept, said.address) != path
        for name, said in source.operation.statements.items()
        if said.source.startswith(DOCUMENTS)
    )


def _read(path: Path) -> tuple[str | None, str | None]:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError:
        return None, _NOWHERE
    if len(content) > MOST_BYTES:
        return None, "Its text is larger than a megabyte, so it is not shown here."
    try:
        return content.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        return None, "Its text is not UTF-8, so it is not shown here."
