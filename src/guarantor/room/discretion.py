"""Discretion: what the public is not shown of an operation that is still being assembled.

For an operation whose status is ``live``, what is shown to the public leaves out parties' decisions
from cut sets and rankings: who would break it by staying out is for those who assemble it.
"""

from dataclasses import replace

from guarantor.errors import NotForThePublic
from guarantor.model import PUBLIC, Status, View
from guarantor.viability import HangsOn, Logic


def is_discreet(view: View) -> bool:
    """Tell whether parties' decisions are left out of what is shown."""
    return view.status is Status.LIVE and view.audience == PUBLIC


def without_decisions(view: View, logic: Logic) -> Logic:
    """Return what must hold, the cut sets and path sets; those that name a party are left out.

    How many there are in all would tell how many were left out, so only those shown are counted.
    """
    cuts, paths = (_without(view, sets) for sets in (logic.cut_sets, logic.path_sets))
    return replace(
        logic,
        must_hold=tuple(name for name in logic.must_hold if name not in view.parties),
        cut_sets=cuts,
        count=len(cuts),
        complete=logic.complete and len(cuts) == len(logic.cut_sets),
        path_sets=paths,
        path_count=None if logic.path_count is None else len(paths),
        path_complete=logic.path_complete and len(paths) == len(logic.path_sets),
    )


def _without(view: View, sets: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(one for one in sets if not any(name in view.parties for name in one))


def without_parties(view: View, rows: tuple[HangsOn, ...]) -> tuple[HangsOn, ...]:
    """Return what hangs on what, parties and the alternatives that name them left out."""
    kept = []
    for row in rows:
        if row.id not in view.parties:
            weakened = tuple(
                weak
                for weak in row.weakened
                if not any(name in view.parties for needs in weak.now_needs for name in needs)
            )
            kept.append(replace(row, weakened=weakened))
    return tuple(row for row in kept if row.lost or row.weakened)


def check_may_be_asked(view: View, what: str) -> None:
    """Check that the public may be told what falls with something.

    Raises:
        NotForThePublic: It is a party's decision about a live operation.
    """
    if is_discreet(view) and what in view.parties:
        raise NotForThePublic(what)
