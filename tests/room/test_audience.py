"""An audience's result may depend only on what it may see."""

import json
from dataclasses import replace

from hypothesis import given, settings

from guarantor import room
from guarantor.brief import brief_page
from guarantor.model import Operation, Step, Term, parse_condition
from tests.room.secret_steps import secret_steps

HIDDEN = "bra-airlift"
TERMS = ["backstop", "un_mandate", "alf-troops", "BRA", "at_least(1, troop_offers)", "ceasefire"]


def example() -> Operation:
    """Return the example, with a condition and a group that name what the public may not see."""
    operation = room.open_source("example").operation
    party = operation.parties["GUA"]
    named = Term(condition=parse_condition(f"backstop or {HIDDEN}"))
    return replace(
        operation,
        parties={**operation.parties, "GUA": replace(party, terms=(named,))},
        groups={**operation.groups, "lift": (HIDDEN, "alf-troops")},
    )


def public(operation: Operation) -> str:
    """Return what the public is told, byte for byte."""
    return json.dumps(room.assess(operation, room.Options()))


BASE = public(example())


@settings(max_examples=30)
@given(secret_steps(TERMS))
def test_what_the_public_may_not_see_changes_nothing(steps: tuple[Step, ...]) -> None:
    """Neither its firmness nor its size nor its terms."""
    operation = example()
    hidden = replace(operation.contributions[HIDDEN], steps=steps)
    changed = replace(operation, contributions={**operation.contributions, HIDDEN: hidden})

    assert public(changed) == BASE


@settings(max_examples=20)
@given(secret_steps(TERMS))
def test_a_later_step_for_some_changes_nothing_for_the_others(steps: tuple[Step, ...]) -> None:
    """Alfland tells the coalition more than the public: the public hears what it heard."""
    operation = example()
    said = operation.contributions["alf-troops"]
    later = tuple(replace(step, since=operation.as_known_on) for step in steps)
    more = replace(said, steps=(*said.steps, *later))
    changed = replace(operation, contributions={**operation.contributions, "alf-troops": more})

    assert public(changed) == BASE


def test_what_may_not_be_seen_is_named_nowhere() -> None:
    """Neither in the document nor in the page; nor the statement that only it cites."""
    document = room.assess(example(), room.Options())

    for text in (BASE, brief_page(document)):
        assert HIDDEN not in text
        assert "BRA-2" not in text


def test_the_coalition_does_see_it() -> None:
    """So the test above can fail."""
    assert HIDDEN in json.dumps(room.assess(example(), room.Options(audience="coalition")))
