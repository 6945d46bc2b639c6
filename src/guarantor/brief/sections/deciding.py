"""What matters: how far each proposition and party decides whether the need is met."""

from guarantor.brief.content import Block, Row, Section, Table, tell
from guarantor.brief.document import Ends, ImportanceRow
from guarantor.brief.index import Index
from guarantor.brief.naming import title

_MOST = 20
"""Most rows that are shown; the document holds all."""
MEANING = (
    "How much likelier the need is met if it comes true than if it does not, all else as given: in "
    "percentage points with every input at its low end, and at its high. The share is what it adds "
    "on average over every order in which all of these could come; no chance of theirs enters it."
)


def deciding(index: Index) -> Section:
    """Return the propositions and parties that decide most, where chances were given."""
    shown = [row for row in index.document["importance"] if _decides(row)][:_MOST]
    blocks: tuple[Block, ...] = ()
    if shown:
        table = Table(
            caption="What decides most, moving together, in percentage points",
            columns=("What", "#Low end", "#High end", "#Share, low end", "#Share, high end"),
            rows=tuple(_row(index, row) for row in shown),
        )
        blocks = (tell(MEANING), table)
    return Section(anchor="deciding", title="What decides most", blocks=blocks)


def _decides(row: ImportanceRow) -> bool:
    measures = (row["birnbaum"]["moving_together"], row["shapley"]["moving_together"])
    return any(abs(end) > 0 for one in measures for end in (one["at_low"], one["at_high"]))


def _row(index: Index, row: ImportanceRow) -> Row:
    birnbaum, shapley = row["birnbaum"]["moving_together"], row["shapley"]["moving_together"]
    numbers = [*_points(birnbaum), *_points(shapley)]
    return Row(cells=(tell(title(index, row["id"])), *map(tell, numbers)))


def _points(ends: Ends) -> list[str]:
    return [f"{100 * end:+.1f}".replace("-", "−") for end in (ends["at_low"], ends["at_high"])]
