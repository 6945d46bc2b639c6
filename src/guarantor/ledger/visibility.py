"""What may an audience see? The one rule that views and exports share.

A step is seen by everybody where it is releasable to ``public``, else by the audiences it names
and by every audience whose parties all belong to one of those: who is told something as one of
twelve is told it as one of three, too.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import replace

from guarantor.errors import UnknownId
from guarantor.model import (
    PUBLIC,
    All,
    AnyOf,
    AtLeast,
    Atom,
    Change,
    ChangeKind,
    Condition,
    Contribution,
    KnownDocument,
    Lasting,
    Not,
    Operation,
    Step,
    Term,
    Total,
    all_of,
    any_of,
)

NEVER = AtLeast(1, ())
"""What is never true; it stands for everything that an audience may not see."""
ALWAYS = AtLeast(0, ())
"""What is always true."""
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*")
"""What an id looks like within a text."""


def known_audiences(operation: Operation, audience: str) -> tuple[str, ...]:
    """Return the audiences that an audience may know of, itself among them.

    They are those to which all its parties belong, and so those that may see no more than it: a
    closer circle within it stays unknown to it. The public knows of itself alone.

    Raises:
        UnknownId: The operation names no such audience.
    """
    if audience == PUBLIC:
        return (PUBLIC,)
    if audience not in operation.audiences:
        names = [PUBLIC, *operation.audiences]
        raise UnknownId(kind="audience", name=audience, known=names)
    own = set(operation.audiences[audience])
    named = (
        name
        for name, parties in operation.audiences.items()
        if name == audience or (own and own.issubset(parties))
    )
    return (PUBLIC, *named)


def visible_steps(
    contribution: Contribution, operation: Operation, audience: str
) -> tuple[Step, ...]:
    """Return the steps that an audience may see, in order.

    A step that does not say to whom it is releasable is releasable as the step before it, the
    first as the contribution; each step returned says so itself.

    Raises:
        UnknownId: The operation names no such audience.
    """
    known = known_audiences(operation, audience)
    return tuple(step for step in resolved_steps(contribution) if is_releasable(step, known))


def is_releasable(step: Step, known: Iterable[str]) -> bool:
    """Tell whether a step that says to whom it is releasable names one of some audiences."""
    return not set(known).isdisjoint(step.releasable_to or ())


def resolved_steps(contribution: Contribution) -> Iterator[Step]:
    """Yield the steps of a contribution in order, each saying to whom it is releasable."""
    releasable_to = contribution.base.releasable_to
    for step in contribution.steps:
        releasable_to = releasable_to if step.releasable_to is None else step.releasable_to
        yield replace(step, releasable_to=releasable_to)


def visible_contributions(operation: Operation, audience: str) -> frozenset[str]:
    """Return the contributions of which an audience may see a step.

    Raises:
        UnknownId: The operation names no such audience.
    """
    known = known_audiences(operation, audience)
    return frozenset(
        contribution.id
        for contribution in operation.contributions.values()
        if any(is_releasable(step, known) for step in resolved_steps(contribution))
    )


def visible_asks(operation: Operation, audience: str) -> frozenset[str]:
    """Return the asks that an audience may see.

    These are the asks that are releasable to it and ask for nothing that is withheld from it:
    neither of a contribution nor for a term of one of which it may see no step.

    Raises:
        UnknownId: The operation names no such audience.
    """
    known = known_audiences(operation, audience)
    return frozenset(
        ask.id
        for ask in operation.asks.values()
        if not set(known).isdisjoint(ask.releasable_to)
        and (ask.change is None or _may_be_named(ask.change, operation, audience))
    )


def _may_be_named(change: Change, operation: Operation, audience: str) -> bool:
    contribution = operation.contributions.get(change.subject)
    if contribution is None:
        return True
    steps = visible_steps(contribution, operation, audience)
    if change.kind is not ChangeKind.DROP:
        return bool(steps)
    return any(term.text == change.detail for step in steps for term in step.terms)


def visible_documents(operation: Operation, audience: str) -> frozenset[str]:
    """Return the documents that an audience may know of.

    Raises:
        UnknownId: The operation names no such audience.
    """
    known = set(known_audiences(operation, audience))
    return frozenset(
        one.id for one in operation.documents.values() if not known.isdisjoint(one.releasable_to)
    )


def shown_reason(document: KnownDocument, withheld: Container[str]) -> str:
    """Return why a document has its origin, or nothing where that speaks of what is withheld.

    Args:
        document: A document that an audience may know of.
        withheld: The ids of those that it may not know of.
    """
    names = {document.origin, *names_in(document.reason)}
    return "" if any(name in withheld for name in names) else document.reason


def names_in(text: str) -> frozenset[str]:
    """Return what in a text may be an id."""
    return frozenset(_NAME.findall(text))


def visible_statements(operation: Operation, audience: str) -> frozenset[str]:
    """Return the statements that an audience may see.

    These are all but those that only steps and asks withheld from it cite, and those that stand in
    a document withheld from it and that nothing it may see cites; what nothing cites is seen.

    Raises:
        UnknownId: The operation names no such audience.
    """
    known = known_audiences(operation, audience)
    shown: set[str] = set(_cited_beside_contributions(operation))
    withheld: set[str] = set()
    for contribution in operation.contributions.values():
        for step in resolved_steps(contribution):
            (shown if is_releasable(step, known) else withheld).update(_cited_by_step(step))
    asks = visible_asks(operation, audience)
    for ask in operation.asks.values():
        (shown if ask.id in asks else withheld).update(ask.evidence)
    withheld.update(_of_withheld_documents(operation, audience))
    return frozenset(operation.statements) - (withheld - shown)


def _of_withheld_documents(operation: Operation, audience: str) -> Iterator[str]:
    if not operation.documents:
        return
    seen = visible_documents(operation, audience)
    hidden = {one.source for one in operation.documents.values() if one.id not in seen}
    yield from (said.id for said in operation.statements.values() if said.address in hidden)


def scrub(
    condition: Condition, known: Container[str], capabilities: Container[str] | None = None
) -> Condition:
    """Return a condition that names known ids only; an unknown one is never true.

    What follows from that is simplified away: the result is :data:`NEVER` where the condition
    cannot hold any more and :data:`ALWAYS` where it cannot fail. A condition that names nothing
    unknown is returned unchanged. Groups stand as they are: who keeps them keeps their members.

    Args:
        condition: What to rewrite.
        known: The ids that may be named.
        capabilities: The capabilities that may be named, of another nothing is offered; where
            left out, all of them.

    Example:
        >>> from guarantor.model import parse_condition
        >>> condition = parse_condition("backstop or ceasefire and bra-airlift")
        >>> str(scrub(condition, {"backstop", "ceasefire"}))
        'backstop'
    """
    match condition:
        case Atom(name):
            return condition if name in known else NEVER
        case AtLeast(count, tuple() as members) if any(name not in known for name in members):
            return _counted(count, tuple(name for name in members if name in known))
        case Total(capability, amount) if capabilities is not None:
            is_known = capability in capabilities
            return condition if is_known else ALWAYS if amount == 0 else NEVER
        case Not(part):
            return _replaced(condition, [scrub(part, known, capabilities)], _opposite)
        case All(parts):
            scrubbed = [scrub(part, known, capabilities) for part in parts]
            return _replaced(condition, scrubbed, _joined_all)
        case AnyOf(parts):
            scrubbed = [scrub(part, known, capabilities) for part in parts]
            return _replaced(condition, scrubbed, _joined_any)
        case _:
            return condition


def _replaced(
    condition: Not | All | AnyOf,
    parts: list[Condition],
    join: Callable[[list[Condition]], Condition],
) -> Condition:
    """Return the condition itself where none of its parts changed, else its parts joined anew."""
    old = (condition.part,) if isinstance(condition, Not) else condition.parts
    return condition if tuple(parts) == old else join(parts)


def _counted(count: int | str, members: tuple[str, ...]) -> Condition:
    if isinstance(count, str):
        return AtLeast(count, members)
    return AtLeast(count, members) if count <= len(set(members)) else NEVER


def _opposite(parts: list[Condition]) -> Condition:
    (part,) = parts
    if part in (NEVER, ALWAYS):
        return ALWAYS if part == NEVER else NEVER
    return Not(part)


def _joined_all(parts: list[Condition]) -> Condition:
    if NEVER in parts:
        return NEVER
    left = [part for part in parts if part != ALWAYS]
    return all_of(*left) if left else ALWAYS


def _joined_any(parts: list[Condition]) -> Condition:
    if ALWAYS in parts:
        return ALWAYS
    left = [part for part in parts if part != NEVER]
    return any_of(*left) if left else NEVER


def _cited_by_step(step: Step) -> Iterator[str]:
    yield from step.evidence
    yield from _cited_by_terms(step.terms)


def _cited_by_terms(terms: Iterable[Term]) -> Iterator[str]:
    for term in terms:
        yield from term.evidence


def _cited_by(lasting: Lasting | None) -> tuple[str, ...]:
    return lasting.evidence if lasting else ()


def _cited_beside_contributions(operation: Operation) -> Iterator[str]:
    default = operation.notice_days_default
    for parameter in (*operation.parameters.values(), *([default] if default else [])):
        yield from parameter.evidence
    for party in operation.parties.values():
        yield from (*party.evidence, *_cited_by_terms(party.terms), *_cited_by(party.lasting))
    for proposition in operation.propositions.values():
        yield from (*proposition.evidence, *_cited_by(proposition.lasting))
        yield from (name for record in proposition.record for name in record.evidence)
    for requirement in operation.requirements.values():
        yield from requirement.evidence
        yield from (name for line in requirement.lines for name in line.evidence)
    for event in operation.events.values():
        yield from event.evidence
    for arrangement in operation.arrangements:
        yield from arrangement.evidence
    yield from _cited_by_terms(common.term for common in operation.common_terms)
