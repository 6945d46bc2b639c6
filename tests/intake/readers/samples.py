"""Small files of every kind, made in memory."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Iterable, Sequence

ARTICLE = """Kenya to lead the mission in Alandia

NAIROBI, 2 May 2024 – Kenya will send 850 soldiers to Alandia, its defence minister said on \
Thursday, if the Council gives the force a mandate.

"We will not go alone," the minister told reporters. Uganda denied that it would take part.

Share this article
"""
PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Kenya to lead the mission in Alandia | The Daily Post</title>
<meta property="article:published_time" content="2024-05-02T21:30:00+03:00">
<meta property="og:site_name" content="The Daily Post">
<meta name="author" content="Jane Mwangi">
<link rel="canonical" href="https://post.example/2024/alandia">
<style>p { color: red }</style><script>var a = "<p>no text</p>";</script></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<header><h1>Kenya to lead the mission in Alandia</h1></header>
<article>
<p>Kenya will send <b>850&nbsp;soldiers</b> to Alandia, its defence minister said on Thursday, if
the Council gives the force a mandate that lasts for at least a year and is paid for by all.</p>
<p>&ldquo;We will not go alone,&rdquo; the minister told reporters in Nairobi after the cabinet had
met for several hours. Uganda denied that it would take part in the force in any way.</p>
<table><tr><th>State</th><th>Soldiers</th></tr><tr><td>Kenya</td><td>850</td></tr></table>
<p>Diplomats expect the vote of the Council within a week, and the first soldiers would arrive in
the capital a month after it, according to two people who have seen the plan of the force.</p>
<p>Share this article</p>
</article>
<aside><h2>Most read</h2><ul><li><a href="/a">Ten places for your holiday</a></li></ul></aside>
<footer><p>&copy; 2024 The Daily Post. All rights reserved.</p></footer>
</body></html>
"""
MAIL = b"""Return-Path: <press@defence.example>
Date: Thu, 2 May 2024 23:30:00 +0300
From: =?utf-8?q?Minist=C3=A8re?= <press@defence.example>
To: editors@post.example
Subject: =?utf-8?b?S2VueWEgd2lsbCBsZWFk?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="outer"

--outer
Content-Type: multipart/alternative; boundary="inner"

--inner
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Kenya will send 850 soldiers to the caf=E9 of Alandia.

Uganda denied that it would take part.
--inner
Content-Type: text/html; charset=utf-8

<html><body><p>Kenya will send <b>850 soldiers</b> to the caf&eacute; of Alandia.</p>
<p>Uganda denied that it would take part.</p></body></html>
--inner--
--outer
Content-Type: text/plain; charset=utf-8; name="annex.txt"
Content-Disposition: attachment; filename="annex.txt"
Content-Transfer-Encoding: base64

VGhlIGFubmV4IG5hbWVzIHRoZSBhaXJmaWVsZC4=
--outer--
"""
RSS = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Daily Post</title>
<item><title>Kenya to lead &amp; pay</title><link>https://post.example/1</link>
<pubDate>Thu, 02 May 2024 21:30:00 +0300</pubDate><dc:creator>Jane Mwangi</dc:creator>
<description>Kenya will send 850 soldiers.</description>
<content:encoded><![CDATA[<p>Kenya will send <b>850 soldiers</b>.</p><p>Uganda will not.</p>]]>\
</content:encoded></item>
<item><title>Uganda stays out</title><description>Uganda will not go.</description></item>
</channel></rss>
"""
ATOM = b"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Alandia Wire</title>
<entry><title>Talks go on</title><link rel="alternate" href="https://wire.example/1"/>
<updated>2024-05-03T01:00:00Z</updated><author><name>A. Writer</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Talks <em>go on</em>.</p></div>\
</content></entry></feed>
"""


def pdf(pages: Sequence[Sequence[str]], extra: str = "") -> bytes:
    """Return a PDF whose pages hold lines of text."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(count))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        shown = "".join(f"({_escaped(line)}) Tj 0 -14 Td\n" for line in lines)
        stream = f"BT /F1 12 Tf 72 760 Td\n{shown}ET".encode("cp1252")
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        ]
    return _assembled(objects, extra)


def _escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _assembled(objects: Sequence[bytes], extra: str) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    starts = []
    for number, content in enumerate(objects, 1):
        starts.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % start for start in starts)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {extra}>>\n".encode()
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % table)


PDF = pdf([["Kenya will send 850 soldiers.", "Uganda will not."], ["The vote is due in a week."]])


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip of files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return out.getvalue()


def tarred(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a tar of files."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files:
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return out.getvalue()


TWO = (("one.txt", ARTICLE.encode()), ("folder/two.html", PAGE.encode()))
ALL = {
    "article.txt": ARTICLE.encode(),
    "page.html": PAGE.encode(),
    "paper.pdf": PDF,
    "mail.eml": MAIL,
    "feed.rss": RSS,
    "feed.atom": ATOM,
    "two.zip": zipped(TWO),
    "two.tar": tarred(TWO),
    "two.tar.gz": gzip.compress(tarred(TWO), mtime=0),
    "two.tar.bz2": bz2.compress(tarred(TWO)),
    "article.txt.xz": lzma.compress(ARTICLE.encode()),
    "article.txt.gz": gzip.compress(ARTICLE.encode(), mtime=0),
    "western.txt": "Le café “Alandia” – 850 soldats…".encode("cp1252"),
    "wide.txt": ARTICLE.encode("utf-16"),
    "picture.png": b"\x89PNG\r\n\x1a\n" + bytes(64),
}
"""A valid file of each kind."""
