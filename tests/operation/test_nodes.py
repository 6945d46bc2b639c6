"""Nodes and plain data are two forms of one content."""

import json

from hypothesis import given
from hypothesis import strategies as st

from guarantor.operation.nodes import (
    Hole,
    Keyed,
    Listed,
    Place,
    Scalar,
    find,
    from_plain,
    holes,
    plain,
)

HERE = Place("ledger", 7, 1)
_numbers = st.integers(-(10**15), 10**15) | st.floats(allow_nan=False, allow_infinity=False).filter(
    lambda value: value == 0 or 1e-90 < abs(value) < 1e90
)
_texts = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=("Cc", "Cs", "Zl", "Zp"),
        exclude_characters="\ufeff\ufffe\uffff",
    ),
    max_size=9,
)
plain_data = st.recursive(
    st.booleans()
    | _numbers
    | _texts.filter(lambda text: "\ufeff" not in text and text.isprintable()),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_texts, inner, max_size=4),
    max_leaves=12,
)


@given(plain_data)
def test_plain_data_survives_the_way_through_nodes(data: object) -> None:
    """What a ledger keeps is what the folder said."""
    node = from_plain(data, HERE)

    assert not any(holes(node))
    assert json.dumps(plain(node)) == json.dumps(data)


def test_what_is_no_plain_data_is_a_hole() -> None:
    """Bytes, sets, keys that are no text, lone surrogates."""
    bad = ({1: 2}, b"x", {3}, "\ud800", "a\x00", object())

    assert all(isinstance(from_plain(value, HERE), Hole) for value in bad)
    assert list(holes(from_plain({"a": [b"x"]}, HERE))) == [Hole(HERE)]


def test_plain_data_deeper_than_any_folder_is_a_hole() -> None:
    """No recursion without an end."""
    deep: list[object] = []
    for _ in range(5_000):
        deep = [deep]

    assert any(holes(from_plain(deep, HERE)))


def test_a_whole_number_of_many_thousand_digits_is_no_number() -> None:
    """Python refuses to print it."""
    node = from_plain(10**5_000, HERE)

    assert isinstance(node, Scalar)
    assert node.text == "inf"


def test_a_path_ends_where_the_node_ends() -> None:
    """A fault is placed at the nearest thing that is there."""
    inner = Scalar(Place("x", 2, 3), "v")
    node = Keyed(
        Place("x", 1, 1), ((Scalar(Place("x", 2, 1), "k"), Listed(Place("x", 2, 2), (inner,))),)
    )

    assert find(node, "k", 0) is inner
    assert find(node, "k", 1).place == Place("x", 2, 2)
    assert find(node, "other").place == Place("x", 1, 1)


def test_a_place_reads_as_an_editor_takes_it() -> None:
    """File, line and column, parted by colons."""
    assert str(Place("parties.yaml", 3, 14)) == "parties.yaml:3:14"
