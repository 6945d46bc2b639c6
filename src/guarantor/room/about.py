"""What is this operation? What every screen says of it, and what may be set."""

from typing import Literal

from typing_extensions import TypedDict

from guarantor import __version__
from guarantor.model import FLOORS, LADDER, Parameter, View
from guarantor.room.counted import counts_by
from guarantor.room.discretion import is_discreet
from guarantor.room.heading import Heading, heading
from guarantor.room.labels import capabilities, labels
from guarantor.room.news import news
from guarantor.room.opening import Source
from guarantor.room.options import Options
from guarantor.room.rows import iso, number


class RequirementName(TypedDict):
    """A requirement set that may be asked about."""

    name: str
    text: str


class ParameterRow(TypedDict):
    """A number of the model that may be set; ``value`` is the operation's own.

    ``whole`` where conditions count by it.
    """

    id: str
    value: float
    low: float
    high: float
    whole: bool
    basis: str
    note: str
    evidence: list[str]


class Counts(TypedDict):
    """How much is in view on the day asked from."""

    parties: int
    offers: int
    propositions: int
    statements: int
    events: int


class OperationAbout(Heading):
    """What an operation is, schema ``guarantor/about/1``.

    ``first_day`` and ``last_day`` are the first and the last day on which something became known
    that this audience may see, later ones than the day asked from among them.
    """

    schema: Literal["guarantor/about/1"]
    version: str
    place: Literal["folder", "ledger", "bundled"]
    question: str
    theatre: str
    status: Literal["live", "historical"]
    note: str
    is_discreet: bool  # parties' decisions are left out: a live operation, shown to the public
    activation: str | None
    first_day: str | None
    last_day: str | None
    requirements: list[RequirementName]
    ladder: list[str]  # weakest first
    floors: list[str]  # firmest first
    parameters: list[ParameterRow]
    counts: Counts
    names: dict[str, str]  # of parties, propositions and offers
    capabilities: dict[str, str]


def about(source: Source, options: Options) -> OperationAbout:
    """Return what an operation is, to an audience on a day.

    Raises:
        UnknownId: An option names what is not in view.
        BadParameter: A parameter is set to what it cannot be.
    """
    view = options.view(source.operation)
    days = [one.day for one in news(source.operation, options)]
    return {
        "schema": "guarantor/about/1",
        **heading(view, options.question(view)),
        "version": __version__,
        "place": source.kind.value,
        "question": view.question,
        "theatre": view.theatre,
        "status": view.status.value,
        "note": view.note,
        "is_discreet": is_discreet(view),
        "activation": iso(view.activation),
        "first_day": iso(min(days, default=None)),
        "last_day": iso(max(days, default=None)),
        "requirements": [
            {"name": one.name, "text": one.text} for one in view.requirements.values()
        ],
        "ladder": [rung.value for rung in LADDER],
        "floors": [floor.value for floor in FLOORS],
        "parameters": [_parameter_row(view, one) for one in source.operation.parameters.values()],
        "counts": _counts(view),
        "names": labels(view),
        "capabilities": capabilities(view),
    }


def _parameter_row(view: View, parameter: Parameter) -> ParameterRow:
    return {
        "id": parameter.name,
        "value": number(parameter.value) or 0,
        "low": number(parameter.low) or 0,
        "high": number(parameter.high) or 0,
        "whole": counts_by(view, parameter.name),
        "basis": parameter.basis.value,
        "note": parameter.note,
        "evidence": [name for name in parameter.evidence if name in view.statements],
    }


def _counts(view: View) -> Counts:
    return {
        "parties": len(view.parties),
        "offers": len(view.offers),
        "propositions": len(view.propositions),
        "statements": len(view.statements),
        "events": len(view.events),
    }
