"""Every kind of file is known by its content, and every file gives something."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guarantor.intake.readers import MOST_BYTES, read, reading, too_large
from guarantor.model import Block, Document, NotRead, Span, Text
from guarantor.model.ports import Claim, Enclosed
from tests.intake.readers.laws import assert_lawful
from tests.intake.readers.samples import ALL, ARTICLE, PAGE, zipped

KINDS = {
    "article.txt": ["text/plain"],
    "page.html": ["text/html"],
    "paper.pdf": ["application/pdf"],
    "mail.eml": ["message/rfc822", "text/plain"],
    "feed.rss": ["application/rss+xml"] * 2,
    "feed.atom": ["application/atom+xml"],
    "two.zip": ["text/plain", "text/html"],
    "two.tar": ["text/plain", "text/html"],
    "two.tar.gz": ["text/plain", "text/html"],
    "two.tar.bz2": ["text/plain", "text/html"],
    "article.txt.xz": ["text/plain"],
    "article.txt.gz": ["text/plain"],
    "western.txt": ["text/plain"],
    "wide.txt": ["text/plain"],
    "picture.png": [],
}


@pytest.mark.parametrize("name", ALL)
def test_each_kind_is_read_as_what_it_is(name: str) -> None:
    """Whatever it is named: the content decides."""
    for called in (name, "unnamed"):
        found = [one for one in read(ALL[name], called) if isinstance(one, Document)]

        assert [one.media_type for one in found] == KINDS[name]
        for document in found:
            assert_lawful(document)


def test_a_file_of_another_kind_than_its_name_says_is_read_with_a_finding() -> None:
    """A page saved as text is a page; that it was meant to be one is for a person to say."""
    [page] = read(PAGE.encode(), "article.txt")
    [text] = read(ARTICLE.encode(), "article.pdf")

    assert isinstance(page, Document)
    assert isinstance(text, Document)
    assert (page.media_type, text.media_type) == ("text/html", "text/plain")
    assert [one.message for one in text.findings] == [
        (
            "article.pdf: named as .pdf, read as text/plain, which is what it holds; see whether "
            "it is the file that was meant"
        )
    ]
    assert [one.code for one in page.findings] == ["other_kind"]


def test_a_hash_is_that_of_the_bytes_of_the_file() -> None:
    """A member of an archive is a file of its own, an item of a feed is not."""
    member, _ = read(ALL["two.zip"], "two.zip")
    first, second = read(ALL["feed.rss"], "feed.rss")

    assert member.sha256 == sha256(ARTICLE.encode()).hexdigest()
    assert first.sha256 == second.sha256 == sha256(ALL["feed.rss"]).hexdigest()


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        (b"", "a: it holds no text; leave it out, or save it anew with its text"),
        (b" \n\t", "a: it holds no text; leave it out, or save it anew with its text"),
        (
            b"\xef\xbb\xbf\xe2\x80\x8b",
            "a: it holds no text; leave it out, or save it anew with its text",
        ),
        (
            bytes(range(256)) * 4,
            "a: it is binary and no kind that is known; save what it says as text, HTML or PDF",
        ),
        (
            b"\xff\xd8\xff\xe0",
            "a: it is an image; run text recognition over it and hand in the text",
        ),
        (b"RIFF0000WEBP", "a: it is an image; run text recognition over it and hand in the text"),
        (b"{\\rtf1 Hello}", "a: it is an office file; save it as PDF, HTML or text"),
        (
            zipped([("[Content_Types].xml", b"<Types/>")]),
            "a: it is an office file or an e-book; save it as PDF, HTML or text",
        ),
        (
            b"7z\xbc\xaf\x27\x1c00",
            "a: it is an archive of a kind that is not unpacked; unpack it into a folder",
        ),
        (b"\x7fELF\x02", "a: it is a program; leave it out"),
        (zipped([]), "a: there is nothing in it to read; leave it out"),
    ],
    ids=str,
)
def test_what_is_not_read_says_why_and_what_to_do(name: bytes, reason: str) -> None:
    """One clear sentence each, with the hash of what was not read."""
    assert list(read(name, "a")) == [
        NotRead(name="a", sha256=sha256(name).hexdigest(), reason=reason)
    ]


def test_a_file_that_is_too_large_need_not_be_loaded() -> None:
    """Its size is enough; and who loads it all the same gets the same sentence."""
    refused = too_large("all.txt", 2_000_000_000)

    assert refused == NotRead(
        name="all.txt",
        sha256="",
        reason="all.txt: 2,000 MB are more than the 50 MB of one file; split it or unpack it",
    )
    assert too_large("all.txt", MOST_BYTES) is None
    assert list(read(bytes(MOST_BYTES + 1), "all.txt")) == [too_large("all.txt", MOST_BYTES + 1)]


class _Shouting:
    """Reads what begins with a mark of its own, and breaks at a mark within."""

    def claim(self, data: bytes, name: str) -> Claim:
        del name
        return Claim.CONTENT if data.startswith(b"SHOUT") else Claim.NONE

    def read(self, data: bytes, name: str) -> Iterator[Document | NotRead | Enclosed]:
        text = data.decode("ascii").upper()
        yield Document(
            name=name,
            sha256="",
            media_type="text/shouting",
            text=Text.plain(text),
            blocks=(Block(Span(0, len(text))),),
            dated=date(2024, 5, 2),
        )
        if b"break" in data:
            raise RecursionError


@pytest.fixture
def _plugged(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Install a reader the way that a package installs one."""
    entry = EntryPoint("shouting", f"{__name__}:_Shouting", reading.GROUP)
    monkeypatch.setattr(EntryPoint, "load", _loaded(EntryPoint.load))
    monkeypatch.setattr(reading, "entry_points", lambda group: (entry,) if group else ())
    reading.readers.cache_clear()
    yield
    reading.readers.cache_clear()


