"""Origins: what stands on one page is one source."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from guarantor.model import Statement
from guarantor.room.evidence_documents import OriginRow

DOCUMENTS = "documents/"
"""What the address of a text in the folder begins with."""


def origin_of(statement: Statement) -> str:
    """Return what a statement has in common with the others of its page."""
    return statement.source or statement.id


def origin_rows(statements: Iterable[Statement]) -> list[OriginRow]:
    """Return the pages of some statements, in order of their first publication."""
    pages: dict[str, list[Statement]] = {}
    for said in sorted(statements, key=lambda one: one.published_on):
        pages.setdefault(origin_of(said), []).append(said)
    return [
        {
            "origin": origin,
            "site": site(origin),
            "in_folder": origin.startswith(DOCUMENTS),
            "statements": [one.id for one in said],
            "first": said[0].published_on.isoformat(),
            "last": said[-1].published_on.isoformat(),
        }
        for origin, said in pages.items()
    ]


def site(address: str) -> str | None:
    """Return the host of a page of the web; ``None`` for any other source.

    Example:
        >>> site("https://example.org/page"), site("documents/page.txt")
        ('example.org', None)
    """
    try:
        parts = urlsplit(address)
    except ValueError:  # such as an unclosed [ in a host
        return None
    return parts.hostname if parts.scheme in {"http", "https"} else None
