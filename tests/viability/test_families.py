"""Families of sets as decision diagrams, against every subset gone through one by one."""

from collections.abc import Iterable, Sequence
from itertools import combinations, islice
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guarantor.errors import OutOfTime, OverBudget
from guarantor.viability.breaking.families import EMPTY, UNIT, Families
from guarantor.viability.diagrams.functions import FALSE, TRUE, Functions
from guarantor.viability.method import Method

MOST = 8
Sets = list[frozenset[int]]

variables = st.integers(0, MOST - 1)
ways = st.lists(st.frozensets(variables), max_size=12)
"""Sets, any of which is enough: every monotone function is such a list."""
chances = st.lists(st.sampled_from([0.0, 0.1, 0.25, 0.5, 0.9, 1.0]), min_size=MOST, max_size=MOST)


def every_subset() -> Sets:
    """Return all sets of variables, smaller ones first."""
    return [
        frozenset(chosen) for size in range(MOST + 1) for chosen in combinations(range(MOST), size)
    ]


def smallest(given: Iterable[frozenset[int]]) -> set[frozenset[int]]:
    """Return those sets that contain no other."""
    sets = set(given)
    return {one for one in sets if not any(other < one for other in sets)}


def function_of(functions: Functions, enough: Iterable[frozenset[int]]) -> int:
    """Return the function that is true where all of some set are."""
    found = FALSE
    for way in enough:
        one = TRUE
        for variable in way:
            one = functions.conjunction(one, functions.variable(variable))
        found = functions.disjunction(found, one)
    return found


def family_of(enough: Sets) -> tuple[Families, int]:
    """Return the smallest solutions of the function that is true where all of some set are."""
    functions = Functions(MOST, Method())
    families = Families(functions, Method())
    return families, families.minimal(function_of(functions, enough))


def sets_of(families: Families, family: int) -> list[frozenset[int]]:
    """Return the sets of a family, shortest first, equals in order of their members."""
    sizes = range(MOST + 1)
    order = range(MOST)
    return [
        frozenset(one)
        for size in sizes
        for one in families.in_order(families.of_size(family, size), order)
    ]


@given(ways)
def test_the_smallest_solutions_contain_no_other(enough: Sets) -> None:
    """By definition: of the sets that are enough those within which no other is."""
    families, family = family_of(enough)

    assert set(sets_of(families, family)) == smallest(enough)
    assert families.count(family) == len(smallest(enough))


@given(ways, ways)
def test_the_failing_sets_are_those_that_contain_no_solution(enough: Sets, more: Sets) -> None:
    """A set makes a monotone function true when it contains one of its solutions."""
    functions = Functions(MOST, Method())
    families = Families(functions, Method())
    family = families.minimal(function_of(functions, enough))

    failing = families.failing(family, function_of(functions, more))

    expected = {one for one in smallest(enough) if not any(way <= one for way in more)}
    assert set(sets_of(families, failing)) == expected


@given(ways, st.permutations(range(MOST)))
def test_sets_come_shortest_first_and_then_as_words_do(enough: Sets, order: Sequence[int]) -> None:
    """In any order of the letters, which need not be the order of the levels."""
    families, family = family_of(enough)
    words = sorted(tuple(sorted(order.index(one) for one in way)) for way in smallest(enough))

    found = [
        tuple(order.index(member) for member in one)
        for size in range(MOST + 1)
        for one in families.in_order(families.of_size(family, size), order)
    ]

    assert found == sorted(words, key=len)
    assert families.shortest(family) == min(map(len, words), default=float("inf"))


@given(ways, chances, st.integers(0, 12))
def test_the_most_probable_sets_come_first(enough: Sets, given: list[float], most: int) -> None:
    """Their products are the largest there are, and each is that of its set."""
    families, family = family_of(enough)
    products = sorted((prod(given[one] for one in way) for way in smallest(enough)), reverse=True)

    found = list(islice(families.most_probable(family, given), most))

    assert [value for value, _ in found] == pytest.approx([p for p in products if p > 0][:most])
    assert [prod(given[one] for one in way) for _, way in found] == pytest.approx(
        [value for value, _ in found]
    )
    assert len({way for _, way in found}) == len(found)


def test_two_of_three_have_three_pairs() -> None:
    """By hand: {a, b}, {a, c} and {b, c}; of chances 0.9, 0.5 and 0.8 a and c come first: 0.72."""
    functions = Functions(3, Method())
    families = Families(functions, Method())
    family = families.minimal(functions.at_least(2, [functions.variable(n) for n in range(3)]))

    assert families.count(family) == 3
    assert list(families.in_order(family, (0, 1, 2))) == [(0, 1), (0, 2), (1, 2)]
    assert list(families.in_order(family, (2, 0, 1))) == [(2, 0), (2, 1), (0, 1)]
    product, pair = next(families.most_probable(family, [0.9, 0.5, 0.8]))
    assert pair == (0, 2)
    assert product == pytest.approx(0.72)


def test_forty_of_eighty_are_counted_one_by_one_by_nobody() -> None:
    """By hand: 80 over 40 is 107,507,208,733,336,176,461,620, in 1,641 nodes and two ends."""
    functions = Functions(80, Method())
    families = Families(functions, Method())
    family = families.minimal(functions.at_least(40, [functions.variable(n) for n in range(80)]))

    assert families.count(family) == 107507208733336176461620
    assert len(families.level) < 2_000
    assert next(families.in_order(family, range(80))) == tuple(range(40))


def test_what_always_holds_needs_nothing_and_what_never_does_has_no_set() -> None:
    """The one family has the empty set, the other none at all."""
    families = Families(Functions(2, Method()), Method())

    assert (families.minimal(TRUE), families.minimal(FALSE)) == (UNIT, EMPTY)
    assert list(families.in_order(UNIT, (0, 1))) == [()]
    assert list(families.most_probable(UNIT, [0.5, 0.5])) == [(1.0, ())]
    assert list(families.most_probable(EMPTY, [0.5, 0.5])) == []


def test_a_family_keeps_within_its_budget_and_its_time() -> None:
    """Nodes are counted, so that the answer is the same on every machine; time ends in an error."""
    functions = Functions(80, Method())
    function = functions.at_least(40, [functions.variable(n) for n in range(80)])

    with pytest.raises(OverBudget, match="1,000 nodes"):
        Families(functions, Method(nodes=1_000)).minimal(function)
    with pytest.raises(OutOfTime):
        Families(functions, Method(is_out_of_time=lambda: True)).minimal(
            functions.at_least(39, [functions.variable(n) for n in range(80)])
        )
