"""The nouns of origins: what holds two documents together, and what comes from one report."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from guarantor.intake.origins.facts import Fact

Embed = Callable[[list[str]], NDArray[np.floating]]
"""Gives a vector for each of some documents, asked for by their names."""


class Stage(StrEnum):
    """What holds two documents together, the surest first."""

    PERSON = "person"
    EXACT = "exact"
    LIGHT = "light"
    STORY = "story"
    EMBEDDING = "embedding"


class Link(NamedTuple):
    """Why one document counts as coming from the same report as another.

    Attributes:
        document: Its name.
        other: Name of the document that it is held against: the centre of the origin, or one that
            is itself held against it.
        stage: What holds them together.
        likeness: How alike they are, from 0 to 1; of words or of rare facts, as the stage says.
        reason: The same in one sentence.
    """

    document: str
    other: str
    stage: Stage
    likeness: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Documents that come from one report, and why they count so.

    Attributes:
        id: Made from the words of its first document, so that it stays when others come.
        documents: Their names: dated ones first, in order of their days.
        reason: Why they are together, or why there is one alone, in one sentence.
        links: For every document but the centre, what holds it there.
    """

    id: str
    documents: tuple[str, ...]
    reason: str
    links: tuple[Link, ...]

    def reason_of(self, document: str) -> str:
        """Return what holds a document in this origin; of its centre, why the origin is one."""
        return next((one.reason for one in self.links if one.document == document), self.reason)


class Tie(NamedTuple):
    """What holds two documents together, before it is decided whether they are.

    Attributes:
        stage: What holds them together.
        likeness: From 0 to 1.
        places: Which two documents, by their places, the smaller first.
        facts: The facts that both have, the rarest first.
    """

    stage: Stage
    likeness: float
    places: tuple[int, int]
    facts: tuple[Fact, ...] = ()
