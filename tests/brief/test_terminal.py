"""The brief in a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guarantor.brief import brief_text
from tests.brief.sample import empty, sample

ESCAPE = "\x1b"
BOXES = "─│┌┐└┘━┃╭╮╰╯"


def test_the_first_screen_is_the_opening_and_five_answers() -> None:
    """On a screen of 80 columns all five are in view."""
    lines = brief_text(sample(), width=80).splitlines()

    assert lines[0] == "Monitoring force for Northland"
    assert lines[3].startswith("As known to this file on 15 Mar 2025: 13 statements")
    numbers = [
        place for place, line in enumerate(lines) if line[:3] in {f"{n}. " for n in range(1, 6)}
    ]
    assert numbers[4] < 40
    assert [lines[place] for place in numbers[:5]] == [
        "1. What is on the table?",
        "2. Does it add up?",
        "3. What hangs on what?",
        "4. What do the offers wait for?",
        "5. How did it move?",
    ]


def test_a_short_brief_ends_with_the_answers() -> None:
    """What they rest on can be left out."""
    short = brief_text(sample(), width=80, full=False)

    assert "Sources" not in short
    assert brief_text(sample(), width=80).startswith(short.rstrip("\n"))


@pytest.mark.parametrize("width", [60, 80, 120])
def test_plain_output_has_no_escapes_no_boxes_and_keeps_its_width(width: int) -> None:
    """Piped text goes into files and mails; only an address may be longer than a line."""
    text = brief_text(sample(), width=width)

    assert ESCAPE not in text
    assert not set(text) & set(BOXES)
    assert all(len(line) <= width for line in text.splitlines())
    assert all(line == line.rstrip() for line in text.splitlines())


@given(st.integers(1, 200))
def test_any_width_will_do(width: int) -> None:
    """Below 40 columns the text is set at 40."""
    lines = brief_text(empty(), width=width).splitlines()

    assert max(map(len, lines)) <= max(width, 40)


def test_colour_sets_figures_off_and_no_color_switches_it_off(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """NO_COLOR is honoured whatever the caller asks."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert ESCAPE in brief_text(sample(), color=True)

    monkeypatch.setenv("NO_COLOR", "1")
    assert ESCAPE not in brief_text(sample(), color=True)


def test_a_sentence_names_its_statements_or_counts_them() -> None:
    """Up to three are named."""
    text = brief_text(sample(), width=200)

    assert "against a need of 200 persons. [DEL-1]" in text
    assert "whether or not anybody moves first. [5 statements]" in text


def test_a_table_that_does_not_fit_is_told_row_by_row() -> None:
    """Short cells share a line, long ones have their own."""
    text = brief_text(sample(), width=60)

    assert (
        "Guarantia stands behind the force\n"
        "  Stated: 1; As we read it: 1; Whose offers: Alfland and\n"
        "  Bravia; On the record: open since 10 Mar 2025\n"
    ) in text
    assert "Topic        State      What is known" in text


def test_an_address_stays_in_one_piece() -> None:
    """Broken in two it could not be opened."""
    document = sample()
    document["statements"][0]["source"] = f"https://example.org/{'long/' * 30}"

    assert f"  Address: https://example.org/{'long/' * 30}\n" in brief_text(document, width=60)


def test_nothing_undisclosed_is_printed_as_zero() -> None:
    """Charland's offer has no number; its line says undisclosed."""
    text = brief_text(sample(), width=120)

    assert "Land troops: floated, size undisclosed (at least 500, at most 2,000)" in text
    assert "Stated: 0" not in text
    assert " 0 persons" not in text


def test_markup_in_a_name_is_only_text() -> None:
    """What looks like a style of the terminal library is printed as it stands."""
    document = sample()
    document["name"] = "[red]Force[/red] :warning:"

    assert brief_text(document).startswith("[red]Force[/red] :warning:\n")
