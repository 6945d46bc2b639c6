"""Origins: what comes from one report is one source, in however many documents it stands."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from guarantor.model import Statement, View
from guarantor.room.evidence_documents import OriginRow

DOCUMENTS = "documents/"
"""What the address of a text in the folder begins with."""


def origin_rows(view: View, statements: Iterable[Statement]) -> list[OriginRow]:
    """Return the origins of some statements, in order of their first publication."""
    pages: dict[str, list[Statement]] = {}
    for said in sorted(statements, key=lambda one: one.published_on):
        pages.setdefault(view.origin(said), []).append(said)
    return [
        {
            "origin": origin,
            "site": site(origin),
            "in_folder": origin.startswith(DOCUMENTS),
            "documents": _documents(said),
            "reasons": _reasons(view, said),
            "statements": [one.id for one in said],
            "first": said[0].published_on.isoformat(),
            "last": said[-1].published_on.isoformat(),
        }
        for origin, said in pages.items()
    ]


def _documents(said: Iterable[Statement]) -> list[str]:
    return list(dict.fromkeys(one.address for one in said if one.address))


def _reasons(view: View, said: Iterable[Statement]) -> list[str]:
    known = [view.documents[one] for one in _documents(said) if one in view.documents]
    return [one.reason for one in known if one.reason]


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
