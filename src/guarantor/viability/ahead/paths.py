"""Paths: runs in which every event is drawn once and then may end, month by month.

Whether something is met without a break is no property of a month: who has left in the third is
not back in the fourth, and what did not arrive has not arrived in any. So every event, and every
fulfilment, is drawn once for all months, and each month draws anew only what ends in it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product

import numpy as np

from guarantor.errors import TooLarge
from guarantor.model import End
from guarantor.viability.ahead.months import Hazards, Moment, hazard_of
from guarantor.viability.events import owner
from guarantor.viability.fixpoint import Reading
from guarantor.viability.formulas import Event, Formula, Truth, leaves
from guarantor.viability.method import Method
from guarantor.viability.sampled.circuits import FALSE, TRUE, Circuit
from guarantor.viability.sampled.estimates import Estimate, SampledChance, in_order
from guarantor.viability.sampled.programs import program
from guarantor.viability.sampled.sampler import MOST_CASES, WORD, stream
from guarantor.viability.sampled.wiring import Wiring
from guarantor.viability.structure import Structure

_RUNS_AT_A_TIME = 1 << 16

Case = Mapping[str, End]
"""The end at which some events under a ``not`` are taken."""
Key = tuple[int, Reading, End]


def ends_in(name: str, month: int) -> str:
    """Return the name of the event that something does not end in a month."""
    return f"{name}#month{month}"


class Paths:
    """Draws runs over months and counts in how many of them a requirement is met.

    Attributes:
        runs: How many were drawn; 0 where the structures alone decide everything.
    """

    def __init__(
        self,
        moments: Sequence[Moment],
        hazards: Hazards,
        *,
        since: int,
        rng: np.random.Generator,
    ) -> None:
        """Prepare.

        Args:
            moments: The months, from the first on.
            hazards: What may end, and how likely in a month.
            since: The month from which a break counts.
            rng: Gives the seed: one number is taken from it.

        Raises:
            TooLarge: More than 6 propositions under a ``not`` have an interval for a chance or a
                hazard.
        """
        self._circuit = Circuit()
        self._moments = moments
        self._hazards = hazards
        self._lasting: dict[tuple[str, float, int], int] = {}
        self._met: dict[Key, list[int]] = {}
        self._throughout: dict[Key, list[int]] = {}
        cases = _cases(moments, hazards)
        for reading, end in product(Reading, End):
            for case in cases:
                self._wire(reading, end, case, since)
        counted = [*self._throughout.values(), *self._met.values()]
        gates = dict.fromkeys(gate for some in counted for gate in some)
        self._program = program(self._circuit, [one for one in gates if one not in {FALSE, TRUE}])
        seed = int(rng.integers(2**64, dtype=np.uint64))
        streams = [stream(seed, event) for event in self._program.events]
        self._streams = np.array(streams, dtype=np.uint64).reshape(-1, 2)
        self._hits = np.zeros(len(self._program.outputs), dtype=np.int64)
        self.runs = 0

    def _wire(self, reading: Reading, end: End, case: Case, since: int) -> None:
        """Wire all months in one reading, at one end, in one case."""
        unbroken = TRUE
        for one in self._moments:
            structure = one.structures[end]
            drawn = self._drawn(structure, one.number, {**_all_at(structure, end), **case})
            wiring = _Wiring(
                circuit=self._circuit, structure=structure, chances={}, reading=reading, drawn=drawn
            )
            met = structure.met()
            wiring.wire(
                structure.cone({leaf.name for leaf in leaves(met) if isinstance(leaf, Truth)})
            )
            gate = wiring.gate(met)
            key = one.number, reading, end
            self._met.setdefault(key, []).append(gate)
            if one.number >= since:
                unbroken = self._circuit.every((unbroken, gate))
                self._throughout.setdefault(key, []).append(unbroken)

    def _drawn(self, structure: Structure, month: int, ends: Case) -> Callable[[str], int]:
        """Return what gives the gate of an event: it happens, and has not ended in any month."""

        @cache
        def gate(event: str) -> int:
            end = ends[event]
            happens = self._circuit.draw(event, structure.chances[event].at(end))
            hazard = hazard_of(event, self._hazards)
            if hazard is None:
                return happens
            ending = hazard.at(End.HIGH if end is End.LOW else End.LOW)
            return self._circuit.every((happens, self._lasts(owner(event), ending, month)))

        return gate

    def _lasts(self, name: str, hazard: float, months: int) -> int:
        """Return the gate that something has not ended in any of some months."""
        if months == 0:
            return TRUE
        known = self._lasting.get((name, hazard, months))
        if known is None:
            before = self._lasts(name, hazard, months - 1)
            now = self._circuit.draw(ends_in(name, months), 1 - hazard)
            known = self._lasting[name, hazard, months] = self._circuit.every((before, now))
        return known

    def draw(self, runs: int, method: Method) -> None:
        """Draw runs, if there is anything to draw.

        Raises:
            OutOfTime: The method's time is up.
        """
        if not self._program.outputs:
            return
        # Here and not on top: importing numba takes longer than most questions.
        from guarantor.viability.sampled.bit_kernels import evaluate  # noqa: PLC0415

        for first in range(0, runs, _RUNS_AT_A_TIME):
            method.check_time()
            some = min(runs - first, _RUNS_AT_A_TIME)
            hits, _ = evaluate(self._program, self._streams, first // WORD, some)
            self._hits += hits
            self.runs += some

    def met(self, month: int, reading: Reading) -> SampledChance:
        """Return the estimated chance that the requirement is met in a month."""
        return self._chance(self._met, month, reading)

    def throughout(self, month: int, reading: Reading) -> SampledChance:
        """Return the estimated chance that it is met in every month up to one."""
        return self._chance(self._throughout, month, reading)

    def _chance(
        self, gates: Mapping[Key, Sequence[int]], month: int, reading: Reading
    ) -> SampledChance:
        low = min(map(self._estimate, gates[month, reading, End.LOW]), key=in_order)
        high = max(map(self._estimate, gates[month, reading, End.HIGH]), key=in_order)
        return SampledChance(low=min(low, high, key=in_order), high=high)

    def _estimate(self, gate: int) -> Estimate:
        if gate in {FALSE, TRUE}:
            return Estimate.certain(holds=gate == TRUE)
        return Estimate.of(int(self._hits[self._program.outputs.index(gate)]), self.runs)


@dataclass(kw_only=True)
class _Wiring(Wiring):
    """Wires a structure whose events are gates made elsewhere."""

    drawn: Callable[[str], int]

    def gate(self, formula: Formula) -> int:
        """Return the gate of a formula over truths that are wired."""
        return self.drawn(formula.name) if isinstance(formula, Event) else super().gate(formula)


def _all_at(structure: Structure, end: End) -> dict[str, End]:
    return dict.fromkeys(structure.chances, end)


def _cases(moments: Sequence[Moment], hazards: Hazards) -> list[Case]:
    """Return every choice of ends of the intervals under a ``not``, chances and hazards alike."""
    names = sorted({name for one in moments for name in _intervals_under_not(one, hazards)})
    if len(names) > MOST_CASES:
        msg = (
            f"{len(names)} propositions under a not have an interval for a chance or a hazard; at "
            f"most {MOST_CASES} are sampled at both ends, case by case: suppose some of them, or "
            "give them one number"
        )
        raise TooLarge(msg)
    choices = product(End, repeat=len(names))
    return [dict(zip(names, chosen, strict=True)) for chosen in choices]


def _intervals_under_not(one: Moment, hazards: Hazards) -> Iterator[str]:
    for structure in one.structures.values():
        under_not = frozenset(structure.settled_first)
        for event, chance in structure.chances.items():
            if owner(event) in under_not:
                hazard = hazard_of(event, hazards)
                wide = hazard is not None and one.number > 0 and hazard.low < hazard.high
                if wide or chance.low < chance.high:
                    yield event
