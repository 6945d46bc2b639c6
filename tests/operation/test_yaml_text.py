"""YAML into nodes: YAML 1.2, with its places, and nothing that could blow up."""

import pytest

from guarantor.operation import yaml_text
from guarantor.operation.nodes import Keyed, Listed, Place, Scalar, plain
from guarantor.operation.reading import Reading, Unread
from guarantor.operation.yaml_text import MOST_NODES, read_yaml


def _read(text: str) -> tuple[object, list[str]]:
    reading = Reading()
    try:
        root = read_yaml("x.yaml", text, reading)
    except Unread:
        return None, list(map(str, reading.faults))
    return (None if root is None else plain(root)), list(map(str, reading.faults))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("NO", "NO"),
        ("yes", "yes"),
        ("on", "on"),
        ("1:30", "1:30"),
        ("2025-03-01", "2025-03-01"),
        ("1_000", "1_000"),
        ("'5'", "5"),
        ("5", 5),
        ("+5", 5),
        ("007", 7),
        ("0o17", 15),
        ("0x1F", 31),
        ("0.1", 0.1),
        ("1e3", 1000.0),
        (".5", 0.5),
        ("0.12345678901234567890123", "0.12345678901234567890123"),
        ("true", True),
        ("False", False),
        ("~", None),
        ("", None),
        ('"a\\tb"', "a\tb"),
        ("'it''s'", "it's"),
        ("|\n  a\n  b", "a\nb\n"),
        (">\n  a\n  b", "a b\n"),
    ],
)
def test_scalars_are_read_by_yaml_1_2(written: str, read: object) -> None:
    """The core schema of YAML 1.2; a number that a float would round stays text."""
    assert _read(f"- {written}\n") == ([read], [])


def test_every_node_has_its_place() -> None:
    """Lines and columns count from 1, in characters."""
    root = read_yaml("x.yaml", "é: [a, 'b']\nc:\n  d: 'it''s'\n", Reading())

    assert root == Keyed(
        Place("x.yaml", 1, 1),
        (
            (
                Scalar(Place("x.yaml", 1, 1), "é", lead=0),
                Listed(
                    Place("x.yaml", 1, 4),
                    (
                        Scalar(Place("x.yaml", 1, 5), "a", lead=0),
                        Scalar(Place("x.yaml", 1, 8), "b", lead=1),
                    ),
                ),
            ),
            (
                Scalar(Place("x.yaml", 2, 1), "c", lead=0),
                Keyed(
                    Place("x.yaml", 3, 3),
                    (
                        (
                            Scalar(Place("x.yaml", 3, 3), "d", lead=0),
                            Scalar(Place("x.yaml", 3, 6), "it's", lead=None),
                        ),
                    ),
                ),
            ),
        ),
    )


def test_a_place_within_a_text_is_known_where_the_text_stands_as_it_is() -> None:
    """Quotes shift it by one; in a folded text only the beginning is known."""
    root = read_yaml("x.yaml", "- a and b\n- 'a and b'\n- >-\n  a and\n  b\n", Reading())

    assert isinstance(root, Listed)
    places = [item.at(6) for item in root.items if isinstance(item, Scalar)]
    assert places == [Place("x.yaml", 1, 9), Place("x.yaml", 2, 10), Place("x.yaml", 3, 3)]


