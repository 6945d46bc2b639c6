"""Views: what is known on a day, to an audience, without some statements."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from guarantor.errors import UnknownId
from guarantor.ledger import view
from guarantor.model import Firmness, Operation, Quantity
from guarantor.operation import open_folder

EXAMPLE = Path(__file__).parents[2] / "src" / "guarantor" / "operations" / "example"

OPERATION = """\
id: north
name: Northland
as_known_on: 2025-04-30
requirement: all
audiences: {coalition: [ALF, BRA], inner: [ALF]}
groups: {offers: [alf-troops, bra-troops]}
"""
PARTIES = """\
- {code: ALF, name: Alfland}
- {code: BRA, name: Bravia, terms: [{if: alf-troops, basis: reported, evidence: [S-2]}]}
"""
PROPOSITIONS = """\
- id: backstop
  text: Guarantia stands behind the force
  record:
    - {since: 2025-02-10, is: holds, evidence: [S-2]}
    - {since: 2025-03-10, is: open, evidence: [S-3]}
"""
CONTRIBUTIONS = """\
- id: alf-troops
  party: ALF
  capability: land_troops
  unit: persons
  notice_days: 30
  steps:
    - {since: 2025-01-10, firmness: floated, quantity: 100, terms: [backstop], evidence: [S-1]}
    - {since: 2025-02-10, firmness: signalled, terms: [BRA], evidence: [S-2]}
    - {since: 2025-03-10, quantity: 300, withdraw_terms: [backstop], notice_days: 10,
       evidence: [S-3]}
- id: bra-troops
  party: BRA
  capability: land_troops
  unit: persons
  steps:
    - {since: 2025-01-10, firmness: floated, quantity: 50, evidence: [S-1]}
    - {since: 2025-02-10, firmness: pledged, quantity: 70, releasable_to: coalition,
       evidence: [S-2]}
    - {since: 2025-03-10, terms: [alf-troops], releasable_to: inner, evidence: [S-3]}
- id: bra-lift
  party: BRA
  capability: airlift
  unit: aircraft
  firmness: pledged
  quantity: 4
  evidence: [S-1, S-4]
"""
REQUIREMENTS = """\
all: {lines: [{id: land, capability: land_troops, need: 400, unit: persons, priority: essential}]}
"""
STATEMENTS = """\
id,said_on,published_on,date_basis,speaker,speaker_party,standing,about,kind,stance,firmness,\
quantity,unit,condition,paraphrase,source,attribution,reliability,credibility
S-1,2025-01-10,2025-01-10,page,Minister,ALF,minister,ALF,troops,asserted,,,,,Said one.,https://example.org/1,named,A,1
S-2,2025-02-10,2025-02-10,page,Minister,ALF,minister,ALF,troops,asserted,,,,,Said two.,https://example.org/2,named,A,1
S-3,2025-03-10,2025-03-10,page,Minister,ALF,minister,ALF,troops,asserted,,,,,Said three.,https://example.org/3,named,A,1
S-4,2025-04-10,2025-04-10,page,Minister,BRA,minister,BRA,lift,asserted,,,,,Said four.,https://example.org/4,named,A,1
"""


@pytest.fixture
def operation(tmp_path: Path) -> Operation:
    """Return the operation written above."""
    texts = {
        "operation.yaml": OPERATION,
        "parties.yaml": PARTIES,
        "propositions.yaml": PROPOSITIONS,
        "contributions.yaml": CONTRIBUTIONS,
        "requirements.yaml": REQUIREMENTS,
        "statements.csv": STATEMENTS,
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return open_folder(tmp_path)[0]


def texts(operation: Operation, day: date, name: str = "alf-troops", **options: object) -> set[str]:
    """Return the terms of an offer as text, as known on a day."""
    seen = view(operation, as_known_on=day, **options)  # type: ignore[arg-type]  # options of view
    return {term.text for term in seen.offers[name].terms}


def test_later_steps_override_key_by_key(operation: Operation) -> None:
    """By hand: firmness of February, quantity and notice of March; each keeps its evidence."""
    offer = view(operation).offers["alf-troops"]

    assert offer.firmness is Firmness.SIGNALLED
    assert offer.quantity == Quantity.exactly(300)
    assert offer.notice_days == 10
    assert (offer.first_since, offer.since) == (date(2025, 1, 10), date(2025, 3, 10))
    assert offer.sources["firmness"] == ("S-2",)
    assert offer.sources["quantity"] == ("S-3",)


def test_a_step_is_known_from_its_day_on(operation: Operation) -> None:
    """On the ninth of February only January's step is known."""
    offer = view(operation, as_known_on=date(2025, 2, 9)).offers["alf-troops"]

    assert (offer.firmness, offer.quantity) == (Firmness.FLOATED, Quantity.exactly(100))
    assert offer.notice_days == 30
    assert "alf-troops" not in view(operation, as_known_on=date(2025, 1, 9)).offers


