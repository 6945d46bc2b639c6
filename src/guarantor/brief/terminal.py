"""Tells a brief in a terminal: the five answers on the first screen, then what they rest on."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from guarantor.brief.compose import compose
from guarantor.brief.content import (
    Block,
    Brief,
    Bullets,
    Chart,
    Entry,
    Figure,
    Opening,
    Section,
    Sentence,
    Table,
)
from guarantor.brief.document import Assessment
from guarantor.brief.paper import Paper
from guarantor.brief.terminal_tables import table

NAMED = 3  # statements named behind a sentence; more are counted


def text(document: Assessment, *, width: int, color: bool, full: bool) -> str:
    """Return a brief as text; plain and without escapes unless colour is asked for."""
    paper = Paper(width=width, color=color)
    return paper.written(brief(compose(document), paper.width, full=full))


def brief(told: Brief, width: int, *, full: bool) -> Iterable[RenderableType]:
    """Yield the brief piece by piece."""
    yield from opening(told.opening)
    for number, answer in enumerate(told.answers, start=1):
        yield from headline(number, answer)
    if not full:
        return
    for number, answer in enumerate(told.answers, start=1):
        yield from section(answer, f"{number}. ", width)
    for annex in told.annexes:
        yield from section(annex, "", width)


def opening(told: Opening) -> Iterable[RenderableType]:
    """Yield the title, how much was heard, and what was asked."""
    yield Text(told.title, style="bold")
    if told.question:
        yield Text(told.question, style="italic")
    yield Text()
    yield Text(told.coverage.text)
    yield Text("; ".join(f"{label}: {said.text}" for label, said in told.asked), style="dim")


def headline(number: int, answer: Section) -> Iterable[RenderableType]:
    """Yield an answer in one sentence, under its question."""
    if answer.headline is None:
        return
    yield Text()
    yield hanging(Text(f"{number}.", style="bold cyan"), Text(answer.title, style="bold"))
    yield hanging(Text("  "), words(answer.headline))


def section(told: Section, number: str, width: int) -> Iterable[RenderableType]:
    """Yield a section, without the headline that the first screen gave."""
    title = f"{number}{told.title}"
    yield Text()
    yield Text()
    yield Text(title, style="bold cyan")
    yield Text("-" * min(len(title), width), style="cyan")
    yield from blocks(told.blocks, width)


def blocks(told: Iterable[Block], width: int) -> Iterable[RenderableType]:
    """Yield what a section holds; a chart is told by its table."""
    for block in told:
        match block:
            case Sentence():
                yield cited(block)
            case Bullets(sentences):
                for one in sentences:
                    yield hanging(Text(" •"), cited(one))
            case Chart(table=behind):
                yield from table(behind, width)
            case Table():
                yield from table(block, width)
            case Entry(title=title, blocks=inner):
                yield Text()
                yield Text(title, style="bold")
                for within in blocks(inner, width - 2):
                    yield Padding(within, (0, 0, 0, 2))


def hanging(mark: Text, said: Text) -> Grid:
    """Return a text that hangs behind its mark."""
    grid = Grid.grid(padding=(0, 1))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    grid.add_row(mark, said)
    return grid


def words(said: Sentence) -> Text:
    """Return a sentence, its figures set off where there is colour."""
    told = Text()
    for part in said.parts:
        style = "bold" if isinstance(part, Figure) and part.evidence else ""
        told.append(part if isinstance(part, str) else part.text, style=style)
    return told


def cited(said: Sentence) -> Text:
    """Return a sentence with the statements that it rests on, or how many they are."""
    names = said.evidence
    told = words(said)
    if names:
        rests = ", ".join(names) if len(names) <= NAMED else f"{len(names)} statements"
        told.append(f" [{rests}]", style="dim")
    return told
