"""What is noted while a folder is read: faults, warnings, and everything that names something."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from enum import StrEnum

from guarantor.errors import Fault
from guarantor.model import Condition, Kind
from guarantor.operation.nodes import Place, Scalar

_LONGEST_SHOWN = 60
MOST_NAMES = 2_000
_MOST_SUGGESTIONS = 200


class Unread(Exception):
    """Part of a text gave no value, and why is already noted."""


class Target(StrEnum):
    """What a name can stand for; the value is what a sentence calls it."""

    STATEMENT = "statement"
    PARTY = "party"
    PROPOSITION = "proposition"
    CONTRIBUTION = "contribution"
    CAPABILITY = "capability"
    AUDIENCE = "audience"
    REQUIREMENT = "requirement"
    SETTER = "party or contribution"
    MEMBER = "party, contribution or proposition"


@dataclass(frozen=True, slots=True)
class Mention:
    """Some place names something that has to exist."""

    target: Target
    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Claim:
    """A step or record claims to be known since a day, on a statement that it cites."""

    what: str
    since: date
    statement: str
    place: Place


@dataclass(frozen=True, slots=True)
class Clause:
    """A condition in its place.

    Attributes:
        condition: What it says.
        scalar: Where it stands.
        is_term: Whether it is a term of a party or contribution, not a ``when`` or common term.
        is_case: Whether it is a case of a ``chance_given``, and so what stands under a ``not``.
    """

    condition: Condition
    scalar: Scalar
    is_term: bool
    is_case: bool = False


class Reading:
    """The notes of one reading."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []
        self.warnings: list[Fault] = []
        self.mentions: list[Mention] = []
        self.claims: list[Claim] = []
        self.clauses: list[Clause] = []
        self.unread: set[Kind] = set()
        self._suggestions = 0

    def fault(self, place: Place, sentence: str) -> Unread:
        """Note what is wrong; raise what comes back where there is no value to go on with."""
        self.faults.append(Fault(place.file, place.line, place.column, sentence))
        return Unread()

    def warn(self, place: Place, sentence: str) -> None:
        """Note what is allowed and probably not meant."""
        self.warnings.append(Fault(place.file, place.line, place.column, sentence))

    def has_read(self, *kinds: Kind) -> bool:
        """Tell whether the files of these kinds could be read at all."""
        return self.unread.isdisjoint(kinds)

    def nearest(self, name: str, names: Iterable[str], *, likeness: float = 0.6) -> str:
        """Return ``did you mean …?`` for the nearest of some names, or nothing.

        Suggestions are for people: after two hundred of them, or among thousands of names, there
        are none, so that a folder full of faults is still checked at once.
        """
        if self._suggestions >= _MOST_SUGGESTIONS:
            return ""
        self._suggestions += 1
        known = list(dict.fromkeys(names))
        if len(known) > MOST_NAMES:
            return ""
        near = [other for other in known if other.lower() == name.lower()]
        near = near or get_close_matches(name[:_LONGEST_SHOWN], known, n=1, cutoff=likeness)
        return f"did you mean {near[0]}?" if near else ""


def shown(text: str) -> str:
    """Return a text as a sentence can show it: on one line, and not too long."""
    line = " ".join(text.split())
    cut = line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 1]}…"
    return cut or '""'


def a(noun: str) -> str:
    """Return a noun with its article.

    Example:
        >>> a("event"), a("party")
        ('an event', 'a party')
    """
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def listed(words: Iterable[str]) -> str:
    """Return words as a sentence lists them: ``a, b or c``."""
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last
