"""The sampler: draws the runs of a question and counts in how many of them each target holds."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from itertools import product

import numpy as np
from numpy.typing import NDArray

from guarantor.errors import TooLarge
from guarantor.model import End
from guarantor.viability.fixpoint import Reading
from guarantor.viability.formulas import Event, Formula, Truth, leaves
from guarantor.viability.sampled.circuits import FALSE, TRUE, Circuit
from guarantor.viability.sampled.estimates import Estimate, SampledChance, in_order
from guarantor.viability.sampled.programs import program
from guarantor.viability.sampled.wiring import Wiring
from guarantor.viability.structure import Structure

MOST_CASES = 6
"""Most propositions under a ``not`` with an interval for a chance: each doubles the work."""
WORD = 64
"""Runs in a word."""
_OPERATIONS_AT_A_TIME = 400_000

Targets = Callable[[Structure], Mapping[str, Formula]]
"""What to give the chance of, as a structure counts it."""


class Sampler:
    """Draws runs of two structures and counts in how many of them each target holds.

    Attributes:
        seed: From which every random number follows, with the name of its event and the number of
            its run. What is asked beside it changes no draw.
        runs: How many runs were drawn so far.
        program: What is evaluated in each of them.
    """

    def __init__(  # noqa: PLR0913  four say what is asked, two how it is sampled
        self,
        low: Structure,
        high: Structure,
        targets: Targets,
        readings: Iterable[Reading] = tuple(Reading),
        *,
        rng: np.random.Generator,
        has_switches: bool = False,
    ) -> None:
        circuit = Circuit()
        ends = ((End.LOW, low), (End.HIGH, high))
        wanted = {end: targets(structure) for end, structure in ends}

        def wiring(structure: Structure, reading: Reading) -> Wiring:
            return Wiring(
                circuit=circuit, structure=structure, reading=reading, has_switches=has_switches
            )

        self._gates = {
            (reading, end): _wired(wiring(structure, reading), end, wanted[end])
            for reading in dict.fromkeys(readings)
            for end, structure in ends
        }
        gates = (gate for cases in self._gates.values() for case in cases for gate in case.values())
        self.program = program(circuit, [gate for gate in gates if gate not in {FALSE, TRUE}])
        self.seed = int(rng.integers(2**64, dtype=np.uint64))
        streams = [stream(self.seed, event) for event in self.program.events]
        self._streams = np.array(streams, dtype=np.uint64).reshape(-1, 2)
        self.runs = 0
        self._hits = np.zeros(len(self.program.outputs), dtype=np.int64)
        self._certain: Mapping[int, bool] = {}

    def switch(self, values: Mapping[str, bool]) -> None:
        """Set some switches, and draw the same runs anew from here on.

        What the switches leave no doubt about is certain.
        """
        from guarantor.viability.sampled.bit_kernels import decided  # noqa: PLC0415  as below

        self.program = self.program.switched(values)
        self.runs = 0
        self._hits = np.zeros_like(self._hits)
        self._certain = decided(self.program)

    def draw(self, runs: int) -> None:
        """Draw runs, beside those drawn so far.

        Raises:
            ValueError: They are less than one, or those drawn so far are no multiple of 64.
        """
        for _ in self._parts(runs, keep=False):
            pass

    def columns(self, runs: int) -> dict[int, NDArray[np.bool_]]:
        """Draw runs as :meth:`draw` does; return in which of them each counted gate holds.

        Raises:
            ValueError: They are less than one, or those drawn so far are no multiple of 64.
        """
        words = np.concatenate(list(self._parts(runs, keep=True)), axis=1)
        bits = np.unpackbits(words.astype("<u8").view(np.uint8), axis=1, bitorder="little")
        held = bits[:, :runs].astype(bool)
        return dict(zip(self.program.outputs, held, strict=True))

    def _parts(self, runs: int, *, keep: bool) -> Iterator[NDArray[np.uint64]]:
        """Draw runs in parts of some tenths of a second, between which it can be interrupted."""
        if runs < 1:
            msg = f"at least one run has to be drawn, not {runs}"
            raise ValueError(msg)
        if self.runs % WORD:
            msg = f"{self.runs} runs were drawn, which is no multiple of {WORD}: no more can follow"
            raise ValueError(msg)
        if not self.program.outputs:
            # The structure alone decides everything.
            self.runs += runs
            yield np.zeros((0, -(-runs // WORD)), dtype=np.uint64)
            return
        # Here and not on top: importing numba takes longer than most questions.
        from guarantor.viability.sampled.bit_kernels import BLOCK, evaluate  # noqa: PLC0415

        part = max(_OPERATIONS_AT_A_TIME // (len(self.program.operations) + 1), 1) * BLOCK * WORD
        for first in range(0, runs, part):
            some = min(runs - first, part)
            number = self.runs // WORD
            hits, words = evaluate(self.program, self._streams, number, some, keep=keep)
            self._hits += hits
            self.runs += some
            yield words

    def gates(self, reading: Reading, end: End) -> Sequence[Mapping[str, int]]:
        """Return the gate of each target in one reading at one end, case by case."""
        return self._gates[reading, end]

    def chances(self) -> dict[Reading, dict[str, SampledChance]]:
        """Return the estimated chances so far."""
        hits = dict(zip(self.program.outputs, self._hits.tolist(), strict=True))
        found: dict[Reading, dict[str, SampledChance]] = {}
        for reading, end in self._gates:
            if end is End.LOW:
                low, high = (self._end(reading, one, hits) for one in End)
                found[reading] = {
                    name: SampledChance(
                        low=min(low[name], high[name], key=in_order), high=high[name]
                    )
                    for name in low
                }
        return found

    def _end(self, reading: Reading, end: End, hits: Mapping[int, int]) -> dict[str, Estimate]:
        pick = min if end is End.LOW else max
        cases = self._gates[reading, end]
        return {
            name: pick((self._estimate(case[name], hits) for case in cases), key=in_order)
            for name in cases[0]
        }

    def _estimate(self, gate: int, hits: Mapping[int, int]) -> Estimate:
        if gate in {FALSE, TRUE}:
            return Estimate.certain(holds=gate == TRUE)
        if gate in self._certain:
            return Estimate.certain(holds=self._certain[gate])
        return Estimate.of(hits[gate], self.runs)


def _wired(wiring: Wiring, end: End, targets: Mapping[str, Formula]) -> list[dict[str, int]]:
    """Return the gate of each target, for each choice of ends of what stands under a ``not``."""
    structure = wiring.structure
    truths = {leaf.name for formula in targets.values() for leaf in _of(formula, Truth)}
    cone = structure.cone(truths)
    formulas = [*targets.values(), *(structure.equations[name] for name in cone)]
    events = {leaf.name for formula in formulas for leaf in _of(formula, Event)}
    at_end = {name: structure.chances[name].at(end) for name in events}
    found = []
    for case in _cases(structure, events):
        wired = replace(wiring, chances={**at_end, **case}, truths={})
        wired.wire(cone)
        found.append({name: wired.gate(formula) for name, formula in targets.items()})
    return found


def _of(formula: Formula, kind: type[Event] | type[Truth]) -> Iterable[Event | Truth]:
    return (leaf for leaf in leaves(formula) if isinstance(leaf, kind))


def _cases(structure: Structure, events: Iterable[str]) -> list[dict[str, float]]:
    """Return every choice of ends of the intervals under a ``not``."""
    names = sorted(structure.at_both_ends.intersection(events))
    if len(names) > MOST_CASES:
        msg = (
            f"{len(names)} propositions under a not have an interval for a chance; at most "
            f"{MOST_CASES} are sampled at both ends, case by case: suppose some of them, or give "
            "them one chance"
        )
        raise TooLarge(msg)
    chances = [structure.chances[name] for name in names]
    ends = product(*((chance.low, chance.high) for chance in chances))
    return [dict(zip(names, chosen, strict=True)) for chosen in ends]


def stream(seed: int, event: str) -> tuple[int, int]:
    """Return where the random numbers of an event start, and the odd step between them.

    Both come from a keyed hash of the event's name (BLAKE2b). Too regular a step is mended as in
    SplittableRandom (Steele, Lea and Flood 2014).
    """
    digest = blake2b(event.encode(), digest_size=16, key=seed.to_bytes(8, "little")).digest()
    start, step = int.from_bytes(digest[:8], "little"), int.from_bytes(digest[8:], "little") | 1
    if (step ^ step >> 1).bit_count() < 24:  # noqa: PLR2004  as they found it
        step ^= 0xAAAAAAAAAAAAAAAA
    return start, step
