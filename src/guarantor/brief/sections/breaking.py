"""What breaks the need by failing: what must hold, or, where that is guarded, be secured."""

from guarantor.brief.content import Block, Bullets, tell
from guarantor.brief.document import Logic
from guarantor.brief.index import Index
from guarantor.brief.naming import title
from guarantor.brief.words import number

MOST = 12


def breaking(index: Index) -> list[Block]:
    """Return what must hold moving together, on what was disclosed if that can be enough."""
    logic = index.document["logic"]
    best, on = logic["disclosed"]["moving_together"], "on what was disclosed"
    if not best["possible"]:
        best, on = logic["undisclosed_enough"]["moving_together"], "if the undisclosed were enough"
    if not best["possible"]:
        return []
    return [*_alone(index, best, on), *_sets(index, best)]


def _alone(index: Index, logic: Logic, on: str) -> list[Block]:
    names = index.shown_literals(logic["must_hold"])
    what = "must be secured" if index.is_guarded else "must hold"
    if not names:
        return [
            tell(
                f"Nothing {what} on its own: {on} and moving together no single failure breaks it."
            )
        ]
    evidence = index.document["evidence"]
    told = [tell(index.figure(title(index, name), evidence.get(name, []))) for name in names]
    which = "this" if len(names) == 1 else "each of these"
    opening = f"What {what}, {on} and moving together; {which} alone breaks it by failing:"
    return [tell(opening), Bullets(tuple(told))]


def _sets(index: Index, logic: Logic) -> list[Block]:
    """Return the sets that break it only together, smallest first; what is left out is said."""
    sets = [one for one in index.shown_sets(logic["cut_sets"]) if len(one) > 1]
    left = "" if logic["complete"] else _left(logic)
    if not sets:
        return [tell(left.strip())] if left else []
    rest = f" The first {MOST} of {len(sets)}:" if len(sets) > MOST else ""
    opening = tell(f"It also breaks where everything in one of these sets fails.{left}{rest}")
    told = [tell(" · ".join(title(index, name) for name in one)) for one in sets[:MOST]]
    return [opening, Bullets(tuple(told))]


def _left(logic: Logic) -> str:
    """Return how many more sets there are, or that nobody counted them."""
    if logic["is_counted"] and logic["count"] > len(logic["cut_sets"]):
        return f" In all, {number(logic['count'])} smallest sets of failures break it."
    return " Larger sets may break it too; they were not looked for."
