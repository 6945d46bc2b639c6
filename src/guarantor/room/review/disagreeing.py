"""What on record does not agree with an item, and what speaks of the same?"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

from guarantor.errors import BadDay
from guarantor.ledger.decided import other_version
from guarantor.ledger.source_doubts import condition_left_out, contradicting_statements
from guarantor.model import (
    Attribution,
    DateBasis,
    Firmness,
    Span,
    Stance,
    Standing,
    Statement,
    View,
    at_place,
    day,
    say_day,
)
from guarantor.room.review.documents import Disagreement
from guarantor.room.review.items import Entered, review_id
from guarantor.room.rows import statement_row

_NAME = "(proposed)"
"""What an item is called among the statements; no statement can have this id."""
_NO_DAY = f" of {say_day(date.max)}"
"""What follows the name where nobody knows the day of the document."""
_MOST_RELATED = 5


def as_statement(item: Entered, source: str, published_on: date) -> Statement:
    """Return an item as the statement that it would become.

    Raises:
        BrokenLedger: Its form was decided with words that this version does not have.
    """
    try:
        return _read(item, source, published_on)
    except (BadDay, KeyError, TypeError, ValueError) as error:
        raise other_version(review_id(item.document, item.id)) from error


def _read(item: Entered, source: str, published_on: date) -> Statement:
    fields = item.fields
    said_on = fields["said_on"]
    return Statement(
        id=_NAME,
        said_on=day(said_on) if said_on else None,
        published_on=published_on,
        date_basis=DateBasis.PAGE,
        speaker=fields["speaker"],
        speaker_parties=tuple(fields["speaker_party"]),
        standing=Standing(fields["standing"]),
        about=tuple(fields["about"]),
        kind=fields["kind"],
        stance=Stance(fields["stance"]),
        firmness=Firmness(fields["firmness"]) if fields["firmness"] else None,
        quantity=fields["quantity"],
        unit=fields["unit"],
        condition=fields["condition"],
        paraphrase=fields["paraphrase"],
        source=at_place(source, Span(*item.span)),
        attribution=Attribution(fields["attribution"]),
        reliability=fields["reliability"],
        credibility=int(fields["credibility"]),
    )


def disagreements(view: View, said: Statement) -> list[Disagreement]:
    """Return what is on record and contradicts a statement that is not on record yet.

    The doubts are those that the ledger would raise if the statement stood in it.
    """
    with_it = replace(view, statements={**view.statements, said.id: said})
    doubts = chain(contradicting_statements(with_it), condition_left_out(with_it))
    found = (one for one in doubts if said.id in one.evidence)
    return [
        {
            "code": one.code,
            "message": one.message.replace(_NO_DAY, "").replace(said.id, "this"),
            "statements": [
                statement_row(view.statements[name]) for name in one.evidence if name != said.id
            ],
        }
        for one in found
    ]


def related(view: View, said: Statement) -> list[Statement]:
    """Return what is on record about the same parties and subject, latest first."""
    return sorted(_related(view, said), key=lambda one: one.published_on, reverse=True)[
        :_MOST_RELATED
    ]


def _related(view: View, said: Statement) -> Iterator[Statement]:
    parties = {*said.about, *said.speaker_parties}
    for one in view.statements.values():
        if one.kind == said.kind and parties & {*one.about, *one.speaker_parties}:
            yield one
