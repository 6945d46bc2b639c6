"""Faults of ``operation.yaml``, each at its place."""

from pathlib import Path

import pytest

from tests.operation.small import faults_of

FAULTS = [
    (
        "requirement: watch",
        "requirement: wacth",
        [
            (
                "operation.yaml:4:14: wacth is no requirement of requirements.yaml; did you "
                "mean watch?"
            ),
        ],
    ),
    (
        "friends: [AAA]",
        "friends: [AAB]",
        [
            "operation.yaml:6:13: AAB is no party of parties.yaml; did you mean AAA?",
        ],
    ),
    (
        "friends: [AAA]",
        "public: [AAA]",
        [
            (
                "operation.yaml:6:3: public is a word of the language and no audience; "
                "choose another"
            ),
        ],
    ),
    (
        "friends: [AAA]",
        "friends: AAA",
        [
            "operation.yaml:6:12: a list of party codes is wanted here; write [AAA]",
        ],
    ),
    (
        "  friends: [AAA]",
        " [AAA]",
        [
            ("operation.yaml:6:2: a mapping of audiences is wanted here; write name: value"),
        ],
    ),
    (
        "bbb-troops]",
        "bbb-troop]",
        [
            (
                "operation.yaml:8:24: bbb-troop is no party, contribution or proposition of "
                "the operation; did you mean bbb-troops?"
            ),
        ],
    ),
    (
        "bbb-troops]",
        "others]",
        [
            (
                "operation.yaml:8:24: others is no party, contribution or proposition of "
                "the operation; there are AAA, BBB, aaa-troops, backstop, bbb-troops, "
                "ceasefire, peace"
            ),
        ],
    ),
    (
        "as_known_on: 2025-03-15",
        "as_known_on: 2025-02-30",
        [
            (
                "operation.yaml:3:14: 2025-02-30 is no day of the calendar; write "
                "YYYY-MM-DD, or YYYY-MM for the last day of a month"
            ),
        ],
    ),
    (
        "as_known_on: 2025-03-15",
        "as_known_on: unknown",
        [
            (
                "operation.yaml:3:14: unknown is no day of the calendar; write YYYY-MM-DD, "
                "or YYYY-MM for the last day of a month"
            ),
        ],
    ),
    (
        "as_known_on: 2025-03-15",
        "as_known_on: 20250315",
        [
            (
                "operation.yaml:3:14: 20250315 is no day of the calendar; write YYYY-MM-DD, "
                "or YYYY-MM for the last day of a month"
            ),
        ],
    ),
    (
        "as_known_on: 2025-03-15",
        "as_known_on: 2025-03-15\nvalid_on: 9999-12-31",
        [
            (
                "operation.yaml:4:11: 9999-12-31 lies outside the years 1900 to 2999; leave "
                "the key out where no day is meant"
            ),
        ],
    ),
    (
        "as_known_on: 2025-03-15\n",
        "",
        [
            (
                "operation.yaml:1:1: this operation lacks as_known_on; give the day asked "
                "from: what was published by then"
            ),
        ],
    ),
    (
        "id: small",
        "id: small force",
        [
            (
                "operation.yaml:1:5: small force is no operation id; write a letter, then "
                "letters, digits and _, single - between them, at most 80 in all"
            ),
        ],
    ),
    (
        "low: 1, high: 2",
        "low: 2, high: 1",
        [
            ("operation.yaml:10:19: 1 lies outside 2 to 1; let low, value and high ascend"),
        ],
    ),
    (
        "name: A small force",
        "name: A small force\nstaus: live",
        [
            "operation.yaml:3:1: staus is no key of an operation; did you mean status?",
        ],
    ),
    (
        "name: A small force",
        "name: A small force\nstatus: lve",
        [
            "operation.yaml:3:9: lve is no status; did you mean live?",
        ],
    ),
    (
        "name: A small force",
        "name: A small force\nfirm: declined",
        [
            (
                "operation.yaml:3:7: declined is no rung of the ladder; write floated, "
                "signalled, pledged, allocated, committed or delivered"
            ),
        ],
    ),
    (
        "name: A small force",
        "name: A small force\nnotice_days_default: 1.5",
        [
            "operation.yaml:3:22: a notice in days is a whole number; round 1.5",
        ],
    ),
    (
        "name: A small force",
        "name: 2025",
        [
            ("operation.yaml:2:7: 2025 is a number and a text stands here; put it in quotes"),
        ],
    ),
    (
        "name: A small force",
        "name: true",
        [
            ("operation.yaml:2:7: true is a truth value and a text stands here; put it in quotes"),
        ],
    ),
    (
        "name: A small force",
        "name:",
        [
            "operation.yaml:2:1: name has no value; give the name of the operation",
        ],
    ),
    (
        "name: A small force",
        "name: A small force\nnote:",
        [
            (
                "operation.yaml:3:1: note has no value; give the free text: anything else, "
                "or take the key out"
            ),
        ],
    ),
    (
        "name: A small force",
        "name: [a]",
        [
            "operation.yaml:2:7: a list stands here; give a text",
        ],
    ),
    (
        "name: A small force",
        "name: {a: b}",
        [
            "operation.yaml:2:7: a mapping stands here; give a text",
        ],
    ),
    (
        "basis: assumed",
        "basis: asumed",
        [
            "operation.yaml:13:41: asumed is no basis; did you mean assumed?",
        ],
    ),
    (
        ", basis: assumed",
        "",
        [
            (
                "operation.yaml:13:5: this common term lacks basis; give the word on which "
                "it stands: stated, reported, read or assumed"
            ),
        ],
    ),
    (
        "others: {",
        "and: {",
        [
            ("operation.yaml:10:3: and is a word of the language and no parameter; choose another"),
            (
                "parties.yaml:5:22: others is no parameter of operation.yaml; add it there, "
                "or name another"
            ),
        ],
    ),
    (
        "others: {",
        "AAA: {",
        [
            "operation.yaml:6:13: AAA is no party of parties.yaml; there are BBB",
            (
                "parties.yaml:1:10: AAA is already the id of a parameter "
                "(operation.yaml:10:3); rename one of them"
            ),
            (
                "parties.yaml:5:22: others is no parameter of operation.yaml; add it there, "
                "or name another"
            ),
            "contributions.yaml:2:10: AAA is no party of parties.yaml; there are BBB",
            "statements.csv:2:36: AAA is no party of parties.yaml; there are BBB",
            "statements.csv:2:49: AAA is no party of parties.yaml; there are BBB",
            "events.csv:2:46: AAA is no party of parties.yaml; there are BBB",
        ],
    ),
    (
        "share: 0.5",
        "share: -1",
        [
            ("operation.yaml:11:10: a parameter runs from 0 upwards, not -1; give no sign"),
        ],
    ),
    (
        "share: 0.5",
        "share: .nan",
        [
            ("operation.yaml:11:10: .nan is no number to reckon with; write a parameter in digits"),
        ],
    ),
    (
        "share: 0.5",
        "share: 1e999999",
        [
            (
                "operation.yaml:11:10: 1e999999 is no number to reckon with; write a "
                "parameter in digits"
            ),
        ],
    ),
    (
        "share: 0.5",
        "share: 1e16",
        [
            (
                "operation.yaml:11:10: a parameter is at most 1,000,000,000,000,000; give a "
                "smaller number"
            ),
        ],
    ),
    (
        "share: 0.5",
        "share: 0.0000000001",
        [
            ("operation.yaml:11:10: a parameter has at most 9 decimal places; round 0.0000000001"),
        ],
    ),
    (
        "share: 0.5",
        "share: 1,000",
        [
            ("operation.yaml:11:10: 1,000 is no number; write digits, and a point before decimals"),
        ],
    ),
    (
        "if: ceasefire",
        "if: undisclosed",
        [
            (
                "operation.yaml:13:23: what nobody disclosed can be a term only; name here "
                "what has to hold"
            ),
        ],
    ),
]


@pytest.mark.parametrize(("old", "new", "faults"), FAULTS)
def test_each_fault_is_told_at_its_place(
    tmp_path: Path, old: str, new: str, faults: list[str]
) -> None:
    """One thing changed in a sound folder: what is wrong and what to do, and nothing else."""
    assert faults_of(tmp_path, "operation.yaml", old, new) == faults
