"""Pages: their story, what stands around it, and the way back to the mark-up."""

import json
from datetime import date

import pytest
import trafilatura
from hypothesis import given
from hypothesis import strategies as st

from guarantor.intake.readers import read
from guarantor.intake.readers.markup import attributes, pieces
from guarantor.intake.readers.page_text import page_text
from guarantor.model import Document, NotRead
from tests.intake.readers.laws import assert_lawful
from tests.intake.readers.samples import PAGE

marked_up = st.lists(
    st.sampled_from(
        [
            *("<p>", "</p>", "<div>", "<nav>", "</nav>", "<b>", "</b>", "<br>", "<td>", "<tr>"),
            *("<!--", "-->", "<![CDATA[", "]]>", "<script>", "</script>", "<title>", "</title>"),
            *("<pre>", "</pre>", "&amp;", "&nbsp;", "&#1;", "&bogus;", "&#8220;", "<", ">", "&"),
            *("word", "Ã©", "\n\n", " ", "<a href='>'>", '<a title="', "<?x ?>", "<!x>", "\u00ad"),
        ]
    ),
    max_size=30,
).map("".join)


def page(html: str) -> Document:
    """Return the document of a page."""
    [result] = read(f"<html><body>{html}</body></html>".encode(), "a.html")
    assert isinstance(result, Document)
    return result


def test_a_page_is_its_story_and_what_stands_around_it() -> None:
    """Nothing is thrown away: menus, calls to share and footers are marked."""
    [result] = read(PAGE.encode(), "a.html")

    assert isinstance(result, Document)
    told = [words for words, one in zip(result.lines, result.blocks, strict=True) if not one[1]]
    around = [words for words, one in zip(result.lines, result.blocks, strict=True) if one[1]]
    assert [line[:20] for line in told] == [
        "Kenya to lead the mi",
        "Kenya will send 850\u00a0",
        "“We will not go alon",
        "State\tSoldiers",
        "Kenya\t850",
        "Diplomats expect the",
    ]
    assert around == [
        *("Home", "World", "Share this article", "Most read", "Ten places for your holiday"),
        "© 2024 The Daily Post. All rights reserved.",
    ]
    assert (result.title, result.author, result.site, result.address) == (
        "Kenya to lead the mission in Alandia",
        "Jane Mwangi",
        "The Daily Post",
        "https://post.example/2024/alandia",
    )
    assert (result.dated, result.dated_by) == (
        date(2024, 5, 2),
        "meta element article:published_time",
    )


def test_a_place_shows_the_words_with_the_tags_and_entities_between_them() -> None:
    """By hand: the words of the block, as the page has them."""
    result = page("<p>Kenya sends <b>850&nbsp;men</b> &amp; more.</p>")
    [block] = result.blocks

    assert list(result.lines) == ["Kenya sends 850\u00a0men & more."]
    start, end = result.text.place(block.span)
    assert result.text.original[start:end] == "Kenya sends <b>850&nbsp;men</b> &amp; more."


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>One\n  two</p><p>Three", ["One two", "Three"]),
        ("One<br>two<br><br>Three", ["One\ntwo", "Three"]),
        ("<ul><li>One<li>Two</ul>", ["One", "Two"]),
        ("<pre>One\ntwo\n\nThree</pre>", ["One\ntwo", "Three"]),
        ("1 < 2 <3 and <p>x", ["1 < 2 <3 and", "x"]),
        ("a <b title='>'>b</b>", ["a b"]),
        ('a <b title="x> c', ["a c"]),
        ("<![CDATA[A & B]]> c", ["A & B c"]),
        ("<![CDATA[A c", ["A c"]),
        ("<!-- x --><p>a<!-- b", ["a"]),
        ("<!-- x > a", ["a"]),
        ("<?php x ?>a<!doctype y>b", ["ab"]),
        ("<style>p</style>a<SCRIPT>b</script>c<script>d", ["acd"]),
        ("<script/>a", ["a"]),
        ("Ã©t&Atilde;&copy;", ["été"]),
        ("<svg><title>a</title></svg>b<title>c", ["b", "c"]),
        ("<textarea>a</textarea><select><option>b</select>c", ["a", "b", "c"]),
        ("a&#1;&zwnj;", ["a\u200c"]),
    ],
)
def test_mark_up_is_read_however_broken(html: str, lines: list[str]) -> None:
    """As a browser shows it, or more; never less."""
    assert list(page(html).lines) == lines


@given(marked_up)
def test_every_page_is_read_lawfully(html: str) -> None:
    """Blocks, runs and places hold for whatever stands in a page."""
    for result in read(f"<html>{html}".encode(), "a.html"):
        if isinstance(result, Document):
            assert_lawful(result)