@pytest.mark.parametrize("text", ["", "# a comment\n", "---\n", "null\n", "~"])
def test_a_text_that_says_nothing_is_nothing(text: str) -> None:
    """An empty file has no entries, which is no fault."""
    reading = Reading()

    assert read_yaml("x.yaml", text, reading) is None
    assert reading.faults == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: &x 1\n", "x.yaml:1:4: the anchor &x is not read; take it out"),
        ("a: *x\n", "x.yaml:1:4: the alias *x is not read; write it out here"),
        ("a: !!str 5\n", "x.yaml:1:4: the tag !!str is not read; take it out"),
        (
            "a: !!python/object/apply:os.system [ls]\n",
            "x.yaml:1:4: the tag !!python/object/apply:os.system is not read; take it out",
        ),
        ("<<: {a: 1}\n", "x.yaml:1:1: merge keys are not read; write the keys out"),
        (
            "a: 1\nb: 2\na: 3\n",
            "x.yaml:3:1: the key a stands here a second time, first in line 1; keep one of the two",
        ),
        ("[a]: 1\n", "x.yaml:1:1: a key is one word; write the list or mapping after it"),
        (
            "a: 1\n---\nb: 1\n",
            "x.yaml:2:1: a second document begins here; a file holds one, so take the --- out",
        ),
        (
            "%YAML 1.1\n---\na: 1\n",
            "x.yaml:1:1: every file is YAML 1.2 without tags; take the line that begins with % out",
        ),
        (
            'a: "\\0"\n',
            "x.yaml:1:4: an escape in this text is no printable character; take it out",
        ),
        (
            'a: "\\ud800"\n',
            "x.yaml:1:4: an escape in this text is no printable character; take it out",
        ),
        (
            "a: b: c\n",
            (
                "x.yaml:1:5: this is no YAML (mapping values are not allowed here); "
                "put a text with a colon and a blank in quotes, and line the keys up"
            ),
        ),
        (
            "a: 1\nb: 'c\nd: 2\n",
            (
                "x.yaml:2:4: this is no YAML (found unexpected end of stream while scanning a "
                "quoted scalar that begins in line 2); close the quote or bracket that is open"
            ),
        ),
        (
            "a: [b\nc: d\n",
            (
                "x.yaml:2:2: this is no YAML (expected ',' or ']', but got ':' while parsing a "
                "flow sequence that begins in line 1); set a comma or close the bracket"
            ),
        ),
        (
            "a:\n\tb: 1\n",
            (
                "x.yaml:2:1: this is no YAML (found character '\\t' that cannot start any token "
                "while scanning for the next token); indent with spaces, not with tabs"
            ),
        ),
        (
            "a: @b\n",
            (
                "x.yaml:1:4: this is no YAML (found character '@' that cannot start any token "
                "while scanning for the next token); "
                "put a text that begins with this character in quotes"
            ),
        ),
        (
            'a: "\\q"\n',
            (
                "x.yaml:1:6: this is no YAML (found unknown escape character 'q' while scanning a "
                "double-quoted scalar that begins in line 1); "
                "write a backslash twice, or use single quotes"
            ),
        ),
    ],
)
def test_what_a_file_may_not_hold_is_a_fault(text: str, fault: str) -> None:
    """Nothing is constructed from a text, and nothing is expanded."""
    assert _read(text)[1] == [fault]


def test_an_escape_beyond_unicode_is_a_fault() -> None:
    """The parser itself stumbles over it."""
    assert _read('a: "\\Uffffffff"\n')[1] == [
        "x.yaml:1:1: the YAML breaks off here; look for an escape or a directive that is none"
    ]


@pytest.mark.parametrize("nest", ["[", "{a: ", "- ", "? "])
def test_depth_is_bounded(nest: str) -> None:
    """A hundred thousand brackets end at the twenty-fifth."""
    _, faults = _read(nest * 100_000)

    assert len(faults) == 1
    assert faults[0].endswith("stand at most 24 deep in one another; flatten it")


def test_the_number_of_parts_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two hundred thousand take seconds; the largest operation known has four thousand."""
    monkeypatch.setattr(yaml_text, "MOST_NODES", 1_000)

    assert MOST_NODES == 200_000
    assert _read(f"[{'a,' * 998}a]")[1] == []
    assert _read(f"[{'a,' * 5_000}]")[1] == [
        "x.yaml:1:2000: a file has at most 1,000 parts; split the operation"
    ]


def test_billions_of_laughs_stay_few() -> None:
    """Aliases are refused where they stand, so that nothing is expanded."""
    laughs = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"

    assert [fault.partition(": ")[0] for fault in _read(laughs)[1]] == [
        *("x.yaml:1:4", "x.yaml:2:4", "x.yaml:2:8", "x.yaml:2:12", "x.yaml:3:5", "x.yaml:3:9")
    ]
