"""Faults of statements, events and arrangements, each at its place."""

from datetime import date
from pathlib import Path

import pytest

from tests.operation.small import EVENTS, STATEMENTS, broken, check_small, faults_of

FAULTS = [
    (
        "statements.csv",
        "2025-01-31,2025-02-01",
        "2025-02-02,2025-02-01",
        [
            (
                "statements.csv:2:16: published on 2025-02-01, before it was said on "
                "2025-02-02; correct one of them"
            ),
        ],
    ),
    (
        "statements.csv",
        "2025-01-31,2025-02-01",
        "2025-01-31,",
        [
            (
                "statements.csv:2:16: this statement lacks published_on; give the day on "
                "which it was published, from which it is known"
            ),
        ],
    ),
    (
        "statements.csv",
        "2025-01-31,2025-02-01",
        "2025-01-31,1 Feb 2025",
        [
            (
                "statements.csv:2:16: 1 Feb 2025 is no day of the calendar; write "
                "YYYY-MM-DD, or YYYY-MM for the last day of a month"
            ),
        ],
    ),
    (
        "statements.csv",
        "AAA;BBB",
        "AAA;BBX",
        [
            "statements.csv:2:53: BBX is no party of parties.yaml; did you mean BBB?",
        ],
    ),
    (
        "statements.csv",
        "B-1,2025",
        "A-1,2025",
        [
            ("parties.yaml:5:66: B-1 is no statement of statements.csv; did you mean A-1?"),
            ("contributions.yaml:7:81: B-1 is no statement of statements.csv; did you mean A-1?"),
            ("contributions.yaml:14:14: B-1 is no statement of statements.csv; did you mean A-1?"),
            (
                "statements.csv:3:1: A-1 is already the id of a statement "
                "(statements.csv:2:1); rename one of them"
            ),
        ],
    ),
    (
        "statements.csv",
        "page,Ann",
        "paper,Ann",
        [
            "statements.csv:2:27: paper is no date basis; write page or inferred",
        ],
    ),
    (
        "statements.csv",
        "minister",
        "miniter",
        [
            "statements.csv:2:40: miniter is no standing; did you mean minister?",
        ],
    ),
    (
        "statements.csv",
        ",pledged,,,,,So.",
        ",promised,,,,,So.",
        [
            (
                "statements.csv:2:58: promised is no stance; write asserted, denied, "
                "conditional, pledged, refused, requested, undisclosed, withdrawn or "
                "suspended"
            ),
        ],
    ),
    (
        "statements.csv",
        ",pledged,,,,,So.",
        ",pledged,strong,,,,So.",
        [
            (
                "statements.csv:2:66: strong is no firmness; write floated, signalled, "
                "pledged, allocated, committed, delivered, declined, withdrawn, denied, "
                "suspended or undisclosed"
            ),
        ],
    ),
    (
        "statements.csv",
        "named,A,1",
        "anonymus,A,1",
        [
            "statements.csv:2:88: anonymus is no attribution; did you mean anonymous?",
        ],
    ),
    (
        "statements.csv",
        "named,A,1",
        "named,G,1",
        [
            "statements.csv:2:94: G is no source reliability; write A, B, C, D, E or F",
        ],
    ),
    (
        "statements.csv",
        "named,A,1",
        "named,A,7",
        [
            ("statements.csv:2:96: 7 is no information credibility; write 1, 2, 3, 4, 5 or 6"),
        ],
    ),
    (
        "statements.csv",
        "named,A,1",
        "named,A",
        [
            (
                "statements.csv:2:1: the row has 18 fields and the header 19; set a comma "
                "for each empty field, and quotes around a field with a comma"
            ),
        ],
    ),
    (
        "statements.csv",
        "named,A,1",
        "named,A,",
        [
            (
                "statements.csv:2:96: this statement lacks credibility; give the "
                "credibility of the information, 1 to 6; 6 cannot be judged"
            ),
        ],
    ),
    (
        "statements.csv",
        ",1-2,",
        ",2-1,",
        [
            "statements.csv:3:63: the amount 2-1 is reversed; put the lower end first",
        ],
    ),
    (
        "statements.csv",
        ",1-2,",
        ",about 3,",
        [
            (
                "statements.csv:3:63: about 3 is no amount; write 3000, or 3000-4000, or "
                "leave it empty"
            ),
        ],
    ),
    (
        "statements.csv",
        "https://a.org",
        "javascript:alert(1)",
        [
            (
                "statements.csv:2:74: javascript:alert(1) is no address of a page; begin it "
                "with https://"
            ),
        ],
    ),
    (
        "statements.csv",
        '"So, too."',
        '"So, too.',
        [
            "statements.csv:3:69: the quote that begins here never ends; close it",
        ],
    ),
    (
        "statements.csv",
        '"So, too."',
        "So, too.",
        [
            (
                "statements.csv:3:1: the row has 20 fields and the header 19; set a comma "
                "for each empty field, and quotes around a field with a comma"
            ),
        ],
    ),
    (
        "statements.csv",
        '"So, too."',
        'So "too".',
        [
            (
                "statements.csv:3:72: a quote within a field; put the whole field in quotes "
                "and double the inner ones"
            ),
        ],
    ),
    (
        "statements.csv",
        "id,said_on,",
        "id,",
        [
            (
                "statements.csv:1:1: the header lacks said_on; the first line is "
                "id,said_on,published_on,date_basis,speaker,speaker_party,standing,about,kind,"
                "stance,firmness,quantity,unit,condition,paraphrase,source,attribution,reliability,credibility"
            ),
        ],
    ),
    (
        "statements.csv",
        "id,said_on,",
        "id,said_om,",
        [
            (
                "statements.csv:1:1: the header lacks said_on; the first line is "
                "id,said_on,published_on,date_basis,speaker,speaker_party,standing,about,kind,"
                "stance,firmness,quantity,unit,condition,paraphrase,source,attribution,reliability,credibility"
            ),
            ("statements.csv:1:4: said_om is no column of statements.csv; did you mean said_on?"),
        ],
    ),
    (
        "statements.csv",
        "id,said_on,",
        "id,said_on,said_on,",
        [
            ("statements.csv:1:12: the column said_on stands here a second time; take it out"),
        ],
    ),
    (
        "statements.csv",
        "id,said_on,",
        "id,said_on,weather,",
        [
            "statements.csv:1:12: weather is no column of statements.csv; take it out",
        ],
    ),
    (
        "events.csv",
        "2025-02-12",
        "2025-02-10",
        [
            (
                "events.csv:2:18: until 2025-02-10 is not after the day 2025-02-10; give "
                "the day after its last"
            ),
        ],
    ),
    (
        "events.csv",
        "2025-02-12",
        "2025-02-0",
        [
            (
                "events.csv:2:18: 2025-02-0 is no day of the calendar; write YYYY-MM-DD, or "
                "YYYY-MM for the last day of a month"
            ),
        ],
    ),
    (
        "events.csv",
        "meeting",
        "meting",
        [
            "events.csv:2:29: meting is no kind of event; did you mean meeting?",
        ],
    ),
    (
        "events.csv",
        "held",
        "hold",
        [
            "events.csv:2:54: hold is no status of an event; did you mean held?",
        ],
    ),
    (
        "events.csv",
        "A-1",
        "A-1;A-7",
        [
            "events.csv:2:63: A-7 is no statement of statements.csv; did you mean A-1?",
        ],
    ),
    (
        "events.csv",
        "AAA;BBB",
        "AAA; CCC",
        [
            "events.csv:2:51: CCC is no party of parties.yaml; there are AAA, BBB",
        ],
    ),
    (
        "events.csv",
        "AAA;BBB",
        "AAA;",
        [
            (
                'events.csv:2:50: "" is no party; write a letter, then letters, digits and '
                "_, single - between them, at most 80 in all"
            ),
        ],
    ),
    (
        "arrangements.yaml",
        "command",
        "comand",
        [
            "arrangements.yaml:1:11: comand is no topic; did you mean command?",
        ],
    ),
    (
        "arrangements.yaml",
        "state: open",
        "state: opened",
        [
            ("arrangements.yaml:1:27: opened is no state of an arrangement; did you mean open?"),
        ],
    ),
    (
        "arrangements.yaml",
        "- {",
        "- {topic: command, state: open}\n- {",
        [
            (
                "arrangements.yaml:2:11: command is already the id of an arrangement "
                "(arrangements.yaml:1:11); rename one of them"
            ),
        ],
    ),
    (
        "arrangements.yaml",
        "- {",
        "command: {",
        [
            ("arrangements.yaml:1:1: arrangements.yaml is a list; write - before each arrangement"),
        ],
    ),
    (
        "arrangements.yaml",
        "A-1",
        "A-7",
        [
            ("arrangements.yaml:1:44: A-7 is no statement of statements.csv; did you mean A-1?"),
        ],
    ),
]


