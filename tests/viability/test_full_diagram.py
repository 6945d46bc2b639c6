"""The full diagram against the enumeration of every scenario: two slow ways, one answer."""

import pytest

from benchmarks.viability.generator import coalition
from guarantor.ledger import view
from guarantor.model import LADDER, End
from guarantor.viability import Counting, Question, Reading
from guarantor.viability.building import build
from guarantor.viability.chances import chance_at
from guarantor.viability.structure import Structure
from tests.viability import full_diagram
from tests.viability.random_operations import Dice

QUICK = range(60)
LONG = range(60, 200)
ENDS = {End.LOW: Counting.LOW, End.HIGH: Counting.HIGH}
MOST_ENUMERATED = 18


def random_structures(seed: int) -> dict[End, Structure]:
    """Return a random operation, counted low for the low end and high for the high one."""
    dice = Dice(seed)
    seen = view(dice.operation())
    firm = dice.random.choice(LADDER[:4])
    question = Question.about(seen, firm=firm, suppose=dice.suppose())
    return {end: build(seen, question, counting) for end, counting in ENDS.items()}


def enumerated(structure: Structure) -> int:
    """Return how many events the enumeration has to go through, at most."""
    return sum(0 < chance.low < 1 or 0 < chance.high < 1 for chance in structure.chances.values())


def compare(structure: Structure, end: End) -> None:
    """Compare the chance of every target, in both readings."""
    targets = full_diagram.every_target(structure)
    for reading in Reading:
        expected = chance_at(structure, end, targets, reading)
        found = full_diagram.chance_at(structure, end, targets, reading)
        assert found == pytest.approx(expected, rel=1e-10, abs=1e-12)


@pytest.mark.parametrize("seed", QUICK)
def test_the_full_diagram_equals_the_enumeration(seed: int) -> None:
    """Both go through every event, in ways that share nothing but the conditions."""
    for end, structure in random_structures(seed).items():
        compare(structure, end)


@pytest.mark.long
@pytest.mark.parametrize("seed", LONG)
def test_the_full_diagram_equals_the_enumeration_on_many_more(seed: int) -> None:
    """The same on hundreds more."""
    for end, structure in random_structures(seed).items():
        compare(structure, end)


@pytest.mark.parametrize("seed", range(12))
def test_the_full_diagram_equals_the_enumeration_on_small_coalitions(seed: int) -> None:
    """A coalition as the benchmarks draw it, small enough to enumerate."""
    seen = coalition(parties=4, contributions=8, seed=seed, propositions=4, lines=2)
    for end, counting in ENDS.items():
        structure = build(seen, Question.about(seen), counting)
        assert enumerated(structure) <= MOST_ENUMERATED
        compare(structure, end)


def test_a_half_of_two_thirds_is_a_third() -> None:
    """By hand: 1/2 x 2/3 = 1/3, and the same node whichever event is named first."""
    diagram = full_diagram.Diagram(("first", "second"))
    both = diagram.choice(diagram.event("first"), diagram.event("second"), full_diagram.FALSE)

    chances = diagram.all_chances({"first": 1 / 2, "second": 2 / 3})

    assert chances[both] == pytest.approx(1 / 3)
    assert both == diagram.choice(diagram.event("second"), diagram.event("first"), 0)


def test_equal_functions_are_one_node() -> None:
    """Either of two is not neither: written twice, it is found again, so a loop comes to rest."""
    diagram = full_diagram.Diagram(("first", "second"))
    first, second = map(diagram.event, diagram.order)
    neither = diagram.choice(first, 0, diagram.choice(second, 0, 1))

    assert diagram.choice(neither, 0, 1) == diagram.choice(first, 1, second)
