"""An evaluation counts as one would by hand."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guarantor.intake.evaluate import STEPS, Evaluation, evaluate, pairs
from guarantor.intake.figures import Count, Score, wilson
from guarantor.intake.gold import GoldClause, GoldDocument, GoldStatement
from guarantor.intake.wording import is_same_condition, is_same_speaker
from guarantor.model import Document, Firmness, Proposal, Span, Stance, Standing

TEXT = "Kenya will send 850 police, its president said. Rain fell. Chad denied it. Mali waits."
PLEDGE = GoldStatement(
    speaker="its president",
    party=("KEN",),
    standing=Standing.HEAD_OF_STATE,
    about=("KEN",),
    stance=Stance.PLEDGED,
    kind="police",
    firmness=Firmness.PLEDGED,
    quantity="850",
    unit="persons",
    condition="",
)
DENIAL = GoldStatement(
    speaker="Chad",
    party=("TCD",),
    standing=Standing.OFFICIAL,
    about=("TCD",),
    stance=Stance.DENIED,
    kind="police",
    firmness=None,
    quantity="",
    unit="",
    condition="",
)
GOLD = GoldDocument(
    id="a",
    dated=date(2025, 3, 15),
    text=TEXT,
    clauses=(
        GoldClause(span=Span(0, 47), statement=PLEDGE),
        GoldClause(span=Span(48, 58), statement=None),
        GoldClause(span=Span(59, 74), statement=DENIAL),
    ),
    actors=(("Kenya", "KEN"), ("Chad", "TCD"), ("Peru", "PER")),
    days=(),
)


def made(start: int, end: int, stance: Stance = Stance.PLEDGED, **fields: object) -> Proposal:
    """Return a proposal with the pledge's fields but for those given."""
    given_fields: dict[str, object] = {
        "speaker": "the president",
        "speaker_parties": ("KEN",),
        "standing": Standing.HEAD_OF_STATE,
        "about": ("KEN",),
        "kind": "police",
        "firmness": Firmness.PLEDGED,
        "quantity": "850",
        "unit": "persons",
        "rule": "by hand",
    } | fields
    return Proposal(
        span=Span(start, end),
        quote=TEXT[start:end],
        stance=stance,
        **given_fields,  # type: ignore[arg-type]
    )


def evaluated(*proposals: Proposal) -> Evaluation:
    """Return how good some proposals are on the one document."""

    def proposer(_document: Document, _dated: date | None) -> tuple[Proposal, ...]:
        return proposals

    return evaluate([GOLD], proposer)


def count(evaluation: Evaluation, name: str) -> Count:
    """Return the count of a step or stance."""
    scores: tuple[Score, ...] = (*evaluation.scores, *evaluation.stances)
    (found,) = [score.count for score in scores if score.name == name]
    return found


def test_a_right_proposal_and_a_missed_statement() -> None:
    """One of one proposed, one of two wanted: precision 1, recall 1/2, F 2/3."""
    evaluation = evaluated(made(0, 46))

    assert count(evaluation, "clause found") == Count(1, 1, 2)
    assert count(evaluation, "stance") == Count(1, 1, 2)
    assert count(evaluation, "speaker") == Count(1, 1, 2)
    assert count(evaluation, "quantity") == Count(1, 1, 1)
    assert count(evaluation, "condition") == Count(0, 0, 0)
    assert count(evaluation, "denied") == Count(0, 0, 1)
    assert count(evaluation, "stance").precision == 1
    assert count(evaluation, "stance").recall == 0.5
    assert count(evaluation, "stance").f == pytest.approx(2 / 3)


def test_a_proposal_on_a_clause_without_a_statement_is_wrong() -> None:
    """Rain is no statement: one of two proposed."""
    assert count(evaluated(made(0, 46), made(48, 58)), "clause found") == Count(1, 2, 2)


def test_the_second_proposal_of_a_clause_is_wrong() -> None:
    """One statement was labelled there."""
    assert count(evaluated(made(0, 46), made(0, 40)), "clause found") == Count(1, 2, 2)


def test_a_proposal_must_cover_more_than_half_of_its_clause() -> None:
    """Clause 0-47: 23 of 47 characters are too few, 24 enough."""
    assert pairs(GOLD.clauses, [made(0, 23)])[0][1] is None
    assert pairs(GOLD.clauses, [made(0, 24)])[0][1] is PLEDGE


