"""Conditions keep their words, and are matched to propositions only where that is sure."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guarantor.intake.conditions import condition, expression

PARTIES = {"USA": "United States", "DEU": "Germany"}
PROPOSITIONS = {
    "peace_agreement": "A peace agreement is signed",
    "ceasefire": "A ceasefire is in force",
    "us_backstop": "The United States stands behind the force",
    "un_mandate": "The force has a mandate of the United Nations",
    "host_consent": "Ukraine consents to the force",
}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It would send troops if others did", "if others did"),
        (
            "Ghana could go, but only after its parliament has voted",
            "only after its parliament has voted",
        ),
        ("It stands provided that the roof is mended", "provided that the roof is mended"),
        ("Italian participation hinges on a mandate", "hinges on a mandate"),
        ("Berlin will not take part before a ceasefire holds", "before a ceasefire holds"),
        ("No contingent shall deploy unless funding is secured", "unless funding is secured"),
        ("It will stay as long as it is wanted", "as long as it is wanted"),
        ("Norway would double it once both have signed", "once both have signed"),
        ("If they bring fuel, we patrol", "If they bring fuel"),
        (
            "It is ready, subject to a seat at the table, two envoys say",
            "subject to a seat at the table",
        ),
        ("Absent a change in policy, the force may fail", "Absent a change in policy"),
        ("No force can be sent without a guarantee", "without a guarantee"),
        ("Payment is frozen pending a vote", "pending a vote"),
        ("For the plan to succeed, the allies must agree", "the allies must agree"),
        ("It would pay, should the budget fail again", "should the budget fail again"),
    ],
)
def test_a_condition_is_told_in_its_own_words(text: str, words: str) -> None:
    """Up to the next speaker, stop or, at the beginning, comma."""
    found = condition(text)

    assert found is not None
    assert found.text == words
    assert text[found.span.start : found.span.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "He was asked if it rained",
        "They came once more and left at once",
        "They would go once again",
        "She spoke before the summit",
        "It lasted until the end of March",
        "They went without a word",
        "He looks as if he knew",
        "Even if it rains, they march",
    ],
)
def test_what_only_looks_like_a_condition_is_none(text: str) -> None:
    """Time, questions and comparison bind nobody."""
    assert condition(text) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("once a peace agreement is signed", "peace_agreement"),
        ("if a ceasefire is in force", "ceasefire"),
        ("provided there is a UN mandate", "un_mandate"),
        ("subject to a US backstop", "us_backstop"),
        ("only if Washington gives a backstop", "us_backstop"),
        ("if Germany takes part", "DEU"),
        ("after a ceasefire and with a UN mandate", "ceasefire and un_mandate"),
        ("if it rains", ""),
        ("if Germany agrees", ""),
        ("", ""),
    ],
)
def test_an_expression_is_given_only_where_it_is_sure(words: str, expected: str) -> None:
    """All words of an id, or most of the proposition's text; else the reviewer decides."""
    assert expression(words, parties=PARTIES, propositions=PROPOSITIONS) == expected


def test_two_propositions_that_fit_as_well_leave_it_open() -> None:
    """Neither is surer than the other."""
    twins = {"ceasefire": "A ceasefire holds", "truce": "A truce holds"}

    assert expression("a truce, a ceasefire", parties={}, propositions=twins) == ""


def test_without_an_operation_there_is_no_expression() -> None:
    """There are no ids to mean."""
    assert expression("once a ceasefire holds", parties={}, propositions={}) == ""


@given(st.text(max_size=100))
def test_any_text_is_read(text: str) -> None:
    """The words stand where they are said to."""
    found = condition(text)

    assert found is None or text[found.span.start : found.span.end] == found.text
