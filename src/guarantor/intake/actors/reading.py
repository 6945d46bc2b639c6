"""Reads the actors of a text: names first, then offices, then persons, each built on the last."""

from collections.abc import Mapping
from datetime import date

from guarantor.intake.actors.naming import settle, take_names, take_short_names
from guarantor.intake.actors.surnames import take_surnames
from guarantor.intake.actors.taking import Taken
from guarantor.intake.actors.titles import take_introduced, take_offices
from guarantor.intake.actors.words import Mention


def read(text: str, *, on: date | None, parties: Mapping[str, str]) -> tuple[Mention, ...]:
    """Return every actor of a text in order, offices that name no party among them."""
    taken = Taken(text, on)
    take_names(taken, parties)
    take_short_names(taken, parties)
    settle(taken, parties)
    take_offices(taken)
    take_introduced(taken)
    take_surnames(taken)
    return tuple(taken.mentions)
