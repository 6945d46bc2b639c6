"""A change to a YAML file leaves every line that it does not touch."""

from difflib import unified_diff
from pathlib import Path
from typing import Any

import pytest

from guarantor.errors import FaultyFolder
from guarantor.operation import Folder, bundled, read_folder
from guarantor.operation.editing import edited_yaml

TEXT = """\
# Who is in it.
- {code:   AAA, name: "Aland"}   # first
- code: BBB
  name: 'Beland'
  terms:
    - backstop            # as said
    - {if: peace,   basis: read,
       note: folded}
# the last
- {code: CCC, name: Ceeland}
"""


def _diff(old: str, new: str) -> list[str]:
    lines = [*unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")][2:]
    return [line for line in lines if not line.startswith("@@")]


def _edited(change: Any) -> list[str]:  # noqa: ANN401 - a function of what ruamel calls data
    return _diff(TEXT, edited_yaml("parties.yaml", TEXT, change, []))


def test_no_change_changes_no_byte() -> None:
    """Blanks, quotes, folds and comments that ruamel would set otherwise."""
    assert _edited(lambda _: None) == []


def test_a_value_changes_its_own_line() -> None:
    """Quotes and the comment behind it stay."""

    def change(data: Any) -> None:  # noqa: ANN401 - what ruamel calls data
        data[1]["name"] = "Beeland"

    assert _edited(change) == ["-  name: 'Beland'", "+  name: 'Beeland'"]


def test_a_change_within_folded_lines_takes_these_lines_anew() -> None:
    """They are one value, and it is written as one line."""

    def change(data: Any) -> None:  # noqa: ANN401 - what ruamel calls data
        data[1]["terms"][1]["basis"] = "assumed"

    assert _edited(change) == [
        "-    - {if: peace,   basis: read,",
        "-       note: folded}",
        "+    - {if: peace, basis: assumed, note: folded}",
    ]


def test_entries_are_added_and_taken_out() -> None:
    """The comment above the last entry stays."""

    def change(data: Any) -> None:  # noqa: ANN401 - what ruamel calls data
        del data[0]
        data.append({"code": "DDD", "name": "Deland: the far one"})

    assert _edited(change) == [
        '-- {code:   AAA, name: "Aland"}   # first',
        "+- code: DDD",
        "+  name: 'Deland: the far one'",
    ]


def test_line_ends_stay() -> None:
    """As Windows writes them."""
    text = TEXT.replace("\n", "\r\n")

    def change(data: Any) -> None:  # noqa: ANN401 - what ruamel calls data
        data[2]["name"] = "See"

    new = edited_yaml("parties.yaml", text, change, [])

    assert new.count("\r\n") == new.count("\n")
    assert _diff(TEXT, new.replace("\r\n", "\n")) == [
        "-- {code: CCC, name: Ceeland}",
        "+- {code: CCC, name: See}",
    ]


def test_a_file_that_says_nothing_yet_is_begun() -> None:
    """Its comment stays."""

    def change(data: Any) -> None:  # noqa: ANN401 - what ruamel calls data
        data.append({"code": "AAA", "name": "Aland"})

    new = edited_yaml("parties.yaml", "# to come\n", change, [])

    assert new == "# to come\n- code: AAA\n  name: Aland\n"


def test_a_file_that_is_not_there_yet_is_begun(tmp_path: Path) -> None:
    """The files that are there stay."""
    folder = Folder(tmp_path, {"events.csv": "x"})

    edited = folder.edited("requirements.yaml", lambda data: data.update(watch={"lines": []}))

    assert edited.texts == {"events.csv": "x", "requirements.yaml": "watch:\n  lines: []\n"}


def test_a_file_that_is_no_yaml_cannot_be_edited() -> None:
    """An anchor would not be read back either."""
    with pytest.raises(FaultyFolder, match=r"parties.yaml:1:3: the anchor &a is not read"):
        edited_yaml("parties.yaml", "- &a {code: AAA}\n", lambda _: None, [])
    with pytest.raises(FaultyFolder, match=r"parties.yaml:1:4: this is no YAML"):
        edited_yaml("parties.yaml", "- [", lambda _: None, [])


def test_the_example_keeps_its_comments() -> None:
    """One more step: four lines, and every other line as it stood."""
    folder = read_folder(bundled("example"))

    def change(data: Any) -> None:  # noqa: ANN401 - what ruamel calls data
        data[0]["steps"].append(
            {"since": "2025-03-14", "firmness": "committed", "evidence": ["ALF-1"]}
        )

    edited = folder.edited("contributions.yaml", change)

    assert _diff(folder.texts["contributions.yaml"], edited.texts["contributions.yaml"]) == [
        "+    - since: 2025-03-14",
        "+      firmness: committed",
        "+      evidence:",
        "+        - ALF-1",
    ]


def test_days_and_numbers_stay_as_they_are_written() -> None:
    """A day that the calendar does not have is for the check to find."""
    text = "- {a: 2025-02-30, b: 0.10, c: 1e3, d: NO, e: 2025-02, f: 007}\n"

    def change(data: Any) -> None:  # noqa: ANN401 - what ruamel calls data
        data[0]["g"] = "2025-03-01"

    assert edited_yaml("parties.yaml", text, change, []) == text.replace("}", ", g: 2025-03-01}")


def test_a_value_beyond_reason_is_a_fault() -> None:
    """Python does not read a number of so many digits."""
    with pytest.raises(FaultyFolder, match="the file holds a value that cannot be edited"):
        edited_yaml("parties.yaml", f"- {'9' * 5_000}\n", lambda _: None, [])
