"""Steps: drafted from a statement, taken, and only then shown in their effect."""

import json
from pathlib import Path
from typing import Any, cast

import pytest

from guarantor import room
from guarantor.errors import BadDay, CannotDecide, LostStep, UnknownId
from guarantor.model import Kind, Span
from tests.room.review.newsroom import NEWS, TEXTS, item, pieces, standing, wanted, write


def accepted(name: str, words: str, document: str = "news", audience: str = "public") -> str:
    """Accept an item by as many persons as it takes, and return its statement."""
    one = item(name, words, document, audience)["id"]
    for by in ("Ada", "Ben"):
        asked = wanted(name, document, by=by, audience=audience)
        if statement := room.accept(asked, one)["statement"]:
            return statement
    raise AssertionError


def drafts(name: str, statement: str, audience: str = "public") -> list[room.StepDraft]:
    """Return the drafts of a statement."""
    return room.drafts(room.open_source(name), statement, audience)["drafts"]


def changed(draft: room.StepDraft, **content: object) -> room.StepDraft:
    """Return a draft with keys of its content changed; without those that are ``None``."""
    new = {**draft["content"], **content}
    return {**draft, "content": {key: value for key, value in new.items() if value is not None}}


def steps(name: str, contribution: str) -> list[Any]:
    """Return the steps of a contribution as plain data."""
    return cast("list[Any]", standing(name)[Kind.CONTRIBUTION, contribution]["steps"])


def test_a_step_stands_where_its_day_puts_it(folder: str) -> None:
    """Of 10 March, between those of 20 February and 20 March; undone, all is as it was."""
    statement = accepted(folder, "Alfland")
    before = pieces(folder)
    (draft,) = drafts(folder, statement)
    assert (draft["kind"], draft["of"]) == ("step", "alf-land")

    decision = room.take(folder, statement, draft, by="Ben", reason="as voiced")

    assert decision["said"] == f"Recorded a step of alf-land on {statement}."
    assert [one["since"] for one in steps(folder, "alf-land")] == [
        "2025-02-20",
        "2025-03-10",
        "2025-03-20",
    ]
    assert steps(folder, "alf-land")[1] == {
        "since": "2025-03-10",
        "firmness": "pledged",
        "quantity": 600,
        "evidence": [statement],
    }
    assert decision["effect"]["changes"] == [
        "alf-land (Alfland, land) was raised from signalled to pledged."
    ]
    room.undo(folder, by="Ben")
    assert pieces(folder) == before


def test_a_contribution_without_steps_gets_its_one_step(tmp_path: Path) -> None:
    """Known since its evidence was published; undone, it is again without steps."""
    name = write(tmp_path / "north")
    room.date_document(name, "undated", room.open_source(name).operation.as_known_on, by="Ada")
    statement = accepted(name, "Bravia", "undated")
    before = pieces(name)
    (draft,) = drafts(name, statement)

    room.take(name, statement, draft, by="Ada")

    content = standing(name)[Kind.CONTRIBUTION, "bra-land"]
    assert content == {
        "id": "bra-land",
        "party": "BRA",
        "capability": "land",
        "unit": "persons",
        "note": "As heard",
        "steps": [
            {
                "since": "2025-03-01",
                "firmness": "floated",
                "quantity": 100,
                "terms": ["backstop"],
                "evidence": ["B-1"],
            },
            {
                "since": "2025-04-30",
                "firmness": "pledged",
                "quantity": 5,
                "evidence": [statement],
            },
        ],
    }
    room.undo(name, by="Ada")
    assert pieces(name) == before


def test_two_steps_of_one_day_stand_in_the_order_in_which_they_were_taken(folder: str) -> None:
    """The later one counts; the name of each is its own."""
    statement = accepted(folder, "Alfland")
    (draft,) = drafts(folder, statement)

    room.take(folder, statement, changed(draft, quantity=700), by="Ada")
    room.take(folder, statement, changed(draft, quantity=800), by="Ada")

    assert [one.get("quantity") for one in steps(folder, "alf-land")] == [None, 700, 800, 500]
    names = [entry.draft.piece.id for entry in room.open_source(folder).entries[-2:]]
    assert names == [f"alf-land+{statement}", f"alf-land+{statement}+2"]


