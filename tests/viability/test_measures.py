"""Importance: by hand on a small force, and the laws of each measure against enumeration."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import combinations, permutations
from math import factorial

import numpy as np
import pytest

from guarantor.ledger import view
from guarantor.model import CERTAIN, IMPOSSIBLE, Chance, End, View
from guarantor.viability import Reading
from guarantor.viability.diagrams import diagram as diagrams
from guarantor.viability.diagrams.measures import Measures, measures
from tests.viability.random_operations import Dice
from tests.viability.test_exact import exact, line, two_lines

TOGETHER = Reading.MOVING_TOGETHER
Game = Callable[[frozenset[str]], float]


def deciding(seen: View, chances: Mapping[str, Chance]) -> View:
    """Return a view in which parties and propositions have some chances."""
    parties = {
        code: replace(party, decision=chances.get(code, party.decision))
        for code, party in seen.parties.items()
    }
    propositions = {
        name: replace(one, chance=chances.get(name, one.chance))
        for name, one in seen.propositions.items()
    }
    return replace(seen, parties=parties, propositions=propositions)


def even_force() -> View:
    """Return a line of 15 that AAA (10), BBB (10) and CCC (5) offer to; each arrives half the time.

    AAA decides with 1/2, BBB with 1/4, CCC for sure.
    """
    given = {"AAA": Chance(low=0.5, high=0.5), "BBB": Chance(low=0.25, high=0.25)}
    return deciding(two_lines(line("all", 15)), given)


def test_the_measures_of_a_small_force() -> None:
    """By hand: a delivers with a/2, b with b/2, c with 1/2; met is at least two of the three.

    met = ab/4 + a/4 + b/4 - 2·ab/8 = a/4 + b/4: so with a = 1/2 and b = 1/4 it is 3/16. Birnbaum
    is 1/4 for both; criticality is 1/4 · 1/2 / (3/16) = 2/3 and 1/4 · 1/4 / (3/16) = 1/3. Nothing
    is met without either, both make 1/2, and each alone 1/4: Shapley and Banzhaf are 1/4.
    """
    found = measures(exact(even_force()), End.LOW, TOGETHER)

    assert found.keys() == {"AAA", "BBB"}
    assert found["AAA"].birnbaum == pytest.approx(1 / 4)
    assert found["AAA"].criticality == pytest.approx(2 / 3)
    assert found["BBB"].criticality == pytest.approx(1 / 3)
    assert [found[code].shapley for code in ("AAA", "BBB")] == pytest.approx([1 / 4, 1 / 4])
    assert [found[code].banzhaf for code in ("AAA", "BBB")] == pytest.approx([1 / 4, 1 / 4])


def worth(seen: View, players: list[str], end: End) -> Game:
    """Return the chance that the need is met when some players' events happen and no other's."""
    known: dict[frozenset[str], float] = {}

    def of(happening: frozenset[str]) -> float:
        if happening not in known:
            given = {
                name: Chance(low=float(name in happening), high=float(name in happening))
                for name in players
            }
            asked = exact(deciding(seen, given))
            diagram = asked.diagram(end, TOGETHER)
            known[happening] = float(diagram.chances(asked.at(end))["met"])
        return known[happening]

    return of


def shapley(players: list[str], game: Game) -> dict[str, float]:
    """Return the Shapley values by going through every order."""
    found = dict.fromkeys(players, 0.0)
    for order in permutations(players):
        for place, name in enumerate(order):
            before = frozenset(order[:place])
            found[name] += game(before | {name}) - game(before)
    return {name: value / factorial(len(players)) for name, value in found.items()}


def banzhaf(players: list[str], game: Game) -> dict[str, float]:
    """Return the Banzhaf values by going through every coalition of the others."""
    found = {}
    for name in players:
        others = [other for other in players if other != name]
        coalitions = [
            frozenset(some)
            for size in range(len(others) + 1)
            for some in combinations(others, size)
        ]
        gains = [game(one | {name}) - game(one) for one in coalitions]
        found[name] = sum(gains) / len(gains)
    return found


@pytest.mark.parametrize("seed", range(25))
@pytest.mark.parametrize("end", list(End))
def test_the_measures_are_what_their_definitions_say(seed: int, end: End) -> None:
    """Shapley over every order, Banzhaf over every coalition, Birnbaum by two suppositions."""
    seen = view(Dice(seed).operation())
    found = measures(exact(seen), end, TOGETHER)
    players = list(found)
    if len(players) > 6:
        pytest.skip("too many orders to go through")
    game = worth(seen, players, end)

    expected = shapley(players, game)
    halves = banzhaf(players, game)
    for name, one in found.items():
        assert one.shapley == pytest.approx(expected[name], abs=1e-12)
        assert one.banzhaf == pytest.approx(halves[name], abs=1e-12)
        assert one.birnbaum == pytest.approx(difference(seen, name, end), abs=1e-12)


def difference(seen: View, name: str, end: End) -> float:
    """Return the chance with an event certain, less that with it impossible."""
    values = []
    for chance in (CERTAIN, IMPOSSIBLE):
        asked = exact(deciding(seen, {name: chance}))
        values.append(float(asked.diagram(end, TOGETHER).chances(asked.at(end))["met"]))
    return values[0] - values[1]


@pytest.mark.parametrize("seed", range(10))
def test_the_compiled_sweeps_are_the_plain_ones(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Layer by layer in NumPy and node by node in machine code: the same to the last digits."""
    asked = exact(view(Dice(seed).operation()))
    diagram = asked.diagram(End.HIGH, TOGETHER)
    chances = np.random.default_rng(seed).uniform(size=len(diagram.variables))
    values, gradient = diagram.values(chances), diagram.gradient(chances, "met")

    monkeypatch.setattr(diagrams, "_LARGE", 0)

    assert diagram.values(chances) == pytest.approx(values, abs=1e-14)
    assert diagram.gradient(chances, "met") == pytest.approx(gradient, abs=1e-14)


def test_what_cannot_be_met_has_no_importance() -> None:
    """No division by the chance of the impossible."""
    found = measures(exact(deciding(two_lines(line("all", 99)), {})), End.HIGH, TOGETHER)

    assert all(
        one == Measures(birnbaum=0, criticality=0, shapley=0, banzhaf=0) for one in found.values()
    )
