"""What to ask for: the rows, the register beside them, and what the public is told."""

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import import_module

import pytest

from guarantor import room
from guarantor.brief.document import AskRow, AsksDocument
from guarantor.model import (
    Ask,
    AskAnswer,
    Change,
    Firmness,
    Operation,
    Priority,
    Status,
)
from guarantor.room.asks import ask_rows
from guarantor.viability import Engine, Kind, Method

DAY = date(2025, 3, 10)


def ask(name: str, change: str = "", **given: object) -> Ask:
    """Return an ask that Alfland put to Guarantia."""
    return Ask(
        id=name,
        asked_by=("ALF",),
        asked=("GUA",),
        change=Change.parse(change) if change else None,
        asked_on=DAY,
        **given,  # type: ignore[arg-type]
    )


def example(*asks: Ask, status: Status = Status.HISTORICAL) -> Operation:
    """Return the example with a register of asks."""
    operation = room.open_source("example").operation
    return replace(operation, asks={one.id: one for one in asks}, status=status)


@cache
def plain() -> AsksDocument:
    """Return what to ask for in the example."""
    return room.asks(example(), room.Options(), most=2)


def rows(document: AsksDocument) -> dict[str, AskRow]:
    """Return the rows by their changes."""
    return {row["change"]: row for row in document["rows"]}


def test_gains_of_the_example_by_hand() -> None:
    """To secure what now has a chance of p at the high end divides 0.07978176 there by p.

    The backstop has 0.4, the north 0.5, Bravia 0.8. At the low end Charland's 500 are too few: its
    2,000 disclosed make 3,000 and 5,000 and 2,000 of 9,000.
    """
    document = plain()
    high = 0.07978176
    assert document["best"]["before"] is not None
    assert document["best"]["before"]["moving_together"] == pytest.approx({"low": 0, "high": high})

    for change, chance in (("secure backstop", 0.4), ("secure north_accepts", 0.5)):
        gain = rows(document)[change]["gain"]
        assert gain is not None
        assert gain["moving_together"] == pytest.approx(
            {"at_low": 0.0, "at_high": high / chance - high}
        )
    assert document["rows"][0]["change"] == "disclose cha-troops: 2000"
    assert "join NOR" in document["without_effect"]
    json.dumps(document)


def test_the_best_two_are_proven() -> None:
    """Every pair of the candidates that the need can hang on was tried."""
    best = plain()["best"]

    assert best["changes"] == ["secure backstop", "disclose cha-troops: 2000"]
    assert (best["how"], best["by"], best["most"], best["cost"]) == ("proven", "chance", 2, 2)
    assert best["after"] is not None
    assert best["at_most"] == best["after"]["moving_together"]["low"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("secure backstop", "It is secured that Guarantia stands behind the force"),
        ("join BRA", "Bravia decides to take part"),
        ("drop CHA: BRA", "Charland takes part, no longer on the term that Bravia joins"),
        (
            "drop bra-airlift: undisclosed",
            "Airlift of Bravia: no longer on the term that nobody disclosed",
        ),
        ("firm cha-troops: pledged", "Land troops of Charland: pledged or firmer"),
        ("fulfil del-monitors", "Monitors of Deltia: certain to arrive"),
        ("disclose cha-troops: 700.5", "Land troops of Charland: disclosed as 700.5 persons"),
        ("add alf-troops: 1500", "Land troops of Alfland: 1,500 persons more"),
    ],
)
def test_a_change_is_told_as_a_sentence(change: str, sentence: str) -> None:
    """Each kind in the words of the field; the coalition sees Bravia's airlift."""
    operation = example(ask("one", change))
    document = room.asks(operation, room.Options(audience="coalition"), most=0)

    assert rows(document)[change]["sentence"] == sentence


def test_the_register_stands_beside_what_it_asks_for() -> None:
    """With its answer and its cost; by which a gain is divided."""
    asked = ask(
        "A-1", "secure backstop", cost=Decimal(4), due=date(2025, 4, 1), note="Again at the summit"
    )
    document = room.asks(example(asked), room.Options(), most=1, cost=Decimal(2))
    row = rows(document)["secure backstop"]

    assert (row["cost"], row["cost_given"]) == (4, True)
    assert row["gain"] is not None
    assert row["gain_per_cost"] is not None
    for end in ("at_low", "at_high"):
        gain = row["gain"]["moving_together"][end]
        per_cost = row["gain_per_cost"]["moving_together"][end]
        assert per_cost == pytest.approx(gain / 4)
    assert row["asked"] == [
        {
            "id": "A-1",
            "asked_by": ["ALF"],
            "asked": ["GUA"],
            "change": "secure backstop",
            "text": "",
            "asked_on": "2025-03-10",
            "due": "2025-04-01",
            "answer": "open",
            "answered_on": None,
            "cost": 4,
            "evidence": [],
            "note": "Again at the summit",
        }
    ]
    assert document["best"]["changes"] == ["disclose cha-troops: 2000"]
    assert document["best"]["cost_limit"] == 2


def test_what_costs_nothing_has_no_gain_per_cost() -> None:
    """Nothing is divided by 0."""
    document = room.asks(example(ask("A-1", "join BRA", cost=Decimal(0))), room.Options(), most=0)

    assert rows(document)["join BRA"]["gain_per_cost"] is None


