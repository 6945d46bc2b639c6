"""Circuits: formulas as gates over draws, equal gates kept once, constants worked in beforehand.

Several structures are put into one circuit, so that what they share is evaluated once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import gcd

FALSE, TRUE = 0, 1
"""The gates that never and always hold, in every circuit."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """The same in every run."""

    value: bool


@dataclass(frozen=True, slots=True)
class Draw:
    """An event happens: its random number lies below its chance, which is neither 0 nor 1.

    Draws of one event at two chances share the random number.
    """

    event: str
    chance: float


@dataclass(frozen=True, slots=True)
class Inverse:
    """The part does not hold."""

    part: int


@dataclass(frozen=True, slots=True)
class Every:
    """All parts hold."""

    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one part holds."""

    parts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reaching:
    """The amounts of the parts that hold sum to the need; each alone is above 0 and below it."""

    need: int
    parts: tuple[int, ...]
    amounts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A truth that waits for itself, as the gates of its loop read it."""

    name: str


@dataclass(frozen=True, slots=True)
class Settled:
    """A truth of a loop at the loop's fixed point."""

    loop: int
    position: int


@dataclass(frozen=True, slots=True)
class Switch:
    """What a part is, kept apart from it so that the finished program can be set otherwise."""

    name: str
    part: int


Gate = Fixed | Draw | Inverse | Every | Some | Reaching | Unsettled | Settled | Switch


@dataclass(frozen=True, slots=True)
class Loop:
    """Truths that wait for each other.

    Attributes:
        start: What all of them are taken to be at first: false for the least fixed point, true for
            the greatest.
        names: The truths that are iterated.
        bodies: For each of them, the gate that gives its next value.
    """

    start: bool
    names: tuple[str, ...]
    bodies: tuple[int, ...]


@dataclass
class Circuit:
    """Gates by number; a gate reads only gates of smaller numbers.

    Attributes:
        gates: The gates.
        waits: For each gate, the unsettled truths that it rests on.
        loops: The loops, by number.
    """

    gates: list[Gate] = field(default_factory=lambda: [Fixed(value=False), Fixed(value=True)])
    waits: list[frozenset[str]] = field(default_factory=lambda: [frozenset(), frozenset()])
    loops: list[Loop] = field(default_factory=list)
    _numbers: dict[Gate, int] = field(default_factory=dict)
    _loop_numbers: dict[Loop, int] = field(default_factory=dict)
    _grounds: list[tuple[int, ...]] = field(default_factory=list)

    def draw(self, event: str, chance: float) -> int:
        """Return the gate of an event that happens with a chance."""
        if chance in {0, 1}:
            return TRUE if chance else FALSE
        return self._number(Draw(event, chance))

    def inverse(self, part: int) -> int:
        """Return the gate that a part does not hold."""
        if part in {FALSE, TRUE}:
            return TRUE - part
        return self._number(Inverse(part), (part,))

    def every(self, parts: Iterable[int]) -> int:
        """Return the gate that all parts hold."""
        reads = tuple(sorted(set(parts) - {TRUE}))
        if FALSE in reads or not reads:
            return FALSE if reads else TRUE
        return reads[0] if len(reads) == 1 else self._number(Every(reads), reads)

    def some(self, parts: Iterable[int]) -> int:
        """Return the gate that at least one part holds."""
        reads = tuple(sorted(set(parts) - {FALSE}))
        if TRUE in reads or not reads:
            return TRUE if reads else FALSE
        return reads[0] if len(reads) == 1 else self._number(Some(reads), reads)

    def reaching(self, need: int, items: Iterable[tuple[int, int]]) -> int:
        """Return the gate that the amounts of what holds sum to at least the need.

        Args:
            need: What has to be reached.
            items: Parts, each with its amount, 0 or more.
        """
        amounts: dict[int, int] = {}
        for part, amount in items:
            amounts[part] = amounts.get(part, 0) + amount
        need -= amounts.pop(TRUE, 0)
        amounts.pop(FALSE, None)
        if need <= 0:
            return TRUE
        alone = [part for part, amount in amounts.items() if amount >= need]
        rest = {part: amount for part, amount in amounts.items() if 0 < amount < need}
        return self.some((*alone, self._sum(need, rest)))

    def _sum(self, need: int, amounts: dict[int, int]) -> int:
        total = sum(amounts.values())
        if total <= need:
            return self.every(amounts) if total == need else FALSE
        # The sums are whole multiples of the greatest common divisor, and bits cost time.
        unit = gcd(*amounts.values())
        scaled = tuple(amount // unit for amount in amounts.values())
        parts = tuple(amounts)
        return self._number(Reaching(-(-need // unit), parts, scaled), parts)

    def switch(self, name: str, part: int) -> int:
        """Return the gate of a part that is never worked in beforehand, be it constant."""
        return self._number(Switch(name, part), (part,))

    def unsettled(self, name: str) -> int:
        """Return the gate of a truth as its own loop reads it."""
        number = self._number(Unsettled(name))
        self.waits[number] = frozenset({name})
        return number

    def settled(self, loop: Loop) -> tuple[int, ...]:
        """Return the gates of a loop's truths at its fixed point, in their order."""
        number = self._loop_numbers.setdefault(loop, len(self.loops))
        if number == len(self.loops):
            self.loops.append(loop)
            self._grounds.append(self._read_outside(loop))
        return tuple(self._number(Settled(number, place)) for place in range(len(loop.names)))

    def _number(self, gate: Gate, reads: Sequence[int] = ()) -> int:
        number = self._numbers.setdefault(gate, len(self.gates))
        if number == len(self.gates):
            self.gates.append(gate)
            self.waits.append(_NOTHING.union(*(self.waits[part] for part in reads)))
        return number

    def parts(self, number: int) -> tuple[int, ...]:
        """Return the gates that have to be known before a gate: of a settled one, the loop's."""
        match self.gates[number]:
            case Inverse(part):
                return (part,)
            case Switch(part=part):
                return () if part in {FALSE, TRUE} else (part,)
            case Every(parts) | Some(parts) | Reaching(parts=parts):
                return parts
            case Settled(loop):
                return self.grounds(loop)
            case _:
                return ()

    def grounds(self, loop: int) -> tuple[int, ...]:
        """Return the gates outside a loop that its bodies read."""
        return self._grounds[loop]

    def _read_outside(self, loop: Loop) -> tuple[int, ...]:
        found: dict[int, None] = {}
        seen: set[int] = set()
        waiting = list(loop.bodies)
        while waiting:
            number = waiting.pop()
            if not self.waits[number]:
                found[number] = None
            elif number not in seen:
                seen.add(number)
                waiting.extend(self.parts(number))
        return tuple(found)


_NOTHING: frozenset[str] = frozenset()
