"""How far chances that are uncertain themselves move the answer, and which of them does."""

from guarantor.brief.content import Block, Row, Section, Sentence, Table, tell
from guarantor.brief.document import DriverRow, SpreadRow
from guarantor.brief.index import Index
from guarantor.brief.naming import offer, title
from guarantor.brief.words import number, say_percent

_MOST = 20
"""Most rows that are shown; the document holds all."""
OUTGROWN = (
    "Some chances are uncertain themselves. How far that moves the answer is worked out only where "
    "the answer is exact, and here it is not."
)


def spread(index: Index) -> Section:
    """Return the spread of the chance, moving together; nothing where no chance is uncertain."""
    blocks: tuple[Block, ...] = ()
    if "spread" in index.document:
        found = index.document["spread"]
        blocks = (tell(OUTGROWN),)
        if found is not None:
            blocks = _told(index, found["moving_together"]["at_high"])
    return Section(anchor="spread", title="How sure the chance itself is", blocks=blocks)


def _told(index: Index, row: SpreadRow) -> tuple[Block, ...]:
    shown = [driver for driver in row["drivers"] if driver["share"] > 0][:_MOST]
    table = Table(
        caption="Whose uncertainty it is",
        columns=("Chance of", "#Share of the spread"),
        rows=tuple(_driver(index, driver) for driver in shown),
    )
    return (_spread(row), table) if shown else (_spread(row),)


def _spread(row: SpreadRow) -> Sentence:
    return tell(
        "Some chances are given with how sure they are. At the high end, moving together, the "
        f"chance of meeting the need is {say_percent(row['mean'], row['mean'])} on average; in "
        f"eight of ten cases it lies within {say_percent(row['p10'], row['p90'])} "
        f"({number(row['draws'])} draws from seed {row['seed']})."
    )


def _driver(index: Index, driver: DriverRow) -> Row:
    name = driver["id"]
    called = f"The arrival of {offer(index, name)}" if name in index.offers else title(index, name)
    return Row(cells=(tell(called), tell(say_percent(driver["share"], driver["share"]))))
