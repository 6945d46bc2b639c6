"""Faults of ``contributions.yaml``, each at its place."""

from pathlib import Path

import pytest

from tests.operation.small import faults_of

FAULTS = [
    (
        "id: bbb-troops",
        "id: aaa-troops",
        [
            (
                "operation.yaml:8:24: bbb-troops is no party, contribution or proposition "
                "of the operation; did you mean aaa-troops?"
            ),
            (
                "contributions.yaml:8:7: aaa-troops is already the id of a contribution "
                "(contributions.yaml:1:7); rename one of them"
            ),
        ],
    ),
    (
        "  party: AAA\n",
        "  party: AAB\n",
        [
            ("contributions.yaml:2:10: AAB is no party of parties.yaml; did you mean AAA?"),
        ],
    ),
    (
        "  party: AAA\n",
        "",
        [
            (
                "contributions.yaml:1:3: this contribution lacks party; give the code of "
                "the party that offers it"
            ),
        ],
    ),
    (
        "  capability: land\n",
        "  capability: or\n",
        [
            (
                "contributions.yaml:3:15: or is a word of the language and no capability; "
                "choose another"
            ),
        ],
    ),
    (
        "since: 2025-02-01",
        "since: 2025-03-02",
        [
            (
                "contributions.yaml:7:15: since 2025-03-01 comes after one since "
                "2025-03-02; put them in order of the day on which they became known"
            ),
        ],
    ),
    (
        "since: 2025-02-01",
        "since: 2025-01",
        [
            (
                "contributions.yaml:6:75: A-1 was published on 2025-02-01, after the step "
                "claims to be known since 2025-01-31; give a later day or earlier evidence"
            ),
        ],
    ),
    (
        "since: 2025-02-01, ",
        "",
        [
            (
                "contributions.yaml:6:7: this step lacks since; give the day from which "
                "this was known: when its evidence was published"
            ),
        ],
    ),
    (
        "firmness: signalled, ",
        "",
        [
            (
                "contributions.yaml:6:7: the first step gives no firmness; give floated, "
                "signalled, pledged, allocated, committed, delivered, declined, withdrawn, "
                "denied, suspended or undisclosed"
            ),
        ],
    ),
    (
        "  firmness: pledged\n",
        "",
        [
            (
                "contributions.yaml:8:3: the first step gives no firmness; give floated, "
                "signalled, pledged, allocated, committed, delivered, declined, withdrawn, "
                "denied, suspended or undisclosed"
            ),
        ],
    ),
    (
        "firmness: signalled",
        "firmness: signaled",
        [
            "contributions.yaml:6:37: signaled is no firmness; did you mean signalled?",
        ],
    ),
    (
        "withdraw_terms: [backstop]",
        "withdraw_terms: [ceasefire]",
        [
            (
                "contributions.yaml:7:59: no earlier step gave the term ceasefire; name one "
                "that stands (standing are backstop)"
            ),
        ],
    ),
    (
        "withdraw_terms: [backstop]",
        "withdraw_terms: [backstop, backstop or]",
        [
            (
                "contributions.yaml:7:80: the condition breaks off; an id or a closing "
                "bracket is missing; write ids with and, or, not, at_least(k, group) and "
                "total(capability) >= n"
            ),
        ],
    ),
    (
        "withdraw_terms: [backstop]",
        "withdraw_terms: [backstop], party: BBB",
        [
            (
                "contributions.yaml:7:70: party is no key of a step; party never changes "
                "from step to step; give it once, above the steps"
            ),
        ],
    ),
    (
        "withdraw_terms: [backstop]",
        "releasable_to: freinds",
        [
            (
                "contributions.yaml:7:57: freinds is no audience of operation.yaml; did you "
                "mean friends?"
            ),
        ],
    ),
    (
        "withdraw_terms: [backstop]",
        "releasable_to: [friends, foes]",
        [
            ("contributions.yaml:7:67: foes is no audience of operation.yaml; there are friends"),
        ],
    ),
    (
        ", evidence: [A-1]}",
        "}",
        [
            (
                "contributions.yaml:6:7: this step lacks evidence; give the statements it "
                "rests on, as a list of their ids"
            ),
        ],
    ),
    (
        "[A-1]",
        "[]",
        [
            ("contributions.yaml:6:77: the evidence is empty; cite the statements this rests on"),
        ],
    ),
    (
        "[A-1]",
        "A-1",
        [
            ("contributions.yaml:6:77: a list of statement ids is wanted here; write [A-1]"),
        ],
    ),
    (
        "[A-1]",
        "[A-9]",
        [
            ("contributions.yaml:6:78: A-9 is no statement of statements.csv; did you mean A-1?"),
        ],
    ),
    (
        "  evidence: [B-1]\n",
        "",
        [
            (
                "contributions.yaml:8:3: this contribution lacks evidence; give the "
                "statements it rests on, as a list of their ids"
            ),
        ],
    ),
    (
        "{low: 100, high: 200}",
        "{low: 300, high: 200}",
        [
            (
                "contributions.yaml:13:19: the low end 300 is above the high end 200; put "
                "the lower end first"
            ),
        ],
    ),
    (
        "{low: 100, high: 200}",
        "{low: 100, most: 200}",
        [
            (
                "contributions.yaml:13:13: this quantity from low to high lacks high; give "
                "the high end, not below the low one"
            ),
            (
                "contributions.yaml:13:24: most is no key of a quantity from low to high; "
                "its keys are low, high"
            ),
        ],
    ),
    (
        "{low: 100, high: 200}",
        "-5",
        [
            ("contributions.yaml:13:13: a quantity runs from 0 upwards, not -5; give no sign"),
        ],
    ),
    (
        "{low: 100, high: 200}",
        "{undisclosed: {at_least: 5, at_most: 4}}",
        [
            ("contributions.yaml:13:38: at_least 5 is above at_most 4; put the lower end first"),
        ],
    ),
    (
        "{low: 100, high: 200}",
        "{undisclosed: {}}",
        [
            ("contributions.yaml:13:27: an empty mapping bounds nothing; write undisclosed alone"),
        ],
    ),
    (
        "{low: 100, high: 200}",
        "secret",
        [
            (
                "contributions.yaml:13:13: secret is no quantity; give a number, {low: …, "
                "high: …} or undisclosed"
            ),
        ],
    ),
    (
        "  firmness: pledged\n",
        "  firmness: pledged\n  fulfilment: {low: 0.9, high: 0.1}\n",
        [
            (
                "contributions.yaml:13:21: the low end 0.9 is above the high end 0.1; put "
                "the lower end first"
            ),
        ],
    ),
    (
        "  firmness: pledged\n",
        "  firmness: pledged\n  since: 2025-03-01\n",
        [
            (
                "contributions.yaml:13:3: since is no key of a contribution; without steps "
                "it is known once all its evidence was published; take since out, or write "
                "steps"
            ),
        ],
    ),
    (
        "  firmness: pledged\n",
        "  firmness: pledged\n  withdraw_terms: [backstop]\n",
        [
            (
                "contributions.yaml:13:3: withdraw_terms is no key of a contribution; "
                "without steps no term came earlier; take it out, or write steps"
            ),
        ],
    ),
    (
        "  steps:\n",
        "  firmness: pledged\n  steps:\n",
        [
            (
                "contributions.yaml:5:3: firmness is no key of a contribution; beside "
                "steps, firmness stands in the step that gave it; move it there"
            ),
        ],
    ),
    (
        "  firmness: pledged\n",
        "  firmness: pledged\n  steps: []\n",
        [
            (
                "contributions.yaml:12:3: firmness is no key of a contribution; beside "
                "steps, firmness stands in the step that gave it; move it there"
            ),
            ("contributions.yaml:13:10: the list of steps is empty; give at least one step"),
            (
                "contributions.yaml:14:3: quantity is no key of a contribution; beside "
                "steps, quantity stands in the step that gave it; move it there"
            ),
            (
                "contributions.yaml:15:3: evidence is no key of a contribution; beside "
                "steps, evidence stands in the step that gave it; move it there"
            ),
        ],
    ),
    (
        "  firmness: pledged\n",
        "  firmness: pledged\n  part_of: bbb-troops\n",
        [
            (
                "contributions.yaml:13:12: bbb-troops is part of itself; name the one that "
                "counts it all"
            ),
        ],
    ),
    (
        "  firmness: pledged\n",
        "  firmness: pledged\n  part_of: bbb-troop\n",
        [
            (
                "contributions.yaml:13:12: bbb-troop is no contribution of "
                "contributions.yaml; did you mean bbb-troops?"
            ),
        ],
    ),
    (
        "  firmness: pledged\n",
        "  firmness: pledged\n  available: {from: 2025-06-01, until: 2025-05}\n",
        [
            (
                "contributions.yaml:13:40: until 2025-05-31 is not after from 2025-06-01; "
                "give the first day it is gone"
            ),
        ],
    ),
    (
        "  firmness: pledged\n",
        "  firmness: pledged\n  available: {from: 2025-06-01, until: 2025-06-01}\n",
        [
            (
                "contributions.yaml:13:40: until 2025-06-01 is not after from 2025-06-01; "
                "give the first day it is gone"
            ),
        ],
    ),
    (
        "  firmness: pledged\n",
        "  firmness: pledged\n  available: 2025-06-01\n",
        [
            (
                "contributions.yaml:13:14: a window of days is a mapping with keys such as "
                "from, until; write it as one"
            ),
        ],
    ),
    (
        "  firmness: pledged\n",
        "  firmness: pledged\n  notice_days: 1.5\n",
        [
            "contributions.yaml:13:16: a notice in days is a whole number; round 1.5",
        ],
    ),
    (
        "  firmness: pledged\n",
        "  firmness: pledged\n  transit_days: 100000\n",
        [
            (
                "contributions.yaml:13:17: a transit in days is at most 10,000; give a "
                "smaller number"
            ),
        ],
    ),
    (
        "  firmness: pledged\n",
        "  firmness: pledged\n  caveats: [not on the line]\n",
        [
            (
                "contributions.yaml:13:13: not on the line is no caveat; write a letter, "
                "then letters, digits and _, single - between them, at most 80 in all"
            ),
        ],
    ),
]


@pytest.mark.parametrize(("old", "new", "faults"), FAULTS)
def test_each_fault_is_told_at_its_place(
    tmp_path: Path, old: str, new: str, faults: list[str]
) -> None:
    """One thing changed in a sound folder: what is wrong and what to do, and nothing else."""
    assert faults_of(tmp_path, "contributions.yaml", old, new) == faults
