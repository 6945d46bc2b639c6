"""Deciding on items: accept, mend, reject, split, merge and add, each reversed exactly."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest

from guarantor import room
from guarantor.errors import BrokenLedger, CannotDecide, UnknownId
from guarantor.model import Action, Kind, Span
from guarantor.room import ledgers
from guarantor.room.review import deciding
from guarantor.room.review.keeping import keep
from tests.room.review.newsroom import MORNING, NEWS, item, items, standing, wanted, write

ALFLAND = "Alfland will send"
BRAVIA = "Bravia refuses"


def mended(fields: room.Fields, **changed: object) -> room.Fields:
    """Return a form with some keys changed."""
    return cast("room.Fields", {**fields, **changed})


def whole_of(name: str, words: str) -> str:
    """Return the id of an item."""
    return item(name, words)["id"]


ACTS: dict[str, Callable[[str], room.Decision]] = {
    "accept": lambda name: room.accept(wanted(name), whole_of(name, ALFLAND)),
    "mend": lambda name: room.accept(
        wanted(name), whole_of(name, BRAVIA), mended(item(name, BRAVIA)["fields"], speaker="Bo")
    ),
    "reject": lambda name: room.reject(wanted(name), whole_of(name, BRAVIA)),
    "split": lambda name: room.split(wanted(name), whole_of(name, BRAVIA), [61]),
    "merge": lambda name: room.merge(
        wanted(name), [whole_of(name, BRAVIA), whole_of(name, ALFLAND)]
    ),
    "add": lambda name: room.add(wanted(name), Span(0, 4)),
    "add with its form": lambda name: room.add(
        wanted(name), Span(0, 4), mended(item(name, BRAVIA)["fields"], paraphrase="It says menu.")
    ),
}


@pytest.mark.parametrize("act", ACTS)
def test_what_is_decided_is_undone_exactly(folder: str, act: str) -> None:
    """The pieces before and after are equal; and undoing is not undone in turn."""
    before = room.open_source(folder).pieces

    ACTS[act](folder)
    assert room.open_source(folder).pieces != before
    told = room.undo(folder, by="Ada")

    assert room.open_source(folder).pieces == before
    assert told["said"].startswith("Undone: ")
    with pytest.raises(CannotDecide, match="no decision to undo"):
        room.undo(folder, by="Ada")
    assert ledgers.verify(folder).entries > 1


def test_decisions_are_undone_one_after_the_other(folder: str) -> None:
    """The latest that stands first, whoever took it; then what came before it."""
    start = room.open_source(folder).pieces
    ACTS["accept"](folder)
    between = room.open_source(folder).pieces
    ACTS["reject"](folder)

    room.undo(folder, by="Ben")
    assert room.open_source(folder).pieces == between
    room.undo(folder, by="Ben")
    assert room.open_source(folder).pieces == start

    log = room.review_queue(room.open_source(folder), may_write=True)["log"]
    assert [(one["first"], one["last"], one["by"], one["undone"]) for one in log] == [
        (5, 6, "Ben", False),
        (4, 4, "Ben", False),
        (3, 3, "Ada", True),
        (1, 2, "Ada", True),
    ]


def test_an_accepted_item_is_a_statement_tied_to_its_words(folder: str) -> None:
    """Known since the day of its document, of the passage counted in characters, emoji as one."""
    decision = room.accept(wanted(folder, at=MORNING), whole_of(folder, ALFLAND))

    assert decision == {
        "schema": "guarantor/decision/1",
        "entries": [1, 2],
        "said": "Accepted 6-53 as ALF-20250310-troops-1 of news.",
        "document": "news",
        "item": "6-53",
        "statement": "ALF-20250310-troops-1",
    }
    source = room.open_source(folder)
    said = source.operation.statements["ALF-20250310-troops-1"]
    assert said.source == "documents/news.txt#char=6,53"
    assert NEWS[6:53] == "Alfland will send 600 soldiers next Thursday 😀."
    assert (said.published_on.isoformat(), said.quantity, said.reliability) == (
        "2025-03-10",
        "600",
        "F",
    )
    shown = room.statement_view(source, room.Options(), said.id)
    assert shown["passage"] == (6, 53)
    entry = source.entries[0].draft
    assert (entry.action, entry.recorded_by, entry.recorded_at) == (Action.RECORD, "Ada", MORNING)
    decided = item(folder, ALFLAND)
    assert (decided["state"], decided["statement"]) == ("accepted", said.id)
    assert decided["verdicts"] == [{"by": "Ada", "at": MORNING.isoformat(), "decided": "accepted"}]


def test_what_was_mended_keeps_what_was_proposed(folder: str) -> None:
    """Who asks later sees what the machine had said."""
    proposed = item(folder, BRAVIA)["fields"]

    ACTS["mend"](folder)

    review = standing(folder)[Kind.REVIEW, f"news/{whole_of(folder, BRAVIA)}"]
    assert (review["fields"]["speaker"], review["proposed"]) == ("Bo", proposed)


def test_what_is_decided_is_not_decided_again(folder: str) -> None:
    """Neither accepted, rejected, split nor merged."""
    name = whole_of(folder, ALFLAND)
    room.accept(wanted(folder), name)
    other = whole_of(folder, BRAVIA)

    decisions: tuple[Callable[[], object], ...] = (
        lambda: room.accept(wanted(folder, by="Ben"), name),
        lambda: room.reject(wanted(folder), name),
        lambda: room.split(wanted(folder), name, [20]),
        lambda: room.merge(wanted(folder), [name, other]),
    )
    for again in decisions:
        with pytest.raises(CannotDecide, match="is accepted already; undo that first"):
            again()


def test_split_parts_wait_as_open_items(folder: str) -> None:
    """Each with its own words and the form of the whole; the space between is nobody's."""
    decision = room.split(wanted(folder), whole_of(folder, BRAVIA), [69, 61])

    assert decision["said"] == "Split 54-81 into 54-60, 61-68, 69-81 of news."
    parts = [one for one in items(folder) if one["start"] >= 54]
    assert [(one["quote"], one["state"]) for one in parts] == [
        ("Bravia", "open"),
        ("Bravia refuses to send any.", "split"),
        ("refuses", "open"),
        ("to send any.", "open"),
    ]
    assert parts[0]["fields"]["stance"] == "refused"
    assert parts[0]["fields"]["paraphrase"] == "“Bravia”"


