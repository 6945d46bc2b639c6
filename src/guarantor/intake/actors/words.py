"""How an actor was recognised."""

from dataclasses import dataclass
from enum import StrEnum

from guarantor.model import Span, Standing


class Recognised(StrEnum):
    """What kind of words stand for a party."""

    NAME = "name"
    DEMONYM = "demonym"
    CAPITAL = "capital"
    SEAT = "seat"
    ORGANISATION = "organisation"
    GROUP = "group"
    PLACE = "place"
    PERSON = "person"
    OFFICE = "office"
    PARTY = "party"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of a text that stand for a party.

    Attributes:
        span: Where they stand.
        codes: The party; every party that they may mean where the text leaves it open.
        recognised: By what kind of words.
        office: The office that they name, such as ``defence minister``.
        standing: That office as a standing; ``None`` where they name none.
        person: The person that they name, or that held the office on the day.
        is_certain: Whether they mean the party at all: ``Jordan Reed`` may be a person.
        note: Why they are ambiguous, or what settled it.
    """

    span: Span
    codes: tuple[str, ...]
    recognised: Recognised
    office: str = ""
    standing: Standing | None = None
    person: str = ""
    is_certain: bool = True
    note: str = ""

    @property
    def code(self) -> str:
        """The one party it stands for; empty where that is open."""
        return self.codes[0] if len(self.codes) == 1 and self.is_certain else ""
