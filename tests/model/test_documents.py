"""Texts that lead back to their originals, and places within addresses."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guarantor.model import Run, Span, Text, at_place
from tests.samples import statement

DAY = date(2025, 3, 1)
ORIGINAL = "<p>Caf&eacute; 😀</p><p>End</p>"
RUNS = (
    Run(Span(0, 3), Span(3, 6)),
    Run(Span(3, 4), Span(6, 14)),
    Run(Span(4, 6), Span(14, 16)),
    Run(Span(8, 11), Span(23, 26)),
)
CAFE = Text(ORIGINAL, "Café 😀\n\nEnd", RUNS)
"""Between the paragraphs stand two line ends that come from nowhere."""


def came_from(start: int, end: int) -> str:
    """Return the stretch of the original from which a stretch of the text comes."""
    span = CAFE.place(Span(start, end))
    return ORIGINAL[span.start : span.end]


@pytest.mark.parametrize(
    ("start", "end", "original"),
    [
        (0, 3, "Caf"),
        (1, 2, "a"),
        (3, 4, "&eacute;"),
        (2, 4, "f&eacute;"),
        (4, 6, " 😀"),
        (5, 6, "😀"),
        (0, 6, "Caf&eacute; 😀"),
        (6, 9, "E"),
        (5, 7, "😀"),
        (8, 11, "End"),
        (0, 11, "Caf&eacute; 😀</p><p>End"),
    ],
)
def test_a_stretch_leads_back_to_the_original(start: int, end: int, original: str) -> None:
    """What stands for a character as a whole is a whole; an emoji is one character."""
    assert came_from(start, end) == original


@pytest.mark.parametrize("span", [(6, 8), (6, 7), (3, 3), (8, 8)])
def test_what_comes_from_nowhere_has_no_place(span: tuple[int, int]) -> None:
    """Nor has what is empty."""
    with pytest.raises(ValueError, match="nothing of"):
        CAFE.place(Span(*span))


@pytest.mark.parametrize("span", [(-1, 2), (2, 1), (0, 12), (12, 13)])
def test_a_stretch_lies_within_the_text(span: tuple[int, int]) -> None:
    """In order."""
    with pytest.raises(ValueError, match="does not lie within 11 characters"):
        CAFE.place(Span(*span))


@given(st.text(max_size=20), st.data())
def test_a_plain_text_stands_for_itself(text: str, data: st.DataObject) -> None:
    """Character by character."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))

    assert Text.plain(text).place(Span(start, end)) == Span(start, end)


@given(st.integers(0, 10**11), st.integers(0, 10**11))
def test_a_place_in_an_address_is_read_as_it_was_written(start: int, end: int) -> None:
    """Whatever the address; the document is the rest of it."""
    for address in ("documents/a.txt", "https://a.org/x#part", ""):
        said = replace(statement("S", DAY), source=at_place(address, Span(start, end)))

        assert (said.address, said.span) == (address, Span(start, end))


@pytest.mark.parametrize(
    "source",
    ["documents/a.txt", "", "a#char=1", "a#char=1,2x", "a#char=-1,2", "a#char=1,2,3", "a#line=1,2"],
)
def test_an_address_without_a_place_is_the_document(source: str) -> None:
    """The page of a web site has parts of its own."""
    said = replace(statement("S", DAY), source=source)

    assert (said.address, said.span) == (source, None)
