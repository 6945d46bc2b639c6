"""Tells what to ask for in a terminal: the best few first, then each change with what it brings."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from guarantor.brief.content import Row, Table, tell
from guarantor.brief.document import AskedRow, AskRow, AsksDocument, BestSetRow, Ends, I, R
from guarantor.brief.paper import Paper
from guarantor.brief.terminal_tables import table
from guarantor.brief.words import capital, count, listed, number, say_chance, say_date, spaced

SHOWN = 20
"""Most changes in the table; the document has them all."""
_SMALLEST = 0.0005
"""Below this a gain reads as none."""
_POSSIBLE = (
    ("disclosed", "on what was disclosed"),
    ("undisclosed_enough", "if the undisclosed are enough"),
)


def asks_text(document: AsksDocument, *, width: int, color: bool) -> str:
    """Return what to ask for as text; plain and without escapes unless colour is asked for."""
    paper = Paper(width=width, color=color)
    return paper.written(_told(document, paper.width))


def _told(document: AsksDocument, width: int) -> Iterator[RenderableType]:
    yield Text(f"What to ask for: {document['name']}", style="bold")
    yield Text(
        f"As known on {say_date(document['as_known_on'])}, to {document['audience']}; "
        f"need: {spaced(document['requirement'])}; offers {document['firm']} or firmer.",
        style="dim",
    )
    if document["secure_only"]:
        yield Text("To the public of a live operation: only what must be secured.", style="dim")
    yield Text()
    for sentence in _best(document["best"], document):
        yield Text(sentence)
    yield from _changes(document, width)
    if document["other_asks"]:
        yield from table(_others(document["other_asks"]), width)


def _best(best: BestSetRow, document: AsksDocument) -> Iterator[str]:
    within = "" if best["cost_limit"] is None else f", at a cost of {number(best['cost_limit'])}"
    up_to = f"up to {count(best['most'], 'change')}{within}"
    if not best["changes"]:
        yield (
            f"No set of {up_to} was found to help."
            if best["how"] == "greedy"
            else (f"No set of {up_to} helps.")
        )
        return
    sentences = {row["change"]: row["sentence"] for row in document["rows"]}
    yield f"The best set of {up_to}{_how(best)}:"
    for change in best["changes"]:
        yield f"  • {sentences.get(change, change)}"
    if best["before"] is not None and best["after"] is not None and best["by"] == "chance":
        before, after = (_chance(best[end]) for end in ("before", "after"))
        yield f"The chance that the need is met, moving together, is then {after}; now {before}."
        yield "Chances are combined as if the events were independent."
    else:
        able = [words for key, words in _POSSIBLE if best["possible"][key]["moving_together"]]  # type: ignore[literal-required]
        can = f"can be met {listed(able)}" if able else "still cannot be met"
        offers = count(len(best["offers"]), "offer")
        yield f"The need {can} then, and {offers} can stand, moving together. No chance bounds it."


def _how(best: BestSetRow) -> str:
    if best["how"] == "proven":
        return f" (proven: all {best['sets']:,} sets were tried)"
    if best["at_most"] is not None:
        ceiling = f"no set brings the low end above {best['at_most']:.1%}".replace("%", " %")
    elif best["offers_at_most"] is not None:
        ceiling = f"with all changes {count(best['offers_at_most'], 'offer')} can stand"
    else:
        ceiling = "no bound is known"
    return f" (found one by one, so a better one may exist; {ceiling})"


def _chance(both: R[I] | None) -> str:
    assert both is not None  # noqa: S101  asked only where it was worked out
    interval = both["moving_together"]
    return say_chance(interval["low"] or 0.0, interval["high"] or 0.0)


def _changes(document: AsksDocument, width: int) -> Iterator[RenderableType]:
    rows = document["rows"]
    if rows:
        shown = tuple(_row(row) for row in rows[:SHOWN])
        columns = ("Ask", "What it brings by itself", "#Cost", "Asked already", "Change")
        yield from table(
            Table(caption="Each change, the best first", columns=columns, rows=shown), width
        )
    left = [f"{count(len(rows) - SHOWN, 'change')} more (--json lists all)"]
    left = left if len(rows) > SHOWN else []
    if document["without_effect"]:
        left.append(f"{count(len(document['without_effect']), 'change')} would bring nothing alone")
    if left:
        yield Text()
        yield Text(f"{capital('; '.join(left))}.", style="dim")


def _row(row: AskRow) -> Row:
    cost = number(row["cost"]) if row["cost_given"] else ""
    asked = "; ".join(_asked(one) for one in row["asked"])
    told = (row["sentence"], _brings(row), cost, asked, row["change"])
    return Row(cells=tuple(tell(cell) for cell in told))


def _brings(row: AskRow) -> str:
    told = [_points(row["gain"])] if row["gain"] is not None else []
    for key, words in _POSSIBLE:
        if any(row["makes_possible"][key].values()):  # type: ignore[literal-required]
            told.append(f"makes it possible {words}")
    told += [f"regains {_offers(row['offers_regained'])}"] if row["offers_regained"] else []
    told += [f"loses {_offers(row['offers_lost'])}"] if row["offers_lost"] else []
    fewer = row["cut_sets_removed"]["undisclosed_enough"] or 0
    if fewer:
        told.append(f"{count(abs(fewer), 'cut set')} {'fewer' if fewer > 0 else 'more'}")
    return "; ".join(filter(None, told)) or "nothing by itself"


def _points(gain: R[Ends]) -> str:
    ends = gain["moving_together"]
    if max(abs(ends["at_low"]), abs(ends["at_high"])) < _SMALLEST:
        return ""
    low, high = (f"{ends[end] * 100:+.1f}" for end in ("at_low", "at_high"))
    return f"chance {low} points at its low end, {high} at its high end"


def _offers(by_firmness: dict[str, list[str]]) -> str:
    return listed(
        f"{name} ({firmness})" for firmness, names in by_firmness.items() for name in names
    )


def _others(asks: list[AskedRow]) -> Table:
    rows = tuple(
        Row(cells=(tell(one["text"] or one["change"] or one["id"]), tell(_asked(one))))
        for one in asks
    )
    caption = "Other asks on the register, not ranked here"
    return Table(caption=caption, columns=("Ask", "Asked"), rows=rows)


def _asked(ask: AskedRow) -> str:
    by = f" by {listed(ask['asked_by'])}" if ask["asked_by"] else ""
    answered = f", {ask['answer']}"
    if ask["answered_on"] is not None:
        answered += f" on {say_date(ask['answered_on'])}"
    elif ask["due"] is not None:
        answered += f", due {say_date(ask['due'])}"
    return f"{ask['id']}: {listed(ask['asked'])}{by} on {say_date(ask['asked_on'])}{answered}"
