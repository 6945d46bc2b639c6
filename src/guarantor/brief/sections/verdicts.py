"""From which firmness a need can be met, in which reading, as words."""

from collections.abc import Iterable

from guarantor.brief.document import Disclosure, Floor, R
from guarantor.brief.sections.opening import floor_words

NOWHERE = "cannot be met at any firmness, in either reading"


def verdict(floors: Iterable[Floor], *, disclosed: bool) -> str:
    """Return from which firmness a need can be met, as a verb phrase.

    Args:
        floors: The floors of one requirement, firmest first.
        disclosed: On what was disclosed, or as if the undisclosed were enough.
    """
    rows = list(floors)
    alone = firmest(rows, disclosed=disclosed, together=False)
    together = firmest(rows, disclosed=disclosed, together=True)
    if together is None:
        return NOWHERE
    if alone == together:
        return f"can be met with {_offers(together)}, in both readings"
    if alone is None:
        return f"can be met with {_offers(together)} moving together, not if nobody moves first"
    first = f"with {_offers(alone)} if nobody moves first"
    return f"can be met with {_offers(together)} moving together, {first}"


def _offers(floor: str) -> str:
    return "all offers, floated or firmer" if floor == "floated" else f"offers {floor_words(floor)}"


def firmest(floors: Iterable[Floor], *, disclosed: bool, together: bool) -> str | None:
    """Return the firmest floor at which a need can be met; floors come firmest first."""
    for floor in floors:
        if is_possible(floor["possible"], disclosed=disclosed, together=together):
            return floor["floor"]
    return None


def is_possible(possible: Disclosure[R[bool]], *, disclosed: bool, together: bool) -> bool:
    """Tell whether a need can be met, in one counting and one reading."""
    readings = possible["disclosed"] if disclosed else possible["undisclosed_enough"]
    return readings["moving_together"] if together else readings["nobody_moves_first"]