@pytest.mark.parametrize("places", [[], [54], [81], [3], [90], [60, 999]])
def test_an_item_is_split_within_itself(folder: str, places: list[int]) -> None:
    """And at one place at least."""
    with pytest.raises(CannotDecide, match="give places between 54 and 81"):
        room.split(wanted(folder), "54-81", places)
    assert not Path(folder, "decisions.jsonl").exists()


def test_a_part_holds_words(folder: str) -> None:
    """A space is none."""
    with pytest.raises(CannotDecide, match="from 60 to 61 there are no words of the text"):
        room.split(wanted(folder), "54-81", [60, 61])


def test_merged_items_become_one_with_the_form_of_the_first(folder: str) -> None:
    """In order of the text, whatever the order in which they were named."""
    decision = ACTS["merge"](folder)

    assert decision["item"] == "6-81"
    new = next(one for one in items(folder) if one["id"] == "6-81")
    assert new["quote"] == NEWS[6:81]
    assert (new["state"], new["fields"]["stance"]) == ("open", "pledged")
    assert [day["text"] for day in new["days"]] == ["next Thursday"]
    assert {one["state"] for one in items(folder)} == {"merged", "open"}


def test_to_merge_takes_two(folder: str) -> None:
    """One named twice is one."""
    with pytest.raises(CannotDecide, match="two items or more are merged; name them"):
        room.merge(wanted(folder), ["54-81", "54-81"])


def test_what_nobody_proposed_is_added(folder: str) -> None:
    """The writer asserts it until somebody says otherwise; the space around it is left out."""
    start = NEWS.index("Guarantia") - 1

    decision = room.add(wanted(folder), Span(start, NEWS.index(" Alfland", start) + 1))

    new = next(one for one in items(folder) if one["id"] == decision["item"])
    assert new["quote"] == "Guarantia stays out 🕊️ of it."
    assert (new["state"], new["rule"], new["fields"]["stance"]) == ("open", "person", "asserted")
    again = room.add(wanted(folder), Span(new["start"], new["end"]))
    assert again["item"] == f"{new['id']}-2"
    room.reject(wanted(folder), new["id"])
    assert room.open_source(folder).entries[-1].draft.action is Action.AMEND


@pytest.mark.parametrize("span", [(0, 0), (4, 6), (9, 3), (9_999, 10_000)])
def test_what_is_added_holds_words(folder: str, span: tuple[int, int]) -> None:
    """A place outside the text holds none."""
    with pytest.raises(CannotDecide, match=r"there are no words of the text"):
        room.add(wanted(folder), Span(*span))


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"standing": "king"}, "king is no standing"),
        ({"stance": ""}, "stance"),
        ({"about": ["XXX"]}, "XXX"),
        ({"quantity": "many"}, "many is no amount"),
        ({"credibility": "7"}, "7 is no information credibility"),
        ({"said_on": "yesterday"}, "yesterday"),
        ({"said_on": "2025-03-11"}, "before it was said"),
        ({"kind": "трупы\u0000"}, "holds what is no plain data"),
    ],
)
@pytest.mark.parametrize("reviewers", [1, 2])
def test_fields_that_are_no_statement_are_refused(
    tmp_path: Path, changed: dict[str, Any], sentence: str, reviewers: int
) -> None:
    """With one sentence and nothing written; also where another person still has to agree."""
    name = write(tmp_path / "north", reviewers=reviewers)
    fields = mended(item(name, ALFLAND)["fields"], **changed)

    with pytest.raises(CannotDecide, match=sentence):
        room.accept(wanted(name), whole_of(name, ALFLAND), fields)
    with pytest.raises(CannotDecide, match=sentence):
        room.add(wanted(name), Span(0, 4), fields)

    assert not Path(name, "decisions.jsonl").exists()


