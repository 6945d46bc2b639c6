"""Contradictions: what speaks against what, the statements of both sides beside each other."""

from collections.abc import Iterable, Iterator
from typing import cast

from guarantor.brief.document import Clash
from guarantor.errors import Finding
from guarantor.ledger import findings
from guarantor.model import Proposition, RecordState, Stance, Term, View, parse_condition
from guarantor.room.evidence_documents import Contradiction, Side
from guarantor.room.naming import needs, party_name, sentence
from guarantor.room.rows import iso, statement_row
from guarantor.room.waits import clashes

AGAINST = frozenset({Stance.DENIED, Stance.REFUSED, Stance.WITHDRAWN, Stance.SUSPENDED})
"""What a statement does that speaks against something."""
OF_WORDS = frozenset({"contradicting_statements", "condition_left_out"})
"""Findings that set a party's own word beside what others say of it."""


def contradictions(view: View) -> list[Contradiction]:
    """Return every contradiction in view.

    First refusals and promises that stand against what is needed, then propositions that are or
    were contested, then parties whose own latest word others contradict, or tell without its
    condition.
    """
    return [
        *(_clash(view, clash) for clash in clashes(view)),
        *_contested(view),
        *(_contradicted(view, finding) for finding in findings(view) if finding.code in OF_WORDS),
    ]


def _clash(view: View, clash: Clash) -> Contradiction:
    latest = view.latest(clash["need"].removeprefix("not "))
    is_refusal = clash["code"] == "refusal_against_term"
    label = "Refused" if is_refusal else "Promised, against what is needed"
    return {
        "code": "refusal_against_term" if is_refusal else "promise_against_term",
        "id": clash["need"],
        "text": sentence(view, parse_condition(clash["need"])),
        "state": latest.state.value if latest else None,
        "since": clash["since"],
        "by": clash["by"],
        "offers": clash["offers"],
        "sides": [
            _side(view, "needs", "Needed", _needing(view, clash["need"])),
            _side(view, "against", label, clash["evidence"]),
        ],
    }


def _needing(view: View, literal: str) -> Iterator[str]:
    """Yield the statements on which it rests that something is needed."""
    for term in _terms(view):
        if any(literal == needed for needed, _ in needs(term.condition)):
            yield from term.evidence
    for one in view.propositions.values():
        if one.when is not None and any(literal == needed for needed, _ in needs(one.when)):
            yield from one.evidence


def _terms(view: View) -> Iterator[Term]:
    for offer in view.offers.values():
        if offer.firmness.is_offer:
            yield from view.terms_of(offer)


def _contested(view: View) -> Iterator[Contradiction]:
    for one in view.propositions.values():
        if any(record.state is RecordState.CONTESTED for record in one.record):
            yield _both_sides(view, one)


def _both_sides(view: View, one: Proposition) -> Contradiction:
    latest = one.record[-1]
    cited = [name for record in one.record for name in record.evidence]
    said = [view.statements[name] for name in cited if name in view.statements]
    return {
        "code": "contested",
        "id": one.id,
        "text": one.text,
        "state": latest.state.value,
        "since": iso(latest.since),
        "by": [],
        "offers": [],
        "sides": [
            _side(view, "for", "For it", [row.id for row in said if row.stance not in AGAINST]),
            _side(view, "against", "Against it", [row.id for row in said if row.stance in AGAINST]),
        ],
    }


def _contradicted(view: View, finding: Finding) -> Contradiction:
    """Return a party whose latest word, the first cited, others contradict or tell by half."""
    own, *others = finding.evidence
    told = {
        "code": finding.code,
        "id": finding.entry,
        "text": finding.message,
        "state": None,
        "since": None,
        "by": [],
        "offers": [],
        "sides": [
            _side(view, "own_word", f"{party_name(view, finding.entry)} itself", [own]),
            _side(view, "others", "Others of it", others),
        ],
    }
    return cast("Contradiction", told)


def _side(view: View, side: str, label: str, cited: Iterable[str]) -> Side:
    names = [name for name in dict.fromkeys(cited) if name in view.statements]
    said = sorted((view.statements[name] for name in names), key=lambda one: one.published_on)
    return cast(
        "Side", {"side": side, "label": label, "statements": list(map(statement_row, said))}
    )