def _loaded(load: object) -> object:
    def loaded(entry: EntryPoint) -> object:
        return _Shouting if entry.name == "shouting" else load(entry)  # type: ignore[operator]

    return loaded


@pytest.mark.usefixtures("_plugged")
def test_an_installed_reader_reads_its_kind_and_leaves_the_others_alone() -> None:
    """It is found under its entry-point group and asked before the package's own."""
    [shouted] = read(b"SHOUT: we come", "a")
    [plain] = read(b"We come.", "a")

    assert isinstance(shouted, Document)
    assert isinstance(plain, Document)
    assert (shouted.media_type, plain.media_type) == ("text/shouting", "text/plain")


@pytest.mark.usefixtures("_plugged")
def test_whatever_a_reader_raises_becomes_a_sentence_after_what_was_read() -> None:
    """A batch goes on, and nothing is silent."""
    data = b"SHOUT and break"

    read_first, then = read(data, "a")

    assert isinstance(read_first, Document)
    assert then == NotRead(
        name="a",
        sha256=sha256(data).hexdigest(),
        reason="a: it is damaged (RecursionError), so what follows in it was not read; fetch it "
        "anew, or save what it says as text",
    )


@given(st.text(), st.sampled_from(["a.txt", "a.html", "a.md", "a"]))
def test_every_text_is_read_lawfully_or_is_none(text: str, name: str) -> None:
    """Each character but space lies in one block, and each passage leads back to its words."""
    results = list(read(text.encode("utf-8", "replace"), name))

    assert results
    for result in results:
        if isinstance(result, Document):
            assert_lawful(result)


def test_the_reference_article_has_no_date_and_eight_passages() -> None:
    """The one that the package is measured on; skipped where it is absent."""
    path = Path(__file__).parents[4] / "shared" / "seed" / "article.txt"
    if not path.is_file():
        pytest.skip("the reference article is absent")

    [article] = read(path.read_bytes(), "article.txt")

    assert isinstance(article, Document)
    assert article.dated is None
    assert len(article.blocks) == 13
    assert_lawful(article)
