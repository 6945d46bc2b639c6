"""Texts that want to be more than text."""

from hypothesis import given
from hypothesis import strategies as st

from guarantor.brief.compose import compose, printable
from tests.brief.sample import sample
from tests.brief.telling import headline

OVERRIDE = "\N{RIGHT-TO-LEFT OVERRIDE}"


@given(st.text())
def test_a_printable_text_holds_no_control_characters(text: str) -> None:
    """Nor any that reorder what is read; what is left keeps its order."""
    said = printable(text)

    assert said == "".join(
        one for one in said if one.isprintable() or one.isspace() or ord(one) > 127
    )
    assert not any(ord(one) < 32 or 127 <= ord(one) < 160 for one in said)
    assert printable(said) == said


def test_names_cannot_smuggle_escapes_or_reorder_a_sentence() -> None:
    """An escape sequence stays as its harmless rest; a newline becomes a space."""
    document = sample()
    document["party_rows"][4]["name"] = f"Gua\x1b[31mrantia{OVERRIDE}\n2"

    assert "Gua[31mrantia 2 has refused" in headline(document, 4)


def test_composing_leaves_the_document_alone() -> None:
    """A brief reads; it never writes."""
    document = sample()

    compose(document)

    assert document == sample()


def test_no_probability_stands_on_the_first_screen() -> None:
    """Chances were given here; even so they are told further down."""
    brief = compose(sample())

    first = [brief.opening.coverage.text, *(a.headline.text for a in brief.answers if a.headline)]

    assert not any("%" in text or "likely" in text for text in first)
