"""Who said what, on which page, and what speaks against what?"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from guarantor.model import Operation, Statement, View
from guarantor.room.contradictions import contradictions
from guarantor.room.evidence_documents import EvidenceView
from guarantor.room.facets import Facet, facet_counts, has_words, narrowed
from guarantor.room.heading import asked
from guarantor.room.naming import party_name, words
from guarantor.room.options import Options
from guarantor.room.origins import origin_rows
from guarantor.room.rows import statement_row
from guarantor.room.sorting import sorted_by

COLUMNS: dict[str, Any] = {
    "id": lambda said: said.id,
    "published": lambda said: said.published_on,
    "said": lambda said: said.said_on,
    "speaker": lambda said: said.speaker.casefold(),
    "kind": lambda said: said.kind,
    "stance": lambda said: said.stance.value,
    "reliability": lambda said: said.reliability,
    "credibility": lambda said: said.credibility,
}
"""What statements may be sorted by, beside their origin."""


@dataclass(frozen=True, kw_only=True)
class EvidenceFacets:
    """What the evidence is narrowed to; of each, one of the values is enough.

    Attributes:
        about: Codes of the parties that are spoken about.
        speaker: Codes of the parties that speak; empty for a speaker of no party.
        stance: What a statement does.
        origin: Addresses of pages; of a statement without a source its id.
        text: Words that all have to stand in the statement.
    """

    about: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    stance: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    text: str = ""


def evidence_view(
    operation: Operation,
    options: Options,
    facets: EvidenceFacets | None = None,
    *,
    sort: str = "",
) -> EvidenceView:
    """Return the statements in view, narrowed and sorted (schema ``guarantor/evidence-view/1``).

    Args:
        operation: Everything on record.
        options: How it is asked.
        facets: What to narrow it to; nothing where left out.
        sort: A column of :data:`COLUMNS`, or ``origin``, with ``-`` in front for the last first; in
            order of publication where empty.

    Raises:
        UnknownId: An option names what is not in view.
        Unusable: There is no such column.
    """
    chosen = facets or EvidenceFacets()
    view = options.view(operation)
    by = _facets(view, chosen)
    columns = {**COLUMNS, "origin": view.origin}
    said = [one for one in view.statements.values() if _has_words(view, one, chosen.text)]
    found = sorted_by(narrowed(said, by), sort or "published", columns, lambda one: one.id)
    return {
        "schema": "guarantor/evidence-view/1",
        **asked(view, options.question(view), options),
        "sort": sort,
        "total": len(view.statements),
        "statements": list(map(statement_row, found)),
        "facets": facet_counts(said, by),
        "text": chosen.text,
        "columns": list(columns),
        "origins": origin_rows(view, found),
        "contradictions": contradictions(view),
    }


def _facets(view: View, chosen: EvidenceFacets) -> list[Facet[Statement]]:
    def named(code: str) -> str:
        return party_name(view, code) if code else "of no party"

    def by_name(code: str) -> tuple[float, str]:
        return (1 if code == "" else 0), named(code).casefold()

    def speakers(said: Statement) -> Iterable[str]:
        return said.speaker_parties or ("",)

    return [
        Facet(
            name="about",
            values=lambda said: said.about,
            chosen=chosen.about,
            label=named,
            order=by_name,
        ),
        Facet(name="speaker", values=speakers, chosen=chosen.speaker, label=named, order=by_name),
        Facet(
            name="stance",
            values=lambda said: (said.stance.value,),
            chosen=chosen.stance,
            label=words,
        ),
        Facet(name="origin", values=lambda said: (view.origin(said),), chosen=chosen.origin),
    ]


def _has_words(view: View, said: Statement, wanted: str) -> bool:
    parties = (party_name(view, code) for code in (*said.speaker_parties, *said.about))
    return has_words(
        wanted,
        said.id,
        said.speaker,
        said.kind,
        said.stance,
        said.paraphrase,
        said.condition,
        said.quantity,
        said.unit,
        said.source,
        *parties,
    )
