"""Faults of ``parties.yaml``, each at its place."""

from pathlib import Path

import pytest

from tests.operation.small import faults_of

FAULTS = [
    (
        "code: BBB",
        "code: AAA",
        [
            (
                "parties.yaml:2:9: AAA is already the id of a party (parties.yaml:1:10); "
                "rename one of them"
            ),
            "contributions.yaml:9:10: BBB is no party of parties.yaml; there are AAA",
            "statements.csv:2:53: BBB is no party of parties.yaml; there are AAA",
            "statements.csv:3:36: BBB is no party of parties.yaml; there are AAA",
            "statements.csv:3:49: BBB is no party of parties.yaml; there are AAA",
            "events.csv:2:50: BBB is no party of parties.yaml; there are AAA",
        ],
    ),
    (
        "code: BBB",
        "code: 9b",
        [
            (
                "parties.yaml:2:9: 9b is no party code; write a letter, then letters, "
                "digits and _, single - between them, at most 80 in all"
            ),
            ("contributions.yaml:9:10: BBB is no party of parties.yaml; there are 9b, AAA"),
            "statements.csv:2:53: BBB is no party of parties.yaml; there are 9b, AAA",
            "statements.csv:3:36: BBB is no party of parties.yaml; there are 9b, AAA",
            "statements.csv:3:49: BBB is no party of parties.yaml; there are 9b, AAA",
            "events.csv:2:50: BBB is no party of parties.yaml; there are 9b, AAA",
        ],
    ),
    (
        "code: BBB",
        "code: true",
        [
            ("parties.yaml:2:9: true is a word of the language and no party code; choose another"),
            ("contributions.yaml:9:10: BBB is no party of parties.yaml; there are AAA, true"),
            "statements.csv:2:53: BBB is no party of parties.yaml; there are AAA, true",
            "statements.csv:3:36: BBB is no party of parties.yaml; there are AAA, true",
            "statements.csv:3:49: BBB is no party of parties.yaml; there are AAA, true",
            "events.csv:2:50: BBB is no party of parties.yaml; there are AAA, true",
        ],
    ),
    (
        "[host]",
        "[hots]",
        [
            "parties.yaml:1:36: hots is no role; did you mean host?",
        ],
    ),
    (
        "[host]",
        "host",
        [
            "parties.yaml:1:35: a list of roles is wanted here; write [host]",
        ],
    ),
    (
        "[host]",
        "{a: b}",
        [
            "parties.yaml:1:35: a list of roles is wanted here; write - before each",
        ],
    ),
    (
        "decision: 0.9",
        "decision: 1.2",
        [
            "parties.yaml:1:53: a chance is at most 1; give a smaller number",
        ],
    ),
    (
        "decision: 0.9",
        "decision: -0.0",
        [
            "parties.yaml:1:53: a chance runs from 0 upwards, not -0.0; give no sign",
        ],
    ),
    (
        "decision: 0.9",
        "decision: .inf",
        [
            ("parties.yaml:1:53: .inf is no number to reckon with; write a chance in digits"),
        ],
    ),
    (
        "decision: 0.9",
        "decision: {low: 0.5, high: 0.4}",
        [
            (
                "parties.yaml:1:59: the low end 0.5 is above the high end 0.4; put the "
                "lower end first"
            ),
        ],
    ),
    (
        "decision: 0.9",
        "decision: {low: 0.5, high: 1.5}",
        [
            "parties.yaml:1:70: a chance is at most 1; give a smaller number",
        ],
    ),
    (
        "decision: 0.9",
        "decision: {low: 0.5}",
        [
            (
                "parties.yaml:1:53: this chance from low to high lacks high; give the high "
                "end, not below the low one"
            ),
        ],
    ),
    (
        "decision: 0.9",
        "decision: lkely",
        [
            "parties.yaml:1:53: lkely is no chance; did you mean likely?",
        ],
    ),
    (
        "decision: 0.9",
        "decision: 40 %",
        [
            (
                "parties.yaml:1:53: 40 % is no chance; give a number, {low: …, high: …}, "
                "almost no chance, very unlikely, unlikely, roughly even, likely, very "
                "likely, almost certain or unknown"
            ),
        ],
    ),
    (
        "decision: 0.9",
        "decision: [0.1, 0.2]",
        [
            (
                "parties.yaml:1:53: a list is no chance; give a number, {low: …, high: …}, "
                "almost no chance, very unlikely, unlikely, roughly even, likely, very "
                "likely, almost certain or unknown"
            ),
        ],
    ),
    (
        "decision: 0.9",
        "decison: 0.9",
        [
            "parties.yaml:1:43: decison is no key of a party; did you mean decision?",
        ],
    ),
    (
        "name: Aland",
        "name: Aland, the far one",
        [
            (
                "parties.yaml:1:28: the far one is no key of a party; within { } put a text "
                "or condition that holds a comma in quotes"
            ),
        ],
    ),
    (
        "basis: stated, ",
        "",
        [
            (
                "parties.yaml:5:7: this term lacks basis; give the word on which it stands: "
                "stated, reported, read or assumed"
            ),
        ],
    ),
    (
        "basis: stated",
        "basis: sated",
        [
            "parties.yaml:5:47: sated is no basis; did you mean stated?",
        ],
    ),
    (
        "evidence: [B-1]",
        "evidence: [B-2]",
        [
            ("parties.yaml:5:66: B-2 is no statement of statements.csv; did you mean B-1?"),
        ],
    ),
    (
        "evidence: [B-1]",
        "evidence: B-1",
        [
            "parties.yaml:5:65: a list of statement ids is wanted here; write [B-1]",
        ],
    ),
    (
        "- code: BBB",
        "- BBB\n- code: BBB",
        [
            (
                "parties.yaml:2:3: a party is a mapping with keys such as code, name, "
                "roles; write it as one"
            ),
        ],
    ),
]


@pytest.mark.parametrize(("old", "new", "faults"), FAULTS)
def test_each_fault_is_told_at_its_place(
    tmp_path: Path, old: str, new: str, faults: list[str]
) -> None:
    """One thing changed in a sound folder: what is wrong and what to do, and nothing else."""
    assert faults_of(tmp_path, "parties.yaml", old, new) == faults
