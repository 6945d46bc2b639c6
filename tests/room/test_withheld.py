"""What an audience may not see is in no document and no table that it is shown."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from guarantor import room
from guarantor.model import Firmness, Operation, Step, Term, parse_condition
from tests.room.documents import assessed, screens
from tests.room.secret_steps import secret_steps

SOURCE = room.open_source("example")
SECRET_DAY = date(2025, 3, 13)
"""Nothing else in the example became known on it."""
TERMS = ["backstop", "un_mandate", "alf-troops", "BRA", "ceasefire"]


def example(steps: tuple[Step, ...] | None = None) -> room.Source:
    """Return the example with Bravia's secret told on a day of its own, and named all over.

    Bravia's term and a group name the secret offer; of Alfland's offer the coalition knows more.
    """
    operation = SOURCE.operation
    secret = replace(operation.statements["BRA-2"], published_on=SECRET_DAY, said_on=SECRET_DAY)
    hidden = operation.contributions["bra-airlift"]
    known = operation.contributions["alf-troops"]
    later = Step(
        since=SECRET_DAY,
        evidence=("BRA-2",),
        firmness=Firmness.WITHDRAWN,
        releasable_to=("coalition",),
    )
    party = operation.parties["GUA"]
    named = Term(condition=parse_condition("backstop or bra-airlift"))
    changed: Operation = replace(
        operation,
        statements={**operation.statements, "BRA-2": secret},
        contributions={
            **operation.contributions,
            "bra-airlift": replace(hidden, steps=steps or hidden.steps),
            "alf-troops": replace(known, steps=(*known.steps, later)),
        },
        parties={**operation.parties, "GUA": replace(party, terms=(named,))},
        groups={**operation.groups, "lift": ("bra-airlift", "alf-troops")},
    )
    return replace(SOURCE, operation=changed)


PUBLIC = room.Options()
BASE = screens(example(), PUBLIC)


def test_the_public_is_told_of_no_secret() -> None:
    """Neither its name, nor its statement, nor the day on which it was told."""
    for text in (BASE, assessed(example(), PUBLIC)):
        for secret in ("bra-airlift", "BRA-2", "bra2", SECRET_DAY.isoformat(), "13 Mar 2025"):
            assert secret not in text


def test_nothing_is_counted_that_is_withheld() -> None:
    """Five offers, twelve statements, nine days; Alfland's offer has changed twice."""
    about = room.about(example(), room.Options())
    ledger = room.ledger_view(example().operation, room.Options())

    assert (about["counts"]["offers"], about["counts"]["statements"]) == (5, 12)
    assert about["last_day"] == "2025-03-11"
    assert len(ledger["days"]) == 9
    assert ledger["rows"][0]["days"] == 2


def test_the_coalition_is_told_all_of_it() -> None:
    """So that the tests above can fail."""
    text = screens(example(), room.Options(audience="coalition"))

    for secret in ("bra-airlift", "BRA-2", SECRET_DAY.isoformat()):
        assert secret in text


@settings(max_examples=8, deadline=None)
@given(secret_steps(TERMS))
def test_whatever_the_secret_is_the_public_is_told_the_same(steps: tuple[Step, ...]) -> None:
    """Byte for byte."""
    assert screens(example(steps), PUBLIC) == BASE