def test_a_month_is_a_day_on_which_something_was_said(folder: str) -> None:
    """Its last; the item is shown with it ever after."""
    fields = mended(item(folder, ALFLAND)["fields"], said_on="2025-02")

    name = room.accept(wanted(folder), "6-53", fields)["statement"]

    assert str(room.open_source(folder).operation.statements[name or ""].said_on) == "2025-02-28"
    assert item(folder, ALFLAND)["fields"]["said_on"] == "2025-02"


def test_a_kind_that_cannot_stand_in_an_id_is_left_out_of_it(folder: str) -> None:
    """The kind itself stays; a statement about nobody is named for its document."""
    fields = mended(item(folder, ALFLAND)["fields"], kind="трупы", about=[], speaker_party=[])

    decision = room.accept(wanted(folder), "6-53", fields)

    assert decision["statement"] == "DOC-20250310-other-1"


def test_a_document_without_a_day_is_given_one_first(folder: str) -> None:
    """A statement is known from the day of its publication; a rejection needs none."""
    with pytest.raises(CannotDecide, match=r"undated bears no day.*give the document a day first"):
        room.accept(wanted(folder, "undated"), "0-28")

    room.date_document(folder, "undated", MORNING.date(), by="Ada")

    assert room.accept(wanted(folder, "undated"), "0-28")["statement"] == "BRA-20250401-troops-1"


def test_a_document_without_a_text_has_nothing_to_add(folder: str) -> None:
    """It says why."""
    with pytest.raises(CannotDecide, match="gone: The text of this document is not kept"):
        room.add(wanted(folder, "gone"), Span(0, 4))


def test_what_is_not_there_is_not_decided_on(folder: str) -> None:
    """A document that the audience may not know of is not there."""
    with pytest.raises(UnknownId, match="1-2: no such item of news"):
        room.accept(wanted(folder), "1-2")
    with pytest.raises(UnknownId, match="memo: no such document"):
        room.accept(wanted(folder, "memo"), "0-28")
    with pytest.raises(UnknownId, match="nobody: no such audience"):
        room.accept(wanted(folder, audience="nobody"), "6-53")


@pytest.mark.parametrize("by", ["", "  ", "x" * 201, "A\x1b[31mda", "\ud800"])
def test_somebody_decides(folder: str, by: str) -> None:
    """By a name that can be printed."""
    with pytest.raises(CannotDecide, match="say who decides, in 1 to 200 characters"):
        room.accept(wanted(folder, by=by), "6-53")
    assert not Path(folder, "decisions.jsonl").exists()


def test_half_a_character_is_no_reason(folder: str) -> None:
    """As a shell passes on bytes that are no text."""
    with pytest.raises(CannotDecide, match="half a character"):
        room.accept(wanted(folder, reason="\ud800"), "6-53")


def test_a_reason_stands_in_the_entry(folder: str) -> None:
    """After what was done."""
    room.reject(wanted(folder, reason="hearsay"), "54-81")

    (entry,) = room.open_source(folder).entries
    assert entry.draft.reason == "rejected 54-81 of news: hearsay"


def test_nobody_decides_on_a_bundled_operation() -> None:
    """It says what to do instead."""
    queue = room.review_queue(room.open_source("example"), may_write=True)
    assert queue["why_not"] == (
        "example is bundled and is not written to; copy it first with guarantor ledger export "
        "example --into FOLDER"
    )
    with pytest.raises(CannotDecide, match="example is bundled"):
        room.receive("example", [], room.Receiving(by="Ada"))
    with pytest.raises(CannotDecide, match="example is bundled"):
        keep(room.open_source("example"), [], by="Ada", reason="")


