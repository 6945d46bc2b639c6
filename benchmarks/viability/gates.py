"""Gates: formulas written out in and, or and not alone, as the peers read them.

Equal gates are one, constants are folded away, and a threshold or a sum becomes a chain of gates
"the parts from here on reach the rest", whose number is bounded by parts times need.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from guarantor.viability.formulas import (
    AtLeastOf,
    Both,
    Constant,
    Either,
    Event,
    Formula,
    No,
    SumReaches,
    Truth,
)

FALSE, TRUE = 0, 1


@dataclass(frozen=True)
class Gate:
    """One gate.

    Attributes:
        kind: ``and``, ``or`` and ``not`` of other gates; ``event`` and ``truth`` have a name
            instead; ``constant`` is false as number 0 and true as number 1.
        parts: The numbers of the gates it reads.
    """

    kind: str
    name: str = ""
    parts: tuple[int, ...] = ()


@dataclass
class Gates:
    """A growing table of gates; a gate is its number in it, and comes after what it reads.

    Attributes:
        chances: The chance of each event; what is certain either way becomes a constant.
    """

    chances: Mapping[str, float]
    table: list[Gate] = field(default_factory=lambda: [Gate("constant"), Gate("constant")])
    _numbers: dict[Gate, int] = field(default_factory=dict)

    def of(self, formula: Formula, truth: Callable[[str], int] | None = None) -> int:
        """Return the gate of a formula.

        Args:
            formula: What to write out.
            truth: The gate of each truth; where left out, truths are gates of their own.
        """
        match formula:
            case Constant(value):
                return TRUE if value else FALSE
            case Event(name):
                return self._event(name)
            case Truth(name):
                return truth(name) if truth else self._number(Gate("truth", name))
            case No(part):
                return self.no(self.of(part, truth))
            case Both(parts):
                return self.both(self.of(part, truth) for part in parts)
            case Either(parts):
                return self.either(self.of(part, truth) for part in parts)
            case AtLeastOf(count, parts):
                return self._reaches(count, [self.of(part, truth) for part in parts])
            case SumReaches(need, parts):
                gates = [self.of(part, truth) for part in parts]
                _, amounts, _ = formula.scaled
                return FALSE if need is None else self._reaches(formula.scaled[0], gates, amounts)

    def _event(self, name: str) -> int:
        chance = self.chances[name]
        if chance in {0, 1}:
            return TRUE if chance == 1 else FALSE
        return self._number(Gate("event", name))

    def both(self, parts: Iterable[int]) -> int:
        """Return the gate that every part holds."""
        return self._join("and", parts, neutral=TRUE, final=FALSE)

    def either(self, parts: Iterable[int]) -> int:
        """Return the gate that some part holds."""
        return self._join("or", parts, neutral=FALSE, final=TRUE)

    def no(self, part: int) -> int:
        """Return the gate that a part does not hold."""
        if part in {FALSE, TRUE}:
            return TRUE - part
        gate = self.table[part]
        return gate.parts[0] if gate.kind == "not" else self._number(Gate("not", parts=(part,)))

    def _join(self, kind: str, parts: Iterable[int], *, neutral: int, final: int) -> int:
        distinct = {part for part in parts if part != neutral}
        if final in distinct:
            return final
        if len(distinct) < 2:
            return distinct.pop() if distinct else neutral
        return self._number(Gate(kind, parts=tuple(sorted(distinct))))

    def _reaches(
        self, need: int, gates: Sequence[int], amounts: Sequence[int | None] | None = None
    ) -> int:
        """Return the gate that the amounts of the gates that hold, 1 where left out, sum to a need.

        Of two ways to reach the rest, the one without a part implies the other: no ``not`` needed.
        """
        counted = [1] * len(gates) if amounts is None else amounts
        most = [sum(amount or 0 for amount in counted[index:]) for index in range(len(gates) + 1)]
        found: dict[tuple[int, int], int] = {}

        def rest(index: int, missing: int) -> int:
            if missing <= 0:
                return TRUE
            if missing > most[index] and None not in counted[index:]:
                return FALSE
            if (index, missing) not in found:
                amount = counted[index]
                with_it = TRUE if amount is None else rest(index + 1, missing - amount)
                taken = self.both((gates[index], with_it))
                found[index, missing] = self.either((taken, rest(index + 1, missing)))
            return found[index, missing]

        return rest(0, need)

    def _number(self, gate: Gate) -> int:
        if gate not in self._numbers:
            self._numbers[gate] = len(self.table)
            self.table.append(gate)
        return self._numbers[gate]

    def below(self, roots: Iterable[int]) -> Iterator[tuple[int, Gate]]:
        """Yield the gates that some gates are made of, themselves too, each after its parts."""
        needed: set[int] = set()
        waiting = list(roots)
        while waiting:
            number = waiting.pop()
            if number not in needed:
                needed.add(number)
                waiting.extend(self.table[number].parts)
        return ((number, self.table[number]) for number in sorted(needed))
