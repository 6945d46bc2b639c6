"""Answer 2: at which firmness it adds up, in which reading, and how that turns."""

from guarantor.brief.content import Block, Part, Section, Sentence, tell
from guarantor.brief.document import ChanceInterval, LineResult
from guarantor.brief.index import Index
from guarantor.brief.naming import counted_offers, offer
from guarantor.brief.sections.adding_up_shown import floors_table, needs_table
from guarantor.brief.sections.breaking import breaking
from guarantor.brief.sections.turning import turning
from guarantor.brief.sections.verdicts import NOWHERE, is_possible, verdict
from guarantor.brief.words import (
    UNBOUNDED,
    count,
    number,
    say_chance,
    say_interval,
    say_percent,
    say_sampled,
    spaced,
)

MEANING = (
    "“Can be met” is read at its most favourable: everything still open turns out well and every "
    "offer that stands is kept. It does not say how likely that is."
)


def adding_up(index: Index) -> Section:
    """Return whether the need can be met, on what was disclosed and if the rest were enough."""
    title, anchor = "Does it add up?", "answer-2"
    if not index.document["by_firmness"]:
        nothing = tell("There is no need on record to hold the offers against.")
        return Section(anchor=anchor, title=title, headline=nothing)
    blocks: list[Block] = [tell(MEANING)]
    blocks += [_reach(index, line) for line in index.document["lines"] if line["undisclosed"]]
    blocks += [*_coordination(index), *turning(index), *_others(index)]
    blocks += [*breaking(index), _chance(index)]
    blocks += [table for table in (floors_table(index), needs_table(index)) if table.rows]
    return Section(anchor=anchor, title=title, headline=_headline(index), blocks=tuple(blocks))


def _headline(index: Index) -> Sentence:
    if all(line["need"]["low"] is None for line in index.need):
        return tell("Nobody put a number to the need, so it is never counted as met.")
    floors, need = index.document["by_firmness"], _need(index)
    disclosed = verdict(floors, disclosed=True)
    enough = verdict(floors, disclosed=False)
    if disclosed == enough == NOWHERE:
        return tell("The ", *need, f" {NOWHERE}, even if the undisclosed offers were enough.")
    opening = ("On what was disclosed the ", *need, f" {disclosed}")
    if disclosed == enough:
        return tell(*opening, ".")
    return tell(*opening, f"; if the undisclosed offers were enough, it {enough}.")


def _need(index: Index) -> tuple[Part, ...]:
    """Return the need, with its number where it is a single line."""
    if len(index.need) != 1 or index.need[0]["need"]["low"] is None:
        return ("need",)
    line = index.need[0]
    amount = f"{say_interval(line['need'])} {spaced(line['unit'])}"
    return ("need of ", index.figure(amount, line["evidence"]))


def _reach(index: Index, line: LineResult) -> Sentence:
    """Return what the undisclosed offers of a line would have to sum to."""
    reach, offers = line["undisclosed_must_reach"], line["undisclosed"]
    said = index.resting(count(len(offers), "offer"), offers)
    of = f" of {spaced(line['capability'])} of undisclosed size"
    if line["need"]["low"] is None:
        return tell(said, f"{of}, held against a need that nobody put a number to.")
    if reach is None:
        return tell(said, f"{of}: none can stand on the terms on record.")
    if reach == 0:
        return tell(said, f"{of}: at best not needed.")
    amount = f"{number(reach)} {spaced(line['unit'])}"
    if len(offers) == 1:
        return tell(said, f"{of}: at best it would have to reach {amount}.")
    each = number(round(reach / len(offers)))
    return tell(said, f"{of}: at best they would have to reach {amount} in all, {each} on average.")


def _coordination(index: Index) -> list[Sentence]:
    """Return how many offers can stand in each reading at the floor asked about."""
    asked = index.document["firm"]
    floors = [floor for floor in index.document["by_firmness"] if floor["floor"] == asked]
    if not floors:
        return []
    alone, together = (
        index.counted(floors[0]["offers"]["nobody_moves_first"]),
        index.counted(floors[0]["offers"]["moving_together"]),
    )
    many = f"{len(together) or 'None'} of the {counted_offers(index)}"
    said = index.resting(many, together)
    waiting = [name for name in together if name not in alone]
    if not waiting:
        return [tell(said, " can stand, whether or not anybody moves first.")]
    names = "; ".join(offer(index, name) for name in waiting)
    return [
        tell(
            said,
            f" can stand moving together, {len(alone) or 'none'} if nobody moves first. Waiting "
            f"for others: {names}.",
        )
    ]


def _others(index: Index) -> list[Sentence]:
    """Return how many of the published needs can be met at the floor asked about."""
    rows = index.document["requirements"]
    if not rows[1:]:
        return []
    met = [
        sum(is_possible(row["possible"], disclosed=one, together=True) for row in rows)
        for one in (True, False)
    ]
    return [
        tell(
            f"Of {len(rows)} published needs, {met[0] or 'none'} can be met on what was disclosed, "
            f"{met[1] or 'none'} if the undisclosed were enough, moving together."
        )
    ]


def _chance(index: Index) -> Sentence:
    """Return the chance, or that nobody gave what bounds it."""
    chance = index.document["chance"]
    alone, together = chance["nobody_moves_first"], chance["moving_together"]
    said = [_said(one) for one in (alone, together)]
    if said == [UNBOUNDED, UNBOUNDED]:
        return tell(
            "How likely that is, nobody said: the public record does not bound it. Without a "
            "chance it can be said which offers are lost with what (answer 3)."
        )
    both = f"{said[0]} if nobody moves first, {said[1]} moving together"
    told = said[0] if said[0] == said[1] else both
    methods = dict.fromkeys(filter(None, map(_sampled, (alone, together))))
    method = f" ({'; '.join(methods)})" if methods else ""
    return tell(
        "Chance of meeting the need, from the chances given in this file and as if they were "
        f"independent: {told}{method}.",
        _however(index),
    )


def _however(index: Index) -> str:
    """Return what bounds the chance without independence, where anything does."""
    bounds = index.document["dependence_free"]["moving_together"]
    low, high = bounds["low"] or 0, 1 if bounds["high"] is None else bounds["high"]
    if (low, high) == (0, 1):
        return ""
    return (
        " However the events hang together, moving together it is at least "
        f"{say_percent(low, low)} and at most {say_percent(high, high)}."
    )


def _said(chance: ChanceInterval) -> str:
    if chance["method"] == "exact":
        return say_chance(chance["low"], chance["high"])
    return say_sampled(chance["low"], chance["high"], chance["runs"])


def _sampled(chance: ChanceInterval) -> str:
    """Return how a chance was sampled and how far off it may be; nothing where it is exact."""
    if chance["method"] == "exact":
        return ""
    errors = chance["standard_error"]
    points = 300 * max(errors["low"] or 0, errors["high"] or 0)
    return (
        f"sampled: {number(chance['runs'])} runs from seed {chance['seed']}, each end within "
        f"{points:.2g} percentage points (three standard errors)"
    )
