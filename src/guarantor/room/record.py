"""What is on record? Everything in view with its sources, before anything is worked out of it."""

from typing import Literal

from guarantor.brief.document import OfferRow, PartyRow, PropositionRow, StatementRow
from guarantor.model import Operation, View
from guarantor.room.heading import Asked, asked
from guarantor.room.options import Options
from guarantor.room.rows import offer_row, party_row, proposition_row, statement_row
from guarantor.viability import Engine


class OnRecord(Asked):
    """What is on record, schema ``guarantor/record/1``; rows are those of the assessment."""

    schema: Literal["guarantor/record/1"]
    offers: list[OfferRow]
    party_rows: list[PartyRow]
    propositions: list[PropositionRow]
    statements: list[StatementRow]
    evidence: dict[str, list[str]]  # for each id, and each `requirement/line`, its statements


def record(operation: Operation, options: Options) -> OnRecord:
    """Return what is on record (schema ``guarantor/record/1``).

    Raises:
        UnknownId: An option names what is not in view.
        BadParameter: A parameter is set to what it cannot be.
    """
    view = options.view(operation)
    engine = Engine(view, options.question(view), options.method)
    return {
        "schema": "guarantor/record/1",
        **asked(view, engine.question, options),
        "offers": [offer_row(engine, offer) for offer in view.offers.values()],
        "party_rows": [party_row(view, party) for party in view.parties.values()],
        "propositions": [proposition_row(engine, one) for one in view.propositions.values()],
        "statements": [statement_row(said) for said in view.statements.values()],
        "evidence": evidence(view),
    }


def evidence(view: View, requirement: str | None = None) -> dict[str, list[str]]:
    """Return, for each id and each line, the statements that it rests on.

    Args:
        view: What is in view.
        requirement: The requirement set whose lines are named; all where left out.
    """
    found: dict[str, list[str]] = {offer.id: list(offer.evidence) for offer in view.offers.values()}
    for party in view.parties.values():
        cited = [*party.evidence, *(name for term in party.terms for name in term.evidence)]
        found[party.code] = list(dict.fromkeys(cited))
    for proposition in view.propositions.values():
        cited = [*proposition.evidence]
        cited += [name for one in proposition.record for name in one.evidence]
        found[proposition.id] = list(dict.fromkeys(cited))
    for published in view.requirements.values():
        if requirement in {None, published.name}:
            for line in published.lines:
                known = [name for name in line.evidence if name in view.statements]
                found[f"{published.name}/{line.id}"] = known
    return found
