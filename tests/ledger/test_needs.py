"""What can hold no more, and what must hold, in some circumstances."""

from pathlib import Path

import pytest

from guarantor.ledger.needs import Circumstances
from guarantor.model import parse_condition
from tests.ledger.folders import said, viewed

HEADER = """\
groups: {pair: [f, h]}
parameters: {some: {value: 1, low: 1, high: 2, basis: assumed}}
"""
PROPOSITIONS = "".join(f"- {{id: {name}, text: '{name}'}}\n" for name in "fhx")


@pytest.mark.parametrize(
    ("text", "can", "must"),
    [
        ("f", False, False),
        ("h", True, True),
        ("x", True, False),
        ("not f", True, True),
        ("not h", False, False),
        ("f and x", False, False),
        ("h and x", True, False),
        ("f or h", True, True),
        ("f or x", True, False),
        ("at_least(1, pair)", True, True),
        ("at_least(2, pair)", False, False),
        ("at_least(some, pair)", True, False),
        ("at_least(1, [f, x])", True, False),
        ("total(land_troops) >= 9", True, False),
        ("not (total(land_troops) >= 9)", True, False),
        ("not (f or x)", True, False),
    ],
)
def test_what_can_and_what_must_hold(
    tmp_path: Path,
    text: str,
    can: bool,  # noqa: FBT001  a column of the table
    must: bool,  # noqa: FBT001  a column of the table
) -> None:
    """By hand: f fails, h holds, x may do either; a parameter counts at its favourable end."""
    view = viewed(tmp_path, said("S-1", "2025-03-01"), header=HEADER, propositions=PROPOSITIONS)
    circumstances = Circumstances(view, holding=frozenset("h"), failing=frozenset("f"))
    condition = parse_condition(text)

    assert circumstances.can_hold(condition) is can
    assert circumstances.must_hold(condition) is must
