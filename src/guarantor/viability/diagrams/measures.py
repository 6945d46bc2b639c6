"""Importance: how far each proposition and each party decides whether the requirement is met.

All measures are sweeps over the compiled diagram; their formulas are in ``docs/methods``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from guarantor.model import End
from guarantor.viability.diagrams.diagram import Diagram
from guarantor.viability.diagrams.exact import Exact
from guarantor.viability.diagrams.targets import MET
from guarantor.viability.events import owner
from guarantor.viability.fixpoint import Reading

Values = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Measures:
    """How far one proposition or party decides, at one end in one reading.

    Attributes:
        birnbaum: The chance that the requirement is met if its own event happens, less the chance
            if it does not (Birnbaum 1969); from -1 to 1.
        criticality: The share of the chance that the requirement is met which would be lost
            without its event: Birnbaum's measure times its own chance over that chance.
        shapley: Its share of what all propositions and parties make possible together, averaged
            over the orders in which they could come (Shapley 1953). No chance of theirs enters.
        banzhaf: Birnbaum's measure with all of them at even chances (Banzhaf 1965).
    """

    birnbaum: float
    criticality: float
    shapley: float
    banzhaf: float


def measures(exact: Exact, end: End, reading: Reading) -> dict[str, Measures]:
    """Return the measures of every uncertain proposition and party, by its id.

    Every chance, quantity and need is at the end asked for; an undisclosed term too.

    Raises:
        OverBudget: The diagram would have more nodes than it may.
    """
    diagram = exact.diagram(end, reading)
    players = Players.of(exact, diagram)
    chances = exact.at(end)
    base = float(diagram.chances(chances)[MET])
    slopes = diagram.gradient(chances, MET)
    birnbaum = players.summed(slopes)
    own = players.summed(slopes * chances)
    shapley = _shapley(diagram, players, chances)
    banzhaf = players.summed(diagram.gradient(players.at(chances, 0.5), MET))
    return {
        name: Measures(
            birnbaum=birnbaum[name],
            criticality=own[name] / base if base else 0.0,
            shapley=shapley[name],
            banzhaf=banzhaf[name],
        )
        for name in players.places
    }


@dataclass(frozen=True, kw_only=True)
class Players:
    """The propositions and parties whose events are variables of a diagram.

    Attributes:
        places: For each of them, the places of its variables: one, or one a case of its chance.
    """

    places: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, exact: Exact, diagram: Diagram) -> "Players":
        """Return the players of a diagram; undisclosed terms are none."""
        view = exact.structures[End.HIGH].view
        places: dict[str, list[int]] = {}
        for place, variable in enumerate(diagram.variables):
            name = owner(variable)
            is_party = variable in view.parties
            if is_party or name in view.propositions:
                places.setdefault(name, []).append(place)
        return cls(places=places)

    def summed(self, values: Values) -> dict[str, float]:
        """Return the sum of a value over the variables of each player.

        In any scenario at most one case of a chance is the case, so slopes add up.
        """
        return {name: float(values[list(mine)].sum()) for name, mine in self.places.items()}

    def at(self, chances: Values, chance: float) -> Values:
        """Return chances with those of all players set to one."""
        changed = chances.copy()
        for mine in self.places.values():
            changed[list(mine)] = chance
        return changed


def _shapley(diagram: Diagram, players: Players, chances: Values) -> dict[str, float]:
    """Return the Shapley values, exact up to rounding.

    They are the integral of the slopes along the diagonal on which all players have one chance
    (Owen 1972). With *n* players the slopes are polynomials of degree *n* - 1 in it, which Gauss
    and Legendre's rule with half as many points integrates exactly.
    """
    points, weights = np.polynomial.legendre.leggauss(max((len(players.places) + 1) // 2, 1))
    total = np.zeros(len(diagram.variables))
    for point, weight in zip(points, weights, strict=True):
        at_point = players.at(chances, (point + 1) / 2)
        total += weight / 2 * diagram.gradient(at_point, MET)
    return players.summed(total)
