"""Mails: the message, its forms, its attachments and its day."""

from base64 import encodebytes
from datetime import date

import pytest

from guarantor.intake.readers import read
from guarantor.model import Document, NotRead
from tests.intake.readers.samples import MAIL, PDF, zipped

HEAD = b"From: A <a@b.example>\nSubject: Talks\nDate: Thu, 2 May 2024 23:30:00 -0500\n"


def mixed(*parts: bytes, kind: bytes = b"mixed") -> bytes:
    """Return a mail of parts."""
    inside = b"".join(b"--x\n" + part + b"\n" for part in parts)
    return HEAD + b"Content-Type: multipart/%s; boundary=x\n\n%s--x--\n" % (kind, inside)


def documents(data: bytes) -> list[Document]:
    """Return the documents of a mail of which all is read."""
    found = list(read(data, "a.eml"))
    assert all(isinstance(one, Document) for one in found)
    return [one for one in found if isinstance(one, Document)]


def test_a_mail_is_its_message_and_each_attachment() -> None:
    """Encoded words, transfer encodings and charsets are resolved; one form of two is enough."""
    message, annex = documents(MAIL)

    assert list(message.lines) == [
        "Kenya will send 850 soldiers to the café of Alandia.",
        "Uganda denied that it would take part.",
    ]
    assert (message.title, message.author) == ("Kenya will lead", "Ministère")
    assert (message.dated, message.dated_by) == (date(2024, 5, 2), "header Date")
    assert (annex.name, list(annex.lines)) == (
        "a.eml/annex.txt",
        ["The annex names the airfield."],
    )


def test_a_message_has_the_day_of_its_writer() -> None:
    """Half past eleven at night in New York is the next day in London."""
    [message] = documents(HEAD + b"\nTalks go on.")

    assert message.dated == date(2024, 5, 2)


def test_two_forms_of_a_message_that_differ_are_both_read() -> None:
    """A stub for old programs says something else than the message."""
    plain = b"Content-Type: text/plain\n\nView this message in your browser"
    html = b"Content-Type: text/html\n\n<p>Kenya sends 850 soldiers.</p>"

    [both] = documents(mixed(plain, html, kind=b"alternative"))
    [richer] = documents(mixed(b"\nKenya sends", html, kind=b"alternative"))

    assert list(both.lines) == ["View this message in your browser", "Kenya sends 850 soldiers."]
    assert [one.is_boilerplate for one in both.blocks] == [True, False]
    assert list(richer.lines) == ["Kenya sends 850 soldiers."]


def test_every_attachment_is_read_as_what_it_is() -> None:
    """PDF, archives, mails within mails, pictures, and what has no name."""
    forwarded = b"Content-Type: message/rfc822\n\n" + HEAD + b"\nForwarded words."
    pdf = (
        b"Content-Type: application/pdf; name=a/b.pdf\nContent-Transfer-Encoding: binary\n\n" + PDF
    )
    picture = b"Content-Type: image/png\n\n\x89PNG\r\n\x1a\n"

    results = list(read(mixed(b"\nSee below.", forwarded, pdf, picture), "a.eml"))

    assert [one.name for one in results] == [
        "a.eml",
        "a.eml/part 3",
        "a.eml/a_b.pdf",
        "a.eml/part 5",
    ]
    assert isinstance(results[-1], NotRead)
    assert not isinstance(results[2], NotRead)


def test_several_mails_in_one_file_are_read_one_by_one() -> None:
    """As mail programs keep a folder (mbox)."""
    one = b"From a@b.example Thu May  2 23:30:00 2024\n" + HEAD + b"\nOne.\n\n"

    assert [mail.name for mail in documents(one + one)] == ["a.eml/1.eml", "a.eml/2.eml"]


def test_a_text_with_a_colon_is_no_mail() -> None:
    """A press release begins with fields as well, but says more than that before its text."""
    release = b"Subject: Talks\nThe council met. It said: nothing.\nDate: unknown\n"

    [text] = read(release, "a.txt")

    assert isinstance(text, Document)
    assert text.media_type == "text/plain"


def test_a_field_is_enough_where_the_name_says_mail() -> None:
    """A program may have saved little of the header."""
    [mail] = read(b"Subject: Talks\n\nThey go on.", "a.eml")

    assert isinstance(mail, Document)
    assert (mail.media_type, mail.title, mail.dated) == ("message/rfc822", "Talks", None)


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        (b"caf\xc3\xa9", "café"),
        (b"caf\xe9", "café"),
        (b"=?bogus?b?AAAA?=", "=?bogus?b?AAAA?="),
        (b"=?utf-8?b?A?=", "=?utf-8?b?A?="),
        (b"two\n lines", "two lines"),
    ],
)
def test_a_broken_header_is_shown_as_it_stands(subject: bytes, title: str) -> None:
    """It must not cost the message."""
    [mail] = documents(b"Subject: " + subject + b"\nFrom: a@b\nTo: c@d\n\nWords.")

    assert (mail.title, mail.author) == (title, "a@b")


def test_a_day_that_is_none_and_a_cut_off_mail_are_told() -> None:
    """One finding each."""
    [bad_day] = documents(b"From: a\nTo: b\nDate: some day\n\nWords.")
    [cut_off] = documents(mixed(b"\nWords.").removesuffix(b"--x--\n"))

    assert [one.message for one in bad_day.findings] == [
        "a.eml: its header gives “some day” as its date, which is no day; give the day"
    ]
    assert [one.code for one in cut_off.findings] == ["cut_off"]


def test_a_mail_of_too_many_parts_ends_with_a_sentence() -> None:
    """The work is bounded, and what is left out is said."""
    results = list(read(mixed(*[b"\nWords."] * 1_100), "a.eml"))

    assert isinstance(results[0], Document)
    assert isinstance(results[-1], NotRead)
    assert results[-1].reason == (
        "a.eml: the mail has more than 1,000 parts, and the rest was not read; save its "
        "attachments apart"
    )


def test_a_part_that_is_no_text_is_kept_as_a_file() -> None:
    """Binary in the place of the message is told as what it is."""
    results = list(
        read(mixed(b"Content-Type: text/plain\n\n\x89PNG\r\n\x1a\n" + bytes(9)), "a.eml")
    )

    assert [type(one) for one in results] == [NotRead]
    assert "is an image" in getattr(results[0], "reason", "")


def test_archives_in_mails_are_unpacked() -> None:
    """Each file has the names of all that encloses it."""
    archive = b"Content-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\n"
    packed = zipped([("b.txt", b"Words.")])

    [document] = documents(mixed(archive + encodebytes(packed)))

    assert document.name == "a.eml/a.zip/b.txt"
