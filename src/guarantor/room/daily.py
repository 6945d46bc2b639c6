"""An operation cut to what may have become known on a day, so that day by day is quickly told.

What an audience may not see is cut out first. Then two days of a cut operation differ in just what
the whole operation differs in: that is the law which its tests hold it to.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property

from guarantor.ledger.visibility import visible_asks, visible_statements, visible_steps
from guarantor.model import (
    ChangeKind,
    Condition,
    Contribution,
    Operation,
    Step,
    Term,
    ids_named,
    parse_condition,
)


class Daily:
    """An operation as an audience may see it, day by day.

    Args:
        operation: Everything on record.
        audience: For whom it is cut.
        without: Statements and bases to do without; they stay in every cut.
    """

    def __init__(self, operation: Operation, audience: str, without: tuple[str, ...]) -> None:
        self._seen = _seen_by(operation, audience)
        self._without = without

    @property
    def days(self) -> list[date]:
        """Every day on which something may have become known."""
        return sorted({*self._published, *self._moved, *_other_days(self._seen)})

    def on(self, day: date) -> Operation:
        """Return what may have become known that day, and what that is told with."""
        moved = self._moved.get(day, ())
        kept = self._always | {name for one in moved for name in (one, *self._named[one])}
        contributions = {
            name: one for name, one in self._seen.contributions.items() if name in kept
        }
        cited = {name for one in contributions.values() for name in _cited(one)}
        said = self._seen.statements
        names = {*self._published.get(day, ()), *cited, *self._cited_beside, *self._without}
        known = sorted(names & said.keys(), key=self._places.__getitem__)
        return replace(
            self._seen,
            contributions=contributions,
            statements={name: said[name] for name in known},
        )

    @cached_property
    def _places(self) -> Mapping[str, int]:
        """Where each statement stands in the folder."""
        return {name: place for place, name in enumerate(self._seen.statements)}

    @cached_property
    def _published(self) -> Mapping[date, list[str]]:
        found: dict[date, list[str]] = {}
        for name, said in self._seen.statements.items():
            found.setdefault(said.published_on, []).append(name)
        return found

    @cached_property
    def _named(self) -> Mapping[str, frozenset[str]]:
        """The contributions that each contribution names: they have to be there for its terms."""
        every = self._seen.contributions
        return {name: _names(one) & every.keys() for name, one in every.items()}

    @cached_property
    def _moved(self) -> Mapping[date, list[str]]:
        """The contributions of which something may have become known, by day."""
        steps = {name: set(self._step_days(one)) for name, one in self._seen.contributions.items()}
        found: dict[date, list[str]] = {}
        for name, one in self._seen.contributions.items():
            cited = self._days_of(_cited(one))
            others = (day for other in self._named[name] for day in steps[other])
            for day in {*steps[name], *cited, *others}:
                found.setdefault(day, []).append(name)
        return found

    def _step_days(self, contribution: Contribution) -> Iterator[date]:
        for step in contribution.steps:
            if step.since:
                yield step.since
            yield from self._days_of(step.evidence)

    def _days_of(self, evidence: Iterable[str]) -> Iterator[date]:
        said = self._seen.statements
        return (said[name].published_on for name in evidence if name in said)

    @cached_property
    def _always(self) -> frozenset[str]:
        """The contributions that parties' terms and asks name."""
        seen = self._seen
        named = {name for party in seen.parties.values() for name in _named_in(party.terms)}
        for change in (ask.change for ask in seen.asks.values() if ask.change):
            named.add(change.subject)
            if change.kind is ChangeKind.DROP and change.detail != "undisclosed":
                named |= ids_named(parse_condition(change.detail))
        return frozenset(named & seen.contributions.keys())

    @cached_property
    def _cited_beside(self) -> frozenset[str]:
        """The statements that what is compared beside offers rests on."""
        seen = self._seen
        cited = [term.evidence for party in seen.parties.values() for term in party.terms]
        cited += [record.evidence for one in seen.propositions.values() for record in one.record]
        cited += [event.evidence for event in seen.events.values()]
        cited += [ask.evidence for ask in seen.asks.values()]
        return frozenset(name for evidence in cited for name in evidence)


def _seen_by(operation: Operation, audience: str) -> Operation:
    """Return an operation without the steps, statements and asks withheld from an audience."""
    statements = visible_statements(operation, audience)
    asks = visible_asks(operation, audience)
    return replace(
        operation,
        contributions={
            name: replace(one, steps=steps)
            for name, one in operation.contributions.items()
            if (steps := visible_steps(one, operation, audience))
        },
        statements={name: one for name, one in operation.statements.items() if name in statements},
        asks={name: one for name, one in operation.asks.items() if name in asks},
    )


def _other_days(operation: Operation) -> Iterator[date]:
    for proposition in operation.propositions.values():
        yield from (record.since for record in proposition.record)
    yield from (event.day for event in operation.events.values() if not event.evidence)
    for ask in operation.asks.values():
        yield from (one for one in (ask.asked_on, ask.answered_on) if one)


def _cited(contribution: Contribution) -> Iterator[str]:
    for step in contribution.steps:
        yield from step.evidence
        yield from (name for term in step.terms for name in term.evidence)


def _names(contribution: Contribution) -> frozenset[str]:
    steps: tuple[Step, ...] = contribution.steps
    wholes = {contribution.base.part_of, *(step.part_of for step in steps)}
    named = set(_named_in(term for step in steps for term in step.terms))
    return frozenset(named | {whole for whole in wholes if whole is not None})


def _named_in(terms: Iterable[Term]) -> Iterator[str]:
    conditions: Iterable[Condition | None] = (term.condition for term in terms)
    for condition in conditions:
        if condition is not None:
            yield from ids_named(condition)
