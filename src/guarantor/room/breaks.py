"""What follows when something fails?"""

from typing import TypedDict

from guarantor.brief.document import HangsOn
from guarantor.model import Operation
from guarantor.room.naming import clause
from guarantor.room.options import Options
from guarantor.room.results import hangs_on_row
from guarantor.viability import Engine, cascade


class RoundRow(TypedDict):
    """What falls in one round."""

    propositions: list[str]
    parties: list[str]
    contributions: list[str]


class Breaks(TypedDict):
    """What follows when something fails, schema ``guarantor/breaks/1``."""

    schema: str
    operation: str
    as_known_on: str
    audience: str
    firm: str
    suppose: dict[str, bool]
    without: list[str]
    fails: str
    text: str
    could_stand: bool
    rounds: list[RoundRow]
    hangs_on: HangsOn | None
    names: dict[str, str]


def breaks(operation: Operation, what: str, options: Options) -> Breaks:
    """Return who follows, round by round, when a proposition, party or contribution fails.

    Raises:
        UnknownId: It is not in view.
    """
    view = options.view(operation)
    question = options.question(view)
    question.supposing(what, holds=False).check(view)
    rounds = cascade(view, question, what)
    engine = Engine(view, question)
    hanging = {row.id: hangs_on_row(view, row) for row in engine.hangs_on()}
    fallen = [
        name for one in rounds for name in (*one.propositions, *one.parties, *one.contributions)
    ]
    return {
        "schema": "guarantor/breaks/1",
        "operation": view.id,
        "as_known_on": view.as_known_on.isoformat(),
        "audience": view.audience,
        "firm": question.firm.value,
        "suppose": dict(question.suppose),
        "without": list(view.without),
        "fails": what,
        "text": clause(view, what),
        "could_stand": bool(rounds),
        "rounds": [
            {
                "propositions": list(one.propositions),
                "parties": list(one.parties),
                "contributions": list(one.contributions),
            }
            for one in rounds
        ],
        "hangs_on": hanging.get(what),
        "names": {name: clause(view, name) for name in fallen},
    }


def breaks_text(document: Breaks) -> str:
    """Return the cascade as lines of text."""
    head = (
        f"If it fails that {document['text']} ({document['fails']}), as known on "
        f"{document['as_known_on']}, all else as favourable as can be:"
    )
    if not document["could_stand"]:
        return f"{head}\n  nothing follows: it cannot stand as things are on record."
    lines = [head]
    for number, one in enumerate(document["rounds"][1:], start=1):
        fallen = (*one["propositions"], *one["parties"], *one["contributions"])
        lines += [
            f"  round {number}: {name}, no longer: {document['names'][name]}" for name in fallen
        ]
    if len(document["rounds"]) == 1:
        lines.append("  no other proposition, party or contribution falls with it.")
    for weak in (document["hangs_on"] or {"weakened": []})["weakened"]:
        needs = " or ".join(" with ".join(one) for one in weak["now_needs"])
        lines.append(f"  weakened: {weak['offer']} now needs {needs}")
    return "\n".join(lines)
