"""What is doubtful? Findings about a view: values beside the result, never exceptions."""

from guarantor.errors import Finding
from guarantor.ledger.source_doubts import (
    condition_left_out,
    contradicting_statements,
    inferred_day,
    notice_unknown,
    one_origin,
    only_relayed,
)
from guarantor.ledger.term_doubts import (
    condition_not_on_record,
    contradicted_term,
    no_term_on_record,
    not_repeated,
    refused_need,
)
from guarantor.model import View

DOUBTS = (
    refused_need,
    contradicted_term,
    contradicting_statements,
    condition_left_out,
    condition_not_on_record,
    no_term_on_record,
    not_repeated,
    one_origin,
    only_relayed,
    inferred_day,
    notice_unknown,
)
"""Every kind of doubt about what is on record, gravest first; each is named as its code."""


def findings(view: View) -> tuple[Finding, ...]:
    """Return the doubts about what is on record, gravest kind first, then in order of the folder.

    Doubts about a requirement are not among them: whether an offer can meet it, an engine knows.
    """
    return tuple(finding for doubt in DOUBTS for finding in doubt(view))
