"""Parties that decide, and parameters that are set."""

from decimal import Decimal

import pytest

from guarantor.errors import BadParameter, UnknownId
from guarantor.room import Options, assess, open_source

EXAMPLE = open_source("example").operation


def _bravia(options: Options) -> float | None:
    """Return the high end of the chance that Bravia joins, moving together."""
    document = assess(EXAMPLE, options)
    (row,) = (row for row in document["parties"] if row["code"] == "BRA")
    return row["joins"]["moving_together"]["high"]


def test_a_party_that_decides_still_waits_for_its_terms() -> None:
    """Bravia decides with 0.8 and then waits for host consent, ceasefire and no mandate.

    Deciding multiplies its chance by 1 / 0.8 and no more; supposing that it joins makes it certain.
    """
    stated, decided = _bravia(Options()), _bravia(Options(decides=("BRA",)))

    assert stated is not None
    assert decided == pytest.approx(stated / 0.8, abs=1e-12)
    assert _bravia(Options(suppose={"BRA": True})) == 1.0


def test_what_was_switched_is_said() -> None:
    """An answer that does not say what was switched would pass for the answer as stated."""
    document = assess(EXAMPLE, Options(decides=("BRA",)))

    assert document["decides"] == ["BRA"]
    assert "decides" not in assess(EXAMPLE, Options())


def test_who_is_no_party_cannot_decide() -> None:
    """A proposition has no decision of its own."""
    with pytest.raises(UnknownId, match="backstop: no such party"):
        assess(EXAMPLE, Options(decides=("backstop",)))


def test_an_unknown_parameter_is_named() -> None:
    """Nothing is set silently."""
    with pytest.raises(UnknownId, match="nothing_such: no such parameter"):
        assess(EXAMPLE, Options(parameters={"nothing_such": Decimal(1)}))


def test_a_parameter_that_counts_is_whole() -> None:
    """At least two and a half parties is no condition."""
    operation = open_source("ukraine-2025").operation
    name = next(iter(operation.parameters))

    with pytest.raises(BadParameter, match="not whole"):
        assess(operation, Options(parameters={name: Decimal("2.5")}))
