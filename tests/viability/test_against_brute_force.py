"""The engine against its slow twin, on random operations."""

import pytest

from guarantor.ledger import view
from guarantor.model import LADDER
from guarantor.viability import Counting, Engine, Question, Reading
from tests.viability.brute_force import Twin
from tests.viability.random_operations import MOST_FREE, Dice

QUICK = range(60)
LONG = range(60, 560)


def questions(seed: int) -> tuple[Engine, Twin] | None:
    """Return the engine and its twin for a seed, or nothing where the twin would take too long."""
    dice = Dice(seed)
    operation = dice.operation()
    seen = view(operation, as_known_on=dice.random.choice([None, *[operation.as_known_on]]))
    suppose = dice.suppose()
    firm = dice.random.choice(LADDER[:4])
    question = Question.about(seen, firm=firm, suppose=suppose)
    twin = Twin(seen, question.requirement, str(firm), question.valid_on, suppose)
    free = sum(0 < low < 1 or 0 < high < 1 or low != high for low, high in twin.chances().values())
    return (Engine(seen, question), twin) if free <= MOST_FREE + 6 else None


def compare(seed: int) -> None:
    """Compare everything that both can say."""
    found = questions(seed)
    if found is None:
        pytest.skip("too many uncertain events for the twin")
    engine, twin = found
    compare_chances(engine, twin)
    compare_logic(engine, twin)
    assert {row.id: set(row.lost) for row in engine.hangs_on() if row.lost} == twin.lost()
    for reading in Reading:
        assert set(engine.standing[reading]) == twin.standing(reading)


def compare_chances(engine: Engine, twin: Twin) -> None:
    """Compare every chance, in both readings."""
    for reading in Reading:
        ours, theirs = engine.chances(reading), twin.chance(reading)
        flat = {"met": ours.met}
        flat |= {f"line {name}": chance for name, chance in ours.lines.items()}
        flat |= {f"joins {code}": chance for code, chance in ours.joins.items()}
        flat |= {f"contributes {code}": chance for code, chance in ours.contributes.items()}
        assert {name: (c.low, c.high) for name, c in flat.items()} == {
            name: pytest.approx(ends, abs=1e-9) for name, ends in theirs.items()
        }


def compare_logic(engine: Engine, twin: Twin) -> None:
    """Compare whether the need can be met and the cut sets up to size 3."""
    ours = engine.logic()
    for counting, end in ((Counting.DISCLOSED, "disclosed"), (Counting.HIGH, "high")):
        for reading in Reading:
            logic = ours[counting][reading]
            table = twin.table(end, reading)
            assert logic.possible == any(met for _, met, _ in table)
            small = {frozenset(one) for one in logic.cut_sets if len(one) <= 3}
            assert small == twin.cut_sets(end, reading, 3)
            assert set(logic.must_hold) == twin.must_hold(end, reading)
            assert logic.complete == (
                twin.cut_sets(end, reading, 20) == twin.cut_sets(end, reading, 4)
            )


@pytest.mark.parametrize("seed", QUICK)
def test_the_engine_equals_its_slow_twin(seed: int) -> None:
    """Chances to 1e-9, possibility, cut sets, lost and standing offers, in both readings."""
    compare(seed)


@pytest.mark.long
@pytest.mark.parametrize("seed", LONG)
def test_the_engine_equals_its_slow_twin_500_times(seed: int) -> None:
    """The same on five hundred more."""
    compare(seed)
