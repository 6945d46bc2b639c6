"""Adders: sums over 64 runs at once, each number spread over bits of equal weight."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from guarantor.viability.sampled.registers import Code, Tape


@dataclass
class Adder:
    """Adds amounts bit by bit in carry-save form: three bits of one weight become two.

    Attributes:
        tape: Where the operations go.
        need: What has to be reached, above 0.
        columns: For each weight 2 ** k the bits still to be added, at most two between calls.
        over: Bits of a weight at which one of them is enough.
    """

    tape: Tape
    need: int
    columns: list[list[int]] = field(default_factory=list)
    over: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.columns = [[] for _ in range((self.need - 1).bit_length())]

    def add(self, register: int, amount: int) -> None:
        """Add an amount where a register holds."""
        for column in range(amount.bit_length()):
            if amount >> column & 1:
                self._push(column, register)

    def _push(self, column: int, register: int) -> None:
        while column < len(self.columns):
            bits = self.columns[column]
            bits.append(register)
            if len(bits) < 3:  # noqa: PLR2004  three bits of a weight make one of it and a carry
                return
            total = self.tape.do(Code.ADD_THREE, of=tuple(bits), results=2)
            self.columns[column] = [total]
            column, register = column + 1, total + 1
        self.over = [self.tape.chain(Code.OR, [*self.over, register])]

    def reaches(self) -> int:
        """Return the register that tells where the sum is at least the need."""
        for column, bits in enumerate(self.columns):
            if len(bits) > 1:
                total = self.tape.do(Code.ADD_TWO, of=tuple(bits), results=2)
                self.columns[column] = [total]
                self._push(column + 1, total + 1)
        held = [bits[0] if bits else None for bits in self.columns]
        return self.tape.chain(Code.OR, [*self._compared(held), *self.over])

    def _compared(self, held: Sequence[int | None]) -> list[int]:
        """Compare with the need, lowest bits first; empty where they can never reach it."""
        # ``None`` so far: what lies below is equal to the need, so that equal is enough.
        so_far: list[int] | None = None
        for column in range(self.need.bit_length()):
            bit = held[column] if column < len(held) else None
            if self.need >> column & 1:
                so_far = self._both(bit, so_far)
            elif bit is not None and so_far is not None:
                so_far = [self.tape.chain(Code.OR, [bit, *so_far])]
        return so_far or []

    def _both(self, bit: int | None, so_far: list[int] | None) -> list[int]:
        if bit is None or so_far == []:
            return []
        return [self.tape.chain(Code.AND, [bit, *(so_far or [])])]
