"""Feeds: RSS of every version and Atom, each item a document."""

import re
from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from hashlib import sha256

from lxml import etree  # type: ignore[import-untyped]
from lxml.etree import _Element  # type: ignore[import-untyped]

from guarantor.errors import Finding
from guarantor.intake.readers.laying_out import LaidOut, after_one_another, says
from guarantor.intake.readers.limits import not_read
from guarantor.intake.readers.page_days import day_in
from guarantor.intake.readers.pages import beginning, fragment
from guarantor.intake.readers.plain import plain_text
from guarantor.model import Document, NotRead
from guarantor.model.ports import Claim, Enclosed

_ROOT = re.compile(rb"<(?:(?:rss|feed)\b|(?:rdf|atom|ns0):(?:rdf|feed)\b)", re.IGNORECASE)
_FIRST_ELEMENT = re.compile(rb"<[A-Za-z_]")
_ITEMS = frozenset({"item", "entry"})
_FULL = ("encoded", "content")
_SHORT = ("description", "summary", "subtitle")
_DAYS = ("pubdate", "published", "issued", "date", "created", "updated")
"""What gives an item's day, that of publication first."""
_AUTHORS = ("creator", "author")
_MARKED_UP = re.compile(r"<[a-zA-Z/!]|&(?:#\d+|#x[0-9a-f]+|[a-z]+\d?);", re.IGNORECASE)


class FeedReader:
    """Reads RSS and Atom files; nothing that they point to is fetched."""

    def claim(self, data: bytes, name: str) -> Claim:
        """Claim what begins as a feed."""
        del name
        head = beginning(data)
        if not head.lstrip().startswith(b"<"):
            return Claim.NONE
        first = _FIRST_ELEMENT.search(head)
        is_feed = first is not None and _ROOT.match(head, first.start()) is not None
        return Claim.CONTENT if is_feed else Claim.NONE

    def read(self, data: bytes, name: str) -> Iterator[Document | NotRead | Enclosed]:
        """Yield each item as a document; what of a broken feed comes before the break counts."""
        digest = sha256(data).hexdigest()
        root, is_broken = _parsed(data)
        items = [one for one in root.iter() if _name(one) in _ITEMS]
        site = _site(root)
        for number, item in enumerate(items, 1):
            yield _document(item, f"{name}/{number}", digest, site)
        if is_broken:
            so_far = f"after {len(items)} items" if items else "at once"
            why = f"the feed breaks off {so_far}, and what follows was not read; fetch it anew"
            yield not_read(name, why, digest)
        elif not items:
            yield not_read(name, "the feed has no items; leave it out", digest)


def _parsed(data: bytes) -> tuple[_Element, bool]:
    """Return the root of a feed, and whether it is broken; entities are not resolved."""
    for recover in (False, True):
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            recover=recover,
            huge_tree=False,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError):
            continue
        if root is not None:
            return root, recover
    return etree.Element("nothing"), True


def _name(element: _Element) -> str:
    """Return an element's name in small letters, without its namespace; of comments nothing."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _site(root: _Element) -> str:
    for parent in (root, *root):
        for one in parent:
            if _name(one) == "title" and _name(parent) in {"channel", "feed"}:
                return _one_line(_content(one))
    return ""


def _document(item: _Element, name: str, digest: str, site: str) -> Document | NotRead:
    parts: dict[str, list[_Element]] = {}
    for one in item:
        parts.setdefault(_name(one), []).append(one)
    title = next((_content(one) for one in parts.get("title", ())), "")
    told = _told(parts, title)
    if not told.blocks:
        return not_read(name, "the item holds no text; fetch the page that it points to", digest)
    day, by = _day(parts)
    return Document(
        name=name,
        sha256=digest,
        media_type="application/atom+xml" if _name(item) == "entry" else "application/rss+xml",
        text=told.text,
        blocks=told.blocks,
        title=_one_line(_plain(title)),
        author=_author(parts),
        site=site,
        address=_address(parts),
        dated=day,
        dated_by=by,
        findings=_withdrawn(by, name),
    )


def _told(parts: dict[str, list[_Element]], title: str) -> LaidOut:
    """Return the text of an item: its title, then what is longest of its tellings.

    A summary that says what the full text does not say comes before it.
    """
    full, short = (
        [_laid_out(_content(one)) for name in names for one in parts.get(name, ())]
        for names in (_FULL, _SHORT)
    )
    told = [one for one in short if not any(says(other, one) for other in full)] + full
    return after_one_another([one for one in (_laid_out(title), *told) if one.blocks])


def _laid_out(content: str) -> LaidOut:
    return fragment(content) if _MARKED_UP.search(content) else plain_text(content)


def _content(element: _Element) -> str:
    """Return the text of an element, or its mark-up where it holds elements."""
    if len(element) and any(isinstance(one.tag, str) for one in element):
        return (element.text or "") + "".join(
            etree.tostring(one, encoding="unicode") for one in element
        )
    return "".join(element.itertext())


def _plain(content: str) -> str:
    return fragment(content).text.readable if _MARKED_UP.search(content) else content


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _author(parts: dict[str, list[_Element]]) -> str:
    for name in _AUTHORS:
        for one in parts.get(name, ()):
            named = next((part for part in one if _name(part) == "name"), one)
            if said := _one_line("".join(named.itertext())):
                return said
    return ""


def _address(parts: dict[str, list[_Element]]) -> str:
    for link in parts.get("link", ()):
        if link.get("rel", "alternate") == "alternate" and (
            address := (link.get("href") or link.text or "").strip()
        ):
            return str(address)
    return ""


def _day(parts: dict[str, list[_Element]]) -> tuple[date | None, str]:
    for name in _DAYS:
        for one in parts.get(name, ()):
            if day := _day_of("".join(one.itertext()).strip()):
                return day, f"item's {etree.QName(one).localname}"
    return None, ""


def _day_of(text: str) -> date | None:
    if day := day_in(text):
        return day
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _withdrawn(by: str, name: str) -> tuple[Finding, ...]:
    """Return that the day is the one of a change, where no other is given."""
    if not by.endswith("updated"):
        return ()
    message = f"{name}: dated by the day it was last changed, since it gives no day of publication"
    return (Finding(code="day_of_change", message=message, entry=name),)