@pytest.mark.parametrize(("name", "old", "new", "faults"), FAULTS)
def test_each_fault_is_told_at_its_place(
    tmp_path: Path, name: str, old: str, new: str, faults: list[str]
) -> None:
    """One thing changed in a sound folder: what is wrong and what to do, and nothing else."""
    assert faults_of(tmp_path, name, old, new) == faults


def test_a_statement_is_published_after_the_month_in_which_it_was_said(tmp_path: Path) -> None:
    """A month is its last day, and nobody claims that it was said on that day."""
    statements = broken("statements.csv", "2025-01-31,2025-02-01", "2025-02,2025-02-01")

    assert check_small(tmp_path, statements=statements).faults == ()


def test_columns_stand_in_any_order(tmp_path: Path) -> None:
    """They are found by their names."""
    rows = [row.split(",") for row in EVENTS.splitlines()]
    turned = "".join(",".join(reversed(row)) + "\n" for row in rows)

    checked = check_small(tmp_path, events=turned)

    assert checked.operation
    assert checked.operation.events["talks"].day == date(2025, 2, 10)


@pytest.mark.parametrize("mark", [";", "\t"])
def test_other_marks_than_commas_are_one_fault(tmp_path: Path, mark: str) -> None:
    """As spreadsheets write them in some countries."""
    checked = check_small(tmp_path, events=EVENTS.replace(",", mark))

    assert list(map(str, checked.faults)) == [
        "events.csv:1:3: the columns are not set apart by commas; save the file with commas"
    ]


def test_an_unreadable_file_of_statements_silences_what_needs_it(tmp_path: Path) -> None:
    """Nothing is said of evidence that does not exist."""
    checked = check_small(tmp_path, statements=STATEMENTS.replace('"So, too."', '"So'))

    assert list(map(str, checked.faults)) == [
        "statements.csv:3:69: the quote that begins here never ends; close it"
    ]
    assert checked.operation is None


def test_a_file_of_statements_that_is_not_there_is_empty(tmp_path: Path) -> None:
    """So that what cites it is a fault."""
    faults = check_small(tmp_path, statements=None).faults

    assert {fault.message.partition(";")[0] for fault in faults} == {
        "A-1 is no statement of statements.csv",
        "B-1 is no statement of statements.csv",
    }
