"""Kernels for programs on words of bits, compiled by numba at their first call.

Importing this module imports numba, which takes a while: only the function that samples does. The
kernels are left out of coverage, which cannot see compiled code; their plain twin is
:func:`guarantor.viability.fixpoint.solve` on columns of the same random bits.

Inside a kernel a register is the place of its first word. Places are unsigned, because an index
that could be negative would keep the loops from being done on many words at once.
"""

from collections.abc import Callable
from typing import Any, TypeVar, cast

import numba
import numpy as np
from numpy.typing import NDArray

from guarantor.viability.sampled.programs import Program
from guarantor.viability.sampled.registers import Code

Words = NDArray[np.uint64]
Kernel = TypeVar("Kernel", bound=Callable[..., Any])

BLOCK = 256
"""Words that an operation works on at a time: long enough to hide what choosing it costs, short
enough for the registers in use to stay near the processor. No result depends on it."""

_WIDE = np.uint64(BLOCK)
_AND, _OR, _NOT = np.uint64(Code.AND), np.uint64(Code.OR), np.uint64(Code.NOT)
_ADD_THREE, _ADD_TWO = np.uint64(Code.ADD_THREE), np.uint64(Code.ADD_TWO)
_DRAW, _DRAW_BOTH = np.uint64(Code.DRAW), np.uint64(Code.DRAW_BOTH)
_BEGIN, _ASSIGN = np.uint64(Code.BEGIN), np.uint64(Code.ASSIGN)
_REPEAT, _COUNT = np.uint64(Code.REPEAT), np.uint64(Code.COUNT)
_NONE, _ALL = np.uint64(0), ~np.uint64(0)
_ONE, _TWO, _FOUR = np.uint64(1), np.uint64(2), np.uint64(4)
_SIX, _TOP, _BITS = np.uint64(6), np.uint64(63), 64
_FILL, _NOT_SURE = np.uint64(Code.FILL), np.uint8(2)
_NEVER, _ALWAYS = np.uint8(0), np.uint8(3)


