"""Broken encodings are mended, and every character still leads back."""

from itertools import product

import ftfy
import pytest
from ftfy.badness import is_bad
from hypothesis import given
from hypothesis import strategies as st

from guarantor.intake.cleaning import composed, joined, may_be_broken, mended
from guarantor.model import Run, Span, Text

words = st.text("abcÃ©â€œ”’ œÂ£ñйШ—\u00ad\u200b\n", max_size=40)
prose = st.text("ab é“”—’ñ€üß\n", max_size=40)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("cafÃ© in ParÃ­s", "café in París"),
        ("â€œWe go,â€\x9d he said", "“We go,” he said"),
        ("sÃ£o 5 â‚¬", "são 5 €"),  # noqa: RUF001 the marks are what is tested
        ("РџСЂРёРІРµС‚ from Kyiv", "Привет from Kyiv"),  # noqa: RUF001 the marks are what is tested
        ("voilÃ  le cafÃ© ok", "voilà le café ok"),
        ("encir\u00adcle\u200bment", "encirclement"),
    ],
)
def test_what_was_decoded_wrongly_is_put_right(broken: str, whole: str) -> None:
    """UTF-8 read as another encoding, and marks that show nowhere."""
    text = mended(Text.plain(broken))

    assert text.readable == whole
    assert text.original == broken


@pytest.mark.parametrize(
    "good",
    ["“Quotes” – and ‘more’…", "ﬁ ligature, ｗｉｄｅ", "5 € – naïve café", "&amp; <b>", ""],  # noqa: RUF001 the marks are what is tested
)
def test_what_is_right_stays_as_it_is(good: str) -> None:
    """Quotation marks, widths, ligatures and entities are the writer's."""
    assert mended(Text.plain(good)) == Text.plain(good)


def test_a_mended_word_leads_back_to_the_broken_one() -> None:
    """By hand: ``cafÃ©`` stands from 2 to 7 and is read from 2 to 6; what follows is one later."""
    text = mended(Text.plain("a cafÃ© there"))

    assert text.runs == (
        Run(Span(0, 5), Span(0, 5)),
        Run(Span(5, 6), Span(5, 7)),
        Run(Span(6, 12), Span(7, 13)),
    )


@given(words)
def test_mending_runs_in_order_and_mends_line_by_line_what_ftfy_mends(text: str) -> None:
    """The slow twin: ftfy on every line of a text that shows a sign, less what shows nowhere."""
    hidden = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")
    whole = mended(Text.plain(text))

    if may_be_broken(text):
        slow = "".join(map(ftfy.fix_encoding, text.splitlines(keepends=True)))
        assert whole.readable == slow.translate(hidden)
    else:
        assert whole.readable == text.translate(hidden)
    if whole.runs is not None:
        assert "".join(
            whole.readable[run.readable.start : run.readable.end] for run in whole.runs
        ) == (whole.readable)


@given(prose)
def test_mojibake_of_good_prose_is_undone(text: str) -> None:
    """There and back: what ftfy would undo in one step is undone, and leads back to the broken."""
    broken = text.encode("utf-8").decode("cp1252", "replace")

    whole = mended(Text.plain(broken))

    for line, mended_line in zip(broken.splitlines(), whole.readable.splitlines(), strict=True):
        if is_bad(broken) and is_bad(line):
            assert mended_line == ftfy.fix_encoding(line)


@given(words)
def test_looking_only_about_what_is_suspicious_finds_every_sign(text: str) -> None:
    """The slow twin looks at every character."""
    assert may_be_broken(text) == (not text.isascii() and is_bad(text))


def test_good_marks_beside_each_other_are_no_sign() -> None:
    """Every three of them with every kind of ASCII character about them."""
    marks = [*"‘’“”–—…", *"aZ0 .,'\"(\n$"]  # noqa: RUF001 the marks are what is tested

    assert not is_bad("".join("".join(three) + " x " for three in product(marks, repeat=3)))


def test_composing_leads_through_both() -> None:
    """By hand: an entity becomes a broken character that two of make one good one."""
    page = Text(
        "&Atilde;&copy;!",
        "Ã©!",
        (Run(Span(0, 1), Span(0, 8)), Run(Span(1, 2), Span(8, 14)), Run(Span(2, 3), Span(14, 15))),
    )

    text = mended(page)

    assert text.readable == "é!"
    assert text.runs == (Run(Span(0, 1), Span(0, 14)), Run(Span(1, 2), Span(14, 15)))
    assert composed(page, Text.plain("Ã©!")) is page
    assert composed(Text.plain("Ã©!"), page).runs == page.runs


def test_joined_texts_keep_their_places() -> None:
    """By hand: the second begins three characters after the first's three."""
    one = mended(Text.plain("Ã©!"))
    text = joined((one, Text.plain("ab")), " | ")

    assert (text.original, text.readable) == ("Ã©! | ab", "é! | ab")
    assert text.place(Span(5, 7)) == Span(6, 8)
    assert joined((one,)) is one
    assert joined((Text.plain("a"), Text.plain("b"))) == Text.plain("a\n\nb")


def test_a_very_long_line_is_mended_in_pieces() -> None:
    """So that the work stays in proportion to the text."""
    broken = "cafÃ© " * 5_000

    assert mended(Text.plain(broken)).readable == "café " * 5_000
