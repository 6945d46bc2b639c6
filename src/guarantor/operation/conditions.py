"""Whether conditions name what exists, and whether each ``not`` stands where it may."""

import re
from collections.abc import Iterable, Mapping

from guarantor.model import (
    AtLeast,
    Atom,
    Condition,
    Kind,
    Parameter,
    Proposition,
    Total,
    walk,
)
from guarantor.operation.header import Header
from guarantor.operation.ids import GROUP, PARAMETER, Ids
from guarantor.operation.nodes import Place
from guarantor.operation.reading import Clause, Reading, a
from guarantor.operation.supports import Supports

_WHERE_NOT_STANDS = (
    "a not may stand only over propositions that rest neither on who joins or offers nor on a loop"
)
_WHERE_CASES_STAND = (
    "the if of a chance_given may stand only over propositions that rest neither on who joins or "
    "offers nor on a loop"
)
_MEMBERS = (Kind.PARTY, Kind.PROPOSITION, Kind.CONTRIBUTION)


def check_clauses(
    header: Header | None, propositions: Mapping[str, Proposition], ids: Ids, reading: Reading
) -> None:
    """Note every fault of every condition that was read."""
    groups = header.groups if header else {}
    parameters = header.parameters if header else {}
    supports = Supports(propositions, groups, ids)
    for clause in reading.clauses:
        check = _ClauseCheck(clause, ids, reading)
        for node, is_under_not in walk(clause.condition, under_not=clause.is_case):
            check.names(node, parameters)
            if is_under_not:
                check.stands_under_not(node, supports)
            if clause.is_term and isinstance(node, AtLeast):
                check.counts_offers(node, groups)


class _ClauseCheck:
    """The checks of one condition in its place."""

    def __init__(self, clause: Clause, ids: Ids, reading: Reading) -> None:
        self._clause = clause
        self._ids = ids
        self._reading = reading

    def names(self, node: Condition, parameters: Mapping[str, Parameter]) -> None:
        """Check that what a part of the condition names exists and can stand there."""
        match node:
            case Atom(name):
                self._member(name)
            case AtLeast(count, members):
                if isinstance(count, str):
                    self._parameter(count, parameters, is_count=True)
                if isinstance(members, str):
                    self._group(members)
                else:
                    for name in members:
                        self._member(name)
            case Total(capability, amount):
                self._capability(capability)
                if isinstance(amount, str):
                    self._parameter(amount, parameters, is_count=False)
            case _:
                pass

    def _member(self, name: str) -> None:
        kind = self._ids.shared.get(name)
        if kind == GROUP:
            self._fault(name, f"{name} is a group; count it with at_least(k, {name})")
        elif kind == PARAMETER:
            self._fault(name, f"{name} is a parameter; it may stand only where a number may")
        elif kind is None and self._reading.has_read(*_MEMBERS):
            self._unknown(name, "party, contribution or proposition", self._ids.of(*_MEMBERS))

    def _group(self, name: str) -> None:
        kind = self._ids.shared.get(name)
        if kind in _MEMBERS:
            self._fault(name, f"{name} is {a(kind)} and no group; write [{name}]")
        elif kind != GROUP and self._reading.has_read(Kind.OPERATION):
            self._unknown(name, "group of operation.yaml", self._ids.of(GROUP))

    def _parameter(self, name: str, parameters: Mapping[str, Parameter], *, is_count: bool) -> None:
        if self._ids.shared.get(name) != PARAMETER:
            if self._reading.has_read(Kind.OPERATION):
                self._unknown(name, "parameter of operation.yaml", self._ids.of(PARAMETER))
        elif is_count and (parameter := parameters.get(name)):
            ends = (parameter.low, parameter.value, parameter.high)
            if any(end % 1 for end in ends):
                sentence = f"{name} is not whole at every end; at_least counts in whole numbers"
                self._fault(name, f"{sentence}, so give it whole ones")

    def _capability(self, name: str) -> None:
        is_known = name in self._ids.capabilities
        if not is_known and self._reading.has_read(Kind.CONTRIBUTION, Kind.REQUIREMENT):
            near = self._reading.nearest(name, self._ids.capabilities)
            sentence = f"nothing offers or needs {name} yet, so it sums to nothing"
            self._reading.warn(self._place(name), f"{sentence}; {near}" if near else sentence)

    def stands_under_not(self, node: Condition, supports: Supports) -> None:
        """Check that a part under a ``not`` rests neither on who joins or offers nor on a loop."""
        is_case = self._clause.is_case
        word, where = ("if", _WHERE_CASES_STAND) if is_case else ("not", _WHERE_NOT_STANDS)
        for name, reason in supports.against_not(node):
            self._fault(name, f"{word} {name}: {reason}; {where}", is_under_not=not is_case)

    def counts_offers(self, node: AtLeast, groups: Mapping[str, tuple[str, ...]]) -> None:
        """Warn of a count of parties: an offer may be meant, and joining is more than offering."""
        members = groups.get(node.members, ()) if isinstance(node.members, str) else node.members
        if members and all(self._ids.shared.get(name) == Kind.PARTY for name in members):
            sentence = (
                f"{node} counts parties that join, and a term seldom waits for that; "
                "name their contributions if their offers are meant"
            )
            self._reading.warn(self._place("at_least"), sentence)

    def _unknown(self, name: str, what: str, names: Iterable[str]) -> None:
        if name == "undisclosed":
            remedy = "list it as a term of its own"
        else:
            remedy = self._reading.nearest(name, names) or "add it there, or name another"
        self._fault(name, f"{name} is no {what}; {remedy}")

    def _fault(self, name: str, sentence: str, *, is_under_not: bool = False) -> None:
        self._reading.fault(self._place(name, is_under_not=is_under_not), sentence)

    def _place(self, name: str, *, is_under_not: bool = False) -> Place:
        text = self._clause.scalar.text
        negation = re.search(r"\bnot\b", text) if is_under_not else None
        word = name.partition("(")[0]  # of a total, its first word
        found = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])").search(
            text, negation.end() if negation else 0
        )
        return self._clause.scalar.at(found.start() if found else 0)
