"""What rests on a statement, and where does it stand in its document?"""

from guarantor.brief import Assessment
from guarantor.errors import UnknownId
from guarantor.room.evidence_documents import StatementView
from guarantor.room.heading import asked
from guarantor.room.kept_text import kept_text, passage
from guarantor.room.opening import Source
from guarantor.room.options import Options
from guarantor.room.origins import origin_rows
from guarantor.room.resting import rests_on
from guarantor.room.rows import statement_row


def statement_view(
    source: Source, options: Options, statement_id: str, assessment: Assessment | None = None
) -> StatementView:
    """Return a statement, its document and what rests on it (schema ``guarantor/statement/1``).

    Args:
        source: An opened operation; only of a folder there are texts.
        options: How it is asked.
        statement_id: Which statement.
        assessment: The assessment under the same options, where it is at hand: it says what
            becomes of the answer without the statement.

    Raises:
        UnknownId: The statement, or what an option names, is not in view.
    """
    view = options.view(source.operation)
    if statement_id not in view.statements:
        where = f" in view for {view.audience} as known on {view.as_known_on}"
        raise UnknownId(kind="statement", name=statement_id, known=view.statements, where=where)
    said = view.statements[statement_id]
    page = [one for one in view.statements.values() if view.origin(one) == view.origin(said)]
    text, no_text = kept_text(source, options.audience, said)
    return {
        "schema": "guarantor/statement/1",
        **asked(view, options.question(view), options),
        "statement": statement_row(said),
        "origin": origin_rows(view, page)[0],
        "same_origin": [statement_row(one) for one in page if one is not said],
        "rests_on_it": rests_on(view, statement_id),
        "without_it": None if assessment is None else _without(assessment, statement_id),
        "text": text,
        "no_text": no_text,
        "passage": None if text is None else passage(text, said),
    }


def _without(assessment: Assessment, name: str) -> list[str]:
    rows = (row for row in assessment["indispensable"] if row["statement"] == name)
    return [sentence for row in rows for sentence in row["changes"]]
