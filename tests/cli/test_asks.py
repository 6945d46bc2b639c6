"""The command that says what to ask for."""

import json

from click.testing import CliRunner, Result

from guarantor.cli import guarantor


def run(*arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(guarantor, ("asks", "example", *arguments))


def test_asks_are_told_as_text() -> None:
    """The best set first, then each change."""
    result = run("--most", "1")

    assert result.exit_code == 0
    assert "The best set of up to 1 change (proven: all 18 sets were tried)" in result.stdout
    assert "It is secured that Guarantia stands behind the force" in result.stdout
    assert "\x1b" not in result.stdout


def test_asks_are_one_document() -> None:
    """With the limit of the cost as it was given."""
    result = run("--json", "--most", "2", "--cost", "1.5")

    document = json.loads(result.stdout)
    assert (document["schema"], document["best"]["cost_limit"]) == ("guarantor/asks/1", 1.5)
    assert len(document["best"]["changes"]) == 1
    assert result.stderr == ""
