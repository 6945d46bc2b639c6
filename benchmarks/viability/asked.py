"""What is asked of every engine in the benchmarks, and with which chances."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from guarantor.model import End, View
from guarantor.viability import Counting, Question, Reading
from guarantor.viability.building import build
from guarantor.viability.formulas import Event, Formula, Truth, leaves
from guarantor.viability.structure import Structure

COUNTED = {End.LOW: Counting.LOW, End.HIGH: Counting.HIGH}
"""How quantities are counted at each end of a chance."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One end of the chances of a structure, in one reading.

    Attributes:
        structure: Its quantities are counted for this end.
        targets: What to give the chance of.
    """

    structure: Structure
    end: End
    reading: Reading
    targets: Mapping[str, Formula]

    def equations(self) -> dict[str, Formula]:
        """Return the formulas of the truths that the targets rest on."""
        read = (leaf for target in self.targets.values() for leaf in leaves(target))
        needed = self.structure.cone(leaf.name for leaf in read if isinstance(leaf, Truth))
        equations = self.structure.equations
        return {name: formula for name, formula in equations.items() if name in needed}

    def cases(self) -> Iterator[dict[str, float]]:
        """Yield the chances of the events read, for every choice of ends of those under a not."""
        formulas = [*self.targets.values(), *self.equations().values()]
        read = (leaf for formula in formulas for leaf in leaves(formula))
        names = sorted({leaf.name for leaf in read if isinstance(leaf, Event)})
        for case in product(*map(self._ends, names)):
            yield dict(zip(names, case, strict=True))

    def _ends(self, event: str) -> tuple[float, ...]:
        chance = self.structure.chances[event]
        both = event in self.structure.settled_first and chance.low < chance.high
        return (chance.low, chance.high) if both else (chance.at(self.end),)

    def pick(self, answers: list[dict[str, float]]) -> dict[str, float]:
        """Return the end of each target's chance over the answers to every case."""
        choose = min if self.end is End.LOW else max
        return {name: choose(answer[name] for answer in answers) for name in self.targets}


def met_alone(structure: Structure) -> dict[str, Formula]:
    """Return the one question whether the requirement is met."""
    return {"met": structure.met()}


def everything(structure: Structure) -> dict[str, Formula]:
    """Return whether the requirement and each of its lines are met, and who joins."""
    view = structure.view
    lines = view.requirements[structure.question.requirement].lines
    return {
        **met_alone(structure),
        **{f"line {line.id}": structure.line(line) for line in lines},
        **{f"joins {code}": Truth(code) for code in view.parties},
    }


def asked_of(view: View) -> Iterator[Asked]:
    """Yield the question whether the requirement is met, at both ends and in both readings."""
    question = Question.about(view)
    for end, counting in COUNTED.items():
        structure = build(view, question, counting)
        for reading in Reading:
            yield Asked(structure=structure, end=end, reading=reading, targets=met_alone(structure))
