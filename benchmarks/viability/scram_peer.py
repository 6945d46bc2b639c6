"""SCRAM as a peer: a structure as a fault tree in the Open-PSA format, answered by its program.

The program works out chances exactly, on a binary decision diagram, and prints six digits. Cut sets
are listed up to one member only: it lists them in any case, and there are far too many.
"""

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.viability.asked import Asked
from benchmarks.viability.gates import FALSE, TRUE, Gates
from benchmarks.viability.processes import Limits, run
from benchmarks.viability.unrolling import unrolled

DIGITS = 6
"""How many digits SCRAM prints of a chance."""
_PROGRAM = "scram"
_OPTIONS = ("--bdd", "--probability", "true", "--limit-order", "1", "--no-indent")
_ANSWER = re.compile(r'<sum-of-products name="target(\d+)"[^>]* probability="([^"]+)"')


def is_there() -> bool:
    """Tell whether the program is installed."""
    return shutil.which(_PROGRAM) is not None


def chances(questions: Sequence[Asked], limits: Limits) -> list[dict[str, float]]:
    """Return the end of each target's chance to six digits, for each of some questions.

    Args:
        questions: What is asked, each of a process of its own.
        limits: What SCRAM may take for all of them; memory is each process's own.

    Raises:
        NoAnswer: SCRAM takes more than that, or fails.
    """
    start = perf_counter()
    return [
        asked.pick([_answer(asked, case, limits, start) for case in asked.cases()])
        for asked in questions
    ]


def _answer(
    asked: Asked, case: Mapping[str, float], limits: Limits, start: float
) -> dict[str, float]:
    gates, targets = unrolled(asked, case)
    found = {name: float(gate == TRUE) for name, gate in targets.items()}
    open_targets = [name for name, gate in targets.items() if gate not in {FALSE, TRUE}]
    if open_targets:
        tree = "\n".join(_Writer(gates).tree([targets[name] for name in open_targets]))
        with TemporaryDirectory() as folder:
            path = Path(folder, "tree.xml")
            path.write_text(tree)
            written = run((_PROGRAM, *_OPTIONS, str(path)), limits.left(start), folder)
        for number, chance in _ANSWER.findall(written):
            found[open_targets[int(number)]] = float(chance)
    return found


@dataclass(frozen=True)
class _Writer:
    """Writes gates as a fault tree."""

    gates: Gates

    def tree(self, targets: list[int]) -> Iterator[str]:
        """Yield the model, a line for each element; the targets pass on a gate each."""
        yield '<?xml version="1.0"?><opsa-mef><define-fault-tree name="operation">'
        for index, number in enumerate(targets):
            yield f'<define-gate name="target{index}">{self._read(number)}</define-gate>'
        events: list[tuple[int, str]] = []
        for number, gate in self.gates.below(targets):
            if gate.kind == "event":
                events.append((number, gate.name))
            else:
                parts = "".join(map(self._read, gate.parts))
                formula = f"<{gate.kind}>{parts}</{gate.kind}>"
                yield f'<define-gate name="g{number}">{formula}</define-gate>'
        yield "</define-fault-tree><model-data>"
        for number, name in events:
            chance = f'<float value="{self.gates.chances[name]!r}"/>'
            yield f'<define-basic-event name="e{number}">{chance}</define-basic-event>'
        yield "</model-data></opsa-mef>"

    def _read(self, number: int) -> str:
        if self.gates.table[number].kind == "event":
            return f'<basic-event name="e{number}"/>'
        return f'<gate name="g{number}"/>'
