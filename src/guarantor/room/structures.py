"""The structure: the logic of a view as data, so that a page answers at once what happens if."""

from dataclasses import replace
from datetime import date

from guarantor.errors import NotForThePublic
from guarantor.model import LADDER, Operation, View
from guarantor.room.discretion import is_discreet
from guarantor.room.options import Options
from guarantor.room.rows import iso
from guarantor.viability import PlainStructure, plain_structure


class StructureDocument(PlainStructure):
    """The logic of a view, schema ``guarantor/structure/1``.

    It depends on the days, the audience and what was left out alone. ``requirement`` and ``firm``
    are the operation's own; ``ladder`` has the rungs of firmness, weakest first.
    """

    schema: str
    operation: str
    name: str
    audience: str
    as_known_on: str
    valid_on: str | None
    without: list[str]
    requirement: str
    firm: str
    ladder: list[str]


def structure(operation: Operation, options: Options) -> StructureDocument:
    """Return the logic of an operation as data, for whatever is switched.

    Args:
        operation: Everything on record.
        options: For whom it is made and as known when; what they switch is left aside.

    Raises:
        UnknownId: An option names what is not on record for that audience.
        NotForThePublic: The operation is live and the public asks: whoever holds the logic can try
            what falls with each party's decision.
    """
    view = replace(options, decides=(), parameters={}).view(operation)
    if is_discreet(view):
        raise NotForThePublic(view.id)
    return structure_of(view, options.valid_on or view.valid_on)


def structure_of(view: View, valid_on: date | None) -> StructureDocument:
    """Return the logic of a view as data.

    Args:
        view: What is on record.
        valid_on: The day asked about; ``None`` leaves dates aside.
    """
    return {
        "schema": "guarantor/structure/1",
        "operation": view.id,
        "name": view.name,
        "audience": view.audience,
        "as_known_on": view.as_known_on.isoformat(),
        "valid_on": iso(valid_on),
        "without": list(view.without),
        "requirement": view.requirement,
        "firm": view.firm.value,
        "ladder": [rung.value for rung in LADDER],
        **plain_structure(view, valid_on),
    }