def test_asks_that_no_change_says_or_that_came_too_late_are_listed_apart() -> None:
    """In words, or of a term that is no longer on record."""
    operation = example(
        ask("words", text="Say it in parliament"),
        ask("late", "drop alf-troops: backstop"),
        ask("idle", "join GUA", answer=AskAnswer.EVADED, answered_on=DAY),
    )
    document = room.asks(operation, room.Options(), most=0)

    assert [one["id"] for one in document["other_asks"]] == ["words", "late"]
    assert rows(document)["join GUA"]["asked"][0]["answer"] == "evaded"
    text = room.asks_text(document, width=100, color=False)
    assert "Say it in parliament" in text
    assert "late: GUA by ALF on 10 Mar 2025, open" in text


def test_the_public_of_a_live_operation_is_told_what_must_be_secured() -> None:
    """Whose decision, term or number would help most is for those who assemble the force.

    What the register releases to the public is listed all the same.
    """
    register = (ask("A-1", "secure backstop"), ask("A-2", "join BRA"))
    operation = example(*register, status=Status.LIVE)
    public = room.asks(operation, room.Options(), most=2)
    coalition = room.asks(operation, room.Options(audience="coalition"), most=1)

    assert public["secure_only"]
    assert {row["kind"] for row in public["rows"]} == {"secure"}
    named = [*public["without_effect"], *public["best"]["changes"]]
    assert all(change.startswith("secure") for change in named)
    assert [one["id"] for one in public["other_asks"]] == ["A-2"]
    assert "only what must be secured" in room.asks_text(public, width=80, color=False)
    assert not coalition["secure_only"]
    assert "join" in {row["kind"] for row in coalition["rows"]}
    options = room.Options()
    seen = options.view(operation)
    assert {row["kind"] for row in ask_rows(Engine(seen, options.question(seen)))} == {"secure"}


def test_an_assessment_gets_its_rows_from_the_engine_it_has() -> None:
    """A small operation in full: the same as asked for by itself."""
    options = room.Options()
    seen = options.view(example())
    engine = Engine(seen, options.question(seen))

    found = ask_rows(engine)

    per_kind = [row["kind"] for row in plain()["rows"]]
    assert all(per_kind.count(kind) <= 5 for kind in set(per_kind))
    assert found == plain()["rows"]


def test_a_large_operation_is_looked_at_quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no switch has no gain, and is left out where there is very much of it."""
    options = room.Options()
    seen = options.view(example())
    engine = Engine(seen, options.question(seen))
    monkeypatch.setattr(import_module("guarantor.room.asks"), "_FEW", 5)
    quick = {row["change"]: row for row in ask_rows(engine)}
    assert quick["secure backstop"]["gain"] is not None
    assert all(row["gain"] is None for row in quick.values() if row["kind"] == "disclose")

    monkeypatch.setattr(import_module("guarantor.room.asks"), "_SOME", 5)
    assert {row["kind"] for row in ask_rows(engine)} == {"secure", "join"}


def test_where_chances_are_sampled_asks_have_no_gain() -> None:
    """The difference of two samples says little; logic still ranks."""
    options = room.Options(method=Method(kind=Kind.SAMPLED))
    seen = options.view(example())
    found = ask_rows(Engine(seen, options.question(seen), options.method))

    assert all(row["gain"] is None for row in found)
    assert {row["change"] for row in found} >= {"secure backstop", "join ALF"}


def test_the_text_says_how_the_best_set_was_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Proven; one by one, with what no set exceeds; by logic; or none."""

    def text(firm: Firmness | None = None, most: int = 2, **options: bool) -> str:
        asked = room.Options(firm=firm, suppose=options)
        document = room.asks(example(), asked, most=most)
        return " ".join(room.asks_text(document, width=120, color=True).split())

    assert "No set of up to no change helps" in text(most=0)
    proven = text()
    assert "proven: all 154 sets were tried" in proven
    assert "is then 5–20 %; now 0–8 %" in proven
    assert "Monitors of Deltia" in proven
    assert "loses del-monitors (committed)" in proven
    by_logic = text(Firmness.COMMITTED, most=1)
    assert "No chance bounds it." in by_logic
    monkeypatch.setattr("guarantor.viability.asks.best_sets.MOST_SETS", 3)
    greedy = text()
    assert "found one by one, so a better one may exist; no set brings the low end above" in greedy


def test_a_need_that_nothing_can_meet_is_said_so() -> None:
    """Where the line asks for what nobody offers, no set helps."""
    operation = example()
    airlift = operation.requirements["monitoring"].lines[2]
    needed = replace(airlift, priority=Priority.ESSENTIAL)
    only = replace(operation.requirements["monitoring"], lines=(needed,))
    changed = replace(operation, requirements={**operation.requirements, "monitoring": only})

    document = room.asks(changed, room.Options(), most=1)

    assert document["best"]["changes"] == []
    assert document["rows"] == [] or all(row["offers_lost"] for row in document["rows"])
    assert "helps" in room.asks_text(document, width=80, color=False)
