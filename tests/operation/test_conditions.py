"""Faults of conditions, each at its column."""

from pathlib import Path

import pytest

from tests.operation.small import PROPOSITIONS, broken, check_small, faults_of

FAULTS = [
    (
        "parties.yaml",
        "others, offers",
        "otters, offers",
        [
            ("parties.yaml:5:22: otters is no parameter of operation.yaml; did you mean others?"),
        ],
    ),
    (
        "parties.yaml",
        "others, offers",
        "AAA, offers",
        [
            (
                "parties.yaml:5:22: AAA is no parameter of operation.yaml; add it there, or "
                "name another"
            ),
        ],
    ),
    (
        "parties.yaml",
        "others, offers",
        "share, offers",
        [
            (
                "parties.yaml:5:22: share is not whole at every end; at_least counts in "
                "whole numbers, so give it whole ones"
            ),
        ],
    ),
    (
        "parties.yaml",
        "others, offers",
        "others, ofers",
        [
            ("parties.yaml:5:30: ofers is no group of operation.yaml; did you mean offers?"),
        ],
    ),
    (
        "parties.yaml",
        "others, offers",
        "others, AAA",
        [
            "parties.yaml:5:30: AAA is a party and no group; write [AAA]",
        ],
    ),
    (
        "parties.yaml",
        "others, offers",
        "1, [aaa-troops, XYZ, share]",
        [
            (
                "parties.yaml:5:38: XYZ is no party, contribution or proposition; add it "
                "there, or name another"
            ),
            ("parties.yaml:5:43: share is a parameter; it may stand only where a number may"),
        ],
    ),
    (
        "parties.yaml",
        '"at_least(others, offers)"',
        "at_least(others, offers)",
        [
            (
                "parties.yaml:5:27: the condition breaks off; an id or a closing bracket is "
                "missing; within [ ] and { } put a condition that holds a comma in quotes"
            ),
            (
                "parties.yaml:5:29: offers) is no key of a term; within { } put a text or "
                "condition that holds a comma in quotes"
            ),
        ],
    ),
    (
        "parties.yaml",
        '"at_least(others, offers)"',
        "offers",
        [
            "parties.yaml:5:12: offers is a group; count it with at_least(k, offers)",
        ],
    ),
    (
        "parties.yaml",
        '"at_least(others, offers)"',
        "peace and others",
        [
            ("parties.yaml:5:22: others is a parameter; it may stand only where a number may"),
        ],
    ),
    (
        "parties.yaml",
        '"at_least(others, offers)"',
        "'peace and bakstop'",
        [
            (
                "parties.yaml:5:23: bakstop is no party, contribution or proposition; did "
                "you mean backstop?"
            ),
        ],
    ),
    (
        "parties.yaml",
        '"at_least(others, offers)"',
        "total(land) >= tree",
        [
            (
                "parties.yaml:5:27: tree is no parameter of operation.yaml; add it there, "
                "or name another"
            ),
        ],
    ),
    (
        "parties.yaml",
        '"at_least(others, offers)"',
        "peace and (backstop",
        [
            (
                "parties.yaml:5:31: the condition breaks off; an id or a closing bracket is "
                "missing; within [ ] and { } put a condition that holds a comma in quotes"
            ),
        ],
    ),
    (
        "parties.yaml",
        '"at_least(others, offers)"',
        "peace and and backstop",
        [
            (
                "parties.yaml:5:22: 'and' does not belong here; write ids with and, or, "
                "not, at_least(k, group) and total(capability) >= n"
            ),
        ],
    ),
    (
        "parties.yaml",
        '"at_least(others, offers)"',
        "peace & backstop",
        [
            (
                "parties.yaml:5:18: '&' has no place in a condition; write ids with and, "
                "or, not, at_least(k, group) and total(capability) >= n"
            ),
        ],
    ),
    (
        "parties.yaml",
        '"at_least(others, offers)"',
        '""',
        [
            (
                "parties.yaml:5:13: the condition breaks off; an id or a closing bracket is "
                "missing; write ids with and, or, not, at_least(k, group) and "
                "total(capability) >= n"
            ),
        ],
    ),
    (
        "parties.yaml",
        '"at_least(others, offers)"',
        "AAA or peace and not AAA",
        [
            (
                "parties.yaml:5:33: not AAA: it rests on AAA joining; a not may stand only "
                "over propositions that rest neither on who joins or offers nor on a loop"
            ),
        ],
    ),
    (
        "parties.yaml",
        '"at_least(others, offers)"',
        "not (peace or bbb-troops)",
        [
            (
                "parties.yaml:5:26: not bbb-troops: it rests on bbb-troops being offered; a "
                "not may stand only over propositions that rest neither on who joins or "
                "offers nor on a loop"
            ),
        ],
    ),
    (
        "parties.yaml",
        '"at_least(others, offers)"',
        "undisclosed or peace",
        [
            (
                "parties.yaml:5:12: undisclosed is no party, contribution or proposition; "
                "list it as a term of its own"
            ),
        ],
    ),
    (
        "propositions.yaml",
        "when: ceasefire and backstop",
        "when: ceasefire and peace and not peace",
        [
            (
                "propositions.yaml:7:71: not peace: peace rests on a loop (peace → peace); "
                "a not may stand only over propositions that rest neither on who joins or "
                "offers nor on a loop"
            ),
        ],
    ),
    (
        "propositions.yaml",
        "when: ceasefire and backstop",
        "when: aaa-troops and not peace",
        [
            (
                "propositions.yaml:7:62: not peace: peace rests on aaa-troops being offered "
                "(peace → aaa-troops); a not may stand only over propositions that rest "
                "neither on who joins or offers nor on a loop"
            ),
        ],
    ),
    (
        "propositions.yaml",
        "when: ceasefire and backstop",
        "when: AAA}\n- {id: war, text: x, chance: 1, when: not peace",
        [
            (
                "propositions.yaml:8:43: not peace: peace rests on AAA joining (peace → "
                "AAA); a not may stand only over propositions that rest neither on who "
                "joins or offers nor on a loop"
            ),
        ],
    ),
    (
        "propositions.yaml",
        "when: ceasefire and backstop",
        (
            "when: war}\n- {id: war, text: x, chance: 1, when: not strife}\n"
            "- {id: strife, text: x, when: peace"
        ),
        [
            (
                "propositions.yaml:8:43: not strife: strife rests on a loop (strife → peace "
                "→ war → strife); a not may stand only over propositions that rest neither "
                "on who joins or offers nor on a loop"
            ),
        ],
    ),
    (
        "propositions.yaml",
        "when: ceasefire and backstop",
        'when: "not at_least(1, offers)"',
        [
            (
                "propositions.yaml:7:44: not aaa-troops: it rests on aaa-troops being "
                "offered; a not may stand only over propositions that rest neither on who "
                "joins or offers nor on a loop"
            ),
            (
                "propositions.yaml:7:44: not bbb-troops: it rests on bbb-troops being "
                "offered; a not may stand only over propositions that rest neither on who "
                "joins or offers nor on a loop"
            ),
        ],
    ),
    (
        "propositions.yaml",
        "when: ceasefire and backstop",
        "when: not total(land) >= 5",
        [
            (
                "propositions.yaml:7:47: not total(land) >= 5: it rests on what is offered: "
                "total(land) >= 5; a not may stand only over propositions that rest neither "
                "on who joins or offers nor on a loop"
            ),
        ],
    ),
    (
        "propositions.yaml",
        "when: ceasefire and backstop",
        "when: undisclosed",
        [
            (
                "propositions.yaml:7:43: what nobody disclosed can be a term only; name "
                "here what has to hold"
            ),
        ],
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "faults"), FAULTS)
def test_each_fault_is_told_at_its_place(
    tmp_path: Path, name: str, old: str, new: str, faults: list[str]
) -> None:
    """One thing changed in a sound folder: what is wrong and what to do, and nothing else."""
    assert faults_of(tmp_path, name, old, new) == faults


