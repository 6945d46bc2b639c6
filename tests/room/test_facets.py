"""Narrowing a list, and counting what each choice would leave; sorting it."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guarantor.errors import Unusable
from guarantor.room.facets import Facet, facet_counts, has_words, narrowed
from guarantor.room.sorting import sorted_by

Row = tuple[str, str]

rows = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), max_size=12)
chosen = st.lists(st.sampled_from("abcxyz"), max_size=2).map(tuple)


def facets(first: tuple[str, ...], second: tuple[str, ...]) -> list[Facet[Row]]:
    """Return one facet for each part of a row."""
    return [
        Facet(name="first", values=lambda row: (row[0],), chosen=first),
        Facet(name="second", values=lambda row: (row[1],), chosen=second),
    ]


@given(rows, chosen, chosen)
def test_a_facet_counts_what_the_other_facets_leave(
    found: list[Row], first: tuple[str, ...], second: tuple[str, ...]
) -> None:
    """The law: its counts sum to the rows under the other facets alone; each row has one value."""
    by = facets(first, second)
    counts = facet_counts(found, by)

    for facet, other, place in ((by[0], by[1], 0), (by[1], by[0], 1)):
        left = Counter(row[place] for row in narrowed(found, [other]))
        told = {one["value"]: one["count"] for one in counts[facet.name]}
        assert sum(told.values()) == sum(left.values())
        assert all(told[value] == many for value, many in left.items())
        assert {one["value"] for one in counts[facet.name] if one["chosen"]} == set(facet.chosen)


@given(rows, chosen, chosen)
def test_the_chosen_counts_are_the_rows_shown(
    found: list[Row], first: tuple[str, ...], second: tuple[str, ...]
) -> None:
    """Whatever is chosen, the counts of its values sum to what is listed."""
    by = facets(first, second)
    shown = narrowed(found, by)

    for facet in by:
        counts = facet_counts(found, by)[facet.name]
        taken = [one for one in counts if one["chosen"]] or counts
        assert sum(one["count"] for one in taken) == len(shown)


def test_looking_for_words_minds_neither_case_nor_order() -> None:
    """Every word has to be somewhere."""
    assert has_words("TROOPS brav", "Bravia", "land troops")
    assert not has_words("troops airlift", "land troops")
    assert has_words("", "anything")


COLUMNS = {"name": lambda row: row[0], "much": lambda row: row[1]}
SORTED: list[tuple[str, int | None]] = [("b", 2), ("a", None), ("c", 2), ("d", 1)]


@pytest.mark.parametrize(
    ("sort", "order"),
    [("", "bacd"), ("name", "abcd"), ("-name", "dcba"), ("much", "dbca"), ("-much", "bcda")],
)
def test_ties_go_by_name_and_the_unknown_comes_last(sort: str, order: str) -> None:
    """By hand: b and c are equal in either direction; a has no number."""
    found = sorted_by(SORTED, sort, COLUMNS, lambda row: row[0])

    assert "".join(name for name, _ in found) == order


def test_an_unknown_column_is_answered_with_those_there_are() -> None:
    """In one sentence."""
    with pytest.raises(Unusable, match=r"^size: no column to sort by; there are much, name$"):
        sorted_by(SORTED, "-size", COLUMNS, lambda row: row[0])
