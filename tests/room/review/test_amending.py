"""Amending documents: the day they bear, and whose reports they are."""

from datetime import date
from pathlib import Path

import pytest

from guarantor import room
from guarantor.errors import CannotDecide, UnknownId
from guarantor.model import Action, Kind
from tests.room.review.newsroom import TEXTS, item, pieces, standing, wanted, write

DAY = date(2025, 3, 20)


def origins(name: str) -> dict[str, str]:
    """Return the origin of each document as the public sees it."""
    queue = room.review_queue(room.open_source(name))
    return {one["id"]: one["origin"] for one in queue["documents"]}


def counted(name: str) -> int:
    """Return of how many origins the assessment says that its statements are."""
    return room.assess(room.open_source(name).operation, room.Options())["coverage"]["origins"]


def test_a_document_is_given_its_day(folder: str) -> None:
    """A person's word for it: the day is inferred, and its proposals resolve their days by it."""
    before = pieces(folder)

    decision = room.date_document(folder, "copy", DAY, by="Ada", reason="as it was sent")

    assert decision["said"] == "Dated copy 2025-03-20."
    known = room.open_source(folder).operation.documents["copy"]
    assert (known.published_on, known.date_basis) == (DAY, "inferred")
    assert item(folder, "Alfland", "copy")["days"] == [
        {"text": "next Thursday", "day": "2025-03-23"}
    ]
    room.undo(folder, by="Ada")
    assert pieces(folder) == before


def test_what_is_on_record_from_it_keeps_its_day(folder: str) -> None:
    """It was known since then, whatever is found out later."""
    name = room.accept(wanted(folder), "6-53")["statement"] or ""

    room.date_document(folder, "news", DAY, by="Ada")

    assert room.open_source(folder).operation.statements[name].published_on == date(2025, 3, 10)


def test_merged_documents_are_one_source(folder: str) -> None:
    """Two statements of two documents: two origins before, one after, two again when split."""
    room.accept(wanted(folder), "54-81")
    room.accept(wanted(folder, "wire"), "0-37")
    apart = counted(folder)
    before = pieces(folder)

    decision = room.merge_origins(folder, ["wire", "news"], by="Ada", reason="word for word")

    assert decision["said"] == "Merged the origins of wire and news."
    assert counted(folder) == apart - 1
    assert origins(folder)["wire"] == "documents/news.txt"
    row = standing(folder)[Kind.DOCUMENT, "wire"]
    assert (row["origin"], row["reason"]) == ("news", "The same report as news: word for word")
    assert room.open_source(folder).entries[-1].draft.action is Action.MERGE
    view = room.evidence_view(room.open_source(folder).operation, room.Options())
    (shared,) = [one for one in view["origins"] if one["origin"] == "documents/news.txt"]
    assert shared["documents"] == ["documents/news.txt", "documents/wire.txt"]
    assert shared["reasons"] == ["The same report as news: word for word"]

    room.split_origin(folder, "wire", by="Ada")
    assert counted(folder) == apart
    room.undo(folder, by="Ada")
    assert counted(folder) == apart - 1
    room.undo(folder, by="Ada")
    assert pieces(folder) == before


def test_what_repeats_a_merged_document_goes_with_it(folder: str) -> None:
    """The copy of the news is no source of its own once the news are the wire's report."""
    room.date_document(folder, "wire", date(2025, 3, 1), by="Ada")
    room.split_origin(folder, "wire", by="Ada")

    room.merge_origins(folder, ["news", "wire"], by="Ada")

    assert {origins(folder)[one] for one in ("news", "copy", "wire")} == {"documents/wire.txt"}
    room.undo(folder, by="Ada")
    assert origins(folder)["copy"] == "documents/news.txt"


def test_documents_of_one_origin_are_not_merged(folder: str) -> None:
    """One named twice is one."""
    with pytest.raises(CannotDecide, match="these documents have one origin already"):
        room.merge_origins(folder, ["news", "copy"], by="Ada")
    with pytest.raises(CannotDecide, match="two documents or more are given one origin"):
        room.merge_origins(folder, ["news", "news"], by="Ada")


def test_those_that_are_left_keep_one_origin_among_them(tmp_path: Path) -> None:
    """The first of them is then no repetition of anything, and its reason is gone."""
    rows = TEXTS["documents.csv"] + "third,documents/third.txt,,,,,news,It repeats news.,,,\n"
    name = write(tmp_path / "north", documents=rows)
    before = pieces(name)

    room.split_origin(name, "news", by="Ada", reason="it is older")

    known = standing(name)
    assert [
        (known[Kind.DOCUMENT, one]["origin"], known[Kind.DOCUMENT, one]["reason"])
        for one in ("news", "copy", "third")
    ] == [
        ("", "A report of its own: it is older"),
        ("", ""),
        ("copy", "The same report as copy, as it was before news was split off"),
    ]
    assert origins(name)["third"] == "documents/copy.txt"
    room.undo(name, by="Ada")
    assert pieces(name) == before


def test_what_repeats_a_document_split_off_stays_with_its_report(tmp_path: Path) -> None:
    """By hand: third repeats copy, and copy repeats the news."""
    rows = TEXTS["documents.csv"] + "third,documents/third.txt,,,,,copy,,,,\n"
    name = write(tmp_path / "north", documents=rows)
    assert origins(name)["third"] == "documents/news.txt"

    room.split_origin(name, "copy", by="Ada")

    assert origins(name)["third"] == "documents/news.txt"
    assert origins(name)["copy"] == "documents/copy.txt"


def test_what_has_an_origin_of_its_own_is_not_split_off(folder: str) -> None:
    """There is nothing to split it from."""
    with pytest.raises(CannotDecide, match="undated has an origin of its own already"):
        room.split_origin(folder, "undated", by="Ada")


def test_what_an_audience_may_not_know_of_is_not_amended_for_it(folder: str) -> None:
    """And it is not named in the sentence that says so."""
    with pytest.raises(UnknownId, match="memos: no such document; there are") as told:
        room.date_document(folder, "memos", DAY, by="Ada")
    assert "memo," not in str(told.value)
    with pytest.raises(UnknownId, match="memo: no such document"):
        room.merge_origins(folder, ["news", "memo"], by="Ada")
    with pytest.raises(UnknownId, match="memo: no such document"):
        room.split_origin(folder, "memo", by="Ada")
    assert room.split_origin(folder, "wire", by="Ada", audience="inner")["document"] == "wire"
