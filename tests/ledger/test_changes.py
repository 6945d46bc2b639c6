"""What became known between two days, one sentence each."""

from datetime import date
from pathlib import Path

import pytest

from guarantor.ledger import Change, ChangeKind, changes, view
from guarantor.model import Operation
from tests.ledger.folders import opened, said

PARTIES = """\
- {code: ALF, name: Alfland, terms: [{if: peace, basis: stated, evidence: [S-2]}]}
- {code: BRA, name: Bravia}
"""
PROPOSITIONS = """\
- id: peace
  text: There is peace
  record:
    - {since: 2025-03-01, is: contested, evidence: [S-1]}
    - {since: 2025-03-05, is: holds, evidence: [S-2]}
- {id: cover, text: There is cover}
"""
CONTRIBUTIONS = """\
- id: alf-troops
  party: ALF
  capability: land_troops
  unit: persons
  steps:
    - {since: 2025-03-01, firmness: floated, quantity: undisclosed, terms: [peace],
       caveats: [reserve], fulfilment: 0.5, available: {from: 2025-06-01}, evidence: [S-1]}
    - {since: 2025-03-05, firmness: pledged, quantity: {low: 1000, high: 2000}, terms: [cover],
       withdraw_terms: [peace], fulfilment: {low: 0.5, high: 0.75}, notice_days: 30,
       available: {from: 2025-06-01, until: 2026-06-01}, caveats: [], evidence: [S-2]}
    - {since: 2025-03-09, firmness: suspended, available: {until: 2026-06-01}, evidence: [S-3]}
- {id: bra-lift, party: BRA, capability: undisclosed, firmness: undisclosed, evidence: [S-2],
   quantity: {undisclosed: {at_least: 2}}}
"""
EVENTS = """\
E-1,2025-03-01,,meeting,They meet,ALF,held,S-1
E-2,2025-03-08,,agreement,They agree,ALF;BRA,planned,S-2
"""
FIRST, SECOND, THIRD = date(2025, 3, 1), date(2025, 3, 5), date(2025, 3, 9)


@pytest.fixture
def operation(tmp_path: Path) -> Operation:
    """Return an operation in which something becomes known on three days."""
    return opened(
        tmp_path,
        said("S-1", "2025-03-01"),
        said("S-2", "2025-03-05", about="", paraphrase="Said more."),
        said("S-3", "2025-03-09", paraphrase="Put it on hold."),
        parties=PARTIES,
        events=EVENTS,
        propositions=PROPOSITIONS,
        contributions=CONTRIBUTIONS,
    )


def known(operation: Operation, start: date, end: date) -> tuple[Change, ...]:
    """Return what became known between two days."""
    return changes(view(operation, as_known_on=start), view(operation, as_known_on=end))


def test_everything_that_became_known_is_told_in_a_sentence_each(operation: Operation) -> None:
    """By hand, from the first day to the second."""
    troops, june = "alf-troops (Alfland, land troops)", "1 Jun 2025"

    assert [change.sentence for change in known(operation, FIRST, SECOND)] == [
        "Published on 5 Mar 2025: Minister on troops: Said more. (S-2)",
        f"{troops} was raised from floated to pledged.",
        f"The quantity of {troops} went from an undisclosed quantity to 1,000–2,000 persons.",
        f"The chance of fulfilment of {troops} is now 0.5–0.75 (before: 0.5).",
        f"The window of {troops} is now from {june} until 1 Jun 2026 (before: from {june}).",
        f"The notice in days of {troops} is now 30 (before: nothing on record).",
        f"The list of caveats of {troops} is now nothing on record (before: reserve).",
        f"A term of {troops} became known: cover (stated).",
        f"A term of {troops} was taken back: peace (stated).",
        (
            "bra-lift (Bravia, an undisclosed capability) became known: of undisclosed firmness, "
            "an undisclosed quantity (at least 2)."
        ),
        "“There is peace” (peace) holds as of 5 Mar 2025 (before: contested).",
        "A term of Alfland for taking part became known: peace (stated).",
        "Agreement of 8 Mar 2025, planned: They agree (E-2)",
    ]


def test_a_change_says_what_changed_from_what_to_what_on_which_evidence(
    operation: Operation,
) -> None:
    """For programs, beside the sentence."""
    firmness = known(operation, FIRST, SECOND)[1]

    assert firmness == Change(
        kind=ChangeKind.OFFER,
        id="alf-troops",
        key="firmness",
        before="floated",
        after="pledged",
        evidence=("S-2",),
        sentence=firmness.sentence,
    )


def test_an_offer_put_on_hold_is_neither_raised_nor_lowered(operation: Operation) -> None:
    """States beside the ladder have no rung."""
    assert [change.sentence for change in known(operation, SECOND, THIRD)] == [
        "Published on 9 Mar 2025: Minister on Alfland, troops: Put it on hold. (S-3)",
        "alf-troops (Alfland, land troops) went from pledged to suspended.",
        (
            "The window of alf-troops (Alfland, land troops) is now until 1 Jun 2026 (before: from "
            "1 Jun 2025 until 1 Jun 2026)."
        ),
    ]


def test_nothing_becomes_known_within_a_day(operation: Operation) -> None:
    """Nor on a day on which nothing was published."""
    assert known(operation, SECOND, SECOND) == ()
    assert known(operation, SECOND, date(2025, 3, 8)) == ()


def test_from_nothing_everything_is_new(operation: Operation) -> None:
    """The day before anything was heard."""
    kinds = [(one.kind, one.id) for one in known(operation, date(2025, 2, 28), FIRST)]

    assert kinds == [
        (ChangeKind.STATEMENT, "S-1"),
        (ChangeKind.OFFER, "alf-troops"),
        (ChangeKind.RECORD, "peace"),
        (ChangeKind.EVENT, "E-1"),
    ]


def test_backwards_what_is_in_view_no_longer_is_told_as_such(operation: Operation) -> None:
    """A view without a statement is compared with the whole in the same way."""
    whole, less = view(operation), view(operation, without=["S-2", "S-3"])

    sentences = [change.sentence for change in changes(whole, less)]

    assert "No longer in view: Minister on troops: Said more. (S-2)" in sentences
    assert "bra-lift (Bravia, an undisclosed capability) is no longer in view." in sentences
    assert "A term of Alfland for taking part is no longer in view: peace (stated)." in sentences
    assert "alf-troops (Alfland, land troops) went from suspended to floated." in sentences


def test_an_offer_that_a_party_lowers_is_told_as_lowered(tmp_path: Path) -> None:
    """From a pledge to a signal."""
    steps = """\
- id: alf-troops
  party: ALF
  capability: land_troops
  unit: persons
  steps:
    - {since: 2025-03-01, firmness: pledged, evidence: [S-1]}
    - {since: 2025-03-05, firmness: signalled, evidence: [S-2]}
    - {since: 2025-03-09, firmness: undisclosed, evidence: [S-2]}
    - {since: 2025-03-10, firmness: floated, evidence: [S-2]}
"""
    operation = opened(
        tmp_path, said("S-1", "2025-03-01"), said("S-2", "2025-03-05"), contributions=steps
    )

    told = [
        change.sentence
        for start, end in ((FIRST, SECOND), (SECOND, THIRD), (THIRD, date(2025, 3, 10)))
        for change in known(operation, start, end)
        if change.key == "firmness"
    ]

    troops = "alf-troops (Alfland, land troops)"
    assert told == [
        f"{troops} was lowered from pledged to signalled.",
        f"{troops} was lowered from signalled to undisclosed.",
        f"{troops} went from undisclosed to floated.",
    ]
