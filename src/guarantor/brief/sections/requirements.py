"""The requirement lines: every published need, line by line, with what is held against it."""

from guarantor.brief.content import Block, Entry, Row, Section, Table, tell
from guarantor.brief.document import LineResult, RequirementRow
from guarantor.brief.index import Index
from guarantor.brief.words import capital, count, number, say_chance, say_interval, spaced


def requirements(index: Index) -> Section:
    """Return the needs side by side; their disagreement is part of the picture."""
    sets = sorted(index.document["requirements"], key=lambda row: not row["asked"])
    return Section(
        anchor="requirements",
        title="Requirement lines",
        blocks=tuple(_set(index, row) for row in sets),
    )


def _set(index: Index, row: RequirementRow) -> Entry:
    title = row["text"] or capital(spaced(row["name"]))
    blocks: list[Block] = []
    if row["evidence"]:
        blocks.append(tell("Published by ", index.figure(_speakers(index, row), row["evidence"]), "."))
    if row["note"]:
        blocks.append(tell(row["note"]))
    blocks.append(_table(index, row))
    return Entry(title=f"{title} (asked about)" if row["asked"] else title, blocks=tuple(blocks))


def _speakers(index: Index, row: RequirementRow) -> str:
    known = index.known(row["evidence"])
    return "; ".join(dict.fromkeys(index.statements[name]["speaker"] for name in known)) or "nobody named"


def _table(index: Index, row: RequirementRow) -> Table:
    columns = ("Line", "#Need", "Priority", "#Stated", "#Reported", "Undisclosed", "#At most", "At best")
    has_chance = row["asked"] and any(_is_given(line) for line in row["lines"])
    return Table(
        caption=f"Lines of “{row['text'] or spaced(row['name'])}”",
        columns=(*columns, "Chance, moving together") if has_chance else columns,
        rows=tuple(_line(index, line, has_chance=has_chance) for line in row["lines"]),
        reads_down=True,
    )


def _is_given(line: LineResult) -> bool:
    """Tell whether a line's chance says more than that nobody bounded it."""
    met = line["met"]["moving_together"]
    return (met["low"], met["high"]) not in {(0, 0), (0, 1), (1, 1)}


def _line(index: Index, line: LineResult, *, has_chance: bool) -> Row:
    unit = spaced(line["unit"])
    most = "unbounded" if line["most_fielded"] is None else number(line["most_fielded"])
    need = f"{say_interval(line['need'])} {unit}"
    cells = [
        tell(f"{capital(spaced(line['capability']))} ({line['id']})"),
        tell(index.figure(need, line["evidence"])),
        tell(line["priority"]),
        *(tell(_amount(line, basis)) for basis in ("stated", "reported")),
        tell(_undisclosed(index, line)),
        tell(most if line["most_fielded"] != 0 else "none"),
        tell(_at_best(line)),
    ]
    if has_chance:
        met = line["met"]["moving_together"]
        cells.append(tell(say_chance(met["low"] or 0, 1 if met["high"] is None else met["high"])))
    return Row(cells=tuple(cells))


def _amount(line: LineResult, basis: str) -> str:
    held = line["stated"] if basis == "stated" else line["reported"]
    return say_interval(held) if held["low"] or held["high"] else "none"


def _undisclosed(index: Index, line: LineResult) -> str:
    said = []
    if line["undisclosed"]:
        whose = index.party_list(dict.fromkeys(index.offers[name]["party"] for name in line["undisclosed"]))
        said.append(f"{count(len(line['undisclosed']), 'offer')} ({whose})")
    if line["unknown_capability"]:
        said.append(f"{count(len(line['unknown_capability']), 'offer')} of undisclosed kind")
    return "; ".join(said) or "none"


def _at_best(line: LineResult) -> str:
    if line["need"]["low"] is None:
        return "need unknown, never counted as met"
    disclosed = line["possible"]["disclosed"]["moving_together"]
    enough = line["possible"]["undisclosed_enough"]["moving_together"]
    if disclosed:
        return "can be met on what was disclosed"
    return "can be met if the undisclosed were enough" if enough else "cannot be met"
