"""Answer 3: what is lost if each of the main propositions fails; who leads and who follows."""

from collections.abc import Iterable

from guarantor.brief.content import Bullets, Part, Section, Sentence, tell
from guarantor.brief.document import HangsOn
from guarantor.brief.firmness import is_firm, shares
from guarantor.brief.grounds import Grounds, grounds, is_assumed, on_whose_word
from guarantor.brief.index import Index
from guarantor.brief.naming import counted_offers, said_of
from guarantor.brief.sections.leading import leading
from guarantor.brief.sections.losses_shown import losses_chart, parties_table, weakened_table
from guarantor.brief.words import count, listed, some_of

MOST_TOLD = 6
MOST_NAMED = 3
HEADED = 2

Group = list[HangsOn]
"""Propositions with which the very same offers fall."""


def losses(index: Index) -> Section:
    """Return which offers are lost with what, firmest first, on whose word; who follows whom."""
    ground = grounds(index)
    groups = _alike(index, (row for row in index.hangs_on if row["kind"] == "proposition"))
    voiced = [group for group in groups if not is_assumed(group[0], ground)]
    assumed = [group for group in groups if is_assumed(group[0], ground)]
    told = [_bullet(index, group, ground) for group in [*voiced[:MOST_TOLD], *assumed[:MOST_TOLD]]]
    chart = losses_chart(index, [row for group in groups for row in group], ground)
    tables = (parties_table(index), weakened_table(index))
    return Section(
        anchor="answer-3",
        title="What hangs on what?",
        headline=_headline(index, voiced, assumed),
        blocks=(
            *([Bullets(tuple(told))] if told else []),
            *leading(index),
            *([chart] if chart.table.rows else []),
            *(table for table in tables if table.rows),
        ),
    )


def _alike(index: Index, rows: Iterable[HangsOn]) -> list[Group]:
    """Return the propositions by what is lost with them, most of the firmest first."""
    groups: dict[frozenset[str], Group] = {}
    for row in rows:
        if row["lost"]:
            groups.setdefault(frozenset(row["lost"]), []).append(row)

    def weight(group: Group) -> tuple[int, int, int]:
        counted = index.counted(group[0]["lost"])
        firm = [name for name in counted if is_firm(index.offers[name]["firmness"])]
        return -len(firm), -len(counted), -len(group[0]["lost"])

    return sorted(groups.values(), key=weight)


def _headline(index: Index, voiced: list[Group], assumed: list[Group]) -> Sentence:
    if not index.could_stand:
        return tell("No offer can stand on the terms on record, so nothing hangs on anything.")
    if not voiced and not assumed:
        return tell("No single proposition takes an offer with it.")
    parts: list[Part] = []
    for place, group in enumerate((voiced or assumed)[:HEADED]):
        parts.append(
            ("; unless ") if place else ("Unless " if voiced else "On assumed terms alone: unless ")
        )
        parts += [
            f"{_named(index, group)}, ",
            *_lost(index, group[0], None if place else " that could stand"),
        ]
    return tell(*parts, ".")


def _bullet(index: Index, group: Group, ground: Grounds) -> Sentence:
    lost = group[0]["lost"]
    others = [name for name in lost if name not in index.counted(lost)]
    besides: tuple[Part, ...] = ()
    if others and index.counted(lost):
        besides = (", and ", index.resting(count(len(others), "other offer"), others))
    told = _lost(index, group[0], "")
    word = on_whose_word(group[0], ground)
    return tell(f"Unless {_named(index, group)}, ", *told, *besides, f"; {word}.")


def _named(index: Index, group: Group) -> str:
    clauses = [said_of(index, row["id"]) for row in group]
    return listed(some_of(clauses, MOST_NAMED, "propositions hold"))


def _lost(index: Index, row: HangsOn, which: str | None) -> tuple[Part, ...]:
    """Return how many offers are lost: of those that the need asks for, where any of them is.

    Args:
        index: The document.
        row: What fails, and what is lost with it.
        which: What is said of the offers after their name; ``None`` where they were just named.
    """
    could, lost = index.counted(index.could_stand), index.counted(row["lost"])
    noun = counted_offers(index) if lost else "offers of any kind"
    if not lost:
        could, lost = index.could_stand, row["lost"]
    who = f"all {len(could)}" if len(lost) == len(could) else f"{len(lost)} of the {len(could)}"
    said = who if which is None else f"{who} {noun}{which}"
    are = "is" if len(lost) == 1 else "are"
    return (index.resting(said, lost), f" {are} lost ({_shares(index, lost)})")


def _shares(index: Index, lost: list[str]) -> str:
    by_firmness: dict[str, list[str]] = {}
    for name in lost:
        by_firmness.setdefault(index.offers[name]["firmness"], []).append(name)
    return shares(by_firmness)
