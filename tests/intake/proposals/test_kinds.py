"""What a clause is about is the most special thing that it names."""

import pytest

from guarantor.intake.kinds import KINDS, kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("850 police officers for Haiti", "police"),
        ("a battalion of infantry", "troops"),
        ("a field hospital with forty beds", "medical"),
        ("two frigates in the strait", "naval"),
        ("engineers to clear mines", "engineering"),
        ("unarmed monitors on the line", "monitoring"),
        ("thirty million euros for the trust fund", "funding"),
        ("a thirty-day ceasefire", "ceasefire"),
        ("the sanctions on Moscow", "sanctions"),
        ("ammunition and howitzers", "military_aid"),
        ("an exchange of prisoners", "prisoners"),
        ("their units are encircled", "encirclement"),
        ("a contribution of some sort", "contributions"),
        ("the weather", "other"),
    ],
)
def test_words_tell_the_kind(text: str, expected: str) -> None:
    """One kind each."""
    assert kind(text) == expected


def test_kinds_are_those_of_the_closed_list() -> None:
    """The words that a statement's kind may be, as the glossary lists them."""
    listed = """
        troops monitoring backstop ceasefire peace_agreement military_aid air naval airlift
        logistics intelligence training medical police engineering funding sanctions mandate
        command planning meeting membership consent withdrawal encirclement control attack
        prisoners humanitarian elections contributions coalition other
    """

    assert sorted(KINDS) == sorted(listed.split())
