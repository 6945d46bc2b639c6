"""What is lost when one thing fails, without working out what is lost with every other."""

import pytest

from guarantor.model import Operation
from guarantor.operation import bundled, open_folder
from guarantor.room import Options
from guarantor.viability import Engine


def _operation(name: str) -> Operation:
    return open_folder(bundled(name))[0]


@pytest.mark.parametrize("name", ["example", "ukraine-2025"])
@pytest.mark.parametrize("suppose", [{}, {"backstop": True}, {"us_backstop": False}])
def test_what_is_lost_without_one_is_its_row_among_all(name: str, suppose: dict[str, bool]) -> None:
    """The slow twin works every row out; what has no row loses nothing."""
    operation = _operation(name)
    view = Options().view(operation)
    known = {one: holds for one, holds in suppose.items() if one in view.propositions}
    engine = Engine(view, Options(suppose=known).question(view))
    rows = {row.id: row.lost for row in engine.hangs_on()}

    for thing in (*view.propositions, *view.parties):
        assert engine.lost_without(thing) == rows.get(thing, ()), thing
