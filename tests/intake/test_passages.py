"""Passages: each block once, with every place."""

from hypothesis import given
from hypothesis import strategies as st

from guarantor.intake.passages import passages
from guarantor.intake.readers import read
from guarantor.model import Block, Document, Span, Text
from tests.intake.readers.laws import assert_lawful


def document(*lines: str, boilerplate: frozenset[int] = frozenset()) -> Document:
    """Return a document of which each line is a block."""
    blocks, at = [], 0
    for number, line in enumerate(lines):
        blocks.append(Block(Span(at, at + len(line)), number in boilerplate))
        at += len(line) + 1
    text = Text.plain("\n".join(lines))
    return Document(name="a", sha256="", media_type="text/plain", text=text, blocks=tuple(blocks))


def test_a_repeated_block_is_one_passage_with_all_its_places() -> None:
    """By hand: the first line stands at 0 and again at 18, with more space and so as long as 10."""
    found = passages(document("Talks go.", "Others.", "Talks  go.", "talks go."))

    assert [(one.text, one.spans) for one in found] == [
        ("Talks go.", (Span(0, 9), Span(18, 28))),
        ("Others.", (Span(10, 17),)),
        ("talks go.", (Span(29, 38),)),
    ]
    assert all(one.places == one.spans for one in found)


def test_a_passage_is_boilerplate_when_all_its_blocks_are() -> None:
    """What the story tells stays told, even if a menu repeats it."""
    repeated, menu = passages(document("A", "B", "A", "B", boilerplate=frozenset({0, 1, 3})))

    assert not repeated.is_boilerplate
    assert menu.is_boilerplate


def test_places_are_in_the_original_where_it_reads_otherwise() -> None:
    """By hand: ``<p>caf&eacute;</p>`` holds its word from 3 to 14."""
    [page] = read(b"<html><p>caf&eacute;</p>", "a.html")
    assert isinstance(page, Document)

    [passage] = passages(page)

    assert passage.text == "café"
    assert passage.places == (Span(9, 20),)
    assert page.text.original[9:20] == "caf&eacute;"


@given(
    st.lists(st.sampled_from(["One.", "Two  words.", "One. ", "\ttwo words.", "é“"]), min_size=1)
)
def test_passages_partition_the_blocks(lines: list[str]) -> None:
    """Every block lies in one passage, and no two passages say the same."""
    [result] = read("\n\n".join(lines).encode(), "a.txt")

    assert isinstance(result, Document)
    assert_lawful(result)
    assert {one.text for one in passages(result)} == {" ".join(line.split()) for line in lines}
