"""The folder as texts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guarantor.errors import CannotWrite, FaultyFolder, UnknownId
from guarantor.operation import Folder, check_folder, read_folder
from tests.operation.small import PARTIES, SMALL, check_small, write_small


def test_a_folder_is_written_back_byte_for_byte(tmp_path: Path) -> None:
    """Byte order mark, line ends, comments and blanks at the end included."""
    odd = b"\xef\xbb\xbf# who \r\n" + PARTIES.replace("\n", "\r\n").encode() + b"  \r\n\n"
    (tmp_path / "one").mkdir()
    folder = read_folder(write_small(tmp_path / "one", parties=odd))

    folder.write(tmp_path / "two")

    written = {path.name: path.read_bytes() for path in (tmp_path / "two").iterdir()}
    assert written == {name: text.encode() for name, text in SMALL.items()} | {"parties.yaml": odd}


@given(text=st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_text_is_written_as_it_is(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Whatever the platform thinks of line ends."""
    path = tmp_path_factory.mktemp("folder")

    Folder(path, {"parties.yaml": text}).write(path)

    assert (path / "parties.yaml").read_bytes() == text.encode()


def test_a_folder_with_a_byte_order_mark_is_sound(tmp_path: Path) -> None:
    """Spreadsheets write one; it moves no column."""
    marked = {stem: f"\ufeff{text}" for stem, text in _by_stem().items()}

    assert check_small(tmp_path, **marked).faults == ()


def test_line_ends_of_any_kind_are_sound(tmp_path: Path) -> None:
    """As Windows writes them."""
    other = {stem: text.replace("\n", "\r\n") for stem, text in _by_stem().items()}

    assert check_small(tmp_path, **other).faults == ()


def _by_stem() -> dict[str, str]:
    return {name.partition(".")[0]: text for name, text in SMALL.items()}


def test_a_folder_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    """One sentence, and nothing about the files that are not there either."""
    path = tmp_path / "nowhere"

    assert list(map(str, check_folder(path).faults)) == [
        f"{path}:1:1: the folder is not there; name one that holds an operation.yaml"
    ]
    with pytest.raises(FaultyFolder, match="the folder is not there"):
        read_folder(path)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    """Neither is a name that no folder can have."""
    (tmp_path / "x").write_text("id: x")

    assert [fault.message for fault in check_folder(tmp_path / "x").faults] == [
        "the folder is a file and no folder; name one that holds an operation.yaml"
    ]
    assert [fault.message for fault in check_folder(tmp_path / ("x" * 5_000)).faults] == [
        "the folder cannot be read (File name too long); see to its name and permissions"
    ]


def test_a_folder_without_its_first_file_is_a_fault(tmp_path: Path) -> None:
    """The other files are checked nevertheless."""
    faults = check_small(
        tmp_path, operation=None, arrangements="- {topic: comand, state: open}"
    ).faults

    assert list(map(str, faults)) == [
        (
            "operation.yaml:1:1: operation.yaml is not in the folder; "
            "give id, name, as_known_on and requirement in it"
        ),
        "arrangements.yaml:1:11: comand is no topic; did you mean command?",
    ]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (
            b"- {code: AAA, name: \xc3\xa9t\xe9}\n",
            (
                "parties.yaml:1:23: byte 0xe9, number 24 of the file, is no UTF-8; "
                "save the file as UTF-8"
            ),
        ),
        (
            b"\xff\xfe-\x00 \x00",
            (
                "parties.yaml:1:1: byte 0xff, number 1 of the file, is no UTF-8; "
                "save the file as UTF-8"
            ),
        ),
        (
            b"# one\r\n- \x00",
            "parties.yaml:2:3: the character U+0000 has no place in a text; take it out",
        ),
        (
            b"x" * 4_000_001,
            "parties.yaml:1:1: the file has more than 4,000,000 bytes; split the operation",
        ),
    ],
)
def test_a_file_that_is_no_readable_text_is_one_fault(
    tmp_path: Path, data: bytes, fault: str
) -> None:
    """Checks that need the parties are silent, and no others."""
    faults = check_small(
        tmp_path, parties=data, arrangements="- {topic: comand, state: open}"
    ).faults

    assert list(map(str, faults)) == [
        fault,
        "arrangements.yaml:1:11: comand is no topic; did you mean command?",
    ]


def test_what_is_no_file_is_a_fault(tmp_path: Path) -> None:
    """A folder, or a link that leads nowhere."""
    write_small(tmp_path, events=None, arrangements=None)
    (tmp_path / "events.csv").mkdir()
    (tmp_path / "arrangements.yaml").symlink_to(tmp_path / "nowhere")

    assert list(map(str, check_folder(tmp_path).faults)) == [
        "arrangements.yaml:1:1: this is no file with a text in it; put one in its place",
        "events.csv:1:1: this is no file with a text in it; put one in its place",
    ]


def test_a_misnamed_file_is_a_warning(tmp_path: Path) -> None:
    """It would be as if it were not there."""
    write_small(tmp_path)
    for name in ("parties.yml", "event.csv", "notes.yaml", "README.md"):
        (tmp_path / name).write_text("")

    assert list(map(str, check_folder(tmp_path).warnings)) == [
        "event.csv:1:1: this file is not read; rename it to events.csv if it is meant to be",
        "parties.yml:1:1: this file is not read; rename it to parties.yaml if it is meant to be",
    ]


def test_what_cannot_be_written_is_said_in_one_sentence(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "x").write_text("")

    with pytest.raises(CannotWrite, match=r"x: cannot be written \(File exists\)"):
        Folder(tmp_path, {}).write(tmp_path / "x")


def test_only_yaml_files_of_the_folder_are_edited(tmp_path: Path) -> None:
    """CSV has no comments to lose."""
    folder = read_folder(write_small(tmp_path))

    with pytest.raises(UnknownId, match=r"statements\.csv: no such YAML file of a folder"):
        folder.edited("statements.csv", lambda _: None)
