"""CSV into rows, with the place of every field."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guarantor.operation.csv_text import read_rows
from guarantor.operation.nodes import Place
from guarantor.operation.reading import Reading, Unread


def _texts(text: str) -> list[list[str]]:
    return [[field.text for field in row] for row in read_rows("x.csv", text, Reading())]


@given(st.lists(st.lists(st.text('ab,"\n é', max_size=4), min_size=2, max_size=4), max_size=5))
def test_what_the_standard_library_writes_is_read_back(rows: list[list[str]]) -> None:
    """Quotes, commas and line ends within a field."""
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)

    assert _texts(stream.getvalue()) == rows


def test_every_field_has_its_place() -> None:
    """A field over two lines moves what comes after it; columns count characters."""
    rows = read_rows("x.csv", 'a,bé,c\r\n\n"x\ny",,"p""q"\n', Reading())

    assert [[(field.place.line, field.place.column) for field in row] for row in rows] == [
        [(1, 1), (1, 3), (1, 6)],
        [(3, 1), (4, 4), (4, 5)],
    ]


def test_a_place_within_a_field_is_known_where_the_field_stands_as_it_is() -> None:
    """A quote shifts it by one; a doubled quote or a line end hides it."""
    ((bare, quoted, doubled),) = read_rows("x.csv", 'A;B,"A;B","A"";B"', Reading())

    assert bare.at(2) == Place("x.csv", 1, 3)
    assert quoted.at(2) == Place("x.csv", 1, 8)
    assert doubled.at(2) == Place("x.csv", 1, 11)


def test_empty_lines_are_no_rows() -> None:
    """At the beginning, between and at the end."""
    assert _texts("\n\r\na,b\n\n\nc,d\n\n") == [["a", "b"], ["c", "d"]]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ('a,b\nc,"d\n', "x.csv:2:3: the quote that begins here never ends; close it"),
        (
            'a,"b" c\n',
            (
                "x.csv:1:6: after a closing quote comes a comma or the end of the line; "
                "double a quote within"
            ),
        ),
        ("," * 300, "x.csv:1:201: a row has at most 200 fields; look at the quotes and commas"),
        ("a\n" * 50_001, "x.csv:50001:1: a file has at most 50,000 rows; split the operation"),
    ],
)
def test_what_is_no_csv_is_a_fault(text: str, fault: str) -> None:
    """After it nothing else of the file is read."""
    reading = Reading()
    with pytest.raises(Unread):
        read_rows("x.csv", text, reading)

    assert list(map(str, reading.faults)) == [fault]


def test_a_quote_within_a_bare_field_is_a_fault_and_the_rest_is_read() -> None:
    """It is plain what was meant."""
    reading = Reading()

    rows = read_rows("x.csv", 'a "b" c,d\n', reading)

    assert [field.text for field in rows[0]] == ['a "b" c', "d"]
    assert list(map(str, reading.faults)) == [
        "x.csv:1:3: a quote within a field; put the whole field in quotes and double the inner ones"
    ]
