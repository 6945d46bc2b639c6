"""Which single statements the answer could not do without."""

from guarantor.brief.content import Block, Row, Section, Table, tell
from guarantor.brief.index import Index
from guarantor.brief.naming import with_names
from guarantor.brief.words import capital, count


def indispensable(index: Index) -> Section:
    """Return each statement without which the answer would be another one, and which."""
    rows = index.document["indispensable"]
    blocks: list[Block] = []
    if rows:
        figure = index.figure(count(len(rows), "statement"), [row["statement"] for row in rows])
        any_one = " alone" if len(rows) == 1 else ", any one of them"
        blocks = [
            tell("The answer would be another one without ", figure, f"{any_one}."),
            _table(index),
        ]
    elif index.statements:
        blocks = [tell("No single statement changes the answer by being left out.")]
    title = "Statements the answer could not do without"
    return Section(anchor="indispensable", title=title, blocks=tuple(blocks))


def _table(index: Index) -> Table:
    rows = []
    for row in index.document["indispensable"]:
        name = row["statement"]
        said = index.statements.get(name)
        words = f"{said['speaker']}: {said['paraphrase']}" if said else ""
        rows.append(
            Row(
                cells=(
                    tell(index.figure(name, [name])),
                    tell(words),
                    tell(capital(with_names(index, "; ".join(row["changes"])))),
                )
            )
        )
    return Table(
        caption="What becomes of the answer without them",
        columns=("Statement", "What it says", "Without it"),
        rows=tuple(rows),
        reads_down=True,
    )
