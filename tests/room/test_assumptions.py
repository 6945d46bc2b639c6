"""What the answer takes for granted: chances case by case, uncertain ones, and hazards."""

from pathlib import Path
from typing import Any

import pytest

from guarantor.model import Operation
from guarantor.operation import open_folder
from guarantor.room import Options, assess
from tests.operation.small import broken, write_small


@pytest.fixture
def operation(tmp_path: Path) -> Operation:
    """Return the small operation with a chance case by case and hazards."""
    propositions = broken(
        "propositions.yaml",
        "chance: {low: 0.2, high: 0.4}",
        "chance_given: [{if: backstop, chance: {mean: 0.4, weight: 12}}, {else: unlikely}],"
        " lasting: {monthly_hazard: 0.06, note: as in Northland}",
    )
    parties = broken(
        "parties.yaml",
        "decision: 0.9",
        "decision: {mean: 0.9, weight: 20}, lasting: {monthly_hazard: {mean: 0.1, weight: 30}}",
    )
    return open_folder(write_small(tmp_path, propositions=propositions, parties=parties))[0]


def _of(operation: Operation, name: str) -> list[tuple[Any, ...]]:
    """Return what is assumed of an id: value, low end, high end and note."""
    return [
        (row["value"], row["low"], row["high"], row["note"])
        for row in assess(operation, Options())["assumptions"]
        if row.get("id") == name
    ]


def test_every_case_is_an_assumption_of_its_own(operation: Operation) -> None:
    """And so is the hazard, with its note."""
    own = "the chance of its own event"
    assert _of(operation, "ceasefire") == [
        (0.4, 0.4, 0.4, f"{own} in the case backstop (Beta, mean 0.4, weight 12)"),
        (None, 0.2, 0.45, f"{own} in every other case"),
        (0.06, 0.06, 0.06, "the monthly chance that it ends once it holds: as in Northland"),
    ]


def test_an_uncertain_chance_is_told_with_its_weight(operation: Operation) -> None:
    """Of a decision, and of a party's leaving."""
    assert _of(operation, "AAA") == [
        (0.9, 0.9, 0.9, "the chance that it decides to take part (Beta, mean 0.9, weight 20)"),
        (0.1, 0.1, 0.1, "the monthly chance that its taking part ends (Beta, mean 0.1, weight 30)"),
    ]


def test_a_hazard_with_evidence_is_no_assumption(tmp_path: Path) -> None:
    """Nor is a case that is unknown because nothing was said of it."""
    new = "lasting: {monthly_hazard: 0.06, evidence: [A-1]}, chance_given: [{if: peace, chance: 1}]"
    propositions = broken("propositions.yaml", "- id: backstop\n", "- id: backstop\n  note: so\n")
    propositions = propositions.replace("chance: {low: 0.2, high: 0.4}", new)
    propositions = propositions.replace("when: ceasefire and backstop, basis: stated", "note: so")
    (operation, _) = open_folder(write_small(tmp_path, propositions=propositions))

    assert _of(operation, "ceasefire") == [
        (1.0, 1.0, 1.0, "the chance of its own event in the case peace")
    ]


def test_the_document_keeps_the_weight_of_an_uncertain_chance(tmp_path: Path) -> None:
    """Beside its mean, at both ends."""
    propositions = broken(
        "propositions.yaml", "chance: {low: 0.2, high: 0.4}", "chance: {mean: 0.4, weight: 12}"
    )
    (operation, _) = open_folder(write_small(tmp_path, propositions=propositions))

    rows = {row["id"]: row for row in assess(operation, Options())["propositions"]}

    assert rows["ceasefire"]["chance"] == {"low": 0.4, "high": 0.4}
    assert rows["ceasefire"]["chance_weight"] == 12
    assert "chance_weight" not in rows["backstop"]