def test_terms_add_up_until_they_are_taken_back(operation: Operation) -> None:
    """What is not repeated is not withdrawn."""
    assert texts(operation, date(2025, 1, 31)) == {"backstop"}
    assert texts(operation, date(2025, 2, 28)) == {"backstop", "BRA"}
    assert texts(operation, date(2025, 3, 31)) == {"BRA"}


def test_one_step_is_known_once_all_its_evidence_is(operation: Operation) -> None:
    """Never earlier: the fourth statement came in April."""
    assert "bra-lift" not in view(operation, as_known_on=date(2025, 4, 9)).offers
    assert view(operation).offers["bra-lift"].since == date(2025, 4, 10)


def test_without_a_statement_what_rests_on_it_alone_is_gone(operation: Operation) -> None:
    """Steps, terms and records; what rests on another statement too stays."""
    seen = view(operation, without=["S-2"])

    assert seen.offers["alf-troops"].firmness is Firmness.FLOATED
    assert [record.state for record in seen.propositions["backstop"].record] == ["open"]
    assert seen.parties["BRA"].terms == ()
    assert "bra-lift" in view(operation, without=["S-4"]).offers
    assert "S-2" not in seen.statements


def test_a_taking_back_that_is_gone_takes_nothing_back(operation: Operation) -> None:
    """Without the third statement, the term of January stands."""
    assert texts(operation, date(2025, 4, 30), without=["S-3"]) == {"backstop", "BRA"}


def test_a_basis_can_be_done_without(operation: Operation) -> None:
    """So that a reading can be switched off."""
    assert view(operation, without=["reported"]).parties["BRA"].terms == ()
    assert view(operation, without=["assumed"]).parties["BRA"].terms != ()


def test_a_statement_nobody_recorded_is_an_error(operation: Operation) -> None:
    """With the nearest there is."""
    with pytest.raises(UnknownId, match="S-22: no such statement; did you mean S-2"):
        view(operation, without=["S-22"])


def test_the_latest_record_settles_or_does_not(operation: Operation) -> None:
    """It held in February and was open again in March."""
    february = view(operation, as_known_on=date(2025, 2, 28))

    assert february.settled("backstop", None) is True
    assert view(operation).settled("backstop", None) is None


def test_an_audience_sees_what_its_latest_releasable_step_says(operation: Operation) -> None:
    """The public sees January's floated 50; the coalition the pledged 70; the inner circle all."""
    seen = {name: view(operation, audience=name) for name in ("public", "coalition", "inner")}
    offers = {name: one.offers["bra-troops"] for name, one in seen.items()}

    assert offers["public"].quantity.low == Decimal(50)
    assert offers["public"].firmness is Firmness.FLOATED
    assert offers["coalition"].quantity.low == Decimal(70)
    assert offers["coalition"].terms == ()
    assert [term.text for term in offers["inner"].terms] == ["alf-troops"]


def test_an_id_that_is_not_known_counts_as_false_and_is_named_nowhere(
    operation: Operation,
) -> None:
    """Before January no offer is known: the group is empty, the term can never hold."""
    seen = view(operation, as_known_on=date(2025, 1, 9))
    later = view(operation, as_known_on=date(2025, 2, 10))

    assert seen.groups["offers"] == ()
    assert [term.text for term in later.parties["BRA"].terms] == ["alf-troops"]


def test_a_note_goes_only_to_those_the_entry_is_releasable_to(operation: Operation) -> None:
    """A step may be told to more than the remark beside it."""
    said = operation.contributions["alf-troops"]
    base = replace(said.base, note="Said in confidence.", releasable_to=("coalition",))
    steps = tuple(replace(step, releasable_to=("public",)) for step in said.steps)
    noted = replace(said, base=base, steps=steps)
    changed = replace(operation, contributions={"alf-troops": noted})

    assert view(changed).offers["alf-troops"].note == ""
    assert view(changed, audience="coalition").offers["alf-troops"].note == "Said in confidence."


def test_the_example_hides_its_airlift_from_the_public() -> None:
    """With the statement that only it cites."""
    example = open_folder(EXAMPLE)[0]

    assert "bra-airlift" not in view(example).offers
    assert "BRA-2" not in view(example).statements
    assert "bra-airlift" in view(example, audience="coalition").offers
