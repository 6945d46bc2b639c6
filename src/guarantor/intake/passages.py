"""A document's passages: each of its blocks once, with every place where it stands."""

from guarantor.model import Document, Passage, Span


def passages(document: Document) -> tuple[Passage, ...]:
    r"""Return the passages of a document, in the order in which they first stand in it.

    Every block lies in exactly one passage. Blocks that say the same, but for the space between
    their words, are one passage. It is boilerplate when all of its blocks are: a sentence that the
    page also repeats in its menu is still told.

    Example:
        >>> from guarantor.model import Block, Text
        >>> text = "Talks go on.\n\nTalks  go on.\n\nOthers wait."
        >>> blocks = Block(Span(0, 12)), Block(Span(14, 27)), Block(Span(29, 41))
        >>> document = Document(
        ...     name="a.txt", sha256="", media_type="text/plain", text=Text.plain(text),
        ...     blocks=blocks,
        ... )
        >>> [(passage.text, len(passage.places)) for passage in passages(document)]
        [('Talks go on.', 2), ('Others wait.', 1)]
    """
    readable, place = document.text.readable, document.text.place
    spans: dict[str, list[Span]] = {}
    told: set[str] = set()
    for span, is_boilerplate in document.blocks:
        words = " ".join(readable[span.start : span.end].split())
        spans.setdefault(words, []).append(span)
        if not is_boilerplate:
            told.add(words)
    return tuple(
        Passage(
            text=words,
            spans=tuple(where),
            places=tuple(map(place, where)),
            is_boilerplate=words not in told,
        )
        for words, where in spans.items()
    )
