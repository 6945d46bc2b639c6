"""Receipts: what became of documents that were to be put on record."""

from typing import Literal

from typing_extensions import TypedDict


class Received(TypedDict):
    """A document that was put on record."""

    id: str
    title: str
    read_from: str
    published_on: str | None
    origin: str  # id of a document, or its own
    reason: str
    relevance: float
    findings: list[str]


class LeftOut(TypedDict):
    """A document, or a file, that was not put on record, and why."""

    name: str
    reason: str


class Receipt(TypedDict):
    """What became of some files, schema ``guarantor/receipt/1``."""

    schema: Literal["guarantor/receipt/1"]
    received: list[Received]
    known: list[LeftOut]  # on record already
    irrelevant: list[LeftOut]  # they bear on nothing of this operation
    unreadable: list[LeftOut]
    entries: list[int]
    llm: str | None  # in a sentence what a language model took, where one was asked
    notes: list[str]  # what of its answers was dropped, or why it was not asked


def receipt_text(receipt: Receipt) -> str:
    """Return what became of some files as lines of text."""
    lines: list[str] = []
    for one in receipt["received"]:
        day = f"of {one['published_on']}" if one["published_on"] else "bearing no day"
        lines.append(f"{one['read_from']}, {day}: on record as {one['id']}.")
        if one["reason"]:
            lines.append(f"  It repeats {one['origin']}. {one['reason']}")
        lines += [f"  {finding}" for finding in one["findings"]]
    lines += [f"{one['name']}: not again, {one['reason']}." for one in receipt["known"]]
    lines += [
        f"{one['name']}: left out. {one['reason']} --all receives it all the same."
        for one in receipt["irrelevant"]
    ]
    lines += [f"Not read. {one['reason']}" for one in receipt["unreadable"]]
    lines += [*receipt["notes"], *([receipt["llm"]] if receipt["llm"] else [])]
    return "\n".join(lines) or "There was no file to receive."
