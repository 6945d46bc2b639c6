"""Who said what?"""

from datetime import date

from guarantor.brief.document import StatementRow
from guarantor.errors import UnknownId
from guarantor.model import Operation
from guarantor.room.options import Options
from guarantor.room.rows import statement_row


def statements(
    operation: Operation,
    options: Options,
    *,
    party: str | None = None,
    kind: str | None = None,
    on: date | None = None,
    since: date | None = None,
) -> list[StatementRow]:
    """Return the statements in view, oldest first.

    Args:
        operation: Everything on record.
        options: The day asked from and the audience.
        party: Only those said by or about this party.
        kind: Only those of this kind.
        on: Only those published on this day.
        since: Only those published on this day or later.

    Raises:
        UnknownId: There is no such party, or no statement of that kind on record.
    """
    view = options.view(operation)
    if party is not None and party not in view.parties:
        raise UnknownId(kind="party", name=party, known=view.parties)
    kinds = {said.kind for said in view.statements.values()}
    if kind is not None and kind not in kinds:
        raise UnknownId(kind="kind of statement", name=kind, known=kinds)
    found = [
        said
        for said in view.statements.values()
        if (party is None or party in said.speaker_parties or party in said.about)
        and (kind is None or said.kind == kind)
        and (on is None or said.published_on == on)
        and (since is None or said.published_on >= since)
    ]
    return [statement_row(said) for said in sorted(found, key=lambda said: said.published_on)]


def statements_text(rows: list[StatementRow]) -> str:
    """Return statements as lines of text."""
    if not rows:
        return "No statement in this file matches; absence here is not absence."
    return "\n\n".join(map(_text, rows))


def _text(row: StatementRow) -> str:
    about = f" about {', '.join(row['about'])}" if row["about"] else ""
    firmness = f", {row['firmness']}" if row["firmness"] else ""
    inferred = " (day inferred)" if row["date_basis"] == "inferred" else ""
    lines = [
        f"{row['id']}  published {row['published_on']}{inferred}",
        f"  {row['speaker']}{about}: {row['kind']}, {row['stance']}{firmness}",
        f"  {row['paraphrase']}",
    ]
    if row["quantity"]:
        lines.append(f"  amount: {row['quantity']} {row['unit']}".rstrip())
    if row["condition"]:
        lines.append(f"  condition: {row['condition']}")
    grade = f"{row['reliability']}{row['credibility']}"
    lines.append(f"  {row['source']}  [{row['attribution']}, {grade}]")
    return "\n".join(lines)
