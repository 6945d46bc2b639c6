"""Lays out a table in a terminal: across where it fits, else each row as a short list."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from guarantor.brief.content import Address, Row, Sentence, Table

ROOMY = 22  # columns that a cell of words gets at least before its table reads across
SHORT = 30  # letters up to which cells of one row share a line when it reads down
APART = 2
INDENT = (0, 0, 0, 2)


def table(told: Table, width: int) -> Iterable[RenderableType]:
    """Yield a table under its caption."""
    yield Text()
    yield Text(told.caption, style="bold")
    if fits(told, width):
        yield across(told)
        return
    for row in told.rows:
        yield from down(told, row)


def fits(told: Table, width: int) -> bool:
    """Tell whether every column has the room it needs side by side."""
    needs = [needed(told, place) for place in range(len(told.heads))]
    return sum(needs) + APART * (len(needs) - 1) <= width


def needed(told: Table, place: int) -> int:
    """Return how many columns of the screen a column of the table needs at least."""
    cells = [row.cells[place] for row in told.rows]
    longest = max((len(cell.text) for cell in cells), default=0)
    if any(map(_is_address, cells)):
        return longest
    head = max((len(word) for word in told.heads[place].split()), default=0)
    return max(head, longest if told.is_number(place) else min(longest, ROOMY))


def across(told: Table) -> Grid:
    """Return a table as columns, without lines."""
    grid = Grid(box=None, padding=(0, APART, 0, 0), pad_edge=False, header_style="dim")
    for place, head in enumerate(told.heads):
        is_number = told.is_number(place)
        grid.add_column(Text(head), justify="right" if is_number else "left", overflow="fold")
    for row in told.rows:
        grid.add_row(*(Text(cell.text) for cell in row.cells))
    return grid


def down(told: Table, row: Row) -> Iterable[RenderableType]:
    """Yield a row as its name and, indented, what the other columns say; short ones together."""
    yield Text(row.cells[0].text, style="bold")
    together = Text()
    for head, cell in zip(told.heads[1:], row.cells[1:], strict=True):
        is_alone = len(cell.text) > SHORT
        if together and is_alone:
            yield Padding(together, INDENT)
            together = Text()
        if cell.text:
            together.append("; " if together else "")
            together.append(f"{head}: ", style="dim")
            together.append(cell.text)
        if is_alone:
            yield _whole(together) if _is_address(cell) else Padding(together, INDENT)
            together = Text()
    if together:
        yield Padding(together, INDENT)


def _is_address(cell: Sentence) -> bool:
    return any(isinstance(part, Address) for part in cell.parts)


def _whole(line: Text) -> Group:
    """Return an address in one piece, however long, so that it can be copied."""
    whole = Text("  ", no_wrap=True, overflow="ignore")
    return Group(whole.append_text(line))  # printed by itself, a text would be wrapped again
