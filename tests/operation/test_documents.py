"""The documents on record: their nouns, and each of their faults at its place."""

from datetime import date
from pathlib import Path

import pytest

from guarantor.model import DateBasis, Kind, KnownDocument
from guarantor.operation import Checked, build, check_folder, open_folder, write_pieces
from tests.operation.small import write_small

DOCUMENTS = """\
id,source,title,site,published_on,date_basis,origin,reason,releasable_to,sha256,read_from
one,https://a.org/1,Title,a.org,2025-03-01,page,,,,,
two,documents/two.txt,,,2025-02,inferred,one,It repeats one,friends;public,{hash},two.pdf
""".format(hash="ab" * 32)


def check(folder: Path, documents: str) -> Checked:
    """Return what the check says of the small operation with some documents."""
    write_small(folder)
    (folder / "documents.csv").write_text(documents, encoding="utf-8")
    return check_folder(folder)


def test_documents_are_read_into_their_nouns(tmp_path: Path) -> None:
    """One without an origin is its own; one for nobody in particular is public."""
    operation = check(tmp_path, DOCUMENTS).operation

    assert operation
    assert operation.documents == {
        "one": KnownDocument(
            id="one",
            source="https://a.org/1",
            title="Title",
            site="a.org",
            published_on=date(2025, 3, 1),
            date_basis=DateBasis.PAGE,
            origin="one",
            releasable_to=("public",),
        ),
        "two": KnownDocument(
            id="two",
            source="documents/two.txt",
            published_on=date(2025, 2, 28),
            date_basis=DateBasis.INFERRED,
            origin="one",
            reason="It repeats one",
            releasable_to=("friends", "public"),
            sha256="ab" * 32,
            read_from="two.pdf",
        ),
    }


def test_a_folder_without_documents_has_none(tmp_path: Path) -> None:
    """As every folder had until now."""
    operation, _ = open_folder(write_small(tmp_path))

    assert operation.documents == {}
    assert operation.reviewers == 1


def test_documents_are_written_back_byte_for_byte(tmp_path: Path) -> None:
    """And their pieces make the same operation."""
    (tmp_path / "one").mkdir()
    check(tmp_path / "one", DOCUMENTS)
    operation, pieces = open_folder(tmp_path / "one")

    write_pieces(pieces, tmp_path / "two")

    assert (tmp_path / "two" / "documents.csv").read_text() == DOCUMENTS
    assert build(pieces, "ledger") == operation
    assert [one.id for one in pieces if one.kind is Kind.DOCUMENT] == ["one", "two"]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("2025-03-01,page", "2025-03-01,", ":1: a day of publication and its basis stand together"),
        ("2025-03-01,page", ",page", ":1: a day of publication and its basis stand together"),
        ("2025-03-01,page", "2025-03-01,sure", "sure is no date basis"),
        ("https://a.org/1", "", "lacks source"),
        ("page,,,,,", "page,,,enemies,,", "enemies is no audience"),
        ("page,,,,,", "page,,,,abc,", "abc is no SHA-256; write 64 of 0-9 and a-f, or leave it"),
        ("two,documents", "one,documents", "one is already the id of a document"),
    ],
)
def test_a_fault_is_told_at_its_place(tmp_path: Path, old: str, new: str, fault: str) -> None:
    """One each."""
    (found,) = check(tmp_path, DOCUMENTS.replace(old, new, 1)).faults

    assert str(found).startswith("documents.csv:")
    assert fault in str(found)


@pytest.mark.parametrize(
    ("reviewers", "is_fault"), [("1", False), ("2", False), ("0", True), ("3", True), ("x", True)]
)
def test_one_person_decides_or_two(
    tmp_path: Path,
    reviewers: str,
    is_fault: bool,  # noqa: FBT001  a column of the table
) -> None:
    """The header says how many have to agree."""
    write_small(tmp_path)
    header = (tmp_path / "operation.yaml").read_text()
    (tmp_path / "operation.yaml").write_text(f"{header}reviewers: {reviewers}\n")

    checked = check_folder(tmp_path)

    assert bool(checked.faults) is is_fault
    if checked.operation:
        assert checked.operation.reviewers == int(reviewers)


def test_what_stands_beside_a_folder_may_be_cited_in_it(tmp_path: Path) -> None:
    """It is no part of what the folder says; the folder's own goes before it."""
    _, pieces = open_folder(write_small(tmp_path))
    statements = {one.id: one for one in pieces if one.kind is Kind.STATEMENT}
    text = (tmp_path / "statements.csv").read_text()
    kept = [line for line in text.splitlines(keepends=True) if not line.startswith("B-1")]
    (tmp_path / "statements.csv").write_text("".join(kept))
    assert check_folder(tmp_path).faults

    checked = check_folder(tmp_path, statements.values())

    assert checked.faults == ()
    assert statements["B-1"] not in checked.pieces
    assert statements["A-1"] in checked.pieces
    assert checked.operation
    assert "B-1" in checked.operation.statements
