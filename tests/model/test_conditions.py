"""Conditions: data that prints as text and parses back."""

from decimal import Decimal

import pytest
from hypothesis import given

from guarantor.errors import BadCondition
from guarantor.model import (
    All,
    AnyOf,
    AtLeast,
    Atom,
    Condition,
    Not,
    Total,
    ids_named,
    parse_condition,
    say,
    walk,
)
from tests.strategies import conditions

NAMES = {
    "ceasefire": "a ceasefire is in force",
    "BRA": "Bravia joins",
    "backstop": "Guarantia stands behind it",
    "troop_offers": "troop offers",
    "land_troops": "land troops",
    "enough": "3,000",
}


@given(conditions)
def test_printing_and_parsing_are_inverse(condition: Condition) -> None:
    """What is printed reads back as the same tree, so a folder can be written from the data."""
    assert parse_condition(str(condition)) == condition


def test_not_binds_closest_then_and_then_or() -> None:
    """By hand: ``a or not b and c`` is a, or both not b and c."""
    assert parse_condition("a or not b and c") == AnyOf(
        (Atom("a"), All((Not(Atom("b")), Atom("c"))))
    )


def test_parentheses_that_change_nothing_are_dropped() -> None:
    """One tree for one meaning."""
    assert str(parse_condition("((a and (b and c)))")) == "a and b and c"


def test_thresholds_and_sums_are_read() -> None:
    """With a number or a parameter, a group or a list."""
    assert parse_condition("at_least(others, [a, b-1])") == AtLeast("others", ("a", "b-1"))
    assert parse_condition("at_least(2, group)") == AtLeast(2, "group")
    assert parse_condition("total(land_troops) >= 3000.5") == Total(
        "land_troops", Decimal("3000.5")
    )


@pytest.mark.parametrize(
    ("text", "column", "start"),
    [
        ("", 1, "the condition breaks off"),
        ("a and", 6, "the condition breaks off"),
        ("a b", 3, "'b' does not belong here"),
        ("a & b", 3, "'&' has no place in a condition"),
        ("at_least(1, [a,])", 16, "']' does not belong here"),
        ("total(x) > 3", 10, "'>' has no place in a condition"),
        ("not and", 5, "'and' does not belong here"),
        ("(a", 3, "the condition breaks off"),
    ],
)
def test_an_error_points_at_its_column(text: str, column: int, start: str) -> None:
    """Columns count from 1."""
    with pytest.raises(BadCondition) as error:
        parse_condition(text)
    assert error.value.column == column
    assert error.value.message.startswith(start)


@pytest.mark.parametrize(
    "text",
    ["not " * 900 + "a", " or ".join(["a"] * 900), "a" * 4_001],
)
def test_depth_and_size_are_bounded(text: str) -> None:
    """Nothing that is written here can exhaust the reader."""
    with pytest.raises(BadCondition, match="at most"):
        parse_condition(text)


def test_parentheses_can_be_many() -> None:
    """They add no depth to the tree."""
    assert parse_condition("(" * 1_990 + "a" + ")" * 1_990) == Atom("a")


def test_a_condition_keeps_to_one_shape() -> None:
    """An ``All`` within an ``All`` would print as something that parses differently."""
    with pytest.raises(ValueError, match="none of its own kind"):
        All((Atom("a"), All((Atom("b"), Atom("c")))))
    with pytest.raises(ValueError, match="two parts"):
        AnyOf((Atom("a"),))


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "ceasefire and not backstop",
            "a ceasefire is in force and it is not so that Guarantia stands behind it",
        ),
        (
            "backstop or ceasefire and BRA",
            "either Guarantia stands behind it or both a ceasefire is in force and Bravia joins",
        ),
        ("at_least(2, troop_offers)", "at least 2 of the troop offers stand"),
        (
            "at_least(1, [BRA, ceasefire])",
            "at least 1 of these hold: Bravia joins; a ceasefire is in force",
        ),
        ("total(land_troops) >= 3000", "3,000 or more of land troops are offered in all"),
        ("total(land_troops) >= enough", "3,000 or more of land troops are offered in all"),
    ],
)
def test_a_condition_can_be_said(text: str, sentence: str) -> None:
    """As one English clause."""
    assert say(parse_condition(text), lambda name: NAMES[name]) == sentence


@given(conditions)
def test_every_condition_can_be_said(condition: Condition) -> None:
    """Whatever it names."""
    assert say(condition, lambda name: name)


def test_what_is_named_is_atoms_and_lists_but_not_groups() -> None:
    """A common term does not bind an offer that it names itself."""
    condition = parse_condition("a and at_least(1, [b, c]) and at_least(2, d) and total(e) >= 1")
    assert ids_named(condition) == {"a", "b", "c"}


def test_walking_tells_what_stands_under_a_not() -> None:
    """By hand: only c and d do, and the ``or`` that joins them."""
    found = {str(node) for node, under in walk(parse_condition("a and not (c or d)")) if under}
    assert found == {"c or d", "c", "d"}
