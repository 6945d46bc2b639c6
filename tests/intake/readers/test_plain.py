"""Plain text: its paragraphs, its notices, its dateline and its encoding."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guarantor.intake.readers import read
from guarantor.intake.readers.boilerplate import is_notice
from guarantor.intake.readers.datelines import dateline
from guarantor.intake.readers.decoding import decode
from guarantor.intake.readers.paragraphs import paragraphs
from guarantor.model import Document

WRAPPED = """\
The council of the union meets on Thursday in order to decide whether
it sends a mission to Alandia, and if so under whose command it would
stand.

Three states have said that they would take part, among them Kenya. A
fourth wants to wait for the mandate.
  - Kenya offers a battalion
  - Uganda offers nothing, and its minister says that this is not going
    to change
Alandia
=======
Its government agreed.
"""


def split(text: str) -> list[str]:
    """Return the paragraphs of a text, space made one."""
    return [" ".join(text[start:end].split()) for start, end in paragraphs(text)]


def test_wrapped_lines_are_joined_and_items_are_not() -> None:
    """Lines of one width that break off within sentences are one writer's, who wraps them."""
    assert split(WRAPPED) == [
        (
            "The council of the union meets on Thursday in order to decide whether it sends a "
            "mission to Alandia, and if so under whose command it would stand."
        ),
        (
            "Three states have said that they would take part, among them Kenya. A fourth wants to "
            "wait for the mandate."
        ),
        "- Kenya offers a battalion",
        "- Uganda offers nothing, and its minister says that this is not going to change",
        "Alandia",
        "=======",
        "Its government agreed.",
    ]


def test_a_line_is_a_paragraph_where_nobody_wraps() -> None:
    """Long lines, headlines and lists show no width at which words did not fit."""
    headlines = "Kenya to lead mission\nUganda stays out of it\nCouncil votes\nTalks go on"
    long_lines = f"{'A sentence of the first. ' * 9}\n{'A sentence of the second. ' * 9}\nShort."

    assert split(headlines) == headlines.splitlines()
    assert len(paragraphs(long_lines)) == 3


def test_an_indented_line_begins_a_paragraph_of_a_wrapped_text() -> None:
    """As in print, where no blank line stands between."""
    text = (
        "The minister said that the first battalion would leave within days\n"
        "and that it would stay for a year, or for as long as it was asked.\n"
        "   Uganda denied that it would take part in the mission that Kenya\n"
        "leads.\n"
    )

    assert [one.split()[0] for one in split(text)] == ["The", "Uganda"]


@given(st.text(" \n\r\tab.-A\x0b\u2028", max_size=200))
def test_paragraphs_hold_every_character_but_space(text: str) -> None:
    """In order, without space around them, none empty."""
    end = 0
    for start, stop in paragraphs(text):
        assert not text[end:start].strip()
        assert text[start:stop] == text[start:stop].strip() != ""
        end = stop
    assert not text[end:].strip()


@pytest.mark.parametrize(
    "notice",
    [
        "Share this article",
        "ADVERTISEMENT",
        "Follow the Daily Post on Facebook",
        "Most read",
        "Sign up for our daily newsletter to get the news in your inbox.",
        "We use cookies to improve your experience. Read more in our policy on cookies.",
        "© 2024 The Daily Post. All rights reserved.",
        "Photo: J. Mwangi / Wire",
        "Read more:",
    ],
)
def test_a_notice_is_told_by_its_words(notice: str) -> None:
    """What every page says and no story."""
    assert is_notice(notice)


@pytest.mark.parametrize(
    "told",
    [
        "Share of the burden: Kenya pays half.",
        "Kenya and Uganda share this view.",
        "The ministry will print the treaty.",
        "More troops are needed.",
        "Search operations continue.",
        "Sign up for our newsletter. The minister said that Kenya will send 850 soldiers.",
        "Related parties to the conflict have met.",
        "Comments by the minister were not reported.",
    ],
)
def test_what_is_told_is_no_notice(told: str) -> None:
    """Even where it begins as a notice does."""
    assert not is_notice(told)


