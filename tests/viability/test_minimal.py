"""Cut sets and path sets of whole operations, against the slow twin and against each other."""

from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from benchmarks.viability.generator import coalition
from guarantor.errors import OutOfTime, OverBudget
from guarantor.ledger import view
from guarantor.model import AtLeast, Atom, Chance, End, Party, Term, View, all_of, any_of
from guarantor.operation import open_folder
from guarantor.viability import Counting, Question, Reading
from guarantor.viability.breaking.cutsets import cut_sets
from guarantor.viability.breaking.logic import Logic, logic
from guarantor.viability.breaking.minimal import Family, MinimalSets
from guarantor.viability.breaking.scenarios import Literal, Outlook
from guarantor.viability.building import build
from guarantor.viability.formulas import Constant, Formula, Truth
from guarantor.viability.method import Method
from guarantor.viability.structure import Structure
from tests.viability.brute_force import Twin
from tests.viability.test_against_brute_force import questions

EXAMPLE = Path(__file__).parents[2] / "src" / "guarantor" / "operations" / "example"
COUNTINGS = ((Counting.DISCLOSED, "disclosed"), (Counting.HIGH, "high"))
QUICK = range(60)
LONG = range(60, 160)
MOST_LITERALS = 12
"""Most literals of which the twin tries every set."""
Sets = set[frozenset[str]]


@cache
def example() -> View:
    """Return the bundled example as the public sees it."""
    return view(open_folder(EXAMPLE)[0])


def structure_of(seen: View, requirement: str | None = None, **suppose: bool) -> Structure:
    """Return the structure of a question about a view, the undisclosed enough."""
    return build(
        seen, Question.about(seen, requirement=requirement, suppose=suppose), Counting.HIGH
    )


def told(family: Family) -> Sets:
    """Return all sets of a family by name."""
    return {frozenset(map(str, one)) for one in family.shortest()}


def smallest_sharing(sets: Sets) -> Sets:
    """Return the smallest sets that share a member with every given one, by trying all."""
    names = sorted({name for one in sets for name in one})
    found: Sets = set()
    for size in range(len(names) + 1):
        for chosen in map(frozenset, combinations(names, size)):
            if all(chosen & one for one in sets) and not any(less < chosen for less in found):
                found.add(chosen)
    return found


def compare(seed: int) -> None:
    """Compare both families with the twin's, in both countings and readings."""
    found = questions(seed)
    if found is None:
        pytest.skip("too many uncertain events for the twin")
    engine, twin = found
    for counting, end in COUNTINGS:
        structure = build(engine.view, engine.question, counting)
        for reading in Reading:
            literals = {one for row, _, _ in twin.table(end, reading) for one in row}
            if len(literals) <= MOST_LITERALS:
                compare_families(MinimalSets(structure, reading, structure.met()), twin, end)


def compare_families(minimal: MinimalSets, twin: Twin, end: str) -> None:
    """Compare the families of one counting and reading."""
    reading = minimal.reading
    if any(met for _, met, _ in twin.table(end, reading)):
        assert told(minimal.cut_sets) == twin.cut_sets(end, reading, MOST_LITERALS)
    else:
        assert told(minimal.cut_sets) == {frozenset()}
    assert told(minimal.path_sets) == twin.path_sets(end, reading)
    assert minimal.cut_sets.count == len(told(minimal.cut_sets))
    assert minimal.path_sets.count == len(told(minimal.path_sets))


