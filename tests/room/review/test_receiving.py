"""Receiving documents: read, kept with their bytes, given an origin, put on record."""

import hashlib
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from guarantor import room
from guarantor.errors import CannotDecide, UnknownId
from guarantor.model import NotRead
from guarantor.room import ledgers
from tests.room.review.newsroom import MORNING, SECRET, documents_shown, pieces, write

ONE = b"Alfland will send 40 soldiers.\n"
TWO = b"Guarantia refuses to send any.\n"
MEMO = f"{SECRET} will send 9 planes. Bravia will send 7 soldiers.\n".encode()


def receive(name: str, *files: tuple[str, bytes | NotRead], **how: object) -> room.Receipt:
    """Receive some files."""
    given = {"by": "Ada", "at": MORNING, **how}
    return room.receive(name, files, room.Receiving(**given))  # type: ignore[arg-type]  # keys of Receiving


def id_of(data: bytes) -> str:
    """Return the id under which some bytes are received."""
    return f"doc-{hashlib.sha256(data).hexdigest()[:12]}"


def test_what_is_received_is_on_record_and_kept_with_its_bytes(folder: str) -> None:
    """In one decision, which is undone as one."""
    before = pieces(folder)

    receipt = receive(
        folder, ("a.txt", ONE), ("b.txt", TWO), dated=date(2025, 3, 1), reason="press"
    )

    one, two = (id_of(data) for data in (ONE, TWO))
    assert [(one["id"], one["read_from"]) for one in receipt["received"]] == [
        (one, "a.txt"),
        (two, "b.txt"),
    ]
    assert receipt["entries"] == [1, 2]
    source = room.open_source(folder)
    known = source.operation.documents[one]
    assert (known.source, known.published_on, known.date_basis, known.releasable_to) == (
        f"documents/{one}.txt",
        date(2025, 3, 1),
        "inferred",
        ("public",),
    )
    assert Path(folder, known.source).read_bytes() == ONE
    assert Path(folder, "documents/originals", known.sha256).read_bytes() == ONE
    assert source.entries[0].draft.reason == f"received {one}, {two}: press"
    assert room.receipt_text(receipt).startswith(f"a.txt, of 2025-03-01: on record as {one}.\n")

    room.undo(folder, by="Ada")
    assert pieces(folder) == before
    assert receive(folder, ("a.txt", ONE))["received"][0]["id"] == one


def test_a_document_that_bears_no_day_is_received_without(folder: str) -> None:
    """It waits for one."""
    receipt = receive(folder, ("a.txt", ONE))

    assert receipt["received"][0]["published_on"] is None
    assert "bearing no day" in room.receipt_text(receipt)


def test_the_same_bytes_are_not_received_twice(folder: str) -> None:
    """Neither at once nor later; what was left out before is not said to be on record."""
    receipt = receive(
        folder, ("a.txt", ONE), ("b.txt", ONE), ("w.txt", b"weather"), ("v.txt", b"weather")
    )

    assert receipt["known"] == [
        {
            "name": "b.txt",
            "reason": f"it is received as {id_of(ONE)}: the bytes are the same",
        },
        {"name": "v.txt", "reason": "it is the same as w.txt: the bytes are the same"},
    ]
    again = receive(folder, ("a.txt", ONE))
    assert again["known"][0]["reason"] == f"it is on record as {id_of(ONE)}: the bytes are the same"
    assert (again["received"], again["entries"]) == ([], [])
    assert "not again, it is on record as" in room.receipt_text(again)


def test_what_bears_on_nothing_is_received_only_where_that_is_asked_for(folder: str) -> None:
    """With why it was left out."""
    receipt = receive(folder, ("w.txt", b"The weather is fine."))

    assert receipt["irrelevant"] == [{"name": "w.txt", "reason": "It is about the weather."}]
    assert "left out. It is about the weather. --all receives it" in room.receipt_text(receipt)
    asked = receive(folder, ("w.txt", b"The weather is fine."), everything=True)
    assert asked["received"][0]["relevance"] == 0


def test_what_cannot_be_read_is_told_and_the_rest_is_received(folder: str) -> None:
    """One sentence each."""
    receipt = receive(folder, ("bad.pdf", b"%PDF-1.4 broken"), ("a.txt", ONE))

    (bad,) = receipt["unreadable"]
    assert bad["name"] == "bad.pdf"
    assert len(receipt["received"]) == 1
    assert "Not read. bad.pdf: " in room.receipt_text(receipt)
    assert room.receipt_text(receive(folder)) == "There was no file to receive."


