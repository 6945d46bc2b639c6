"""What a brief is made of: sentences whose figures cite statements, tables, pictures, sections.

The sections write these; the terminal and the page read them, and nothing else.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from guarantor.brief.pictures import Picture


@dataclass(frozen=True, slots=True)
class Figure:
    """A few words that rest on statements, such as ``17 parties``.

    Attributes:
        text: The words.
        evidence: Ids of the statements; each of them is among the sources.
    """

    text: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it was given; only the reader of it may decide whether it becomes a link."""

    text: str


Part = str | Figure | Address


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words and figures in reading order; also the content of a table's cell."""

    parts: tuple[Part, ...] = ()

    @property
    def text(self) -> str:
        """The sentence without its citations."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    @property
    def evidence(self) -> tuple[str, ...]:
        """Every statement cited, each once."""
        return tuple(dict.fromkeys(name for figure in self.figures() for name in figure.evidence))

    def figures(self) -> Iterator[Figure]:
        """Yield the figures."""
        return (part for part in self.parts if isinstance(part, Figure))


def tell(*parts: Part) -> Sentence:
    """Return a sentence of these parts; empty words are left out."""
    return Sentence(tuple(part for part in parts if part not in {"", Figure("")}))


def joined(sentences: list[Sentence], between: str = ", ", last: str = " and ") -> Sentence:
    """Return sentences as one list in English."""
    parts: list[Part] = []
    for place, sentence in enumerate(sentences):
        if place:
            parts.append(last if place == len(sentences) - 1 else between)
        parts.extend(sentence.parts)
    return Sentence(tuple(parts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table.

    Attributes:
        cells: One sentence a column; the first names the row.
        anchor: Where links to this row lead; empty where none do.
    """

    cells: tuple[Sentence, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table.

    Attributes:
        columns: The heads; one that starts with ``#`` is a column of numbers.
        reads_down: Whether a narrow screen shows each row as a card, because cells hold sentences.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    reads_down: bool = False

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads as they are shown."""
        return tuple(head.removeprefix("#") for head in self.columns)

    def is_number(self, place: int) -> bool:
        """Tell whether a column holds numbers."""
        return self.columns[place].startswith("#")


@dataclass(frozen=True, slots=True)
class Bullets:
    """Sentences that stand beside each other."""

    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture and, as its text alternative, its table."""

    picture: Picture
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A part of a section with a title of its own, such as one party."""

    title: str
    blocks: "tuple[Block, ...]"


Block = Sentence | Bullets | Table | Chart | Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section; the five answers open with a headline.

    Attributes:
        anchor: Its name in links, such as ``answer-1``.
        headline: The answer in one sentence; ``None`` for a section that answers nothing.
    """

    anchor: str
    title: str
    headline: Sentence | None = None
    blocks: tuple[Block, ...] = ()

    def figures(self) -> Iterator[tuple[Figure, str]]:
        """Yield every figure in reading order, with what it is about where it stands in a table.

        Those of a chart's table are left to :func:`table_figures`.
        """
        if self.headline:
            yield from ((figure, "") for figure in self.headline.figures())
        yield from _figures(self.blocks)


def _figures(blocks: tuple[Block, ...]) -> Iterator[tuple[Figure, str]]:
    for block in blocks:
        match block:
            case Sentence():
                yield from ((figure, "") for figure in block.figures())
            case Bullets(sentences):
                yield from ((figure, "") for one in sentences for figure in one.figures())
            case Table():
                yield from table_figures(block)
            case Entry(blocks=inner):
                yield from _figures(inner)
            case Chart():
                pass


def table_figures(table: Table) -> Iterator[tuple[Figure, str]]:
    """Yield the figures of a table, each with the name of its row and the head of its column."""
    for row in table.rows:
        name, *others = row.cells
        yield from ((figure, "") for figure in name.figures())
        for head, cell in zip(table.heads[1:], others, strict=True):
            yield from ((figure, f"{name.text}, {head.lower()}") for figure in cell.figures())


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What stands before the answers.

    Attributes:
        audience: For whom the brief is made; shown on every sheet.
        coverage: How much this file has heard.
        asked: What was asked, as pairs of a label and what it says.
    """

    title: str
    question: str
    audience: str
    day: str
    coverage: Sentence
    asked: tuple[tuple[str, Sentence], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A brief: the opening, the five answers, and what they rest on."""

    opening: Opening
    answers: tuple[Section, ...]
    annexes: tuple[Section, ...]
