"""Faults of ``requirements.yaml``, each at its place."""

from pathlib import Path

import pytest

from tests.operation.small import faults_of

FAULTS = [
    (
        "watch:",
        "undisclosed:",
        [
            (
                "operation.yaml:4:14: watch is no requirement of requirements.yaml; there "
                "are undisclosed"
            ),
            (
                "requirements.yaml:1:1: undisclosed is a word of the language and no "
                "requirement; choose another"
            ),
        ],
    ),
    (
        "unit: persons",
        "unit: persons, priority: desired",
        [
            (
                "requirements.yaml:3:5: no line of watch is essential; give at least one, "
                "because a set is met when its essential lines are"
            ),
        ],
    ),
    (
        "unit: persons",
        "unit: battalions",
        [
            (
                "requirements.yaml:3:53: the line land counts battalions, but land is "
                "offered by aaa-troops in persons; give both one unit, or another "
                "capability"
            ),
        ],
    ),
    (
        "need: 300",
        "need: -3",
        [
            "requirements.yaml:3:42: a need runs from 0 upwards, not -3; give no sign",
        ],
    ),
    (
        "need: 300",
        "need: {low: 5, high: 4}",
        [
            (
                "requirements.yaml:3:48: the low end 5 is above the high end 4; put the "
                "lower end first"
            ),
        ],
    ),
    (
        "need: 300",
        "need: undisclosed",
        [
            (
                "requirements.yaml:3:42: undisclosed is no need; give a number, {low: …, "
                "high: …} or unknown"
            ),
        ],
    ),
    (
        "need: 300, ",
        "",
        [
            (
                "requirements.yaml:3:7: this requirement line lacks need; give the need in "
                "its unit, or unknown: listed, and never met"
            ),
        ],
    ),
    (
        "    - {",
        "    - {id: land, capability: air, need: 1, unit: aircraft}\n    - {",
        [
            (
                "requirements.yaml:4:12: land is already the id of a line of this set "
                "(requirements.yaml:3:12); rename one of them"
            ),
        ],
    ),
    (
        "  lines:",
        "  name: x\n  lines:",
        [
            (
                "requirements.yaml:2:9: the name of a requirement set stands above it, "
                "before the colon; take this out"
            ),
        ],
    ),
    (
        "  lines:",
        "  line:",
        [
            ("requirements.yaml:1:1: this requirement set lacks lines; give the lines of the set"),
            ("requirements.yaml:2:3: line is no key of a requirement set; did you mean lines?"),
        ],
    ),
    (
        "watch:\n",
        "rest: 5\nwatch:\n",
        [
            (
                "requirements.yaml:1:7: a requirement set is a mapping with keys such as "
                "text, lines, evidence; write it as one"
            ),
        ],
    ),
]


@pytest.mark.parametrize(("old", "new", "faults"), FAULTS)
def test_each_fault_is_told_at_its_place(
    tmp_path: Path, old: str, new: str, faults: list[str]
) -> None:
    """One thing changed in a sound folder: what is wrong and what to do, and nothing else."""
    assert faults_of(tmp_path, "requirements.yaml", old, new) == faults
