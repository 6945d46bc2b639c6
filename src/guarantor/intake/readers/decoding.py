"""Bytes to characters: by mark, by what is declared, as UTF-8, else by the best guess."""

import codecs
import re
from typing import NamedTuple

import charset_normalizer

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Marks of byte order; that of UTF-32 begins with that of UTF-16, so it comes first."""
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_DECLARED_WITHIN = 2_048
"""Bytes within which a page or a feed declares its encoding; the standard says 1,024."""
_ALIASES = {"ascii": "cp1252", "iso8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
"""What browsers take these for: what is declared is seldom all that is used."""
_UNSAFE = frozenset(
    {"utf-7", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined"}
)
_GUESSED_FROM = 50_000
_FEWEST_FOR_A_GUESS = 6
"""Characters beyond ASCII below which every guess is as good as another."""
_FEW_ERRORS = 0.001
"""Share of bytes that may be broken in what is otherwise UTF-8."""
_WESTERN = re.compile("[^\x00-\x7f\u00a0-\u00ff\u2018-\u201e\u2013\u2014\u2022\u2026\u20ac\u2122]")
"""What does not stand in Western prose."""
_ASCII_IN_WESTERN = 0.75
_ZEROS_OF_UTF16 = 0.05
"""Share of zeros among every other byte in UTF-16: all in Western text, else at least spaces."""


class Decoded(NamedTuple):
    """Characters and how they were had.

    Attributes:
        text: The characters, without the mark of byte order.
        encoding: The encoding.
        doubt: What is doubtful about it in a sentence without the name; empty where nothing is.
    """

    text: str
    encoding: str
    doubt: str = ""


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return the characters of a text.

    A text that is UTF-8 throughout and not only ASCII is taken as that even if it declares
    otherwise: no other encoding looks like it by chance.

    Args:
        data: The bytes.
        declared: The encoding that a header declares; where there is none, the page itself is
            searched for one.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _leniently(data[len(mark) :], encoding)
    if b"\x00" in data and (wide := _utf16_without_mark(data)):
        return _leniently(data, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    name = _known(declared) or _declared_within(data)
    if name and name != "utf-8":
        try:
            return Decoded(data.decode(name), name)
        except (UnicodeError, ValueError):
            pass
    return _guessed(data)


def _known(name: str | None) -> str | None:
    """Return the codec of a declared name; ``None`` where there is none that decodes text."""
    try:
        codec = codecs.lookup((name or "").strip())
    except (LookupError, ValueError):
        return None
    is_text = getattr(codec, "_is_text_encoding", True)
    return _ALIASES.get(codec.name, codec.name) if is_text and codec.name not in _UNSAFE else None


def _declared_within(data: bytes) -> str | None:
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    return _known(found[1].decode("ascii", "ignore")) if found else None


def _leniently(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return Decoded(text, encoding, f"parts of it are no {encoding.upper()} and shown as \ufffd")
    return Decoded(text, encoding)


def _guessed(data: bytes) -> Decoded:
    """Return the best guess: a broken UTF-8, Western, or what charset-normalizer takes it for."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if broken <= max(1, len(data) * _FEW_ERRORS) and not text.replace("\ufffd", "").isascii():
        return Decoded(text, "utf-8", "parts of it are no UTF-8 and shown as \ufffd")
    western = data.decode("cp1252", "replace")
    is_short = len(western) - len(western.encode("ascii", "ignore")) < _FEWEST_FOR_A_GUESS
    if is_short or (not _WESTERN.search(western) and _is_mostly_ascii(western)):
        return Decoded(western, "cp1252", _guess("cp1252"))
    best = charset_normalizer.from_bytes(data[:_GUESSED_FROM]).best()
    name = _known(best.encoding) if best else None
    if name:
        return Decoded(data.decode(name, "replace"), name, _guess(name))
    return Decoded(western, "cp1252", _guess("cp1252"))


def _is_mostly_ascii(text: str) -> bool:
    """Tell whether letters beyond ASCII are as few as in Western prose."""
    return len(text.encode("ascii", "ignore")) >= _ASCII_IN_WESTERN * len(text)


def _guess(encoding: str) -> str:
    return f"its encoding is declared nowhere and taken for {encoding}"


def _utf16_without_mark(data: bytes) -> str | None:
    sample = data[:2_000]
    even, odd = sample[::2], sample[1::2]
    if odd.count(0) > _ZEROS_OF_UTF16 * len(odd) and 0 not in even:
        return "utf-16-le"
    if even.count(0) > _ZEROS_OF_UTF16 * len(even) and 0 not in odd:
        return "utf-16-be"
    return None