def test_what_no_contribution_speaks_of_is_a_new_one(folder: str) -> None:
    """Its capability is that of most offers that rest on statements of the kind."""
    start = NEWS.index("Guarantia")
    room.add(wanted(folder), Span(start, NEWS.index(".", start) + 1))
    fields = {
        **item(folder, "Guarantia")["fields"],
        "about": ["GUA"],
        "speaker_party": ["GUA"],
        "kind": "troops",
        "stance": "pledged",
        "firmness": "floated",
        "quantity": "30-40",
        "unit": "persons",
        "expression": "backstop",
        "attribution": "named",
    }
    new = item(folder, "Guarantia")["id"]
    statement = room.accept(wanted(folder), new, cast("room.Fields", fields))["statement"] or ""
    before = pieces(folder)
    (draft,) = drafts(folder, statement)
    assert draft["content"] == {
        "id": "gua-land",
        "party": "GUA",
        "capability": "land",
        "unit": "persons",
        "steps": [
            {
                "since": "2025-03-10",
                "firmness": "floated",
                "quantity": {"low": 30, "high": 40},
                "terms": [{"if": "backstop", "basis": "stated", "evidence": [statement]}],
                "evidence": [statement],
            }
        ],
    }

    decision = room.take(folder, statement, changed(draft, id="gua-help"), by="Ada")

    assert decision["said"] == f"Recorded the contribution gua-help on {statement}."
    assert "gua-help" in room.open_source(folder).operation.contributions
    assert drafts(folder, statement)[0]["of"] == "gua-help"
    told = room.undo(folder, by="Ada")
    assert told["said"] == f"Undone: recorded the contribution gua-help on {statement}."
    assert pieces(folder) == before


def test_a_new_contribution_is_new(folder: str) -> None:
    """It does not stand in the place of another, not even of one that is withheld."""
    statement = accepted(folder, "Alfland")
    (draft,) = drafts(folder, statement)
    content = {"id": "alf-quiet", "party": "ALF", "capability": "land", "steps": [draft["content"]]}

    for name in ("alf-quiet", "alf-land"):
        new: room.StepDraft = {
            **draft,
            "kind": "contribution",
            "of": name,
            "content": {**content, "id": name},
        }
        with pytest.raises(CannotDecide, match=f"there is a contribution {name} already"):
            room.take(folder, statement, new, by="Ada")
    nameless: room.StepDraft = {
        **draft,
        "kind": "contribution",
        "of": "",
        "content": {**content, "id": 5},
    }
    with pytest.raises(CannotDecide):
        room.take(folder, statement, nameless, by="Ada")
    single = {
        **draft["content"],
        "id": "alf-new",
        "party": "ALF",
        "capability": "land",
        "unit": "persons",
    }
    single.pop("since")
    room.take(folder, statement, {**draft, "kind": "contribution", "content": single}, by="Ada")
    assert "alf-new" in room.open_source(folder).operation.contributions


def test_a_record_of_a_proposition_is_taken(folder: str) -> None:
    """The record says contested from the day on which the denial was published."""
    statement = accepted(folder, "Guarantia", "wire")
    before = pieces(folder)
    (draft,) = drafts(folder, statement)
    assert draft["content"] == {"since": "2025-03-12", "is": "refused", "evidence": [statement]}

    decision = room.take(folder, statement, draft, by="Ada")

    assert decision["said"] == f"Recorded a state of backstop on {statement}."
    record = room.open_source(folder).operation.propositions["backstop"].record
    assert [(str(one.since), one.state) for one in record] == [
        ("2025-02-01", "open"),
        ("2025-03-12", "refused"),
        ("2025-03-20", "contested"),
    ]
    room.undo(folder, by="Ada")
    assert pieces(folder) == before


def test_a_statement_that_implies_nothing_has_no_draft(folder: str) -> None:
    """A refusal by a party that offers nothing; a party that is none of the operation."""
    source = room.open_source(folder)
    assert drafts(folder, "G-1")[0]["kind"] == "record"
    assert [one["of"] for one in drafts(folder, "A-1")] == ["alf-land"]
    with pytest.raises(UnknownId, match="G-9: no such statement"):
        room.drafts(source, "G-9")


