"""Feeds: each item a document, nothing fetched, no entity resolved."""

from datetime import date

import pytest

from guarantor.intake.readers import read
from guarantor.model import Document, NotRead
from tests.intake.readers.samples import ATOM, RSS


def items(data: bytes) -> list[Document]:
    """Return the documents of a feed."""
    return [one for one in read(data, "a.xml") if isinstance(one, Document)]


def rss(*inside: str) -> bytes:
    """Return a feed of items."""
    return (
        "<rss><channel>" + "".join(f"<item>{one}</item>" for one in inside) + "</channel></rss>"
    ).encode()


def test_an_item_of_rss_is_its_title_and_its_fullest_text() -> None:
    """A description that the full text repeats is not told twice."""
    first, second = items(RSS)

    assert list(first.lines) == [
        *("Kenya to lead & pay", "Kenya will send 850 soldiers.", "Uganda will not."),
    ]
    assert (first.name, first.title, first.author, first.site, first.address) == (
        *("a.xml/1", "Kenya to lead & pay", "Jane Mwangi", "The Daily Post"),
        "https://post.example/1",
    )
    assert (first.dated, first.dated_by) == (date(2024, 5, 2), "item's pubDate")
    assert list(second.lines) == ["Uganda stays out", "Uganda will not go."]
    assert second.dated is None


def test_an_entry_of_atom_may_hold_xhtml_and_only_a_day_of_change() -> None:
    """The latter with a finding."""
    [entry] = items(ATOM)

    assert list(entry.lines) == ["Talks go on", "Talks go on."]
    assert (entry.author, entry.site, entry.address) == (
        *("A. Writer", "Alandia Wire", "https://wire.example/1"),
    )
    assert (entry.dated, entry.dated_by) == (date(2024, 5, 3), "item's updated")
    assert [one.code for one in entry.findings] == ["day_of_change"]


def test_a_summary_that_says_more_is_kept() -> None:
    """What one of several tellings alone says must not be lost."""
    [item] = items(rss("<description>Teaser here.</description><content>Full text.</content>"))

    assert list(item.lines) == ["Teaser here.", "Full text."]


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("<pubDate>2024-05-02</pubDate>", date(2024, 5, 2)),
        ("<pubDate>soon</pubDate><published>2024-05-02T00:00Z</published>", date(2024, 5, 2)),
        ("<pubDate>Thu, 99 May 2024 00:00:00 GMT</pubDate>", None),
        ("", None),
    ],
)
def test_an_item_is_dated_by_what_it_gives(day: str, found: date | None) -> None:
    """In each of the forms that feeds use."""
    [item] = items(rss(f"<title>Words</title>{day}"))

    assert item.dated == found


def test_no_entity_is_resolved_and_nothing_is_fetched() -> None:
    """Neither a file of this machine nor a billion laughs comes into a text."""
    outside = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    laughs = '<!DOCTYPE rss [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]>'

    for doctype, entity in ((outside, "&x;"), (laughs, "&y;")):
        found = items(doctype.encode() + rss(f"<title>Words {entity}</title>"))
        assert [list(one.lines) for one in found] == [[f"Words {entity}"]]


def test_what_comes_before_a_break_is_read() -> None:
    """And the break is told."""
    results = list(read(RSS[: RSS.index(b"Uganda stays") + 6], "a.xml"))

    assert [one.name for one in results] == ["a.xml/1", "a.xml/2", "a.xml"]
    assert isinstance(results[-1], NotRead)
    assert results[-1].reason == (
        "a.xml: the feed breaks off after 2 items, and what follows was not read; fetch it anew"
    )


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (rss(), "a.xml: the feed has no items; leave it out"),
        (
            rss("<link>https://a.example</link><!-- x -->"),
            "a.xml/1: the item holds no text; fetch the page that it points to",
        ),
        (
            b"<rss \x00",
            "a.xml: the feed breaks off at once, and what follows was not read; fetch it anew",
        ),
    ],
)
def test_a_feed_without_text_says_so(data: bytes, reason: str) -> None:
    """One sentence each."""
    [result] = read(data, "a.xml")

    assert isinstance(result, NotRead)
    assert result.reason == reason


def test_an_author_and_an_address_may_be_missing() -> None:
    """Or be empty, or not the item's own."""
    inside = '<title>Words</title><author> </author><link rel="enclosure" href="x"/><link/>'
    [item] = items(rss(inside))

    assert (item.author, item.address, item.site) == ("", "", "")
