"""The sources: every statement with its address."""

from guarantor.brief.content import Address, Row, Section, Sentence, Table, tell
from guarantor.brief.document import StatementRow
from guarantor.brief.index import Index
from guarantor.brief.naming import party_list
from guarantor.brief.words import say_date, spaced


def sources(index: Index) -> Section:
    """Return every statement, latest first, as it was published."""
    rows = sorted(index.statements.values(), key=lambda row: row["published_on"], reverse=True)
    opening = tell(
        "Paraphrased in this file’s words. Reliability of the source A–F, credibility of the "
        "information 1–6; F and 6 mean “cannot be judged”."
    )
    table = Table(
        caption="Statements, latest first",
        columns=("Statement", "Published", "Who", "What", "Grade", "Address"),
        rows=tuple(_row(index, row) for row in rows),
        reads_down=True,
    )
    return Section(anchor="sources", title="Sources", blocks=(opening, table) if rows else ())


def _row(index: Index, row: StatementRow) -> Row:
    who = f"{row['speaker']}; {spaced(row['standing'])}, {spaced(row['attribution'])}"
    return Row(
        anchor=f"s-{row['id']}",
        cells=(
            tell(row["id"]),
            tell(_published(row)),
            tell(who),
            _said(index, row),
            tell(f"{row['reliability']}{row['credibility']}"),
            tell(Address(row["source"])),
        ),
    )


def _published(row: StatementRow) -> str:
    inferred = " (inferred)" if row["date_basis"] == "inferred" else ""
    said = (
        f"; said {say_date(row['said_on'])}"
        if row["said_on"] not in {None, row["published_on"]}
        else ""
    )
    return f"{say_date(row['published_on'])}{inferred}{said}"


def _said(index: Index, row: StatementRow) -> Sentence:
    about = party_list(index, row["about"])
    number = f" {row['quantity']} {spaced(row['unit'])}." if row["quantity"] else ""
    condition = f" Condition: {row['condition']}." if row["condition"] else ""
    stance = f"{row['stance']}, {row['firmness']}" if row["firmness"] else row["stance"]
    told = f"{row['paraphrase']}{number}{condition} ({stance}, {spaced(row['kind'])}"
    return tell(f"{told}, about {about})" if about else f"{told})")
