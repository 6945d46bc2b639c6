"""A sweep as a table for people, and as CSV for their programs."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Literal

from guarantor.brief.document import ChanceInterval
from guarantor.brief.words import count, say_percent, say_sampled
from guarantor.model import day, say_day
from guarantor.room.sweep import Plain, ScenarioRow, Sweep

_READINGS: tuple[Literal["nobody_moves_first", "moving_together"], ...] = (
    "nobody_moves_first",
    "moving_together",
)
_COUNTINGS: tuple[Literal["disclosed", "undisclosed_enough"], ...] = (
    "disclosed",
    "undisclosed_enough",
)
_HEADS = ("possible", "if undisclosed enough", "offers", "P(met)")


def sweep_text(document: Sweep) -> str:
    """Return a sweep as lines of text: what was asked, then a line a scenario."""
    rows = document["scenarios"]
    known = say_day(day(document["as_known_on"]))
    over = " and ".join(axis["name"] for axis in document["over"])
    lines = [
        f"{document['name']}: {count(len(rows), 'scenario')} over {over}.",
        f"As known on {known}, to {document['audience']}{_asked(document)}.",
        "Chances take what is uncertain as independent. Where two values stand, the first is when",
        "nobody moves first, the second when all move together.",
        "",
        *_table([_heads(document), *(_cells(row) for row in rows)]),
    ]
    if any(cell.startswith("0–100 %") for row in rows for cell in _cells(row)):
        lines += ["", "0–100 %: the public record does not bound it."]
    if failed := document["failed"]:
        end = "has no chance; its row says why" if failed == 1 else "have no chance; each says why"
        lines += ["", f"{failed:,} of {len(rows):,} {end}."]
    return "\n".join(lines)


def _asked(document: Sweep) -> str:
    """Return what is the same in every scenario."""
    swept = {axis["name"] for axis in document["over"]}
    told = [f"{name} {_value(holds)}" for name, holds in document["suppose"].items()]
    told += [f"without {name}" for name in document["without"]]
    if "valid_on" not in swept and document["valid_on"]:
        told.insert(0, f"valid on {say_day(day(document['valid_on']))}")
    if "firm" not in swept:
        told.insert(0, f"offers {document['firm']} or firmer")
    if "requirement" not in swept:
        told.insert(0, f"held against {document['requirement']}")
    return "".join(f", {one}" for one in told)


def _heads(document: Sweep) -> list[str]:
    last = ["ended with"] if document["failed"] else []
    return [*(axis["name"] for axis in document["over"]), *_HEADS, *last]


def _cells(row: ScenarioRow) -> list[str]:
    possible, offers, chance = row["possible"], row["offers"], row["chance"]
    cells = [_value(value) for value in row["values"].values()]
    cells += [
        _both([_yes(possible[counting][one]) for one in _READINGS]) if possible else "–"
        for counting in _COUNTINGS
    ]
    cells.append(_both([str(offers[one]) for one in _READINGS]) if offers else "–")
    cells.append(_both([_chance(chance[one]) for one in _READINGS]) if chance else "–")
    return [*cells, row["error"]] if row["error"] else cells


def _both(told: Sequence[str]) -> str:
    return " / ".join(dict.fromkeys(told))


def _yes(possible: bool) -> str:  # noqa: FBT001  it is the value itself
    return "yes" if possible else "no"


def _chance(chance: ChanceInterval) -> str:
    low, high = chance["low"], chance["high"]
    if "standard_error" not in chance or "runs" not in chance:
        return say_percent(low, high)
    if high == 0 or low == 1:
        return say_sampled(low, high, chance["runs"])
    errors = chance["standard_error"]
    error = max(errors["low"] or 0, errors["high"] or 0)
    return f"{say_percent(low, high)} sampled (standard error {error:.2g})"


def _value(value: Plain) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield rows as lines whose columns stand under each other."""
    places = range(max(map(len, rows)))
    widths = [max(len(row[place]) for row in rows if place < len(row)) for place in places]
    for row in rows:
        padded = (cell.ljust(width) for cell, width in zip(row, widths, strict=False))
        yield "  ".join(padded).rstrip()


def sweep_csv(document: Sweep) -> str:
    """Return a sweep as CSV, a row a scenario; what could not be answered is left empty."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*(axis["name"] for axis in document["over"]), *_columns()])
    for row in document["scenarios"]:
        writer.writerow([*map(_value, row["values"].values()), *_fields(row)])
    return out.getvalue()


def _columns() -> Iterator[str]:
    for counting in _COUNTINGS:
        yield from (f"possible_{counting}_{reading}" for reading in _READINGS)
    yield from (f"offers_{reading}" for reading in _READINGS)
    for reading in _READINGS:
        named = ("low", "high", "method", "standard_error_low", "standard_error_high")
        yield from (f"chance_{reading}_{name}" for name in named)
    yield "error"


def _fields(row: ScenarioRow) -> Iterator[object]:
    possible, offers, chance = row["possible"], row["offers"], row["chance"]
    for counting in _COUNTINGS:
        yield from (_value(possible[counting][one]) if possible else "" for one in _READINGS)
    yield from (offers[one] if offers else "" for one in _READINGS)
    for reading in _READINGS:
        yield from _chance_fields(chance[reading]) if chance else [""] * 5
    yield row["error"] or ""


def _chance_fields(chance: ChanceInterval) -> list[object]:
    error = chance.get("standard_error")
    errors = [error["low"], error["high"]] if error else ["", ""]
    return [chance["low"], chance["high"], chance["method"], *errors]
