"""PDF: its pages, its running heads, and what cannot be read of it."""

import io
from datetime import date

import pypdf
import pytest

from guarantor.intake.readers import pdf as reader
from guarantor.intake.readers import read
from guarantor.model import Document, NotRead
from tests.intake.readers.samples import PDF, pdf


def only(data: bytes) -> Document:
    """Return the one document of a PDF."""
    [result] = read(data, "a.pdf")
    assert isinstance(result, Document)
    return result


def reason(data: bytes) -> str:
    """Return why a PDF, or the rest of it, was not read."""
    *_, last = read(data, "a.pdf")
    assert isinstance(last, NotRead)
    return last.reason


def rewritten(data: bytes, *, locked_by: str = "", **about: str) -> bytes:
    """Return a PDF written anew, with properties, compressed, locked."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    for page in writer.pages:
        page.compress_content_streams()
    writer.add_metadata({f"/{name}": value for name, value in about.items()})
    if locked_by:
        writer.encrypt(locked_by, algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_the_pages_of_a_pdf_are_one_document() -> None:
    """In order, each line tied to the text that was taken out of the file."""
    document = only(PDF)

    assert list(document.lines) == [
        "Kenya will send 850 soldiers.",
        "Uganda will not.",
        "The vote is due in a week.",
    ]
    assert document.findings == ()
    assert document.dated is None


def test_the_properties_give_title_and_author_but_no_day() -> None:
    """A file is made when somebody prints it."""
    document = only(rewritten(PDF, Title="The\nplan", Author="A. W.", CreationDate="D:20240503"))

    assert (document.title, document.author, document.dated) == ("The plan", "A. W.", None)
    assert [one.message for one in document.findings] == [
        "a.pdf: made on 2024-05-03, as its properties say, which is no day of publication"
    ]
    assert only(rewritten(PDF, Title="x", CreationDate="nonsense")).findings == ()


def test_a_dateline_gives_the_day() -> None:
    """As in every other text."""
    document = only(pdf([["A plan", "2 May 2024", "It has three parts."]]))

    assert (document.dated, document.dated_by) == (date(2024, 5, 2), "dateline “2 May 2024”")


def test_running_heads_and_page_numbers_are_marked() -> None:
    """What stands at the edge of three pages, whatever its number, and numbers alone."""
    pages = [
        [
            "The Council, paper 9",
            f"Part {word} of it.",
            f"More of {word}.",
            f"Still more of {word}.",
            f"- {number} -",
        ]
        for number, word in enumerate(["one", "two", "three"], 1)
    ]
    document = only(pdf(pages))

    assert [
        words for words, one in zip(document.lines, document.blocks, strict=True) if one[1]
    ] == [part for number in (1, 2, 3) for part in ("The Council, paper 9", f"- {number} -")]


def test_a_scan_and_a_page_without_text_are_told() -> None:
    """The whole file, or the pages."""
    assert reason(pdf([[], []])) == (
        "a.pdf: its pages hold no text, as those of a scan; run text recognition over it first"
    )
    assert [one.message for one in only(pdf([["Words."], []])).findings] == [
        "a.pdf: no text on page 2; where it is a picture of text, run text recognition over it"
    ]


def test_a_password_is_told_and_an_empty_one_is_none() -> None:
    """Many a file is only locked against changes."""
    assert reason(rewritten(PDF, locked_by="secret")) == (
        "a.pdf: it is locked with a password; unlock it, or print it into a new PDF, and hand that "
        "in"
    )
    unlocked = pypdf.PdfWriter(clone_from=io.BytesIO(PDF))
    unlocked.encrypt("", "owner", algorithm="RC4-128")
    out = io.BytesIO()
    unlocked.write(out)
    assert len(only(out.getvalue()).blocks) == 3


def test_a_lock_that_needs_another_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the newest kinds of encryption do."""

    def locked(*_: object) -> None:
        raise pypdf.errors.DependencyError

    monkeypatch.setattr(pypdf, "PdfReader", locked)

    assert "locked with a password" in reason(PDF)


def test_a_cut_off_pdf_gives_what_it_holds_and_says_so() -> None:
    """Or says that nothing can be had."""
    for ending in (b"startxref", b"xref\n0"):
        first, rest = read(PDF[: PDF.index(ending)], "a.pdf")
        assert isinstance(first, Document)
        assert len(first.blocks) == 3
        assert rest == NotRead(
            name="a.pdf",
            sha256=first.sha256,
            reason="a.pdf: its end is missing, so what may have followed was not read; fetch it "
            "anew",
        )
    assert reason(PDF[:40]) == "a.pdf: it is cut off or damaged; fetch it anew"
    assert reason(pdf([])) == "a.pdf: it is cut off or damaged; fetch it anew"


def test_what_the_library_mends_is_told() -> None:
    """The table of places is off by some bytes."""
    document = only(PDF.replace(b"%PDF-1.4\n", b"%PDF-1.4\n%more\n"))

    assert [one.code for one in document.findings] == ["mended_file"]
    assert document.findings[0].message.startswith("a.pdf: mended while it was read (")


def test_a_page_that_cannot_be_read_does_not_cost_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its number is told; of many the first ones."""
    monkeypatch.setattr(reader, "_MOST_DRAWN", 70)
    broken = pdf([["Many words on one page. " * 5], ["The vote is due in a week."]])
    results = list(read(broken, "a.pdf"))

    assert isinstance(results[0], Document)
    assert list(results[0].lines) == ["The vote is due in a week."]
    assert reason(broken) == (
        "a.pdf: page 1 cannot be read; fetch it anew, or print it into a new PDF"
    )
    monkeypatch.setattr(reader, "_MOST_DRAWN", 50)
    assert reason(pdf([["Words."], *[["Longer words."]] * 12])) == (
        "a.pdf: pages 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and more cannot be read; fetch it anew, or "
        "print it into a new PDF"
    )


@pytest.mark.parametrize("limit", ["_MOST_PAGES", "_MOST_CHARACTERS"])
def test_the_work_on_one_file_is_bounded(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """In pages and in characters; what is left out is told."""
    monkeypatch.setattr(reader, limit, 1)

    first, rest = read(PDF, "a.pdf")

    assert isinstance(first, Document)
    assert isinstance(rest, NotRead)
    assert rest.reason == "a.pdf: only the first 1 of its 2 pages were read; split it"


def test_the_steps_of_drawing_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page may draw the same a million times."""
    monkeypatch.setattr(reader, "_MOST_STEPS", 3)

    assert reason(PDF).startswith("a.pdf: page 1 cannot be read")


def test_broken_properties_do_not_cost_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are the least of a file."""

    def broken(_: object) -> None:
        raise RecursionError

    monkeypatch.setattr(pypdf.PdfReader, "metadata", property(broken))

    assert only(PDF).title == ""
