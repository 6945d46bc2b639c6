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
    """Return what must hold and the cut sets, those that name a party left out."""
    kept = tuple(one for one in logic.cut_sets if not any(name in view.parties for name in one))
    return replace(
        logic,
        must_hold=tuple(name for name in logic.must_hold if name not in view.parties),
        cut_sets=kept,
        count=len(kept),
        complete=logic.complete and len(kept) == len(logic.cut_sets),
    )


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
