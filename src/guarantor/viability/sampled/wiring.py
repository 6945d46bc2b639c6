"""Wiring: a structure, its events at given chances, put into a circuit in one reading."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from guarantor.viability.fixpoint import Reading
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
from guarantor.viability.pacts import loops as components
from guarantor.viability.sampled.circuits import FALSE, TRUE, Circuit, Loop
from guarantor.viability.structure import Structure


@dataclass(kw_only=True)
class Wiring:
    """The gates of one structure at one chance for each event, in one reading.

    Only what waits for itself is iterated; all else is wired once, foundations first.

    Attributes:
        circuit: Where the gates go.
        structure: What each truth rests on.
        reading: How circular conditions are read.
        chances: The chance of each event that is read.
        truths: The gate of each truth wired so far.
        has_switches: Whether each truth, and each party's decision, is a switch of its name.
    """

    circuit: Circuit
    structure: Structure
    reading: Reading
    chances: Mapping[str, float] = field(default_factory=dict)
    truths: dict[str, int] = field(default_factory=dict)
    has_switches: bool = False

    def wire(self, names: Iterable[str]) -> None:
        """Wire truths; the names are closed under what they rest on."""
        asked = frozenset(names)
        reads = {
            name: self.structure.reads[name] for name in self.structure.equations if name in asked
        }
        place = {name: index for index, name in enumerate(reads)}
        for members in components(reads):
            self._settle(sorted(members, key=place.__getitem__), reads)

    def gate(self, formula: Formula) -> int:
        """Return the gate of a formula over truths that are wired."""
        match formula:
            case Constant(value):
                return TRUE if value else FALSE
            case Event(name):
                return self._event(name)
            case Truth(name):
                return self.truths[name]
            case No(part):
                return self.circuit.inverse(self.gate(part))
            case Both(parts):
                return self.circuit.every(map(self.gate, parts))
            case Either(parts):
                return self.circuit.some(map(self.gate, parts))
            case AtLeastOf(count, parts):
                return self.circuit.reaching(count, [(self.gate(part), 1) for part in parts])
            case SumReaches():
                return self._sum(formula)

    def _event(self, name: str) -> int:
        drawn = self.circuit.draw(name, self.chances[name])
        is_decision = self.has_switches and name in self.structure.view.parties
        return self.circuit.switch(decision(name), drawn) if is_decision else drawn

    def _sum(self, formula: SumReaches) -> int:
        if formula.need is None:
            return FALSE
        need, amounts, _ = formula.scaled
        gates = list(zip(map(self.gate, formula.parts), amounts, strict=True))
        enough = (gate for gate, amount in gates if amount is None)
        counted = [(gate, amount) for gate, amount in gates if amount is not None]
        return self.circuit.some((*enough, self.circuit.reaching(need, counted)))

    def _settle(self, names: Sequence[str], reads: Mapping[str, frozenset[str]]) -> None:
        """Wire truths that read each other and, else, only what is wired."""
        if not _waits(names, reads):
            self._wire_each(names)
            return
        rest = self._without_constants(names)
        reads = {name: self.circuit.waits[self._body(name)] for name in rest}
        for members in components(reads):
            part = [name for name in rest if name in members]
            if len(part) < len(names):
                self._settle(part, reads)
            else:
                self._iterate(part, reads)

    def _without_constants(self, names: Sequence[str]) -> list[str]:
        """Let each truth wait, wire those that turn out constant and return the others."""
        self.truths.update({name: self.circuit.unsettled(name) for name in names})
        rest = list(names)
        while True:
            bodies = {name: self._body(name) for name in rest}
            constants = {name: body for name, body in bodies.items() if body in {FALSE, TRUE}}
            if not constants:
                return rest
            self.truths.update(constants)
            rest = [name for name in rest if name not in constants]

    def _iterate(self, names: Sequence[str], reads: Mapping[str, frozenset[str]]) -> None:
        """Wire a loop: few truths are iterated, the others follow from them."""
        order = _foundations_first(names, reads)
        place = {name: index for index, name in enumerate(order)}
        early = {read for name in order for read in reads[name] if place[read] >= place[name]}
        iterated = [name for name in order if name in early]
        followers = [name for name in order if name not in early]
        start = self.reading is Reading.MOVING_TOGETHER
        constant = TRUE if start else FALSE
        gates: Iterable[int] = [constant] * len(iterated)
        self.truths.update(zip(iterated, gates, strict=True))
        self._wire_each(followers)
        # A pact without any ground stays as it starts, and so does one that nothing can break.
        if any(self._body(name) != constant for name in iterated):
            self.truths.update({name: self.circuit.unsettled(name) for name in iterated})
            self._wire_each(followers)
            bodies = tuple(map(self._body, iterated))
            gates = self.circuit.settled(Loop(start, tuple(iterated), bodies))
        self.truths.update(zip(iterated, gates, strict=True))
        self._wire_each(followers)

    def _wire_each(self, names: Iterable[str]) -> None:
        for name in names:
            self.truths[name] = self._body(name)

    def _body(self, name: str) -> int:
        body = self.gate(self.structure.equations[name])
        return self.circuit.switch(name, body) if self.has_switches else body


def decision(party: str) -> str:
    """Return the name of the switch of a party's own decision, whatever its terms."""
    return f"{party}#decision"


def _waits(names: Sequence[str], reads: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether something that is all read by itself waits: a loop, not a single truth."""
    return len(names) > 1 or names[0] in reads[names[0]]


def _foundations_first(names: Sequence[str], reads: Mapping[str, frozenset[str]]) -> list[str]:
    """Return names so that each comes after most of what it reads: depth first, as met."""
    members = frozenset(names)
    placed: dict[str, None] = {}
    seen: set[str] = set()
    for root in names:
        if root in seen:
            continue
        seen.add(root)
        path: list[tuple[str, Iterator[str]]] = [(root, iter(sorted(reads[root])))]
        while path:
            name, onward = path[-1]
            unseen = next((one for one in onward if one in members and one not in seen), None)
            if unseen is None:
                placed[name] = None
                path.pop()
            else:
                seen.add(unseen)
                path.append((unseen, iter(sorted(reads[unseen]))))
    return list(placed)