def evaluate(
    program: Program, streams: Words, first_word: int, runs: int, *, keep: bool = False
) -> tuple[NDArray[np.int64], Words]:
    """Run a program and return in how many runs each output holds, and in which.

    Args:
        program: What to evaluate.
        streams: For each event where its random numbers start and the step between them.
        first_word: Number of the first 64 runs, from which the random numbers follow.
        runs: How many runs.
        keep: Whether to return the words of each output, a bit a run; without rows where not.
    """
    operations = program.operations.astype(np.uint64)
    operations[:, 1:6] *= _WIDE
    counts = np.zeros(len(program.outputs), dtype=np.int64)
    columns = np.zeros((len(counts) if keep else 0, -(-runs // _BITS)), dtype=np.uint64)
    # Two blocks more, for the runs that are undecided while an event is drawn.
    registers = np.zeros((program.registers + 2) * BLOCK, dtype=np.uint64)
    _run(operations, program.thresholds, streams, registers, first_word, runs, counts, columns)
    return counts, columns


def decided(program: Program) -> dict[int, bool]:
    """Return the outputs that hold even if nothing happens, and those that hold in no case.

    Each register holds two bits: what it is at least, with no event happening, and at most, with
    every one happening. An inverse turns one into the other.
    """
    operations = program.operations.astype(np.uint64)
    registers = np.zeros(program.registers, dtype=np.uint8)
    ends = np.zeros(len(program.outputs), dtype=np.uint8)
    _bound(operations, registers, ends)
    found = zip(program.outputs, ends.tolist(), strict=True)
    return {gate: end == _ALWAYS for gate, end in found if end in {_NEVER, _ALWAYS}}


def compiled(function: Kernel) -> Kernel:
    """Return a function that numba compiles at its first call and keeps on disk where it can."""
    try:
        kernel = numba.njit(nogil=True, error_model="numpy", cache=True)(function)
    except RuntimeError:  # No folder for the cache can be written: compile anew each time.
        kernel = numba.njit(nogil=True, error_model="numpy")(function)
    return cast("Kernel", kernel)


@compiled
def _run(  # noqa: PLR0913, PLR0917  a kernel takes arrays, not objects
    operations: Words,
    thresholds: Words,
    streams: Words,
    registers: Words,
    first_word: int,
    runs: int,
    counts: NDArray[np.int64],
    columns: Words,
) -> None:  # pragma: no cover  compiled
    for first in range(0, runs, BLOCK * _BITS):
        word = np.uint64(first_word + first // _BITS)
        changed = _NONE
        at = np.int64(0)
        while at < len(operations):
            row = operations[at]
            code, number = row[0], np.int64(row[6])
            at += 1
            if code == _DRAW:
                _draw(registers, row, thresholds[number, 0], streams[number], word)
            elif code == _DRAW_BOTH:
                _draw_both(registers, row, thresholds[number], streams[number], word)
            elif code == _BEGIN:
                changed = _NONE
            elif code == _ASSIGN:
                changed |= _assign(registers, row)
            elif code == _REPEAT:
                if changed != _NONE:
                    changed = _NONE
                    at = number
            elif code == _COUNT:
                counts[number] += _count(registers, row, runs - first)
                _keep(registers, row, columns, first // _BITS)
            else:
                _combine(registers, row)


@compiled
def _bound(
    operations: Words, registers: NDArray[np.uint8], ends: NDArray[np.uint8]
) -> None:  # pragma: no cover  compiled
    changed = False
    at = np.int64(0)
    while at < len(operations):
        row = operations[at]
        code, number = row[0], np.int64(row[6])
        at += 1
        if code == _BEGIN:
            changed = False
        elif code == _ASSIGN:
            changed = changed or registers[row[1]] != registers[row[4]]
            registers[row[1]] = registers[row[4]]
        elif code == _REPEAT:
            if changed:
                changed = False
                at = number
        elif code == _COUNT:
            ends[number] = registers[row[3]]
        elif code in (_DRAW, _DRAW_BOTH, _FILL):
            _bound_ground(registers, row)
        else:
            _bound_gate(registers, row)


@compiled
def _bound_ground(registers: NDArray[np.uint8], row: Words) -> None:  # pragma: no cover  compiled
    if row[0] == _FILL:
        registers[row[1]] = _ALWAYS if row[6] else _NEVER
        return
    registers[row[1]] = _NOT_SURE
    if row[0] == _DRAW_BOTH:
        registers[row[2]] = _NOT_SURE


@compiled
def _bound_gate(registers: NDArray[np.uint8], row: Words) -> None:  # pragma: no cover  compiled
    one, two, three = registers[row[3]], registers[row[4]], registers[row[5]]
    if row[0] == _AND:
        registers[row[1]] = one & two
    elif row[0] == _OR:
        registers[row[1]] = one | two
    elif row[0] == _NOT:
        least, most = one & np.uint8(1), one >> np.uint8(1)
        registers[row[1]] = _ALWAYS ^ ((least << np.uint8(1)) | most)
    elif row[0] == _ADD_THREE:
        registers[row[1]] = one ^ two ^ three
        registers[row[2]] = (one & two) | ((one ^ two) & three)
    else:
        registers[row[1]] = one ^ two
        registers[row[2]] = one & two


@compiled
def _combine(registers: Words, row: Words) -> None:  # pragma: no cover  compiled
    if row[0] == _AND:
        _and(registers, row)
    elif row[0] == _OR:
        _or(registers, row)
    elif row[0] == _NOT:
        _not(registers, row)
    elif row[0] == _ADD_THREE:
        _add_three(registers, row)
    elif row[0] == _ADD_TWO:
        _add_two(registers, row)
    else:
        _fill(registers, row[1], _ALL if row[6] else _NONE)


@compiled
def _and(registers: Words, row: Words) -> None:  # pragma: no cover  compiled
    to, one, two = row[1], row[3], row[4]
    for w in range(_WIDE):
        registers[to + w] = registers[one + w] & registers[two + w]


@compiled
def _or(registers: Words, row: Words) -> None:  # pragma: no cover  compiled
    to, one, two = row[1], row[3], row[4]
    for w in range(_WIDE):
        registers[to + w] = registers[one + w] | registers[two + w]


@compiled
def _not(registers: Words, row: Words) -> None:  # pragma: no cover  compiled
    to, one = row[1], row[3]
    for w in range(_WIDE):
        registers[to + w] = ~registers[one + w]


@compiled
def _fill(registers: Words, to: np.uint64, value: np.uint64) -> None:  # pragma: no cover  compiled
    for w in range(_WIDE):
        registers[to + w] = value


@compiled
def _add_three(registers: Words, row: Words) -> None:  # pragma: no cover  compiled
    to, carried, one, two, three = row[1], row[2], row[3], row[4], row[5]
    for w in range(_WIDE):
        a, b, c = registers[one + w], registers[two + w], registers[three + w]
        odd = a ^ b
        registers[to + w] = odd ^ c
        registers[carried + w] = (a & b) | (odd & c)


@compiled
def _add_two(registers: Words, row: Words) -> None:  # pragma: no cover  compiled
    to, carried, one, two = row[1], row[2], row[3], row[4]
    for w in range(_WIDE):
        a, b = registers[one + w], registers[two + w]
        registers[to + w] = a ^ b
        registers[carried + w] = a & b


@compiled
def _assign(registers: Words, row: Words) -> np.uint64:  # pragma: no cover  compiled
    """Copy, and return a word that is 0 where nothing changed."""
    to, value = row[1], row[4]
    changed = _NONE
    for w in range(_WIDE):
        changed |= registers[to + w] ^ registers[value + w]
        registers[to + w] = registers[value + w]
    return changed


@compiled
def _random(counter: np.uint64) -> np.uint64:  # pragma: no cover  compiled
    """Return the random word of a counter: SplitMix64 (Steele, Lea and Flood 2014)."""
    mixed = (counter ^ (counter >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return mixed ^ (mixed >> np.uint64(31))


@compiled
def _bit(threshold: np.uint64, place: np.uint64) -> np.uint64:  # pragma: no cover  compiled
    """Return a word full of one bit of a threshold; place 0 is its highest."""
    return _NONE - ((threshold >> (_TOP - place)) & _ONE)


@compiled
def _draw(
    registers: Words, row: Words, threshold: np.uint64, stream: Words, word: np.uint64
) -> None:  # pragma: no cover  compiled
    """Set the bits of the runs in which a 64-bit random number is below a threshold.

    The numbers are drawn and compared from their highest bit down, for all runs of the block at
    once, until none is undecided: some 16 bits, and all 64 where it takes them.
    """
    to, undecided = row[1], np.uint64(len(registers)) - _WIDE
    _fill(registers, to, _NONE)
    _fill(registers, undecided, _ALL)
    left, place = _ALL, _NONE
    while left != _NONE and place <= _TOP:
        bit = _bit(threshold, place)
        start = stream[0] + stream[1] * ((word << _SIX) + place)
        step = stream[1] << _SIX
        left = _NONE
        for w in range(_WIDE):
            drawn = _random(start + step * w)
            still = registers[undecided + w]
            registers[to + w] |= still & bit & ~drawn
            still &= ~(drawn ^ bit)
            registers[undecided + w] = still
            left |= still
        place += _ONE


@compiled
def _draw_both(
    registers: Words, row: Words, threshold: Words, stream: Words, word: np.uint64
) -> None:  # pragma: no cover  compiled
    """Do the same for two thresholds, with the same random numbers."""
    low, high = row[1], row[2]
    below = np.uint64(len(registers)) - _WIDE
    above = below - _WIDE
    for to in (low, high):
        _fill(registers, to, _NONE)
    for undecided in (below, above):
        _fill(registers, undecided, _ALL)
    left, place = _ALL, _NONE
    while left != _NONE and place <= _TOP:
        bit, other = _bit(threshold[0], place), _bit(threshold[1], place)
        start = stream[0] + stream[1] * ((word << _SIX) + place)
        step = stream[1] << _SIX
        left = _NONE
        for w in range(_WIDE):
            drawn = _random(start + step * w)
            still, also = registers[below + w], registers[above + w]
            registers[low + w] |= still & bit & ~drawn
            registers[high + w] |= also & other & ~drawn
            still &= ~(drawn ^ bit)
            also &= ~(drawn ^ other)
            registers[below + w], registers[above + w] = still, also
            left |= still | also
        place += _ONE


@compiled
def _count(registers: Words, row: Words, runs: int) -> np.int64:  # pragma: no cover  compiled
    """Return how many of the first runs of a block hold, summing bits in pairs, fours, bytes."""
    total = np.int64(0)
    for w in range(min(BLOCK, (runs + _BITS - 1) // _BITS)):
        word = registers[row[3] + np.uint64(w)]
        if runs - _BITS * w < _BITS:
            word &= (_ONE << np.uint64(runs - _BITS * w)) - _ONE
        word -= (word >> _ONE) & np.uint64(0x5555555555555555)
        pairs = np.uint64(0x3333333333333333)
        word = (word & pairs) + ((word >> _TWO) & pairs)
        word = (word + (word >> _FOUR)) & np.uint64(0x0F0F0F0F0F0F0F0F)
        total += np.int64((word * np.uint64(0x0101010101010101)) >> np.uint64(56))
    return total


@compiled
def _keep(
    registers: Words, row: Words, columns: Words, first: int
) -> None:  # pragma: no cover  compiled
    if len(columns):
        for w in range(min(BLOCK, columns.shape[1] - first)):
            columns[row[6], first + w] = registers[row[3] + np.uint64(w)]