def test_a_circle_without_not_is_allowed(tmp_path: Path) -> None:
    """Conditions may be circular: both readings of them are computed."""
    circle = """\
- {id: ceasefire, text: It holds, when: peace, basis: stated}
- {id: peace, text: There is peace, when: ceasefire or AAA or not backstop, basis: stated}
- {id: backstop, text: Somebody stands behind it}
"""

    checked = check_small(tmp_path, propositions=circle)

    assert checked.faults == ()
    assert checked.warnings == ()


def test_a_definition_that_nobody_voiced_is_a_warning(tmp_path: Path) -> None:
    """Without a chance the ``when`` is an equation; with one, or in others' words, it is meant."""
    propositions = """\
- {id: ceasefire, text: It holds}
- {id: backstop, text: Somebody stands behind it, when: ceasefire, basis: read}
- {id: peace, text: There is peace, when: ceasefire, basis: assumed, chance: unknown}
- {id: war, text: There is war, when: ceasefire, basis: reported}
- {id: truce, text: There is a truce, when: ceasefire, basis: assumed}
"""

    checked = check_small(tmp_path, propositions=propositions)

    assert checked.faults == ()
    assert list(map(str, checked.warnings)) == [
        (
            "propositions.yaml:2:57: backstop is certain once its when holds, because it has no "
            "chance, and its basis is read; give chance: unknown if the when is only what it "
            "needs first"
        ),
        (
            "propositions.yaml:5:45: truce is certain once its when holds, because it has no "
            "chance, and its basis is assumed; give chance: unknown if the when is only what it "
            "needs first"
        ),
    ]


