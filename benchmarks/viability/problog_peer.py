"""ProbLog as a peer: a structure as a probabilistic logic program, answered by another process.

A logic program means its least model, loops included: that is how nobody moves first, and for
moving together the program says what fails. Unrolled, both readings are programs without loops:
ProbLog then gets much further, and is timed so.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.viability.asked import Asked
from benchmarks.viability.failing import failing
from benchmarks.viability.gates import TRUE, Gates
from benchmarks.viability.processes import Limits, run
from benchmarks.viability.unrolling import unrolled
from guarantor.viability import Reading

# The command of ProbLog prints eight digits; this asks the same of its library and prints all.
_CHILD = """
import json, sys
from problog import get_evaluatable
from problog.program import PrologFile
sys.setrecursionlimit(100_000)
for path in sys.argv[1:]:
    found = get_evaluatable().create_from(PrologFile(path)).evaluate()
    print(json.dumps({str(name): float(chance) for name, chance in found.items()}))
"""


@dataclass(frozen=True, kw_only=True)
class Program:
    """One case of what is asked, as a program.

    Attributes:
        text: Its queries are ``q0``, ``q1``, … in the order of the targets.
        fails: Whether the queries are that each target fails.
    """

    text: str
    fails: bool = False


def is_there() -> bool:
    """Tell whether ProbLog is installed."""
    return find_spec("problog") is not None


def chances(questions: Sequence[Asked], limits: Limits, *, unroll: bool) -> list[dict[str, float]]:
    """Return the end of each target's chance, for each of some questions.

    Args:
        questions: What is asked, all of one process.
        limits: What ProbLog may take for all of them.
        unroll: Whether loops are unrolled, or left to ProbLog.

    Raises:
        NoAnswer: ProbLog takes more than that, or fails.
    """
    start = perf_counter()
    written = _unrolled if unroll else _looped
    programs = [[written(asked, case) for case in asked.cases()] for asked in questions]
    flat = [program for cases in programs for program in cases]
    found = iter(_answers(flat, limits.left(start)))
    return [
        asked.pick([dict(zip(asked.targets, next(found), strict=True)) for _ in cases])
        for asked, cases in zip(questions, programs, strict=True)
    ]


def _answers(programs: Sequence[Program], limits: Limits) -> list[list[float]]:
    with TemporaryDirectory() as folder:
        paths = [Path(folder, f"program{index}.pl") for index in range(len(programs))]
        for path, program in zip(paths, programs, strict=True):
            path.write_text(program.text)
        lines = run((sys.executable, "-c", _CHILD, *map(str, paths)), limits, folder).splitlines()
    found = []
    for program, line in zip(programs, lines, strict=True):
        queries: dict[str, float] = json.loads(line)
        answers = (queries[f"q{index}"] for index in range(len(queries)))
        found.append([1 - answer if program.fails else answer for answer in answers])
    return found


def _unrolled(asked: Asked, case: Mapping[str, float]) -> Program:
    gates, targets = unrolled(asked, case)
    return Program(text=_Writer(gates, {}).program([*targets.values()]))


def _looped(asked: Asked, case: Mapping[str, float]) -> Program:
    gates = Gates(case)
    fails = asked.reading is Reading.MOVING_TOGETHER
    settled = frozenset(asked.structure.settled_first)
    equations = {
        name: gates.of(failing(formula, settled) if fails and name not in settled else formula)
        for name, formula in asked.equations().items()
    }
    targets = [
        gates.of(failing(formula, settled) if fails else formula)
        for formula in asked.targets.values()
    ]
    return Program(text=_Writer(gates, equations).program(targets), fails=fails)


@dataclass(frozen=True)
class _Writer:
    """Writes gates as clauses.

    Attributes:
        equations: The gate of each truth that is left to ProbLog.
    """

    gates: Gates
    equations: Mapping[str, int]

    @cached_property
    def _names(self) -> Mapping[tuple[str, str], str]:
        """The predicate of each event and truth: its own name may be none that Prolog allows."""
        events = {("event", name): f"e{number}" for number, name in enumerate(self.gates.chances)}
        truths = {("truth", name): f"t{number}" for number, name in enumerate(self.equations)}
        return events | truths

    def program(self, targets: Sequence[int]) -> str:
        """Return a program that asks for the chance of each gate that is a target."""
        return "".join(f"{clause}\n" for clause in self._clauses(targets))

    def _clauses(self, targets: Sequence[int]) -> Iterator[str]:
        for name, chance in self.gates.chances.items():
            yield f"{Decimal(chance):f}::{self._names['event', name]}."
        for name, number in self.equations.items():
            yield f"{self._names['truth', name]} :- {self._literal(number)}."
        for number, gate in self.gates.below((*self.equations.values(), *targets)):
            parts = [self._literal(part) for part in gate.parts]
            if gate.kind == "and":
                yield f"g{number} :- {', '.join(parts)}."
            if gate.kind == "or":
                yield from (f"g{number} :- {part}." for part in parts)
        for index, number in enumerate(targets):
            yield f"q{index} :- {self._literal(number)}."
            yield f"query(q{index})."

    def _literal(self, number: int) -> str:
        gate = self.gates.table[number]
        match gate.kind:
            case "constant":
                return "true" if number == TRUE else "fail"
            case "not":
                return rf"\+ {self._literal(gate.parts[0])}"
            case "and" | "or":
                return f"g{number}"
            case _:
                return self._names[gate.kind, gate.name]
