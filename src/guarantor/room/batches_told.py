"""What a batch is told as: lines of text, and JSON."""

from collections.abc import Iterable, Sequence
from typing import Any

from guarantor.room.batches import BatchReport, OriginRow

_FEW = 20
"""How many files that could not be read are listed; JSON has them all."""


def origins_text(found: Sequence[OriginRow]) -> str:
    """Return origins as lines of text."""
    count = sum(len(one["documents"]) for one in found)
    rows = (f"- {one['origin']}: {', '.join(one['documents'])}. {one['reason']}" for one in found)
    return "\n".join((f"{count} documents from {len(found)} origins.", *rows))


def triage_text(report: BatchReport, relevant: Iterable[tuple[str, float, Sequence[str]]]) -> str:
    """Return what a batch holds, the documents that bear on the operation most first."""
    first = (
        f"{report.files} files: {report.read} read now, {report.known} known already, "
        f"{len(report.failures)} not to be read; {report.documents} documents from "
        f"{len(report.origins)} origins, {report.relevant or 0} of them bear on the operation."
    )
    lines = [first]
    if report.started_anew:
        lines.append("The index was of another operation or version, and was made anew.")
    lines += [f"{score:.2f}  {name}  {'; '.join(why)}" for name, score, why in relevant]
    lines += [f"not read: {one.name}: {one.reason}" for one in report.failures[:_FEW]]
    if len(report.failures) > _FEW:
        lines.append(f"and {len(report.failures) - _FEW} more that were not read")
    return "\n".join(lines)


def triage_document(
    report: BatchReport, relevant: Iterable[tuple[str, float, Sequence[str]]]
) -> dict[str, Any]:
    """Return the same as JSON has it (``guarantor/triage/1``)."""
    return {
        "schema": "guarantor/triage/1",
        "files": report.files,
        "read": report.read,
        "known": report.known,
        "vanished": report.vanished,
        "documents": report.documents,
        "origins": len(report.origins),
        "relevant": report.relevant,
        "most_relevant": [
            {"name": name, "score": score, "reasons": list(why)} for name, score, why in relevant
        ],
        "failures": [{"name": one.name, "reason": one.reason} for one in report.failures],
    }
