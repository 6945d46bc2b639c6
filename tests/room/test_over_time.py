"""The months ahead in the assessment document."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from guarantor import room
from guarantor.brief import Assessment
from guarantor.brief.document import OverTime
from guarantor.cli import guarantor
from guarantor.model import Operation
from guarantor.operation import bundled, open_folder


@pytest.fixture(scope="module")
def operation(tmp_path_factory: pytest.TempPathFactory) -> Operation:
    """Return the example with a ceasefire that ends each month with 0.03 to 0.06."""
    folder = tmp_path_factory.mktemp("example")
    for file in Path(str(bundled("example"))).iterdir():
        if file.is_file():
            folder.joinpath(file.name).write_bytes(file.read_bytes())
    propositions = folder / "propositions.yaml"
    text = propositions.read_text(encoding="utf-8")
    changed = text.replace("basis: read}", "basis: read, lasting: {monthly_hazard: 0.05}}")
    assert changed != text
    propositions.write_text(changed, encoding="utf-8")
    return open_folder(folder)[0]


def ahead(document: Assessment) -> OverTime:
    """Return the months ahead of a document that has them."""
    assert "over_time" in document
    return document["over_time"]


def test_months_are_looked_ahead_where_they_are_asked_for(operation: Operation) -> None:
    """By hand: 0.0798 on the day, if the ceasefire lasts: x 0.95^m; all are there by month 3.

    Deltia's monitors leave at the end of June a year later, so from month 13 on nothing is met.
    """
    document = room.assess(operation, room.Options(), months=14)
    found = ahead(document)
    high = [month["met"]["moving_together"]["high"] for month in found["months"]]

    assert (found["counted_from"], found["since"]) == ("activation", 6)
    assert high[:3] == [0, 0, 0]
    assert high[3:13] == pytest.approx([0.07978176 * 0.95**m for m in range(3, 13)], abs=1e-12)
    assert high[13:] == [0, 0]
    assert found["months"][6]["day"] == "2025-12-01"
    assert found["months"][6]["offers_there"] == {"low": 4, "high": 4}
    assert found["months"][5]["throughout"] is None
    assert found["months"][6]["throughout"] == found["months"][6]["met"]
    json.dumps(document)


def test_no_month_is_looked_ahead_unasked(operation: Operation) -> None:
    """The document has no such key."""
    assert "over_time" not in room.assess(operation, room.Options())


def test_what_was_drawn_says_so(operation: Operation) -> None:
    """With its runs, its seed and one standard error of each end."""
    options = room.Options(method=room.method(method="sampled", seed=7))
    found = ahead(room.assess(operation, options, months=1))
    met = found["months"][0]["met"]["moving_together"]

    assert met["method"] == "sampled"
    assert met["seed"] == 7
    assert met["standard_error"] == {"low": 0, "high": 0}  # nobody is there: nothing to draw


def test_the_command_looks_ahead() -> None:
    """In the terminal and as JSON."""
    run = CliRunner().invoke
    told = run(guarantor, ["assess", "example", "--months", "3", "--full"])
    printed = run(guarantor, ["assess", "example", "--months", "3", "--json"])

    assert told.exit_code == 0
    assert "Months are counted from the activation, 1 Jun 2025." in told.stdout
    assert len(json.loads(printed.stdout)["over_time"]["months"]) == 4
    assert run(guarantor, ["assess", "example", "--months", "37"]).exit_code == 2