@pytest.mark.parametrize("seed", QUICK)
def test_the_families_equal_those_of_the_slow_twin(seed: int) -> None:
    """Cut sets and path sets of any size, what stands under a not included."""
    compare(seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", LONG)
def test_the_families_equal_those_of_the_slow_twin_100_times(seed: int) -> None:
    """The same on a hundred more."""
    compare(seed)


@pytest.mark.parametrize("seed", QUICK)
def test_the_search_finds_what_the_families_hold(seed: int) -> None:
    """Up to four literals, and whether there are larger ones: the search stands in for them."""
    found = questions(seed)
    if found is None:
        pytest.skip("too many uncertain events for the twin")
    engine, _ = found
    for counting, _ in COUNTINGS:
        structure = build(engine.view, engine.question, counting)
        for reading in Reading:
            searched = cut_sets(Outlook(structure=structure, reading=reading), structure.met())
            held = MinimalSets(structure, reading, structure.met()).cut_sets
            if held.count and frozenset() in held.shortest(1):
                assert searched.sets == ()
                continue
            assert list(searched.sets) == held.shortest(largest=4)
            assert searched.complete == (len(searched.sets) == held.count)


def test_a_search_that_takes_too_long_does_not_claim_to_be_complete() -> None:
    """By hand: of forty parties any two are enough, so a cut set has 39 of them."""
    seen = example()
    half = Chance(low=0.5, high=0.5)
    more = {f"F{n:02}": Party(code=f"F{n:02}", name=f"F{n}", decision=half) for n in range(40)}
    alfland = replace(seen.parties["ALF"], terms=(Term(condition=AtLeast(2, tuple(more))),))
    structure = structure_of(
        replace(seen, parties={**seen.parties, **more, "ALF": alfland}), "reassurance", CHA=False
    )

    searched = cut_sets(*outlook_on(structure))
    held = MinimalSets(structure, Reading.MOVING_TOGETHER, structure.met()).cut_sets

    assert (len(searched.sets), searched.complete) == (4, False)
    assert held.count == 4 + 40
    assert {len(one) for one in held.shortest()} == {1, 2, 39}


@pytest.mark.parametrize("seed", range(8))
def test_cut_sets_and_path_sets_meet_each_other(seed: int) -> None:
    """The law without a not: either are the smallest sets that share a member with each other."""
    structure = structure_of(
        coalition(parties=5, contributions=9, propositions=4, lines=2, seed=seed)
    )
    for reading in Reading:
        minimal = MinimalSets(structure, reading, structure.met())
        cuts, paths = told(minimal.cut_sets), told(minimal.path_sets)

        assert paths == smallest_sharing(cuts)
        assert cuts == smallest_sharing(paths)


def test_the_example_hangs_on_six_things_at_once() -> None:
    """By hand: both offers of troops, the monitors and what all of them wait for.

    Alfland waits for the backstop or a UN mandate and Deltia's monitors for there being none, so it
    is the backstop and no mandate, and there is no other way.
    """
    structure = structure_of(example())
    minimal = MinimalSets(structure, Reading.NOBODY_MOVES_FIRST, structure.met())

    needed = ["ALF", "BRA", "backstop", "host_consent", "north_accepts", "not un_mandate"]
    assert told(minimal.path_sets) == {frozenset(needed)}
    assert told(minimal.cut_sets) == {frozenset((name,)) for name in needed}


def test_what_is_true_of_a_proposition_under_a_not_says_what_it_rests_on() -> None:
    """By hand: an invitation that needs a mandate, when true, says that there is a mandate.

    So the invitation is a path set of the mandate on its own, and "no invitation" a cut set of
    there being none.
    """
    seen = example()
    mandate = replace(seen.propositions["un_mandate"], when=Atom("north_accepts"))
    propositions = {**seen.propositions, "un_mandate": mandate}
    structure = structure_of(replace(seen, propositions=propositions))

    accepts = MinimalSets(structure, Reading.MOVING_TOGETHER, Truth("north_accepts"))

    assert told(accepts.path_sets) == {frozenset(("north_accepts",)), frozenset(("un_mandate",))}
    assert told(accepts.cut_sets) == {frozenset(("north_accepts",))}


def test_chances_of_what_stands_under_a_not_come_from_what_it_rests_on() -> None:
    """By hand: a mandate at 0.1 that needs the north at 0.5 is true at 0.05."""
    seen = example()
    mandate = replace(seen.propositions["un_mandate"], when=Atom("north_accepts"))
    propositions = {**seen.propositions, "un_mandate": mandate}
    structure = structure_of(replace(seen, propositions=propositions))
    minimal = MinimalSets(structure, Reading.MOVING_TOGETHER, structure.met())

    chances = minimal.chances(End.HIGH)

    assert chances[Literal("un_mandate")] == pytest.approx(0.05)
    assert chances[Literal("un_mandate", holds=False)] == pytest.approx(0.95)
    assert chances[Literal("host_consent")] == pytest.approx(0.9)


def test_the_most_probable_path_comes_first() -> None:
    """By hand: Alfland at 0.9, the north at 0.5 and consent at 0.9, with the backstop at 0.4.

    With a UN mandate at 0.1 the same comes to a quarter of that.
    """
    structure = structure_of(example(), "reassurance")
    minimal = MinimalSets(structure, Reading.NOBODY_MOVES_FIRST, structure.met())

    found = minimal.path_sets.most_probable(minimal.chances(End.HIGH), 2)

    common = {"ALF", "host_consent", "north_accepts"}
    assert [set(map(str, one)) for one in found] == [
        {*common, "backstop"},
        {*common, "un_mandate"},
    ]


def outlook_on(structure: Structure) -> tuple[Outlook, Formula]:
    """Return a structure read as moving together, and its need."""
    return Outlook(structure=structure, reading=Reading.MOVING_TOGETHER), structure.met()


def crowd(pairs: int) -> View:
    """Return the example, Alfland also waiting for one of each of some pairs of parties."""
    half = Chance(low=0.5, high=0.5)
    names = [f"P{n:02}" for n in range(2 * pairs)]
    waits = all_of(
        *(
            any_of(Atom(one), Atom(other))
            for one, other in zip(names[::2], names[1::2], strict=True)
        )
    )
    alfland = replace(example().parties["ALF"], terms=(Term(condition=waits),))
    crowded = {name: Party(code=name, name=name, decision=half) for name in names}
    return replace(example(), parties={**example().parties, **crowded, "ALF": alfland})


def test_path_sets_too_many_to_list_are_still_counted() -> None:
    """By hand: one of each of twelve pairs are 4,096 ways, and one of two takes Alfland further."""
    found = logic(*outlook_on(structure_of(crowd(12), "reassurance", CHA=False)))

    assert found.path_count == 2 * 4_096
    assert len(found.path_sets) == 1_000
    assert not found.path_complete
    assert all(len(one) == 4 + 12 for one in found.path_sets)
    assert found.path_sets == tuple(sorted(found.path_sets))
    assert (found.count, found.complete) == (len(found.cut_sets), True)


def test_cut_sets_beyond_four_are_counted_and_not_listed() -> None:
    """By hand: with Alfland out of it, the others are; the families say how many there are."""
    seen = crowd(1)
    five = any_of(*(Atom(f"F{n}") for n in range(5)))
    half = Chance(low=0.5, high=0.5)
    more = {f"F{n}": Party(code=f"F{n}", name=f"F{n}", decision=half) for n in range(5)}
    alfland = replace(seen.parties["ALF"], terms=(Term(condition=five),))
    seen = replace(seen, parties={**seen.parties, **more, "ALF": alfland})

    found = logic(*outlook_on(structure_of(seen, "reassurance", CHA=False)))

    assert found.cut_sets == (
        ("ALF",),
        ("host_consent",),
        ("north_accepts",),
        ("backstop", "un_mandate"),
    )
    assert (found.count, found.complete, found.is_counted) == (5, False, True)


def test_a_family_that_outgrows_its_budget_is_searched_instead() -> None:
    """Nothing is counted then, the search says what it found, and path sets are not given."""
    outlook, target = outlook_on(structure_of(crowd(12), "reassurance", CHA=False))

    found = logic(outlook, target, Method(nodes=10))
    whole = logic(outlook, target)

    assert found.path_count is None
    assert (found.path_sets, found.path_complete) == ((), False)
    assert set(found.cut_sets) <= set(whole.cut_sets)
    assert found.must_hold == whole.must_hold


def test_cut_sets_may_fit_where_path_sets_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then cut sets are counted all the same, and path sets are said to be unknown."""

    def outgrown(_: MinimalSets) -> Family:
        raise OverBudget(1)

    monkeypatch.setattr(MinimalSets, "path_sets", property(outgrown))

    found = logic(*outlook_on(structure_of(crowd(12), "reassurance", CHA=False)))

    assert (found.count, found.complete, found.is_counted) == (16, True, True)
    assert (found.path_sets, found.path_count, found.path_complete) == ((), None, False)


def test_more_literals_than_a_diagram_takes_are_over_budget() -> None:
    """Diagrams are followed by recursion, so their depth has an end."""
    structure = structure_of(crowd(160), "reassurance")

    with pytest.raises(OverBudget):
        MinimalSets(structure, Reading.MOVING_TOGETHER, structure.met())


def test_a_question_whose_time_is_up_ends() -> None:
    """In an error, never in fewer sets."""
    structure = structure_of(coalition(parties=30, contributions=200, seed=8))

    with pytest.raises(OutOfTime):
        logic(*outlook_on(structure), Method(is_out_of_time=lambda: True))


def test_what_is_impossible_has_neither_sets_nor_anything_that_must_hold() -> None:
    """And what is certain needs nothing: its one path set is empty."""
    structure = structure_of(example())
    outlook = Outlook(structure=structure, reading=Reading.MOVING_TOGETHER)

    assert logic(outlook, Constant(value=False)) == Logic(possible=False)
    always = logic(outlook, Constant(value=True))
    assert (always.path_sets, always.path_count, always.path_complete) == (((),), 1, True)
    assert (always.cut_sets, always.count, always.complete) == ((), 0, True)