def test_an_amount_in_another_unit_is_left_to_the_person(folder: str) -> None:
    """It is noted, and not taken for persons."""
    fields = {**item(folder, "Alfland")["fields"], "quantity": "2.5", "unit": "brigades"}
    statement = room.accept(wanted(folder), "6-53", cast("room.Fields", fields))["statement"] or ""

    (draft,) = drafts(folder, statement)

    assert "quantity" not in draft["content"]
    assert draft["content"]["note"] == "Names 2.5 brigades, which is not in persons."


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ({"since": None}, "give the day as since"),
        ({"since": 5}, "give the day as since"),
        ({"evidence": None}, "does not cite ALF-20250310-troops-1"),
        ({"evidence": 5}, "does not cite"),
        ({"evidence": "ALF-20250310-troops-10"}, "does not cite"),
        ({"evidence": ["A-1"]}, "does not cite"),
        ({"firmness": "sure"}, "sure is no firmness"),
        ({"since": "2025-03-01"}, "published"),
        ({"quantity": float("nan")}, "nan"),
        ({"note": "\ud800"}, "half a character"),
        ({"quantity": {"a": [[[]]]}}, "a"),
        ({"surprise": 1}, "surprise"),
    ],
)
@pytest.mark.parametrize("reviewers", [1, 2])
def test_what_is_no_step_is_refused(
    tmp_path: Path, content: dict[str, Any], sentence: str, reviewers: int
) -> None:
    """With one sentence and nothing written; also where another person still has to agree."""
    name = write(tmp_path / "north", reviewers=reviewers)
    statement = accepted(name, "Alfland")
    (draft,) = drafts(name, statement)
    kept = Path(name, "decisions.jsonl").read_bytes()

    with pytest.raises(CannotDecide, match=sentence):
        room.take(name, statement, changed(draft, **content), by="Ada")

    assert Path(name, "decisions.jsonl").read_bytes() == kept


def test_a_day_that_is_none_is_told(folder: str) -> None:
    """As everywhere."""
    statement = accepted(folder, "Alfland")
    (draft,) = drafts(folder, statement)
    with pytest.raises(BadDay, match="tomorrow: a day reads"):
        room.take(folder, statement, changed(draft, since="tomorrow"), by="Ada")


@pytest.mark.parametrize("content", [{"steps": None}, {"steps": 5}, {"steps": [5]}])
def test_what_is_no_contribution_is_refused(folder: str, content: dict[str, Any]) -> None:
    """Its steps are steps."""
    statement = accepted(folder, "Alfland")
    (draft,) = drafts(folder, statement)
    new: room.StepDraft = {**draft, "kind": "contribution", "content": {"id": "new", **content}}
    with pytest.raises(CannotDecide, match="give the day as since"):
        room.take(folder, statement, new, by="Ada")


def test_a_step_is_of_what_the_audience_sees(folder: str) -> None:
    """Neither what is withheld nor what is not there; and on a statement that it sees."""
    statement = accepted(folder, "Alfland")
    (draft,) = drafts(folder, statement)
    for of in ("alf-quiet", "nothing"):
        with pytest.raises(UnknownId, match=f"{of}: no such contribution") as told:
            room.take(folder, statement, {**draft, "of": of}, by="Ada")
        assert "did you mean alf-quiet" not in str(told.value)
    with pytest.raises(UnknownId, match="alf-land: no such proposition"):
        room.take(folder, statement, {**draft, "kind": "record"}, by="Ada")
    with pytest.raises(UnknownId, match="I-1: no such statement"):
        room.take(folder, "I-1", draft, by="Ada")


