"""Programs: a circuit as a flat list of operations on registers, each of them a block of words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from guarantor.viability.sampled.adders import Adder
from guarantor.viability.sampled.circuits import (
    TRUE,
    Circuit,
    Draw,
    Every,
    Inverse,
    Reaching,
    Settled,
    Some,
    Switch,
)
from guarantor.viability.sampled.registers import Code, Tape, allocated


@dataclass(frozen=True, kw_only=True)
class Program:
    """What the kernel runs.

    Attributes:
        operations: A row each: code, two registers to write, three to read, number.
        registers: How many registers there are.
        events: The events that are drawn, by number.
        thresholds: For each event its one or two chances, as whole numbers of 2 ** -64.
        outputs: The gates that are counted, by number.
        switches: For each switch the operations that give what it is as it stands.
    """

    operations: NDArray[np.int64]
    registers: int
    events: tuple[str, ...]
    thresholds: NDArray[np.uint64]
    outputs: tuple[int, ...]
    switches: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def switched(self, values: Mapping[str, bool]) -> "Program":
        """Return the program with some switches set; names that nothing rests on change nothing."""
        operations = self.operations.copy()
        for name, value in values.items():
            for row in self.switches.get(name, ()):
                operations[row, 0] = Code.FILL
                operations[row, 3:6] = 0
                operations[row, 6] = value
        return replace(self, operations=operations)


def program(circuit: Circuit, outputs: Iterable[int]) -> Program:
    """Return the program that counts how often some gates of a circuit hold.

    Args:
        circuit: The gates.
        outputs: Those to count; not the two constant ones, which need no counting.
    """
    wanted = tuple(dict.fromkeys(outputs))
    writer = _Writer(circuit, wanted)
    for number, gate in enumerate(wanted):
        writer.write(gate, writer.known)
        writer.tape.do(Code.COUNT, of=(writer.known[gate],), number=number)
    operations, registers = allocated(writer.tape.operations)
    return Program(
        operations=operations,
        registers=registers,
        events=tuple(writer.draws),
        thresholds=np.array(
            [_thresholds(chances) for chances in writer.draws.values()], dtype=np.uint64
        ).reshape(-1, 2),
        outputs=wanted,
        switches={name: tuple(rows) for name, rows in writer.switches.items()},
    )


def _thresholds(chances: Sequence[float]) -> tuple[int, int]:
    """Return chances as the number of 64-bit numbers below them, exact from 2 ** -11 upwards."""
    whole = [int(chance * 2.0**64) for chance in chances]
    return whole[0], whole[-1]


class _Writer:
    """Writes the operations for gates, each once, in the order in which they are needed."""

    def __init__(self, circuit: Circuit, outputs: Sequence[int]) -> None:
        self.circuit = circuit
        self.tape = Tape()
        self.known: dict[int, int] = {}
        needed = _needed(circuit, outputs)
        self.draws: dict[str, list[float]] = {}
        self.drawn: dict[str, list[int]] = {}
        self.switches: dict[str, list[int]] = {}
        for number in needed:
            if isinstance(gate := circuit.gates[number], Draw):
                self.draws.setdefault(gate.event, []).append(gate.chance)
                self.drawn.setdefault(gate.event, []).append(number)
        self.events = {event: number for number, event in enumerate(self.draws)}
        self._write_sums(needed)

    def write(self, target: int, known: dict[int, int]) -> int:
        """Write what a gate needs and the gate itself; return its register.

        Args:
            target: The gate.
            known: The registers of the gates written so far, to which is added.
        """
        waiting = [target]
        while waiting:
            number = waiting[-1]
            missing = [part for part in self.circuit.parts(number) if part not in known]
            if number in known:
                waiting.pop()
            elif missing:
                waiting.extend(reversed(missing))
            else:
                self._gate(waiting.pop(), known)
        return known[target]

    def _gate(self, number: int, known: dict[int, int]) -> None:
        match self.circuit.gates[number]:
            case Draw(event):
                self._draw(event)
            case Switch(name, part):
                known[number] = self._switch(name, part, known)
            case Inverse(part):
                known[number] = self.tape.do(Code.NOT, of=(known[part],), results=1)
            case Every(parts):
                known[number] = self.tape.chain(Code.AND, [known[part] for part in parts])
            case Some(parts):
                known[number] = self.tape.chain(Code.OR, [known[part] for part in parts])
            case Reaching(need, parts, amounts):
                adder = Adder(self.tape, need)
                for part, amount in zip(parts, amounts, strict=True):
                    adder.add(known[part], amount)
                known[number] = adder.reaches()
            case Settled(loop):
                self._loop(loop)

    def _switch(self, name: str, part: int, known: Mapping[int, int]) -> int:
        self.switches.setdefault(name, []).append(len(self.tape.operations))
        if part in known:
            return self.tape.do(Code.AND, of=(known[part], known[part]), results=1)
        return self.tape.do(Code.FILL, number=part == TRUE, results=1)

    def _draw(self, event: str) -> None:
        gates = self.drawn[event]
        code = Code.DRAW if len(gates) == 1 else Code.DRAW_BOTH
        first = self.tape.do(code, number=self.events[event], results=len(gates))
        self.known.update(zip(gates, range(first, first + len(gates)), strict=True))

    def _loop(self, loop: int) -> None:
        """Write a loop: its truths are set to their start and computed until nothing changes."""
        start, names, bodies = (
            self.circuit.loops[loop].start,
            self.circuit.loops[loop].names,
            self.circuit.loops[loop].bodies,
        )
        registers = [self.tape.do(Code.FILL, number=start, results=1) for _ in names]
        inside = {ground: self.known[ground] for ground in self.circuit.grounds(loop)}
        inside |= {
            self.circuit.unsettled(name): register
            for name, register in zip(names, registers, strict=True)
        }
        self.tape.do(Code.BEGIN)
        begin = len(self.tape.operations)
        for register, body in zip(registers, bodies, strict=True):
            value = self.write(body, inside)
            self.tape.assign(register, value)
        self.tape.do(Code.REPEAT, number=begin)
        settled = self.circuit.settled(self.circuit.loops[loop])
        self.known.update(zip(settled, registers, strict=True))

    def _write_sums(self, needed: Sequence[int]) -> None:
        """Write the sums that no other sum rests on, an event after the other.

        Low and high end add up the same contributions, so each is drawn once, added wherever it
        counts and forgotten.
        """
        sums = [number for number in needed if self._is_closed_sum(number)]
        below = _needed(self.circuit, [part for one in sums for part in self.circuit.parts(one)])
        inner = frozenset(below)
        steps: list[tuple[int, int, int, int]] = []
        adders: dict[int, Adder] = {}
        for number in sums:
            gate = self.circuit.gates[number]
            if isinstance(gate, Reaching) and number not in inner:
                adders[number] = Adder(self.tape, gate.need)
                places = self._places(gate.parts)
                steps += zip(places, [number] * len(places), gate.parts, gate.amounts, strict=True)
        left = {number: len(self.circuit.parts(number)) for number in adders}
        for _, number, part, amount in sorted(steps):
            adders[number].add(self.write(part, self.known), amount)
            left[number] -= 1
            if not left[number]:
                self.known[number] = adders[number].reaches()

    def _is_closed_sum(self, number: int) -> bool:
        gate = self.circuit.gates[number]
        return isinstance(gate, Reaching) and not self.circuit.waits[number]

    def _places(self, parts: Iterable[int]) -> list[int]:
        """Return for each part of a sum its turn: with the last event that it draws itself."""
        places = []
        place = -1
        for part in parts:
            for read in (part, *self.circuit.parts(part)):
                if isinstance(gate := self.circuit.gates[read], Draw):
                    place = self.events[gate.event]
            places.append(place)
        return places


def _needed(circuit: Circuit, outputs: Iterable[int]) -> list[int]:
    """Return every gate that some gates rest on, themselves among them, smallest first."""
    seen: set[int] = set()
    waiting = list(outputs)
    while waiting:
        number = waiting.pop()
        if number not in seen:
            seen.add(number)
            waiting.extend(circuit.parts(number))
    return sorted(seen)
