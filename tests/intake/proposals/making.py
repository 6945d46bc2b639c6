"""Documents and proposals from a few lines of text."""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from guarantor.intake.propose import propose
from guarantor.model import Block, Document, Proposal, Span, Text

NOTHING: Mapping[str, str] = MappingProxyType({})
DAY = date(2025, 3, 15)


def document(text: str, *, boilerplate: int = 0) -> Document:
    """Return a text as a document, a block a line, the last blocks being boilerplate."""
    spans = [Span(*match.span()) for match in re.finditer(r"\S[^\n]*", text)]
    told = len(spans) - boilerplate
    return Document(
        name="a.txt",
        sha256="",
        media_type="text/plain",
        text=Text.plain(text),
        blocks=tuple(Block(span, index >= told) for index, span in enumerate(spans)),
    )


def proposed(
    text: str,
    *,
    dated: date | None = DAY,
    parties: Mapping[str, str] = NOTHING,
    propositions: Mapping[str, str] = NOTHING,
) -> tuple[Proposal, ...]:
    """Return what is proposed of a text."""
    return propose(document(text), dated=dated, parties=parties, propositions=propositions)


def only(text: str, *, dated: date | None = DAY) -> Proposal:
    """Return the one proposal of a text."""
    (found,) = proposed(text, dated=dated)
    return found
