"""Options that questions share."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

import click

from guarantor.errors import BadDay, BadParameter, BadSupposition
from guarantor.model.asking import parameter_value, supposition
from guarantor.model.time import day
from guarantor.model.words import LADDER, Firmness

F = TypeVar("F", bound=Callable[..., Any])


def read_day(context: click.Context, parameter: click.Parameter, value: str | None) -> date | None:
    """Read a day, ``YYYY-MM-DD``, or a month, read as its last day."""
    try:
        return None if value is None else day(value)
    except BadDay as error:
        raise click.BadParameter(str(error), context, parameter) from error


def read_suppositions(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> dict[str, bool]:
    """Read suppositions, ``id=true`` or ``id=false``; the last one on an id counts."""
    try:
        return dict(map(supposition, values))
    except BadSupposition as error:
        raise click.BadParameter(str(error), context, parameter) from error


def read_parameters(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> dict[str, Decimal]:
    """Read values of parameters, ``name=number``; the last one on a name counts."""
    try:
        return dict(map(parameter_value, values))
    except BadParameter as error:
        raise click.BadParameter(str(error), context, parameter) from error


def day_option(flag: str, *names: str, help: str) -> Callable[[F], F]:  # noqa: A002  click's word
    """Return an option that takes a day."""
    return click.option(flag, *names, metavar="DAY", callback=read_day, help=help)


OPERATION = click.argument("operation")
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print one JSON document instead.")


def asking(command: F) -> F:
    """Add the options that every question about an operation takes."""
    options = (
        click.option("--requirement", metavar="NAME", help="Hold the offers against this set."),
        click.option(
            "--firm",
            type=click.Choice([rung.value for rung in LADDER]),
            help="Count offers from this firmness upwards.",
        ),
        click.option(
            "--suppose",
            metavar="ID=true|false",
            multiple=True,
            callback=read_suppositions,
            help="Set a proposition, party or contribution, whatever else is the case.",
        ),
        click.option(
            "--decides",
            metavar="PARTY",
            multiple=True,
            help="Take a party to have decided to take part; its terms must still hold.",
        ),
        click.option(
            "--parameter",
            "parameters",
            metavar="NAME=NUMBER",
            multiple=True,
            callback=read_parameters,
            help="Set an assumed parameter to another value.",
        ),
        click.option(
            "--without",
            metavar="STATEMENT",
            multiple=True,
            help="Do without a statement; 'assumed', 'read' or 'reported' do without those terms.",
        ),
        day_option("--as-known-on", help="The day asked from."),
        day_option("--valid-on", help="The day asked about."),
        click.option(
            "--audience",
            default="public",
            show_default=True,
            metavar="NAME",
            help="For whom the answer is made.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def answering(command: F) -> F:
    """Add the options that say how chances are worked out."""
    options = (
        click.option(
            "--method",
            type=click.Choice(["auto", "exact", "sampled"]),
            default="auto",
            show_default=True,
            help="How chances are worked out; auto is exact where that fits, and says which.",
        ),
        click.option(
            "--nodes",
            type=click.IntRange(min=1),
            default=6_000_000,
            show_default=True,
            metavar="N",
            help="Most nodes of a decision diagram; beyond them auto samples.",
        ),
        click.option(
            "--tolerance",
            type=click.FloatRange(min=0, min_open=True, max=1),
            default=0.001,
            show_default=True,
            metavar="P",
            help="Sample until three standard errors are at most this.",
        ),
        click.option(
            "--seed",
            type=click.IntRange(min=0),
            default=1,
            show_default=True,
            metavar="N",
            help="What samples are drawn from.",
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def asked(
    *,
    requirement: str | None,
    firm: str | None,
    suppose: dict[str, bool],
    decides: tuple[str, ...],
    parameters: dict[str, Decimal],
    without: tuple[str, ...],
    as_known_on: date | None,
    valid_on: date | None,
    audience: str,
    **means: Any,
) -> Any:  # Options, imported only when a command runs
    """Return the options as the room takes them; the rest says how chances are worked out."""
    from guarantor.room import Options, method

    return Options(
        requirement=requirement,
        firm=Firmness(firm) if firm else None,
        suppose=suppose,
        decides=decides,
        parameters=parameters,
        without=without,
        as_known_on=as_known_on,
        valid_on=valid_on,
        audience=audience,
        method=method(**means),
    )
