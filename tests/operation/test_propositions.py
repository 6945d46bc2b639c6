"""Faults of ``propositions.yaml``, each at its place."""

from pathlib import Path

import pytest

from tests.operation.small import faults_of

FAULTS = [
    (
        "id: peace",
        "id: ceasefire",
        [
            (
                "propositions.yaml:7:8: ceasefire is already the id of a proposition "
                "(propositions.yaml:1:8); rename one of them"
            ),
        ],
    ),
    (
        "id: peace",
        "id: BBB",
        [
            (
                "propositions.yaml:7:8: BBB is already the id of a party "
                "(parties.yaml:2:9); rename one of them"
            ),
        ],
    ),
    (
        "low: 0.2, high: 0.4",
        "low: 0.4, high: 0.2",
        [
            (
                "propositions.yaml:1:49: the low end 0.4 is above the high end 0.2; put the "
                "lower end first"
            ),
        ],
    ),
    (
        "2025-03-01, is: holds",
        "2025-01-01, is: holds",
        [
            (
                "propositions.yaml:6:15: since 2025-01-01 comes after one since 2025-02-01; "
                "put them in order of the day on which they became known"
            ),
            (
                "propositions.yaml:6:49: A-1 was published on 2025-02-01, after the record "
                "claims to be known since 2025-01-01; give a later day or earlier evidence"
            ),
        ],
    ),
    (
        "2025-03-01, is: holds",
        "2025-03-01, until: 2025-03-01, is: holds",
        [
            (
                "propositions.yaml:6:34: until 2025-03-01 is not after since 2025-03-01; "
                "give the first day it is over"
            ),
        ],
    ),
    (
        "2025-02-01, is: open",
        "2025-01-31, is: open",
        [
            (
                "propositions.yaml:5:48: A-1 was published on 2025-02-01, after the record "
                "claims to be known since 2025-01-31; give a later day or earlier evidence"
            ),
        ],
    ),
    (
        "2025-02-01, is: open",
        "2025-02-29, is: open",
        [
            (
                "propositions.yaml:5:15: 2025-02-29 is no day of the calendar; write "
                "YYYY-MM-DD, or YYYY-MM for the last day of a month"
            ),
        ],
    ),
    (
        "is: holds",
        "is: hold",
        [
            "propositions.yaml:6:31: hold is no state of a record; did you mean holds?",
        ],
    ),
    (
        "is: holds, ",
        "",
        [
            (
                "propositions.yaml:6:7: this record lacks is; give the state: holds or "
                "fails settle the proposition, the others do not"
            ),
        ],
    ),
    (
        "basis: stated",
        "basis: we think so",
        [
            (
                "propositions.yaml:7:74: we think so is no basis; write stated, reported, "
                "read or assumed"
            ),
        ],
    ),
    (
        "text: There is peace, ",
        "",
        [
            (
                "propositions.yaml:7:3: this proposition lacks text; give the claim in "
                "words, such as: A ceasefire is in force"
            ),
        ],
    ),
]


@pytest.mark.parametrize(("old", "new", "faults"), FAULTS)
def test_each_fault_is_told_at_its_place(
    tmp_path: Path, old: str, new: str, faults: list[str]
) -> None:
    """One thing changed in a sound folder: what is wrong and what to do, and nothing else."""
    assert faults_of(tmp_path, "propositions.yaml", old, new) == faults
