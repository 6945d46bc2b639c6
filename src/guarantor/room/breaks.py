"""What follows when something fails?"""

from typing_extensions import TypedDict

from guarantor.brief.document import HangsOn, Switched
from guarantor.model import Operation, View, day, say_day
from guarantor.room.discretion import check_may_be_asked, is_discreet, without_parties
from guarantor.room.naming import clause, party_name, words
from guarantor.room.options import Options, tell_switches
from guarantor.room.results import hangs_on_row
from guarantor.viability import Engine, cascade


class RoundRow(TypedDict):
    """What falls in one round."""

    propositions: list[str]
    parties: list[str]
    contributions: list[str]


class Breaks(Switched):
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
        NotForThePublic: It is a party of a live operation, and the public asks.
    """
    view = options.view(operation)
    question = options.question(view)
    question.supposing(what, holds=False).check(view)
    check_may_be_asked(view, what)
    rounds = cascade(view, question, what)
    engine = Engine(view, question, options.method)
    rows = engine.hangs_on()
    shown = without_parties(view, rows) if is_discreet(view) else rows
    hanging = {row.id: hangs_on_row(view, row) for row in shown}
    fallen = [
        name for one in rounds for name in (*one.propositions, *one.parties, *one.contributions)
    ]
    document: Breaks = {
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
        "names": {name: _falling(view, name) for name in fallen},
    }
    tell_switches(document, options)
    return document


def breaks_text(document: Breaks) -> str:
    """Return the cascade as lines of text."""
    known = say_day(day(document["as_known_on"]))
    lines = [
        f"Suppose it fails that {document['text']} ({document['fails']}).",
        f"As known on {known}, to {document['audience']}, offers {document['firm']} or firmer.",
        "All else as favourable as can be:",
    ]
    if not document["could_stand"]:
        return "\n".join([*lines, "  nothing follows: on this record it cannot stand anyway."])
    for number, one in enumerate(document["rounds"][1:], start=1):
        fallen = (*one["propositions"], *one["parties"], *one["contributions"])
        lines += [f"  round {number}: {document['names'][name]} ({name})" for name in fallen]
    if len(document["rounds"]) == 1:
        lines.append("  no other proposition, party or contribution falls with it.")
    weakened = document["hangs_on"]["weakened"] if document["hangs_on"] else []
    for weak in weakened:
        needs = " or ".join(" with ".join(one) for one in weak["now_needs"])
        lines.append(f"  weakened: {weak['offer']}, which now needs {needs}")
    return "\n".join(lines)


def _falling(view: View, name: str) -> str:
    """Return what is lost when a name falls, as words."""
    if name in view.offers:
        offer = view.offers[name]
        kind = words(offer.capability or "undisclosed contribution")
        return f"{kind} of {party_name(view, offer.party)}, {offer.firmness}, no longer stand"
    if name in view.parties:
        return f"{party_name(view, name)} no longer joins"
    return f"no longer: {clause(view, name)}"