def test_a_proposal_belongs_to_the_clause_that_it_covers_most() -> None:
    """It lies over three clauses; of the first it covers most."""
    assert pairs(GOLD.clauses, [made(0, 74)])[0][1] is PLEDGE


def test_a_proposal_outside_every_clause_belongs_to_none() -> None:
    """Mali's waiting was not labelled."""
    assert pairs(GOLD.clauses, [made(75, 86)])[0][1] is None
    assert pairs((), [made(0, 46)])[0][1] is None


def test_a_wrong_field_counts_against_its_step_alone() -> None:
    """Stance right, kind wrong."""
    evaluation = evaluated(made(0, 46, kind="troops"))

    assert count(evaluation, "kind") == Count(0, 1, 2)
    assert count(evaluation, "stance") == Count(1, 1, 2)


def test_actors_are_counted_by_their_wording() -> None:
    """Kenya and Chad are found, Peru does not stand there, Mali was not labelled."""
    assert count(evaluated(), "actors") == Count(2, 3, 3)


def test_nothing_proposed_has_no_precision() -> None:
    """0 of 0 is no share."""
    evaluation = evaluated()

    assert count(evaluation, "stance").precision is None
    assert count(evaluation, "stance").recall == 0
    assert "–" in str(evaluation)


def test_an_empty_file_of_documents_has_no_figures() -> None:
    """There is nothing to resample."""
    evaluation = evaluate([], lambda _document, _dated: ())

    assert all(score.f_interval is None for score in evaluation.scores)
    assert all(step["f"] is None for step in as_steps(evaluation))


def as_steps(evaluation: Evaluation) -> list[dict[str, object]]:
    """Return the steps as a program reads them."""
    plain = json.loads(json.dumps(evaluation.as_json()))
    assert plain["schema"] == "guarantor/intake-evaluation/1"
    steps: list[dict[str, object]] = plain["steps"]
    return steps


def test_a_program_reads_the_same_figures() -> None:
    """Each step with its intervals."""
    steps = as_steps(evaluated(made(0, 46)))

    assert [step["name"] for step in steps] == list(STEPS)
    stance = next(step for step in steps if step["name"] == "stance")
    assert (stance["right"], stance["proposed"], stance["wanted"]) == (1, 1, 2)
    assert stance["recall"] == {
        "value": 0.5,
        "low": pytest.approx(0.0945, abs=1e-4),
        "high": pytest.approx(0.9055, abs=1e-4),
    }


def test_the_table_tells_each_step_once() -> None:
    """For people."""
    table = str(evaluated(made(0, 46)))

    assert table.startswith("1 documents, 3 clauses, 2 statements, 1 proposals")
    assert all(sum(line.startswith(step) for line in table.splitlines()) >= 1 for step in STEPS)


def test_the_interval_of_f_is_the_same_at_every_run() -> None:
    """The draws are seeded; one document alone has no spread."""
    first, again = evaluated(made(0, 46)), evaluated(made(0, 46))

    assert first == again
    stance = next(score for score in first.scores if score.name == "stance")
    assert stance.f_interval == pytest.approx((2 / 3, 2 / 3))


@given(st.integers(0, 50), st.integers(1, 50))
def test_an_interval_holds_its_share(right: int, more: int) -> None:
    """Wilson's never leaves [0, 1] and always holds the share."""
    interval = wilson(right, right + more)

    assert interval is not None
    assert 0 <= interval.low <= right / (right + more) <= interval.high <= 1


def test_wilson_as_published() -> None:
    """5 of 10: 0.237 to 0.763 (Newcombe 1998 has such tables); nothing of nothing."""
    assert wilson(5, 10) == pytest.approx((0.2366, 0.7634), abs=1e-4)
    assert wilson(0, 0) is None


def test_wordings_of_a_speaker_agree_when_one_says_less() -> None:
    """Articles aside."""
    assert is_same_speaker("the Kenyan minister", "minister")
    assert not is_same_speaker("the minister", "the envoy")
    assert not is_same_speaker("", "the envoy")


def test_wordings_of_a_condition_agree_when_they_share_half() -> None:
    """By hand: 4 of 5 and 4 of 4 words."""
    assert is_same_condition("if both sides agree soon", "if both sides agree")
    assert not is_same_condition("if it rains", "once peace is signed")
    assert not is_same_condition("", "once peace is signed")
