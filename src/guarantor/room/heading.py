"""What stands on every document: of which operation, for whom, as known when, asked how."""

import re
from typing import cast

from typing_extensions import TypedDict

from guarantor.brief.document import Assessment, Switched
from guarantor.model import PUBLIC, View
from guarantor.room.options import Options, tell_switches
from guarantor.room.rows import iso
from guarantor.viability import Question


class Heading(TypedDict):
    """What stands on every document.

    ``marking`` is the text of the banner. ``valid_on`` is ``None`` where the day is unknown and
    dates are left aside.
    """

    operation: str
    name: str
    audience: str
    marking: str
    as_known_on: str
    valid_on: str | None
    requirement: str
    firm: str
    suppose: dict[str, bool]
    without: list[str]


class Asked(Heading, Switched):
    """The same, with what was switched beside the suppositions."""


class Marked(TypedDict):
    """What the name of a file needs of a document."""

    operation: str
    audience: str
    as_known_on: str


def heading(view: View, question: Question) -> Heading:
    """Return the heading of a document about a view."""
    return {
        "operation": view.id,
        "name": view.name,
        "audience": view.audience,
        "marking": marking(view.audience),
        "as_known_on": view.as_known_on.isoformat(),
        "valid_on": iso(question.valid_on),
        "requirement": question.requirement,
        "firm": question.firm.value,
        "suppose": dict(question.suppose),
        "without": list(view.without),
    }


def asked(view: View, question: Question, options: Options) -> Asked:
    """Return the heading of a document about a view, with what was switched."""
    told = cast("Asked", heading(view, question))
    tell_switches(told, options)
    return told


def asked_of(document: Assessment) -> Asked:
    """Return the heading of a document that is told from an assessment."""
    told: Asked = {
        "operation": document["operation"],
        "name": document["name"],
        "audience": document["audience"],
        "marking": marking(document["audience"]),
        "as_known_on": document["as_known_on"],
        "valid_on": document["valid_on"],
        "requirement": document["requirement"],
        "firm": document["firm"],
        "suppose": document["suppose"],
        "without": document["without"],
    }
    if "decides" in document:
        told["decides"] = document["decides"]
    if "parameters" in document:
        told["parameters"] = document["parameters"]
    return told


def marking(audience: str) -> str:
    """Return the text of the banner.

    Example:
        >>> marking("public"), marking("coalition")
        ('Audience: public', 'Audience: coalition only')
    """
    return f"Audience: {audience}" if audience == PUBLIC else f"Audience: {audience} only"


def banner(document: Marked) -> str:
    """Return the line that opens a file: operation, audience and day.

    Example:
        >>> banner({"operation": "north", "audience": "public", "as_known_on": "2025-03-15"})
        'Operation north. Audience: public. As known on 2025-03-15. Not for classified information.'
    """
    return (
        f"Operation {document['operation']}. {marking(document['audience'])}. "
        f"As known on {document['as_known_on']}. Not for classified information."
    )


def file_name(document: Marked, view: str, ext: str) -> str:
    """Return the name of a file offered for download.

    Args:
        document: What is downloaded.
        view: Which view it is, such as ``ledger`` or ``party-GBR``.
        ext: The ending without its dot.

    Example:
        >>> heading = {"operation": "north", "audience": "public", "as_known_on": "2025-03-15"}
        >>> file_name(heading, "ledger", "csv")
        'north-ledger-public-2025-03-15.csv'
    """
    parts = (document["operation"], view, document["audience"], document["as_known_on"])
    return f"{re.sub(r'[^A-Za-z0-9._-]+', '_', '-'.join(parts))}.{ext}"
