"""Forms held against the record, and what is read only when it is asked for."""

from typing import cast

import pytest

from guarantor import room
from guarantor.errors import CannotDecide, UnknownId
from guarantor.model import Span
from guarantor.room import Fields
from guarantor.room.review import queue
from guarantor.room.review.items import empty_fields
from tests.room.review.newsroom import SECRET, pieces, wanted


def form(**changes: object) -> Fields:
    """Return the form of a press report on the soldiers of Alfland, or one changed."""
    return cast(
        "Fields", {**empty_fields("So it is."), "about": ["ALF"], "kind": "troops", **changes}
    )


def check(folder: str, fields: Fields, document: str = "news") -> room.CheckedForm:
    """Hold a form against the record."""
    return room.check_form(room.open_source(folder), document, Span(6, 53), fields)


def test_a_form_that_contradicts_a_partys_own_word_is_told_so(folder: str) -> None:
    """Guarantia itself denied on 20 March that it stands behind the force; nothing is entered."""
    before = pieces(folder)
    backstop = {"about": ["GUA"], "kind": "backstop"}

    found = check(folder, form(**backstop, stance="pledged", firmness="pledged"))

    (clash,) = found["disagreements"]
    assert clash["code"] == "contradicting_statements"
    assert [one["id"] for one in clash["statements"]] == ["G-2"]
    assert [one["id"] for one in found["related"]] == ["G-2", "G-1"]
    agreeing = check(folder, form(**backstop, stance="denied", firmness="denied"))
    assert agreeing["disagreements"] == []
    assert pieces(folder) == before


def test_a_condition_that_a_party_named_and_the_form_leaves_out_is_told(folder: str) -> None:
    """Bravia's word of 1 March needs the backstop; the news of the 10th says nothing of it."""
    found = check(folder, form(about=["BRA"], stance="pledged", firmness="pledged"))

    assert [one["code"] for one in found["disagreements"]] == ["condition_left_out"]
    said = check(folder, form(about=["BRA"], stance="pledged", condition="with the backstop"))
    assert said["disagreements"] == []


def test_parties_that_are_none_are_named(folder: str) -> None:
    """Whether they speak or are spoken about."""
    found = check(folder, form(about=["ALF", "ZZZ"], speaker_party=["YYY"]))

    assert found["unknown_parties"] == ["YYY", "ZZZ"]


@pytest.mark.parametrize(
    "changes", [{"stance": "sings"}, {"said_on": "soon"}, {"credibility": "six"}, {"firmness": "x"}]
)
def test_a_form_that_cannot_be_read_is_one_sentence(
    folder: str, changes: dict[str, object]
) -> None:
    """As the page may send it while somebody types."""
    with pytest.raises(CannotDecide, match=r"^the form cannot be read: "):
        check(folder, form(**changes))


def test_a_document_that_the_audience_may_not_know_of_is_not_there(folder: str) -> None:
    """Nor is one that nobody received."""
    for name in ("memo", "nothing"):
        with pytest.raises(UnknownId, match=f"{name}: no such document") as refused:
            check(folder, form(), name)
        assert SECRET not in str(refused.value)


def test_of_many_documents_only_the_last_are_read(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was decided on the others is counted all the same."""
    room.reject(wanted(folder, "news"), "6-53")
    monkeypatch.setattr(queue, "_MOST_READ", 2)

    rows = room.review_queue(room.open_source(folder))["documents"]

    opened = {one["id"]: (one["open"], one["rejected"], one["text"]) for one in rows}
    assert opened["news"] == (None, 1, True)
    assert opened["wire"] == (1, 0, True)
    assert opened["gone"] == (0, 0, False)


def test_audiences_to_choose_are_those_one_may_know_of(folder: str) -> None:
    """The public knows of itself alone."""
    source = room.open_source(folder)

    assert room.review_queue(source)["choices"]["audiences"] == ["public"]
    assert room.review_queue(source, "inner")["choices"]["audiences"] == ["public", "inner"]


def test_undoing_a_step_names_its_statement(folder: str) -> None:
    """So that its effect, and no other, is put away."""
    name = room.accept(wanted(folder), "6-53")["statement"]
    assert name is not None
    draft = room.drafts(room.open_source(folder), name)["drafts"][0]
    room.take(folder, name, draft, by="Ada")

    assert room.undo(folder, by="Ada")["statement"] == name
    assert room.undo(folder, by="Ada")["statement"] is None
