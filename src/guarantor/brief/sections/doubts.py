"""What is already so, what is assumed, and where the data is in doubt."""

from guarantor.brief.content import Block, Row, Section, Table, tell
from guarantor.brief.document import Assumption
from guarantor.brief.index import Index
from guarantor.brief.words import capital, number, say_date, spaced


def doubts(index: Index) -> Section:
    """Return the settled propositions, the assumptions and the findings."""
    tables = (_already_so(index), _assumptions(index), _findings(index))
    blocks: list[Block] = [table for table in tables if table.rows]
    return Section(anchor="doubts", title="Assumptions and findings", blocks=tuple(blocks))


def _already_so(index: Index) -> Table:
    evidence = index.document["evidence"]
    rows = []
    for row in index.document["already_so"]:
        record = index.propositions[row["id"]]["record"] if row["id"] in index.propositions else []
        cited = record[-1]["evidence"] if record else evidence.get(row["id"], [])
        state = "holds" if row["is"] in {"holds", "True", "true"} else row["is"]
        rows.append(
            Row(
                cells=(
                    tell(index.title(row["id"])),
                    tell(state),
                    tell(index.figure(say_date(row["since"]), cited)),
                )
            )
        )
    return Table(caption="Already so", columns=("Proposition", "It", "Since"), rows=tuple(rows), reads_down=True)


def _assumptions(index: Index) -> Table:
    return Table(
        caption="Assumed: nobody gave evidence for these",
        columns=("What", "Basis", "#Value", "#Range", "Why"),
        rows=tuple(_assumption(index, row) for row in index.document["assumptions"]),
        reads_down=True,
    )


def _assumption(index: Index, row: Assumption) -> Row:
    value, low, high = row["value"], row["low"], row["high"]
    spread = "" if low is None or high is None or low == high else f"{_value(low)}–{_value(high)}"
    return Row(
        cells=(
            tell(_what(index, row)),
            tell(row["basis"]),
            tell("" if value is None else _value(value)),
            tell(spread),
            tell(capital(row["note"])),
        )
    )


def _what(index: Index, row: Assumption) -> str:
    name, term = row.get("id", ""), row.get("term", "")
    said = index.title(name) if name else ""
    return f"{said}: {term}" if said and term else said or term


def _value(value: float | str) -> str:
    return value if isinstance(value, str) else number(value)


def _findings(index: Index) -> Table:
    return Table(
        caption="Findings: doubts about the data",
        columns=("Kind", "What", "About"),
        rows=tuple(
            Row(
                cells=(
                    tell(capital(spaced(row["code"]))),
                    tell(index.figure(row["message"], row["evidence"])),
                    tell(index.title(row["entry"])),
                )
            )
            for row in index.document["findings"]
        ),
        reads_down=True,
    )
