"""Chances case by case and what lasts, in a view and in an export."""

from datetime import date
from pathlib import Path

import pytest

from guarantor.ledger import changes, released, view
from guarantor.ledger.visibility import NEVER, visible_statements
from guarantor.model import (
    Atom,
    Chance,
    GivenChance,
    Kind,
    Lasting,
    Operation,
    Piece,
    Proposition,
    envelope,
    parse_condition,
)
from guarantor.operation import open_folder
from tests.ledger.folders import opened, said

PARTIES = """\
- {code: ALF, name: Alfland, lasting: {monthly_hazard: 0.1, evidence: [S-2]}}
"""
PROPOSITIONS = """\
- id: backstop
  text: So
  lasting: {monthly_hazard: {mean: 0.05, weight: 20}, evidence: [S-1, S-3]}
- {id: ceasefire, text: So, chance_given: [{if: backstop, chance: likely}, {else: 0.1}]}
"""
CONTRIBUTIONS = """\
- {id: alf-lift, party: ALF, capability: airlift, firmness: pledged, releasable_to: inner,
   evidence: [S-1, S-2]}
- id: alf-troops
  party: ALF
  capability: land
  unit: persons
  steps:
    - {since: 2025-01-10, firmness: pledged, fulfilment: 0.4, evidence: [S-1]}
    - {since: 2025-02-10, fulfilment: {mean: 0.4, weight: 12}, evidence: [S-1]}
"""
DAYS = {"S-1": "2025-01-10", "S-2": "2025-02-10", "S-3": "2025-06-10"}


@pytest.fixture
def operation(tmp_path: Path) -> Operation:
    """Return the operation written above."""
    return opened(
        tmp_path,
        *(said(name, day) for name, day in DAYS.items()),
        parties=PARTIES,
        propositions=PROPOSITIONS,
        contributions=CONTRIBUTIONS,
    )


def test_what_lasts_cites_what_is_known(operation: Operation) -> None:
    """Like a chance it is today's model; the statement of June is not known in April."""
    seen = view(operation)

    hazard = Chance(low=0.05, high=0.05, weight=20)
    assert seen.propositions["backstop"].lasting == Lasting(hazard, evidence=("S-1",))
    assert seen.parties["ALF"].lasting == Lasting(Chance(low=0.1, high=0.1), evidence=("S-2",))
    assert seen.propositions["ceasefire"].lasting is None


def test_a_statement_that_a_hazard_cites_is_seen(operation: Operation) -> None:
    """S-2 is cited by an offer that is withheld, and by the hazard of a party."""
    assert visible_statements(operation, "public") == {"S-1", "S-2", "S-3"}


def test_a_chance_by_case_is_seen_as_it_is_given(operation: Operation) -> None:
    """What a case may name, everybody may see."""
    assert view(operation).propositions == {
        **view(operation).propositions,
        "ceasefire": operation.propositions["ceasefire"],
    }


def naming_what_is_withheld() -> Proposition:
    """Return a proposition whose cases name an offer, as no check lets them."""
    rows = (
        GivenChance(Atom("alf-lift"), Chance(low=0.9, high=0.9)),
        GivenChance(parse_condition("backstop or alf-lift"), Chance(low=0.5, high=0.5)),
        GivenChance(None, Chance(low=0.1, high=0.1)),
    )
    return Proposition(
        id="ceasefire", text="So", chance=envelope(rows), is_chance_given=True, chance_given=rows
    )


def test_a_case_names_nothing_that_is_not_in_view(operation: Operation) -> None:
    """A withheld id counts as false there, too."""
    changed = {**operation.propositions, "ceasefire": naming_what_is_withheld()}
    object.__setattr__(operation, "propositions", changed)

    rows = view(operation).propositions["ceasefire"].chance_given

    assert [row.condition for row in rows] == [NEVER, Atom("backstop"), None]


def test_an_export_names_in_a_case_nothing_that_is_withheld(operation: Operation) -> None:
    """And keeps the rows and what they say."""
    content = {
        "id": "ceasefire",
        "text": "So",
        "chance_given": [
            {"if": "backstop or alf-lift", "chance": {"mean": 0.4, "weight": 12}},
            {"else": "unlikely"},
        ],
    }
    piece = Piece(kind=Kind.PROPOSITION, id="ceasefire", content=content)

    ((release),) = released([piece], operation, "public")

    assert release.content == {
        **content,
        "chance_given": [
            {"if": "backstop", "chance": {"mean": 0.4, "weight": 12}},
            {"else": "unlikely"},
        ],
    }
    assert released([piece], operation, "inner") == (piece,)


def test_what_is_given_in_the_folder_is_released_unchanged(
    operation: Operation, tmp_path: Path
) -> None:
    """Chances, cases and hazards are everybody's."""
    _, pieces = open_folder(tmp_path)
    kinds = {Kind.PROPOSITION, Kind.PARTY}

    release = released(pieces, operation, "public")

    assert [one for one in release if one.kind in kinds] == [
        one for one in pieces if one.kind in kinds
    ]


def test_a_chance_that_became_uncertain_is_told(operation: Operation) -> None:
    """Its mean is the same, and it is another chance."""
    january = view(operation, as_known_on=date(2025, 1, 10))
    april = view(operation)

    (change,) = (one for one in changes(january, april) if one.key == "fulfilment")

    assert (change.before, change.after) == ("0.4", "Beta, mean 0.4, weight 12")
