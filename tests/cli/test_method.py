"""How chances are worked out, as it is asked for and as every output says it."""

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from guarantor.cli import guarantor, main
from guarantor.operation import open_folder
from guarantor.operation.bundled import bundled
from guarantor.room import Options, assess, method


def run(*arguments: str) -> Result:
    """Run the command and return what it did."""
    return CliRunner().invoke(guarantor, arguments)


def document(*arguments: str) -> Any:  # noqa: ANN401  what JSON holds
    """Return the assessment that the command prints."""
    return json.loads(run("assess", "example", "--json", *arguments).stdout)


def test_exact_is_said_where_it_is_exact() -> None:
    """Of the set; what stands beside it is exact unless it says otherwise."""
    found = document()

    assert found["chance"]["moving_together"]["method"] == "exact"
    assert found["method"]["kind"] == "auto"
    assert "method" not in found["lines"][0]["met"]["moving_together"]


def test_sampled_is_said_everywhere_with_its_error() -> None:
    """0.07978176 by the reference values; the same seed gives the same answer."""
    found = document("--method", "sampled", "--seed", "7", "--tolerance", "0.01")

    met = found["chance"]["moving_together"]
    assert met["method"] == "sampled"
    assert met["high"] == pytest.approx(0.07978176, abs=5 * met["standard_error"]["high"])
    assert 3 * met["standard_error"]["high"] <= 0.01
    assert (met["seed"], met["runs"]) == (7, 1 << 16)
    line = found["lines"][0]["met"]["moving_together"]
    assert (line["method"], line["seed"]) == ("sampled", 7)
    joins = next(row for row in found["parties"] if row["code"] == "BRA")["joins"]
    assert joins["moving_together"]["method"] == "sampled"
    assert found["importance"] == []
    assert document("--method", "sampled", "--seed", "7", "--tolerance", "0.01") == found


def test_the_brief_says_that_it_was_sampled() -> None:
    """With the runs, the seed and three standard errors, beside the number itself."""
    told = " ".join(run("assess", "example", "--method", "sampled").stdout.split())

    assert "runs from seed 1, each end within 0.0" in told
    assert "percentage points (three standard errors)" in told
    assert "26–39 %), sampled" in told


def test_what_has_to_be_exact_and_does_not_fit_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says what to do, and nothing is sampled instead."""
    asked = ["guarantor", "assess", "example", "--method", "exact", "--nodes", "1"]
    monkeypatch.setattr("sys.argv", asked)
    with pytest.raises(SystemExit) as ended:
        main()

    told = capsys.readouterr()
    assert ended.value.code == 1
    assert told.out == ""
    assert "outgrows its budget of 1 nodes: give it more with --nodes" in told.err
    assert told.err.count("\n") == 1


def test_importance_is_told_where_chances_are_given() -> None:
    """By hand for the backstop: all of met needs it, so it adds met over its own 0.4 at the end."""
    row = next(one for one in document()["importance"] if one["id"] == "backstop")

    high = row["birnbaum"]["moving_together"]["at_high"]
    assert high == pytest.approx(0.07978176 / 0.4)
    assert row["criticality"]["moving_together"]["at_high"] == pytest.approx(1.0)


def test_nothing_is_important_by_chances_that_nobody_gave() -> None:
    """In the public record nobody put a chance to anything; what is lost ranks there."""
    operation, _ = open_folder(bundled("ukraine-2025"))
    found = assess(operation, Options(method=method(method="exact")))

    assert found["importance"] == []
    assert found["hangs_on"]
