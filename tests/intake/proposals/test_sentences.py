"""Sentences end where a reader ends them."""

import pytest

from guarantor.intake.sentences import sentences


@pytest.mark.parametrize(
    "parts",
    [
        ["One ends.", "Another begins."],
        ["Lt. Gen. Ray met Mr. Fox of the U.S. Army.", "He left."],
        ["It happened in the U.S.", "He denied it."],
        ["She asked: “Will you go?”", "Nobody answered."],
        ['"Go," he said.', '"Now!"', "They went."],
        ["It cost 3.5 billion.", "No. 10 paid."],
        ["They met on 3 Feb. 2025 at 5 p.m. in Rome.", "The talks failed."],
        ["J. D. Vance and J.D. Vance are one.", "So it is."],
        ["Talks ended in Sept.", "The rest is known."],
        ["He waited… and waited.", "Then he left."],
    ],
)
def test_a_stop_ends_a_sentence_unless_it_belongs_to_a_word(parts: list[str]) -> None:
    """Titles, initials, months, numbers and abbreviations bear stops of their own."""
    text = " ".join(parts)

    assert [text[start:end] for start, end in sentences(text)] == parts


def test_a_line_break_within_a_paragraph_ends_nothing() -> None:
    """Mail and old agencies wrap their lines anywhere."""
    assert len(sentences("The minister\nMaria Lund spoke\nfor long.")) == 1


def test_an_empty_line_ends_a_sentence_without_a_stop() -> None:
    """A heading has no stop."""
    text = "Talks resume\n\nThe envoys met."

    assert [text[a:b] for a, b in sentences(text)] == ["Talks resume", "The envoys met."]


@pytest.mark.parametrize("text", ["", "  \n ", "\n\n"])
def test_a_text_without_words_has_no_sentence(text: str) -> None:
    """Space is no sentence."""
    assert sentences(text) == ()
