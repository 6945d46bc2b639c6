"""Other people's programs against the full diagram: the same chances, by quite other means."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.viability import problog_peer, scram_peer
from benchmarks.viability.asked import Asked
from benchmarks.viability.generator import coalition
from benchmarks.viability.processes import Limits, NoAnswer, run
from guarantor.model import End
from guarantor.viability import Question, Reading
from guarantor.viability.building import build
from guarantor.viability.structure import Structure
from tests.viability import full_diagram
from tests.viability.test_full_diagram import ENDS, random_structures

QUICK = range(12)
LONG = range(12, 200)
FEW_SECONDS = Limits(seconds=10, megabytes=4000)

needs_problog = pytest.mark.skipif(not problog_peer.is_there(), reason="ProbLog is not installed")
needs_scram = pytest.mark.skipif(not scram_peer.is_there(), reason="SCRAM is not installed")


def of_a_random_operation(seed: int) -> list[Asked]:
    """Return everything asked of a random operation."""
    return [one for end, counted in random_structures(seed).items() for one in asked(counted, end)]


def of_a_coalition(seed: int) -> list[Asked]:
    """Return everything asked of a coalition of four, as the benchmarks draw it."""
    seen = coalition(parties=4, contributions=8, seed=seed, propositions=4, lines=2)
    question = Question.about(seen)
    counted = {end: build(seen, question, counting) for end, counting in ENDS.items()}
    return [one for end, structure in counted.items() for one in asked(structure, end)]


def asked(structure: Structure, end: End) -> Iterator[Asked]:
    """Yield one end of every target's chance, in both readings."""
    targets = full_diagram.every_target(structure)
    for reading in Reading:
        yield Asked(structure=structure, end=end, reading=reading, targets=targets)


def expected(one: Asked) -> dict[str, float]:
    """Return the answers of the full diagram."""
    return full_diagram.chance_at(one.structure, one.end, one.targets, one.reading)


def compare_problog(questions: list[Asked], *, unroll: bool) -> None:
    """Compare with ProbLog, to ten digits."""
    try:
        found = problog_peer.chances(questions, FEW_SECONDS, unroll=unroll)
    except NoAnswer as reason:
        pytest.skip(f"ProbLog gives no answer: {reason}")
    for one, chances in zip(questions, found, strict=True):
        assert chances == pytest.approx(expected(one), rel=1e-10, abs=1e-12)


def compare_scram(questions: list[Asked]) -> None:
    """Compare with SCRAM, to the digits that it prints."""
    half_a_digit = 0.5 * 10.0 ** (1 - scram_peer.DIGITS)
    for one, chances in zip(questions, scram_peer.chances(questions, FEW_SECONDS), strict=True):
        assert chances == pytest.approx(expected(one), rel=1.01 * half_a_digit, abs=1e-12)


def test_a_program_that_takes_too_long_gives_no_answer(tmp_path: Path) -> None:
    """A peer that never ends costs its limit and no more."""
    forever = (sys.executable, "-c", "while True: pass")

    with pytest.raises(NoAnswer, match="in time"):
        run(forever, Limits(seconds=0.2, megabytes=4000), str(tmp_path))


def test_a_program_that_takes_too_much_memory_gives_no_answer(tmp_path: Path) -> None:
    """Its last words are the reason."""
    greedy = (sys.executable, "-c", "bytes(10**9)")

    with pytest.raises(NoAnswer, match="MemoryError"):
        run(greedy, Limits(seconds=10, megabytes=500), str(tmp_path))


@needs_problog
@pytest.mark.parametrize("seed", QUICK)
def test_problog_gives_the_chances_of_the_full_diagram(seed: int) -> None:
    """Loops are left to ProbLog, whose least models are what nobody moves first means."""
    compare_problog(of_a_random_operation(seed), unroll=False)


@needs_problog
@pytest.mark.parametrize("unroll", [False, True])
def test_problog_gives_the_chances_of_a_small_coalition(*, unroll: bool) -> None:
    """Pacts, thresholds and sums; with the loops left in and unrolled, which is how it is timed."""
    compare_problog(of_a_coalition(seed=1), unroll=unroll)


@pytest.mark.long
@needs_problog
@pytest.mark.parametrize("seed", LONG)
def test_problog_gives_the_chances_of_the_full_diagram_on_many_more(seed: int) -> None:
    """The same on many more, unrolled too."""
    questions = of_a_random_operation(seed)
    compare_problog(questions, unroll=False)
    compare_problog(questions, unroll=True)


@needs_scram
@pytest.mark.parametrize("seed", QUICK)
def test_scram_gives_the_chances_of_the_full_diagram(seed: int) -> None:
    """Fault trees know no loops: this also checks that they are unrolled far enough."""
    compare_scram(of_a_random_operation(seed))


@needs_scram
@pytest.mark.parametrize("seed", range(4))
def test_scram_gives_the_chances_of_a_small_coalition(seed: int) -> None:
    """Pacts, thresholds and sums."""
    compare_scram(of_a_coalition(seed))


@pytest.mark.long
@needs_scram
@pytest.mark.parametrize("seed", LONG)
def test_scram_gives_the_chances_of_the_full_diagram_on_many_more(seed: int) -> None:
    """The same on many more."""
    compare_scram(of_a_random_operation(seed))
