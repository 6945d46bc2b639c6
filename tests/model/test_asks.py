"""Changes that are asked for: printing and parsing are inverse; and what an ask is."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guarantor.errors import BadChange
from guarantor.model import LADDER, Ask, AskAnswer, Change, ChangeKind
from tests.strategies import conditions, ids

BARE = (ChangeKind.SECURE, ChangeKind.JOIN, ChangeKind.FULFIL)
amounts = st.decimals(min_value="0.01", max_value=10**9, places=2).map(
    lambda number: f"{number.normalize():f}"
)
changes = st.one_of(
    st.builds(Change, st.sampled_from(BARE), ids),
    st.builds(
        Change,
        st.just(ChangeKind.DROP),
        ids,
        st.one_of(st.just("undisclosed"), conditions.map(str)),
    ),
    st.builds(Change, st.just(ChangeKind.FIRM), ids, st.sampled_from(LADDER).map(str)),
    st.builds(Change, st.sampled_from([ChangeKind.DISCLOSE, ChangeKind.ADD]), ids, amounts),
)


@given(changes)
def test_printing_and_parsing_are_inverse(change: Change) -> None:
    """Every change that can be is printed as a text that reads as the same change."""
    assert Change.parse(str(change)) == change


@given(changes)
def test_what_is_parsed_is_printed_in_one_way(change: Change) -> None:
    """Blanks around the parts make no difference."""
    kind, _, rest = str(change).partition(" ")

    assert str(Change.parse(f"  {kind}   {rest.replace(':', ' :   ', 1)}\n")) == str(change)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("secure ceasefire", "secure ceasefire"),
        ("drop alf-troops: (backstop) and (a or b)", "drop alf-troops: backstop and (a or b)"),
        ("drop BRA:at_least(1,[a,b])", "drop BRA: at_least(1, [a, b])"),
        ("add alf-troops: 0500.50", "add alf-troops: 500.5"),
        ("add alf-troops: 0.25", "add alf-troops: 0.25"),
        ("disclose alf-troops: 000", "disclose alf-troops: 0"),
        ("disclose alf-troops: 1000", "disclose alf-troops: 1000"),
    ],
)
def test_details_are_printed_in_one_way(text: str, printed: str) -> None:
    """A term as conditions print it, an amount without idle zeros."""
    assert str(Change.parse(text)) == printed


RUNGS = "floated, signalled, pledged, allocated, committed or delivered"
KINDS = "secure, join, drop, firm, fulfil, disclose or add"
TERM = "after the colon comes a term as it is written"
FORM = "a change reads KIND ID or KIND ID: DETAIL, such as secure ceasefire"


@pytest.mark.parametrize(
    ("text", "column", "sentence"),
    [
        ("", 1, f'"" is no kind of change; write {KINDS}'),
        (": x", 1, f'"" is no kind of change; write {KINDS}'),
        (" secur ceasefire", 2, f"secur is no kind of change; write {KINDS}"),
        ("x" * 50, 1, f"{'x' * 39}… is no kind of change; write {KINDS}"),
        ("secure", 7, "the change breaks off; after secure comes an id"),
        ("add : 500", 5, "the change breaks off; after add comes an id"),
        ("secure 5th", 8, "5th is no id; after secure comes the id of what changes"),
        ("secure peace now", 14, f"now does not belong here; {FORM}"),
        (
            "secure peace: now",
            13,
            "secure takes nothing after the id; take the colon and the rest out",
        ),
        ("firm alf", 9, "after firm alf comes a colon and the firmness"),
        (
            "drop alf: ",
            11,
            "after drop alf comes a colon and the term as it is written, or undisclosed",
        ),
        (
            "drop alf: a and",
            16,
            f"the condition breaks off; an id or a closing bracket is missing; {TERM}",
        ),
        ("drop alf: a or or b", 16, f"'or' does not belong here; {TERM}"),
        ("firm alf: firmer", 11, f"firmer is no rung of the ladder; write {RUNGS}"),
        ("firm alf: declined", 11, f"declined is no rung of the ladder; write {RUNGS}"),
        ("add alf: -5", 10, "-5 is no amount; write digits, and a point before decimals"),
        ("add alf: 1e3", 10, "1e3 is no amount; write digits, and a point before decimals"),
        ("add alf: 0.0", 10, "an offer grows by more than nothing; give an amount above 0"),
    ],
)
def test_what_is_no_change_is_said_in_one_sentence(text: str, column: int, sentence: str) -> None:
    """With the column at which it goes wrong."""
    with pytest.raises(BadChange) as raised:
        Change.parse(text)

    assert (raised.value.column, raised.value.message) == (column, sentence)
    assert str(raised.value) == f"column {column}: {sentence}"


def test_a_change_that_exists_is_written_as_it_is_printed() -> None:
    """Two changes that mean the same are equal."""
    with pytest.raises(ValueError, match="as it is printed, not 0500"):
        Change(ChangeKind.ADD, "alf-troops", "0500")
    with pytest.raises(BadChange, match="secure takes nothing after the id; take 5 out"):
        Change(ChangeKind.SECURE, "ceasefire", "5")


ASKED = Ask(id="A-1", asked=("BRA",), text="Send more", asked_on=date(2025, 3, 1))


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"asked": ()}, "an ask is put to somebody"),
        ({"answer": AskAnswer.REFUSED}, "no day on which it was answered"),
        ({"answered_on": date(2025, 3, 2)}, "no day on which it was answered"),
        ({"cost": Decimal(-1)}, "a cost runs from 0 upwards, not -1"),
        ({"cost": Decimal("NaN")}, "a cost runs from 0 upwards, not NaN"),
    ],
)
def test_an_ask_that_exists_is_valid(changed: dict[str, Any], sentence: str) -> None:
    """Put to somebody, answered on a day or open, of no negative cost."""
    with pytest.raises(ValueError, match=sentence):
        replace(ASKED, **changed)
