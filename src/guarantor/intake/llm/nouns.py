"""What a language model is asked with, and what is left of its reply."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from guarantor.errors import Finding
from guarantor.model import Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What a model is told besides the text.

    All of it is sent along: parties and propositions have to come from what everybody who may
    read the model's requests may see.

    Attributes:
        kinds: The words for what a statement is about; a reply may use no others.
        dated: The day of the document; ``None`` where nobody knows it.
        parties: The operation's parties, by code.
        propositions: The operation's propositions, by id.
    """

    kinds: Collection[str]
    dated: date | None = None
    parties: Mapping[str, str] = field(default_factory=dict)
    propositions: Mapping[str, str] = field(default_factory=dict)


class Message(NamedTuple):
    """One message of a conversation; the role is ``system`` or ``user``."""

    role: str
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What is left of a model's reply once it is held against the text.

    Attributes:
        proposals: In the order of the text.
        findings: What was dropped of the reply, and why, a sentence each.
        dropped: How many statements of the reply are no proposals.
        invented: How many of these because their quote does not stand in the text.
        is_read: Whether the reply could be read at all.
    """

    proposals: tuple[Proposal, ...] = ()
    findings: tuple[Finding, ...] = ()
    dropped: int = 0
    invented: int = 0
    is_read: bool = True
