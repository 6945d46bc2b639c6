"""What counts as known, on every day that there is."""

from datetime import date

import pytest

from guarantor.ledger import view
from guarantor.ledger.known import Known
from guarantor.model import Step
from guarantor.operation import bundled, open_folder


@pytest.mark.parametrize("day", [date(2025, 3, 15), date(2999, 1, 1), date.max])
def test_what_is_withheld_is_published_on_no_day(day: date) -> None:
    """BRA-2 was told to the coalition alone; the last day that a calendar has is no way in."""
    operation, _ = open_folder(bundled("example"))

    assert "BRA-2" in view(operation, audience="coalition", as_known_on=day).statements
    public = view(operation, audience="public", as_known_on=day)
    assert "BRA-2" not in public.statements
    assert "bra-airlift" not in public.offers


def test_a_step_whose_evidence_is_withheld_is_known_on_no_day() -> None:
    """Without a day of its own it is known once all its evidence was published: never, then."""
    known = Known(
        day=date.max,
        published={"A-1": date(2025, 3, 1)},
        left_out=frozenset(),
        audiences=frozenset({"public"}),
    )

    assert known.since(Step(since=None, evidence=("A-1",))) == date(2025, 3, 1)
    assert known.since(Step(since=None, evidence=("A-1", "A-2"))) is None
