"""Proposing: the statements of a file, before anything of it is on record."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from guarantor.errors import Unusable
from guarantor.intake import (
    Evaluation,
    evaluate,
    passages,
    propose,
    read,
    read_gold,
    too_large,
)
from guarantor.model import PUBLIC, Document, NotRead, Operation, Passage, Proposal
from guarantor.room.llm_wanted import Asking, WantedModel, asking, in_order
from guarantor.room.opening import open_source
from guarantor.room.review.opened import proposed
from guarantor.room.rows import iso

_HASH = 12


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """A document with its passages and what is proposed of them."""

    read: Document
    dated: date | None
    passages: tuple[Passage, ...]
    proposals: tuple[Proposal, ...]

    def document(self) -> dict[str, Any]:
        """Return it as JSON has it, every place in characters of the original text."""
        one = self.read
        return {
            "schema": "guarantor/proposals/1",
            "document": {
                "name": one.name,
                "title": one.title,
                "site": one.site,
                "address": one.address,
                "dated": iso(self.dated),
                "dated_by": one.dated_by or ("given" if self.dated else ""),
                "origin": f"doc-{one.sha256[:_HASH]}",
                "media_type": one.media_type,
                "sha256": one.sha256,
                "reliability": "F",
                "credibility": "6",
                "findings": [finding.message for finding in one.findings],
            },
            "passages": [
                {
                    "text": passage.text,
                    "places": [list(place) for place in passage.places],
                    "boilerplate": passage.is_boilerplate,
                }
                for passage in self.passages
            ],
            "statements": [_row(one, proposal) for proposal in self.proposals],
        }

    def text(self) -> str:
        """Return it as lines of text."""
        one = self.read
        day = f"of {self.dated}" if self.dated else "bearing no day"
        first = (
            f"{one.name}, {day}: {len(self.passages)} passages, {len(self.proposals)} statements "
            "proposed; none of them counts before a person accepted it."
        )
        lines = [first]
        for proposal in self.proposals:
            who = proposal.speaker or ("the writer" if not proposal.speaker_parties else "")
            whose = ";".join(proposal.speaker_parties)
            about = ", ".join(proposal.about)
            lines.append(
                f"- {who}{f' ({whose})' if whose else ''}: {proposal.stance.value} on "
                f"{proposal.kind}{f' of {about}' if about else ''}: “{proposal.quote}” "
                f"[{proposal.rule}]"
            )
        return "\n".join(lines)


@dataclass(frozen=True, kw_only=True)
class ProposedFile:
    """What a file holds: one document or several, and what could not be read."""

    documents: tuple[Proposed, ...]
    unread: tuple[NotRead, ...]
    asked: Asking | None = None

    def document(self) -> dict[str, Any] | list[dict[str, Any]]:
        """Return the document of a file as JSON has it; a list where it holds several."""
        told = [one.document() for one in self.documents]
        told += [{"name": one.name, "error": one.reason} for one in self.unread]
        if self.asked is not None:
            told = [{**one, "llm": self.asked.document()} for one in told]
        return told[0] if len(told) == 1 else told

    def text(self) -> str:
        """Return it as lines of text."""
        lines = [one.text() for one in self.documents]
        lines += [f"{one.name}: {one.reason}" for one in self.unread]
        if self.asked is not None:
            lines += [*self.asked.told, self.asked.report]
        return "\n".join(lines)


def propose_file(
    file: Path,
    *,
    operation: str | None = None,
    dated: date | None = None,
    llm: WantedModel | None = None,
    audience: str = PUBLIC,
) -> ProposedFile:
    """Return what is proposed of a file (``guarantor/proposals/1``).

    Args:
        file: A text, page, PDF, mail, feed or archive.
        operation: The operation whose parties and propositions count.
        dated: The day of documents that bear none.
        llm: The language model that is asked as well.
        audience: Who may see the file: whether it may be sent hangs on that.

    Raises:
        Unusable: It cannot be read, or it is a folder.
        UnknownOperation: There is no such operation.
    """
    if file.is_dir():
        msg = f"{file}: is a folder; name a file, or use guarantor intake add OPERATION {file}"
        raise Unusable(msg)
    known = None if operation is None else open_source(operation).operation
    refused = too_large(file.name, file.stat().st_size)
    found = [refused] if refused else list(read(file.read_bytes(), file.name))
    unread = tuple(one for one in found if isinstance(one, NotRead))
    documents = tuple(one for one in found if isinstance(one, Document))
    if not documents:
        raise Unusable("\n".join(one.reason for one in unread))
    with asking(llm) as model:
        return ProposedFile(
            documents=tuple(_proposed(one, known, dated, model, audience) for one in documents),
            unread=unread,
            asked=model,
        )


def _proposed(
    document: Document,
    operation: Operation | None,
    dated: date | None,
    model: Asking | None,
    audience: str,
) -> Proposed:
    day = document.dated or dated
    by_model = (
        ()
        if model is None
        else model.proposals(document, dated=day, audience=audience, operation=operation)
    )
    return Proposed(
        read=document,
        dated=day,
        passages=passages(document),
        proposals=in_order(proposed(replace(document, dated=day), operation), by_model),
    )


def _row(document: Document, one: Proposal) -> dict[str, Any]:
    place = document.text.place(one.span)
    return {
        "speaker": one.speaker,
        "party": ";".join(one.speaker_parties) or None,
        "standing": one.standing.value,
        "about": list(one.about),
        "stance": one.stance.value,
        "firmness": one.firmness.value if one.firmness else None,
        "kind": one.kind,
        "quantity": one.quantity or None,
        "unit": one.unit or None,
        "condition": one.condition or None,
        "expression": one.expression or None,
        "said_on": iso(one.said_on),
        "dates": [{"text": named.text, "day": iso(named.day)} for named in one.days],
        "attribution": one.attribution.value,
        "quoted": one.is_quoted,
        "quote": one.quote,
        "start": place.start,
        "end": place.end,
        "rule": one.rule,
        "note": one.note,
    }


def evaluate_file(file: Path) -> Evaluation:
    """Return how well the rules propose, measured on a labelled file.

    Raises:
        FaultyGold: Lines are not as described: each with its number.
        Unusable: It is no text.
    """
    try:
        text = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        msg = f"{file}: cannot be read as UTF-8; save the labelled texts as that"
        raise Unusable(msg) from error
    return evaluate(read_gold(text, str(file)), _by_the_rules)


def _by_the_rules(document: Document, dated: date | None) -> tuple[Proposal, ...]:
    return propose(document, dated=dated, parties={}, propositions={})
