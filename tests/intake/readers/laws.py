"""What holds of every document, wherever it was read."""

from guarantor.intake.passages import passages
from guarantor.model import Document


def assert_lawful(document: Document) -> None:
    """Check that blocks cover the text in order, and that passages lead back to the original."""
    text = document.text
    assert document.blocks, "a document without a word is no document"
    end = 0
    for span, _ in document.blocks:
        words = text.readable[span.start : span.end]
        assert end <= span.start
        assert words
        assert words == words.strip()
        assert not text.readable[end : span.start].strip()
        end = span.end
    assert not text.readable[end:].strip()
    _assert_runs_in_order(document)
    _assert_partition(document)


def _assert_runs_in_order(document: Document) -> None:
    text = document.text
    if text.runs is None:
        assert text.original == text.readable
        return
    readable_end = original_end = 0
    for readable, original in text.runs:
        assert readable_end <= readable.start < readable.end <= len(text.readable)
        assert original_end <= original.start < original.end <= len(text.original)
        readable_end, original_end = readable.end, original.end


def _assert_partition(document: Document) -> None:
    text = document.text
    found = passages(document)
    spans = [span for passage in found for span in passage.spans]
    assert sorted(spans) == [block.span for block in document.blocks]
    for passage in found:
        for span, place in zip(passage.spans, passage.places, strict=True):
            assert " ".join(text.readable[span.start : span.end].split()) == passage.text
            assert 0 <= place.start < place.end <= len(text.original)
            if text.runs is None:
                assert place == span
    assert len({passage.text for passage in found}) == len(found)