class TestFourEyes:
    """Two persons have to agree on a step, too."""

    def test_two_persons_take_the_very_same(self, four_eyes: str) -> None:
        """The first one's step waits, and shows no effect; each word is undone by itself."""
        statement = accepted(four_eyes, "Alfland")
        (draft,) = drafts(four_eyes, statement)
        start = pieces(four_eyes)

        first = room.take(four_eyes, statement, draft, by="Ada")
        assert "effect" not in first
        assert first["said"].endswith(f"on {statement}, awaiting another.")
        assert len(steps(four_eyes, "alf-land")) == 2
        between = pieces(four_eyes)
        with pytest.raises(CannotDecide, match="Ada took this step already"):
            room.take(four_eyes, statement, draft, by=" Ada")

        second = room.take(four_eyes, statement, draft, by="Ben")
        assert len(steps(four_eyes, "alf-land")) == 3
        assert second["effect"]["changes"]

        told = room.undo(four_eyes, by="Ada")
        assert (told["document"], told["item"]) == (None, None)
        assert {(one.kind, one.id): one.content for one in between} == standing(four_eyes)
        room.undo(four_eyes, by="Ada")
        assert pieces(four_eyes) == start

    def test_another_step_is_a_first_word_again(self, four_eyes: str) -> None:
        """It waits in the place of the earlier one."""
        statement = accepted(four_eyes, "Alfland")
        (draft,) = drafts(four_eyes, statement)
        room.take(four_eyes, statement, draft, by="Ada")

        room.take(four_eyes, statement, changed(draft, quantity=1), by="Ben")

        assert len(steps(four_eyes, "alf-land")) == 2
        room.take(four_eyes, statement, changed(draft, quantity=1), by="Ada")
        assert steps(four_eyes, "alf-land")[1]["quantity"] == 1

    def test_a_statement_of_the_folder_has_drafts_while_a_step_of_it_waits(
        self, four_eyes: str
    ) -> None:
        """It was never reviewed, and so no condition was put over ids."""
        (draft,) = drafts(four_eyes, "A-1")
        room.take(four_eyes, "A-1", draft, by="Ada")

        (waiting,) = drafts(four_eyes, "A-1")
        assert waiting["awaiting"] == "Ada"
        assert waiting["content"] == draft["content"]


def test_the_effect_is_shown_after_the_decision_and_never_before(folder: str) -> None:
    """So that nobody decides a statement by what it changes."""
    statement = accepted(folder, "Alfland")
    (draft,) = drafts(folder, statement)
    assert "effect" not in room.reject(wanted(folder), "54-81")

    decision = room.take(folder, statement, draft, by="Ada")

    effect = decision["effect"]
    assert set(effect) == {"changes", "answers", "chance_before", "chance_after"}
    turned = {one["question"]: (one["before"], one["after"]) for one in effect["answers"]}
    assert "What is on the table?" in turned
    source = room.open_source(folder)
    shown = json.dumps(
        [
            room.review_queue(source, may_write=True),
            room.review_document(source, "news"),
            room.drafts(source, statement),
        ]
    )
    for word in ("effect", "chance_before", "chance_after", "raised from"):
        assert word not in shown


def test_a_step_of_what_was_deleted_by_hand_is_one_sentence(folder: str) -> None:
    """It says what to do: put back, the step can be undone; then it may be deleted."""
    statement = accepted(folder, "Alfland")
    room.take(folder, statement, drafts(folder, statement)[0], by="Ada")
    path = Path(folder, "contributions.yaml")
    path.write_text(path.read_text().replace("id: alf-land", "id: alf-other"))
    sentence = (
        f"alf-land+{statement} is a step of alf-land, which neither stands in the folder nor was "
        "recorded; put alf-land back; then the step can be undone"
    )

    with pytest.raises(LostStep) as told:
        room.open_source(folder)
    assert str(told.value) == sentence
    (fault,) = room.check(folder).faults
    assert str(fault) == f"decisions.jsonl:1:1: {sentence}"

    path.write_text(TEXTS["contributions.yaml"])
    room.undo(folder, by="Ada")
    path.write_text(path.read_text().replace("id: alf-land", "id: alf-other"))
    assert "alf-other" in room.open_source(folder).operation.contributions


def test_what_is_too_large_to_wait_for_shows_no_answers(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What became known is told all the same."""
    monkeypatch.setattr(room.ChanceBook, "is_large", lambda *_: True)
    statement = accepted(folder, "Alfland")

    decision = room.take(folder, statement, drafts(folder, statement)[0], by="Ada")

    effect = decision["effect"]
    assert (effect["answers"], effect["chance_before"], effect["chance_after"]) == ([], "", "")
    assert effect["changes"]
