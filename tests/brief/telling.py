"""Reads a brief in tests: the texts of sections, of their sentences and of their tables."""

from collections.abc import Iterable, Mapping
from typing import cast

from guarantor.brief.compose import compose
from guarantor.brief.content import Block, Brief, Bullets, Chart, Entry, Section, Sentence, Table
from guarantor.brief.document import Assessment


def section(document: Assessment, anchor: str) -> Section:
    """Return a section of the brief by its anchor."""
    brief = compose(document)
    return next(one for one in sections(brief) if one.anchor == anchor)


def sections(brief: Brief) -> list[Section]:
    """Return the answers and what they rest on."""
    return [*brief.answers, *brief.annexes]


def headline(document: Assessment, number: int) -> str:
    """Return the headline of an answer."""
    told = section(document, f"answer-{number}").headline
    assert told is not None
    return told.text


def sentences(blocks: Iterable[Block]) -> list[str]:
    """Return the sentences of blocks and the bullets among them, entries included."""
    told: list[str] = []
    for block in blocks:
        match block:
            case Sentence():
                told.append(block.text)
            case Bullets(items):
                told += [item.text for item in items]
            case Entry(blocks=inner):
                told += sentences(inner)
            case _:
                pass
    return told


def said(document: Assessment, anchor: str) -> list[str]:
    """Return the sentences of a section, its headline left out."""
    return sentences(section(document, anchor).blocks)


def tables(blocks: Iterable[Block]) -> list[Table]:
    """Return the tables of blocks, those of charts and entries included."""
    found: list[Table] = []
    for block in blocks:
        match block:
            case Table():
                found.append(block)
            case Chart(table=behind):
                found.append(behind)
            case Entry(blocks=inner):
                found += tables(inner)
            case _:
                pass
    return found


def rows(document: Assessment, anchor: str, caption: str) -> list[list[str]]:
    """Return the rows of the table whose caption begins so, as texts."""
    found = tables(section(document, anchor).blocks)
    table = next(one for one in found if one.caption.startswith(caption))
    return [[cell.text for cell in row.cells] for row in table.rows]


def change(row: Mapping[str, object], **values: object) -> None:
    """Set keys of a row of the sample."""
    cast("dict[str, object]", row).update(values)
