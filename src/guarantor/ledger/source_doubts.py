"""Doubts about sources: contradicting, only relayed, of an inferred day; and unknown notice."""

from collections.abc import Iterator

from guarantor.errors import Finding
from guarantor.ledger.wording import (
    cited,
    listed,
    offer_words,
    party_words,
    proposition_words,
    statement_words,
)
from guarantor.model import (
    LADDER,
    OWN_WORD,
    Attribution,
    DateBasis,
    Firmness,
    Stance,
    Statement,
    View,
)

RELAYED = frozenset({Attribution.REPORTED_BY_OTHER, Attribution.MEDIA_TALLY, Attribution.ANONYMOUS})
"""Attributions under which a statement came through somebody else."""
FIRST_HAND = frozenset("AB")
"""Grades of a source that is more than a relay."""
CATCH_ALL = "other"
"""The kind of statements that have no subject in common."""


def contradicting_statements(view: View) -> Iterator[Finding]:
    """Yield, for each party and kind, what others say of it against the latest of its own word.

    A party that changed its own word contradicts nobody: its latest word counts. A later step of
    one of its offers that rests on either word resolves the matter.
    """
    for (code, kind), said in _by_subject(view).items():
        speaks_of_offers = any(one.firmness is not None for one in said)
        signs = {one.id: _sign(one, speaks_of_offers=speaks_of_offers) for one in said}
        own = [one for one in said if signs[one.id] and _is_own_word(one, code)]
        if not own:
            continue
        latest = own[-1]
        against = [
            one
            for one in said
            if signs[one.id] == -signs[latest.id]
            and not _is_own_word(one, code)
            and not _is_resolved(view, code, one, latest)
        ]
        if against:
            yield Finding(
                code="contradicting_statements",
                message=f"On {kind.replace('_', ' ')}, the latest word of "
                f"{party_words(view, code)} itself ({statement_words(latest)}) contradicts "
                f"{listed([statement_words(one) for one in against])}.",
                entry=code,
                evidence=(latest.id, *(one.id for one in against)),
            )


def condition_left_out(view: View) -> Iterator[Finding]:
    """Yield, for each party and kind, what others say of it without the condition that it named.

    Only what was published since, or on that day, counts: earlier the condition was not known.
    """
    for (code, kind), said in _by_subject(view).items():
        own = [one for one in said if _is_own_word(one, code)]
        if not own or own[-1].stance is not Stance.CONDITIONAL or not own[-1].condition:
            continue
        latest = own[-1]
        bare = [one for one in said if _leaves_out(one, latest, code)]
        if bare:
            yield Finding(
                code="condition_left_out",
                message=f"On {kind.replace('_', ' ')}, {party_words(view, code)} itself "
                f"({statement_words(latest)}) named a condition, “{latest.condition}”, which "
                f"{listed([statement_words(one) for one in bare])} leaves out.",
                entry=code,
                evidence=(latest.id, *(one.id for one in bare)),
            )


def _leaves_out(said: Statement, latest: Statement, code: str) -> bool:
    return (
        said.published_on >= latest.published_on
        and said.stance in {Stance.ASSERTED, Stance.PLEDGED}
        and not said.condition
        and not _is_own_word(said, code)
    )


def one_origin(view: View) -> Iterator[Finding]:
    """Yield the offers and latest records whose several documents all come from one report."""
    for entry, words, said in _resting(view):
        documents = {one.address for one in said if one.address}
        if len(documents) > 1 and len({view.origin(one) for one in said}) == 1:
            yield Finding(
                code="one_origin",
                message=f"{words} rests on {len(documents)} documents, and all of them come from "
                f"one report: {listed([statement_words(one) for one in said])}.",
                entry=entry,
                evidence=tuple(one.id for one in said),
            )


