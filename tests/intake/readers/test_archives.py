"""Archives: unpacked in bounds, and nothing of them lost silently."""

import gzip
import io
import tarfile
import zipfile

import pytest

from guarantor.intake.readers import archives, limits, read, reading
from guarantor.model import Document, NotRead
from tests.intake.readers.samples import tarred, zipped

WORDS = b"Words of it."


def told(data: bytes, name: str) -> list[str]:
    """Return the names of documents, and the reasons of what was not read."""
    return [one.reason if isinstance(one, NotRead) else one.name for one in read(data, name)]


def test_archives_within_archives_are_unpacked_down_to_a_depth() -> None:
    """Five deep and no deeper."""
    data = WORDS
    for depth in range(6):
        name = f"{depth}.zip" if depth else "a.txt"
        data = zipped([(name, data)])
        if depth == 4:
            [document] = read(data, "5.zip")
            assert document.name == "5.zip/4.zip/3.zip/2.zip/1.zip/a.txt"

    assert told(data, "a.zip") == [
        (
            "a.zip/5.zip/4.zip/3.zip/2.zip/1.zip: files lie more than 5 deep in one another; "
            "unpack it into a folder"
        )
    ]


def test_files_of_one_name_are_told_apart() -> None:
    """And names that cannot be shown are mended."""
    files = [("a.txt", WORDS), ("a (2).txt", WORDS), ("b\x07", WORDS), ("b\x07", WORDS)]

    assert told(tarred([*files, ("a.txt", WORDS)]), "a.tar") == [
        *("a.tar/a.txt", "a.tar/a (2).txt", "a.tar/b\ufffd", "a.tar/b\ufffd (2)"),
        "a.tar/a.txt (2)",
    ]


def test_a_bomb_is_told_and_the_rest_is_read() -> None:
    """Forty million zeros pack to a thousandth; prose never to a two-hundredth."""
    zeros = bytes(40_000_000)
    packed = zipped([("zeros.txt", zeros), ("a.txt", WORDS)])

    assert told(packed, "a.zip") == [
        (
            "a.zip/zeros.txt: it unpacks to more than 200 times its size, as only bombs do; if "
            "that is meant, unpack it into a folder"
        ),
        "a.zip/a.txt",
    ]
    assert told(gzip.compress(zeros), "a.gz") == [
        (
            "a.gz: it unpacks to more than 200 times its size, as only bombs do; if that is meant, "
            "unpack it into a folder"
        )
    ]


def test_a_member_is_unpacked_up_to_the_size_of_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """In every kind of archive."""
    monkeypatch.setattr(archives, "MOST_BYTES", 1_000)
    noise = bytes(number * number % 251 for number in range(2_000))
    files = [("big.txt", noise), ("a.txt", WORDS)]
    large = "it unpacks to more than the 50 MB of one file; split it, or unpack it into a folder"

    assert told(zipped(files), "a.zip") == [f"a.zip/big.txt: {large}", "a.zip/a.txt"]
    assert told(tarred(files), "a.tar") == [f"a.tar/big.txt: {large}", "a.tar/a.txt"]
    assert told(gzip.compress(noise), "a.gz") == [f"a.gz: {large}"]


def test_a_declared_size_beyond_all_is_a_bomb_unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """The declaration alone is enough to refuse."""
    monkeypatch.setattr(archives, "MOST_BYTES", 1_000)

    assert told(zipped([("big.txt", bytes(1_000_000))]), "a.zip")[0].startswith(
        "a.zip/big.txt: it unpacks to more than 200 times"
    )


def test_all_that_an_archive_holds_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """At every depth together: in bytes and in files."""
    three = zipped((f"{number}.txt", WORDS) for number in range(3))
    monkeypatch.setattr(reading, "MOST_UNPACKED", 30)
    assert told(three, "a.zip") == ["a.zip/0.txt", "a.zip/1.txt", f"a.zip: {limits.TOO_MUCH}"]

    monkeypatch.setattr(reading, "MOST_UNPACKED", 30_000)
    monkeypatch.setattr(reading, "MOST_MEMBERS", 2)
    assert told(three, "a.zip") == ["a.zip/0.txt", "a.zip/1.txt", f"a.zip: {limits.TOO_MANY}"]