@given(marked_up)
def test_pieces_are_in_order_and_leave_out_nothing_but_comments(html: str) -> None:
    """What is between two pieces is a comment, a declaration or the marks of a CDATA section."""
    at = 0
    for (start, end), _ in pieces(html):
        assert at <= start <= end <= len(html)
        assert start == at or html[at:start].startswith(("<!", "<?", "]]>"))
        at = end


def test_a_tag_with_quotation_marks_that_do_not_match_ends_at_its_first_end() -> None:
    """And after many of them nobody looks further for what never comes."""
    html = '<a "b>' * 300 + "c"

    assert [html[start:end] for (start, end), tag in pieces(html) if not tag] == ["c"]


def test_attributes_are_read_in_every_form() -> None:
    """Quoted twice, once, and not at all; the first of a name counts."""
    assert attributes("<time Datetime='2024' pubdate title=\"&lt;\" a=b a=c>") == {
        "datetime": "2024",
        "pubdate": "",
        "title": "<",
        "a": "b",
    }


def test_a_page_without_text_is_not_read() -> None:
    """As one that a script fills."""
    [result] = read(b"<!doctype html><html><script>x</script><div></div>", "a.html")

    assert isinstance(result, NotRead)
    assert result.reason == (
        "a.html: the page holds no text, as one that a script fills; save it from the browser once "
        "it shows its text"
    )


@pytest.mark.parametrize(
    ("html", "day", "by"),
    [
        ('<meta itemprop="datePublished" content="20240502">', 2, "meta element datepublished"),
        ('<meta name="date" content="2 May 2024">', 2, "meta element date"),
        ('<time datetime="2024-05-02">Thursday</time>', 2, "time element"),
        (
            '<time datetime="2024-05-03">x</time><time pubdate datetime="2024-05-02">y</time>',
            2,
            "time element",
        ),
        ("<p>Thursday 2 May 2024</p>", 2, "dateline “Thursday 2 May 2024”"),
        (
            (
                '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", '
                '"datePublished": "2024-05-02T10:00Z"}]}</script>'
            ),
            2,
            "linked data datePublished",
        ),
        ('<meta name="date" content="2024-13-02"><meta name="date" content="9999-01-01">', 0, ""),
        ('<meta name="date" content="2024-02-30"><meta property="og:type">', 0, ""),
        ('<meta property="article:modified_time" content="2024-05-02">', 0, ""),
        ('<footer><time datetime="2024-05-02">x</time></footer>', 0, ""),
        ('<script type="application/ld+json">{"datePublished": [1</script>', 0, ""),
        ('<script type="application/ld+json">[1, {"@type": "Person"}]</script>', 0, ""),
        ("<p>It met on 2 May 2024 in Nairobi.</p>", 0, ""),
    ],
)
def test_a_page_is_dated_by_itself_alone(html: str, day: int, by: str) -> None:
    """Not by when it was changed or fetched, nor by a day that it speaks of."""
    result = page(f"{html}<p>Some words of the story that are told here.</p>")

    assert result.dated == (date(2024, 5, day) if day else None)
    assert result.dated_by == by


def test_a_page_that_gives_two_days_is_told() -> None:
    """The surest one counts, and a person sees the other."""
    result = page('<meta name="date" content="2024-05-02"><p>3 May 2024</p><p>Words.</p>')

    assert result.dated == date(2024, 5, 2)
    assert [one.message for one in result.findings] == [
        (
            "a.html: dated 2024-05-02 by its meta element date, but also 2024-05-03 by its "
            "dateline “3 May 2024”; see which of them is the day it was published"
        )
    ]


def test_a_page_in_utf_16_is_known_as_one() -> None:
    """Its first bytes look otherwise."""
    [result] = read("<html><p>Words.".encode("utf-16"), "a")

    assert isinstance(result, Document)
    assert result.media_type == "text/html"


def test_linked_data_that_is_nested_without_end_is_left_alone() -> None:
    """A page must not end the reading by what it says of itself."""
    nested = "[" * 100_000

    assert page(f'<script type="application/ld+json">{nested}</script><p>Words.').dated is None
    assert json.loads("[]") == []


def test_a_large_page_is_judged_by_its_elements() -> None:
    """The story is not looked for in more than two million characters."""
    result = page(f"<nav>Menu</nav><p>Words.</p><!--{'x' * 2_000_000}-->")

    assert [one.is_boilerplate for one in result.blocks] == [True, False]


def test_the_title_element_is_the_title_and_no_block() -> None:
    """It is kept once, and shown by no browser in the page."""
    read_page = page_text("<title> A &amp;\n B </title><p>c")

    assert read_page.title == "A & B"
    assert [one.tag for one in read_page.blocks] == ["p"]


def test_a_page_that_breaks_the_search_for_the_story_is_judged_by_its_elements(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Broken pages break a library in many ways; none may cost the page."""

    def broken(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(trafilatura, "bare_extraction", broken)

    assert [one.is_boilerplate for one in page("<nav>Menu</nav><p>Words.").blocks] == [True, False]
