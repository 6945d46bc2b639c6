"""What a clause does is told by phrases of the field."""

import pytest

from guarantor.intake.stances import found, rules
from guarantor.model import Firmness, Stance


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ghana denied that it had refused to pay", Stance.DENIED),
        ("he dismissed as false the claim that troops had left", Stance.DENIED),
        ("reports of a retreat were flatly denied", Stance.DENIED),
        ("it is not true that we fired", Stance.DENIED),
        ("he declined to say how many would go", Stance.UNDISCLOSED),
        ("he would neither confirm nor deny the figure", Stance.UNDISCLOSED),
        ("it was too early to speak of numbers", Stance.UNDISCLOSED),
        ("the names were not made public", Stance.UNDISCLOSED),
        ("Jamaica withdrew its offer", Stance.WITHDRAWN),
        ("Botswana no longer stands by its pledge", Stance.WITHDRAWN),
        ("it brought its soldiers home", Stance.WITHDRAWN),
        ("the payment was put on hold", Stance.SUSPENDED),
        ("Serbia has paused its rotation", Stance.SUSPENDED),
        ("Italy will not send soldiers", Stance.REFUSED),
        ("there are no plans to deploy", Stance.REFUSED),
        ("Rome ruled out a mission", Stance.REFUSED),
        ("a mission is not on the table", Stance.REFUSED),
        ("Kyiv called on allies to send jets", Stance.REQUESTED),
        ("the envoy urged both sides to stop", Stance.REQUESTED),
        ("Mali demanded that the mission leave", Stance.REQUESTED),
        ("Norway will send doctors", Stance.PLEDGED),
        ("Chad promised a company", Stance.PLEDGED),
    ],
)
def test_a_phrase_tells_the_stance(text: str, stance: Stance) -> None:
    """Each as the glossary has it."""
    match = found(text)

    assert match is not None
    assert match.rule.stance is stance


@pytest.mark.parametrize(
    ("text", "firmness"),
    [
        ("Denmark does not rule out sending soldiers", Firmness.FLOATED),
        ("Denmark could send soldiers", Firmness.FLOATED),
        ("Denmark is considering a deployment", Firmness.FLOATED),
        ("Denmark is ready to send soldiers", Firmness.SIGNALLED),
        ("Denmark plans to send soldiers", Firmness.SIGNALLED),
        ("Denmark will send soldiers", Firmness.PLEDGED),
        ("Denmark has set aside two billion", Firmness.ALLOCATED),
    ],
)
def test_an_offer_is_as_firm_as_its_words(text: str, firmness: Firmness) -> None:
    """From *could* to *set aside*."""
    match = found(text)

    assert match is not None
    assert (match.rule.stance, match.rule.firmness) == (Stance.PLEDGED, firmness)


@pytest.mark.parametrize(
    "text", ["The harbour lies in the sun", "They met in Rome", "He denied the envoy access"]
)
def test_a_clause_that_only_tells_fits_no_rule_of_denial(text: str) -> None:
    """*Denied access* is no denial of a report."""
    match = found(text)

    assert match is None or match.rule.stance is not Stance.DENIED


def test_the_first_words_decide_over_later_ones() -> None:
    """To demand that others refuse is a demand."""
    match = found("Athens demanded that its partners refuse")

    assert match is not None
    assert match.rule.stance is Stance.REQUESTED


def test_every_rule_has_a_name_of_its_own() -> None:
    """A proposal cites it."""
    names = [rule.name for rule in rules()]

    assert len(names) == len(set(names))
