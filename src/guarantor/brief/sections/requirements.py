"""The requirement lines: every published need, line by line, with what is held against it."""

from guarantor.brief.content import Block, Entry, Row, Section, Sentence, Table, tell
from guarantor.brief.document import LesserChance, LineResult, RequirementRow
from guarantor.brief.index import Index
from guarantor.brief.naming import need_title, party_list
from guarantor.brief.sections.against_needs import amount_words, behind
from guarantor.brief.sections.delivered import delivered
from guarantor.brief.words import (
    capital,
    count,
    number,
    say_chance,
    say_interval,
    say_sampled,
    spaced,
)


def requirements(index: Index) -> Section:
    """Return the needs side by side; their disagreement is part of the picture."""
    sets = sorted(index.document["requirements"], key=lambda row: not row["asked"])
    return Section(
        anchor="requirements",
        title="Requirement lines",
        blocks=tuple(_set(index, row) for row in sets),
    )


def _set(index: Index, row: RequirementRow) -> Entry:
    title = need_title(row)
    blocks: list[Block] = []
    if rest := row["text"].removeprefix(title).lstrip(". "):
        blocks.append(tell(rest))
    if row["evidence"]:
        blocks.append(
            tell("On the word of ", index.figure(_speakers(index, row), row["evidence"]), ".")
        )
    blocks += [tell(row["note"])] if row["note"] else []
    blocks.append(_table(index, row, title))
    blocks += delivered(row)
    return Entry(title=f"{title} (asked about)" if row["asked"] else title, blocks=tuple(blocks))


def _speakers(index: Index, row: RequirementRow) -> str:
    known = index.known(row["evidence"])
    speakers = dict.fromkeys(index.statements[name]["speaker"] for name in known)
    return "; ".join(speakers) or "nobody in this file"


def _table(index: Index, row: RequirementRow, title: str) -> Table:
    heads = (
        "Line",
        "#Need",
        "Priority",
        "#Stated",
        "#Reported",
        "Undisclosed",
        "#At most",
        "At best",
    )
    has_chance = row["asked"] and any(_is_bounded(line) for line in row["lines"])
    return Table(
        caption=f"Lines of “{title}”",
        columns=(*heads, "Chance, moving together") if has_chance else heads,
        rows=tuple(_line(index, line, has_chance=has_chance) for line in row["lines"]),
        reads_down=True,
    )


def _is_bounded(line: LineResult) -> bool:
    """Tell whether a line's chance says more than that nobody gave one."""
    if "met" not in line:
        return False
    met = line["met"]["moving_together"]
    return (met["low"], met["high"]) not in {(0, 0), (0, 1), (1, 1)}


def _line(index: Index, line: LineResult, *, has_chance: bool) -> Row:
    unknown = line["need"]["low"] is None
    need = "unknown" if unknown else f"{say_interval(line['need'])} {spaced(line['unit'])}"
    most = "unbounded" if line["most_fielded"] is None else number(line["most_fielded"])
    cells = [
        tell(f"{capital(spaced(line['capability']))} ({line['id']})"),
        tell(index.figure(need, line["evidence"])),
        tell(line["priority"]),
        tell(index.resting(amount_words(line["stated"]), behind(index, line, "stated"))),
        tell(index.resting(amount_words(line["reported"]), behind(index, line, "reported"))),
        _undisclosed(index, line),
        tell(most if line["most_fielded"] != 0 else "none"),
        tell(_at_best(line)),
    ]
    if has_chance:
        met = line["met"]["moving_together"]
        cells.append(tell(_chance(met)))
    return Row(cells=tuple(cells))


def _undisclosed(index: Index, line: LineResult) -> Sentence:
    offers, unknown = line["undisclosed"], line["unknown_capability"]
    said = index.resting(count(len(offers), "offer"), offers) if offers else "none"
    whose = f" ({party_list(index, index.whose(offers))})" if offers else ""
    if not unknown:
        return tell(said, whose)
    return tell(
        said, whose, "; of undisclosed kind ", index.resting(count(len(unknown), "offer"), unknown)
    )


def _at_best(line: LineResult) -> str:
    if line["need"]["low"] is None:
        return "never counted as met"
    if line["possible"]["disclosed"]["moving_together"]:
        return "can be met on what was disclosed"
    enough = line["possible"]["undisclosed_enough"]["moving_together"]
    return "can be met if the undisclosed were enough" if enough else "cannot be met"


def _chance(met: LesserChance) -> str:
    low, high = met["low"] or 0, 1 if met["high"] is None else met["high"]
    if met.get("method") != "sampled":
        return say_chance(low, high)
    return f"{say_sampled(low, high, met['runs'])}, sampled"