def test_one_archive_of_too_many_or_too_much_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before its members are even looked at, or as they come along."""
    files = [(f"{number}.txt", WORDS) for number in range(3)]
    monkeypatch.setattr(archives, "MOST_MEMBERS", 2)
    assert told(zipped(files), "a.zip") == [f"a.zip: {limits.TOO_MANY}"]
    assert told(tarred(files), "a.tar")[-1] == f"a.tar: {limits.TOO_MANY}"

    monkeypatch.setattr(archives, "MOST_MEMBERS", 9)
    monkeypatch.setattr(archives, "MOST_UNPACKED", 5_000)
    packed = gzip.compress(tarred(files))
    assert told(packed, "a.tgz")[-1] == f"a.tgz: {limits.TOO_MUCH}"


def test_a_member_with_a_password_is_told() -> None:
    """The flag that says so is set by hand: the library writes none."""
    data = bytearray(zipped([("a.txt", WORDS)]))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1

    assert told(bytes(data), "a.zip") == [
        "a.zip/a.txt: it is locked with a password; unlock it and hand it in anew"
    ]


def test_a_damaged_member_is_told_and_the_rest_is_read() -> None:
    """Its checksum does not fit, or its method is unknown."""
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as archive:
        archive.writestr("a.txt", WORDS)
        archive.writestr("b.txt", WORDS)
    bad_sum = stored.getvalue().replace(WORDS, b"Wards of it.", 1)
    bad_method = bytearray(stored.getvalue())
    bad_method[bad_method.index(b"PK\x01\x02") + 10] = 77
    damaged = "a.zip/a.txt: it is cut off or damaged; fetch it anew"

    assert told(bad_sum, "a.zip") == [damaged, "a.zip/b.txt"]
    assert told(bytes(bad_method), "a.zip") == [
        "a.zip/a.txt: it is packed in a way that is not known; unpack it into a folder",
        "a.zip/b.txt",
    ]


@pytest.mark.parametrize("cut", [100, 600, 1_100])
def test_a_tar_that_is_cut_off_gives_what_comes_before(cut: int) -> None:
    """Within a header, within a file, between two."""
    data = tarred([("a.txt", WORDS), ("b.txt", WORDS * 50), ("c.txt", WORDS)])

    *members, last = told(data[: 1_024 + cut], "a.tar")

    assert last == (
        "a.tar: the archive is cut off or damaged, so what follows in it was not read; fetch it "
        "anew"
    ) or last.endswith("it is cut off or damaged; fetch it anew")
    assert members[0] == "a.tar/a.txt"


def test_a_broken_header_within_a_tar_is_no_end() -> None:
    """What follows it would be lost silently else."""
    data = bytearray(tarred([("a.txt", WORDS), ("b.txt", WORDS)]))
    data[1_024 + 150] ^= 255

    assert told(bytes(data), "a.tar") == [
        "a.tar/a.txt",
        (
            "a.tar: the archive is cut off or damaged, so what follows in it was not read; fetch "
            "it anew"
        ),
    ]


def test_folders_and_links_of_a_tar_are_no_files() -> None:
    """A link may point anywhere; nothing is followed."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind in (tarfile.DIRTYPE, tarfile.SYMTYPE):
            member = tarfile.TarInfo("x")
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member)

    assert told(out.getvalue(), "a.tar") == ["a.tar: there is nothing in it to read; leave it out"]


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\x00"])
def test_what_only_begins_as_an_archive_is_damaged(data: bytes) -> None:
    """As a download that broke off."""
    assert told(data, "a") == ["a: it is cut off or damaged; fetch it anew"]


def test_a_compressed_file_is_named_by_what_it_compresses() -> None:
    """Without the ending of the compression; of a name without one nothing is known."""
    assert told(gzip.compress(WORDS), "a.txt.gz") == ["a.txt.gz/a.txt"]
    [other] = read(gzip.compress(WORDS), "folder/a")

    assert isinstance(other, Document)
    assert other.name == "folder/a/content"