def test_a_count_of_parties_in_a_term_is_a_warning(tmp_path: Path) -> None:
    """It waits for parties to join, whatever they offer; in a ``when`` that is usual."""
    operation = broken("operation.yaml", "groups:\n", "groups:\n  contributors: [AAA, BBB]\n")
    parties = broken("parties.yaml", "(others, offers)", "(1, contributors)")
    propositions = broken("propositions.yaml", "ceasefire and backstop", '"at_least(1, [AAA])"')

    checked = check_small(tmp_path, operation=operation, parties=parties, propositions=propositions)

    assert checked.faults == ()
    assert list(map(str, checked.warnings)) == [
        (
            "parties.yaml:5:13: at_least(1, contributors) counts parties that join, and a term "
            "seldom waits for that; name their contributions if their offers are meant"
        )
    ]


def test_a_capability_that_nothing_offers_yet_is_a_warning(tmp_path: Path) -> None:
    """It may be a slip, or the offers are still to come."""
    parties = broken("parties.yaml", '"at_least(others, offers)"', "total(lnad) >= 3")
    operation = broken("operation.yaml", "for: [land]", "for: [land, lannd]")

    checked = check_small(tmp_path, operation=operation, parties=parties)

    assert checked.faults == ()
    assert list(map(str, checked.warnings)) == [
        (
            "operation.yaml:13:18: lannd is no capability of contributions.yaml and "
            "requirements.yaml; did you mean land?"
        ),
        (
            "parties.yaml:5:18: nothing offers or needs lnad yet, so it sums to nothing; did you "
            "mean land?"
        ),
    ]


def test_a_source_may_be_an_address_or_words(tmp_path: Path) -> None:
    """A page, a text of one's own, or a meeting's minutes; a script is none of them."""
    for source in ("https://a.org/x?y=1#z", "documents/note.txt", "Minutes of 3 March", "a.org"):
        assert faults_of(tmp_path, "statements.csv", "https://a.org", source) == []


def test_of_a_long_way_to_an_event_the_beginning_is_shown(tmp_path: Path) -> None:
    """A sentence stays one that can be read."""
    chain = "".join(f"- {{id: p{n}, text: x, when: p{n + 1}}}\n" for n in range(30))
    chain += "- {id: p30, text: x, when: AAA}\n- {id: no, text: x, when: not p0}\n"

    faults = check_small(tmp_path, propositions=PROPOSITIONS + chain).faults

    assert [fault.message.partition(";")[0] for fault in faults] == [
        (
            "not p0: p0 rests on AAA joining (p0 → p1 → p2 → p3 → p4 → p5 → p6 → p7 → p8 → p9 → "
            "p10 → p11 → … → AAA)"
        )
    ]


def test_of_a_long_loop_the_beginning_is_shown(tmp_path: Path) -> None:
    """Ten thousand propositions in a ring do not take long either."""
    size = 2_000
    ring = "".join(f"- {{id: p{n}, text: x, when: p{(n + 1) % size}}}\n" for n in range(size))
    ring += "- {id: no, text: x, when: not p0}\n"

    faults = check_small(tmp_path, propositions=PROPOSITIONS + ring).faults

    assert [fault.message.partition(";")[0] for fault in faults] == [
        (
            "not p0: p0 rests on a loop (p0 → p1 → p2 → p3 → p4 → p5 → p6 → p7 → p8 → p9 → p10 → "
            "p11 → …)"
        )
    ]


@pytest.mark.parametrize(
    ("unreadable", "silent"),
    [
        ("operation", "at_least(k, ofers)"),
        ("parties", "ABC"),
        ("contributions", "aaa-troop and total(lnad) >= 1"),
        ("requirements", "total(lnad) >= 1"),
    ],
)
def test_what_a_file_that_cannot_be_read_might_hold_is_not_missed(
    tmp_path: Path, unreadable: str, silent: str
) -> None:
    """One fault for the file, none for what it might declare."""
    propositions = broken("propositions.yaml", "ceasefire and backstop", f"'{silent}'")

    faults = check_small(tmp_path, propositions=propositions, **{unreadable: b"\xff"}).faults

    assert [(fault.file, fault.line, fault.column) for fault in faults] == [
        (f"{unreadable}.yaml", 1, 1)
    ]
