"""How the second answer turns with each assumed parameter."""

from guarantor.brief.content import Block, Sentence, tell
from guarantor.brief.document import SweepRow
from guarantor.brief.index import Index
from guarantor.brief.words import listed, number, spaced

READINGS = (("if nobody moves first", False), ("moving together", True))


def turning(index: Index) -> list[Block]:
    """Return a sentence for each parameter: whether the answer turns with it, and the offers."""
    rows_of: dict[str, list[SweepRow]] = {}
    for row in index.document["sweep"]:
        rows_of.setdefault(row["parameter"], []).append(row)
    return [
        _turn(name, sorted(rows, key=lambda row: row["value"]))
        for name, rows in rows_of.items()
        if len(rows) > 1
    ]


def _turn(name: str, rows: list[SweepRow]) -> Sentence:
    span = f"{number(rows[0]['value'])} to {number(rows[-1]['value'])}"
    turns = [
        turn for words, together in READINGS for turn in _turns(rows, words, together=together)
    ]
    does = "turns" if turns else "does not turn"
    said = f"The answer {does} with the number assumed for “{spaced(name)}”, taken from {span}"
    told = f"{said}: {'; '.join(turns)}." if turns else f"{said}."
    return tell(told, _offers(rows))


def _turns(rows: list[SweepRow], words: str, *, together: bool) -> list[str]:
    """Return at which values the need can be met in a reading, where that differs."""
    met = [
        [number(row["value"]) for row in rows if _possible(row, disclosed=one, together=together)]
        for one in (True, False)
    ]
    told = [("on what was disclosed", met[0]), ("if the undisclosed were enough", met[1])]
    if met[0] == met[1]:
        told = [("on either counting", met[0])]
    return [
        f"{words} and {counting}, the need can be met at {listed(values)} only"
        for counting, values in told
        if 0 < len(values) < len(rows)
    ]


def _possible(row: SweepRow, *, disclosed: bool, together: bool) -> bool:
    possible = row["possible"]["disclosed"] if disclosed else row["possible"]["undisclosed_enough"]
    return possible["moving_together"] if together else possible["nobody_moves_first"]


def _offers(rows: list[SweepRow]) -> str:
    """Return how many offers can stand at each value, where that differs."""
    first = [len(row["offers"]["nobody_moves_first"]) for row in rows]
    together = [len(row["offers"]["moving_together"]) for row in rows]
    told = [
        f"{words} {listed(_at(row, many) for row, many in zip(rows, stand, strict=True))}"
        for (words, _), stand in zip(READINGS, (first, together), strict=True)
        if len(set(stand)) > 1
    ]
    return f" Offers that can stand: {'; '.join(told)}." if told else ""


def _at(row: SweepRow, many: int) -> str:
    return f"{many or 'none'} at {number(row['value'])}"
