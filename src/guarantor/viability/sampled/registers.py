"""Registers: operations on blocks of words, and how few registers they need.

A word holds 64 runs, a bit each. Registers are used again as soon as nothing needs what they hold,
so that what is worked on stays near the processor.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray


class Code(IntEnum):
    """What an operation does. ``to`` are the registers it writes, ``of`` those it reads."""

    AND = 0
    OR = 1
    NOT = 2
    ADD_THREE = 3
    """``to[0]`` is the sum of three bits, ``to[1]`` what is carried."""
    ADD_TWO = 4
    DRAW = 5
    """Draws the event ``number`` at its first chance."""
    DRAW_BOTH = 6
    """Draws it at both chances, from the same random number."""
    FILL = 7
    """Sets every bit to ``number``, 0 or 1."""
    BEGIN = 8
    """Begins the body of a loop."""
    ASSIGN = 9
    """Copies, and notes whether anything changed."""
    REPEAT = 10
    """Goes back to the operation ``number`` if anything changed since the last time."""
    COUNT = 11
    """Counts the runs that hold for the output ``number``."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation on virtual registers, each of them written once but by ``ASSIGN``."""

    code: Code
    to: tuple[int, ...] = ()
    of: tuple[int, ...] = ()
    number: int = 0


class Tape:
    """Operations on virtual registers, as they are written one after the other."""

    def __init__(self) -> None:
        self.operations: list[Operation] = []
        self._registers = 0

    def do(self, code: Code, *, of: tuple[int, ...] = (), number: int = 0, results: int = 0) -> int:
        """Write an operation; return the first of the new registers for its results."""
        first = self._registers
        self._registers += results
        self.operations.append(Operation(code, tuple(range(first, first + results)), of, number))
        return first

    def chain(self, code: Code, registers: Iterable[int]) -> int:
        """Join registers one after the other."""
        first, *others = registers
        for register in others:
            first = self.do(code, of=(first, register), results=1)
        return first

    def assign(self, register: int, value: int) -> None:
        """Write that a register takes over a value, inside a loop."""
        self.operations.append(Operation(Code.ASSIGN, (register,), (register, value)))


def allocated(operations: Sequence[Operation]) -> tuple[NDArray[np.int64], int]:
    """Return the operations on few real registers, and how many those are.

    No operation writes where it reads, but ``ASSIGN``: what is read and written at once cannot be
    worked on many words at a time.
    """
    real: dict[int, int] = {}
    free: list[int] = []
    registers = 0
    rows = np.zeros((len(operations), 7), dtype=np.int64)
    for index, (operation, done_with) in enumerate(
        zip(operations, _last_read(operations), strict=True)
    ):
        for register in operation.to:
            if register not in real:
                if not free:
                    free.append(registers)
                    registers += 1
                real[register] = free.pop()
        free.extend(real[register] for register in done_with)
        to, of = ([real[register] for register in some] for some in (operation.to, operation.of))
        rows[index, 0] = operation.code
        rows[index, 1 : 1 + len(to)] = to
        rows[index, 3 : 3 + len(of)] = of
        rows[index, 6] = operation.number
    return rows, registers


def _last_read(operations: Sequence[Operation]) -> list[list[int]]:
    """Return for each operation the registers that nothing needs after it."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    begin = 0
    inside: list[int] = []
    for index, operation in enumerate(operations):
        for register in (*operation.to, *operation.of):
            first.setdefault(register, index)
            last[register] = index
        match operation.code:
            case Code.BEGIN:
                begin, inside = index, []
            case Code.REPEAT:
                # What a loop reads from outside is read again in the next round.
                last.update({register: index for register in inside if first[register] < begin})
            case _:
                inside += operation.of
    done_with: list[list[int]] = [[] for _ in operations]
    for register, index in last.items():
        done_with[index].append(register)
    return done_with