@pytest.mark.parametrize(
    ("blocks", "day"),
    [
        (["15 March 2025", "Text."], date(2025, 3, 15)),
        (["Title", "Saturday, March 15th, 2025, 10:30 GMT", "Text."], date(2025, 3, 15)),
        (["Published: 15 Mar. 2025", "Text."], date(2025, 3, 15)),
        (["LONDON, 15 March 2025 — The", "b"], date(2025, 3, 15)),
        (["NEW YORK, Sept 5, 2025 (Wire) - The", "b"], date(2025, 9, 5)),
        (["a", "b", "c", "d", "London, 15 March 2025"], date(2025, 3, 15)),
        (["2025-03-15", "Text."], date(2025, 3, 15)),
        (["15.3.2025", "Text."], date(2025, 3, 15)),
        (["15/03/2025", "Text."], date(2025, 3, 15)),
        (["03/04/2025", "Text."], None),
        (["LONDON, March 15 (Wire) — The"], None),
        (["On 15 March 2025 the council met.", "Text."], None),
        (["The summit of 15 March 2025 – a failure"], None),
        (["a", "b", "c", "15 March 2025", "d"], None),
        (["31 February 2025"], None),
        (["15 March 1066"], None),
        ([], None),
    ],
)
def test_only_an_unmistakable_dateline_is_one(blocks: list[str], day: date | None) -> None:
    """At the very top or bottom, with its year, and no two readings."""
    found = dateline(blocks)

    assert (found[0] if found else None) == day


def test_the_words_of_a_dateline_are_given() -> None:
    """So that a reader sees what gave the day."""
    [text] = read(b"Title\n\n15 March 2025\n\nThe council met.", "a.txt")

    assert isinstance(text, Document)
    assert (text.dated, text.dated_by) == (date(2025, 3, 15), "dateline “15 March 2025”")


def test_a_heading_of_markdown_is_the_title() -> None:
    """In plain text nothing marks one."""
    [text] = read(b"# Kenya to lead #\n\nIt will.", "a.md")
    [plain] = read(b"Kenya to lead\n\nIt will.", "a.txt")

    assert isinstance(text, Document)
    assert isinstance(plain, Document)
    assert (text.title, text.media_type, plain.title) == ("Kenya to lead", "text/markdown", "")


RUSSIAN = "Президент России заявил о прекращении огня. Он сказал, что переговоры продолжатся. " * 3  # noqa: RUF001 Russian prose
FRENCH = "Le ministre a dit : “Oui” – c’est prêt, et déjà décidé. "


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        (b"\xef\xbb\xbfA caf\xc3\xa9", "A café", "utf-8"),
        ("A café".encode("utf-16"), "A café", "utf-16-le"),
        (b"\xfe\xff" + "A café".encode("utf-16-be"), "A café", "utf-16-be"),
        ("A café".encode("utf-32"), "A café", "utf-32-le"),
        ("A café".encode("utf-16-le"), "A café", "utf-16-le"),
        ("A café".encode("utf-16-be"), "A café", "utf-16-be"),
        (RUSSIAN.encode("utf-16-le"), RUSSIAN, "utf-16-le"),
        (b'<meta charset="koi8-r">' + RUSSIAN.encode("koi8-r"), None, "koi8-r"),
        (b'<meta charset="iso-8859-1">\x93A\x94', None, "cp1252"),
        (b'<meta charset="iso-8859-1">caf\xc3\xa9', None, "utf-8"),
        (b'<meta charset="utf-7">caf\xe9', None, "cp1252"),
        (b'<meta charset="rot13">caf\xe9', None, "cp1252"),
        (b'<meta charset="nonsense">caf\xe9', None, "cp1252"),
        (b'<meta charset="shift_jis">\x81', None, "cp1252"),
        (FRENCH.encode("cp1252"), FRENCH, "cp1252"),
        (RUSSIAN.encode("koi8-r"), RUSSIAN, "koi8-r"),
        (RUSSIAN.encode("cp1251"), RUSSIAN, "cp1251"),
        ((FRENCH * 30).encode() + b"\xff.", FRENCH * 30 + "\ufffd.", "utf-8"),
    ],
)
def test_an_encoding_is_found(data: bytes, text: str | None, encoding: str) -> None:
    """By its mark, by what is declared, as UTF-8, and else by the best guess."""
    decoded = decode(data)

    assert decoded.encoding == encoding
    assert text is None or decoded.text == text


def test_what_is_guessed_or_broken_is_told() -> None:
    """A reader has to know that a character may be another."""
    guessed = decode(FRENCH.encode("cp1252"))
    broken = decode(b"\xff\xfea\x00b")
    nothing_known = decode(b"\x81\x8d\x8f\x90\x9d" * 9)

    assert guessed.doubt == "its encoding is declared nowhere and taken for cp1252"
    assert broken.doubt == "parts of it are no UTF-16-LE and shown as \ufffd"
    assert nothing_known.doubt
    [text] = read(FRENCH.encode("cp1252"), "a.txt")
    assert isinstance(text, Document)
    assert [one.message for one in text.findings] == [f"a.txt: {guessed.doubt}"]


def test_a_declared_encoding_of_a_header_comes_before_that_of_the_page() -> None:
    """As in a mail, where the header of the part declares it."""
    assert decode(b'<meta charset="cp1251">\xe9', "iso-8859-1").text.endswith("é")