def test_what_another_entered_meanwhile_is_read_first(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two persons accept one item at one moment: the second is told, and no statement doubled."""
    as_opened = room.open_source

    def and_then_another(name: str) -> room.Source:
        source = as_opened(name)
        monkeypatch.setattr(deciding, "open_source", as_opened)
        room.accept(wanted(folder, by="Ben"), "6-53")
        return source

    monkeypatch.setattr(deciding, "open_source", and_then_another)
    with pytest.raises(BrokenLedger, match="nothing was appended"):
        room.accept(wanted(folder), "6-53")

    assert len(room.open_source(folder).operation.statements) == 7


class TestFourEyes:
    """Two persons have to agree."""

    def test_two_persons_accept_the_same(self, four_eyes: str) -> None:
        """Until the second does there is no statement."""
        first = room.accept(wanted(four_eyes), "6-53")
        assert (first["statement"], first["said"]) == (
            None,
            "Accepted 6-53 of news, awaiting another.",
        )
        waiting = item(four_eyes, ALFLAND)
        assert (waiting["state"], len(waiting["verdicts"])) == ("awaiting", 1)

        second = room.accept(wanted(four_eyes, by="Ben"), "6-53")

        assert second["statement"] == "ALF-20250310-troops-1"
        assert [one["by"] for one in item(four_eyes, ALFLAND)["verdicts"]] == ["Ada", "Ben"]

    @pytest.mark.parametrize("by", ["Ada", "  Ada "])
    def test_one_person_is_not_two(self, four_eyes: str, by: str) -> None:
        """However the name is spaced."""
        room.accept(wanted(four_eyes), "6-53")
        with pytest.raises(CannotDecide, match="Ada accepted 6-53 already; another person has"):
            room.accept(wanted(four_eyes, by=by), "6-53")

        room.reject(wanted(four_eyes), "54-81")
        with pytest.raises(CannotDecide, match="Ada rejected 54-81 already"):
            room.reject(wanted(four_eyes, by=by), "54-81")

    def test_who_mends_it_is_the_first_again(self, four_eyes: str) -> None:
        """The other then has to agree to what was mended."""
        room.accept(wanted(four_eyes), "6-53")
        fields = mended(item(four_eyes, ALFLAND)["fields"], quantity="700")

        room.accept(wanted(four_eyes, by="Ben"), "6-53", fields)
        waiting = item(four_eyes, ALFLAND)
        assert (waiting["state"], [one["by"] for one in waiting["verdicts"]]) == (
            "awaiting",
            ["Ben"],
        )
        name = room.accept(wanted(four_eyes), "6-53")["statement"]

        assert room.open_source(four_eyes).operation.statements[name or ""].quantity == "700"

    def test_two_persons_reject(self, four_eyes: str) -> None:
        """A word for it and one against it are no agreement."""
        room.accept(wanted(four_eyes), "6-53")
        room.reject(wanted(four_eyes, by="Ben"), "6-53")
        assert item(four_eyes, ALFLAND)["state"] == "awaiting"

        room.reject(wanted(four_eyes), "6-53")

        assert item(four_eyes, ALFLAND)["state"] == "rejected"
        assert [one["by"] for one in item(four_eyes, ALFLAND)["verdicts"]] == ["Ben", "Ada"]

    def test_each_word_is_undone_by_itself(self, four_eyes: str) -> None:
        """The second first."""
        start = room.open_source(four_eyes).pieces
        room.accept(wanted(four_eyes), "6-53")
        between = room.open_source(four_eyes).pieces
        room.accept(wanted(four_eyes, by="Ben"), "6-53")

        room.undo(four_eyes, by="Ada")
        assert room.open_source(four_eyes).pieces == between
        room.undo(four_eyes, by="Ada")
        assert room.open_source(four_eyes).pieces == start

    def test_what_was_added_waits_for_another(self, four_eyes: str) -> None:
        """With its form it is the first person's word."""
        fields = item(four_eyes, BRAVIA)["fields"]
        added = room.add(wanted(four_eyes), Span(0, 4), fields)["item"] or ""

        assert room.accept(wanted(four_eyes, by="Ben"), added)["statement"]

    @pytest.mark.parametrize("reviewers", ["0", "3", "two"])
    def test_one_person_decides_or_two(self, tmp_path: Path, reviewers: str) -> None:
        """The header says how many."""
        name = write(tmp_path / "other")
        path = Path(name, "operation.yaml")
        path.write_text(f"{path.read_text()}reviewers: {reviewers}\n")

        assert len(room.check(name).faults) == 1


def test_the_decision_says_when(folder: str) -> None:
    """Now, where nobody says; and always after the one before, so that they stay two."""
    room.accept(wanted(folder, at=MORNING), "6-53")
    room.reject(wanted(folder, at=MORNING), "54-81")
    assert replace(wanted(folder), at=None).moment > MORNING

    first, last = (room.open_source(folder).entries[n].draft.recorded_at for n in (0, 2))
    assert first < last
    room.undo(folder, by="Ada")
    assert item(folder, ALFLAND)["state"] == "accepted"
