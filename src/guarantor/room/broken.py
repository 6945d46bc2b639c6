"""What must hold, and what breaks it? The sets of an assessment, with what is in them called."""

from typing import Literal

from guarantor.brief import Assessment
from guarantor.brief.document import Disclosure, HangsOn, Logic, R
from guarantor.brief.index import Index
from guarantor.brief.naming import name, title
from guarantor.room.heading import Asked, asked_of


class Broken(Asked):
    """What breaks it, schema ``guarantor/broken/1``.

    Sets and rows are those of the assessment: of a live operation the public is shown none that
    names a party's decision.
    """

    schema: Literal["guarantor/broken/1"]
    parties_shown: bool  # whether parties' decisions are among what is shown
    logic: Disclosure[R[Logic]]
    hangs_on: list[HangsOn]
    weakens: list[HangsOn]
    pacts: list[list[str]]
    labels: dict[str, str]  # what each literal and id above is called


def broken(document: Assessment) -> Broken:
    """Return what breaks an operation, out of its assessment (schema ``guarantor/broken/1``)."""
    index = Index(document)
    return {
        "schema": "guarantor/broken/1",
        **asked_of(document),
        "parties_shown": not index.is_guarded,
        "logic": document["logic"],
        "hangs_on": index.hangs_on,
        "weakens": [row for row in index.weakens if not row["lost"]],
        "pacts": document["pacts"],
        "labels": _labels(document, index),
    }


def _labels(document: Assessment, index: Index) -> dict[str, str]:
    literals: dict[str, None] = {}
    for counting in (document["logic"]["disclosed"], document["logic"]["undisclosed_enough"]):
        for logic in (counting["nobody_moves_first"], counting["moving_together"]):
            sets = (*logic["cut_sets"], *logic["path_sets"], logic["must_hold"])
            literals.update(dict.fromkeys(literal for one in sets for literal in one))
    rows = (*document["hangs_on"], *document["weakens"])
    weakened = [weak for row in rows for weak in row["weakened"]]
    literals.update(
        dict.fromkeys(literal for weak in weakened for one in weak["now_needs"] for literal in one)
    )
    named = [row["id"] for row in rows] + [offer for row in rows for offer in row["lost"]]
    named += [weak["offer"] for weak in weakened]
    named += [one for pact in document["pacts"] for one in pact]
    return {
        **{one: name(index, one) for one in named},
        **{one: title(index, one) for one in literals},
    }
