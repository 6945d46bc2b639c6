"""The sentences of a document, each one key away from being a statement."""

from guarantor.intake import passages, sentences
from guarantor.model import Document
from guarantor.room.review.documents import Sentence


def sentences_of(document: Document) -> list[Sentence]:
    """Return every sentence of a document in order, those of repeated passages marked."""
    text = document.text.readable
    found: list[Sentence] = []
    for number, passage in enumerate(passages(document)):
        for place, span in enumerate(passage.spans):
            found.extend(
                {
                    "start": span.start + one.start,
                    "end": span.start + one.end,
                    "passage": number,
                    "repeated": place > 0,
                    "boilerplate": passage.is_boilerplate,
                }
                for one in sentences(text[span.start : span.end])
            )
    return sorted(found, key=lambda one: one["start"])
