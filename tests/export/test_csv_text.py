"""Tables as CSV."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guarantor.export import Cell, Table, csv_text


def table(*rows: tuple[Cell, ...]) -> Table:
    """Return a table of two columns."""
    return Table(name="sums", columns=("what", "much"), rows=rows)


def test_cells_with_commas_quotes_and_line_ends_are_quoted() -> None:
    """As RFC 4180 has it, quotes doubled; lines end with a line feed."""
    text = csv_text(table(("a, b", 'say "so"'), ("two\nlines", "plain")))

    assert text == 'what,much\n"a, b","say ""so"""\n"two\nlines",plain\n'


def test_numbers_are_unrounded_and_nothing_is_empty() -> None:
    """A third has all its digits; an empty cell is neither 0 nor a word."""
    text = csv_text(table((1 / 3, 9000), (None, 0), (True, False)))

    assert text == "what,much\n0.3333333333333333,9000\n,0\ntrue,false\n"


@pytest.mark.parametrize("opening", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(opening: str) -> None:
    """Such as ``=HYPERLINK(...)`` in what somebody said."""
    text = csv_text(table((f"{opening}1", "plain=1")))

    assert list(csv.reader(StringIO(text, newline="")))[1] == [f"'{opening}1", "plain=1"]


def test_a_number_below_zero_is_no_formula() -> None:
    """The apostrophe is for texts: a number stays one."""
    assert csv_text(table((-0.25, "-0.25"))) == "what,much\n-0.25,'-0.25\n"


def test_every_row_has_a_cell_for_every_column() -> None:
    """A table that is ragged is a mistake of the one who made it."""
    with pytest.raises(ValueError, match="2 cells"):
        table(("alone",))


texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=9)


@given(st.lists(st.tuples(texts, texts), max_size=5))
def test_what_is_written_is_read_back(rows: list[tuple[str, str]]) -> None:
    """But for the apostrophes in front."""
    written = csv_text(table(*rows))

    read = list(csv.reader(StringIO(written, newline="")))[1:]
    told = [[f"'{cell}" if cell[:1] in RUN else cell for cell in row] for row in rows]
    assert read == told


RUN = set("=+-@\t\r")
