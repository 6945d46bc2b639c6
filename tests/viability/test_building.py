"""Building a structure: the same in every process."""

import os
import subprocess
import sys

import pytest

CODE = """
from guarantor.viability.building import _settled_first
from guarantor.viability.formulas import Both, Event, No, Truth

names = ("accord", "border", "consent", "deal")
first = {"offer": No(Truth("veto")), "veto": Both(tuple(map(Truth, names)))}
print(*_settled_first({**first, **{name: Event(name) for name in names}}))
"""


@pytest.mark.parametrize("seed", ["1", "2", "3", "4"])
def test_what_is_settled_first_does_not_hang_on_how_hashes_fall(seed: str) -> None:
    """Cases are taken in this order and the first of equals is followed: it is the one written."""
    told = subprocess.run(
        [sys.executable, "-c", CODE],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    )

    assert told.stdout.split() == ["accord", "border", "consent", "deal", "veto"]
