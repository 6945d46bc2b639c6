"""What decisions add: steps in their place, reviews aside."""

from typing import Any

import pytest

from guarantor.errors import BrokenLedger, LostStep
from guarantor.ledger import apart, folded
from guarantor.model import Kind, Piece

LATE = {"since": "2025-03-20", "quantity": 5, "evidence": ["B"]}
EARLY = {"since": "2025-02", "firmness": "floated", "evidence": ["A"]}


def piece(kind: Kind, name: str, **content: Any) -> Piece:  # noqa: ANN401  plain data
    """Return a piece."""
    return Piece(kind=kind, id=name, content=content)


def offer(**content: Any) -> Piece:  # noqa: ANN401  plain data
    """Return a contribution."""
    return piece(Kind.CONTRIBUTION, "troops", id="troops", party="ALF", **content)


def step(since: str, name: str = "s", of: str = "troops", **content: Any) -> Piece:  # noqa: ANN401  plain data
    """Return a step of a contribution, or of what it names."""
    return piece(Kind.STEP, name, of=of, step={"since": since, **content})


def steps(*pieces: Piece) -> list[Any]:
    """Return the steps of the contribution in which some pieces result."""
    return list(folded(pieces)[0].content["steps"])


def test_without_a_step_nothing_changes() -> None:
    """Not even the order of the pieces."""
    pieces = (
        offer(steps=[EARLY]),
        piece(Kind.REVIEW, "r", document="d", item="1", statement=None, state="open"),
    )

    assert folded(pieces) == pieces
    assert apart(pieces) == pieces[:1]


@pytest.mark.parametrize(
    ("since", "place"),
    [("2025-01-31", 0), ("2025-02-28", 1), ("2025-03", 2), ("2025-03-19", 1), ("2025-03-20", 2)],
)
def test_a_step_stands_where_its_day_puts_it(since: str, place: int) -> None:
    """A month is its last day: February is the 28th; on one day it comes after what is there."""
    found = steps(offer(steps=[EARLY, LATE]), step(since))

    assert found[place] == {"since": since}
    assert [*found[:place], *found[place + 1 :]] == [EARLY, LATE]


def test_steps_out_of_order_of_their_days_end_up_in_it() -> None:
    """Whatever the order in which they were taken; on one day the one taken later counts."""
    found = steps(
        offer(steps=[EARLY]),
        step("2025-03-05", "one", note="first"),
        step("2025-03-01", "two"),
        step("2025-03-05", "three", note="second"),
    )

    assert [(one["since"], one.get("note")) for one in found] == [
        ("2025-02", None),
        ("2025-03-01", None),
        ("2025-03-05", "first"),
        ("2025-03-05", "second"),
    ]


def test_a_contribution_without_steps_gets_its_one_step() -> None:
    """Known since the last of its evidence was published: 1 March, after the end of February."""
    said = [
        piece(Kind.STATEMENT, "A", published_on="2025-02"),
        piece(Kind.STATEMENT, "B", published_on="2025-03-01"),
    ]
    single = offer(
        unit="persons", firmness="pledged", quantity=3, terms=["x"], evidence=["A", "B", "Z"]
    )

    (found, *rest) = folded([single, *said, step("2025-03-02")])

    assert found.content == {
        "id": "troops",
        "party": "ALF",
        "unit": "persons",
        "steps": [
            {
                "since": "2025-03-01",
                "firmness": "pledged",
                "quantity": 3,
                "terms": ["x"],
                "evidence": ["A", "B", "Z"],
            },
            {"since": "2025-03-02"},
        ],
    }
    assert rest == said


def test_a_record_stands_in_its_proposition() -> None:
    """Also where nothing was on record of it."""
    proposition = piece(Kind.PROPOSITION, "peace", id="peace", text="Peace")

    (found,) = folded([proposition, step("2025-03-01", of="peace", **{"is": "open"})])

    assert found.content["record"] == [{"since": "2025-03-01", "is": "open"}]


@pytest.mark.parametrize(
    ("base", "earlier", "inherited"),
    [
        ({}, {}, "public"),
        ({"releasable_to": "inner"}, {}, "inner"),
        ({"releasable_to": "inner"}, {"releasable_to": ["press"]}, ["press"]),
    ],
)
def test_to_whom_later_steps_are_releasable_stays_as_it_was(
    base: dict[str, Any], earlier: dict[str, Any], inherited: object
) -> None:
    """A step that says nothing of it is releasable as the one before it, which changed."""
    contribution = offer(steps=[EARLY | earlier, LATE], **base)

    found = steps(contribution, step("2025-03-01", releasable_to="other"))

    assert found[2] == {**LATE, "releasable_to": inherited}
    assert steps(contribution, step("2025-03-01"))[2] == LATE
    own = {**LATE, "releasable_to": "coalition"}
    assert steps(offer(steps=[EARLY, own]), step("2025-03-01", releasable_to="other"))[2] == own


def test_a_step_of_what_does_not_stand_is_lost() -> None:
    """One sentence, with what to do."""
    with pytest.raises(LostStep, match="s is a step of gone, which neither stands in the folder"):
        folded([step("2025-03-01", of="gone")])


@pytest.mark.parametrize(
    "wrong",
    [
        piece(Kind.STEP, "s"),
        piece(Kind.STEP, "s", of="troops", step=[]),
        piece(Kind.STEP, "s", of="troops", step={"since": None}),
        piece(Kind.STEP, "s", of=["troops"], step={"since": "2025-03-01"}),
        piece(Kind.REVIEW, "s", document="d"),
    ],
)
def test_what_is_kept_otherwise_is_of_another_version(wrong: Piece) -> None:
    """It names the decision."""
    with pytest.raises(BrokenLedger, match=r"^s is not a decision as this version of guarantor"):
        folded([offer(steps=[EARLY]), wrong])