def test_documents_of_one_archive_are_received_each(folder: str) -> None:
    """Their bytes are those of the archive, which is kept once."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", ONE)
        archive.writestr("b.txt", TWO)

    receipt = receive(folder, ("all.zip", packed.getvalue()))

    assert [one["read_from"] for one in receipt["received"]] == ["all.zip/a.txt", "all.zip/b.txt"]
    documents = room.open_source(folder).operation.documents
    (kept,) = Path(folder, "documents/originals").iterdir()
    assert kept.read_bytes() == packed.getvalue()
    assert {documents[one["id"]].sha256 for one in receipt["received"]} == {kept.name}
    again = receive(folder, ("all.zip", packed.getvalue()), ("a.txt", ONE))
    assert [one["name"] for one in again["known"]] == ["all.zip", "a.txt"]


def test_what_is_on_record_is_not_received_out_of_an_archive(folder: str) -> None:
    """The rest of the archive is."""
    receive(folder, ("a.txt", ONE))
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", ONE)
        archive.writestr("b.txt", TWO)

    receipt = receive(folder, ("all.zip", packed.getvalue()))

    assert [one["name"] for one in receipt["known"]] == ["all.zip/a.txt"]
    assert [one["id"] for one in receipt["received"]] == [id_of(TWO)]


def test_a_file_that_cannot_be_opened_is_told_and_the_rest_is_received(
    tmp_path: Path, folder: str
) -> None:
    """It went meanwhile; another is larger than is read, and is not read to find that out."""
    (tmp_path / "a.txt").write_bytes(ONE)
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(3_000_000_000)

    receipt = receive(
        folder, *room.files_in([tmp_path / name for name in ("gone.txt", "huge.txt", "a.txt")])
    )

    assert [one["name"] for one in receipt["unreadable"]] == ["gone.txt", "huge.txt"]
    assert receipt["unreadable"][0]["reason"].startswith("gone.txt: it cannot be opened (No such")
    assert len(receipt["received"]) == 1


def test_files_of_one_name_are_told_apart(tmp_path: Path, folder: str) -> None:
    """In folders of their own; one repeats what is on record, the other does not."""
    for place, data in (
        ("x", TWO),
        ("y", "Alfland will send 600 soldiers next Thursday 😀.\n\n".encode()),
    ):
        (tmp_path / place).mkdir()
        (tmp_path / place / "article.txt").write_bytes(data)

    receipt = receive(folder, *room.files_in([tmp_path / "x", tmp_path / "y"]))

    first, second = receipt["received"]
    assert (first["origin"], first["reason"]) == (first["id"], "")
    assert (second["origin"], second["reason"]) == (
        "news",
        f"{second['id']} says the same as copy",
    )
    assert f"  It repeats news. {second['id']} says the same" in room.receipt_text(receipt)


def test_new_documents_share_the_origin_of_the_first(folder: str) -> None:
    """Where none on record says the same."""
    receipt = receive(folder, ("a.txt", ONE), ("b.txt", ONE + b"\n"))

    assert [one["origin"] for one in receipt["received"]] == [id_of(ONE), id_of(ONE)]


@pytest.mark.parametrize("by", ["", " "])
def test_nothing_is_kept_where_nobody_receives_it(folder: str, by: str) -> None:
    """Neither an entry nor a text."""
    before = sorted(Path(folder).rglob("*"))

    with pytest.raises(CannotDecide, match="say who decides"):
        receive(folder, ("a.txt", ONE), by=by)

    assert sorted(Path(folder).rglob("*")) == before


def test_audiences_are_those_of_the_operation(folder: str) -> None:
    """Whoever receives for the public is not told of others."""
    with pytest.raises(UnknownId, match="inne: no such audience; did you mean inner"):
        receive(folder, ("a.txt", ONE), releasable_to=("inne",))
    for named in ("inne", "inner"):
        with pytest.raises(UnknownId, match=f"{named}: no such audience; there is public"):
            receive(folder, ("a.txt", ONE), releasable_to=(named,), audience="public")
    assert receive(folder, ("a.txt", ONE), releasable_to=("inner",), audience="inner")["received"]


def test_a_copy_of_what_is_withheld_does_not_tell_of_it(folder: str) -> None:
    """Neither in the receipt for the public nor in anything it is shown; the rest is told all."""
    secret = receive(folder, ("memo.txt", MEMO), releasable_to=("inner",))
    assert secret["received"][0]["origin"] == "memo"

    receipt = receive(folder, ("m.txt", MEMO), ("n.txt", MEMO + b"\n"), audience="public")

    assert receipt["known"] == [
        {"name": "m.txt", "reason": "it is on record: the bytes are the same"}
    ]
    (received,) = receipt["received"]
    assert (received["origin"], received["reason"]) == (received["id"], "")
    assert room.open_source(folder).operation.documents[received["id"]].origin == "memo"
    shown = "\n".join(documents_shown(folder))
    assert "memo" not in shown.replace("memo.txt", "")
    assert id_of(MEMO) not in shown
    known = room.open_source(folder).operation.documents
    everything = receive(folder, ("m.txt", MEMO))
    assert f"on record as {id_of(MEMO)}" in everything["known"][0]["reason"]
    assert len(known) == 8


def test_a_ledger_keeps_texts_beside_itself(tmp_path: Path) -> None:
    """In a folder of its own name."""
    ledger = tmp_path / "north.ledger"
    list(ledgers.importing(write(tmp_path / "north"), ledger, by="Ada", at=MORNING))

    receive(str(ledger), ("a.txt", ONE))

    assert (tmp_path / "north.ledger.kept" / "documents" / f"{id_of(ONE)}.txt").read_bytes() == ONE
