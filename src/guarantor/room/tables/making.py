"""Making a table out of rows that are given by their columns."""

from collections.abc import Iterable, Mapping

from guarantor.brief.document import StatementRow, TermRow
from guarantor.export import Cell, Table


def table(name: str, columns: tuple[str, ...], rows: Iterable[Mapping[str, Cell]]) -> Table:
    """Return a table; a row leaves empty what it does not name.

    Raises:
        ValueError: A row names what is no column.
    """
    made = []
    for row in rows:
        if unknown := row.keys() - set(columns):
            msg = f"the table {name} has no column {', '.join(sorted(unknown))}"
            raise ValueError(msg)
        made.append(tuple(row.get(column) for column in columns))
    return Table(name=name, columns=columns, rows=tuple(made))


def listed(names: Iterable[str]) -> str:
    """Return names in one cell."""
    return "; ".join(names)


def terms(rows: Iterable[TermRow]) -> str:
    """Return terms in one cell, each on whose word it stands."""
    return listed(f"{row['text']} ({row['basis']})" for row in rows)


STATEMENT_COLUMNS = (
    "statement",
    "said_on",
    "published_on",
    "date_basis",
    "speaker",
    "speaker_parties",
    "standing",
    "about",
    "kind",
    "stance",
    "firmness",
    "quantity",
    "unit",
    "condition",
    "paraphrase",
    "source",
    "attribution",
    "reliability",
    "credibility",
)
"""The columns of a statement."""


def statement_cells(row: StatementRow) -> dict[str, Cell]:
    """Return a statement under its columns."""
    return {
        "statement": row["id"],
        "said_on": row["said_on"],
        "published_on": row["published_on"],
        "date_basis": row["date_basis"],
        "speaker": row["speaker"],
        "speaker_parties": listed(row["speaker_parties"]),
        "standing": row["standing"],
        "about": listed(row["about"]),
        "kind": row["kind"],
        "stance": row["stance"],
        "firmness": row["firmness"],
        "quantity": row["quantity"],
        "unit": row["unit"],
        "condition": row["condition"],
        "paraphrase": row["paraphrase"],
        "source": row["source"],
        "attribution": row["attribution"],
        "reliability": row["reliability"],
        "credibility": row["credibility"],
    }