def only_relayed(view: View) -> Iterator[Finding]:
    """Yield the offers and latest records that rest on relayed or weak sources alone."""
    for entry, words, said in _resting(view):
        if all(_is_relayed(one) for one in said):
            yield Finding(
                code="only_relayed",
                message=f"{words} rests on relayed or weak sources alone: "
                f"{listed([_graded(one) for one in said])}.",
                entry=entry,
                evidence=tuple(one.id for one in said),
            )


def inferred_day(view: View) -> Iterator[Finding]:
    """Yield the offers and latest records whose every publication day was inferred."""
    for entry, words, said in _resting(view):
        if all(one.date_basis is DateBasis.INFERRED for one in said):
            yield Finding(
                code="inferred_day",
                message=f"{words} rests on statements whose day of publication was inferred, not "
                f"read off a page: {listed([statement_words(one) for one in said])}.",
                entry=entry,
                evidence=tuple(one.id for one in said),
            )


def notice_unknown(view: View) -> Iterator[Finding]:
    """Yield the offers of which nobody knows how long they take to move, where that matters."""
    if view.activation is None or view.valid_on is None or view.notice_days_default is not None:
        return
    for offer in view.offers.values():
        if offer.firmness.is_offer and offer.notice_days is None:
            yield Finding(
                code="notice_unknown",
                message=f"How many days' notice {offer_words(view, offer)} needs is unknown: it "
                "counts as not there at the low end and as there at the high end.",
                entry=offer.id,
                evidence=offer.evidence,
            )


def _by_subject(view: View) -> dict[tuple[str, str], list[Statement]]:
    """Return the statements about each party and kind, in order of publication."""
    found: dict[tuple[str, str], list[Statement]] = {}
    for said in sorted(view.statements.values(), key=lambda one: one.published_on):
        for code in said.about:
            if said.kind and said.kind != CATCH_ALL:
                found.setdefault((code, said.kind), []).append(said)
    return found


def _sign(said: Statement, *, speaks_of_offers: bool) -> int:
    """Return 1 for a word in favour, -1 for one against, 0 for neither.

    Conditions, requests and withdrawals are neither. What gives no firmness counts where a party
    said it, and a bare assertion only where none of the statements compared speaks of an offer:
    else it may assert anything.
    """
    if said.firmness is None and not said.speaker_parties:
        return 0
    match said.stance, said.firmness:
        case ((Stance.DENIED | Stance.REFUSED), _):
            return -1
        case Stance.ASSERTED, None:
            return 0 if speaks_of_offers else 1
        case Stance.PLEDGED, None:
            return 1
        case ((Stance.PLEDGED | Stance.ASSERTED), Firmness() as firmness) if firmness in LADDER:
            return 1
        case Stance.ASSERTED, Firmness() as firmness if not firmness.is_offer:
            return -1
        case _:
            return 0


def _is_own_word(said: Statement, code: str) -> bool:
    return code in said.speaker_parties and said.attribution in OWN_WORD


def _is_resolved(view: View, code: str, other: Statement, latest: Statement) -> bool:
    return any(
        offer.party == code
        and offer.since > other.published_on
        and not {other.id, latest.id}.isdisjoint(offer.evidence)
        for offer in view.offers.values()
    )


def _resting(view: View) -> Iterator[tuple[str, str, tuple[Statement, ...]]]:
    """Yield each offer and each proposition's latest record: its id, words and statements."""
    for offer in view.offers.values():
        if said := cited(view, offer.evidence):
            yield offer.id, f"Offer {offer_words(view, offer)}", said
    for name in view.propositions:
        record = view.latest(name)
        if record is not None and (said := cited(view, record.evidence)):
            yield name, f"The latest record of {proposition_words(view, name)}", said


def _is_relayed(said: Statement) -> bool:
    return said.reliability not in FIRST_HAND or said.attribution in RELAYED


def _graded(said: Statement) -> str:
    return f"{said.id} ({said.attribution.replace('_', ' ')}, {said.reliability})"
