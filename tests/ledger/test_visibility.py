"""Who may see what: the one rule that views and exports share."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from guarantor.errors import UnknownId
from guarantor.ledger import known_audiences
from guarantor.ledger.visibility import (
    visible_contributions,
    visible_documents,
    visible_statements,
    visible_steps,
)
from guarantor.model import Base, Contribution, KnownDocument, Operation, Step, Term
from tests.samples import statement

DAY = date(2025, 3, 1)
AUDIENCES = {
    "coalition": ("ALF", "BRA", "CHA"),
    "inner": ("ALF", "BRA"),
    "pair": ("BRA", "ALF"),
    "press": (),
    "north": ("NOR",),
}


def step(cited: str, *releasable_to: str, terms: tuple[Term, ...] = ()) -> Step:
    """Return a step that cites a statement."""
    named = releasable_to or None
    return Step(since=DAY, evidence=(cited,), releasable_to=named, terms=terms)


def offer(*steps: Step, name: str = "troops", **base: Any) -> Contribution:  # noqa: ANN401  keys of a base
    """Return a contribution of some steps."""
    return Contribution(
        id=name, party="ALF", capability="troops", base=Base(**base), steps=tuple(steps)
    )


def operation(*offers: Contribution, **more: Any) -> Operation:  # noqa: ANN401  keys of an operation
    """Return an operation with some offers and statements A to E."""
    return Operation(
        id="north",
        name="Northland",
        as_known_on=DAY,
        requirement="all",
        audiences=AUDIENCES,
        contributions={one.id: one for one in offers},
        statements={name: statement(name, DAY) for name in "ABCDE"},
        **more,
    )


def cited(contribution: Contribution, audience: str) -> str:
    """Return the statements that the steps seen by an audience cite."""
    seen = visible_steps(contribution, operation(contribution), audience)
    return "".join(name for step in seen for name in step.evidence)


def test_an_audience_knows_of_those_to_which_all_its_parties_belong() -> None:
    """The inner circle knows of the coalition; the coalition knows of no circle within it."""
    known = {name: known_audiences(operation(), name) for name in ("public", *AUDIENCES)}

    assert known == {
        "public": ("public",),
        "coalition": ("public", "coalition"),
        "inner": ("public", "coalition", "inner", "pair"),
        "pair": ("public", "coalition", "inner", "pair"),
        "press": ("public", "press"),
        "north": ("public", "north"),
    }


def test_a_smaller_audience_sees_what_a_larger_one_sees() -> None:
    """By hand: a step for each, seen from each."""
    contribution = offer(
        step("A", "public"), step("B", "coalition"), step("C", "inner"), step("D", "press", "north")
    )

    assert {name: cited(contribution, name) for name in ("public", *AUDIENCES)} == {
        "public": "A",
        "coalition": "AB",
        "inner": "ABC",
        "pair": "ABC",
        "press": "AD",
        "north": "AD",
    }


def test_a_step_that_does_not_say_is_as_the_step_before_it_or_else_the_entry() -> None:
    """The second is for the coalition as the entry is, the fourth for the public as the third."""
    contribution = offer(
        step("A"), step("B"), step("C", "public"), step("D"), releasable_to=("coalition",)
    )

    assert cited(contribution, "public") == "CD"
    assert cited(contribution, "coalition") == "ABCD"
    seen = visible_steps(contribution, operation(contribution), "coalition")
    assert [one.releasable_to for one in seen] == [
        ("coalition",),
        ("coalition",),
        ("public",),
        ("public",),
    ]


def test_an_entry_that_says_nothing_is_for_everybody() -> None:
    """Public is what nobody restricted."""
    assert cited(offer(step("A")), "public") == "A"


def test_a_contribution_is_seen_where_one_of_its_steps_is() -> None:
    """One for the public, one for the coalition alone."""
    told, kept = offer(step("A", "inner"), step("B", "public")), offer(step("C", "inner"), name="x")

    assert visible_contributions(operation(told, kept), "public") == {"troops"}
    assert visible_contributions(operation(told, kept), "inner") == {"troops", "x"}


def test_a_statement_is_withheld_where_only_withheld_steps_cite_it() -> None:
    """A step and its term cite A and B; B is cited by a step that is seen; nothing cites C to E."""
    kept = step("A", "inner", terms=(Term(condition=None, evidence=("B", "C")),))
    told = step("B", "public")

    assert visible_statements(operation(offer(kept, told)), "public") == set("BDE")
    assert visible_statements(operation(offer(kept, told)), "inner") == set("ABCDE")


def test_what_only_a_withheld_document_says_is_withheld() -> None:
    """A and B stand in the memo; a step for all cites B, so that it is seen; C is in the news."""
    known = {
        name: KnownDocument(id=name, source=f"documents/{name}.txt", origin=name, releasable_to=to)
        for name, to in {"memo": ("inner",), "news": ("public",)}.items()
    }
    sources = {"A": "memo.txt#char=1,2", "B": "memo.txt", "C": "news.txt#char=0,9"}
    whole = operation(offer(step("B", "public")), documents=known)
    placed = {
        name: replace(whole.statements[name], source=f"documents/{source}")
        for name, source in sources.items()
    }
    whole = replace(whole, statements={**whole.statements, **placed})

    assert visible_documents(whole, "public") == {"news"}
    assert visible_documents(whole, "pair") == {"memo", "news"}
    assert visible_statements(whole, "public") == set("BCDE")
    assert visible_statements(whole, "inner") == set("ABCDE")


@pytest.mark.parametrize("audience", ["colaition", "publik"])
def test_an_audience_that_nobody_named_is_told_with_the_nearest(audience: str) -> None:
    """It is a mistake of the caller's, and one sentence."""
    with pytest.raises(UnknownId, match=f"{audience}: no such audience; did you mean "):
        visible_contributions(operation(), audience)
