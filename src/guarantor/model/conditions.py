"""Conditions: on which terms something is offered, as data.

A condition is a tree of atoms under ``and``, ``or`` and ``not``. Printing a condition and parsing
the text (:func:`guarantor.model.parse_condition`) are inverse.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from guarantor.model.amounts import say_number


@dataclass(frozen=True, slots=True)
class Atom:
    """A proposition holds, a party joins or a contribution is offered, by its id."""

    id: str

    def __str__(self) -> str:
        """Return the id."""
        return self.id


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least so many members of a group hold, join or are offered.

    Attributes:
        count: A whole number, or the name of a parameter.
        members: The name of a group, or the ids themselves.
    """

    count: int | str
    members: str | tuple[str, ...]

    def __str__(self) -> str:
        """Return ``at_least(count, members)``."""
        members = self.members if isinstance(self.members, str) else f"[{', '.join(self.members)}]"
        return f"at_least({self.count}, {members})"


@dataclass(frozen=True, slots=True)
class Total:
    """What is offered of a capability sums to at least so much.

    Attributes:
        capability: The capability summed, one's own offer included.
        amount: A number in the capability's unit, or the name of a parameter.
    """

    capability: str
    amount: Decimal | str

    def __str__(self) -> str:
        """Return ``total(capability) >= amount``."""
        amount = self.amount if isinstance(self.amount, str) else f"{self.amount:f}"
        return f"total({self.capability}) >= {amount}"


@dataclass(frozen=True, slots=True)
class Not:
    """A condition does not hold."""

    part: "Condition"

    def __str__(self) -> str:
        """Return ``not part``; ``not`` binds closest."""
        return f"not {_within(self.part, (All, AnyOf))}"


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds; at least two parts, none of them an ``All``."""

    parts: tuple["Condition", ...]

    def __post_init__(self) -> None:
        _check_parts(self)

    def __str__(self) -> str:
        """Return the parts joined by ``and``."""
        return " and ".join(_within(part, (AnyOf,)) for part in self.parts)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Some part holds; at least two parts, none of them an ``AnyOf``."""

    parts: tuple["Condition", ...]

    def __post_init__(self) -> None:
        _check_parts(self)

    def __str__(self) -> str:
        """Return the parts joined by ``or``, which binds loosest."""
        return " or ".join(map(str, self.parts))


Condition = Atom | AtLeast | Total | Not | All | AnyOf


def _check_parts(condition: All | AnyOf) -> None:
    """Keep one tree for one meaning, so that printing and parsing stay inverse."""
    kind = type(condition)
    if len(condition.parts) <= 1 or any(isinstance(part, kind) for part in condition.parts):
        msg = f"{kind.__name__} takes two parts or more, none of its own kind"
        raise ValueError(msg)


def _within(part: Condition, looser: tuple[type, ...]) -> str:
    return f"({part})" if isinstance(part, looser) else str(part)


def all_of(*parts: Condition) -> Condition:
    """Return that every part holds, flat; one part stands for itself."""
    return _joined(All, parts)


def any_of(*parts: Condition) -> Condition:
    """Return that some part holds, flat; one part stands for itself."""
    return _joined(AnyOf, parts)


def _joined(kind: type[All] | type[AnyOf], parts: tuple[Condition, ...]) -> Condition:
    flat: list[Condition] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, kind) else (part,))
    return flat[0] if len(flat) == 1 else kind(tuple(flat))


def walk(condition: Condition, *, under_not: bool = False) -> Iterator[tuple[Condition, bool]]:
    """Yield every node of a condition, and whether it stands under a ``not``."""
    yield condition, under_not
    match condition:
        case Not(part):
            yield from walk(part, under_not=True)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from walk(part, under_not=under_not)
        case _:
            pass


def ids_named(condition: Condition) -> frozenset[str]:
    """Return the ids that a condition names itself: atoms and literal lists, not groups."""
    named: set[str] = set()
    for node, _ in walk(condition):
        match node:
            case Atom(name):
                named.add(name)
            case AtLeast(members=tuple() as members):
                named.update(members)
            case _:
                pass
    return frozenset(named)


def say(condition: Condition, clause: Callable[[str], str]) -> str:
    """Return a condition as an English clause.

    Args:
        condition: What to say.
        clause: What a proposition, party, contribution, group, capability or parameter is called:
            for an atom a clause such as "Bravia joins"; for a group or capability a noun such as
            "land troops"; for a parameter its number.

    Example:
        >>> names = {"backstop": "Guarantia stands behind it", "BRA": "Bravia joins"}
        >>> say(AnyOf((Atom("backstop"), Not(Atom("BRA")))), names.get)
        'either Guarantia stands behind it or it is not so that Bravia joins'
    """
    match condition:
        case Atom(name):
            return clause(name)
        case AtLeast(count, str() as group):
            return f"at least {_say_given(count, clause)} of the {clause(group)} stand"
        case AtLeast(_, ()):
            return "something outside this record holds"
        case AtLeast(count, members):
            named = "; ".join(map(clause, members))
            return f"at least {_say_given(count, clause)} of these hold: {named}"
        case Total(capability, amount):
            number = _say_given(amount, clause)
            return f"{number} or more of {clause(capability)} are offered in all"
        case Not(part):
            return f"it is not so that {say(part, clause)}"
        case All(parts):
            return " and ".join(say(part, clause) for part in parts)
        case AnyOf(parts):
            return "either " + " or ".join(_say_whole(part, clause) for part in parts)


def _say_given(given: int | Decimal | str, clause: Callable[[str], str]) -> str:
    return clause(given) if isinstance(given, str) else say_number(Decimal(given))


def _say_whole(part: Condition, clause: Callable[[str], str]) -> str:
    said = say(part, clause)
    return f"both {said}" if isinstance(part, All) else said
