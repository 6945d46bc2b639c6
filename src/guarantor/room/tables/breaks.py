"""What breaks it as one table: sets and what hangs on what."""

from collections.abc import Iterator
from typing import Literal

from guarantor.export import Cell, Table
from guarantor.room.broken import Broken
from guarantor.room.tables.making import listed, table

BROKEN = (
    "kind",  # must_hold | cut_set | path_set | hangs_on | weakens | pact
    "counting",
    "reading",
    "size",
    "members",
    "labels",
    "lost",
    "weakened",
)
_COUNTINGS: tuple[Literal["disclosed", "undisclosed_enough"], ...] = (
    "disclosed",
    "undisclosed_enough",
)
_READINGS: tuple[Literal["nobody_moves_first", "moving_together"], ...] = (
    "nobody_moves_first",
    "moving_together",
)


def broken_table(document: Broken) -> Table:
    """Return what must hold, every set listed, and what is lost with what, a row each."""
    return table("breaks", BROKEN, _rows(document))


def _rows(document: Broken) -> Iterator[dict[str, Cell]]:
    yield from _sets(document)
    for row in (*document["hangs_on"], *document["weakens"]):
        yield {
            "kind": "hangs_on" if row["lost"] else "weakens",
            **_members(document, [row["id"]]),
            "lost": listed(row["lost"]),
            "weakened": listed(weak["offer"] for weak in row["weakened"]),
        }
    for pact in document["pacts"]:
        yield {"kind": "pact", **_members(document, pact)}


def _sets(document: Broken) -> Iterator[dict[str, Cell]]:
    for counting in _COUNTINGS:
        for reading in _READINGS:
            logic = document["logic"][counting][reading]
            asked: dict[str, Cell] = {"counting": counting, "reading": reading}
            for literal in logic["must_hold"]:
                yield {"kind": "must_hold", **asked, **_members(document, [literal])}
            for one in logic["cut_sets"]:
                yield {"kind": "cut_set", **asked, **_members(document, one)}
            for one in logic["path_sets"]:
                yield {"kind": "path_set", **asked, **_members(document, one)}


def _members(document: Broken, names: list[str]) -> dict[str, Cell]:
    return {
        "size": len(names),
        "members": listed(names),
        "labels": listed(document["labels"].get(name, name) for name in names),
    }
