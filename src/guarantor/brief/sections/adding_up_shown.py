"""The tables of answer 2: the need at each firmness, and each published need."""

from guarantor.brief.content import Row, Table, tell
from guarantor.brief.document import Floor
from guarantor.brief.index import Index
from guarantor.brief.naming import need_title
from guarantor.brief.sections.opening import floor_words
from guarantor.brief.sections.verdicts import firmest, is_possible
from guarantor.brief.words import capital

READINGS = ((True, False), (True, True), (False, False), (False, True))
"""Disclosed or undisclosed enough; nobody moves first or moving together: the columns."""

HEADS = (
    "Disclosed, nobody first",
    "Disclosed, together",
    "Undisclosed enough, nobody first",
    "Undisclosed enough, together",
)


def floors_table(index: Index) -> Table:
    """Return whether the need can be met at each firmness, in each counting and reading."""
    return Table(
        caption="Can the need be met?",
        columns=(
            "Offers counted",
            *HEADS,
            "#Offers that can stand",
        ),
        rows=tuple(_floor(index, floor) for floor in index.document["by_firmness"]),
        reads_down=True,
    )


def _floor(index: Index, floor: Floor) -> Row:
    answers = [
        tell("yes" if is_possible(floor["possible"], disclosed=one, together=both) else "no")
        for one, both in READINGS
    ]
    alone, together = (
        index.counted(floor["offers"]["nobody_moves_first"]),
        index.counted(floor["offers"]["moving_together"]),
    )
    many = str(len(together) or "none")
    if len(alone) != len(together):
        many = f"{len(alone) or 'none'}, together {many}"
    cells = (
        tell(capital(floor_words(floor["floor"]))),
        *answers,
        tell(index.resting(many, together)),
    )
    return Row(cells=cells)


def needs_table(index: Index) -> Table:
    """Return from which firmness each published need can be met; of a single one nothing new."""
    rows = index.document["requirements"]
    return Table(
        caption="Each published need: can it be met, and from which firmness?",
        columns=("Published need", *HEADS),
        rows=tuple(
            Row(
                cells=(
                    tell(index.figure(need_title(row), row["evidence"])),
                    *(tell(_from(row["floors"], reading)) for reading in READINGS),
                )
            )
            for row in rows
            if len(rows) > 1
        ),
        reads_down=True,
    )


def _from(floors: list[Floor], reading: tuple[bool, bool]) -> str:
    floor = firmest(floors, disclosed=reading[0], together=reading[1])
    return f"from {floor} upwards" if floor else "no"
